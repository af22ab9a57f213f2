"""CSV and JSON carry every value there and back, and say rightly what they carry."""

import csv
import io
import json
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from roadmap.exports.open_data import formats
from roadmap.exports.open_data.definitions import Row, Table, own
from roadmap.exports.open_data.tables import TABLES
from roadmap.model.dataset import Dataset

FIELDS = (
    own("text", "Text", "", required=False),
    own("count", "Antal", "", "integer", required=False),
    own("value", "Värde", "", "number", required=False),
    own("true", "Sant", "", "boolean", required=False),
    own("day", "Dag", "", "date", required=False),
)
TABLE = Table("prov", "Prov", "Påhittad.", ("text",), FIELDS, lambda dataset: iter(()))
# As the data can be: no control characters, no lone carriage returns, never empty.
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.just("\n"), min_size=1)
VALUES = {
    "string": TEXTS,
    "integer": st.integers(-(10**9), 10**9),
    "number": st.decimals(-(10**6), 10**6, places=2),
    "boolean": st.booleans(),
    "date": st.dates(),
}
ROWS = st.lists(
    st.fixed_dictionaries({field.name: st.none() | VALUES[field.kind] for field in FIELDS})
)


def to_csv(table: Table, rows: Sequence[Row]) -> str:
    return "".join(as_csv for as_csv, _ in formats.pieces(table, rows))


def to_json(table: Table, rows: Sequence[Row]) -> str:
    return "".join(as_json for _, as_json in formats.pieces(table, rows))


def read_csv(text: str) -> list[dict[str, str]]:
    """Read as a program that knows the dialect does."""
    assert text.startswith(formats.BYTE_ORDER_MARK)
    lines = io.StringIO(text.removeprefix(formats.BYTE_ORDER_MARK), newline="")
    return list(csv.DictReader(lines, delimiter=";"))


def typed(cell: str, kind: str) -> Any:
    if cell == "":
        return None
    readers: dict[str, Callable[[str], Any]] = {
        "string": str,
        "integer": int,
        "number": lambda cell: Decimal(cell.replace(",", ".")),
        "boolean": {"true": True, "false": False}.__getitem__,
        "date": date.fromisoformat,
    }
    return readers[kind](cell)


def typed_rows(table: Table, text: str) -> Sequence[Row]:
    kinds = {field.name: field.kind for field in table.fields}
    return [
        {name: typed(cell, kinds[name]) for name, cell in row.items()} for row in read_csv(text)
    ]


@given(ROWS)
def test_what_is_written_as_csv_is_read_again(rows: list[Row]) -> None:
    assert typed_rows(TABLE, to_csv(TABLE, rows)) == rows


@given(ROWS)
def test_what_is_written_as_json_is_read_again_and_follows_its_schema(rows: list[Row]) -> None:
    read = json.loads(to_json(TABLE, rows))
    Draft202012Validator(formats.json_schema(TABLE)).validate(read)
    assert [row["text"] for row in read] == [row["text"] for row in rows]
    assert [row["value"] for row in read] == [
        None if row["value"] is None else float(str(row["value"])) for row in rows
    ]
    assert [row["day"] for row in read] == [row["day"] and str(row["day"]) for row in rows]


def test_csv_is_what_spreadsheets_and_r_take_for_csv() -> None:
    row: Row = {
        "text": 'Så sa "nämnden"; ja',
        "count": None,
        "value": Decimal("81.5"),
        "true": True,
        "day": date(2020, 1, 5),
    }
    assert to_csv(TABLE, [row]).encode() == (
        b"\xef\xbb\xbftext;count;value;true;day\r\n"
        + '"Så sa ""nämnden""; ja";;81,5;true;2020-01-05\r\n'.encode()
    )


def test_a_text_that_a_spreadsheet_takes_for_a_formula_is_left_as_it_is_and_told() -> None:
    rows: list[Row] = [{**dict.fromkeys(("count", "value", "true", "day")), "text": "=1+1"}]
    assert "\r\n=1+1;;;;\r\n" in to_csv(TABLE, rows)
    assert [*formats.formulas(TABLE, rows)] == [(rows[0], "text")]


def test_schemas_describe_the_data(dataset: Dataset) -> None:
    for table in TABLES:
        rows = [*table.rows(dataset)]
        schema = formats.json_schema(table)
        Draft202012Validator.check_schema(schema)
        read = json.loads(to_json(table, rows))
        Draft202012Validator(schema).validate(read)
        assert len(read) == len(rows)
        assert len(read_csv(to_csv(table, rows))) == len(rows)


def test_a_schema_refuses_what_is_not_in_it() -> None:
    (table,) = [table for table in TABLES if table.name == "svar"]
    right = {"strategy": "S1.1", "body": "a", "comment": None, "position": "supports"}
    schema = Draft202012Validator(formats.json_schema(table))
    schema.validate([right])
    for wrong in ({"position": "for"}, {"strategy": None}, {"more": 1}):
        assert not schema.is_valid([right | wrong]), wrong
