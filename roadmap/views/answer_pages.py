"""The answers to one strategy over several pages: by position, and the ways between the pages."""

from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from roadmap.model import PositionValue, Strategy
from roadmap.model.dataset import Dataset
from roadmap.presenters import urls, wording
from roadmap.presenters.edit_links import EditLinks
from roadmap.presenters.judgements import Count
from roadmap.presenters.marks import crumbs, strategy_mark
from roadmap.presenters.pager import Pager, pager
from roadmap.presenters.wording import heading_of
from roadmap.views import answer_blocks
from roadmap.views.templating import render

# Up to this many bodies are named on the strategy's own page, which has to stay light.
NAMED = 100


@dataclass(frozen=True)
class Group:
    """The answers on a page that take the same position. `anchor` is set where they begin."""

    count: Count
    anchor: str | None
    views: tuple[answer_blocks.AnswerView, ...]


@dataclass(frozen=True)
class Name:
    """A body among all that answered: where its words are, and its id if that is not here."""

    name: str
    href: str
    anchor: str | None


@dataclass(frozen=True)
class Paging:
    """How the answers go over several pages.

    `starts` leads to where each position begins. `names` lists all bodies by position, on the
    first page. Where there are too many for that, `table` leads to where they are all named, and
    `moved_to` is the address, with * for the body, that an answer's old address leads to.
    """

    groups: tuple[Group, ...]
    pager: Pager
    starts: dict[PositionValue | None, str]
    names: tuple[tuple[Count, tuple[Name, ...]], ...]
    table: str | None
    moved_to: str | None


def strategy_answers(dataset: Dataset, here: str, strategy_id: str, page: int) -> Markup:
    """Return a further page of the answers to a strategy."""
    subject = dataset.strategy(strategy_id)
    area = dataset.area_of(strategy_id)
    found = answer_blocks.on_strategy_page(dataset, here, subject, page)
    title = f"{dataset.number(strategy_id)} {subject.title}"
    return render(
        "strategy_answers.html",
        crumbs=crumbs(
            here,
            (heading_of(area), urls.goal_area(dataset, area)),
            (title, urls.strategy(subject)),
        ),
        mark=strategy_mark(dataset, strategy_id),
        prefix=f"Strategi {dataset.number(strategy_id)}:",
        title=wording.answers_range(page, found.total),
        subject=title,
        href=urls.link(here, urls.strategy(subject)),
        answers=found,
        edit=EditLinks(dataset),
        paging=paging(dataset, here, subject, found, page),
        outcomes=urls.link(here, urls.requests()),
        method=urls.link(here, urls.METHOD),
    )


def paging(
    dataset: Dataset, here: str, strategy: Strategy, found: answer_blocks.Answers, page: int
) -> Paging | None:
    """Return how the answers go over several pages, or None where they stand on one."""
    pages = urls.answer_pages(found.total)
    if pages == 1:
        return None
    every = dataset.answers(strategy.id)
    begins = {}
    place = 0
    for count in found.counts:
        begins[count.position] = every[place]
        place += count.number
    starts = {
        position: urls.link(here, urls.answer(first)[0], urls.position_anchor(position))
        for position, first in begins.items()
    }
    counts = {count.position: count for count in found.counts}
    named = page == 1 and found.total <= NAMED
    unnamed = page == 1 and not named
    groups = []
    for position, views in groupby(found.views, key=lambda view: view.position):
        shown = tuple(views)
        first_here = urls.answer_anchor(begins[position].body) == shown[0].anchor
        anchor = urls.position_anchor(position) if first_here else None
        groups.append(Group(counts[position], anchor, shown))
    return Paging(
        groups=tuple(groups),
        pager=pager(here, page, pages, lambda number: urls.strategy(strategy, number)),
        starts=starts,
        names=_names(dataset, here, strategy, counts) if named else (),
        table=_table(dataset, here, strategy) if unnamed else None,
        moved_to=_moved_to(here, strategy) if unnamed else None,
    )


def _names(
    dataset: Dataset, here: str, strategy: Strategy, counts: dict[PositionValue | None, Count]
) -> tuple[tuple[Count, tuple[Name, ...]], ...]:
    found = []
    for position, group in groupby(dataset.answers(strategy.id), key=lambda item: item.position):
        names = []
        for answer in group:
            url, anchor = urls.answer(answer)
            moved = None if url == here else anchor
            names.append(Name(answer.body.name, urls.link(here, url, anchor), moved))
        found.append((counts[position], tuple(names)))
    return tuple(found)


def _table(dataset: Dataset, here: str, strategy: Strategy) -> str:
    return urls.link(here, urls.area_overview(dataset, dataset.area_of(strategy.id)))


def _moved_to(here: str, strategy: Strategy) -> str:
    """Return where what any body says on the strategy stands for good: in its response."""
    anchor = urls.strategy_anchor(strategy.id)
    return urls.link(here, f"{urls.RESPONSES}*/", anchor)
