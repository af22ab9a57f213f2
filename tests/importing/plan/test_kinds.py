"""What the headings of a plan are, by their words, their numbers or their levels."""

import pytest

from roadmap.importing import plain_text
from roadmap.importing.lines import Line, Manuscript, UnreadableError
from roadmap.importing.plan.marks import Marks
from roadmap.importing.plan.reading import PlanAccount, plan_of
from roadmap.importing.plan.words import Words
from roadmap.model import Terms
from roadmap.model.terms import USUAL, Term

INSATS = Term(one="insats", the_one="insatsen", many="insatser", the_many="insatserna")
SPÅR = Term(one="spår", the_one="spåret", many="spår", the_many="spåren", neuter="true")
STEG = Term(one="steg", the_one="steget", many="steg", the_many="stegen", neuter="true")
MARKS = Marks(Words(USUAL))
CONTENTS = "Innehåll\nSkola ........ 2\nBo ........ 3"


def read(*paragraphs: str, terms: Terms = USUAL) -> PlanAccount:
    text = "\n\n".join(paragraphs)
    return plan_of("Plan för Provköping", terms, plain_text.read(text.encode(), "plan.txt"))


def shape(account: PlanAccount) -> list[str]:
    """Return the parts of a plan as rows: their ids, numbers, titles and texts."""
    return [
        " ".join(row.split())
        for area in account.areas
        for row in (
            f"{area.id} {area.number or ''} {area.title}",
            *(f"{item.id} {item.number or ''} {item.text}" for item in area.milestones),
            *(f"{item.id} {item.number or ''} {item.title}: {item.text}"
              for item in area.strategies),
        )
    ]  # fmt: skip


def left(account: PlanAccount) -> list[str]:
    """Return the texts that no field holds."""
    items = [*(item for area in account.areas for item in area.unplaced), *account.unplaced]
    return [" ".join(item.text.split()) for item in items]


@pytest.mark.parametrize(
    ("text", "word", "label", "title"),
    [
        ("1.1 Läxhjälp", "", "1.1", "Läxhjälp"),
        ("1.1.2. Läxhjälp", "", "1.1.2", "Läxhjälp"),
        ("A.1 Läxhjälp", "", "A.1", "Läxhjälp"),
        ("Målområde 1: Skola", "Målområde", "1", "Skola"),
        ("MÅL 1 SKOLA", "MÅL", "1", "SKOLA"),
        ("1.1 Målområde uppväxt", "Målområde", "1.1", "uppväxt"),
        ("Fokusområde Skola", "Fokusområde", "", "Skola"),
        ("Strategiskt område 1 – Skola", "Strategiskt område", "1", "Skola"),
        ("Prioriterat område: Skola", "Prioriterat område", "", "Skola"),
        ("Övergripande målområde B. Skola", "Övergripande målområde", "B", "Skola"),
        ("Mål 2 – Insats 4: Fler träd", "Insats", "Mål 2 – Insats 4", "Fler träd"),
        ("Insats A – Gör om", "Insats", "A", "Gör om"),
        ("IV. Skola", "", "IV", "Skola"),
    ],
)
def test_what_stands_before_a_title(text: str, word: str, label: str, title: str) -> None:
    mark = MARKS.of(text)
    assert mark
    assert (mark.word, mark.label, mark.title) == (word, label, title)
    assert mark.prefix + mark.title == text


@pytest.mark.parametrize(
    "text",
    [
        "Strategi 1.1 handlar om barn",
        "Strategin framhåller barn",
        "Strategi för barn",
        "Ett område som växer",
        "Prioriterat område för alla",
        "Målområde 1 och 2 hänger ihop",
        "4.4.2018 beslutade nämnden",
        "En bok",
        "Kommunen ska läsa",
    ],
)
def test_what_begins_a_sentence_is_no_mark(text: str) -> None:
    mark = MARKS.of(text)
    assert mark is None or (not mark.word and not mark.title[:1].isupper())


def test_numbers_of_any_form_are_kept() -> None:
    found = read(
        "A Skola",
        "A.1 Läsa",
        "Vi läser.",
        "A.2 Räkna",
        "Vi räknar.",
        "B Bo",
        "B.1 Bygga",
        "Vi bygger.",
    )
    assert shape(found) == [
        "A Skola", "A.1 Läsa: Vi läser.", "A.2 Räkna: Vi räknar.",
        "B Bo", "B.1 Bygga: Vi bygger.",
    ]  # fmt: skip
    assert found.unsure == (
        "Skola: Rubriken säger inte att det är ett målområde. Det följer av rubrikernas nivåer.",
        "Bo: Rubriken säger inte att det är ett målområde. Det följer av rubrikernas nivåer.",
    )


def test_numbers_that_name_the_goal_area_are_kept_whole() -> None:
    found = read(
        "Mål 1 Grönt",
        "Mål 1 – Insats 1: Fler träd",
        "Vi planterar.",
        "Mål 2 Luft",
        "Mål 2 – Insats 1: Färre bilar",
        "Vi går.",
    )
    assert shape(found) == [
        "M1 Grönt", "S1.1 Mål 1 – Insats 1 Fler träd: Vi planterar.",
        "M2 Luft", "S2.1 Mål 2 – Insats 1 Färre bilar: Vi går.",
    ]  # fmt: skip
    assert not found.unsure


def test_one_goal_area_may_have_a_number_and_another_none() -> None:
    found = read(
        "Målområde A: Skola",
        "Strategi A.1 Läsa",
        "Vi läser.",
        "Målområde Boende",
        "Strategi: Bygga",
        "Vi bygger.",
        "Målområde Vägar",
        "Strategi: Gå",
        "Vi går.",
    )
    assert shape(found) == [
        "skola A Skola", "A.1 Läsa: Vi läser.", "boende Boende", "bygga Bygga: Vi bygger.",
        "vagar Vägar", "ga Gå: Vi går.",
    ]  # fmt: skip


def test_a_sentence_before_a_list_leads_over_to_it() -> None:
    found = read(
        "Målområde 1: Skola",
        "Här finns ett etappmål.",
        "- Fler läser.",
        "Fler ord.",
        "Sex strategier följer.",
        "Strategi 1.1 Läsa",
        "Vi läser.",
    )
    (area,) = found.areas
    assert area.lead_milestones == "Här finns ett etappmål."
    assert area.lead_strategies == "Sex strategier följer."
    assert [item.text for item in area.milestones] == ["Fler läser."]
    assert left(found) == ["Fler ord."]


def test_numbers_that_begin_anew_in_each_goal_area_are_told() -> None:
    found = read(
        "Målområde 1: Ett",
        "Insats 1: Läsa",
        "Vi läser.",
        "Målområde 2: Två",
        "Insats 1: Bo",
        "Vi bor.",
    )
    assert shape(found) == ["M1 Ett", "S1.1 Läsa: Vi läser.", "M2 Två", "S2.1 Bo: Vi bor."]
    assert "Flera har samma nummer (1), så det står inte i number. Blir det rätt?" in found.told


def test_no_number_that_begins_anew_is_that_of_the_longest_goal_area_alone() -> None:
    found = grouped(
        ("I. Skola", 1), ("1. Läsa", 2), ("Vi läser.", None), ("2. Räkna", 2), ("Vi räknar.", None),
        ("II. Boende", 1), ("1. Bygga", 2), ("Vi bygger.", None),
        ("2. Riva", 2), ("Vi river.", None), ("3. Måla", 2), ("Vi målar.", None),
    )  # fmt: skip
    assert shape(found) == [
        "I Skola", "lasa Läsa: Vi läser.", "rakna Räkna: Vi räknar.",
        "II Boende", "bygga Bygga: Vi bygger.", "riva Riva: Vi river.", "mala Måla: Vi målar.",
    ]  # fmt: skip
    assert (
        "Flera har samma nummer (1 och 2), så det står inte i number. Blir det rätt?" in found.told
    )


def test_the_document_s_own_numbers_are_not_those_of_goal_areas() -> None:
    found = read(
        "1.1 Målområde skola",
        "Strategi 1.1 Läsa",
        "Vi läser.",
        "1.2 Målområde boende",
        "Strategi 2.1 Bo",
        "Vi bor.",
    )
    assert shape(found) == [
        "M1 skola", "S1.1 Läsa: Vi läser.", "M2 boende", "S2.1 Bo: Vi bor.",
    ]  # fmt: skip


def test_the_goal_areas_may_be_parts_of_a_chapter_among_others() -> None:
    found = read(
        "1 Inledning",
        "Planen gäller alla.",
        "2 Nuläge",
        "Vi vet det här.",
        "2.1 Skolan i dag",
        "Vi har fem skolor.",
        "3 Mål och åtgärder",
        "Vi har delat in dem så här.",
        "3.1 Skola",
        "3.1.1 Läsa",
        "Vi läser.",
        "3.2 Boende",
        "3.2.1 Bygga",
        "Vi bygger.",
        "4 Genomförande",
        "Alla hjälps åt.",
        "4.1 Ansvar",
        "Nämnden ansvarar.",
    )
    assert shape(found) == [
        "M3.1 Skola", "S3.1.1 Läsa: Vi läser.", "M3.2 Boende", "S3.2.1 Bygga: Vi bygger.",
    ]  # fmt: skip
    assert sections(found) == [
        "inledning 1 Inledning: Planen gäller alla.", "nulage 2 Nuläge: Vi vet det här.",
        "skolan-i-dag 2.1 Skolan i dag: Vi har fem skolor.",
        "genomforande 4 Genomförande: Alla hjälps åt.", "ansvar 4.1 Ansvar: Nämnden ansvarar.",
    ]  # fmt: skip
    assert left(found) == ["3 Mål och åtgärder Vi har delat in dem så här."]


def test_a_heading_that_comes_in_every_goal_area_ends_none() -> None:
    found = read(
        "1 Träd", "Nuläge", "Vi har träd.", "Mål", "- Fler träd.", "Åtgärder",
        "Åtgärd 1.1 Gran", "Vi planterar.", "Nuläge", "Få granar.",
        "2 Ängar", "Nuläge", "Vi har ängar.", "Mål", "- Fler ängar.", "Åtgärder",
        "Åtgärd 2.1 Hö", "Vi slår.",
    )  # fmt: skip
    assert shape(found) == [
        "M1 Träd", "etappmal-1-1 Fler träd.", "S1.1 Gran: Vi planterar.",
        "M2 Ängar", "etappmal-2-1 Fler ängar.", "S2.1 Hö: Vi slår.",
    ]  # fmt: skip
    assert [area.text for area in found.areas] == [
        "Nuläge\n\nVi har träd.", "Nuläge\n\nVi har ängar.",
    ]  # fmt: skip
    assert left(found) == ["Nuläge Få granar."]


def test_a_goal_with_the_number_of_a_strategy_is_a_milestone() -> None:
    found = grouped(
        ("1. Smak", 1), ("Mål", 2), ("Mål 1.1 Maten smakar bättre.", None), ("Strategier", 2),
        ("Strategi 1.1 Smaka mer", 3), ("Vi smakar.", None),
        ("2. Hälsa", 1), ("Mål", 2), ("Mål 2.1 Maten är nyttig.", None), ("Strategier", 2),
        ("Strategi 2.1 Räkna", 3), ("Vi räknar.", None),
    )  # fmt: skip
    assert shape(found) == [
        "M1 Smak", "E1.1 Maten smakar bättre.", "S1.1 Smaka mer: Vi smakar.",
        "M2 Hälsa", "E2.1 Maten är nyttig.", "S2.1 Räkna: Vi räknar.",
    ]  # fmt: skip


def test_a_paragraph_over_a_list_of_measures_is_over_strategies_if_there_are_no_other() -> None:
    found = grouped(
        ("Mål: Rena", 1), ("Åtgärder", None), ("1. Vi renar.", None), ("2. Vi sopar.", None),
        ("Mål: Laga", 1), ("Åtgärder:", None), ("- Vi lagar.", None),
    )  # fmt: skip
    titles = [strategy.title for area in found.areas for strategy in area.strategies]
    assert (titles, left(found)) == (["Vi renar.", "Vi sopar.", "Vi lagar."], [])


def test_a_heading_below_a_goal_area_without_a_title_is_its_title() -> None:
    found = grouped(
        ("Målområde 1", 1), ("Skola", 2), ("Alla läser.", None), ("Strategi 1.1 Läsa", 3),
        ("Vi läser.", None), ("Målområde 2", 1), ("Bygga", 2), ("Strategi 2.1 Hus", 3),
        ("Vi bygger.", None), ("Bo", 2), ("Strategi 2.2 Hyra", 3), ("Vi hyr.", None),
    )  # fmt: skip
    skola, other = found.areas
    assert (skola.title, skola.text, skola.groups) == ("Skola", "Alla läser.", ())
    assert [group.title for group in other.groups] == ["Bygga", "Bo"]


def test_the_site_s_own_words_say_what_is_what() -> None:
    found = read(
        "Spår 1: Skola",
        "Mer läsning",
        "Insats 1.1 Läsa",
        "Vi läser.",
        "Spår 2: Bo",
        "Insats 2.1 Bygga",
        "Vi bygger.",
        terms=Terms(goal_area=SPÅR, strategy=INSATS),
    )
    assert shape(found) == [
        "M1 Skola", "S1.1 Läsa: Vi läser.", "M2 Bo", "S2.1 Bygga: Vi bygger.",
    ]  # fmt: skip
    assert (found.areas[0].text, left(found)) == ("Mer läsning", [])


def test_measures_under_strategies_are_part_of_their_texts() -> None:
    found = read(
        "Målområde 1: Skola",
        "Strategi 1.1 Läsa",
        "Vi läser.",
        "Åtgärd 1: Böcker",
        "Vi köper.",
        "Strategi 1.2 Skriva",
        "Vi skriver.",
    )
    assert shape(found) == [
        "M1 Skola", "S1.1 Läsa: Vi läser. Åtgärd 1: Böcker Vi köper.",
        "S1.2 Skriva: Vi skriver.",
    ]  # fmt: skip
    told = "Underrubriker som står som stycken i strategiernas texter: ”Åtgärd 1: Böcker”."
    assert told in found.told


def test_strategies_over_measures_alone_are_goal_areas() -> None:
    found = read(
        "Strategi 1: Skola",
        "Åtgärd 1.1 Läsa",
        "Vi läser.",
        "Strategi 2: Bo",
        "Åtgärd 2.1 Bygga",
        "Vi bygger.",
    )
    assert shape(found) == [
        "M1 Skola", "S1.1 Läsa: Vi läser.", "M2 Bo", "S2.1 Bygga: Vi bygger.",
    ]  # fmt: skip


def test_milestones_stand_in_lists_and_under_headings() -> None:
    found = read(
        "Målområde 1: Skola",
        "Etappmål 1.1: Fler kan läsa.",
        "Etappmål 1.2",
        "Fler kan räkna.",
        "Strategi 1.1 Läsa",
        "Vi läser.",
        "Målområde 2: Bo",
        "Följande delmål gäller:",
        "- Fler bor.\n- Fler trivs.",
        "Strategi 2.1 Bygga",
        "Vi bygger.",
    )
    assert shape(found) == [
        "M1 Skola", "E1.1 Fler kan läsa.", "E1.2 Fler kan räkna.",
        "S1.1 Läsa: Vi läser.",
        "M2 Bo", "etappmal-2-1 Fler bor.", "etappmal-2-2 Fler trivs.", "S2.1 Bygga: Vi bygger.",
    ]  # fmt: skip
    assert found.areas[1].lead_milestones == "Följande delmål gäller:"


def test_each_item_under_a_heading_of_milestones_is_one() -> None:
    found = read(
        "Målområde A: Skola",
        "Etappmål A",
        "- Fler kan läsa.\n- Fler kan räkna.",
        "Strategi A.1 Läsa",
        "Vi läser.",
        "Målområde B: Bo",
        "Etappmål B",
        "- Fler bor.",
        "Strategi B.1 Bygga",
        "Vi bygger.",
    )
    assert shape(found) == [
        "A Skola", "etappmal-1-1 Fler kan läsa.", "etappmal-1-2 Fler kan räkna.",
        "A.1 Läsa: Vi läser.", "B Bo", "etappmal-2-1 B Fler bor.", "B.1 Bygga: Vi bygger.",
    ]  # fmt: skip
    assert (left(found), found.unsure) == ([], ())


def test_a_paragraph_alone_under_the_heading_of_milestones_is_one() -> None:
    found = read("Målområde 1: Skola", "Etappmål", "Fler läser.", "Strategi 1.1 Läsa", "Vi läser.")
    assert shape(found) == ["M1 Skola", "etappmal-1-1 Fler läser.", "S1.1 Läsa: Vi läser."]
    assert len(found.unsure) == 1


def test_what_has_its_word_and_number_may_be_long() -> None:
    long = "så att alla elever som vill får hjälp med sina läxor varje vecka, " * 4
    goal, strategy = f"Fler läser, {long}och därför mår bättre.", f"Läxhjälp {long}i alla skolor"
    found = read(
        "Målområde 1: Skola",
        f"Etappmål 1.1: {goal}",
        f"Strategi 1.1 {strategy}",
        "Vi läser.",
    )
    assert shape(found) == ["M1 Skola", f"E1.1 {goal}", f"S1.1 {strategy}: Vi läser."]
    assert found.unsure == ("Skola: 1.1: Titeln är lång. Är en del av den strategins text?",)


def test_several_items_under_the_number_of_one_milestone_are_told() -> None:
    found = read(
        "Målområde 1: Skola",
        "Etappmål 1.1",
        "- Fler kan läsa.\n- 1.3 Fler kan räkna.",
        "Strategi 1.1 Läsa",
        "Vi läser.",
    )
    assert shape(found)[1:3] == ["etappmal-1-1 Fler kan läsa.", "E1.3 Fler kan räkna."]
    doubt = "Flera punkter står under rubriken ”Etappmål 1.1”. Är var och en av dem ett etappmål?"
    assert [row.partition(": ")[2].partition(": ")[2] for row in found.unsure] == [doubt] * 2


def test_ids_of_words_are_of_the_site_s_own_words() -> None:
    found = read(
        "Målområde Skola",
        "Följande steg gäller:",
        "- Fler kan läsa.",
        terms=Terms(milestone=STEG, strategy=INSATS),
    )
    assert [item.id for item in found.areas[0].milestones] == ["steg-1-1"]
    assert [item.id for item in found.areas[0].strategies] == ["insats-1-1"]


def test_strategies_without_a_goal_area_get_one_to_fill_in() -> None:
    found = read("Strategi 1.1 Läsa", "Vi läser.", "Strategi 2.1 Bygga", "Vi bygger.")
    assert shape(found) == [
        "M1 FYLL I titeln på planens del 1", "S1.1 Läsa: Vi läser.",
        "M2 FYLL I titeln på planens del 2", "S2.1 Bygga: Vi bygger.",
    ]  # fmt: skip
    assert len(found.unsure) == 2


def test_what_the_document_lacks_is_left_to_fill_in() -> None:
    found = read("Målområde 1: Skola", "Strategi 1.1 Läsa", "Strategi 1.2 Räkna", "Vi räknar.")
    first, second = found.areas[0].strategies
    assert first.text == "FYLL I texten, ord för ord ur planen."
    assert second.text == "Vi räknar."


def test_a_heading_that_stands_twice_is_one() -> None:
    found = read(
        "Målområde 1: Skola",
        "Strategi 1.1 Läsa",
        "Strategi 1.2 Räkna",
        "Strategi 1.1 Läsa",
        "Vi läser.",
        "Strategi 1.2 Räkna",
        "Vi räknar.",
    )
    assert shape(found) == ["M1 Skola", "S1.1 Läsa: Vi läser.", "S1.2 Räkna: Vi räknar."]
    assert left(found) == ["Strategi 1.1 Läsa Strategi 1.2 Räkna"]


def test_other_parts_of_the_plan_are_no_goals() -> None:
    found = read(
        "Förord",
        "Kära du.",
        "Målområde 1: Skola",
        "Strategi 1.1 Läsa",
        "Vi läser.",
        "Uppföljning",
        "Vi följer upp.",
    )
    assert shape(found) == ["M1 Skola", "S1.1 Läsa: Vi läser."]
    assert sections(found) == ["forord Förord: Kära du.", "uppfoljning Uppföljning: Vi följer upp."]
    assert left(found) == []


@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["apart", "right under the text"])
def test_a_part_may_have_its_text_right_under_its_heading(between: str) -> None:
    found = read(
        "Inledning\nKära du.",
        "Målområde 1: Skola",
        "Strategi 1.1 Läsa",
        f"Vi läser.{between}Uppföljning\nVi följer upp.",
    )
    assert shape(found) == ["M1 Skola", "S1.1 Läsa: Vi läser."]
    assert sections(found) == [
        "inledning Inledning: Kära du.", "uppfoljning Uppföljning: Vi följer upp.",
    ]  # fmt: skip
    assert left(found) == []


def test_a_part_with_its_text_right_under_it_is_no_title_of_what_stands_before() -> None:
    found = read("Målområde 2", "Uppföljning\nVi följer upp.", "Strategi 2.1 Läsa", "Vi läser.")
    assert shape(found) == ["M2 FYLL I titeln på planens del 1", "S2.1 Läsa: Vi läser."]
    assert left(found) == ["Uppföljning Vi följer upp."]


def test_what_begins_a_text_of_several_strategies_is_no_part() -> None:
    found = read(
        "Målområde 1: Skola",
        "Strategi 1.1 Läsa",
        "Ansvar\nSkolan.",
        "Strategi 1.2 Skriva",
        "Ansvar\nAlla.",
        "Uppföljning\nsker varje år.",
    )
    assert shape(found) == [
        "M1 Skola", "S1.1 Läsa: Ansvar Skolan.",
        "S1.2 Skriva: Ansvar Alla. Uppföljning sker varje år.",
    ]  # fmt: skip
    assert sections(found) == []


def sections(account: PlanAccount) -> list[str]:
    """Return the texts outside the goal areas as rows: their ids, headings and texts."""
    rows = (f"{item.id} {item.heading}: {item.text or ''}" for item in account.sections)
    return [" ".join(row.split()) for row in rows]


GOALS = (
    ("Målområde 1: Skola", 1), ("Strategi 1.1 Läsa", 2), ("Vi läser.", None),
    ("Målområde 2: Bo", 1), ("Strategi 2.1 Bygga", 2), ("Vi bygger.", None),
)  # fmt: skip

PARAGRAPHS = [text for text, _ in GOALS]
LOWER = [(text, level and level + 1) for text, level in GOALS]


def test_what_is_before_and_after_the_goal_areas_are_sections() -> None:
    found = grouped(
        ("1. Så läser du planen", 1), ("Den är kort.", None), ("- Läs den.", None),
        ("2. Vad vi vet", 1), ("Bakgrund", 2), ("Vi vet lite.", None), *GOALS,
        ("Så följer vi planen", 1), ("Bakgrund", 2), ("Vi följer den.", None),
    )  # fmt: skip
    assert sections(found) == [
        "sa-laser-du-planen 1. Så läser du planen: Den är kort. - Läs den.",
        "vad-vi-vet 2. Vad vi vet:",
        "bakgrund Bakgrund: Vi vet lite.",
        "sa-foljer-vi-planen Så följer vi planen:",
        "bakgrund-2 Bakgrund: Vi följer den.",
    ]
    assert {section.pages for section in found.sections} == {(1, 1)}
    assert left(found) == []


def test_without_levels_the_document_s_own_numbers_are_certain() -> None:
    found = read(
        "1 Så läser du planen", "Kort.", "1.1 Om orden", "Vanliga.", "3 Utan ordning", "Kära du.",
        "2.1 Målområde: Skola", "Strategi 1.1 Läsa", "Vi läser.", "3 Så följer vi den", "Varje år.",
        "3.1 Vem som svarar", "Alla.",
    )  # fmt: skip
    assert sections(found) == [
        "sa-laser-du-planen 1 Så läser du planen: Kort.",
        "om-orden 1.1 Om orden: Vanliga.",
    ]
    waiting = [
        "3 Utan ordning Kära du.",
        "3 Så följer vi den Varje år.",
        "3.1 Vem som svarar Alla.",
    ]
    assert left(found) == waiting
    found = read(
        "1 Så läser du planen", "Kort.", "2 Vad vi vill", "Två.",
        "2.1 Målområde: Skola", "Strategi 1.1 Läsa", "Vi läser.", "3 Så följer vi den", "Varje år.",
        "3.1 Vem som svarar", "Alla.",
    )  # fmt: skip
    assert [section.id for section in found.sections] == [
        *("sa-laser-du-planen", "vad-vi-vill", "sa-foljer-vi-den", "vem-som-svarar")
    ]


def test_the_heading_of_the_goal_areas_chapter_waits() -> None:
    found = grouped(
        ("Inledning", 1), ("Kort.", None), ("Det vi vill", 1), *LOWER,
        ("Uppföljning", 2), ("Varje år.", None),
    )  # fmt: skip
    assert [section.id for section in found.sections] == ["inledning", "uppfoljning"]
    assert left(found) == ["Det vi vill"]


def test_a_signature_waits() -> None:
    found = grouped(
        ("Förord", 1), ("Kära du.", None), ("Eva Ek", None), ("Kommunchef", None), *GOALS
    )
    assert sections(found) == ["forord Förord: Kära du."]
    (waiting,) = found.unplaced
    assert waiting.text.split() == ["Eva", "Ek", "Kommunchef"]
    assert waiting.reason.startswith("Ser ut som en underskrift")


@pytest.mark.parametrize(
    "rows",
    [
        [("Remissversion", None), ("Kära du.", None), *GOALS],
        [("Innehåll", 1), ("Kära du.", None), *GOALS],
        [("Plan för alla", 1), ("Kära du.", None), *LOWER],
        [*GOALS[:3], ("Bakgrund", 1), ("Kära du.", None), *GOALS[3:]],
        [*GOALS, ("Bakgrund", 1), ("Kära du.", None), ("Strategi 2.2 Riva", 2), ("Gör så.", None)],
        [*GOALS, ("Nämndens synpunkter", 1), ("Kära du.", None)],
        [("Kära du", 1), *GOALS],
        [("Kära du", 1), ("Eva Ek", None), ("Kommunchef", None), *GOALS],
        [("Inledning", 1), ("Eva Ek", None), ("Kommunchef", None), ("Kära du.", None), *GOALS],
    ],
    ids=["no heading", "contents", "the title", "between areas", "before more", "an answer",
         "empty", "a signature alone", "a signature in the middle"],
)  # fmt: skip
def test_what_is_not_certainly_a_section_waits(rows: list[tuple[str, int | None]]) -> None:
    found = grouped(*rows)
    assert sections(found) == []
    assert any("Kära du" in text for text in left(found))


@pytest.mark.parametrize(
    "rows",
    [
        ["Ordlista", "Kort.", *PARAGRAPHS, "Ordlista", "Kära du."],
        [*PARAGRAPHS, "ANSVAR", "Kära du."],
        ["EN LITEN PLAN", "Kära du.", *PARAGRAPHS],
        ["Inledning", "Kära du.", "2 Målen, och hur vi når dem.", "Fler.", *PARAGRAPHS],
    ],
    ids=["twice", "after the last strategy", "capitals", "a heading inside"],
)  # fmt: skip
def test_without_levels_fewer_headings_are_certain(rows: list[str]) -> None:
    found = read(*rows)
    assert sections(found) == []
    assert any("Kära du." in text for text in left(found))


def grouped(*rows: tuple[str, int | None]) -> PlanAccount:
    lines = tuple(Line(text, 1, True, level=level) for text, level in rows)
    return plan_of("Plan", USUAL, Manuscript("plan", lines, 1, explicit=True))


@pytest.mark.parametrize("over", ["Delmål:", "Etappmål", "Våra delmål:"])
def test_a_paragraph_over_a_list_may_say_what_its_items_are(over: str) -> None:
    found = grouped(
        ("Målområde 1: Skola", 1), ("Alla ska läsa.", None), (over, None),
         ("- Fler läser.", None), ("- Alla räknar.", None), ("Strategi 1.1 Läsa", 2),
         ("Vi läser.", None), (over, None), ("- Ett mål i texten.", None),
    )  # fmt: skip
    assert shape(found) == [
        "M1 Skola", "etappmal-1-1 Fler läser.", "etappmal-1-2 Alla räknar.",
        f"S1.1 Läsa: Vi läser. {over} - Ett mål i texten.",
    ]  # fmt: skip
    assert (found.areas[0].text, left(found)) == ("Alla ska läsa.", [])


def test_headings_between_a_goal_area_and_its_strategies_are_groups() -> None:
    found = grouped(
        ("Målområde 1: Skola", 1), ("Strategi 1.1 Läsa", 2), ("Vi läser.", None),
        ("Trygghet", 2), ("Alla ska vara trygga.", None),
        ("Strategi 1.2 Vuxna", 3), ("Vi anställer.", None), ("Hos oss", 4), ("I alla hus.", None),
        ("Annat", 2), ("Inget än.", None),
    )  # fmt: skip
    (area,) = found.areas
    (group,) = area.groups
    assert (group.id, group.title, group.text) == ("trygghet", "Trygghet", "Alla ska vara trygga.")
    assert [(item.id, item.group) for item in area.strategies] == [
        ("S1.1", None), ("S1.2", "trygghet"),
    ]  # fmt: skip
    assert area.strategies[1].text == "Vi anställer.\n\nHos oss\n\nI alla hus."
    assert left(found) == ["Annat Inget än."]


def test_groups_that_a_strategy_without_one_follows_wait() -> None:
    found = grouped(
        ("Målområde 1: Skola", 1), ("Trygghet", 2), ("Strategi 1.1 Vuxna", 3),
        ("Vi anställer.", None), ("Strategi 1.2 Läsa", 2), ("Vi läser.", None),
    )  # fmt: skip
    (area,) = found.areas
    assert not area.groups
    assert [item.group for item in area.strategies] == [None, None]
    assert left(found) == ["Trygghet"]


def test_what_stands_first_in_a_goal_area_is_its_own_text() -> None:
    found = grouped(
        ("Målområde 1: Skola", 1), ("Alla ska lära sig.", None), ("Nuläge", 2),
        ("Många gör det.", None), ("Etappmål", 2), ("- Fler läser.", None),
        ("Strategi 1.1 Läsa", 2), ("Vi läser.", None),
    )  # fmt: skip
    (area,) = found.areas
    assert area.text == "Alla ska lära sig.\n\nNuläge\n\nMånga gör det."
    assert area.pages == (1, 1)
    assert [item.text for item in area.milestones] == ["Fler läser."]
    assert left(found) == []
    assert not area.unsure
    assert "Underrubriker som står som stycken i målområdenas egna texter: ”Nuläge”." in found.told


def test_its_text_ends_where_anything_else_begins() -> None:
    found = read(
        "Målområde 1: Skola",
        "Alla ska lära sig.",
        "Inom området finns följande etappmål:",
        "- Fler läser.",
        "Det är viktigt.",
        "Strategi 1.1 Läsa",
        "Vi läser.",
    )
    assert found.areas[0].text == "Alla ska lära sig."
    assert left(found) == ["Det är viktigt."]


def test_a_list_in_its_text_may_be_milestones() -> None:
    found = read(
        "Målområde 1: Skola",
        "Till 2030 ska andelen öka.",
        "- Fler läser.",
        "Strategi 1.1 Läsa",
        "Vi läser.",
    )
    assert found.areas[0].text == "Till 2030 ska andelen öka.\n\n- Fler läser."
    assert found.unsure == (
        "Skola: Målområdets text har en lista, och inga etappmål är funna. Är punkterna etappmål?",
    )


def test_a_title_that_may_go_on_in_the_text_is_told() -> None:
    found = read("Målområde 1: En skola för\nAlla barn", "Strategi 1.1 Läsa", "Vi läser.")
    (area,) = found.areas
    assert (area.title, area.text) == ("En skola för", "Alla barn")
    assert area.unsure == ("Titeln och texten står i samma stycke. Slutar titeln rätt?",)


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Målområde 1: Skola", CONTENTS, "Kära du.", "Strategi 1.1 Läsa"),
        ("Målområde 1: Skola", "Nämndens synpunkter", "Kära du.", "Strategi 1.1 Läsa"),
        ("Målområde 1: Skola", "Mål och strategier", "Kära du.", "Strategi 1.1 Läsa"),
        ("Målområde 1", "Kära du.", "Strategi 1.1 Läsa"),
        ("Målområde 1: Skola", "Kära du.", "Målområde 2: Bo", "Strategi 2.1 Läsa"),
    ],
    ids=["after contents", "an answer", "after what announces", "no title", "nothing in it"],
)  # fmt: skip
def test_what_is_not_certainly_its_text_waits(paragraphs: tuple[str, ...]) -> None:
    found = read(*paragraphs, "Vi läser.")
    assert [area.text for area in found.areas if area.text] == []
    assert any("Kära du." in text for text in left(found))


def test_answers_in_the_document_are_not_the_plan_s_words() -> None:
    found = read(
        "Målområde 1: Skola",
        "Strategi 1.1 Läsa",
        "Vi läser.",
        "Förvaltningens synpunkter:",
        "Förvaltningen vill mer.",
        "Strategi 1.2 Räkna",
        "Vi räknar.",
    )
    assert shape(found) == ["M1 Skola", "S1.1 Läsa: Vi läser.", "S1.2 Räkna: Vi räknar."]
    (answer,) = found.areas[0].unplaced
    assert answer.reason == "Ser ut som ett svar på planen, inte planens egna ord."
    assert " ".join(answer.text.split()) == "Förvaltningens synpunkter: Förvaltningen vill mer."


def test_a_footnote_is_told_with_the_words_that_it_belongs_to() -> None:
    lines = (
        Line("Målområde 1: Skola", 1, True, level=1),
        Line("Strategi 1.1 Läsa", 1, True, level=2),
        Line("Alla ska läsa mer.[^1]", 1, True),
    )
    manuscript = Manuscript("plan", lines, 1, {"1": "Enligt en bok."}, explicit=True)
    found = plan_of("Plan", USUAL, manuscript)
    assert found.areas[0].strategies[0].text == "Alla ska läsa mer."
    (note,) = found.unplaced
    assert note.text == "Enligt en bok."
    assert note.reason == (
        "Fotnot, som planens texter inte kan ha. Den hör till orden ”Alla ska läsa mer.”."
    )


def test_a_numbered_heading_first_on_every_page_is_no_running_head() -> None:
    pages = "\f".join(f"Insats {number}\n\nLäsa mer i grupp {number}." for number in range(1, 5))
    found = read(f"Målområde 1: Skola\n\n{pages}")
    assert [row.split()[0] for row in shape(found)] == ["M1", "S1", "S2", "S3", "S4"]


def test_a_list_that_each_area_begins_a_page_with_is_no_running_head() -> None:
    found = read(
        "Målområde 1: Skola\n\f"
        "Strategier\n\nStrategi 1.1 Läs mer\n\nKommunen ska läsa mer.\n\n"
        "Målområde 2: Bo\n\f"
        "Strategier\n\nStrategi 2.1 Bygg\n\nKommunen ska bygga.\n"
    )
    assert [row.split()[0] for row in shape(found)] == ["M1", "S1.1", "M2", "S2.1"]
    assert found.unplaced == ()


def test_a_list_that_comes_twice_in_an_area_is_a_running_head() -> None:
    found = read(
        "Strategier\nMålområde 1: Skola\n\nStrategi 1.1 Läs mer\n\nKommunen ska läsa och\n\f"
        "Strategier\nräkna mer.\n\n\f"
        "Strategier\nMålområde 2: Bo\n\nStrategi 2.1 Bygg\n\nKommunen ska bygga.\n"
    )
    assert found.areas[0].strategies[0].text == "Kommunen ska läsa och räkna mer."
    assert [item.text for item in found.unplaced] == ["Strategier"]


def test_a_document_without_goals_is_refused() -> None:
    with pytest.raises(UnreadableError, match="Inga målområden hittades"):
        read("Ett brev.", "Hej, vi vill ha fler böcker.", "Hälsningar")


def test_a_running_head_between_two_headings_does_not_join_them() -> None:
    """What stands over the first text of a page is taken away, and a text goes on over it."""
    text = (
        "Målområde 1: Ett ganska långt namn\n\f"
        "Planens namn\nStrategi 1.1 Läs mer\n\nKommunen ska läsa mer.\n\n"
        "Strategi 1.2 Räkna mer\n\nKommunen ska räkna.\n\n\f"
        "Planens namn\nMålområde 2: Bo\n\nStrategi 2.1 Bygg\n\nKommunen ska bygga.\n"
    )
    first, second = read(text).areas
    assert [strategy.title for strategy in first.strategies] == ["Läs mer", "Räkna mer"]
    assert [strategy.title for strategy in second.strategies] == ["Bygg"]


@pytest.mark.parametrize("of", ["", " i A", " för målområde A", " inom område 1:"])
def test_a_heading_may_say_of_which_area_the_milestones_are(of: str) -> None:
    rows = (
        ("Målområde A Skola", 1), (f"Etappmål{of}", 2), ("A.1 Fler ska klara skolan.", None),
        (f"Strategier{of}", 2), ("A.1 Läxhjälp åt alla", 3), ("Kommunen ska hjälpa.", None),
    )  # fmt: skip
    lines = tuple(Line(text, 1, True, level=level) for text, level in rows)
    found = plan_of("Plan för Provköping", USUAL, Manuscript("plan.docx", lines, explicit=True))
    (area,) = found.areas
    assert [item.text for item in area.milestones] == ["Fler ska klara skolan."]
    assert [item.title for item in area.strategies] == ["Läxhjälp åt alla"]
    assert (area.groups, left(found)) == ((), [])
