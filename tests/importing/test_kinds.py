"""Kinds of documents that bodies send: what becomes of each."""

import pytest

from roadmap.importing.lines import Line, Manuscript
from roadmap.importing.response import Account, account_of
from tests.projects import REAL, dataset_of

DATASET = dataset_of(REAL)
FIRST = "1.1 Prioritera tidiga och förebyggande insatser till utsatta barn och deras familjer"
SECOND = "1.2 Öka deltagandet och stärk likvärdigheten i förskolan"


def account(*rows: str, body: str = "provnamnden", title: str = "svar") -> Account:
    """Return what becomes of paragraphs. "# " and "## " begin headings, "** " a bold line."""
    lines = []
    for row in rows:
        marks, _, text = row.partition(" ") if row.startswith(("#", "** ")) else ("", "", row)
        level = len(marks) if marks.startswith("#") else None
        lines.append(Line(text, None, True, level=level, bold=marks == "**", certain=True))
    return account_of(DATASET, body, Manuscript(title, tuple(lines), explicit=True))


def answers(found: Account) -> dict[str, str]:
    return {"+".join(item.strategies): item.text for item in found.response.comments}


def sections(found: Account) -> list[tuple[str, str]]:
    return [(item.id, item.text) for item in found.response.sections]


@pytest.mark.parametrize(
    "row",
    [
        "3.2 miljoner kronor behövs för lekplatsen.",
        "4.4.2018 beslutade nämnden att avvakta.",
        "Kapitel 1.3 i skollagen gäller.",
        "1.1-118/2018 är ärendets nummer.",
        "2.1 procent är för lite.",
        "3.1 av planens mål är redan nådda.",
        "Etappmål 4.1 bör följas upp oftare.",
        "I lagen (2010:800) står 1.2 om detta.",
        "Punkt 1.1 i avtalet är oklar.",
        "Version 1.2 är den som gäller.",
    ],
)
def test_figures_in_running_text_begin_no_answer(row: str) -> None:
    found = account("# Förvaltningens synpunkter", "Allmänt.", row, "Mer.")
    assert not answers(found)
    assert sections(found) == [("synpunkter", f"Allmänt.\n\n{row}\n\nMer.")]
    found = account(FIRST, "Ja.", row, "Mer.")
    assert answers(found) == {"S1.1": f"Ja.\n\n{row}\n\nMer."}


def test_the_documents_own_numbers_are_no_strategies() -> None:
    found = account("1 Inledning", "A.", "1.1 Bakgrund", "B.", "2.1 Ekonomiska konsekvenser", "C.")
    assert not answers(found)
    assert [item.heading for item in found.response.sections] == [
        "1 Inledning",
        "1.1 Bakgrund",
        "2.1 Ekonomiska konsekvenser",
    ]


@pytest.mark.parametrize(
    ("heading", "strategies"),
    [
        ("STRATEGI 1.2: ÖKA DELTAGANDET OCH STÄRK LIKVÄRDIGHETEN I FÖRSKOLAN", "S1.2"),
        ("1.2 Stärk likvärdigheten och öka deltagandet i förskolan", "S1.2"),
        ("1.2 Likvärdigheten i förskolan", "S1.2"),
        ("## 1.2", "S1.2"),
        ("Kommentar till strategi 1.1", "S1.1"),
        ("Strategierna 1.1–1.3", "S1.1+S1.2+S1.3"),
        ("Öka deltagandet och stärk likvärdigheten i förskolan", "S1.2"),
    ],
)
def test_headings_of_strategies(heading: str, strategies: str) -> None:
    assert answers(account(heading, "Vi instämmer.")) == {strategies: "Vi instämmer."}


@pytest.mark.parametrize("heading", ["1.2", "1.2 Förskolan", "Strategi 1.2 Bygg fler broar"])
def test_an_uncertain_heading_is_a_proposal(heading: str) -> None:
    found = account(heading, "Vi instämmer.")
    assert not answers(found)
    assert [item.text for item in found.unsure] == [f"{heading}\n\nVi instämmer."]
    assert found.unsure[0].reason.endswith("Förslag: svar på 1.2.")


@pytest.mark.parametrize(
    "closing",
    [
        "# Övriga synpunkter",
        "# Hur nämnden har arbetat",
        "Samlad bedömning",
        "Konsekvenser för barn",
        "KONSEKVENSER FÖR BUDGETEN",
        "** Så har vi arbetat",
    ],
)
def test_a_closing_part_ends_the_last_answer(closing: str) -> None:
    found = account("Bakgrund", "Allmänt.", FIRST, "Ja.", SECOND, "Nej.", closing, "Lång plan.")
    assert answers(found) == {"S1.1": "Ja.", "S1.2": "Nej."}
    last = found.response.sections[-1]
    assert (last.text, last.place) == ("Lång plan.", "after")
    assert last.id == last.id.lower()


def test_a_heading_inside_an_answer_stays_in_it() -> None:
    found = account("## " + FIRST, "Ja.", "### Barnen", "Mer.", "## " + SECOND, "Nej.")
    assert answers(found) == {"S1.1": "Ja.\n\nBarnen\n\nMer.", "S1.2": "Nej."}


@pytest.mark.parametrize("heading", ["Reservation", "Särskilt yttrande (M)", "Ersättaryttrande"])
def test_a_minority_never_speaks_for_the_body(heading: str) -> None:
    found = account(FIRST, "Ja.", heading, "Nej, säger B.", FIRST, "Avslå.", "Förslag till beslut")
    assert answers(found) == {"S1.1": "Ja."}
    assert not found.response.sections
    assert "Avslå." in found.left[0].text
    assert "inte instansens svar" in found.left[0].reason


def test_a_minority_without_a_heading() -> None:
    found = account(FIRST, "Ja.", "Anna Ek (M) reserverar sig mot beslutet.", "Planen är dyr.")
    assert answers(found) == {"S1.1": "Ja."}


def test_an_unknown_heading_after_the_last_answer_is_uncertain() -> None:
    found = account(FIRST, "Ja.", "Barnen", "Mer.", SECOND, "Nej.", "Vår syn på saken", "Lång.")
    assert answers(found) == {"S1.1": "Ja.\n\nBarnen\n\nMer.", "S1.2": "Nej."}
    assert [item.text for item in found.unsure] == ["Vår syn på saken\n\nLång."]


def test_sections_with_the_same_heading_stand_in_their_order() -> None:
    found = account("# Bakgrund", "A.", "# Barnens röst", "B.", "# Bakgrund", "C.")
    assert sections(found) == [("bakgrund", "A."), ("barnens-rost", "B."), ("bakgrund-2", "C.")]


def test_headings_in_a_row_are_uncertain() -> None:
    rows = ("Strategi 1.1", "Strategi 1.2", "Vi instämmer.", "Vi saknar mål.")
    found = account(*rows)
    assert not answers(found)
    assert found.unsure[0].reason.endswith("Förslag: svar på 1.1 och 1.2.")
    # A list of what has its own heading is no heading.
    found = account("Bakgrund", FIRST, SECOND, "Det är strategierna.", FIRST, "Ja.", SECOND, "Nej.")
    assert answers(found) == {"S1.1": "Ja.", "S1.2": "Nej."}


def test_a_table_of_versions_and_one_of_strategies() -> None:
    found = account("Version", "Ändring", "1.1", "Rättat.", "1.2", "Rättat igen.")
    assert not answers(found)
    found = account("Strategi", "Synpunkt", "1.1", "Bra.", "1.2", "Saknar mål.")
    assert answers(found) == {"S1.1": "Bra.", "S1.2": "Saknar mål."}
    # Their column may be the last one.
    found = account("Synpunkt", "Strategi", "Bra.", FIRST, "Saknar mål.", SECOND)
    assert not answers(found)


def test_a_milestone_is_no_strategy() -> None:
    found = account(FIRST, "Ja.", "Etappmål 1.1: Fler barn", "Målet är lågt.")
    assert answers(found) == {"S1.1": "Ja."}
    assert "etappmål" in found.left[0].reason


def test_nothing_to_say_becomes_no_answer() -> None:
    sentence = "Nämnden har inga synpunkter på 2.1–2.4."
    found = account("Bakgrund", sentence, FIRST, "Ja.")
    assert answers(found) == {"S1.1": "Ja."}
    assert any(sentence in told for told in found.told)


def test_a_document_about_another_plan() -> None:
    found = account("Remissvar på avfallsplanen", "Strategi 1.1: Vi stöder den.")
    assert not answers(found)
    assert any("avfallsplanen" in told for told in found.told)


def test_a_sentence_mentions_what_has_a_heading() -> None:
    found = account("Synpunkter", "Strategi 1.1: viktig.", FIRST, "I fråga om 1.2 är det lika.")
    assert answers(found) == {"S1.1": "I fråga om 1.2 är det lika."} or not answers(found)
    assert sections(found) == [("synpunkter", "Strategi 1.1: viktig.")]


def test_the_plans_text_quoted_back_is_evidence() -> None:
    text = DATASET.strategy("S1.2").text.split("\n\n")[0]
    found = account("Bakgrund", "A.", text, "Vi instämmer.")
    assert answers(found) == {"S1.2": "Vi instämmer."}


def test_a_private_person_is_not_named() -> None:
    rows = ("Strategi 1.1: Ja.", "Med vänlig hälsning", "Anna Andersson", "070-123 45 67")
    found = account(*rows, body="privatperson-1", title="Anna Anderssons svar.docx")
    response = found.response
    assert found.private
    assert response.source
    assert "Anna" not in f"{response.source.title} {response.note} {response.name}"
    assert response.kind == "privatperson"
    assert answers(found) == {"S1.1": "Strategi 1.1: Ja."}
    assert [item.text.split("\n\n")[1] for item in found.left] == ["Anna Andersson"]
    assert "Underskrift" in found.left[0].reason


def test_names_with_their_roles_are_kept_aside() -> None:
    found = account(FIRST, "Ja.", "Karin Ek", "Förvaltningschef")
    assert answers(found) == {"S1.1": "Ja."}
    assert found.left[0].text == "Karin Ek\n\nFörvaltningschef"


def test_an_e_mail() -> None:
    rows = ("Från: Anna <anna@prov.example>", "Till: Staden", "Ämne: Svar", "Strategi 1.1: Ja.")
    quoted = ("-----Ursprungligt meddelande-----", "Strategi 1.2: Vad tycker ni?")
    found = account(*rows, *quoted)
    assert answers(found) == {"S1.1": "Strategi 1.1: Ja."}
    assert [item.reason.split(".")[0] for item in found.left] == [
        "Brevhuvud",
        "Citat ur ett annat brev, kanske inte instansens egna ord",
    ]


def test_facts_are_proposed_with_their_words() -> None:
    found = account(
        "Tjänsteutlåtande",
        "Dnr PN 2019/77",
        "Datum 2019-03-04",
        "Förslag till beslut",
        "Nämnden godkänner svaret.",
        "Förvaltningens synpunkter",
        "Ja.",
    )
    assert [(fact.name, fact.value) for fact in found.facts] == [
        ("date", "2019-03-04"),
        ("case_number", "PN 2019/77"),
        ("document_kind", "Tjänsteutlåtande"),
        ("speaker", "administration"),
        ("proposal", None),
    ]
    response = found.response
    assert (response.speaker, response.document_kind) == ("administration", "Tjänsteutlåtande")
    assert str(response.date) == "2019-03-04"
    [proposal] = [section for section in response.sections if section.id == "forslag"]
    assert proposal.place is None  # there are no answers that it could stand after


def test_unclear_facts_are_told_and_not_filled_in() -> None:
    found = account("Protokollsutdrag", "Tjänsteutlåtande", "2019-03-04", "2019-03-21", "Text.")
    assert all(fact.value is None for fact in found.facts)
    assert (found.response.date, found.response.document_kind) == (None, None)


def test_a_documents_title_is_told_and_leaves_nothing_to_place() -> None:
    found = account("# Provnämndens svar", "# Bakgrund", "A.", title="Provnämndens svar")
    assert not found.left
    assert "Rubriken ”Provnämndens svar” är dokumentets titel" in found.told[0]
    again = account("# Svar", "# Bakgrund", "A.", "# Svar", title="Svar")
    assert [item.text for item in again.left] == ["Svar"]
    private = account("# Kims svar", "# Bakgrund", "A.", title="Kims svar", body="privatperson-1")
    assert [item.text for item in private.left] == ["Kims svar"]


def test_a_minority_and_its_heading_are_one_text() -> None:
    found = account(FIRST, "Ja.", "Reservation", "Ledamoten A reserverar sig.", "Planen är dyr.")
    assert [item.text for item in found.left] == [
        "Reservation\n\nLedamoten A reserverar sig.\n\nPlanen är dyr."
    ]
