"""A body and its whole response, with how the editors read it."""

from pydantic import Field

from roadmap.model.codes import (
    CLOSING_SECTIONS,
    UNKNOWN_OUTCOME,
    OutcomeValue,
    Place,
    PositionValue,
    Speaker,
    Status,
)
from roadmap.model.fields import (
    Date,
    FootnoteId,
    GoalAreaId,
    HttpsUrl,
    Int,
    Line,
    PageSpan,
    Quote,
    SectionId,
    Slug,
    SourcePath,
    StrategyId,
    StrategyIds,
    Text,
    Unanswered,
)
from roadmap.model.record import CORRECTIONS, Correction, Record, Reference, Signed, record

_TEXT = "Ordagrant. Tom rad mellan stycken, och | cell | cell | för varje rad i en tabell."


@record
class Position(Record):
    """The position that a text takes, and the words that show it."""

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


@record
class Outcome(Signed):
    """What the plan's issuer did with a request, with its source."""

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


@record
class Ask(Record):
    """A request: what a text asks for, the words that say so, and the outcome."""

    kind: Slug = Field(title="Önskar", description="Ur kodlistan asks i plan.yml.")
    quote: Quote = Field(title="Bygger på orden", description="Ordagrant ur texten.")
    outcome: Outcome | None = Field(
        None, title="Vad hände sedan", description="Utelämna så länge ingenting är känt."
    )

    @property
    def outcome_value(self) -> OutcomeValue:
        """The outcome of the request; unknown if nothing is recorded."""
        return self.outcome.value if self.outcome else UNKNOWN_OUTCOME


@record
class ThemeMark(Record):
    """A theme that a text is about, and the words that show it."""

    theme: Slug = Field(title="Tema", description="Ur kodlistan themes i plan.yml.")
    quote: Quote = Field(title="Bygger på orden", description="Ordagrant ur texten.")


@record
class Judgement(Signed):
    """How the editors read a comment or a section, apart from its text."""

    position: Position | None = Field(None, title="Ställningstagande")
    asks: tuple[Ask, ...] = Field((), title="Önskar")
    themes: tuple[ThemeMark, ...] = Field((), title="Teman")


@record
class Footnote(Record):
    """A footnote of the source document, referred to as `[^1]` in a text."""

    id: FootnoteId = Field(title="Nummer")
    pages: PageSpan | None = Field(None, title="Sida")
    text: Line = Field(title="Text", description="Ordagrant, utan fotnotstecknet.")


@record
class Section(Record):
    """A section of a response that is not about one strategy."""

    id: SectionId = Field(
        title="Avsnitt",
        description="sammanfattning, bakgrund, arendet, beredning, synpunkter, forslag eller "
        "bilaga, eller ett eget id av rubriken, till exempel konsekvenser-for-barn.",
    )
    heading: Line = Field(title="Rubrik", description="Så som den står i dokumentet.")
    place: Place | None = Field(
        None,
        title="Plats",
        description="before (före svaren på strategierna) eller after (efter dem). Utelämna för "
        "det vanliga: forslag och bilaga står efter, övriga före.",
    )
    pages: PageSpan | None = Field(None, title="Sida")
    text: Text = Field(title="Text", description=_TEXT)
    judgement: Judgement | None = Field(None, title="Redaktionens bedömning")

    @property
    def closes(self) -> bool:
        """Whether the section stands after the answers on the strategies."""
        return self.place == "after" if self.place else self.id in CLOSING_SECTIONS


@record
class AreaHeading(Record):
    """The heading of a goal area as the source document writes it."""

    area: GoalAreaId = Field(title="Målområde")
    heading: Line = Field(title="Rubrik", description="Så som den står i dokumentet.")
    pages: PageSpan | None = Field(None, title="Sida")


@record
class Comment(Record):
    """What a body says on a strategy, or on several together."""

    strategies: StrategyIds = Field(
        title="Strategier", description="De strategier som synpunkten gäller.", min_length=1
    )
    heading: Line | None = Field(None, title="Rubrik", description="Så som den står i dokumentet.")
    pages: PageSpan | None = Field(None, title="Sida")
    text: Text = Field(title="Text", description=_TEXT)
    refers_to: StrategyId | None = Field(
        None,
        title="Hänvisar till",
        description='Om texten bara hänvisar vidare ("Se svar under 3.2."): den strategin.',
    )
    judgement: Judgement | None = Field(None, title="Redaktionens bedömning")


@record
class UncertainReading(Record):
    """A word that cannot be read with certainty in the text as received."""

    pages: PageSpan = Field(title="Sida")
    received: Line = Field(title="Som det kom")
    corrected: Line = Field(title="Vald läsning")
    reason: Line = Field(title="Varför osäkert")


@record
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


@record
class Decision(Record):
    """What the body itself decided, when that is known."""

    date: Date = Field(title="Beslutsdatum")
    text: Line = Field(title="Beslutet")
    url: HttpsUrl | None = Field(None, title="Webbadress till protokollet")


@record
class Unplaced(Record):
    """Text of the document that `import` could not place. Not published."""

    pages: PageSpan | None = Field(None, title="Sida")
    reason: Line = Field(title="Varför", description="Varför texten inte kunde placeras.")
    text: Text = Field(
        title="Text",
        description="Ordagrant ur dokumentet. Flytta den dit den hör och ta bort posten.",
    )


@record
class Doubt(Record):
    """A reading that `repair` is not sure of, and where it occurs."""

    received: Line = Field(title="Som det kom")
    reading: Line = Field(title="Vald läsning", description="Den som står i texten.")
    rivals: tuple[Line, ...] = Field(
        (), title="Andra läsningar", description="Andra riktiga ord, det troligaste först."
    )
    near: tuple[Line, ...] = Field(title="Ställen", description="Orden omkring, för varje ställe.")


@record
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
    unanswered: Unanswered = Field(
        (),
        title="Utan svar",
        description="Strategier som instansen inte yttrar sig om. rest betyder alla som ingen "
        "synpunkt gäller.",
    )
    footnotes: tuple[Footnote, ...] = Field((), title="Fotnoter")
    unplaced: tuple[Unplaced, ...] = Field(
        (),
        title="Ej placerat",
        description="Text som inläsningen inte kunde placera. Publiceras inte.",
    )
    corrections: tuple[Correction, ...] = CORRECTIONS
    doubts: tuple[Doubt, ...] = Field(
        (),
        title="Osäkra rättningar",
        description="Läsningar att pröva mot dokumentet. Rätta i texten vid behov och ta bort "
        "posten. Publiceras inte.",
    )

    @property
    def answered(self) -> frozenset[str]:
        """The ids of the strategies that the response comments on."""
        return frozenset(
            strategy_id
            for comment in self.comments
            if not comment.refers_to
            for strategy_id in comment.strategies
        )
