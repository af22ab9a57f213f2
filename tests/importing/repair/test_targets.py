"""What the repair promises, measured on the one real document and on sound Swedish."""

import pytest

from bench.repair.measure import Outcome, damaged, measure, readings_of
from roadmap.importing.repair.engine import Engine
from roadmap.importing.repair.responses import vocabulary
from roadmap.model.dataset import Dataset
from tests.projects import REAL, ROOT

SOURCES = REAL / "data/sources/enskede-arsta-vantor"
RECEIVED = (SOURCES / "tjansteutlatande.ocr.txt").read_text("utf-8")
RIGHT = (SOURCES / "tjansteutlatande.corrected.txt").read_text("utf-8")
CONTROL = (ROOT / "bench/repair/control.txt").read_text("utf-8")
TABLE = (ROOT / "bench/repair/results.md").read_text("utf-8")
FOOTNOTE_MARKS = 2  # import resolves them before repair comes


@pytest.fixture(scope="module")
def engines(real: Dataset) -> dict[str, Engine]:
    return {
        "with the plan": Engine(vocabulary(real)),
        "without the plan": Engine(),
    }


@pytest.mark.parametrize("name", ["with the plan", "without the plan"])
def test_the_real_document(engines: dict[str, Engine], name: str) -> None:
    outcome = measure(engines[name], RECEIVED, RIGHT)
    assert _row(name, outcome) in TABLE, (
        "run: .venv/bin/python -m bench.repair --out bench/repair/results.md"
    )
    assert outcome.words == 2453
    assert outcome.broken == 805
    assert outcome.share >= 0.97
    assert outcome.damaged == 0
    assert outcome.wrong_untold == 0
    assert outcome.left_untold < FOOTNOTE_MARKS


@pytest.mark.parametrize("text", [RIGHT, CONTROL])
def test_sound_swedish_is_left_alone(engines: dict[str, Engine], text: str) -> None:
    for engine in engines.values():
        outcome = measure(engine, text, text)
        assert outcome.changes_per_thousand <= 1
        assert outcome.unsure == 0


def test_another_kind_of_text_misread_in_the_same_way(engines: dict[str, Engine]) -> None:
    readings = readings_of(RECEIVED, RIGHT)
    outcome = measure(engines["without the plan"], damaged(CONTROL, readings, 1), CONTROL)
    assert outcome.broken > 90
    assert outcome.share >= 0.85
    # Nearly all that is not right is told.
    assert outcome.wrong_untold + outcome.left_untold <= 2


def _row(title: str, outcome: Outcome) -> str:
    share = f"{outcome.right} | {outcome.share:.1%} | {outcome.damaged}"
    return f"| The real document, {title} | {outcome.broken} | {share} |"


def test_the_signs_of_a_table_are_no_words(engines: dict[str, Engine]) -> None:
    table = "| Punkt | Forvaltningen |\n|---|---|\n| 1.1 | Vi saknar bocker.<br>Aven lararna. |"
    *_, repairs = engines["with the plan"].repair([RECEIVED, table])
    repaired = table
    for repair in reversed(repairs):
        repaired = repaired[: repair.start] + repair.after + repaired[repair.end :]
    assert "br" not in [repair.before for repair in repairs]
    assert repaired == (
        "| Punkt | Förvaltningen |\n|---|---|\n| 1.1 | Vi saknar böcker.<br>Även lärarna. |"
    )
