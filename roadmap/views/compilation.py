"""The compilation of the responses (remissammanställning): what its pages and its Word file show.

A structure of words and numbers, without HTML. Each thing a body is said to say stands with the
words that carry it, where they stand, and whether a person has reviewed the judgement.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from roadmap import urls
from roadmap.dataset import Answer, Body, Dataset
from roadmap.fields import Pages
from roadmap.model import (
    POSITIONS,
    Comment,
    GoalArea,
    Judgement,
    Milestone,
    PositionValue,
    Section,
    Strategy,
)
from roadmap.problems import listing
from roadmap.swedish import capitalised, counted, long_date
from roadmap.views import words
from roadmap.views.about import Fact, facts
from roadmap.views.parts import Count, JudgementBox, counts, judgement_box
from roadmap.views.response_pages import unknown_facts
from roadmap.views.start import summary


@dataclass(frozen=True)
class Wording:
    """The words around the data, the same on the pages and in the Word file."""

    title: str = "Remissammanställning"
    contents: str = "Innehåll"
    summary: str = "Sammanfattning"
    reading: str = "Så läser du sammanställningen"
    positions: str = "Ställningstaganden"
    positions_lead: str = "Antal svar på varje strategi, efter ställning."
    silent: str = "Yttrar sig inte"
    asks: str = "Önskemål"
    asks_lead: str = (
        "Hur ofta något önskas. En synpunkt som gäller flera strategier räknas en gång."
    )
    no_asks: str = "Inget önskemål är utläst ur svaren."
    remarks: str = "Allmänna synpunkter"
    remarks_lead: str = "Vad svaren säger utöver de enskilda strategierna."
    no_remarks: str = "Inga synpunkter utöver dem på enskilda strategier är utlästa ur svaren."
    bodies: str = "Remissinstanser"
    no_bodies: str = "Inget remissvar är publicerat ännu."
    milestones: str = "Etappmål"
    strategy: str = "Strategi"
    themes: str = "Teman"
    unanswered: str = "Inget publicerat svar tar upp strategin."
    unjudged: str = "Inte bedömd"
    entry_columns: tuple[str, ...] = ("Remissinstans", "Ställningstagande", "Önskemål och teman")
    ask_columns: tuple[str, ...] = ("Önskemål", "Antal", "Remissinstanser")
    body_columns: tuple[str, ...] = ("Remissinstans", "Typ", "Svar", "Handling")


WORDING = Wording()
# How the numbers and the tables are to be read.
READING = (
    "Planens och svarens ord återges ordagrant. Det som står inom citattecken är hämtat ur svaren. "
    "Under namnet på den som svarar står handlingen och sidan.",
    "Ställningstaganden, önskemål och teman är redaktionens bedömning av orden. Vid varje svar "
    "står vem som har bedömt det och om en människa har granskat bedömningen.",
    "”Framgår inte” betyder att orden inte tar ställning. Den som stöder en strategi kan ändå "
    "önska något.",
)


@dataclass(frozen=True)
class Source:
    """Where words stand: whose, in which document, on which page.

    `url` and `anchor` lead to them on the site, `url` relative to its root.
    """

    name: str
    document: str
    page: str | None
    url: str
    anchor: str


@dataclass(frozen=True)
class Entry:
    """What one body says in one text, as the editors read it. `joint` is set for a joint one."""

    source: Source
    box: JudgementBox
    joint: str | None = None


@dataclass(frozen=True)
class PlanText:
    """A text of the plan, word for word, and whose account of it that is."""

    key: str
    text: str
    label: str
    source: Source | None


@dataclass(frozen=True)
class Subject:
    """A strategy, and what the bodies say on it: all of them, or those on one page.

    `counts`, `asks` and `silent` are always those of all bodies.
    """

    strategy: Strategy
    number: str
    plan: PlanText
    total: int
    counts: tuple[Count, ...]
    asks: tuple[tuple[str, int], ...]
    silent: tuple[str, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Tally:
    """How many answers to a strategy take each position; `silent` bodies say nothing on it."""

    strategy: Strategy
    number: str
    numbers: dict[PositionValue | None, int]
    silent: int


@dataclass(frozen=True)
class AskCount:
    """How often something is asked for, and by how many bodies."""

    name: str
    times: int
    bodies: int


@dataclass(frozen=True)
class BodyLine:
    """A body: of what kind, whether it answered, and in what document."""

    name: str
    kind: str
    status: str
    document: str


@dataclass(frozen=True)
class Front:
    """What stands before the chapters: the facts, the summary, the counts and the bodies."""

    subject: str
    facts: tuple[Fact, ...]
    summary: tuple[str, ...]
    positions: tuple[PositionValue | None, ...]
    tallies: tuple[tuple[GoalArea, tuple[Tally, ...]], ...]
    asks: tuple[AskCount, ...]
    remarks: int
    bodies: tuple[BodyLine, ...]


def front(dataset: Dataset) -> Front:
    """Return what stands before the chapters."""
    tallies = tuple(
        (area, tuple(_tally(dataset, strategy) for strategy in area.strategies))
        for area in dataset.goal_areas
    )
    found = {position for _, rows in tallies for row in rows for position in row.numbers}
    return Front(
        subject=dataset.plan.title,
        facts=facts(dataset.plan)[1:],
        summary=tuple(_summary(dataset)),
        positions=tuple(position for position in POSITIONS if position or position in found),
        tallies=tallies,
        asks=_asks(dataset),
        remarks=len(_judged_sections(dataset)),
        bodies=tuple(_body_line(dataset, body) for body in dataset.bodies),
    )


def subject(dataset: Dataset, strategy: Strategy, shown: Sequence[Answer] | None = None) -> Subject:
    """Return a strategy with the answers to it: all of them, or those given."""
    answers = dataset.answers(strategy.id)
    asked = Counter(
        dataset.ask_name(ask.kind)
        for answer in answers
        if answer.judgement
        for ask in answer.judgement.asks
    )
    source = dataset.text_from(strategy)
    return Subject(
        strategy=strategy,
        number=urls.number(strategy.id),
        plan=PlanText(
            strategy.id,
            strategy.text,
            words.retold_by(source),
            _plan_source(source, strategy.pages, urls.strategy_anchor(strategy.id)),
        ),
        total=len(answers),
        counts=counts(answer.position for answer in answers),
        asks=tuple(asked.most_common()),
        silent=tuple(
            body.name for body in dataset.received if strategy.id in body.response.unanswered
        ),
        entries=tuple(_entry(dataset, answer) for answer in (answers if shown is None else shown)),
    )


def milestones(dataset: Dataset, area: GoalArea) -> tuple[PlanText, ...]:
    """Return the milestones of a goal area."""
    return tuple(_milestone(dataset, milestone) for milestone in area.milestones)


def remarks(dataset: Dataset) -> tuple[Entry, ...]:
    """Return what the bodies say in general, apart from single strategies, by the bodies' names.

    That is what the editors found in the sections of the responses.
    """
    return tuple(_remark(dataset, body, section) for body, section in _judged_sections(dataset))


def tally_lines(subject: Subject) -> tuple[tuple[str, str], ...]:
    """Return what the answers to a strategy add up to, a label and a text; nothing for one."""
    if subject.total < 2:
        return ()
    found = [
        (
            capitalised(counted(subject.total, "svar", "svar")),
            listing([f"{count.word.lower()} {count.number}" for count in subject.counts]),
        )
    ]
    if subject.asks:
        found.append(
            ("Önskemål", listing([f"{name.lower()} {number}" for name, number in subject.asks]))
        )
    return tuple(found)


def _summary(dataset: Dataset) -> Iterator[str]:
    total, received = dataset.plan.responses_total, len(dataset.received)
    based = f"Sammanställningen bygger på {counted(received, 'remissvar', 'remissvar')}"
    if total is None:
        yield f"{based}. Hur många som svarade är inte känt."
    elif total == received:
        yield f"{based}. Det är alla som kom in."
    else:
        yield f"{based} av de {total} som kom in."
    found = [
        answer.position
        for strategy in dataset.strategies
        for answer in dataset.answers(strategy.id)
    ]
    if any(found):
        yield summary(dataset, counts(found))
    yield _review([judgement for _, judgement in _judgements(dataset)])
    yield from unknown_facts(dataset)


def _review(judgements: list[Judgement]) -> str:
    """Return how many of the judgements a person has reviewed."""
    total, reviewed = len(judgements), sum(judgement.reviewed for judgement in judgements)
    if not total:
        return "Svaren är inte bedömda."
    if not reviewed:
        which = "Bedömningen" if total == 1 else f"Ingen av de {total} bedömningarna"
        return f"{which} är {'inte ' if total == 1 else ''}granskad av en människa."
    if reviewed == total:
        which = (
            "Bedömningen är granskad" if total == 1 else f"Alla {total} bedömningar är granskade"
        )
        return f"{which} av en människa."
    return f"{reviewed} av {total} bedömningar är granskade av en människa."


def _judgements(dataset: Dataset) -> Iterator[tuple[Body, Judgement]]:
    """Yield every judgement of what a body says, each once."""
    for body in dataset.received:
        texts: tuple[Comment | Section, ...] = (*body.response.comments, *body.response.sections)
        for text in texts:
            if text.judgement:
                yield body, text.judgement


def _tally(dataset: Dataset, strategy: Strategy) -> Tally:
    answers = dataset.answers(strategy.id)
    return Tally(
        strategy=strategy,
        number=urls.number(strategy.id),
        numbers=dict(Counter(answer.position for answer in answers)),
        silent=len(dataset.received) - len(answers),
    )


def _asks(dataset: Dataset) -> tuple[AskCount, ...]:
    times: Counter[str] = Counter()
    bodies: dict[str, set[str]] = {}
    for body, judgement in _judgements(dataset):
        for ask in judgement.asks:
            times[ask.kind] += 1
            bodies.setdefault(ask.kind, set()).add(body.id)
    return tuple(
        AskCount(dataset.ask_name(kind), number, len(bodies[kind]))
        for kind, number in times.most_common()
    )


def _entry(dataset: Dataset, answer: Answer) -> Entry:
    comment = answer.comment or answer.comments[0]
    box = judgement_box(dataset, comment.judgement)
    assert box is not None
    return Entry(_source(answer.body, comment), box, words.joint(dataset, comment))


def _remark(dataset: Dataset, body: Body, section: Section) -> Entry:
    box = judgement_box(dataset, section.judgement, takes_position=False)
    assert box is not None
    source = Source(
        name=body.name,
        document=f"{words.document(body)}, avsnittet {section.heading}",
        page=words.page(section.pages) if section.pages else None,
        url=urls.response(body),
        anchor=section.id,
    )
    return Entry(source, box)


def _judged_sections(dataset: Dataset) -> list[tuple[Body, Section]]:
    return [
        (body, section)
        for body in dataset.received
        for section in body.response.sections
        if section.judgement
    ]


def _source(body: Body, comment: Comment) -> Source:
    return Source(
        name=body.name,
        document=words.document(body),
        page=words.page(comment.pages) if comment.pages else None,
        url=urls.response(body),
        anchor=urls.comment_anchor(comment),
    )


def _milestone(dataset: Dataset, milestone: Milestone) -> PlanText:
    source = dataset.text_from(milestone)
    return PlanText(
        milestone.id,
        milestone.text,
        words.retold_by(source).replace("strategin", "etappmålet"),
        _plan_source(source, milestone.pages, urls.milestone_anchor(milestone)),
    )


def _plan_source(source: Body | None, pages: Pages | None, anchor: str) -> Source | None:
    if source is None:
        return None
    page = words.page(pages) if pages else None
    return Source(source.name, words.document(source), page, urls.response(source), anchor)


def _body_line(dataset: Dataset, body: Body) -> BodyLine:
    status = words.STATUS_WORDS[body.response.status]
    if body.response.answered_by:
        status = f"{status}: {dataset.body(body.response.answered_by).name}"
    document = "–"
    if body.response.status == "received":
        date = body.response.date
        dated = long_date(date) if date else "datum framgår inte"
        document = f"{words.document(body)}, {dated}"
    return BodyLine(
        name=body.name,
        kind=body.kind.name if body.kind else "Inte angiven",
        status=status,
        document=document,
    )
