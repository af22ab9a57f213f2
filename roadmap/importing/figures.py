"""Read figures from a file of a statistician: an Excel workbook or CSV, each fault at its cell."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from roadmap.datafiles.figure_layouts import layout_of
from roadmap.datafiles.figure_tables import Aside, Table, read_table
from roadmap.datafiles.problems import DataError, Problem, did_you_mean
from roadmap.datafiles.series import parse_figures
from roadmap.importing.lines import Progress, UnreadableError
from roadmap.importing.readers import content
from roadmap.importing.workbook import Sheet, read_sheets, reference
from roadmap.model import ImportLimits
from roadmap.model.figures import Figure
from roadmap.text.swedish import listing

_OLDER = b"\xd0\xcf\x11\xe0"
_SAVE_AS = "Spara den som .xlsx eller CSV."


@dataclass(frozen=True)
class Taken:
    """Figures from a file, or its faults. A place is the name of a cell, or line and column.

    `sheet` is where they were, `told` are Swedish sentences about it, `asides` and `faults` pair a
    place with words: what stands around the table, and what is wrong in it.
    """

    figures: tuple[Figure, ...] = ()
    sheet: str | None = None
    told: tuple[str, ...] = ()
    asides: tuple[tuple[str, Aside], ...] = ()
    faults: tuple[tuple[str, str], ...] = ()


def read_figures(path: Path, sheet: str | None, limits: ImportLimits, progress: Progress) -> Taken:
    """Read the figures of a file. Raises UnreadableError if it cannot be read at all."""
    ending = path.suffix.lower()
    if ending not in (".xlsx", ".csv"):
        raise UnreadableError(f"Siffror läses ur .xlsx och .csv. {_SAVE_AS}")
    raw = content(path, limits.file_megabytes)
    if ending == ".csv":
        return _from_csv(path, raw)
    if raw.startswith(_OLDER):
        what = "Filen är låst med lösenord, eller sparad i ett äldre format"
        raise UnreadableError(f"{what}. {_SAVE_AS}")
    try:
        sheets = read_sheets(raw, limits.file_megabytes)
    except (UnreadableError, MemoryError):
        raise
    except Exception as error:  # the libraries pass on errors of many kinds besides their own
        raise UnreadableError(f"Filen går inte att läsa som Excel-ark. {_SAVE_AS}") from error
    chosen = _chosen(sheets, sheet)
    others = [one for one in sheets if one is not chosen]
    told = [
        f"{what}: {listing(names)}."
        for what, names in (
            ("Dolda blad är inte lästa", [one.name for one in others if one.is_hidden]),
            ("Andra blad är inte lästa", [one.name for one in others if one.rows]),
        )
        if names
    ]
    return _from_sheet(path, chosen, (*told, *chosen.told))


def _from_csv(path: Path, raw: bytes) -> Taken:
    try:
        table = parse_figures(path.name, raw)
    except DataError as error:
        return Taken(faults=tuple((_at(one), one.text) for one in error.problems))
    told = tuple(f"{_at(one)}: {one.text}" for one in table.warnings)
    asides = tuple((f"{aside.line}:{aside.column}", aside) for aside in table.asides)
    return Taken(table.figures, None, told, asides)


def _at(problem: Problem) -> str:
    return f"{problem.line}:{problem.column}"


def _from_sheet(path: Path, sheet: Sheet, told: tuple[str, ...]) -> Taken:
    faults: list[Problem] = [
        Problem(path.name, cell.line, cell.column, message, hint)
        for cell, message, hint in sheet.faults
    ]
    try:
        table = read_table(path.name, sheet.rows)
    except DataError as error:
        table = Table((), (), ())
        faults += error.problems
    said = (*told, *(f"{_cell(sheet, one)}: {one.text}" for one in table.warnings))
    if faults:
        places = tuple((_cell(sheet, one), one.text) for one in sorted(faults))
        return Taken(sheet=sheet.name, told=said, faults=places)
    asides = tuple((_cell(sheet, aside), aside) for aside in table.asides)
    return Taken(table.figures, sheet.name, said, asides)


def _cell(sheet: Sheet, place: Problem | Aside) -> str:
    return f"{sheet.name}!{reference(place.line, place.column)}"


def _chosen(sheets: Sequence[Sheet], wanted: str | None) -> Sheet:
    """Return the sheet with the figures. Raises UnreadableError if it is not known which."""
    shown = [sheet for sheet in sheets if not sheet.is_hidden]
    if wanted is not None:
        for sheet in sheets:
            if sheet.name.casefold() == wanted.casefold():
                if sheet.is_hidden:
                    hint = "Det som källan har dolt publiceras inte. Visa bladet i kalkylprogrammet"
                    raise UnreadableError(f"Bladet {sheet.name} är dolt. {hint} om det ska läsas.")
                return sheet
        names = [sheet.name for sheet in shown]
        hint = did_you_mean(wanted, names) or f"Bladen är {listing(names)}."
        raise UnreadableError(f'Bladet "{wanted}" finns inte. {hint}')
    filled = [sheet for sheet in shown if sheet.rows]
    with_tables = [sheet for sheet in filled if layout_of(sheet.rows)]
    if len(with_tables) > 1:
        several = listing([sheet.name for sheet in with_tables])
        raise UnreadableError(f"Flera blad har siffror: {several}. Välj ett med --sheet.")
    if not filled:
        raise UnreadableError("Filen har inget blad med innehåll som visas.")
    return (with_tables or filled)[0]
