"""The views of a goal area's page, except its milestones: the band and the strategies."""

from dataclasses import dataclass

from markupsafe import Markup

from roadmap.model import Ask, GoalArea, Strategy
from roadmap.model.dataset import Body, Dataset
from roadmap.model.fields import Pages
from roadmap.presenters import answers, plan_status, requests, urls, wording
from roadmap.presenters.edit_links import EditLinks
from roadmap.presenters.marks import Link, Mark, area_mark, crumbs, strategy_mark
from roadmap.presenters.messages import TERMS, _
from roadmap.views import answer_blocks
from roadmap.views.common import FootnoteView, text_with_footnotes
from roadmap.views.templating import render


@dataclass(frozen=True)
class TextSource:
    """The label that says who retells a text, and a link to the text in its document."""

    label: str
    page: Link | None


@dataclass(frozen=True)
class _Block:
    strategy: Strategy
    mark: Mark
    anchor: str
    html: Markup
    footnotes: tuple[FootnoteView, ...]
    source: TextSource
    href: str
    moved: str | None
    answers: answer_blocks.Answers
    silence: str | None


def area_band(dataset: Dataset, here: str, area_id: str) -> Markup:
    """Return the band at the top of the page, with the area's title as its h1."""
    area = dataset.goal_area(area_id)
    return render(
        "area_band.html",
        crumbs=crumbs(here, (TERMS["Strategies"], urls.STRATEGIES)),
        status_line=plan_status.of_goal_area(dataset, area),
        mark=area_mark(dataset, area),
        prefix=f"Målområde {area.shown_number}",
        title=area.title,
        title_key=None,
        anchor=None,
    )


def strategies(dataset: Dataset, here: str, area_id: str) -> Markup:
    """Return every strategy of the area with the answers to it: in full, or counted if many."""
    area = dataset.goal_area(area_id)
    blocks = [_block(dataset, here, strategy) for strategy in area.strategies]
    return render(
        "strategies.html",
        area=area,
        lead=area.lead_strategies,
        blocks=blocks,
        edit=EditLinks(dataset),
        untold=requests.untold(dataset, _asks_in_full(dataset, area)),
        outcomes=urls.link(here, urls.requests()),
        method=urls.link(here, urls.METHOD),
    )


def _asks_in_full(dataset: Dataset, area: GoalArea) -> list[Ask]:
    """Return the requests that are shown on an area's page, each once."""
    asks = {
        id(ask): ask
        for strategy in area.strategies
        for answer in answers.in_full(dataset, strategy)
        for ask in answers.asks(answer)
    }
    return list(asks.values())


def provenance(
    here: str, source: Body | None, pages: Pages | None, anchor: str, what: str | None = None
) -> TextSource:
    """Return the label and the link of a text of the plan, which `source` retells."""
    label = wording.retold_by(source, what)
    if source is None:
        return TextSource(label, None)
    text = wording.page(pages) if pages else _("i sitt sammanhang")
    return TextSource(label, Link(text, urls.link(here, urls.response(source), anchor)))


def _block(dataset: Dataset, here: str, strategy: Strategy) -> _Block:
    source = dataset.text_from(strategy)
    anchor = urls.strategy_anchor(strategy.id)
    html, footnotes = text_with_footnotes(strategy.text, source, anchor)
    strategy_answers = answer_blocks.on_area_page(dataset, here, strategy)
    return _Block(
        strategy=strategy,
        mark=strategy_mark(dataset, strategy.id),
        anchor=anchor,
        html=html,
        footnotes=footnotes,
        source=provenance(here, source, strategy.pages, anchor),
        href=urls.link(here, urls.strategy(strategy)),
        moved=urls.answer_anchor_start(strategy.id)
        if strategy_answers.total and not strategy_answers.views
        else None,
        answers=strategy_answers,
        silence=answers.silence(strategy_answers.silent),
    )
