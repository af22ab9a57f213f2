"""Which paragraphs last on a page are footnotes."""

import pytest

from roadmap.importing.lines import Line, Manuscript
from roadmap.importing.notes import with_footnotes


def notes_of(*texts: str) -> dict[str, str]:
    lines = tuple(Line(text, 1, True) for text in texts)
    return with_footnotes(Manuscript("svar", lines)).footnotes


@pytest.mark.parametrize("note", ["1 Provboken, 2018.", "1Provboken, 2018.", "¹ Provboken, 2018."])
def test_a_paragraph_with_a_mark_is_a_footnote(note: str) -> None:
    assert notes_of("Barnen växer1 fort.", note) == {"1": "Provboken, 2018."}


@pytest.mark.parametrize(
    "text", ["2.3 meter räcker.", "1,5 procent.", "2018 var året.", "10–15 barn.", "4/5 är nog."]
)
def test_a_paragraph_that_begins_with_a_figure_is_none(text: str) -> None:
    assert notes_of("Barnen växer1 fort.", text) == {}
