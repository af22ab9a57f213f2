"""A body and its whole response, with how the editors read it."""

from pydantic import Field

from roadmap.model.codes import CLOSING_SECTIONS, Place, ResponseUnknown, Speaker, Status
from roadmap.model.fields import (
    Date,
    FootnoteId,
    GoalAreaId,
    HttpsUrl,
    Int,
    Line,
    PageSpan,
    SectionId,
    Slug,
    SourcePath,
    StrategyId,
    StrategyIds,
    Text,
    Unanswered,
)
from roadmap.model.judgement import Judgement
from roadmap.model.record import (
    CORRECTIONS,
    UNPLACED,
    Correction,
    Record,
    Search,
    Unplaced,
    record,
)

_TEXT = "Ordagrant. Tom rad mellan stycken, och | cell | cell | för varje rad i en tabell."


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
        description="before (före svaren på %(the_strategies)s) eller after (efter dem). Utelämna "
        "för det vanliga: forslag och bilaga står efter, övriga före.",
    )
    pages: PageSpan | None = Field(None, title="Sida")
    text: Text = Field(title="Text", description=_TEXT)
    judgement: Judgement | None = Field(None, title="Tolkning")

    @property
    def closes(self) -> bool:
        """Whether the section stands after the answers on the strategies."""
        return self.place == "after" if self.place else self.id in CLOSING_SECTIONS


@record
class AreaHeading(Record):
    """The heading of a goal area as the source document writes it."""

    area: GoalAreaId = Field(title="%(Goal_area)s")
    heading: Line = Field(title="Rubrik", description="Så som den står i dokumentet.")
    pages: PageSpan | None = Field(None, title="Sida")


@record
class Comment(Record):
    """What a body says on a strategy, or on several together."""

    strategies: StrategyIds = Field(
        title="%(Strategies)s",
        description="De %(strategies)s som %(the_comment)s gäller.",
        min_length=1,
    )
    heading: Line | None = Field(None, title="Rubrik", description="Så som den står i dokumentet.")
    pages: PageSpan | None = Field(None, title="Sida")
    text: Text = Field(title="Text", description=_TEXT)
    refers_to: StrategyId | None = Field(
        None,
        title="Hänvisar till",
        description='Om texten bara hänvisar vidare ("Se svar under 3.2."): den %(the_strategy)s.',
    )
    judgement: Judgement | None = Field(None, title="Tolkning")


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
class ResponseSearch(Search):
    """Where somebody looked for what is not known about a response."""

    what: ResponseUnknown = Field(title="Vad", description="decision (beslutet) eller date.")


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
        title="%(The_body)ss namn",
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
    speaker_name: Line | None = Field(
        None,
        title="Den som talar",
        description="Namnet på förvaltningen, när det är den som talar och inte instansen själv.",
    )
    document_kind: Line | None = Field(
        None, title="Handlingens slag", description="Till exempel Tjänsteutlåtande."
    )
    date: Date | None = Field(None, title="Datum", description="Utelämna om det är okänt.")
    decision: Decision | None = Field(
        None, title="Instansens beslut", description="Utelämna om det är okänt."
    )
    searches: tuple[ResponseSearch, ...] = Field(
        (),
        title="Letat utan att hitta",
        description="Vad redaktionen har letat efter om svaret utan att hitta det.",
    )
    source: Source | None = Field(None, title="Källa")
    sections: tuple[Section, ...] = Field((), title="Avsnitt")
    area_headings: tuple[AreaHeading, ...] = Field((), title="%(The_goal_areas)ss rubriker")
    comments: tuple[Comment, ...] = Field((), title="%(Comments)s")
    unanswered: Unanswered = Field(
        (),
        title="Utan svar",
        description="%(Strategies)s som instansen inte yttrar sig om. rest betyder alla som "
        "%(no_comment)s gäller.",
    )
    footnotes: tuple[Footnote, ...] = Field((), title="Fotnoter")
    unplaced: tuple[Unplaced, ...] = UNPLACED
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
