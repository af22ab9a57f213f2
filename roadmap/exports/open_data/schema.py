"""What a table of the open data is: its fields, and what they are called and mean.

What a field means is said once, in the model; a table says which field of which record it shows.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Literal, cast

from roadmap.model import Record, fields_of, reader_of
from roadmap.model.dataset import Body, Dataset

Kind = Literal["string", "integer", "number", "boolean", "date"]
Value = str | int | bool | Decimal | date | None
Row = Mapping[str, Value]
SetId = Literal["plan", "responses", "judgements", "figures"]


@dataclass(frozen=True)
class Field:
    """A column. `refers` is the table whose `id` it holds; `origin` the field it is taken from."""

    name: str
    title: str
    description: str
    kind: Kind = "string"
    required: bool = True
    words: tuple[str, ...] = ()
    pattern: str | None = None
    refers: str | None = None
    origin: tuple[type[Record], str] | None = None


@dataclass(frozen=True)
class OfEachResponse:
    """Rows that follow from one published response at a time, and from nothing else."""

    of: Callable[[Body], Iterator[Row]]

    def __call__(self, dataset: Dataset) -> Iterator[Row]:
        """Yield the rows of all of them."""
        for body in dataset.received:
            yield from self.of(body)


@dataclass(frozen=True)
class Table:
    """A table: `key` names the fields that together tell its rows apart."""

    name: str
    title: str
    description: str
    key: tuple[str, ...]
    fields: tuple[Field, ...]
    rows: Callable[[Dataset], Iterator[Row]]


@dataclass(frozen=True)
class TableSet:
    """Tables that come from the same place and may be used on the same terms."""

    id: SetId
    title: str
    description: str
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
    description: str | None = None,
    required: bool | None = None,
    refers: str | None = None,
) -> Field:
    """Return a field of a record, documented and typed by the model.

    `description` replaces the model's where that speaks to editors. `required` is given where
    the record itself may be missing.
    """
    info = fields_of(model)[field]
    told = _property(model, field)
    return Field(
        name=name or field,
        title=info.title or field,
        description=info.description or "" if description is None else description,
        kind=_kind(told),
        required=info.is_required() if required is None else required,
        words=tuple(told.get("enum", ())),
        pattern=told.get("pattern"),
        refers=refers,
        origin=(model, field),
    )


def page_span(model: type[Record]) -> tuple[Field, Field]:
    """Return the two fields for the pages that a record stands on."""
    origin = (model, "pages")
    required = fields_of(model)["pages"].is_required()
    meaning = "Sida i källdokumentet."
    return (
        Field("first_page", "Första sida", meaning, "integer", required, origin=origin),
        Field("last_page", "Sista sida", meaning, "integer", required, origin=origin),
    )


def _property(model: type[Record], field: str) -> dict[str, Any]:
    """Return what the model's JSON Schema says of a field, its null left out."""
    # To mypy no class is hashable.
    told = _schema(model)["properties"][field]  # type: ignore[arg-type]
    return next((each for each in told.get("anyOf", ()) if each.get("type") != "null"), told)


@cache
def _schema(model: type[Record]) -> dict[str, Any]:
    return reader_of(model).json_schema()


def _kind(told: Mapping[str, Any]) -> Kind:
    if told.get("format") == "date":
        return "date"
    if told.get("format") == "decimal":
        return "number"
    if told.get("$ref") == "#/$defs/Sourced":
        return "string"  # the fact itself; where it was seen is a field of its own
    assert told["type"] in ("string", "integer", "boolean"), told
    return cast(Kind, told["type"])
