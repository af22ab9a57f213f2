"""The records of the data.

Rules that need several records stand in `checks/`, the types of the fields in `fields.py`. Each
field has a Swedish title and description, since editors meet them in their editor.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self, TypeVar, cast, get_args
from urllib.parse import urlsplit

from pydantic import ConfigDict, Field, TypeAdapter
from pydantic.dataclasses import dataclass
from pydantic.fields import FieldInfo

from roadmap.model.fields import (
    Bool,
    CommitId,
    Date,
    Email,
    FootnoteId,
    GoalAreaId,
    HttpsUrl,
    Int,
    Line,
    MilestoneId,
    Number,
    PageSpan,
    Quote,
    Slug,
    SourcePath,
    StrategyId,
    StrategyIds,
    Text,
    Year,
)
from roadmap.model.shelf import shelved

RecordT = TypeVar("RecordT", bound="Record")

SectionId = Literal[
    "sammanfattning", "bakgrund", "arendet", "beredning", "synpunkter", "forslag", "bilaga"
]
CLOSING_SECTIONS = ("forslag", "bilaga")
PositionValue = Literal["supports", "supports_in_part", "neutral", "opposes", "none_stated"]
# In the order in which they are shown; what is not classified comes last.
POSITIONS: tuple[PositionValue | None, ...] = (*get_args(PositionValue), None)
OutcomeValue = Literal["adopted", "partly", "rejected", "pending", "no_information"]
UNKNOWN_OUTCOME: OutcomeValue = "no_information"
Direction = Literal["increase", "decrease", "unchanged"]
Status = Literal["received", "declined", "not_received", "joint"]
Conformance = Literal["full", "partial", "none"]
RepositoryKind = Literal["github", "gitlab"]
Speaker = Literal["administration", "body"]
FROM_PLAN = "plan"
# What no body can be called: the list of responses has its further pages there.
RESERVED_BODY_ID = r"sida-\d+"
# What no goal area's address can be, and which list of areas has a page of its own there.
REMARKS_ADDRESS = "allmanna-synpunkter"
OUTCOMES_ADDRESS = "vad-hande-sedan"
RESERVED_AREAS = {REMARKS_ADDRESS: "sammanställningen", OUTCOMES_ADDRESS: "översikten"}


def _record(cls: type[RecordT]) -> type[RecordT]:
    """Make a class a record: unknown fields are refused, values never change.

    With slots, a record takes a sixth of the memory that it would with a dictionary of its own;
    a national consultation has hundreds of thousands.
    """
    config = ConfigDict(extra="forbid")
    made = dataclass(cls, frozen=True, slots=True, kw_only=True, config=config)
    return cast(type[RecordT], made)


@_record
class Record:
    """A record in `data/`."""

    __pydantic_fields__: ClassVar[dict[str, FieldInfo]]

    if TYPE_CHECKING:
        # Values are given as a file has them, and checked; pydantic writes what does that.
        def __init__(self, **fields: Any) -> None: ...

    note: Text | None = Field(
        None,
        title="Anteckning",
        description="För redaktionen. Publiceras inte. Använd den i stället för #-kommentarer.",
    )

    def altered(self, **fields: Any) -> Self:
        """Return a copy with other values in these fields, which are taken as they are."""
        copy = object.__new__(type(self))
        for name in fields_of(type(self)):
            object.__setattr__(copy, name, fields[name] if name in fields else getattr(self, name))
        return copy


def fields_of(record: type[Record]) -> Mapping[str, FieldInfo]:
    """Return what the fields of a kind of record are, by name, in their order."""
    return record.__pydantic_fields__


def reader_of(record: type[RecordT]) -> TypeAdapter[RecordT]:
    """Return what reads, checks and describes a kind of record."""
    return TypeAdapter(record)


@_record
class Code(Record):
    """A word of a code list."""

    id: Slug = Field(title="Id", description="Små bokstäver a–z, siffror och bindestreck.")
    name: Line = Field(title="Namn", description="Så som ordet visas på webbplatsen.")
    description: Line | None = Field(
        None, title="Beskrivning", description="En mening som förklarar ordet."
    )


@_record
class BodyKind(Code):
    """A kind of body, for example district board or association."""

    private: Bool = Field(
        False,
        title="Privatperson",
        description="true om instanserna är privatpersoner. Deras namn publiceras inte.",
    )


@_record
class Sourced(Record):
    """A fact that the published document does not state itself."""

    value: Line = Field(title="Uppgift")
    seen_in: Line = Field(title="Sedd i", description="Var uppgiften har setts.")
    url: HttpsUrl | None = Field(None, title="Webbadress", description="Adress till den källan.")


@_record
class SectionRef(Record):
    """Points at a section of a response."""

    response: Slug = Field(title="Remissvar", description="Remissinstansens id (filnamnet).")
    section: SectionId = Field(title="Avsnitt")


@_record
class Reference(Record):
    """A document, and where it can be read: on the web, or here."""

    title: Line = Field(title="Dokumentets titel")
    url: HttpsUrl | None = Field(None, title="Webbadress")
    file: SourcePath | None = Field(None, title="Fil", description="Under data/sources/.")


@_record
class Plan(Record):
    """The plan that was sent out for consultation: `data/plan.yml`."""

    title: Line = Field(title="Titel", description="Planens titel, ordagrant.")
    summary: Line = Field(
        title="Vad planen är", description="En eller två meningar, redaktionens egna ord."
    )
    municipality: Line = Field(title="Kommun", description="Till exempel Stockholms stad.")
    issuer: Line = Field(title="Avsändare", description="Den som skickade planen på remiss.")
    year: Sourced | None = Field(None, title="År", description="Året då planen gick ut på remiss.")
    case_number: Sourced | None = Field(None, title="Diarienummer")
    document: Reference | None = Field(
        None, title="Planens dokument", description="Utelämna om planen inte finns att tillgå."
    )
    background: SectionRef | None = Field(
        None, title="Bakgrund", description="Det avsnitt som berättar om planens bakgrund."
    )
    responses_total: Int | None = Field(
        None,
        title="Antal inkomna svar",
        description="Hur många svar som kom in enligt avsändaren. Utelämna om det är okänt.",
    )
    body_kinds: tuple[BodyKind, ...] = Field(
        title="Typer av remissinstanser", description="Kodlista."
    )
    asks: tuple[Code, ...] = Field(
        (), title="Önskemål", description="Kodlista: vad en synpunkt kan be om."
    )
    themes: tuple[Code, ...] = Field((), title="Teman", description="Kodlista.")


@_record
class Shortcoming(Record):
    """A known fault of the site's accessibility."""

    text: Line = Field(title="Brist", description="Vad som inte fungerar, och för vem.")
    reason: Line = Field(title="Skäl", description="Varför bristen finns kvar.")


@_record
class Accessibility(Record):
    """What the accessibility statement says, filled in from what was in fact tested."""

    status: Conformance = Field(
        title="Hur tillgänglig",
        description="full (helt förenlig med lagen), partial (delvis) eller none (inte förenlig).",
    )
    assessed_on: Date = Field(title="Bedömd den")
    updated_on: Date = Field(title="Redogörelsen uppdaterad den")
    shortcomings: tuple[Shortcoming, ...] = Field((), title="Kända brister")


@_record
class Licence(Record):
    """On what terms others may use a part of the data."""

    name: Line = Field(title="Namn", description="Till exempel CC0 1.0 Universell.")
    url: HttpsUrl | None = Field(None, title="Webbadress till licensen")
    terms: Line = Field(title="Villkor", description="Vad som gäller, i en eller två meningar.")


@_record
class Licences(Record):
    """The terms of each part of the open data; a part without any is told to have none stated."""

    plan: Licence | None = Field(None, title="Planens texter")
    responses: Licence | None = Field(None, title="Remissvarens texter")
    judgements: Licence | None = Field(None, title="Redaktionens bedömningar")
    figures: Licence | None = Field(None, title="Statistiken")


@_record
class Settings(Record):
    """Who runs the site: `data/settings.yml`. Everything may be left out while unknown."""

    publisher: Line | None = Field(None, title="Utgivare")
    publisher_url: HttpsUrl | None = Field(None, title="Utgivarens webbplats")
    contact: Email | None = Field(None, title="E-post för kontakt")
    repository: HttpsUrl | None = Field(
        None, title="Källkodsarkiv", description="Adress till arkivet där data redigeras."
    )
    repository_kind: RepositoryKind | None = Field(
        None,
        title="Arkivets slag",
        description="github eller gitlab. Utelämna om det står i adressen.",
    )
    repository_branch: Line = Field(
        "main", title="Arkivets gren", description="Den gren som webbplatsen byggs av."
    )
    hidden_changes: tuple[CommitId, ...] = Field(
        (),
        title="Dolda ändringar",
        description="Versioner (minst sju tecken av commit-id) vars ord inte visas bland "
        "ändringarna, till exempel när en personuppgift har tagits bort.",
    )
    accessibility: Accessibility | None = Field(
        None,
        title="Tillgänglighet",
        description="Uppgifter till tillgänglighetsredogörelsen. Utelämna tills den är bedömd.",
    )
    licences: Licences = Field(
        Licences(), title="Villkor", description="Hur andra får använda öppna data."
    )

    @property
    def forge(self) -> RepositoryKind | None:
        """What the repository runs on, as it is told or as its host's name says."""
        if self.repository_kind or not self.repository:
            return self.repository_kind
        host = urlsplit(self.repository).hostname or ""
        if "gitlab" in host:
            return "gitlab"
        return "github" if "github" in host else None


@_record
class Signed(Record):
    """An editorial judgement: who made it, and whether a person has looked at it."""

    by: Line = Field(title="Gjord av", description='Den som bedömde, eller "Maskinellt förslag".')
    reviewed: Bool = Field(title="Granskad", description="true när en människa har granskat.")
    reviewed_by: Line | None = Field(
        None, title="Granskad av", description="Funktion eller namn på den som har granskat."
    )
    reviewed_on: Date | None = Field(None, title="Granskad den")


@_record
class MilestoneDirection(Record):
    """Which way a milestone points, and the words that say so."""

    value: Direction = Field(
        title="Riktning", description="increase (öka), decrease (minska) eller unchanged."
    )
    quote: Quote = Field(title="Bygger på orden", description="Ordagrant ur etappmålet.")


@_record
class MilestoneCounted(Record):
    """What a milestone counts, and the words that say so."""

    value: Line = Field(title="Vad som räknas")
    individuals: Bool = Field(
        title="Individer",
        description="true om siffrorna gäller människor och därför ska delas upp på kön.",
    )
    quote: Quote = Field(title="Bygger på orden", description="Ordagrant ur etappmålet.")


@_record
class MilestoneLevel(Record):
    """A value that a milestone starts from or aims at, and where that is said."""

    year: Year = Field(title="År")
    value: Number = Field(title="Värde", description="Till exempel 84,5.")
    unit: Line = Field(title="Enhet", description="Till exempel procent. Samma som i statistiken.")
    quote: Quote | None = Field(
        None,
        title="Bygger på orden",
        description="Ordagrant ur etappmålet, om det står där. Annars krävs seen_in.",
    )
    seen_in: Line | None = Field(
        None, title="Sedd i", description="Var uppgiften har setts, om inte i etappmålet."
    )
    url: HttpsUrl | None = Field(None, title="Webbadress", description="Adress till den källan.")


@_record
class MilestoneJudgement(Signed):
    """How the editors read a milestone."""

    direction: MilestoneDirection = Field(title="Riktning")
    counted: MilestoneCounted = Field(title="Vilka eller vad som räknas")
    baseline: MilestoneLevel | None = Field(
        None, title="Utgångsläge", description="Utelämna om det inte är känt."
    )
    target: MilestoneLevel | None = Field(
        None, title="Målnivå", description="Utelämna om den inte är känd."
    )

    @property
    def levels(self) -> dict[str, MilestoneLevel]:
        """The baseline and the target, as far as they are known, by their fields' names."""
        found = {"baseline": self.baseline, "target": self.target}
        return {name: level for name, level in found.items() if level}


@_record
class Series(Record):
    """Where the figures of a milestone come from; the figures stand in `data/series/<id>.csv`."""

    title: Line = Field(title="Vad siffrorna visar")
    unit: Line = Field(title="Enhet", description="Till exempel procent.")
    source: Line = Field(title="Källa", description="Den som har publicerat siffrorna.")
    url: HttpsUrl = Field(title="Webbadress till källan")


@_record
class Milestone(Record):
    """A milestone (etappmål)."""

    id: MilestoneId = Field(title="Id", description="Till exempel E1.1. Ändras aldrig.")
    text: Line = Field(title="Text", description="Etappmålet, ordagrant.")
    pages: PageSpan | None = Field(None, title="Sida", description="Sida i källdokumentet.")
    text_from: Slug | None = Field(
        None,
        title="Text från",
        description="Om texten har en annan källa än målområdet: plan, eller instansens id.",
    )
    judgement: MilestoneJudgement | None = Field(None, title="Redaktionens uppgifter")
    series: Series | None = Field(None, title="Statistik")


@_record
class Strategy(Record):
    """A strategy (strategi)."""

    id: StrategyId = Field(title="Id", description="Till exempel S1.1. Ändras aldrig.")
    title: Line = Field(title="Titel", description="Strategins titel, ordagrant.")
    text: Text = Field(title="Text", description="Strategins text, ordagrant ur källan.")
    pages: PageSpan | None = Field(None, title="Sida", description="Sida i källdokumentet.")
    text_from: Slug | None = Field(
        None,
        title="Text från",
        description="Om texten har en annan källa än målområdet: plan, eller instansens id.",
    )


@_record
class GoalArea(Record):
    """A goal area (målområde): one file in `data/goal-areas/`."""

    id: GoalAreaId = Field(title="Id", description="Till exempel M1. Ändras aldrig.")
    title: Line = Field(title="Titel")
    text_from: Slug = Field(
        title="Text från",
        description='"plan" om texterna är hämtade ur planen själv, annars id för den '
        "remissinstans vars dokument återger dem.",
    )
    lead_milestones: Line | None = Field(None, title="Inledning till etappmålen")
    lead_strategies: Line | None = Field(None, title="Inledning till strategierna")
    milestones: tuple[Milestone, ...] = Field((), title="Etappmål")
    strategies: tuple[Strategy, ...] = Field(title="Strategier", min_length=1)


@_record
class Position(Record):
    """The stand a text takes, and the words that carry it."""

    value: PositionValue = Field(
        title="Ställningstagande",
        description="supports (stöder), supports_in_part (stöder delvis), neutral, opposes "
        "(är emot) eller none_stated (framgår inte).",
    )
    quote: Quote | None = Field(
        None,
        title="Bygger på orden",
        description="Ordagrant ur texten. Krävs utom när ställningstagandet inte framgår.",
    )
    reason: Line | None = Field(
        None, title="Skäl", description="En mening om varför, om orden inte talar för sig själva."
    )


@_record
class Outcome(Signed):
    """What the plan's issuer did with a request, and where that is said."""

    value: OutcomeValue = Field(
        title="Vad som hände",
        description="adopted (tillgodosett), partly (delvis tillgodosett), rejected (avslaget), "
        "pending (under beredning) eller no_information (ingen uppgift finns).",
    )
    date: Date = Field(
        title="Datum", description="När det sades; vid no_information när någon letade."
    )
    source: Reference = Field(
        title="Källa", description="Var det sägs; vid no_information var någon letade."
    )
    pages: PageSpan | None = Field(None, title="Sida", description="Sida i den källan.")
    quote: Quote | None = Field(
        None, title="Bygger på orden", description="Ordagrant ur den källan."
    )
    reason: Line | None = Field(
        None, title="Skäl", description="Det skäl som angavs. Krävs när önskemålet är avslaget."
    )


@_record
class Ask(Record):
    """Something a text asks for, the words that ask for it, and what came of it."""

    kind: Slug = Field(title="Önskar", description="Ur kodlistan asks i plan.yml.")
    quote: Quote = Field(title="Bygger på orden", description="Ordagrant ur texten.")
    outcome: Outcome | None = Field(
        None, title="Vad hände sedan", description="Utelämna så länge ingenting är känt."
    )

    @property
    def outcome_value(self) -> OutcomeValue:
        """What came of the request; nothing said is nothing known."""
        return self.outcome.value if self.outcome else UNKNOWN_OUTCOME


@_record
class ThemeMark(Record):
    """A theme that a text bears on, and the words that show it."""

    theme: Slug = Field(title="Tema", description="Ur kodlistan themes i plan.yml.")
    quote: Quote = Field(title="Bygger på orden", description="Ordagrant ur texten.")


@_record
class Judgement(Signed):
    """How the editors read a comment or a section, apart from its text."""

    position: Position | None = Field(None, title="Ställningstagande")
    asks: tuple[Ask, ...] = Field((), title="Önskar")
    themes: tuple[ThemeMark, ...] = Field((), title="Teman")


@_record
class Footnote(Record):
    """A footnote of the source document, referred to as `[^1]` in a text."""

    id: FootnoteId = Field(title="Nummer")
    pages: PageSpan | None = Field(None, title="Sida")
    text: Line = Field(title="Text", description="Ordagrant, utan fotnotstecknet.")


@shelved("text")
@_record
class Section(Record):
    """A section of a response that is not about one strategy."""

    id: SectionId = Field(title="Avsnitt")
    heading: Line = Field(title="Rubrik", description="Så som den står i dokumentet.")
    pages: PageSpan | None = Field(None, title="Sida")
    text: Text = Field(title="Text", description="Ordagrant. Tom rad mellan stycken.")
    judgement: Judgement | None = Field(None, title="Redaktionens bedömning")


@_record
class AreaHeading(Record):
    """How the source document words the heading of a goal area."""

    area: GoalAreaId = Field(title="Målområde")
    heading: Line = Field(title="Rubrik", description="Så som den står i dokumentet.")
    pages: PageSpan | None = Field(None, title="Sida")


@shelved("text")
@_record
class Comment(Record):
    """What a body says on a strategy, or on several together."""

    strategies: StrategyIds = Field(
        title="Strategier", description="De strategier som synpunkten gäller.", min_length=1
    )
    heading: Line | None = Field(None, title="Rubrik", description="Så som den står i dokumentet.")
    pages: PageSpan | None = Field(None, title="Sida")
    text: Text = Field(title="Text", description="Ordagrant. Tom rad mellan stycken.")
    refers_to: StrategyId | None = Field(
        None,
        title="Hänvisar till",
        description='Om texten bara hänvisar vidare ("Se svar under 3.2."): den strategin.',
    )
    judgement: Judgement | None = Field(None, title="Redaktionens bedömning")


@_record
class UncertainReading(Record):
    """A word that the text as received does not settle."""

    pages: PageSpan = Field(title="Sida")
    received: Line = Field(title="Som det kom")
    corrected: Line = Field(title="Vald läsning")
    reason: Line = Field(title="Varför osäkert")


@_record
class Source(Record):
    """The document that a response was taken from."""

    title: Line = Field(title="Dokumentets titel")
    pages: Int | None = Field(None, title="Antal sidor")
    url: HttpsUrl | None = Field(None, title="Webbadress")
    received: SourcePath | None = Field(
        None, title="Som det kom", description="Fil under data/sources/, orörd."
    )
    corrected: SourcePath | None = Field(
        None, title="Rättad text", description="Fil under data/sources/, rad för rad som den kom."
    )
    uncertain: tuple[UncertainReading, ...] = Field((), title="Osäkra läsningar")


@_record
class Decision(Record):
    """What the body itself decided, when that is known."""

    date: Date = Field(title="Beslutsdatum")
    text: Line = Field(title="Beslutet")
    url: HttpsUrl | None = Field(None, title="Webbadress till protokollet")


@_record
class Unplaced(Record):
    """Words of the document that `import` found no place for. Not published."""

    pages: PageSpan | None = Field(None, title="Sida")
    reason: Line = Field(title="Varför", description="Varför texten inte kunde placeras.")
    text: Text = Field(
        title="Text",
        description="Ordagrant ur dokumentet. Flytta den dit den hör och ta bort posten.",
    )


@_record
class Doubt(Record):
    """A reading that `repair` is not sure of, and where it stands."""

    received: Line = Field(title="Som det kom")
    reading: Line = Field(title="Vald läsning", description="Den som står i texten.")
    rivals: tuple[Line, ...] = Field(
        (), title="Andra läsningar", description="Andra riktiga ord, det troligaste först."
    )
    near: tuple[Line, ...] = Field(title="Ställen", description="Orden omkring, för varje ställe.")


@_record
class Response(Record):
    """One body and its whole response: `data/responses/<id>.yml`; the file name is the id."""

    name: Line | None = Field(
        None,
        title="Remissinstansens namn",
        description="Utelämnas för privatpersoner, vars namn inte publiceras.",
    )
    kind: Slug = Field(title="Typ av instans", description="Ur kodlistan body_kinds i plan.yml.")
    status: Status = Field(
        title="Läge",
        description="received (inkommet), declined (avstår), not_received (inte inkommet) eller "
        "joint (svarar tillsammans med en annan instans).",
    )
    answered_by: Slug | None = Field(
        None,
        title="Svarar genom",
        description="Vid gemensamt svar (joint): id för den instans vars fil har svaret.",
    )
    speaker: Speaker | None = Field(
        None,
        title="Vem talar",
        description="administration (förvaltningen, inte nämndens beslut) eller body (instansen).",
    )
    document_kind: Line | None = Field(
        None, title="Handlingens slag", description="Till exempel Tjänsteutlåtande."
    )
    date: Date | None = Field(None, title="Datum", description="Utelämna om det är okänt.")
    decision: Decision | None = Field(
        None, title="Instansens beslut", description="Utelämna om det är okänt."
    )
    source: Source | None = Field(None, title="Källa")
    sections: tuple[Section, ...] = Field((), title="Avsnitt")
    area_headings: tuple[AreaHeading, ...] = Field((), title="Målområdenas rubriker")
    comments: tuple[Comment, ...] = Field((), title="Synpunkter")
    unanswered: tuple[StrategyId, ...] = Field(
        (),
        title="Utan svar",
        description="Strategier som instansen inte yttrar sig om.",
    )
    footnotes: tuple[Footnote, ...] = Field((), title="Fotnoter")
    unplaced: tuple[Unplaced, ...] = Field(
        (),
        title="Ej placerat",
        description="Text som inläsningen inte kunde placera. Publiceras inte.",
    )
    doubts: tuple[Doubt, ...] = Field(
        (),
        title="Osäkra rättningar",
        description="Läsningar att pröva mot dokumentet. Rätta i texten vid behov och ta bort "
        "posten. Publiceras inte.",
    )
