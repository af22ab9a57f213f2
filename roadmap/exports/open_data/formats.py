"""A table as CSV and as JSON, and their schemas.

CSV is written as Swedish spreadsheets and R's `read.csv2` read it by default: semicolons, decimal
commas, and a byte order mark, without which Excel takes UTF-8 for Windows-1252. A cell holds the
text unchanged. A spreadsheet takes one that begins with "=" for a formula, but a character before
it would change published words; `formulas` finds such cells so that the site can list them.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any

from roadmap.exports.open_data.definitions import Field, Row, Table, Value

DELIMITER = ";"
LINE_END = "\r\n"
BYTE_ORDER_MARK = "\ufeff"
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_BATCH = 500  # rows


def pieces(table: Table, rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """Yield a table in pieces of CSV and of JSON, both from one pass through its rows.

    CSV has a header, and an empty cell for an unknown value. JSON is an array of objects, one per
    line, with null for an unknown value.
    """
    encode = json.JSONEncoder(ensure_ascii=False, default=_json_value).encode
    columns = [(field.name, _CELLS.get(field.kind)) for field in table.fields]
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=DELIMITER, lineterminator=LINE_END)
    text.write(BYTE_ORDER_MARK)
    writer.writerow([name for name, _ in columns])
    yield _drained(text), "["
    separator = "\n"
    remaining = iter(rows)
    while batch := list(islice(remaining, _BATCH)):
        writer.writerows(
            [cell(row[name]) if cell else row[name] for name, cell in columns] for row in batch
        )
        yield _drained(text), separator + ",\n".join(map(encode, batch))
        separator = ",\n"
    yield "", "]\n" if separator == "\n" else "\n]\n"


def _drained(text: io.StringIO) -> str:
    """Return what has been written, and empty the buffer."""
    written = text.getvalue()
    text.seek(0)
    text.truncate()
    return written


def json_schema(table: Table) -> dict[str, Any]:
    """Return the JSON Schema of the table as JSON."""
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
    """Return the Frictionless table schema of the table as CSV."""
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
    """Return JSON that is indented for people."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _boolean(value: Value) -> Value:
    return None if value is None else "true" if value else "false"


def _number(value: Value) -> Value:
    return None if value is None else str(value).replace(".", ",")


# The module csv writes the other kinds correctly: text, whole numbers, ISO dates, empty for None.
_CELLS = {"boolean": _boolean, "number": _number}


def _json_value(value: Decimal | date) -> float | str:
    return float(value) if isinstance(value, Decimal) else value.isoformat()


def _property(field: Field) -> dict[str, Any]:
    json_type = "string" if field.kind == "date" else field.kind
    rule: dict[str, Any] = {"title": field.title}
    if field.description:
        rule["description"] = field.description
    rule["type"] = json_type if field.required else [json_type, "null"]
    if field.kind == "date":
        rule["format"] = "date"
    if field.words:
        rule["enum"] = [*field.words] if field.required else [*field.words, None]
    if field.pattern:
        rule["pattern"] = field.pattern
    return rule


def _table_field(field: Field) -> dict[str, Any]:
    rule: dict[str, Any] = {"name": field.name, "type": field.kind, "title": field.title}
    if field.description:
        rule["description"] = field.description
    if field.kind == "number":
        rule["decimalChar"] = ","
    constraints: dict[str, Any] = {}
    if field.required:
        constraints["required"] = True
    if field.words:
        constraints["enum"] = [*field.words]
    if field.pattern:
        constraints["pattern"] = field.pattern
    if constraints:
        rule["constraints"] = constraints
    return rule
