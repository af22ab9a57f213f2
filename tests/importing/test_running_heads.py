"""Which lines are running heads, and which only look so."""

from itertools import chain

import pytest

from roadmap.importing.lines import Line, Manuscript
from roadmap.importing.running_heads import without_running_heads
from tests.projects import REAL, dataset_of

AREAS = dataset_of(REAL).goal_areas


def left(pages: list[list[str]]) -> tuple[list[str], list[str]]:
    """Return the lines that are text, and those that are put aside."""
    lines = tuple(Line(text, number) for number, page in enumerate(pages, 1) for text in page)
    manuscript = without_running_heads(Manuscript("svar", lines), AREAS)
    return [line.text for line in manuscript.lines], [text for text, _ in manuscript.aside]


@pytest.mark.parametrize(
    "heads",
    [
        ["Strategi 1.1", "Strategi 1.2", "Strategi 1.3"],
        ["1.1", "1.2", "1.3"],
        ["Synpunkter", "Synpunkter", "Synpunkter"],
        ["Förvaltningens svar", "Förvaltningens svar", "Förvaltningens svar"],
        ["Fråga 1", "Fråga 2", "Fråga 3"],
        ["Punkt 1:", "Punkt 2:", "Punkt 3:"],
        ["Inga synpunkter.", "Inga synpunkter.", "Inga synpunkter."],
        ["Ramen är 10 kronor", "Ramen är 20 kronor", "Ramen är 30 kronor"],
    ],
)
def test_these_first_or_last_on_the_pages_are_text(heads: list[str]) -> None:
    first = [[head, f"Text {letter}"] for head, letter in zip(heads, "abc", strict=True)]
    assert left(first) == ([*chain.from_iterable(first)], [])
    last = [[f"Text {letter}", head] for head, letter in zip(heads, "abc", strict=True)]
    assert left(last) == ([*chain.from_iterable(last)], [])


@pytest.mark.parametrize(
    "heads",
    [
        ["Tjänsteutlåtande Sid 1 (3)", "Tjänsteutlåtande Sid 2 (3)", "Tjänsteutlåtande Sid 3 (3)"],
        ["Yttrande 1 (3)", "Yttrande 2 (3)", "Yttrande 3 (3)"],
        ["Stockholms stad 1", "Stockholms stad 2", "Stockholms stad 3"],
        ["– 4 –", "– 5 –", "– 6 –"],
        ["Dnr 1.1-234/2018", "Dnr 1.1-234/2018", "Dnr 1.1-234/2018"],
        ["Socialförvaltningen", "Socialförvaltningen", "Socialförvaltningen"],
        ["sidan 1 av 3", "sidan 2 av 3", "sidan 3 av 3"],
    ],
)
def test_these_are_running_heads(heads: list[str]) -> None:
    pages = [[head, f"Text {letter}"] for head, letter in zip(heads, "abc", strict=True)]
    assert left(pages) == (["Text a", "Text b", "Text c"], heads[:1])


def test_every_wording_is_kept() -> None:
    pages = [["Nämnden", "a"], ["Nämnden", "b"], ["Stadens nämnd", "c"], ["Stadens nämnd", "d"]]
    assert left(pages) == (["a", "b", "c", "d"], ["Nämnden", "Stadens nämnd"])
    pages = [["NÄMNDEN", "a"], ["Nämnden", "b"], ["Nämnden", "c"]]
    assert left(pages) == (["a", "b", "c"], ["NÄMNDEN", "Nämnden"])
    numbered = [["Akt 7 sid 1", "a"], ["Akt 8 sid 2", "b"], ["Akt 8 sid 3", "c"]]
    assert left(numbered) == (["Akt 7 sid 1", "a", "b", "c"], ["Akt 8 sid 2"])


def test_a_title_of_the_plan_is_text() -> None:
    title = AREAS[0].strategies[0].title
    pages = [[title, "a"], [title, "b"]]
    assert left(pages) == ([title, "a", title, "b"], [])


def test_a_line_that_the_document_calls_its_body_is_text() -> None:
    lines = tuple(Line("Tillstyrks ☒", page, body=True) for page in (1, 2, 3))
    assert without_running_heads(Manuscript("svar", lines), AREAS).lines == lines
