"""The page of all strategies, area by area."""

from dataclasses import dataclass

from markupsafe import Markup

from roadmap.model import Part
from roadmap.model.dataset import Dataset
from roadmap.presenters import plan_status, urls
from roadmap.presenters.marks import Link, Mark, area_mark, crumbs, strategy_mark
from roadmap.presenters.wording import heading_of
from roadmap.views.templating import render


@dataclass(frozen=True)
class _Area:
    anchor: str
    mark: Mark
    link: Link
    parts: tuple[tuple[str | None, tuple[tuple[Mark, Link], ...]], ...]


def strategy_list(dataset: Dataset, here: str) -> Markup:
    """Return every goal area with its strategies, as links."""
    areas = [
        _Area(
            urls.area_anchor(area),
            area_mark(dataset, area),
            Link(area.title, urls.link(here, urls.goal_area(dataset, area))),
            tuple(
                (heading_of(part.group) if part.group else None, _links(dataset, here, part))
                for part in area.parts
                if part.strategies
            ),
        )
        for area in dataset.goal_areas
    ]
    return render(
        "strategy_list.html",
        crumbs=crumbs(here),
        status_line=plan_status.of_plan(dataset),
        total=len(dataset.strategies),
        areas=areas,
        sections=urls.link(here, urls.PLAN) if dataset.plan.sections else None,
    )


def _links(dataset: Dataset, here: str, part: Part) -> tuple[tuple[Mark, Link], ...]:
    return tuple(
        (
            strategy_mark(dataset, strategy.id),
            Link(strategy.title, urls.link(here, urls.strategy(strategy))),
        )
        for strategy in part.strategies
    )
