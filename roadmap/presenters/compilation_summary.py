"""The opening of the compilation, before its chapters: facts, summary and counts."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from roadmap.model import (
    POSITIONS,
    Comment,
    GoalArea,
    Judgement,
    PositionValue,
    Section,
    Strategy,
)
from roadmap.model.dataset import Body, Dataset
from roadmap.presenters import requests, wording
from roadmap.presenters.answers import summary
from roadmap.presenters.compilation import judged_sections
from roadmap.presenters.facts import Fact, facts
from roadmap.presenters.grammar import long_date
from roadmap.presenters.judgements import counts
from roadmap.presenters.messages import _, ngettext
from roadmap.presenters.unknowns import unknowns


@dataclass(frozen=True)
class Tally:
    """How many answers to a strategy take each position; `silent` bodies have given no answer."""

    strategy: Strategy
    numbers: dict[PositionValue | None, int]
    silent: int


@dataclass(frozen=True)
class AskCount:
    """How often a kind of request is made, and by how many bodies."""

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
    """The opening of the compilation: the facts, the summary, the counts and the bodies."""

    subject: str
    facts: tuple[Fact, ...]
    summary: tuple[str, ...]
    positions: tuple[PositionValue | None, ...]
    tallies: tuple[tuple[GoalArea, tuple[Tally, ...]], ...]
    asks: tuple[AskCount, ...]
    remarks: int
    bodies: tuple[BodyLine, ...]


def front(dataset: Dataset) -> Front:
    """Return the opening of the compilation."""
    tallies = tuple(
        (area, tuple(_tally(dataset, strategy) for strategy in area.strategies))
        for area in dataset.goal_areas
    )
    used = {position for _, rows in tallies for row in rows for position in row.numbers}
    return Front(
        subject=dataset.plan.title,
        facts=facts(dataset)[1:],
        summary=tuple(_summary(dataset)),
        positions=tuple(position for position in POSITIONS if position or position in used),
        tallies=tallies,
        asks=_asks(dataset),
        remarks=len(judged_sections(dataset)),
        bodies=tuple(_body_line(dataset, body) for body in dataset.bodies),
    )


def _summary(dataset: Dataset) -> Iterator[str]:
    received, total = len(dataset.received), dataset.plan.responses_total
    basis = ngettext(
        "Sammanställningen bygger på %(a_response)s.",
        "Sammanställningen bygger på %(num)s %(responses)s.",
        received,
    )
    if total is not None and total <= received:
        every = _("Det är alla som kom in.")
        basis = f"{basis} {every}"
    yield basis
    positions = [
        answer.position
        for strategy in dataset.strategies
        for answer in dataset.answers(strategy.id)
    ]
    if any(positions):
        yield summary(dataset, counts(positions))
    if request_summary := requests.summary(dataset):
        yield request_summary
    yield _review([judgement for _body, judgement in _judgements(dataset)])
    yield from (unknown.whole for unknown in unknowns(dataset))


def _review(judgements: list[Judgement]) -> str:
    """Return the sentence on how many of the judgements a person has reviewed."""
    return wording.signatures(judgements) if judgements else _("Svaren är inte tolkade.")


def _judgements(dataset: Dataset) -> Iterator[tuple[Body, Judgement]]:
    """Yield every judgement of a text once, with the body."""
    for body in dataset.received:
        texts: tuple[Comment | Section, ...] = (*body.response.comments, *body.response.sections)
        for text in texts:
            if text.judgement:
                yield body, text.judgement


def _tally(dataset: Dataset, strategy: Strategy) -> Tally:
    answers = dataset.answers(strategy.id)
    return Tally(
        strategy=strategy,
        numbers=dict(Counter(answer.position for answer in answers)),
        silent=len(dataset.received) - len(answers),
    )


def _asks(dataset: Dataset) -> tuple[AskCount, ...]:
    times: Counter[str] = Counter()
    bodies: dict[str, set[str]] = {}
    for request in requests.requests(dataset):
        times[request.ask.kind] += 1
        bodies.setdefault(request.ask.kind, set()).add(request.body.id)
    return tuple(
        AskCount(dataset.ask_name(kind), number, len(bodies[kind]))
        for kind, number in times.most_common()
    )


def _body_line(dataset: Dataset, body: Body) -> BodyLine:
    status = wording.status(body)
    if body.response.answered_by:
        status = f"{status}: {dataset.body(body.response.answered_by).name}"
    document = "–"
    if body.response.status == "received":
        date = body.response.date
        dated = long_date(date) if date else _("odaterat")
        document = f"{wording.document(body)}, {dated}"
    return BodyLine(
        name=body.name,
        kind=body.kind.name if body.kind else _("Inte angiven"),
        status=status,
        document=document,
    )
