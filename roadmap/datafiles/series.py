"""Read the figures behind a milestone: CSV files from any spreadsheet, Swedish Excel included.

Reads both "CSV UTF-8" and plain "CSV" from Excel: with or without a byte order mark, in UTF-8 or
Windows-1252, with semicolons, commas or tabs. All words of such a file are known beforehand, so a
wrong guess at its encoding cannot go unnoticed.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from roadmap.datafiles.characters import MAX_BYTES, decode, forbidden_characters
from roadmap.datafiles.problems import DataError, Problem, did_you_mean, quoted
from roadmap.model.fields import read_number, read_year
from roadmap.model.figures import SEXES, Figure, Sex
from roadmap.text.swedish import listing

COLUMNS = ("år", "kön", "värde")
# The column names, also in English.
_COLUMN_WORDS = {**{name: name for name in COLUMNS}, "year": "år", "sex": "kön", "value": "värde"}
_SEX_WORDS: Mapping[str, Sex] = {
    **{sex: sex for sex in SEXES},
    "women": "kvinnor",
    "men": "män",
    "total": "totalt",
}
# How statisticians write that a value is missing.
_MISSING = ("", "-", "–", "—", ".", "..", "…")
_SEPARATORS = ";\t,"
_SAVE_AS_CSV = 'Öppna den i kalkylprogrammet och spara den som "CSV UTF-8".'


@dataclass(frozen=True)
class _Cell:
    """The text between two separators, and the column, from 1, at which it begins."""

    text: str
    column: int


def parse_figures(path: str, raw: bytes) -> tuple[Figure, ...]:
    """Read a CSV file with the columns år, kön and värde, in any order.

    Accepts decimal comma or point, spaces between thousands, and percent signs. Raises DataError
    with every problem.
    """
    text = _decoded(path, raw)
    problems = [*forbidden_characters(path, text)]
    header, *lines = text.split("\n")
    separator = next((character for character in _SEPARATORS if character in header), ",")
    names = [_COLUMN_WORDS.get(cell.text.casefold(), "") for cell in _cells(header, separator)]
    if sorted(names) != sorted(COLUMNS):
        cells = _cells(header, separator)
        wrong = (cell.column for cell, name in zip(cells, names, strict=True) if not name)
        hint = f"Skriv {(separator if separator != chr(9) else ';').join(COLUMNS)}."
        message = "Kolumnernas namn stämmer inte."
        raise DataError([*problems, Problem(path, 1, next(wrong, 1), message, hint)])
    figures: list[Figure] = []
    for number, line in enumerate(lines, start=2):
        cells = _cells(line, separator)
        if not any(cell.text for cell in cells):
            continue
        if len(cells) != len(COLUMNS):
            problems.append(_wrong_length(path, number, cells, separator))
            continue
        cell_by_name = dict(zip(names, cells, strict=True))
        faults = [Problem(path, number, *fault) for fault in _faults(cell_by_name)]
        problems.extend(faults)
        if not faults:
            value = cell_by_name["värde"].text
            figures.append(
                Figure(
                    year=read_year(cell_by_name["år"].text),
                    sex=_SEX_WORDS[cell_by_name["kön"].text.casefold()],
                    value=None if value in _MISSING else read_number(_bare(value)),
                    line=number,
                    percent="%" in value,
                )
            )
    if problems:
        raise DataError(problems)
    return tuple(figures)


def _decoded(path: str, raw: bytes) -> str:
    try:
        return decode(path, raw)
    except DataError as error:
        try:
            text = raw.decode("cp1252")
        except UnicodeDecodeError:
            text = ""
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        header = re.findall(r"\w+", text.partition("\n")[0].casefold())
        if len(raw) <= MAX_BYTES and header and set(header) <= _COLUMN_WORDS.keys():
            return text
        problems = error.problems
        if len(raw) <= MAX_BYTES:
            problems = [replace(problem, hint=_SAVE_AS_CSV) for problem in problems]
        raise DataError(problems) from None


def _cells(line: str, separator: str) -> list[_Cell]:
    """Return the cells of a line, without the empty ones that a wider sheet adds at its end."""
    pattern = rf'[ ]*"(?P<quoted>(?:[^"]|"")*)"[ ]*(?={separator}|$)|(?P<bare>[^{separator}]*)'
    cells: list[_Cell] = []
    position = 0
    while position <= len(line):
        match = re.compile(pattern).match(line, position)
        assert match
        text = match["bare"] if match["quoted"] is None else match["quoted"].replace('""', '"')
        cells.append(_Cell(text.strip(), position + 1))
        position = match.end() + 1
    while len(cells) > len(COLUMNS) and not cells[-1].text:
        cells.pop()
    return cells


def _wrong_length(path: str, line: int, cells: list[_Cell], separator: str) -> Problem:
    message = f"Raden har {len(cells)} värden; den ska ha {len(COLUMNS)}."
    hint = f"Skriv {listing(COLUMNS)} på varje rad. Finns inget värde, lämna det tomt."
    if separator == "," and len(cells) == len(COLUMNS) + 1:
        hint = 'Skriv semikolon mellan värdena, eller talet inom citattecken: "84,5".'
    column = cells[len(COLUMNS)].column if len(cells) > len(COLUMNS) else 1
    return Problem(path, line, column, message, hint)


def _faults(cells: Mapping[str, _Cell]) -> Iterator[tuple[int, str, str]]:
    """Yield column, message and hint of each cell that cannot be used."""
    year, sex, value = (cells[name] for name in COLUMNS)
    try:
        read_year(year.text)
    except ValueError as error:
        yield year.column, f"{quoted(year.text)} är inget år.", str(error)
    if sex.text.casefold() not in _SEX_WORDS:
        hint = did_you_mean(sex.text, SEXES) or f"Välj {listing(SEXES, 'eller')}."
        yield sex.column, f"{quoted(sex.text)} är inget av de värden som kön kan ha.", hint
    if value.text not in _MISSING:
        try:
            read_number(_bare(value.text))
        except ValueError as error:
            yield value.column, f"{quoted(value.text)} är inget tal.", str(error)


def _bare(value: str) -> str:
    return value.removesuffix("%").rstrip()
