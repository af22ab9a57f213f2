"""A changed word without its entry is refused, so a falsified and a corrected one never look alike.

The miniature site's response words a goal area too, so its document has both.
"""

import shutil
from datetime import date
from pathlib import Path

import pytest

from roadmap.datafiles.checks import check
from roadmap.datafiles.reader import read
from tests.projects import MINI, change

TODAY = date(2020, 6, 1)
RESPONSE = "data/responses/provnamnden.yml"
AREA = "data/goal-areas/1-lara.yml"
SOURCE = "data/sources/provnamnden/rattad.txt"
# As the document reads: the footnote stands at the foot of its page.
DOCUMENT = """\
Bakgrund
Provköping vill ha en plan.
Nämndens synpunkter
Provnämnden saknar siffror
om elever.
1. Lära
Här finns ett etappmål.
- Fler elever trivs i provskolan
Tre strategier följer.
Strategi 1.1 Läs mer
Provskolan ska ha fler böcker.
Provnämnden välkomnar böckerna.¹ Det behövs mer
pengar till provskolan.
Strategi 1.2 Räkna mer
¹ Provbiblioteket, 2019.
Provskolan ska räkna varje dag.
Se svar under 1.3.
Strategi 1.3 Skriv mer
Provskolan ska skriva varje vecka.
Nämnden säger varken ja eller nej.
Strategi 2.1 Bygg lagom
Kommunen ska bygga lagom mycket.
"""
CORRECTION = """\
corrections:
  - pages: {pages}
    stood: {stood}
    stands: {stands}
    reason: Påhittat skäl.
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A miniature site whose document's corrected text lies in its own folder."""
    root = tmp_path / "site"
    shutil.copytree(MINI, root)
    (root / SOURCE).write_text(DOCUMENT, "utf-8")
    received = "  received: provnamnden/svar.txt\n"
    change(root, RESPONSE, received, f"{received}  corrected: provnamnden/rattad.txt\n")
    return root


def told(root: Path) -> list[str]:
    return [str(problem) for problem in check(read(root), TODAY) if problem.severity == "error"]


def test_a_word_in_a_table_is_told_where_it_stands(site: Path) -> None:
    change(site, SOURCE, "siffror\nom elever.", "siffror\nPunkt Yttrande\n1.1 Fler böcker.")
    table = """siffror

      | Punkt | Yttrande |
      |---|---|
      | 1.1 | Inga<br>böcker. |
"""
    change(site, RESPONSE, "siffror om elever.\n", table)
    change(
        site, RESPONSE, "          quote: saknar siffror om elever\n", "          quote: siffror\n"
    )
    (problem,) = told(site)
    assert problem.startswith(f'{RESPONSE}:29:15: Här står "Inga", men källan har "Fler"')
    corrected(site, RESPONSE, "Fler böcker.", "Inga böcker.")
    assert told(site) == []


def test_the_text_of_a_goal_area_is_held_to_its_document(site: Path) -> None:
    change(site, SOURCE, "1. Lära\n", "1. Lära\nAlla barn\nlär sig.\n")
    change(site, AREA, "lead_milestones:", "text: |\n  Alla vuxna\n  lär sig.\nlead_milestones:")
    (problem,) = told(site)
    assert problem.startswith(f'{AREA}:5:8: Här står "vuxna", men källan har "barn"')
    corrected(site, AREA, "Alla barn", "Alla vuxna")
    assert told(site) == []


def corrected(root: Path, name: str, stood: str, stands: str, pages: str = "2") -> None:
    """Write down a correction last in a file."""
    path = root / name
    entry = CORRECTION.format(pages=pages, stood=stood, stands=stands)
    path.write_text(path.read_text("utf-8") + entry, "utf-8")


def test_the_words_of_the_document_pass(site: Path) -> None:
    assert told(site) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (RESPONSE, "varken ja eller", "«både ja eller", 'Här står "både", men källan har "varken" ({}, rad 20).'),
        (RESPONSE, "mer pengar till prov", "«mycket mer pengar till prov", 'Källan har inte orden "mycket" här ({}, rad 12).'),
        (RESPONSE, "heading: Bakgrund", "heading: «Bakgrunden", 'Här står "Bakgrunden", men källan har "Bakgrund" ({}, rad 1).'),
        (RESPONSE, "heading: 1. Lära", "heading: «2. Lära", 'Här står "2.", men källan har "1." ({}, rad 6).'),
        (RESPONSE, "Provbiblioteket, 2019.", "Provbiblioteket, «2018.", 'Här står "2018.", men källan har "2019." ({}, rad 15).'),
        (RESPONSE, "böckerna.[^1] Det", "«böckerna. Det[^1]", 'Här står "böckerna. Det¹", men källan har "böckerna.¹ Det" ({}, rad 12).'),
        (AREA, "ha fler böcker", "ha «många böcker", 'Här står "många", men källan har "fler" ({}, rad 11).'),
        (AREA, "etappmål.", "«delmål.", 'Här står "delmål.", men källan har "etappmål." ({}, rad 7).'),
        (AREA, "title: Räkna mer", "title: Räkna «mest", 'Här står "mest", men källan har "mer" ({}, rad 14).'),
    ],
    ids=["word", "added", "heading", "area", "footnote", "mark", "plan", "lead", "title"],
)  # fmt: skip
def test_a_changed_word_is_refused_at_its_place(
    site: Path, name: str, old: str, new: str, said: str
) -> None:
    """« stands before the word whose place is told."""
    change(site, name, old, new)
    before, after = (site / name).read_text("utf-8").split("«")
    (site / name).write_text(before + after, "utf-8")
    place = f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
    (fault,) = [line for line in told(site) if "källan" in line]
    assert fault.startswith(f"{name}:{place}: {said.format(SOURCE)} ")
    assert "lägg till den under corrections" in fault


def test_a_lost_paragraph_and_a_moved_one_are_refused(site: Path) -> None:
    change(site, RESPONSE, "      Provköping vill ha en plan.\n", "      Provköping.\n")
    assert len(told(site)) == 1
    change(site, RESPONSE, "      Provköping.\n", "      Nämnden säger varken ja eller nej.\n")
    change(
        site,
        RESPONSE,
        "Nämnden säger varken ja eller nej.\n    judgement",
        "Provköping vill ha en plan.\n    judgement",
    )
    assert len(told(site)) == 2  # fmt: skip


@pytest.mark.parametrize(
    ("name", "old", "new", "stood", "stands"),
    [
        (RESPONSE, "varken ja eller", "varken jo eller", "ja", "jo"),
        (RESPONSE, "mer pengar till prov", "mycket mer pengar till prov", "behövs mer", "behövs mycket mer"),
        (RESPONSE, "Provköping vill ha en plan.", "Provköping vill en plan.", "vill ha", "vill"),
        (RESPONSE, "Provbiblioteket, 2019.", "Provbiblioteket, 2018.", "2019.", "2018."),
        (AREA, "ha fler böcker", "ha många böcker", "fler", "många"),
    ],
    ids=["word", "added", "taken away", "footnote", "plan"],
)  # fmt: skip
def test_a_corrected_word_is_one_edit_in_one_file(
    site: Path, name: str, old: str, new: str, stood: str, stands: str
) -> None:
    change(site, name, old, new)
    corrected(site, name, stood, stands)
    assert told(site) == []


def test_an_entry_explains_no_other_change(site: Path) -> None:
    change(site, RESPONSE, "varken ja eller", "varken jo eller")
    change(site, RESPONSE, "Provköping vill ha", "Provköping måste ha")
    corrected(site, RESPONSE, "ja", "jo")
    (fault,) = told(site)
    assert 'Här står "måste", men källan har "vill"' in fault


@pytest.mark.parametrize("name", [RESPONSE, AREA])
def test_an_entry_without_its_change_is_refused(site: Path, name: str) -> None:
    corrected(site, name, "planer", "provskolan")
    (fault,) = told(site)
    assert 'Rättelsen motsvarar ingen ändring: "planer" är inte utbytt i texten.' in fault
    assert fault.startswith(f"{name}:")


def test_an_entry_says_what_now_stands_and_on_which_page(site: Path) -> None:
    corrected(site, RESPONSE, "varken", "hittepå", pages="9")
    faults = told(site)
    assert any('"hittepå" står inte i någon text i filen.' in fault for fault in faults)
    assert any("Sida 9 finns inte; dokumentet har 3 sidor." in fault for fault in faults)


def test_the_law_is_of_a_response_with_a_corrected_text_of_its_own(site: Path) -> None:
    """A copy under another name, with the same document, is a second valid response."""
    text = (site / RESPONSE).read_text("utf-8")
    copy = text.replace("name: Provnämnden", "name: Påhittade nämnden")
    (site / "data/responses/pahittade.yml").write_text(copy.replace("varken", "både"), "utf-8")
    assert told(site) == []


def test_what_cannot_be_read_is_not_told_once_more_as_missing_words(site: Path) -> None:
    change(site, AREA, "title: Läs mer", "titel: Läs mer")
    assert not [fault for fault in told(site) if "källan" in fault]
    change(site, AREA, "titel: Läs mer", "title: Läs mer")
    change(site, RESPONSE, "      - S1.1\n", "      - S7.7\n")
    assert not [fault for fault in told(site) if "källan" in fault]


def test_another_corrected_text_is_seen_without_a_change_of_the_response(site: Path) -> None:
    assert told(site) == []
    (site / SOURCE).write_text(DOCUMENT.replace("siffror", "sifferuppgifter"), "utf-8")
    (fault,) = told(site)
    assert 'Här står "siffror", men källan har "sifferuppgifter"' in fault
