"""Twice as long a document takes twice as much work, whatever its lines are."""

import sys
from types import FrameType

import pytest

from roadmap.importing.lines import Line, Manuscript
from roadmap.importing.response import account_of
from tests.projects import REAL, dataset_of

DATASET = dataset_of(REAL)
KINDS = {
    "one long paragraph": ("ett ord och ett till",),
    "paragraphs": ("Vi anser att det är bra.",),
    "headings": ("Vår syn på saken",),
    "answers": ("Strategi 1.1", "Vi instämmer.", "Strategi 1.2", "Vi saknar mål."),
    "bare numbers": ("1.1", "Rättat."),
    "items of a list": ("- en punkt",),
    "rows of contents": ("Bakgrund ..... 3",),
    "cut words": ("sam-", "verkan"),
    "sentences on nothing": ("Inget att erinra på 1.1–1.4.",),
    "minorities": ("Reservation", "Planen är dyr."),
}


def calls(rows: tuple[str, ...], count: int, starts: bool) -> int:
    """Return how many calls of functions, also of those in C, a document takes."""
    number = 0

    def counted(_: FrameType, event: str, __: object) -> None:
        nonlocal number
        number += event in ("call", "c_call")

    lines = tuple(Line(row, None, starts) for row in rows * count)
    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        account_of(DATASET, "provnamnden", Manuscript("svar", lines))
    finally:
        sys.setprofile(before)
    return number


@pytest.mark.parametrize("kind", KINDS)
def test_the_work_grows_with_the_lines(kind: str) -> None:
    rows = KINDS[kind]
    starts = kind != "one long paragraph"
    calls(rows, 150, starts)  # what is remembered from then on
    assert calls(rows, 300, starts) < 2.5 * calls(rows, 150, starts)
