"""Where the cells of a Word document's tables stand."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from roadmap.importing.word.package import is_on, name, number, value

TABLE, ROW, CELL = name("w:tbl"), name("w:tr"), name("w:tc")
_ROW_PROPERTIES, _CELL_PROPERTIES = name("w:trPr"), name("w:tcPr")
_HEAD, _BEFORE, _SPAN = name("w:tblHeader"), name("w:gridBefore"), name("w:gridSpan")


class Place(NamedTuple):
    """The table of a cell, its row and its column; `head` if Word repeats the row as a head."""

    table: Any
    row: int
    column: int
    head: bool


def places(table: Any) -> dict[Any, Place]:
    """Return the places of a table's cells; none if it has one row or column and is but layout."""
    found: dict[Any, Place] = {}
    for row_number, row in enumerate(_parts(table, ROW)):
        properties = row.find(_ROW_PROPERTIES)
        column = _count(properties, _BEFORE, 0)
        is_head = row_number == 0 and bool(is_on(properties, _HEAD))
        for cell in _parts(row, CELL):
            found[cell] = Place(table, row_number, column, is_head)
            column += _count(cell.find(_CELL_PROPERTIES), _SPAN, 1)
    rows = {place.row for place in found.values()}
    columns = {place.column for place in found.values()}
    return found if len(rows) > 1 and len(columns) > 1 else {}


def _parts(element: Any, tag: str) -> Iterator[Any]:
    """Yield the rows of a table, or the cells of a row, also those in controls and changes."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in (TABLE, ROW, CELL):
            yield from _parts(child, tag)


def _count(properties: Any, child: str, usual: int) -> int:
    found = number(value(properties, child))
    return usual if found is None else found
