"""The definition of a table of the open data: its fields, their names and their meanings.

The meaning of a field is written once, in the model; a table names the record and its field.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Literal, cast

from roadmap.model import Record, fields_of, reader_of
from roadmap.model.dataset import Body, Dataset
from roadmap.presenters.messages import N_, field_text, said

Kind = Literal["string", "integer", "number", "boolean", "date"]
Value = str | int | bool | Decimal | date | None
Row = Mapping[str, Value]
SetId = Literal["plan", "responses", "judgements", "figures"]


class _Titled:
    """Has a title and a description, in the words of the site that is spoken of."""

    heading: str
    meaning: str

    @property
    def texts(self) -> tuple[str, ...]:
        """The title and the description as they are before they are said; the last may be none."""
        return tuple(filter(None, (self.heading, self.meaning)))

    @property
    def title(self) -> str:
        return said(self.heading)

    @property
    def description(self) -> str:
        return said(self.meaning)


@dataclass(frozen=True)
class Field(_Titled):
    """A column. `refers` is the table whose ids it holds; `origin` is the field it comes from."""

    name: str
    heading: str
    meaning: str
    kind: Kind = "string"
    required: bool = True
    words: tuple[str, ...] = ()
    pattern: str | None = None
    refers: str | None = None
    origin: tuple[type[Record], str] | None = None


@dataclass(frozen=True)
class OfEachResponse:
    """Rows that depend on one published response at a time, and on nothing else."""

    of: Callable[[Body], Iterator[Row]]

    def __call__(self, dataset: Dataset) -> Iterator[Row]:
        """Yield the rows of all published responses."""
        for body in dataset.received:
            yield from self.of(body)


@dataclass(frozen=True)
class Table(_Titled):
    """A table; `key` names the fields that together identify a row."""

    name: str
    heading: str
    meaning: str
    key: tuple[str, ...]
    fields: tuple[Field, ...]
    rows: Callable[[Dataset], Iterator[Row]]


@dataclass(frozen=True)
class TableSet(_Titled):
    """Tables from the same source, with the same terms of use."""

    id: SetId
    heading: str
    meaning: str
    tables: tuple[Table, ...]


def own(
    name: str,
    title: str,
    description: str,
    kind: Kind = "string",
    *,
    required: bool = True,
    refers: str | None = None,
    words: tuple[str, ...] = (),
) -> Field:
    """Return a field that no record of the model has."""
    return Field(name, title, description, kind, required, words, refers=refers)


def of(
    model: type[Record],
    field: str,
    name: str | None = None,
    *,
    heading: str | None = None,
    description: str | None = None,
    required: bool | None = None,
    refers: str | None = None,
) -> Field:
    """Return a field of a record, documented and typed by the model.

    `heading` replaces the model's title if the table has several such records, and `description`
    its description if that is written for editors. `required` is set if the record itself may be
    missing.
    """
    info = fields_of(model)[field]
    rule = _property(model, field)
    return Field(
        name=name or field,
        heading=heading or field_text(info.title or field),
        meaning=field_text(info.description or "") if description is None else description,
        kind=_kind(rule),
        required=info.is_required() if required is None else required,
        words=tuple(rule.get("enum", ())),
        pattern=rule.get("pattern"),
        refers=refers,
        origin=(model, field),
    )


def page_span(model: type[Record]) -> tuple[Field, Field]:
    """Return the two fields for the pages that a record is on."""
    origin = (model, "pages")
    required = fields_of(model)["pages"].is_required()
    meaning = N_("Sida i källdokumentet.")
    return (
        Field("first_page", N_("Första sida"), meaning, "integer", required, origin=origin),
        Field("last_page", N_("Sista sida"), meaning, "integer", required, origin=origin),
    )


def _property(model: type[Record], field: str) -> dict[str, Any]:
    """Return the rule for a field in the model's JSON Schema, without null."""
    # mypy takes no class to be hashable.
    rule = _schema(model)["properties"][field]  # type: ignore[arg-type]
    return next((choice for choice in rule.get("anyOf", ()) if choice.get("type") != "null"), rule)


@cache
def _schema(model: type[Record]) -> dict[str, Any]:
    return reader_of(model).json_schema()


def _kind(rule: Mapping[str, Any]) -> Kind:
    if rule.get("format") == "date":
        return "date"
    if rule.get("format") == "decimal":
        return "number"
    if rule.get("$ref") == "#/$defs/Sourced":
        return "string"  # the fact itself; its source is a separate field
    assert rule["type"] in ("string", "integer", "boolean"), rule
    return cast(Kind, rule["type"])
