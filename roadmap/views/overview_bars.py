"""Many answers: a stacked bar per strategy, most opposition first, and the same as a table."""

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from roadmap.model import PositionValue, Strategy
from roadmap.model.dataset import Dataset
from roadmap.presenters import answers, urls, wording
from roadmap.presenters.judgements import Count
from roadmap.presenters.marks import Link, Mark, strategy_mark
from roadmap.presenters.messages import _
from roadmap.presenters.requests import requests
from roadmap.views.templating import render

# A part this wide, in per cent of the bar, has room for its number.
_ROOM = 4


@dataclass(frozen=True)
class _Part:
    position: PositionValue | None
    number: int
    x: float
    width: float

    @property
    def middle(self) -> float | None:
        """Where its number stands; None if there is no room for it."""
        return round(self.x + self.width / 2, 2) if self.width >= _ROOM else None


@dataclass(frozen=True)
class _Bar:
    """The answers to a strategy; `keys` are what the bars can be ordered by."""

    id: str
    mark: Mark
    title: str
    href: str
    numbers: tuple[int, ...]
    keys: dict[str, int]
    parts: tuple[_Part, ...]


@dataclass(frozen=True)
class _Order:
    """A way to order the bars: the link's parameter, and its name."""

    key: str
    name: str


def overview_bars(dataset: Dataset, here: str) -> Markup:
    """Return the bars of all strategies, most opposition first; ties in the plan's order."""
    asked = Counter(
        strategy_id
        for request in requests(dataset)
        for strategy_id in getattr(request.text, "strategies", ())
    )
    tally = Counter(
        answer.position for one in dataset.strategies for answer in dataset.answers(one.id)
    )
    shown = tuple(value for value in answers.IN_BARS if value or tally[None])
    bars = [
        _bar(dataset, here, strategy, shown, asked[strategy.id], place)
        for place, strategy in enumerate(dataset.strategies)
    ]
    ids = tuple(strategy.id for strategy in dataset.strategies)
    return render(
        "overview_bars.html",
        bars=sorted(bars, key=lambda bar: (-bar.keys["against"], bar.keys["plan"])),
        columns=[wording.position(value) for value in shown],
        orders=[
            _Order("against", _("Flest emot")),
            _Order("for", _("Flest stöder")),
            _Order("asks", _("Flest %(requests)s")),
            _Order("plan", _("Planens ordning")),
        ],
        tally=[Count(value, wording.position(value), tally[value]) for value in shown],
        told=_(
            "%(bodies_count)s svar på %(total)s %(strategies)s: %(count)s ställningstaganden.",
            bodies_count=len(dataset.received),
            total=len(dataset.strategies),
            count=sum(tally.values()) - tally[None],
        ),
        tables=[
            Link(area.title, urls.link(here, urls.who_thinks_what(dataset, area)))
            for area in dataset.goal_areas
        ],
        data=urls.link(here, urls.OPEN_DATA),
        status=answers.status(dataset, ids),
        method=urls.link(here, urls.METHOD),
    )


def _bar(
    dataset: Dataset,
    here: str,
    strategy: Strategy,
    shown: tuple[PositionValue | None, ...],
    asks: int,
    place: int,
) -> _Bar:
    tally = Counter(answer.position for answer in dataset.answers(strategy.id))
    total = sum(tally.values())
    parts = []
    before = 0
    for value in shown:
        if tally[value]:
            x, width = 100 * before / total, 100 * tally[value] / total
            parts.append(_Part(value, tally[value], round(x, 2), round(width, 2)))
        before += tally[value]
    return _Bar(
        id=strategy.id,
        mark=strategy_mark(dataset, strategy.id),
        title=strategy.title,
        href=urls.link(here, urls.strategy(strategy)),
        numbers=tuple(tally[value] for value in shown),
        keys={"against": tally["opposes"], "for": tally["supports"], "asks": asks, "plan": place},
        parts=tuple(parts),
    )
