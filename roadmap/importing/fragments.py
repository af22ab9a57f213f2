"""Pieces of text with their place on a page, and the lines that they make up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from roadmap.importing.lines import Cell, clean
from roadmap.text.source_text import superscript

_SMALL = 0.8  # of the size of the line: a raised digit is smaller
_RAISED = 0.1  # of that size: how far above the line it stands at least
_TOUCHING = 0.2  # of the size: pieces this near are one word
_OVER = 0.5  # of the size: pieces that lie so far over each other are not
_CELL = 1.0  # of the size: a wider gap may be that between two columns


@dataclass(slots=True)
class Fragment:
    """A piece of text in one size, in points from the lower left corner of the page.

    `starts` if it is known to begin a paragraph, `typed` if somebody has filled it in; `cell` is
    where it stands in a table that the page has drawn.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    starts: bool = False
    typed: bool = False
    cell: Cell | None = None

    @property
    def size(self) -> float:
        """The height of its letters."""
        return self.top - self.bottom


Row = list[Fragment]  # from left to right


def rows_of(fragments: Sequence[Fragment]) -> list[Row]:
    """Return the fragments in rows from the top, each from left to right."""
    rows: list[Row] = []
    tallest: Fragment | None = None
    for fragment in sorted(fragments, key=lambda item: -(item.bottom + item.top)):
        if tallest and _beside(tallest, fragment):
            rows[-1].append(fragment)
            # A raised digit may come first, and does not show where the line is.
            tallest = max(tallest, fragment, key=lambda item: item.size)
        else:
            rows.append([fragment])
            tallest = fragment
    for row in rows:
        row.sort(key=lambda item: item.left)
    return rows


def _beside(one: Fragment, other: Fragment) -> bool:
    overlap = min(one.top, other.top) - max(one.bottom, other.bottom)
    return overlap >= 0.5 * min(one.size, other.size)


def cells(row: Row) -> Iterator[Row]:
    """Yield the parts of a row that have a wide gap between them."""
    part: Row = []
    for fragment in row:
        if part and fragment.left - part[-1].right > _CELL * max(fragment.size, part[-1].size):
            yield part
            part = []
        part.append(fragment)
    if part:
        yield part


def merged(row: Row) -> Fragment:
    """Return a row as one piece, with small raised digits as ¹, ², …"""
    main = max(row, key=lambda item: len(item.text))
    text = ""
    end: float | None = None
    for fragment in row:
        is_raised = fragment.bottom > main.bottom + _RAISED * main.size
        is_mark = is_raised and fragment.size < _SMALL * main.size
        digits = fragment.text.strip().isdecimal() and fragment.text.isascii()
        gap = 0 if end is None else fragment.left - end
        if text and not -_OVER * main.size <= gap <= _TOUCHING * main.size:
            text += " "
        text += superscript(fragment.text) if is_mark and digits else fragment.text
        end = fragment.right
    right = max(fragment.right for fragment in row)
    typed = any(fragment.typed for fragment in row)
    return Fragment(clean(text), row[0].left, right, main.bottom, main.top, row[0].starts, typed)
