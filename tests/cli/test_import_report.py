"""What `import` tells of a document, on one screen."""

from dataclasses import replace

from roadmap.cli.import_report import report
from roadmap.importing.blocks import Placement
from roadmap.importing.lines import Line, Manuscript
from roadmap.importing.response import Account, account_of
from roadmap.model import Unplaced
from roadmap.model.fields import Pages
from tests.projects import REAL, dataset_of

DATASET = dataset_of(REAL)
SCREEN = 40  # lines


def account(*rows: str, told: tuple[str, ...] = (), title: str = "Svar") -> Account:
    lines = tuple(Line(row, None, True, certain=True) for row in rows)
    return account_of(DATASET, "provnamnden", Manuscript(title, lines, explicit=True, told=told))


def told(found: Account) -> list[str]:
    return report(DATASET, "data/responses/provnamnden.yml", "svar.pdf", found).split("\n")


def test_what_many_have_is_one_line() -> None:
    rows = [
        row
        for strategy in DATASET.strategies
        if strategy.shown_number not in ("2.2", "3.5")
        for row in (f"{strategy.shown_number} {strategy.title}", "Vi instämmer.")
    ]
    lines = told(account("Strategi 2.2", "Nej.", *rows))
    assert lines[1:4] == [
        "Placerat:",
        "- 1.1–1.6, 2.1, 2.3–2.6, 3.1–3.4 och 4.1–4.6 (planens nummer och titel).",
        "- 2.2: ”Strategi 2.2” (”Strategi” före numret).",
    ]
    assert "2. Inget svar hittades på 3.5. Numret står under unanswered; stämmer det?" in lines


def test_the_order_is_that_of_an_officers_work() -> None:
    found = account("Strategi 1.1: Ja.", "1.2: Nej.", "Reservation", "Planen är dyr.")
    titles = [line for line in told(found) if line.endswith((":", "?")) and line[0] not in "-1234"]
    assert titles == [
        "Placerat:",
        "Osäkert (står under unplaced):",
        "Inte placerat (står under unplaced):",
        "Gör så här:",
    ]


def test_a_title_that_is_the_name_of_the_file_is_told() -> None:
    step = "Skriv dokumentets titel i source.title. Nu står filens namn där."
    for title, times in (("svar.pdf", 1), ("Svar på remiss", 0)):
        lines = told(account("Strategi 1.1: Ja.", title=title))
        assert sum(step in line for line in lines) == times


def test_everything_that_a_reader_tells_is_printed() -> None:
    sentences = tuple(f"Sidan {number}: ett fel." for number in range(1, 30))
    lines = told(account("Strategi 1.1: Ja.", told=sentences))
    assert [f"- {sentence}" for sentence in sentences] == [
        line for line in lines if line.startswith("- Sidan")
    ]


def test_many_texts_fit_on_a_screen() -> None:
    placements = [Placement(("1.1",), "ord " * 90, 1, f"skäl {number}") for number in range(90)]
    left = tuple(
        Unplaced(text="ord " * 90, reason="Står utan rubrik.").altered(pages=Pages(1, 2))
        for _ in range(90)
    )
    found = replace(
        account("Strategi 1.1: Ja."), placements=tuple(placements), unsure=left, left=left
    )
    lines = told(found)
    assert len(lines) < SCREEN
    assert lines.count("- … och 82 till.") == 2
    assert f"- ”{('ord ' * 15)[:59]}…”, sidorna 1–2 – Står utan rubrik." in lines
