"""Links, and the marks of areas and strategies: a shape with a number."""

import re
from typing import NamedTuple

from roadmap.model import GoalArea, Strategy
from roadmap.model.dataset import Dataset
from roadmap.model.numbered import has_words
from roadmap.presenters import urls
from roadmap.presenters.messages import _
from roadmap.presenters.wording import heading_of, named

SHAPES = 15
_ROOM = 6  # characters
# The words of a link, the URL of its page, and the id that it leads to there if to a part of it.
Step = tuple[str, str] | tuple[str, str, str]


class Link(NamedTuple):
    """A link: its words and its href, relative to the page it is on."""

    text: str
    href: str


class Mark(NamedTuple):
    """An area's shape with a number in it. `area` chooses shape and colours, 1 to 15.

    `number` is None for what has none. `label` is what sentences call it, the title if need be, and
    `name` the same with its noun.
    """

    area: int
    number: str | None
    label: str
    name: str

    @property
    def sign(self) -> str:
        """The number as it has room in the shape: of "Mål 2 – Insats 4" it is 2.4."""
        number = self.number or ""
        if len(number) <= _ROOM and not has_words(number):
            return number
        return ".".join(re.findall(r"\d+|\b[^\W\d_]\b", number))


def shape(dataset: Dataset, area: GoalArea) -> int:
    """Return which of the shapes and colours an area has, by its place in the plan."""
    return dataset.goal_areas.index(area) % SHAPES + 1


def area_mark(dataset: Dataset, area: GoalArea) -> Mark:
    """Return the mark of a goal area."""
    return _mark(dataset, area, area)


def strategy_mark(dataset: Dataset, strategy_id: str) -> Mark:
    """Return the mark of a strategy, in its area's shape."""
    return _mark(dataset, dataset.area_of(strategy_id), dataset.strategy(strategy_id))


def _mark(dataset: Dataset, area: GoalArea, record: GoalArea | Strategy) -> Mark:
    return Mark(shape(dataset, area), record.shown_number, record.label, named(record))


def strategy_crumbs(
    dataset: Dataset, here: str, strategy: Strategy, *steps: Step
) -> tuple[Link, ...]:
    """Return the links from the start page down to what is above a strategy, and further steps."""
    area, group = dataset.area_of(strategy.id), dataset.group_of(strategy)
    url = urls.goal_area(dataset, area)
    above: list[Step] = [(_("%(Strategies)s"), urls.strategies()), (heading_of(area), url)]
    if group:
        above.append((heading_of(group), url, urls.group_anchor(group)))
    return crumbs(here, *above, *steps)


def crumbs(here: str, *steps: Step) -> tuple[Link, ...]:
    """Return the links from the start page down to the page above this one."""
    return tuple(
        Link(text, urls.link(here, *place)) for text, *place in ((_("Start"), urls.START), *steps)
    )
