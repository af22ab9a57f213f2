"""The plan that was sent out for consultation: its goal areas, milestones and strategies."""

from pydantic import Field

from roadmap.model.codes import Direction, PlanEnd, PlanUnknown
from roadmap.model.fields import (
    Bool,
    Date,
    HttpsUrl,
    Int,
    Line,
    MilestoneId,
    Number,
    PageSpan,
    PlanId,
    Quote,
    SectionId,
    Slug,
    StrategyId,
    Text,
    Year,
)
from roadmap.model.judgement import ThemeMark
from roadmap.model.numbered import NUMBER, Numbered
from roadmap.model.process import ProcessStep, SectionRef
from roadmap.model.record import (
    UNPLACED,
    Code,
    Record,
    Reference,
    Search,
    Signed,
    Sourced,
    Unplaced,
    record,
)
from roadmap.text.swedish import beginning


@record
class BodyKind(Code):
    """A kind of body, for example district board or association."""

    private: Bool = Field(
        False,
        title="Privatperson",
        description="true om instanserna är privatpersoner. Deras namn publiceras inte.",
    )


@record
class PlanDecision(Record):
    """How it ended: whether the plan was adopted, when, and where that is said."""

    value: PlanEnd = Field(
        title="Läge", description="adopted (antogs) eller rejected (antogs inte)."
    )
    date: Date = Field(title="Datum", description="När det beslutades.")
    by: Line = Field(title="Av", description="Den som beslutade, till exempel Kommunfullmäktige.")
    source: Reference = Field(title="Källa")


@record
class PlanSearch(Search):
    """Where somebody looked for what is not known about the plan."""

    what: PlanUnknown = Field(
        title="Vad",
        description="document (planen själv), decision (om den antogs), responses (hur många som "
        "svarade) eller outcomes (vad som hände med %(the_requests)s).",
    )


@record
class PlanSection(Record):
    """A part of the plan's document outside its goal areas, as its introduction.

    One whose parts are sections too may have a heading alone.
    """

    id: SectionId = Field(
        title="Avsnitt", description="Ett id av rubriken, till exempel uppfoljning. Ändras aldrig."
    )
    heading: Line = Field(title="Rubrik", description="Så som den står i dokumentet.")
    pages: PageSpan | None = Field(None, title="Sida", description="Sida i källdokumentet.")
    text: Text | None = Field(None, title="Text", description="Avsnittets text, ordagrant.")


@record
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
    sender: Line | None = Field(
        None,
        title="Kort ord för avsändaren",
        description="I bestämd form, som meningarna använder det: staden, regionen. Utelämna för "
        "kommunen.",
    )
    decision: PlanDecision | None = Field(
        None,
        title="Hur det gick",
        description="Om planen antogs. Utelämna så länge det är okänt; då är planen ett förslag.",
    )
    searches: tuple[PlanSearch, ...] = Field(
        (),
        title="Letat utan att hitta",
        description="Vad redaktionen har letat efter om planen utan att hitta det.",
    )
    process: tuple[ProcessStep, ...] = Field(
        (),
        title="Ärendets gång",
        description="Stegen från uppdrag till beslut, i ordning, även de som är okända.",
    )
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
    body_kinds: tuple[BodyKind, ...] = Field(title="Typer av %(bodies)s", description="Kodlista.")
    asks: tuple[Code, ...] = Field(
        (), title="%(Requests)s", description="Kodlista: vad %(a_comment)s kan be om."
    )
    themes: tuple[Code, ...] = Field((), title="Teman", description="Kodlista.")
    sections: tuple[PlanSection, ...] = Field(
        (),
        title="Övriga avsnitt",
        description="Det som står i planen utanför %(the_goal_areas)s, till exempel inledning och "
        "uppföljning, i planens ordning.",
    )
    unplaced: tuple[Unplaced, ...] = UNPLACED


@record
class MilestoneDirection(Record):
    """Which way a milestone points, and the words that say so."""

    value: Direction = Field(
        title="Riktning", description="increase (öka), decrease (minska) eller unchanged."
    )
    quote: Quote = Field(title="Citat", description="Ordagrant ur %(the_milestone)s.")


@record
class MilestoneCounted(Record):
    """What a milestone counts, and the words that say so."""

    value: Line = Field(title="Vad som räknas")
    individuals: Bool = Field(
        title="Individer",
        description="true om siffrorna gäller människor och därför ska delas upp på kön.",
    )
    quote: Quote = Field(title="Citat", description="Ordagrant ur %(the_milestone)s.")


@record
class MilestoneLevel(Record):
    """A value that a milestone starts from or aims at, and its source."""

    year: Year = Field(title="År")
    value: Number = Field(title="Värde", description="Till exempel 84,5.")
    unit: Line = Field(title="Enhet", description="Till exempel procent. Samma som i statistiken.")
    quote: Quote | None = Field(
        None,
        title="Citat",
        description="Ordagrant ur %(the_milestone)s, om det står där. Annars krävs seen_in.",
    )
    seen_in: Line | None = Field(
        None, title="Sedd i", description="Var uppgiften har setts, om inte i %(the_milestone)s."
    )
    url: HttpsUrl | None = Field(None, title="Webbadress", description="Adress till den källan.")


@record
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
        """The baseline and the target, those that are known, by field name."""
        levels = {"baseline": self.baseline, "target": self.target}
        return {name: level for name, level in levels.items() if level}


@record
class StrategyJudgement(Signed):
    """How the editors read a strategy: which themes it is about."""

    themes: tuple[ThemeMark, ...] = Field(title="Teman", min_length=1)


@record
class Series(Record):
    """Where the figures of a milestone come from; the figures are in `data/series/<id>.csv`."""

    title: Line = Field(title="Vad siffrorna visar")
    unit: Line = Field(title="Enhet", description="Till exempel procent.")
    source: Line = Field(title="Källa", description="Den som har publicerat siffrorna.")
    url: HttpsUrl = Field(title="Webbadress till källan")


# A milestone has no title: so many letters of its text name it where it has no number.
_NAME_LENGTH = 60


@record
class Milestone(Numbered, Record):
    """A milestone (etappmål)."""

    id: MilestoneId = Field(
        title="Id", description="Till exempel E1.1 eller fler-kan-lasa. Ändras aldrig."
    )
    number: Line | None = NUMBER
    group: PlanId | None = Field(
        None, title="Grupp", description="Id för en grupp i %(the_goal_area)s, om den hör till en."
    )
    text: Line = Field(title="Text", description="%(The_milestone)s, ordagrant.")
    pages: PageSpan | None = Field(None, title="Sida", description="Sida i källdokumentet.")
    text_from: Slug | None = Field(
        None,
        title="Text från",
        description="Om texten har en annan källa än %(the_goal_area)s: plan, eller instansens id.",
    )
    judgement: MilestoneJudgement | None = Field(None, title="Tolkning")
    series: Series | None = Field(None, title="Statistik")

    @property
    def name(self) -> str:
        """The first words of its text."""
        return beginning(self.text, _NAME_LENGTH)


@record
class Strategy(Numbered, Record):
    """A strategy (strategi)."""

    id: StrategyId = Field(
        title="Id", description="Till exempel S1.1, A.1 eller battre-skola. Ändras aldrig."
    )
    number: Line | None = NUMBER
    group: PlanId | None = Field(
        None, title="Grupp", description="Id för en grupp i %(the_goal_area)s, om den hör till en."
    )
    title: Line = Field(title="Titel", description="%(The_strategy)ss titel, ordagrant.")
    text: Text = Field(title="Text", description="%(The_strategy)ss text, ordagrant ur källan.")
    pages: PageSpan | None = Field(None, title="Sida", description="Sida i källdokumentet.")
    text_from: Slug | None = Field(
        None,
        title="Text från",
        description="Om texten har en annan källa än %(the_goal_area)s: plan, eller instansens id.",
    )
    judgement: StrategyJudgement | None = Field(None, title="Tolkning")
