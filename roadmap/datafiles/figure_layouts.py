"""How a table of figures lies: a value per row, or a column per group or per period."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from roadmap.datafiles.figure_numbers import is_missing, is_number
from roadmap.model.figures import SEX_WORDS
from roadmap.model.periods import read_period

SCHOOL_YEARS = ("läsår", "skolår")
_TIMES = ("år", *SCHOOL_YEARS, "termin", "halvår", "kvartal", "period", "tid")
_SEX, _VALUE = "kön", "värde"
_ENGLISH = {
    **{"year": "år", "school year": "läsår", "quarter": "kvartal", "time": "tid"},
    **{"sex": _SEX, "gender": _SEX, "value": _VALUE},
    **{"women": "kvinnor", "men": "män", "girls": "flickor", "boys": "pojkar"},
    **{"female": "kvinnor", "male": "män", "total": "totalt", "both sexes": "båda könen"},
}
# A heading may have its unit with it: "Kvinnor (%)", "Andel kvinnor", "Män, procent".
_HEADING = re.compile(
    r"(?:(antal|andel) )?(?P<name>.+?)(?: ?\((.+)\)|, (.+)| ?(%))?", re.IGNORECASE
)

_NEAR = 10  # rows between the headings and a row that shows what they head, such as one of units


class Cell(NamedTuple):
    """A cell: its text, its place, and its number if the file says that it is one."""

    text: str
    line: int
    column: int
    number: Decimal | None = None

    @property
    def name(self) -> str:
        """What the cell names, in Swedish and without the unit beside it: "Girls (%)", flickor."""
        found = _HEADING.fullmatch(self.text)
        name = (found["name"] if found else self.text).casefold()
        return _ENGLISH.get(name, name)

    @property
    def unit(self) -> str | None:
        """The unit beside a name, if there is one."""
        found = _HEADING.fullmatch(self.text)
        return next((unit for unit in found.group(1, 3, 4, 5) if unit), None) if found else None

    @property
    def says_a_value(self) -> bool:
        """Whether the cell has a number, or says that one is missing."""
        if not self.text:
            return False
        return self.number is not None or is_missing(self.text) or is_number(self.text)

    @property
    def is_group(self) -> bool:
        """Whether the cell names women, men or all."""
        return self.name in SEX_WORDS

    @property
    def is_period(self) -> bool:
        """Whether the cell names a period."""
        try:
            read_period(self.text)
        except ValueError:
            return False
        return True


Row = Sequence[Cell]


class Values(NamedTuple):
    """A column of values, and the columns of what they are about: None if its heading says it."""

    column: int
    period: int | None
    group: int | None


class Layout(NamedTuple):
    """The headings of a table, and its columns of values."""

    heading: Row
    values: tuple[Values, ...]

    @property
    def about(self) -> list[int]:
        """The columns that say what the values of a row are about."""
        columns = {column for one in self.values for column in (one.period, one.group)}
        return sorted(column for column in columns if column is not None)

    @property
    def columns(self) -> list[int]:
        """All columns of the table."""
        return sorted([*self.about, *(one.column for one in self.values)])


def layout_of(rows: Sequence[Row]) -> Layout | None:
    """Return the layout of the first table, or None if no row has headings that are understood."""
    return next(filter(None, (layout_at(rows, number) for number in range(len(rows)))), None)


def layout_at(rows: Sequence[Row], number: int) -> Layout | None:
    """Return the layout of a table whose headings are in this row, or None if it has none."""
    heading = rows[number]
    filled = [index for index, cell in enumerate(heading) if cell.text]
    times = [index for index in filled if heading[index].name in _TIMES]
    sexes = [index for index in filled if heading[index].name == _SEX]
    values = [index for index in filled if heading[index].name == _VALUE]
    if len(filled) == 3 and len(times) == len(sexes) == len(values) == 1:
        return Layout(heading, (Values(values[0], times[0], sexes[0]),))
    groups = [index for index in filled if heading[index].is_group]
    if (column := _named_by(rows, number, groups, times, "is_period")) is not None:
        return Layout(heading, tuple(Values(index, column, None) for index in groups))
    periods = [index for index in filled if heading[index].is_period]
    if (column := _named_by(rows, number, periods, sexes, "is_group")) is not None:
        return Layout(heading, tuple(Values(index, None, column) for index in periods))
    return None


def understood(row: Row) -> int:
    """Return how many cells of a row are headings that are understood."""
    return sum(is_heading(cell) for cell in row)


def is_heading(cell: Cell) -> bool:
    """Whether a cell is a heading that is understood."""
    return cell.is_group or cell.is_period or cell.name in (*_TIMES, _SEX, _VALUE)


def _named_by(
    rows: Sequence[Row], number: int, across: list[int], known: list[int], names: str
) -> int | None:
    """Return the column that names the rows, where these columns are headed by the other names.

    Its heading may be of a known kind, another one or none; then a name is to stand below it.
    """
    heading = rows[number]
    others = [index for index, cell in enumerate(heading) if cell.text and index not in across]
    if not across or len(others) > 1 or any(heading[index].says_a_value for index in others):
        return None
    column = others[0] if others else across[0] - 1
    near = rows[number + 1 : number + 1 + _NEAR]
    below = (row[column] for row in near if 0 <= column < len(row))
    is_named = others and others == known
    return column if is_named or any(getattr(cell, names) for cell in below) else None
