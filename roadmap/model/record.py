"""The base of every record: fields are checked when it is read, and never change."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, cast

from pydantic import ConfigDict, Field, TypeAdapter
from pydantic.dataclasses import dataclass
from pydantic.fields import FieldInfo

from roadmap.model.fields import (
    Bool,
    Date,
    HttpsUrl,
    Line,
    PageSpan,
    Slug,
    SourcePath,
    Text,
)

RecordT = TypeVar("RecordT", bound="Record")


def record(cls: type[RecordT]) -> type[RecordT]:
    """Make a class a record: unknown fields are refused, values never change.

    Slots reduce the memory of a record to a sixth; a national consultation has hundreds of
    thousands of records.
    """
    config = ConfigDict(extra="forbid")
    record_class = dataclass(cls, frozen=True, slots=True, kw_only=True, config=config)
    return cast(type[RecordT], record_class)


@record
class Record:
    """A record in `data/`."""

    __pydantic_fields__: ClassVar[dict[str, FieldInfo]]

    if TYPE_CHECKING:
        # pydantic writes the real one, which takes values as in a file and checks them.
        def __init__(self, **fields: Any) -> None: ...

    note: Text | None = Field(
        None,
        title="Anteckning",
        description="För redaktionen. Publiceras inte. Använd den i stället för #-kommentarer.",
    )

    def altered(self, **fields: Any) -> Self:
        """Return a copy with other values in these fields; the values are not checked."""
        copy = object.__new__(type(self))
        for name in fields_of(type(self)):
            object.__setattr__(copy, name, fields[name] if name in fields else getattr(self, name))
        return copy


def fields_of(record: type[Record]) -> Mapping[str, FieldInfo]:
    """Return the fields of a kind of record by name, in their order."""
    return record.__pydantic_fields__


def reader_of(record: type[RecordT]) -> TypeAdapter[RecordT]:
    """Return the adapter that reads, checks and describes a kind of record."""
    return TypeAdapter(record)


@record
class Code(Record):
    """A word of a code list."""

    id: Slug = Field(title="Id", description="Små bokstäver a–z, siffror och bindestreck.")
    name: Line = Field(title="Namn", description="Så som ordet visas på webbplatsen.")
    description: Line | None = Field(
        None, title="Beskrivning", description="En mening som förklarar ordet."
    )


@record
class Sourced(Record):
    """A fact that the published document does not state itself."""

    value: Line = Field(title="Uppgift")
    seen_in: Line = Field(
        title="Sedd i", description="Var uppgiften står, som en mening: Enligt diarienumret."
    )
    url: HttpsUrl | None = Field(None, title="Webbadress", description="Adress till den källan.")


@record
class Reference(Record):
    """A document, and where it can be read: on the web or on this site."""

    title: Line = Field(title="Dokumentets titel")
    url: HttpsUrl | None = Field(None, title="Webbadress")
    file: SourcePath | None = Field(None, title="Fil", description="Under data/sources/.")


@record
class Search(Record):
    """Where somebody looked for what is not known, and when, without finding it."""

    on: Date = Field(title="Datum", description="När någon letade.")
    where: Line = Field(title="Var", description="Till exempel stadens webbdiarium.")


@record
class Correction(Record):
    """Words of a document that were corrected here after its text was imported."""

    pages: PageSpan | None = Field(
        None,
        title="Sida",
        description="Sida i källdokumentet. Utelämna om dokumentet saknar sidor.",
    )
    stood: Line = Field(
        title="Stod",
        description="Orden som de stod i källans rättade text, så många att stället går att finna.",
    )
    stands: Line = Field(title="Står", description="Samma ord som de nu står i texten.")
    reason: Line = Field(title="Varför", description="Varför det är rätt nu.")


CORRECTIONS = Field(
    (),
    title="Rättelser",
    description="Ord som har rättats här. Varje ändrat ord ska ha en post, annars stämmer texten "
    "inte med källan.",
)


@record
class Unplaced(Record):
    """Text of the document that `import` could not place. Not published."""

    pages: PageSpan | None = Field(None, title="Sida")
    reason: Line = Field(title="Varför", description="Varför texten inte kunde placeras.")
    text: Text = Field(
        title="Text",
        description="Ordagrant ur dokumentet. Flytta den dit den hör och ta bort posten.",
    )


UNPLACED = Field(
    (),
    title="Ej placerat",
    description="Text som inläsningen inte kunde placera. Publiceras inte.",
)


@record
class Signed(Record):
    """An editorial judgement: who made it, and whether a person has looked at it."""

    by: Line = Field(title="Gjord av", description='Den som bedömde, eller "Maskinellt förslag".')
    machine: Bool = Field(
        False, title="Datorns tolkning", description="true när ett program har gjort bedömningen."
    )
    reviewed: Bool = Field(title="Granskad", description="true när en människa har granskat.")
    reviewed_by: Line | None = Field(
        None, title="Granskad av", description="Funktion eller namn på den som har granskat."
    )
    reviewed_on: Date | None = Field(None, title="Granskad den")
