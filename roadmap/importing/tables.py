"""The tables of a document: which of them hold answers, and in what order their cells are read.

A table of strategies is read strategy by strategy, and its cells are then running text like any
other, under the same evidence. A table without any is one whole, and nothing in it is a heading.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from roadmap.importing.evidence import COLUMN_HEADS
from roadmap.importing.lines import Line
from roadmap.importing.marks import Marks
from roadmap.importing.numbering import Numbering
from roadmap.importing.titles import folded

_TWICE = 2


@dataclass(frozen=True)
class Plan:
    """How the plan numbers its strategies, and the title of each that has a number, by that."""

    numbering: Numbering
    titles: Mapping[str, str]


@dataclass(frozen=True)
class Lump:
    """Lines of a table that stay together: all of one without answers, or the head of another."""

    lines: int
    is_head: bool = False


def by_strategy(lines: Sequence[Line], plan: Plan) -> list[Line]:
    """Return the lines with each table's cells in the order of its strategies.

    They may stand in any column, or side by side in the first row.
    """
    ordered: list[Line] = []
    after = 0
    for first, end in _spans(lines):
        ordered += [*lines[after:first], *_ordered(lines[first:end], plan)]
        after = end
    return [*ordered, *lines[after:]]


def lumps(lines: Sequence[Line], marks: Marks) -> dict[int, Lump]:
    """Return where the tables without answers begin, and the heads of those that have answers."""
    found: dict[int, Lump] = {}
    for first, end in _spans(lines):
        headings = [index for index in range(first, end) if _is_heading(marks, index)]
        if headings:
            if _is_head(lines[first], lines[headings[0]]):
                found[first] = Lump(headings[0] - first, True)
        elif not any(marks.reason(index) for index in range(first, end)):
            found[first] = Lump(end - first)
    return found


def answering(lines: Sequence[Line], marks: Marks) -> set[int]:
    """Return the lines right after the tables that have answers on several strategies."""
    return {
        end
        for first, end in _spans(lines)
        if sum(_is_heading(marks, index) for index in range(first, end)) >= _TWICE
    }


def _spans(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield where each table begins, and the line after it."""
    first = 0
    for table, own in groupby(lines, lambda line: line.cell and line.cell.table):
        end = first + len(list(own))
        if table is not None:
            yield first, end
        first = end


def _is_heading(marks: Marks, index: int) -> bool:
    found = marks.evidence.get(index)
    return found is not None and found.sure


def _is_head(line: Line, heading: Line) -> bool:
    """Whether the lines from this one up to a strategy are heads of its columns, or of its row."""
    return bool(
        line is not heading and line.cell and heading.cell and line.cell.row >= heading.cell.row - 1
    )


def _ordered(lines: Sequence[Line], plan: Plan) -> list[Line]:
    lines = list(_joined(lines, plan))
    firsts = [next(own) for _, own in groupby(lines, lambda line: line.cell)]
    top = min(line.cell.row for line in firsts if line.cell)
    numbered = [line.cell for line in firsts if line.cell and _begins(line, plan)]
    if len({cell.column for cell in numbered if cell.row == top}) >= _TWICE:
        return sorted(
            lines, key=lambda line: (line.cell.column, line.cell.row) if line.cell else ()
        )
    columns = [cell.column for cell in numbered]
    headed = [
        line.cell.column
        for line in firsts
        if line.cell and line.cell.row == top and line.text.casefold().rstrip(":") in COLUMN_HEADS
    ]
    often = [column for column in columns if columns.count(column) >= _TWICE]
    column = next(iter((*headed, *often)), None)
    return sorted(
        lines,
        key=lambda line: (line.cell.row, line.cell.column != column) if line.cell else (),
    )


def _begins(line: Line, plan: Plan) -> bool:
    begun = plan.numbering.beginning(line.text)
    return bool(begun and begun.numbers and not begun.is_measure)


def _joined(lines: Sequence[Line], plan: Plan) -> Iterator[Line]:
    """Yield the lines with the cells that name a strategy as one: "Strategi", "1.1", "Läs mer"."""
    before: Line | None = None
    for line in lines:
        if before and _names_together(before, line, plan):
            line = replace(line, text=f"{before.text} {line.text}")
        elif before:
            yield before
        before = line
    if before:
        yield before


def _names_together(before: Line, line: Line, plan: Plan) -> bool:
    if not (before.cell and line.cell) or before.cell.row != line.cell.row:
        return False
    if before.text.casefold().rstrip(":") in COLUMN_HEADS:
        return _begins(line, plan)
    begun = plan.numbering.beginning(before.text)
    is_number = begun is not None and len(begun.numbers) == 1 and not begun.rest
    return bool(begun and is_number and folded(plan.titles[begun.numbers[0]]) == folded(line.text))
