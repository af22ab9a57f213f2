"""The page of one strategy: its text and everything that is said about it."""

from dataclasses import dataclass

from markupsafe import Markup

from roadmap.model import Strategy
from roadmap.model.dataset import Dataset
from roadmap.presenters import answers, citations, plan_status, urls
from roadmap.presenters.edit_links import EditLinks
from roadmap.presenters.judgements import Count
from roadmap.presenters.marks import Link, crumbs, strategy_mark
from roadmap.presenters.messages import TERMS
from roadmap.presenters.wording import heading_of
from roadmap.text.swedish import capitalised, counted
from roadmap.views import answer_blocks, answer_pages
from roadmap.views.common import text_with_footnotes
from roadmap.views.goal_area_page import provenance
from roadmap.views.templating import render


@dataclass(frozen=True)
class _Part:
    """A part of the bar over the answers; `x` and `width` are percentages."""

    count: Count
    x: float
    width: float


def strategy(dataset: Dataset, here: str, strategy_id: str) -> Markup:
    """Return the whole page of a strategy."""
    subject = dataset.strategy(strategy_id)
    area = dataset.area_of(strategy_id)
    source = dataset.text_from(subject)
    anchor = urls.strategy_anchor(strategy_id)
    strategy_answers = answer_blocks.on_strategy_page(dataset, here, subject)
    html, footnotes = text_with_footnotes(subject.text, source, anchor)
    before, after = dataset.neighbours(strategy_id)
    return render(
        "strategy.html",
        crumbs=crumbs(
            here,
            (TERMS["Strategies"], urls.STRATEGIES),
            (heading_of(area), urls.goal_area(dataset, area)),
        ),
        status_line=plan_status.of_strategy(dataset, subject),
        mark=strategy_mark(dataset, strategy_id),
        prefix=f"Strategi {dataset.number(strategy_id)}",
        title=subject.title,
        title_key=f"{strategy_id}/title",
        anchor=anchor,
        strategy=subject,
        edit=EditLinks(dataset),
        number=dataset.number(strategy_id),
        html=html,
        footnotes=footnotes,
        source=provenance(here, source, subject.pages, anchor),
        source_name=source.name if source else None,
        answers=strategy_answers,
        silence=answers.silence(strategy_answers.silent),
        label=_label(strategy_answers.total),
        paging=answer_pages.paging(dataset, here, subject, strategy_answers, 1),
        bar=_bar(strategy_answers.counts, strategy_answers.total)
        if strategy_answers.total > 1
        else (),
        citation=citations.of_strategy(dataset, here, subject),
        before=_neighbour(here, before),
        after=_neighbour(here, after),
        outcomes=urls.link(here, urls.requests()),
        method=urls.link(here, urls.METHOD),
    )


def _label(total: int) -> str:
    return capitalised(counted(total, "svar", "svar")) if total else "Inga svar"


def _bar(tally: tuple[Count, ...], total: int) -> tuple[_Part, ...]:
    parts: list[_Part] = []
    earlier = 0
    for count in tally:
        parts.append(
            _Part(count, round(100 * earlier / total, 3), round(100 * count.number / total, 3))
        )
        earlier += count.number
    return tuple(parts)


def _neighbour(here: str, strategy: Strategy | None) -> Link | None:
    if strategy is None:
        return None
    text = heading_of(strategy)
    return Link(text, urls.link(here, urls.strategy(strategy)))
