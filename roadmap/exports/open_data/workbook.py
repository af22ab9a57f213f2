"""A table as an Excel workbook. Every cell is text, never a formula."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook

from roadmap.exports.open_data.definitions import Row, Table

_AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
# Of its own accord the library would tell when the file was made.
_NO_TIME = datetime(1980, 1, 1)
_LONGEST = 32_767  # characters that a cell can hold
_NARROW, _WIDE, _WRAPPED = 14, 50, 30  # widths of columns; values longer than the last are wrapped


def workbook(table: Table, rows: Iterable[Row]) -> bytes:
    """Return a workbook of one sheet, with the titles of the fields as headings. Deterministic."""
    file = BytesIO()
    book = Workbook(file, {"in_memory": True, **_AS_TEXT})
    book.set_properties({"title": table.title, "created": _NO_TIME})
    sheet = book.add_worksheet(table.title)
    heading = book.add_format({"bold": True})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    longest = [0] * len(table.fields)
    last = 0
    for last, row in enumerate(rows, start=1):
        for column, field in enumerate(table.fields):
            value = row[field.name]
            text = "" if value is None else str(value)
            longest[column] = max(longest[column], len(text))
            if len(text) > _LONGEST:
                text = f"{text[: _LONGEST - 1]}…"
            sheet.write_string(last, column, text, wrapped)
    for column, field in enumerate(table.fields):
        sheet.write_string(0, column, field.title, heading)
        sheet.set_column(column, column, _WIDE if longest[column] > _WRAPPED else _NARROW)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(table.fields) - 1)
    book.close()
    return file.getvalue()
