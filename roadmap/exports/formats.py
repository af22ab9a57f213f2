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
from typing import Any

from roadmap.exports.schema import Field, Row, Table, Value

DELIMITER = ";"
LINE_END = "\r\n"
BYTE_ORDER_MARK = "\ufeff"
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def to_csv(table: Table, rows: Iterable[Row]) -> str:
    """Return the rows with a header; an unknown value is an empty cell."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=DELIMITER, lineterminator=LINE_END)
    writer.writerow([field.name for field in table.fields])
    columns = [(field.name, _CELLS.get(field.kind, _as_is)) for field in table.fields]
    writer.writerows([cell(row[name]) for name, cell in columns] for row in rows)
    return BYTE_ORDER_MARK + text.getvalue()


def to_json(rows: Iterable[Row]) -> str:
    """Return the rows as an array of objects, one to a line; an unknown value is null."""
    encode = json.JSONEncoder(ensure_ascii=False, default=_json_value).encode
    lines = ",\n".join(map(encode, rows))
    return f"[\n{lines}\n]\n" if lines else "[]\n"


def json_schema(table: Table) -> dict[str, Any]:
    """Return the JSON Schema of what `to_json` writes."""
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
    """Return the Frictionless table schema of what `to_csv` writes."""
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


def _as_is(value: Value) -> Value:
    """Leave to the writer what it writes right: text, whole numbers, ISO dates, empty for None."""
    return value


def _boolean(value: Value) -> Value:
    return None if value is None else "true" if value else "false"


def _number(value: Value) -> Value:
    return None if value is None else str(value).replace(".", ",")


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
