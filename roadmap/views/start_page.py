"""The views of the start page: the plan, its areas, and the score of the answers."""

from dataclasses import dataclass
from math import sqrt

from markupsafe import Markup

from roadmap.model import GoalArea, PositionValue, Strategy
from roadmap.model.dataset import Dataset
from roadmap.presenters import answers, plan_status, urls, wording
from roadmap.presenters.answers import summary
from roadmap.presenters.judgements import counts
from roadmap.presenters.marks import Link, Mark, area_mark, strategy_mark
from roadmap.presenters.wording import strategies_word
from roadmap.text.swedish import listing
from roadmap.views.templating import render

# The size in px of a note in the score: for one body, and the least and most for several.
NOTE, NOTE_LEAST, NOTE_MOST = 26, 20, 42

# With more strategies than this the score keeps to its narrow form: a row per strategy.
WIDEST = 24


@dataclass(frozen=True)
class _MarkLink:
    mark: Mark
    title: str
    href: str


@dataclass(frozen=True)
class _Card:
    area: GoalArea
    mark: Mark
    href: str
    content: str
    strategies: tuple[_MarkLink, ...]


@dataclass(frozen=True)
class _Note:
    """A mark in the score. `count` is None if there is only one body."""

    position: PositionValue | None
    size: int
    count: int | None


@dataclass(frozen=True)
class _Column:
    number: str
    href: str
    notes: tuple[_Note, ...]
    told: str


@dataclass(frozen=True)
class _Group:
    mark: Mark
    title: str
    columns: tuple[_Column, ...]


def opening(dataset: Dataset, here: str) -> Markup:
    """Return the title of the plan and what the site is."""
    return render(
        "opening.html",
        plan=dataset.plan,
        status_line=plan_status.of_plan(dataset),
        action=urls.link(here, urls.SEARCH),
        examples=wording.search_examples(dataset),
    )


def goal_areas(dataset: Dataset, here: str) -> Markup:
    """Return a card for each goal area, with its strategies' marks as links."""
    cards = [
        _Card(
            area=area,
            mark=area_mark(dataset, area),
            href=urls.link(here, urls.goal_area(dataset, area)),
            content=listing(
                [
                    f"{len(area.milestones)} etappmål",
                    f"{len(area.strategies)} {strategies_word(len(area.strategies))}",
                ]
            ),
            strategies=tuple(
                _MarkLink(
                    strategy_mark(dataset, strategy.id),
                    strategy.title,
                    urls.link(here, urls.strategy(strategy)),
                )
                for strategy in area.strategies
            ),
        )
        for area in dataset.goal_areas
    ]
    return render("goal_areas.html", cards=cards)


def figures_line(dataset: Dataset, here: str) -> Markup:
    """Return the numbers of areas, milestones, strategies and responses in large figures."""
    areas, strategies = len(dataset.goal_areas), len(dataset.strategies)
    figures = [
        (areas, "målområde" if areas == 1 else "målområden"),
        (len(dataset.milestones), "etappmål"),
        (strategies, strategies_word(strategies)),
        (len(dataset.received), "remissvar"),
    ]
    return render("figures_line.html", figures=figures)


def score(dataset: Dataset, here: str) -> Markup:
    """Return the score: a line per position, a column per strategy, and a summary.

    If nothing is classified, a sentence says so instead.
    """
    positions = [
        answer.position
        for strategy in dataset.strategies
        for answer in dataset.answers(strategy.id)
    ]
    tally = counts(positions)
    groups = [
        _Group(
            mark=area_mark(dataset, area),
            title=area.title,
            columns=tuple(_column(dataset, here, strategy) for strategy in area.strategies),
        )
        for area in dataset.goal_areas
    ]
    return render(
        "score.html",
        classified=any(positions),
        summary=summary(dataset, tally) if any(positions) else None,
        groups=groups,
        wide=len(dataset.strategies) <= WIDEST,
        axis=[
            *wording.POSITION_WORDS.items(),
            *([(None, wording.UNCLASSIFIED)] * (None in positions)),
        ],
        status=answers.status(dataset, tuple(strategy.id for strategy in dataset.strategies)),
        table=None
        if here == urls.OVERVIEW
        else Link("Se allt som tabell", urls.link(here, urls.OVERVIEW)),
        method=Link("Så bedömer vi", urls.link(here, urls.METHOD)),
    )


def _column(dataset: Dataset, here: str, strategy: Strategy) -> _Column:
    tally = counts(answer.position for answer in dataset.answers(strategy.id))
    bodies = len(dataset.received)
    notes = tuple(
        _Note(
            count.position,
            NOTE if bodies == 1 else _note_size(count.number, bodies),
            None if bodies == 1 else count.number,
        )
        for count in tally
    )
    phrases = [count.word if bodies == 1 else f"{count.word} {count.number}" for count in tally]
    return _Column(
        number=strategy.shown_number,
        href=urls.link(here, urls.strategy(strategy)),
        notes=notes,
        told=", ".join(phrases) or "Inget svar",
    )


def _note_size(part: int, whole: int) -> int:
    return round(NOTE_LEAST + (NOTE_MOST - NOTE_LEAST) * sqrt(part / whole))
