"""Undo the layout: remove running heads from the text, and join lines into paragraphs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from roadmap.importing.lines import Cell, Line
from roadmap.text import tables

_SHORT = 0.75  # of a full line


def width(lines: Sequence[Line]) -> int:
    """Return the length of a full line in characters; 0 if the lines are whole paragraphs."""
    lengths = sorted(len(line.text) for line in lines if not line.starts)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def flowing(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with `starts` set by the text rather than by the layout of the pages.

    A blank line or a page break inside a sentence does not end a paragraph; a page break does after
    a line with room for one more word, and before a short line, which is a heading.
    """
    full_width = width(lines)
    flowing_lines: list[Line] = []
    for line in lines:
        before = flowing_lines[-1] if flowing_lines else None
        if before is None:
            starts = True
        elif line.follows:
            starts = False
        elif line.certain or line.cell != before.cell:
            starts = line.starts or line.cell != before.cell
        elif line.starts:
            starts = before.ends or not line.text[:1].islower()
        elif before.page != line.page:
            continues = line.text[:1].islower() and not before.ends
            short = before.ends and not line.ends and len(line.text) < _SHORT * full_width
            starts = not continues and (short or _has_room(before, line, full_width))
        else:
            starts = False
        flowing_lines.append(replace(line, starts=starts or line.bullet))
    return flowing_lines


def _has_room(before: Line, line: Line, full_width: int) -> bool:
    """Whether the first word of `line` would have fitted on the line before."""
    return len(before.text) + 1 + len(line.text.split()[0]) <= full_width


def paragraphs(lines: Sequence[Line]) -> str:
    """Return the lines as a text of the data: paragraphs, items and tables."""
    pieces: list[str] = []
    for _, together in groupby(lines, lambda line: line.cell and line.cell.table):
        for chunk in _table(list(together)):
            if pieces:
                both_items = chunk.startswith("- ") and pieces[-1].startswith("- ")
                pieces.append("\n" if both_items else "\n\n")
            pieces.append(chunk)
    return "".join(pieces)


def _table(lines: Sequence[Line]) -> Iterator[str]:
    """Yield the lines of a table as one; as running text if it has a single row or column."""
    cells: dict[Cell | None, list[Line]] = {}
    for line in lines:
        cells.setdefault(line.cell, []).append(line)
    rows = sorted({cell.row for cell in cells if cell})
    columns = sorted({cell.column for cell in cells if cell})
    if len(rows) < 2 or len(columns) < 2:
        for own in cells.values():
            yield from _chunks(own)
        return
    grid = {
        (cell.row, cell.column): tables.cell_of(_pieces(own)) for cell, own in cells.items() if cell
    }
    has_head = any(cell.head for cell in cells if cell and cell.row == rows[0])
    table = tables.Table(
        tuple(tuple(grid.get((row, column), ()) for column in columns) for row in rows), has_head
    )
    yield "\n".join(tables.lines(table))


def _chunks(lines: Sequence[Line]) -> Iterator[str]:
    """Yield the paragraphs and items that the lines make up, as they are written."""
    for piece in _pieces(lines):
        yield piece if piece.startswith("- ") else tables.as_paragraph(piece)


def _pieces(lines: Sequence[Line]) -> Iterator[str]:
    """Yield the paragraphs and items that the lines make up."""
    rows: list[str] = []
    for line in lines:
        if rows and line.starts:
            yield " ".join(rows)
            rows = []
        is_item = line.bullet and not rows
        rows.append(f"- {line.item}" if is_item else line.text)
    if rows:
        yield " ".join(rows)
