"""The answers to one strategy on several pages, by position, with links between the pages."""

from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from roadmap.model import PositionValue, Strategy
from roadmap.model.dataset import Dataset
from roadmap.presenters import plan_status, urls, wording
from roadmap.presenters.edit_links import EditLinks
from roadmap.presenters.judgements import Count
from roadmap.presenters.marks import crumbs, strategy_mark
from roadmap.presenters.messages import TERMS
from roadmap.presenters.pager import Pager, pager
from roadmap.presenters.wording import heading_of
from roadmap.views import answer_blocks
from roadmap.views.templating import render

# Up to this many bodies are named on the strategy's own page, which has to stay light.
NAMED = 100


@dataclass(frozen=True)
class Group:
    """The answers on a page with the same position. `anchor` is set if its first answer is here."""

    count: Count
    anchor: str | None
    views: tuple[answer_blocks.AnswerView, ...]


@dataclass(frozen=True)
class Name:
    """A body that answered: the href of its answer, and the answer's id if not on this page."""

    name: str
    href: str
    anchor: str | None


@dataclass(frozen=True)
class Paging:
    """How the answers are divided into several pages.

    `starts` links to the first answer with each position. `names` lists all bodies by position, on
    the first page. If they are too many, `table` links to a table that names them all, and
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
    answers = answer_blocks.on_strategy_page(dataset, here, subject, page)
    title = f"{dataset.number(strategy_id)} {subject.title}"
    return render(
        "strategy_answers.html",
        crumbs=crumbs(
            here,
            (TERMS["Strategies"], urls.STRATEGIES),
            (heading_of(area), urls.goal_area(dataset, area)),
            (title, urls.strategy(subject)),
        ),
        status_line=plan_status.of_strategy(dataset, subject),
        mark=strategy_mark(dataset, strategy_id),
        prefix=f"Strategi {dataset.number(strategy_id)}:",
        title=wording.answers_range(page, answers.total),
        subject=title,
        href=urls.link(here, urls.strategy(subject)),
        answers=answers,
        edit=EditLinks(dataset),
        paging=paging(dataset, here, subject, answers, page),
        outcomes=urls.link(here, urls.requests()),
        method=urls.link(here, urls.METHOD),
    )


def paging(
    dataset: Dataset, here: str, strategy: Strategy, answers: answer_blocks.Answers, page: int
) -> Paging | None:
    """Return how the answers are divided into several pages, or None if one is enough."""
    pages = urls.answer_pages(answers.total)
    if pages == 1:
        return None
    all_answers = dataset.answers(strategy.id)
    first_answers = {}
    index = 0
    for count in answers.counts:
        first_answers[count.position] = all_answers[index]
        index += count.number
    starts = {
        position: urls.link(here, urls.answer(answer)[0], urls.position_anchor(position))
        for position, answer in first_answers.items()
    }
    counts = {count.position: count for count in answers.counts}
    lists_names = page == 1 and answers.total <= NAMED
    leaves_names_out = page == 1 and not lists_names
    groups = []
    for position, views in groupby(answers.views, key=lambda view: view.position):
        page_views = tuple(views)
        begins_here = urls.answer_anchor(first_answers[position].body) == page_views[0].anchor
        anchor = urls.position_anchor(position) if begins_here else None
        groups.append(Group(counts[position], anchor, page_views))
    return Paging(
        groups=tuple(groups),
        pager=pager(here, page, pages, lambda number: urls.strategy(strategy, number)),
        starts=starts,
        names=_names(dataset, here, strategy, counts) if lists_names else (),
        table=_table(dataset, here, strategy) if leaves_names_out else None,
        moved_to=_moved_to(here, strategy) if leaves_names_out else None,
    )


def _names(
    dataset: Dataset, here: str, strategy: Strategy, counts: dict[PositionValue | None, Count]
) -> tuple[tuple[Count, tuple[Name, ...]], ...]:
    names_by_position = []
    for position, group in groupby(
        dataset.answers(strategy.id), key=lambda answer: answer.position
    ):
        names = []
        for answer in group:
            url, anchor = urls.answer(answer)
            anchor_elsewhere = None if url == here else anchor
            names.append(Name(answer.body.name, urls.link(here, url, anchor), anchor_elsewhere))
        names_by_position.append((counts[position], tuple(names)))
    return tuple(names_by_position)


def _table(dataset: Dataset, here: str, strategy: Strategy) -> str:
    return urls.link(here, urls.who_thinks_what(dataset, dataset.area_of(strategy.id)))


def _moved_to(here: str, strategy: Strategy) -> str:
    """Return the lasting address of any body's answer, with * for the body: in its response."""
    anchor = urls.strategy_anchor(strategy.id)
    return urls.link(here, f"{urls.RESPONSES}*/", anchor)
