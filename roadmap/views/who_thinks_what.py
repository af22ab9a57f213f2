"""Who thinks what: the table of the bodies and an area's strategies, a cell for every answer."""

from dataclasses import dataclass

from markupsafe import Markup

from roadmap.model import GoalArea, PositionValue
from roadmap.model.dataset import Answer, Dataset
from roadmap.presenters import answers, plan_status, urls, wording
from roadmap.presenters.judgements import Count
from roadmap.presenters.marks import Link, Mark, area_mark, crumbs, strategy_mark
from roadmap.presenters.messages import _
from roadmap.presenters.pager import pager
from roadmap.presenters.wording import heading_of
from roadmap.views.templating import render


@dataclass(frozen=True)
class _Column:
    mark: Mark
    heading: str
    href: str
    counts: tuple[Count, ...]


@dataclass(frozen=True)
class _Cell:
    """An answer: its position, whether it asks for anything, and the href of its text."""

    number: str
    position: PositionValue | None
    word: str
    asks: bool
    href: str


@dataclass(frozen=True)
class _Row:
    name: str
    href: str
    cells: tuple[_Cell | None, ...]


def who_thinks_what(dataset: Dataset, here: str, area_id: str, page: int = 1) -> Markup:
    """Return a page of the table of an area: a row per response, a column per strategy."""
    area = dataset.goal_area(area_id)
    first = (page - 1) * urls.ROWS_PER_PAGE
    page_bodies = dataset.received[first : first + urls.ROWS_PER_PAGE]
    pages = urls.who_thinks_what_pages(dataset)
    rows = [
        _Row(
            body.name,
            urls.link(here, urls.response(body)),
            tuple(
                _cell(dataset, here, answer)
                if (answer := dataset.answer(body, strategy.id))
                else None
                for strategy in area.strategies
            ),
        )
        for body in page_bodies
    ]
    return render(
        "who_thinks_what.html",
        crumbs=crumbs(here, (_("Svaren"), urls.OVERVIEW)),
        status_line=plan_status.of_goal_area(dataset, area),
        mark=area_mark(dataset, area),
        prefix=_("Vem tycker vad om"),
        title=area.title,
        columns=[
            _Column(
                strategy_mark(dataset, strategy.id),
                heading_of(strategy),
                urls.link(here, urls.strategy(strategy)),
                answers.tally(dataset, strategy.id),
            )
            for strategy in area.strategies
        ],
        rows=rows,
        positions=wording.POSITION_WORDS,
        heading=_("%(count)s %(responses)s, %(body)s för %(body)s", count=len(dataset.received)),
        status=answers.status(dataset, tuple(strategy.id for strategy in area.strategies)),
        area=Link(heading_of(area), urls.link(here, urls.goal_area(dataset, area))),
        others=_others(dataset, here, area),
        pager=(
            pager(here, page, pages, lambda number: urls.who_thinks_what(dataset, area, number))
            if pages > 1
            else None
        ),
        method=urls.link(here, urls.METHOD),
    )


def _cell(dataset: Dataset, here: str, answer: Answer) -> _Cell:
    return _Cell(
        number=answer.strategy.label,
        position=answer.position,
        word=wording.position(answer.position),
        asks=bool(answers.asks(answer)),
        href=urls.link(here, *urls.answer(answer)),
    )


def _others(dataset: Dataset, here: str, area: GoalArea) -> tuple[Link, ...]:
    return tuple(
        Link(heading_of(other), urls.link(here, urls.who_thinks_what(dataset, other)))
        for other in dataset.goal_areas
        if other is not area
    )
