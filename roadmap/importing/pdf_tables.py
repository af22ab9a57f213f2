"""The drawn tables of a PDF where they stand on its pages, and from one page to the next."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from roadmap.importing.columns import Reader
from roadmap.importing.fragments import Fragment, rows_of
from roadmap.importing.grids import Grid
from roadmap.importing.lines import Cell, Line

Edges = tuple[float, ...]

_BETWEEN = 4  # lines at most, such as the foot of a page and the head of the next
_SAME = 3.0  # points between the edges of the same column
_AGAIN = "En tabells rubriker, som står en gång till på sidan"


def with_tables(
    reader: Reader, fragments: Sequence[Fragment], drawn: Sequence[Grid], lines: list[Fragment]
) -> list[Edges]:
    """Add the lines of a page, its tables cell by cell; return the edges of each table's columns.

    Text beside a table, or across its lines, is read in the usual way.
    """
    rest = list(fragments)
    edges: list[Edges] = []
    for grid in drawn:
        cells = grid.read([item for item in rest if grid.holds(item)], len(edges))
        if cells is None:
            continue
        lines.extend(reader.lines(rows_of([item for item in rest if grid.is_below(item)])))
        lines.extend(cells)
        rest = [item for item in rest if not grid.holds(item) and not grid.is_below(item)]
        edges.append(grid.lefts)
    lines.extend(reader.lines(rows_of(rest)))
    return edges


class Tables:
    """Numbers the tables of a document. `aside` are the heads that its pages repeat."""

    def __init__(self) -> None:
        self.aside: list[tuple[str, str]] = []
        self._edges: list[Edges] = []

    def joined(self, before: list[Line], page: Iterable[Line], edges: list[Edges]) -> list[Line]:
        """Return the lines with those of the next page, whose first table may be the last one's."""
        lines = list(page)
        first = len(self._edges)
        rows = self._rows_before(before, lines, edges)
        if rows:
            first -= 1
        self._edges = [*self._edges[:first], *edges]
        lines = [
            replace(line, cell=_moved(line.cell, first, rows)) if line.cell else line
            for line in lines
        ]
        if rows:
            head = [line for line in before if _is_in(line, first, 0)]
            again = [line for line in lines if _is_in(line, first, rows)]
            if [line.text for line in head] == [line.text for line in again]:
                words = " ".join(line.text for line in again)
                self.aside.append((words, f"{_AGAIN} {again[0].page}."))
                lines = [line for line in lines if line not in again]
                before = [_as_head(line) if line in head else line for line in before]
        return [*before, *lines]

    def _rows_before(self, before: list[Line], page: list[Line], edges: list[Edges]) -> int:
        """Return how many rows the page's first table has on the pages before; 0 if it is new."""
        if not (self._edges and edges and _alike(self._edges[-1], edges[0])):
            return 0
        above = next((at for at, line in enumerate(page) if line.cell), len(page))
        for after, line in enumerate(reversed(before)):
            if line.cell and after + above <= _BETWEEN:
                return line.cell.row + 1
            if line.cell:
                break
        return 0


def _alike(one: Edges, other: Edges) -> bool:
    return len(one) == len(other) and all(
        abs(left - right) <= _SAME for left, right in zip(one, other, strict=True)
    )


def _moved(cell: Cell, tables: int, rows: int) -> Cell:
    """Return a cell of a page as one of the document."""
    row = cell.row + (0 if cell.table else rows)
    return replace(cell, table=cell.table + tables, row=row)


def _is_in(line: Line, table: int, row: int) -> bool:
    return line.cell is not None and (line.cell.table, line.cell.row) == (table, row)


def _as_head(line: Line) -> Line:
    return replace(line, cell=replace(line.cell, head=True)) if line.cell else line
