"""A table as CSV and as JSON, and what each says of itself to programs.

CSV is written as Swedish spreadsheets and R's `read.csv2` read it without being told anything:
semicolons, decimal commas, and a byte order mark, without which Excel takes UTF-8 for Windows-1252.
A cell holds the text as it is. One that begins with "=" is a formula to a spreadsheet, but to put
a sign before it would change published words; `formulas` finds such cells so that they are told.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any

from roadmap.exports.open_data.schema import Field, Row, Table, Value

DELIMITER = ";"
LINE_END = "\r\n"
BYTE_ORDER_MARK = "\ufeff"
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_AT_A_TIME = 500  # rows


def pieces(table: Table, rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """Yield a table piece by piece, as CSV and as JSON: both from one look at its rows.

    CSV has a header, and an empty cell for an unknown value. JSON is an array of objects, one to
    a line, and has null for an unknown value.
    """
    encode = json.JSONEncoder(ensure_ascii=False, default=_json_value).encode
    columns = [(field.name, _CELLS.get(field.kind)) for field in table.fields]
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=DELIMITER, lineterminator=LINE_END)
    text.write(BYTE_ORDER_MARK)
    writer.writerow([name for name, _ in columns])
    yield _taken(text), "["
    between = "\n"
    left = iter(rows)
    while some := list(islice(left, _AT_A_TIME)):
        writer.writerows(
            [cell(row[name]) if cell else row[name] for name, cell in columns] for row in some
        )
        yield _taken(text), between + ",\n".join(map(encode, some))
        between = ",\n"
    yield "", "]\n" if between == "\n" else "\n]\n"


def _taken(text: io.StringIO) -> str:
    """Return what has been written, and make room for more."""
    written = text.getvalue()
    text.seek(0)
    text.truncate()
    return written


def json_schema(table: Table) -> dict[str, Any]:
    """Return the JSON Schema of what `pieces` gives as JSON."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": table.title,
        "description": table.description,
        "type": "array",
        "items": {
            "type": "object",
            "properties": {field.name: _property(field) for field in table.fields},
            "required": [field.name for field in table.fields],
            "additionalProperties": False,
        },
    }


def table_schema(table: Table) -> dict[str, Any]:
    """Return the Frictionless table schema of what `pieces` gives as CSV."""
    return {
        "fields": [_table_field(field) for field in table.fields],
        "primaryKey": list(table.key),
        "foreignKeys": [
            {
                "fields": [field.name],
                "reference": {
                    # An empty name is the table itself.
                    "resource": "" if field.refers == table.name else field.refers,
                    "fields": ["id"],
                },
            }
            for field in table.fields
            if field.refers
        ],
        "missingValues": [""],
    }


def formulas(table: Table, rows: Iterable[Row]) -> Iterator[tuple[Row, str]]:
    """Yield the row and field of each text that a spreadsheet takes for a formula."""
    names = [field.name for field in table.fields if field.kind == "string" and not field.words]
    for row in rows:
        for name in names:
            value = row[name]
            if isinstance(value, str) and value.startswith(_FORMULA_SIGNS):
                yield row, name


def to_text(value: Mapping[str, Any] | Sequence[Any]) -> str:
    """Return a document of JSON that people read too."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _boolean(value: Value) -> Value:
    return None if value is None else "true" if value else "false"


def _number(value: Value) -> Value:
    return None if value is None else str(value).replace(".", ",")


# The module csv writes the other kinds right: text, whole numbers, ISO dates, empty for None.
_CELLS = {"boolean": _boolean, "number": _number}


def _json_value(value: Decimal | date) -> float | str:
    return float(value) if isinstance(value, Decimal) else value.isoformat()


def _property(field: Field) -> dict[str, Any]:
    kind = "string" if field.kind == "date" else field.kind
    told: dict[str, Any] = {"title": field.title}
    if field.description:
        told["description"] = field.description
    told["type"] = kind if field.required else [kind, "null"]
    if field.kind == "date":
        told["format"] = "date"
    if field.words:
        told["enum"] = [*field.words] if field.required else [*field.words, None]
    if field.pattern:
        told["pattern"] = field.pattern
    return told


def _table_field(field: Field) -> dict[str, Any]:
    told: dict[str, Any] = {"name": field.name, "type": field.kind, "title": field.title}
    if field.description:
        told["description"] = field.description
    if field.kind == "number":
        told["decimalChar"] = ","
    constraints: dict[str, Any] = {}
    if field.required:
        constraints["required"] = True
    if field.words:
        constraints["enum"] = [*field.words]
    if field.pattern:
        constraints["pattern"] = field.pattern
    if constraints:
        told["constraints"] = constraints
    return told
