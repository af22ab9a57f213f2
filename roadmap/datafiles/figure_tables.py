"""Read the figures of a table, and hand back what stands around it, to be told of."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from roadmap.datafiles.figure_layouts import (
    SCHOOL_YEARS,
    Cell,
    Layout,
    Row,
    Values,
    is_heading,
    layout_at,
    layout_of,
    understood,
)
from roadmap.datafiles.figure_numbers import Numbers, is_missing, is_percent
from roadmap.datafiles.problems import DataError, Problem, did_you_mean, quoted
from roadmap.model.figures import SEX_WORDS, Figure
from roadmap.model.periods import Period, read_period
from roadmap.text.swedish import listing

_SOURCE = re.compile(r"(?:källa|källor|source)\b[.:]?\s*", re.IGNORECASE)
_NOTE = re.compile(rf"{_SOURCE.pattern}|(?:anm|anmärkning|not|noter|note)\b", re.IGNORECASE)
_GROUPS = ("kvinnor", "män", "flickor", "pojkar", "totalt")
_HEADINGS = (
    "Skriv år, kön och värde, eller år och sedan en kolumn för varje grupp (kvinnor, män, totalt)."
)


class Aside(NamedTuple):
    """Words that are no part of a table, and the field of its series that they may belong in."""

    text: str
    line: int
    column: int
    field: str | None


class Table(NamedTuple):
    """The figures of a table, the words around it, and warnings about its numbers."""

    figures: tuple[Figure, ...]
    asides: tuple[Aside, ...]
    warnings: tuple[Problem, ...]


# Adds a problem at a cell: message and hint.
_Tell = Callable[[Cell, str, str | None], None]


def read_table(path: str, rows: Sequence[Row], usual: str | None = None) -> Table:
    """Read the figures of a table. `usual` is the decimal sign that the file's form goes with.

    Raises DataError with every problem.
    """
    layout = layout_of(rows)
    if layout is None:
        raise DataError([_unknown_headings(path, rows)])
    problems: list[Problem] = []

    def tell(cell: Cell, message: str, hint: str | None = None) -> None:
        problems.append(Problem(path, cell.line, cell.column, message, hint))

    asides = list(_units(layout))
    table_rows: list[Row] = []
    start = next(number for number, row in enumerate(rows) if row is layout.heading)
    for number, row in enumerate(rows):
        if number == start or not any(cell.text for cell in row):
            continue
        if number < start or not _belongs(layout, row):
            if number > start and layout_at(rows, number):
                tell(row[0], "Här börjar en tabell till.", "Lägg den i en egen fil.")
                break
            asides.append(_aside(row, number < start))
        elif _has_its_length(layout, row, tell):
            table_rows.append(row)
    numbers = Numbers(usual)
    for row in table_rows:
        for cell in (row[values.column] for values in layout.values):
            if cell.number is None:
                numbers.notice(cell.text, cell.line)
    read = (
        _figure(layout, row, values, numbers, tell)
        for row in table_rows
        for values in layout.values
    )
    figures = [figure for figure in read if figure]
    problems += _faults_between(path, figures)
    warnings = [
        Problem(path, line, 1, message, hint, "warning") for line, message, hint in numbers.mixed()
    ]
    if problems:
        raise DataError([*dict.fromkeys(problems), *warnings])
    return Table(tuple(figures), tuple(asides), tuple(warnings))


def _unknown_headings(path: str, rows: Sequence[Row]) -> Problem:
    """Return the problem of a table without headings, where they seem to be."""
    heading = max(
        (row for row in rows if any(cell.text for cell in row)), key=understood, default=()
    )
    filled = [cell for cell in heading if cell.text]
    wrong = next((cell for cell in filled if not is_heading(cell)), None) or next(
        iter(filled), None
    )
    place = (wrong.line, wrong.column) if wrong else (1, 1)
    return Problem(path, *place, "Kolumnernas namn stämmer inte.", _HEADINGS)


def _units(layout: Layout) -> Iterator[Aside]:
    """Yield the words of the headings that are no names: units, and what the table is about."""
    for cell in layout.heading:
        if cell.unit:
            yield Aside(cell.unit, cell.line, cell.column, "unit")
        elif cell.text and not is_heading(cell):
            yield Aside(cell.text, cell.line, cell.column, "title")


def _aside(row: Row, is_above: bool) -> Aside:
    filled = [cell for cell in row if cell.text]
    text = " ".join(cell.text for cell in filled)
    field = "title" if is_above else None
    if found := _SOURCE.match(text):
        text, field = text[found.end() :] or text, "source"
    return Aside(text, filled[0].line, filled[0].column, field)


def _belongs(layout: Layout, row: Row) -> bool:
    """Whether a row is one of the table, and not a note below it or a unit under its headings."""
    filled = [cell for cell in row if cell.text]
    if _NOTE.match(filled[0].text):
        return False
    if any(
        row[column].is_period or row[column].is_group
        for column in layout.about
        if column < len(row)
    ):
        return True
    values = [row[one.column] for one in layout.values if one.column < len(row)]
    return len(filled) > 1 and any(cell.says_a_value for cell in values)


def _has_its_length(layout: Layout, row: Row, tell: _Tell) -> bool:
    """Whether a row has a cell in every column of the table and none outside it."""
    columns = layout.columns
    width = 1 + columns[-1]
    stray = next(
        (cell for index, cell in enumerate(row) if cell.text and index not in columns), None
    )
    if stray is None and len(row) >= width:
        return True
    names = [layout.heading[column].text for column in columns if layout.heading[column].text]
    hint = f"Skriv {listing(names)} på varje rad. Finns inget värde, lämna det tomt."
    length = max(index for index, cell in enumerate(row, start=1) if cell.text or index <= width)
    if stray and length <= width:
        tell(stray, "Kolumnen saknar rubrik.", "Skriv vad den visar, eller ta bort den.")
        return False
    if stray and length == width + 1:
        hint = 'Har ett tal delats vid sitt komma? Skriv det inom citattecken: "84,5".'
    tell(stray or row[0], f"Raden har {length} värden; den ska ha {len(columns)}.", hint)
    return False


def _figure(
    layout: Layout, row: Row, values: Values, numbers: Numbers, tell: _Tell
) -> Figure | None:
    """Return the figure of a row in a column of values, or None after telling why not."""
    heading, cell = layout.heading[values.column], row[values.column]
    group_cell = heading if values.group is None else row[values.group]
    period = _period(layout, row, values, tell)
    word = group_cell.name
    if not group_cell.is_group:
        hint = did_you_mean(word, _GROUPS) or f"Välj {listing(_GROUPS, 'eller')}."
        tell(group_cell, f"{quoted(group_cell.text)} är inget av de värden som kön kan ha.", hint)
    value, mark = cell.number, None
    if value is None and is_missing(cell.text):
        mark = cell.text or None
    elif value is None:
        try:
            value = numbers.read(cell.text)
        except ValueError as error:
            tell(cell, *error.args)
    if period is None or not group_cell.is_group:
        return None
    percent = is_percent(cell.text) or heading.unit in ("%", "procent")
    return Figure(period, SEX_WORDS[word], word, value, cell.line, cell.column, percent, mark)


def _period(layout: Layout, row: Row, values: Values, tell: _Tell) -> Period | None:
    heading = layout.heading[values.column if values.period is None else values.period]
    cell = heading if values.period is None else row[values.period]
    try:
        period = read_period(cell.text)
    except ValueError as error:
        tell(cell, f"{quoted(cell.text)} är inget år.", str(error))
        return None
    if heading.name in SCHOOL_YEARS and period.kind != "läsår":
        tell(cell, f"{quoted(cell.text)} är inget läsår.", "Skriv till exempel 2016/17.")
    return period


def _faults_between(path: str, figures: Sequence[Figure]) -> Iterator[Problem]:
    """No value occurs twice, all periods are of one kind, and a group has one name."""
    seen: dict[tuple[Period, str], Figure] = {}
    named: dict[str, Figure] = {}
    for figure in figures:
        place = path, figure.line, figure.column
        first = seen.setdefault((figure.period, figure.sex), figure)
        if first is not figure:
            what = f"Värdet för {figure.period.written}, {figure.word}"
            yield Problem(*place, f"{what} står redan på rad {first.line}.")
        other = named.setdefault(figure.sex, figure)
        if other.word != figure.word:
            message = f'Här står "{figure.word}", men på rad {other.line} "{other.word}".'
            yield Problem(*place, message, "Är det samma grupp? Skriv samma ord i hela filen.")
        start = figures[0].period
        if figure.period.kind != start.kind:
            message = (
                f"{figure.period.written} är ett {figure.period.kind}, men {start.written} "
                f"(rad {figures[0].line}) är ett {start.kind}."
            )
            yield Problem(*place, message, "En fil har perioder av ett enda slag.")
