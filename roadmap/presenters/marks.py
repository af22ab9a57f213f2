"""Links, and the marks of areas and strategies: a shape with a number."""

from typing import NamedTuple

from roadmap.model import (
    GoalArea,
)
from roadmap.model.dataset import Dataset
from roadmap.presenters import urls
from roadmap.presenters.messages import _

SHAPES = 4


class Link(NamedTuple):
    """A link: its words and its href, relative to the page it is on."""

    text: str
    href: str


class Mark(NamedTuple):
    """An area's shape with a number in it. `area` chooses shape and colours, 1 to 4."""

    area: int
    number: str


def shape(dataset: Dataset, area: GoalArea) -> int:
    """Return which of the four shapes and colours an area has, by its place in the plan."""
    return dataset.goal_areas.index(area) % SHAPES + 1


def area_mark(dataset: Dataset, area: GoalArea) -> Mark:
    """Return the mark of a goal area."""
    return Mark(shape(dataset, area), area.shown_number)


def strategy_mark(dataset: Dataset, strategy_id: str) -> Mark:
    """Return the mark of a strategy, in its area's shape."""
    return Mark(shape(dataset, dataset.area_of(strategy_id)), dataset.number(strategy_id))


def crumbs(here: str, *steps: tuple[str, str]) -> tuple[Link, ...]:
    """Return the links from the start page down to the page above this one."""
    return tuple(
        Link(text, urls.link(here, url)) for text, url in ((_("Start"), urls.START), *steps)
    )
