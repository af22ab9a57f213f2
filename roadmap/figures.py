"""Read the figures behind a milestone: CSV files from any spreadsheet, Swedish Excel included."""

import csv
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from roadmap.problems import DataError, Problem, did_you_mean, listing
from roadmap.rawtext import decode, forbidden_characters

Sex = Literal["kvinnor", "män", "totalt"]
SEXES: tuple[Sex, ...] = get_args(Sex)
COLUMNS = ("år", "kön", "värde")


@dataclass(frozen=True)
class Figure:
    """One value of a series; `line` is where it stands in its file."""

    year: int
    sex: Sex
    value: Decimal
    line: int


def parse_figures(path: str, raw: bytes) -> tuple[Figure, ...]:
    """Read a CSV file with the columns år, kön and värde, separated by semicolon or comma.

    Decimal commas are accepted in a semicolon-separated file. Raises DataError with every fault.
    """
    text = decode(path, raw)
    problems = [*forbidden_characters(path, text)]
    separator = ";" if ";" in text.partition("\n")[0] else ","
    rows = list(csv.reader(text.splitlines(), delimiter=separator))
    header = [name.strip().casefold() for name in rows[0]] if rows else []
    if header != list(COLUMNS):
        hint = f"Skriv {separator.join(COLUMNS)}."
        raise DataError([*problems, Problem(path, 1, 1, "Kolumnernas namn stämmer inte.", hint)])
    figures: list[Figure] = []
    for line, row in enumerate(rows[1:], start=2):
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        if len(cells) != len(COLUMNS):
            message = f"Raden har {len(cells)} värden; den ska ha {len(COLUMNS)}."
            problems.append(Problem(path, line, 1, message))
            continue
        faults = _faults(cells)
        problems.extend(Problem(path, line, 1, message, hint) for message, hint in faults)
        if not faults:
            year, sex, value = cells
            figures.append(Figure(int(year), _sex(sex), _decimal(value), line))
    if problems:
        raise DataError(problems)
    return tuple(figures)


def _faults(cells: list[str]) -> list[tuple[str, str | None]]:
    year, sex, value = cells
    faults: list[tuple[str, str | None]] = []
    if not re.fullmatch(r"(19|20)\d\d", year):
        faults.append((f'"{year}" är inget år.', "Skriv fyra siffror, till exempel 2018."))
    if sex.casefold() not in SEXES:
        hint = did_you_mean(sex, SEXES) or f"Välj {listing(SEXES, 'eller')}."
        faults.append((f'"{sex}" är inget av de värden som kön kan ha.', hint))
    if not re.fullmatch(r"-?\d+([.,]\d+)?", value):
        faults.append((f'"{value}" är inget tal.', "Skriv till exempel 84,5."))
    return faults


def _sex(cell: str) -> Sex:
    return next(sex for sex in SEXES if sex == cell.casefold())


def _decimal(cell: str) -> Decimal:
    return Decimal(cell.replace(",", "."))
