"""How a text is read: position, requests, problems and themes, each with the words it rests on."""

from pydantic import Field

from roadmap.model.codes import UNKNOWN_OUTCOME, OutcomeValue, PositionValue
from roadmap.model.fields import Date, Line, PageSpan, Quote, Slug
from roadmap.model.record import Record, Reference, Signed, record


@record
class Position(Record):
    """The position that a text takes, and the words that show it."""

    value: PositionValue = Field(
        title="Ställningstagande",
        description="supports (stöder), supports_in_part (stöder delvis), neutral, opposes "
        "(är emot) eller none_stated (tar inte ställning).",
    )
    quote: Quote | None = Field(
        None,
        title="Citat",
        description="Ordagrant ur texten. Krävs utom när texten inte tar ställning.",
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
    quote: Quote | None = Field(None, title="Citat", description="Ordagrant ur den källan.")
    reason: Line | None = Field(
        None, title="Skäl", description="Det skäl som angavs. Krävs vid avslag."
    )


@record
class Ask(Record):
    """A request: what a text asks for, the words that say so, and the outcome."""

    kind: Slug = Field(title="Önskar", description="Ur kodlistan asks i plan.yml.")
    quote: Quote = Field(title="Citat", description="Ordagrant ur texten.")
    sentence: Line | None = Field(
        None,
        title="Med andra ord",
        description='En enkel mening som säger vad som önskas: "Vill att …".',
    )
    repeats: Line | None = Field(
        None,
        title="Upprepar",
        description="Om svaret redan har bett om samma sak: den %(strategy)s eller det avsnitt där "
        "det står först. %(The_request)s räknas en gång och har sin mening och sitt utfall där.",
    )
    outcome: Outcome | None = Field(
        None, title="Vad hände sedan", description="Utelämna så länge ingenting är känt."
    )

    @property
    def outcome_value(self) -> OutcomeValue:
        """The outcome of the request; unknown if nothing is recorded."""
        return self.outcome.value if self.outcome else UNKNOWN_OUTCOME


@record
class Problem(Record):
    """A problem that a text points at, and the words that do."""

    quote: Quote = Field(title="Citat", description="Ordagrant ur texten.")
    sentence: Line = Field(
        title="Med andra ord", description='En enkel mening om problemet: "Säger att …".'
    )


@record
class ThemeMark(Record):
    """A theme that a text is about, and the words that show it."""

    theme: Slug = Field(title="Tema", description="Ur kodlistan themes i plan.yml.")
    quote: Quote = Field(title="Citat", description="Ordagrant ur texten.")


@record
class Judgement(Signed):
    """How the editors read a comment or a section, apart from its text."""

    position: Position | None = Field(None, title="Ställningstagande")
    asks: tuple[Ask, ...] = Field((), title="Önskar")
    problems: tuple[Problem, ...] = Field((), title="Pekar på problem")
    themes: tuple[ThemeMark, ...] = Field((), title="Teman")
