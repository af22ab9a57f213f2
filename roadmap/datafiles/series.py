"""Read and write the figures behind a milestone: CSV files from any spreadsheet.

Reads both "CSV UTF-8" and plain "CSV" from Excel: with or without a byte order mark, in UTF-8 or
Windows-1252, with semicolons, commas or tabs. The headings of such a table are known beforehand, so
a wrong guess at its encoding cannot go unnoticed.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from roadmap.datafiles.characters import MAX_BYTES, decode, forbidden_characters
from roadmap.datafiles.figure_layouts import Cell, Row, layout_of, understood
from roadmap.datafiles.figure_tables import Table, read_table
from roadmap.datafiles.problems import DataError, Problem, quoted
from roadmap.model.figures import Figure
from roadmap.presenters.messages import to_editors

# Each separator, with the decimal sign that spreadsheets write beside it.
_SEPARATORS = {";": ",", "\t": None, ",": "."}
_SAVE_AS_CSV = 'Öppna den i kalkylprogrammet och spara den som "CSV UTF-8".'
_BELONGS_IN = (
    "Den hör hemma i %(field)s under series, vid %(the_milestone)s. Ta sedan bort den här."
)
_TAKE_AWAY = "Behövs den, skriv den i löptext i docs/. Ta sedan bort den här."


def parse_figures(path: str, raw: bytes) -> Table:
    """Read the table of a CSV file. Raises DataError with every problem."""
    text = _decoded(path, raw)
    problems = [*forbidden_characters(path, text)]
    separator, rows = _split(text)
    try:
        table = read_table(path, rows, _SEPARATORS[separator])
    except DataError as error:
        raise DataError([*problems, *error.problems]) from None
    if problems:
        raise DataError(problems)
    return table


def left_over(path: str, table: Table) -> list[Problem]:
    """Return a warning for each text around a table, which is not published."""
    return [
        Problem(
            path,
            aside.line,
            aside.column,
            f"{quoted(aside.text)} hör inte till tabellen och publiceras inte.",
            to_editors(_BELONGS_IN, field=aside.field) if aside.field else _TAKE_AWAY,
            "warning",
        )
        for aside in table.asides
    ]


def series_text(figures: Iterable[Figure]) -> str:
    """Return figures as the text of a CSV file."""
    rows = ["år;kön;värde"]
    for figure in figures:
        value = figure.mark or ""
        if figure.value is not None:
            value = f"{figure.value:f}".replace(".", ",") + " %" * figure.percent
        rows.append(f"{figure.period.written};{figure.word};{value}")
    return "\n".join([*rows, ""])


def _decoded(path: str, raw: bytes) -> str:
    try:
        return decode(path, raw)
    except DataError as error:
        if len(raw) > MAX_BYTES:
            raise
        try:
            text = raw.decode("cp1252")
        except UnicodeDecodeError:
            text = ""
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if layout_of(_split(text)[1]):
            return text
        raise DataError(replace(problem, hint=_SAVE_AS_CSV) for problem in error.problems) from None


def _split(text: str) -> tuple[str, list[Row]]:
    """Return the separator of a file and its rows: the one that gives a table, if any does."""
    ways: dict[str, list[Row]] = {}
    for separator in _SEPARATORS:
        rows = [
            _cells(line, number, separator) for number, line in enumerate(text.split("\n"), start=1)
        ]
        if layout_of(rows):
            return separator, rows
        ways[separator] = rows
    return max(ways.items(), key=lambda way: max(map(understood, way[1])))


def _cells(line: str, number: int, separator: str) -> Row:
    pattern = rf'[ ]*"(?P<quoted>(?:[^"]|"")*)"[ ]*(?={separator}|$)|(?P<bare>[^{separator}]*)'
    cells: list[Cell] = []
    position = 0
    while position <= len(line):
        match = re.compile(pattern).match(line, position)
        assert match
        text = match["bare"] if match["quoted"] is None else match["quoted"].replace('""', '"')
        cells.append(Cell(text.strip(), number, position + 1))
        position = match.end() + 1
    return cells
