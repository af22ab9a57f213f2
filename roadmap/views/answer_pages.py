"""Many answers to one strategy: by position, on as many pages as they need, with links between."""

from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from roadmap.model import PositionValue, Strategy
from roadmap.model.dataset import Answer, Dataset
from roadmap.presenters import answers, plan_status, urls, wording
from roadmap.presenters.edit_links import EditLinks
from roadmap.presenters.judgements import Count
from roadmap.presenters.marks import strategy_crumbs, strategy_mark
from roadmap.presenters.messages import _
from roadmap.presenters.pager import Pager, pager
from roadmap.presenters.telling_words import telling_words
from roadmap.presenters.wording import heading_of
from roadmap.text.marked_words import InSentence
from roadmap.text.swedish import capitalised
from roadmap.views import answer_blocks
from roadmap.views.answer_blocks import AnswerView
from roadmap.views.templating import render


@dataclass(frozen=True)
class Group:
    """The answers on a page with the same position. `anchor` is set if its first answer is here."""

    count: Count
    anchor: str | None
    views: tuple[AnswerView, ...]


@dataclass(frozen=True)
class Quote:
    """A sentence of the first answer with a position, and who says it."""

    count: Count
    words: InSentence
    name: str
    what: str
    href: str


def strategy_answers(dataset: Dataset, here: str, strategy_id: str, page: int) -> Markup:
    """Return a further page of the answers to a strategy."""
    subject = dataset.strategy(strategy_id)
    shown = answer_blocks.on_strategy_page(dataset, here, subject, page)
    title = heading_of(subject)
    return render(
        "strategy_answers.html",
        crumbs=strategy_crumbs(dataset, here, subject, (title, urls.strategy(subject))),
        status_line=plan_status.of_strategy(dataset, subject),
        mark=strategy_mark(dataset, strategy_id),
        prefix=_("%(name)s:", name=capitalised(wording.named(subject))),
        title=wording.answers_range(page, shown.total),
        subject=title,
        href=urls.link(here, urls.strategy(subject)),
        answers=shown,
        starts=starts(dataset, here, subject),
        groups=groups(dataset, subject, shown),
        edit=EditLinks(dataset),
        pager=pages(here, subject, shown.total, page),
        method=urls.link(here, urls.METHOD),
    )


def starts(dataset: Dataset, here: str, strategy: Strategy) -> dict[PositionValue | None, str]:
    """Return the href of the first answer with each position."""
    return {
        position: urls.link(here, urls.answer(answer)[0], urls.position_anchor(position))
        for position, answer in _firsts(dataset, strategy).items()
    }


def groups(dataset: Dataset, strategy: Strategy, shown: answer_blocks.Answers) -> tuple[Group, ...]:
    """Return the answers on a page by their position."""
    firsts = _firsts(dataset, strategy)
    counts = {count.position: count for count in shown.counts}
    page_groups = []
    for position, views in groupby(shown.views, key=lambda view: view.position):
        page_views = tuple(views)
        begins_here = urls.answer_anchor(firsts[position].body) == page_views[0].anchor
        anchor = urls.position_anchor(position) if begins_here else None
        page_groups.append(Group(counts[position], anchor, page_views))
    return tuple(page_groups)


def quotes(dataset: Dataset, here: str, strategy: Strategy) -> tuple[Quote, ...]:
    """Return a sentence of the first answer with each position, in the order of the answers."""
    counts = {count.position: count for count in answers.tally(dataset, strategy.id)}
    return tuple(
        Quote(
            counts[position],
            telling_words(answer.comment or answer.comments[0]),
            wording.speaker(answer.body),
            wording.speaks(answer.body),
            urls.link(here, *urls.answer(answer)),
        )
        for position, answer in _firsts(dataset, strategy).items()
    )


def pages(here: str, strategy: Strategy, total: int, page: int) -> Pager | None:
    """Return the links between the pages of a strategy; None if it has only one."""
    count = urls.strategy_pages(total)
    if count == 1:
        return None
    return pager(here, page, count, lambda number: urls.strategy(strategy, number))


def moved_to(here: str, strategy: Strategy) -> str:
    """Return where the old address of an answer leads that has moved on to a further page.

    It is what the body says on the strategy, in its response; * stands for the body.
    """
    return urls.link(here, f"{urls.responses()}*/", urls.strategy_anchor(strategy.id))


def _firsts(dataset: Dataset, strategy: Strategy) -> dict[PositionValue | None, Answer]:
    firsts: dict[PositionValue | None, Answer] = {}
    for answer in dataset.answers(strategy.id):
        firsts.setdefault(answer.position, answer)
    return firsts
