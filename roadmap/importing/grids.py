"""The tables that a page has drawn: the lines around their cells, and what stands in each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from roadmap.importing.fragments import Fragment, merged, rows_of
from roadmap.importing.lines import Cell

Box = tuple[float, float, float, float]  # left, bottom, right, top

_THIN = 2.0  # points: what is thinner is a line, and lines that near are one
_MANY = 4000  # boxes: a page with more is a drawing
_WHOLE = 0.7  # of the page's width and height: a larger box is a frame around it
_COVERED = 0.8  # of a cell's side: a line so long parts it from the next cell
_REACH = 3.0  # points from the end of a line to the line that it meets


@dataclass(frozen=True)
class Stroke:
    """A line across the page or down it: where it is, and where it begins and ends."""

    at: float
    start: float
    end: float


@dataclass(frozen=True)
class Grid:
    """The lines of a table, across from the top and down from the left, and where each is drawn."""

    tops: tuple[float, ...]
    lefts: tuple[float, ...]
    across: tuple[Stroke, ...]
    down: tuple[Stroke, ...]

    def read(self, fragments: Sequence[Fragment], table: int) -> list[Fragment] | None:
        """Return the lines in the cells, row by row; None if the text does not keep to them."""
        by_cell: dict[tuple[int, int], list[Fragment]] = {}
        roots = self._roots()
        for fragment in fragments:
            place = self._place(fragment, roots)
            if place is None:
                return None
            by_cell.setdefault(place, []).append(fragment)
        if len({row for row, _ in by_cell}) < 2 or len({column for _, column in by_cell}) < 2:
            return None
        lines: list[Fragment] = []
        for row, column in sorted(by_cell):
            for number, words in enumerate(rows_of(by_cell[row, column])):
                line = merged(words)
                line.starts = line.starts or number == 0
                line.cell = Cell(table, row, column)
                lines.append(line)
        return lines

    def is_below(self, fragment: Fragment) -> bool:
        """Whether the table is below a piece of text."""
        return _middle(fragment) >= self.tops[0]

    def holds(self, fragment: Fragment) -> bool:
        """Whether a piece of text is at the height of the table."""
        return self.tops[-1] < _middle(fragment) < self.tops[0]

    def _place(
        self, fragment: Fragment, roots: dict[tuple[int, int], tuple[int, int]]
    ) -> tuple[int, int] | None:
        height = _middle(fragment)
        rows = enumerate(pairwise(self.tops))
        row = next((at for at, (top, bottom) in rows if bottom <= height < top), None)
        if row is None:
            return None
        ends = [
            next((at for at, (x, y) in enumerate(pairwise(self.lefts)) if x < side < y), None)
            for side in (fragment.left + _THIN, fragment.right - _THIN)
        ]
        cells = {roots[row, column] for column in ends if column is not None}
        return cells.pop() if len(cells) == 1 and None not in ends else None

    def _roots(self) -> dict[tuple[int, int], tuple[int, int]]:
        """Return the first cell of the merged one that each cell is part of."""
        roots: dict[tuple[int, int], tuple[int, int]] = {}
        for row, (top, bottom) in enumerate(pairwise(self.tops)):
            for column, (left, right) in enumerate(pairwise(self.lefts)):
                roots[row, column] = (row, column)
                if column and not _parts(self.down, left, bottom, top):
                    roots[row, column] = roots[row, column - 1]
                elif row and not _parts(self.across, top, left, right):
                    roots[row, column] = roots[row - 1, column]
        return roots


def _middle(fragment: Fragment) -> float:
    return (fragment.bottom + fragment.top) / 2


def grids(boxes: Iterable[Box], size: tuple[float, float]) -> list[Grid]:
    """Return the tables that the lines and boxes of a page make up, from the top."""
    width, height = size[0] * _WHOLE, size[1] * _WHOLE
    drawn = [box for box in boxes if box[2] - box[0] < width or box[3] - box[1] < height]
    drawn.sort(key=lambda box: -box[3])
    if len(drawn) > _MANY:
        return []
    found = (_grid(group) for group in _groups(drawn))
    return [grid for grid in found if grid]


def _groups(boxes: Sequence[Box]) -> Iterator[list[Box]]:
    """Yield the boxes that are at the same heights."""
    group: list[Box] = []
    lowest = 0.0
    for box in boxes:
        if group and box[3] < lowest - _THIN:
            yield group
            group = []
        lowest = min(lowest, box[1]) if group else box[1]
        group.append(box)
    if group:
        yield group


def _grid(boxes: Sequence[Box]) -> Grid | None:
    across: list[Stroke] = []
    down: list[Stroke] = []
    for left, bottom, right, top in boxes:
        if top - bottom > _THIN:
            down += [Stroke(side, bottom, top) for side in {left, right}]
        if right - left > _THIN:
            across += [Stroke(side, left, right) for side in {bottom, top}]
    across, down = _joined(across), _joined(down)
    # A line under words meets no other; those of a table do, at both ends.
    across = [line for line in across if _meets(line, down)]
    down = [line for line in down if _meets(line, across)]
    tops = sorted(_distinct(line.at for line in across), reverse=True)
    lefts = sorted(_distinct(line.at for line in down))
    if len(tops) < 3 or len(lefts) < 3:
        return None
    return Grid(tuple(tops), tuple(lefts), tuple(across), tuple(down))


def _joined(lines: Iterable[Stroke]) -> list[Stroke]:
    """Return the lines with those in one that touch each other."""
    joined: list[Stroke] = []
    places: list[float] = []
    for line in sorted(lines, key=lambda line: line.at):
        if not places or line.at - places[-1] > _THIN:
            places.append(line.at)
        joined.append(replace(line, at=places[-1]))
    whole: list[Stroke] = []
    for line in sorted(joined, key=lambda line: (line.at, line.start)):
        last = whole[-1] if whole else None
        if last and last.at == line.at and line.start <= last.end + _REACH:
            whole[-1] = replace(last, end=max(last.end, line.end))
        else:
            whole.append(line)
    return whole


def _meets(line: Stroke, others: Sequence[Stroke]) -> bool:
    def met(end: float) -> bool:
        return any(
            abs(other.at - end) <= _REACH and other.start - _REACH <= line.at <= other.end + _REACH
            for other in others
        )

    return met(line.start) and met(line.end)


def _distinct(places: Iterable[float]) -> list[float]:
    return list(dict.fromkeys(places))


def _parts(lines: Sequence[Stroke], at: float, start: float, end: float) -> bool:
    """Whether a line is drawn along most of a cell's side."""
    return any(
        line.at == at and min(line.end, end) - max(line.start, start) >= _COVERED * (end - start)
        for line in lines
    )
