"""Read the sheets of an Excel workbook (.xlsx): what each cell shows, and what is hidden or unsure.

A workbook is the same kind of package as a Word file. Only the cells that are there are read, so it
does not matter how large a sheet says that it is.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from roadmap.datafiles.figure_layouts import Cell, Row
from roadmap.importing.lines import UnreadableError, clean
from roadmap.importing.number_formats import DATE, YEAR, Format, format_of
from roadmap.importing.word.package import Part, name, number, opened
from roadmap.text.swedish import listing

_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_NUMBER = re.compile(r"-?[0-9]{1,400}(\.[0-9]{1,400})?([eE][-+]?[0-9]{1,4})?")
_CELL, _ROW, _VALUE, _FORMULA = (name(f"s:{tag}") for tag in ("c", "row", "v", "f"))
_SHOWN_AS = {"1": "SANT", "0": "FALSKT"}
_COMMENTS = ("comments", "threadedComment")
_MOST_CELLS = 200_000
_EXACT = 15  # digits that a spreadsheet keeps
_SAVE_ANEW = "Öppna filen i kalkylprogrammet och spara den på nytt."
_CORRECT = "Rätta den i arket, eller lämna cellen tom om värdet saknas."


@dataclass
class Sheet:
    """A sheet. `faults` are cells that cannot be used: cell, message and what to do.

    `told` are Swedish sentences about it that whoever imports it should read.
    """

    name: str
    is_hidden: bool
    rows: list[Row] = field(default_factory=list)
    faults: list[tuple[Cell, str, str]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


def read_sheets(raw: bytes, megabytes: int) -> list[Sheet]:
    """Read the bytes of an .xlsx. Raises all kinds of errors if they are not one."""
    package = opened(raw, megabytes)
    main = next(package.related("officeDocument"))
    if "spreadsheetml" not in main.content_type and "ms-excel" not in main.content_type:
        raise UnreadableError(f"Filen är inget Excel-ark. {_SAVE_ANEW}")
    workbook = main.root()
    properties = workbook.find(name("s:workbookPr"))
    is_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    book = _Book(
        strings=[_text(item) for part in main.related("sharedStrings") for item in part.root()],
        formats=_formats(next(main.related("styles"), None)),
        first_day=date(1904, 1, 1) if is_1904 else date(1899, 12, 30),
    )
    sheets = []
    for element in workbook.iter(name("s:sheet")):
        is_hidden = element.get("state", "visible") != "visible"
        sheet = Sheet(clean(element.get("name") or ""), is_hidden)
        relation = main.relations.get(element.get(name("r:id")) or "")
        if relation and relation.part and relation.kind == "worksheet" and not is_hidden:
            _read(book, relation.part, sheet)
        sheets.append(sheet)
    return sheets


def reference(line: int, column: int) -> str:
    """Return the name of a cell: 7, 2 → B7."""
    return f"{_letters(column)}{line}"


@dataclass
class _Book:
    strings: Sequence[str]
    formats: Sequence[Format]
    first_day: date


def _formats(styles: Part | None) -> list[Format]:
    if styles is None:
        return []
    root = styles.root()
    codes = {
        number(one.get("numFmtId")): one.get("formatCode") or ""
        for one in root.iter(name("s:numFmt"))
    }
    cell_formats = root.find(name("s:cellXfs"))
    ids = (
        number(one.get("numFmtId")) or 0
        for one in (cell_formats if cell_formats is not None else ())
    )
    return [format_of(format_id, codes.get(format_id)) for format_id in ids]


def _text(item: Any) -> str:
    """Return the words of a string, without those that say how it is pronounced."""
    silent = {text for said in item.iter(name("s:rPh")) for text in said.iter(name("s:t"))}
    return clean("".join(one.text or "" for one in item.iter(name("s:t")) if one not in silent))


def _read(book: _Book, part: Part, sheet: Sheet) -> None:
    root = part.root()
    hidden_columns = set(_hidden_columns(root))
    rows: dict[int, dict[int, Cell]] = {}
    notes = _Notes()
    line = 0
    for element in root.iter(_ROW):
        line = _row_number(element.get("r")) or line + 1
        is_hidden_row = element.get("hidden") in ("1", "true") or element.get("ht") == "0"
        column = 0
        for one in element.iter(_CELL):
            found = _REFERENCE.fullmatch(one.get("r") or "")
            column = _column(found[1]) if found else column + 1
            cell = _cell(book, one, line, column, sheet, notes)
            if not cell.text:
                continue
            if is_hidden_row:
                notes.hidden_rows.append(line)
            elif column in hidden_columns:
                notes.hidden_columns.append(column)
            else:
                rows.setdefault(line, {})[column] = cell
    _spread(root, rows, notes)
    columns = sorted({column for row in rows.values() for column in row})
    if len(rows) * len(columns) > _MOST_CELLS:
        what = f"Bladet {sheet.name} är för stort: {len(rows)} rader och {len(columns)} kolumner"
        raise UnreadableError(f"{what}. Lägg tabellen i ett eget blad.")
    sheet.rows = [
        [row.get(column) or Cell("", line, column) for column in columns]
        for line, row in sorted(rows.items())
    ]
    sheet.told = list(notes.told())
    if any(relation.kind in _COMMENTS for relation in part.relations.values()):
        sheet.told.append("Kommentarer i celler är inte lästa.")


def _row_number(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch(r"[1-9]\d{0,6}", text, re.ASCII) else None


def _hidden_columns(root: Any) -> Iterator[int]:
    for element in root.iter(name("s:col")):
        if element.get("hidden") in ("1", "true") or element.get("width") == "0":
            first, last = (number(element.get(end)) or 0 for end in ("min", "max"))
            yield from range(first, min(last, _column("XFD")) + 1)


@dataclass
class _Notes:
    """What is to be told of the cells of a sheet."""

    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    spread: list[str] = field(default_factory=list)
    percent: list[str] = field(default_factory=list)
    rounded: list[str] = field(default_factory=list)
    reckoned: list[str] = field(default_factory=list)
    unshown: list[str] = field(default_factory=list)

    def told(self) -> Iterator[str]:
        """Yield a sentence for each thing that was met."""
        columns = [_letters(column) for column in sorted(set(self.hidden_columns))]
        for what, places in (
            ("Dolda rader är inte lästa", [str(line) for line in dict.fromkeys(self.hidden_rows)]),
            ("Dolda kolumner är inte lästa", columns),
            ("Sammanslagna celler gäller alla sina rader", self.spread),
            ("Celler är räknade av en formel", self.reckoned),
            ("Celler har procentformat, så 0,45 är läst som 45 %", self.percent),
            ("Celler är avrundade så som arket visar dem", self.rounded),
            ("Celler har ett talformat som inte går att följa, och läses oavrundade", self.unshown),
        ):
            if places:
                yield f"{what}: {_few(places)}."


def _few(places: Sequence[str]) -> str:
    """Return the first places, and how many the others are."""
    most = 5
    if len(places) <= most + 1:
        return listing(places)
    return listing([*places[:most], f"{len(places) - most} till"])


def _cell(book: _Book, element: Any, line: int, column: int, sheet: Sheet, notes: _Notes) -> Cell:
    """Return a cell as it is shown; add to the faults of its sheet if it cannot be used."""
    raw = element.findtext(_VALUE)
    kind = element.get("t", "n")
    place = reference(line, column)
    empty = Cell("", line, column)
    has_formula = element.find(_FORMULA) is not None
    if kind == "inlineStr":
        return Cell(_text(element), line, column)
    if not raw:
        if has_formula and kind != "str":
            message = "Cellen har en formel utan sparat värde."
            sheet.faults.append((empty, message, _SAVE_ANEW))
        return empty
    if kind == "e":
        sheet.faults.append((empty, f"Cellen visar {clean(raw)}.", _CORRECT))
        return empty
    if has_formula:
        notes.reckoned.append(place)
    if kind == "s":
        if not raw.isdecimal():
            raise ValueError(f"no index of a string: {raw}")
        return Cell(book.strings[int(raw)], line, column)
    if kind == "b":
        return Cell(_SHOWN_AS.get(raw, raw), line, column)
    if kind != "n" or not _NUMBER.fullmatch(raw) or not math.isfinite(float(raw)):
        return Cell(clean(raw), line, column)
    style = number(element.get("s")) or 0
    form = book.formats[style] if style < len(book.formats) else Format()
    value = Decimal(f"{float(raw):.{_EXACT}g}")
    if form is DATE or form is YEAR:
        day = _day(book.first_day, value)
        return Cell(day.partition("-")[0] if form is YEAR else day, line, column)
    shown = form.shown(value)
    if form.is_percent:
        notes.percent.append(place)
    if not form.is_followed:
        notes.unshown.append(place)
    elif shown != form.whole(value):
        notes.rounded.append(place)
    text = f"{shown:f}".replace(".", ",")
    return Cell(f"{text} %" if form.is_percent else text, line, column, shown)


def _day(first: date, value: Decimal) -> str:
    """Return the day that a serial number stands for."""
    try:
        return (first + timedelta(days=int(value))).isoformat()
    except OverflowError:
        return str(value)


def _spread(root: Any, rows: dict[int, dict[int, Cell]], notes: _Notes) -> None:
    """Let a period or a group in cells that are merged downwards stand in all their rows."""
    for element in root.iter(name("s:mergeCell")):
        ends = [_REFERENCE.fullmatch(end) for end in (element.get("ref") or "").split(":")]
        if len(ends) != 2 or not ends[0] or not ends[1] or ends[0][1] != ends[1][1]:
            continue
        column, first, last = _column(ends[0][1]), int(ends[0][2]), int(ends[1][2])
        cell = rows.get(first, {}).get(column)
        if cell and (cell.is_period or cell.is_group):
            notes.spread.append(element.get("ref"))
            for line in [line for line in rows if first < line <= last]:
                rows[line][column] = cell._replace(line=line)


def _column(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
