"""The views of a goal area's page, except its milestones: the band and the strategies."""

from dataclasses import dataclass

from markupsafe import Markup

from roadmap.model import Ask, GoalArea, PositionValue, Strategy
from roadmap.model.dataset import Dataset
from roadmap.presenters import answers, area_summary, enquiry, plan_status, requests, urls
from roadmap.presenters.edit_links import EditLinks
from roadmap.presenters.marks import Link, area_mark, crumbs
from roadmap.presenters.messages import _
from roadmap.presenters.outcomes import Outcomes, outcomes
from roadmap.presenters.unknowns import looked_for_plan
from roadmap.presenters.wording import announced
from roadmap.views import answer_blocks, answer_pages
from roadmap.views.plan_texts import OwnText, PlanText, area_text, group_text, plan_text
from roadmap.views.strategy_page import BarPart, answered, bar, proposed
from roadmap.views.templating import render
from roadmap.views.translation import translation


@dataclass(frozen=True)
class _Part:
    """The strategies of a group, or those in none: a line on each, and each with its answers."""

    group: OwnText | None
    rows: tuple[area_summary.Row, ...]
    blocks: tuple["_Block", ...]


@dataclass(frozen=True)
class _Block:
    """A strategy with its three states. `moved` begins the ids of answers that are elsewhere."""

    plan: PlanText
    title: str
    href: str
    moved: str | None
    heading: str
    bar: tuple[BarPart, ...]
    answers: answer_blocks.Answers
    starts: dict[PositionValue | None, str]
    silence: str | None
    outcomes: Outcomes
    enquiry: Link | None
    after: Link | None


def area_band(dataset: Dataset, here: str, area_id: str) -> Markup:
    """Return the band at the top of the page, with the area's title as its h1, and its own text."""
    area = dataset.goal_area(area_id)
    return render(
        "area_band.html",
        crumbs=crumbs(here, (_("%(Strategies)s"), urls.strategies())),
        status_line=plan_status.of_goal_area(dataset, area),
        mark=area_mark(dataset, area),
        prefix=announced(area),
        title=area.title,
        title_key=None,
        anchor=None,
        text=area_text(dataset, here, area),
        edit=EditLinks(dataset),
    )


def strategies(dataset: Dataset, here: str, area_id: str) -> Markup:
    """Return a line on each strategy of the area, and each with its answers below.

    These stand in full or, if they are many, are counted.
    """
    area = dataset.goal_area(area_id)
    followers = dict(zip(area.strategies, [*area.strategies[1:], None], strict=True))
    return render(
        "strategies.html",
        area=area,
        lead=area.lead_strategies,
        lead_translation=translation(dataset, area.lead_strategies or ""),
        heading=area_summary.finding(dataset, area),
        parts=[
            _Part(
                group_text(dataset, here, area, group) if group else None,
                area_summary.rows(dataset, members),
                tuple(_block(dataset, here, one, followers[one]) for one in members),
            )
            for group, _milestones, members in area.parts
            if group or members
        ],
        status=answers.status(dataset, tuple(strategy.id for strategy in area.strategies)),
        unknown=_unknown(dataset, area),
        proposed=proposed(dataset),
        edit=EditLinks(dataset),
        requests=urls.link(here, urls.requests()) if _asks(dataset, area) else None,
        method=urls.link(here, urls.METHOD),
    )


def _unknown(dataset: Dataset, area: GoalArea) -> str | None:
    """Return what is not known of what came of the area's strategies, said once for them all."""
    asks = _asks(dataset, area)
    if not asks:
        if dataset.plan.decision:
            return None
        told = _("Vi vet inte om %(the_strategies)s genomfördes.")
    else:
        told = requests.untold(dataset, asks) or ""
    nothing = all(ask.outcome is None for ask in asks)
    looked = looked_for_plan(dataset, "outcomes") if nothing else ""
    return " ".join(filter(None, (told, looked))) or None


def _asks(dataset: Dataset, area: GoalArea) -> list[Ask]:
    """Return the requests in the answers to an area's strategies, each once."""
    asks = {
        id(ask): ask
        for strategy in area.strategies
        for answer in dataset.answers(strategy.id)
        for ask in answers.asks(answer)
    }
    return list(asks.values())


def _block(dataset: Dataset, here: str, strategy: Strategy, after: Strategy | None) -> _Block:
    shown = answer_blocks.on_area_page(dataset, here, strategy)
    href = urls.link(here, urls.strategy(strategy))
    many = shown.total > len(shown.views)
    return _Block(
        plan=plan_text(dataset, here, strategy),
        title=strategy.title,
        href=href,
        moved=urls.answer_anchor_start(strategy.id) if many else None,
        heading=answered(shown),
        bar=bar(shown.counts) if shown.total > 1 else (),
        answers=shown,
        starts=answer_pages.starts(dataset, here, strategy)
        if shown.total > answers.FEW_ANSWERS
        else {},
        silence=answers.silence(shown.silent),
        outcomes=outcomes(
            dataset, here, strategy, None if many else shown.requests, says_unknown=False
        ),
        enquiry=Link(enquiry.link_text(dataset), f"{href}#fraga")
        if enquiry.enquiry(dataset, strategy)
        else None,
        after=_after(after),
    )


def _after(strategy: Strategy | None) -> Link | None:
    if strategy is None:
        return None
    text = _("Nästa %(strategy)s: %(number)s", number=strategy.label)
    return Link(text, f"#{urls.strategy_anchor(strategy.id)}")
