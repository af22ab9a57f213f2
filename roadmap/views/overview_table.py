"""The table of all strategies with their answers in words: the score as text."""

from dataclasses import dataclass

from markupsafe import Markup

from roadmap.model import Strategy
from roadmap.model.dataset import Dataset
from roadmap.presenters import answers, urls, wording
from roadmap.presenters.judgements import Count, counts
from roadmap.presenters.marks import Mark, area_mark
from roadmap.views.templating import render

# The columns if there is only one body.
ONE_BODY = ("Strategi", "Ställning", "Önskar", "Bygger på orden")


@dataclass(frozen=True)
class _Row:
    id: str
    number: str
    title: str
    href: str
    answer: str | None
    positions: tuple[Count, ...]
    asks: tuple[str, ...]
    quotes: tuple[str, ...]
    reason: str | None
    together: str | None


@dataclass(frozen=True)
class _Group:
    mark: Mark
    title: str
    rows: tuple[_Row, ...]
    who: str | None


def overview(dataset: Dataset, here: str) -> Markup:
    """Return all strategies by area: position, requests and quotes; with many bodies, counts."""
    many = len(dataset.received) > 1
    groups = [
        _Group(
            mark=area_mark(dataset, area),
            title=area.title,
            rows=tuple(_row(dataset, here, strategy) for strategy in area.strategies),
            who=urls.link(here, urls.who_thinks_what(dataset, area)) if many else None,
        )
        for area in dataset.goal_areas
    ]
    return render(
        "overview.html",
        groups=groups,
        many=many,
        columns=ONE_BODY,
        positions=wording.POSITION_WORDS,
        tallies={
            row.number: {count.position: count.number for count in row.positions}
            for group in groups
            for row in group.rows
        },
        unclassified=any(
            count.position is None
            for group in groups
            for row in group.rows
            for count in row.positions
        ),
        status=answers.status(dataset, tuple(strategy.id for strategy in dataset.strategies)),
        method=urls.link(here, urls.METHOD),
    )


def _row(dataset: Dataset, here: str, strategy: Strategy) -> _Row:
    strategy_answers = dataset.answers(strategy.id)
    judgements = [answer.judgement for answer in strategy_answers if answer.judgement]
    asks = [ask for judgement in judgements for ask in judgement.asks]
    positions = [judgement.position for judgement in judgements if judgement.position]
    comment = strategy_answers[0].comment if len(strategy_answers) == 1 else None
    return _Row(
        id=strategy.id,
        number=strategy.shown_number,
        title=strategy.title,
        href=urls.link(here, urls.strategy(strategy)),
        answer=urls.link(here, *urls.answer(strategy_answers[0]))
        if len(strategy_answers) == 1
        else None,
        positions=counts(answer.position for answer in strategy_answers),
        asks=tuple(dict.fromkeys(dataset.ask_name(ask.kind) for ask in asks)),
        quotes=tuple(
            dict.fromkeys(
                [
                    *(position.quote for position in positions if position.quote),
                    *(ask.quote for ask in asks),
                ]
            )
        ),
        reason=next((position.reason for position in positions if position.reason), None),
        together=wording.joint(dataset, comment) if comment else None,
    )
