"""What can be found: the data as a flat list of texts with an address each."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from roadmap import texts, urls
from roadmap.dataset import Body, Dataset
from roadmap.model import Comment, GoalArea, Judgement, PositionValue, Strategy

_REFERENCE = re.compile(r"\[\^[1-9]\d*\]")

Kind = Literal["area", "milestone", "strategy", "comment", "footnote", "section", "body"]
KINDS: tuple[Kind, ...] = (
    "area",
    "milestone",
    "strategy",
    "comment",
    "footnote",
    "section",
    "body",
)


@dataclass(frozen=True)
class Unit:
    """A text that a search can find.

    `group` is what a result is called: a strategy, a goal area, a section's id or a body's. `title`
    is shown above the text and searched too; `text` is shown as it is; `hidden` is searched but
    never shown. `numbers` are what it is called by: "3.1", or "e3.1" for a milestone.
    `administration` says of a body that the words of its response are its administration's.
    """

    group: str
    kind: Kind
    url: str
    anchor: str | None
    title: str
    text: str
    body: str | None = None
    area: str | None = None
    position: PositionValue | None = None
    numbers: tuple[str, ...] = ()
    hidden: str = ""
    administration: bool = False


def units(dataset: Dataset) -> tuple[Unit, ...]:
    """Return everything that can be found, the texts of one group side by side."""
    found = [unit for area in dataset.goal_areas for unit in _area(dataset, area)]
    places = {strategy.id: place for place, strategy in enumerate(dataset.strategies)}
    for body in dataset.bodies:
        found.extend(_body(dataset, body, places))
    order: dict[str, int] = {}
    for unit in found:
        order.setdefault(unit.group, len(order))
    found.sort(key=lambda unit: (unit.kind == "body", order[unit.group]))
    return tuple(found)


def _area(dataset: Dataset, area: GoalArea) -> Iterator[Unit]:
    url = urls.goal_area(dataset, area)
    number = urls.number(area.id)
    leads = [lead for lead in (area.lead_milestones, area.lead_strategies) if lead]
    yield Unit(
        area.id,
        "area",
        url,
        None,
        area.title,
        "\n\n".join(leads),
        area=area.id,
        numbers=(number, f"m{number}"),
        hidden="målområde",
    )
    for milestone in area.milestones:
        yield Unit(
            area.id,
            "milestone",
            url,
            urls.milestone_anchor(milestone),
            "",
            milestone.text,
            area=area.id,
            numbers=(f"e{urls.number(milestone.id)}",),
            hidden="etappmål",
        )
    for strategy in area.strategies:
        number = urls.number(strategy.id)
        yield Unit(
            strategy.id,
            "strategy",
            urls.strategy(strategy),
            urls.strategy_anchor(strategy.id),
            strategy.title,
            _plain(strategy.text),
            area=area.id,
            numbers=(number,),
        )


def _body(dataset: Dataset, body: Body, order: Mapping[str, int]) -> Iterator[Unit]:
    if body.response.status != "received":
        yield Unit(body.id, "body", urls.RESPONSES, None, body.name, "", body=body.id)
        return
    url = urls.response(body)
    administration = body.speaks_for_administration
    yield Unit(
        body.id, "body", url, None, body.name, "", body=body.id, administration=administration
    )
    for section in body.response.sections:
        yield Unit(
            section.id,
            "section",
            url,
            section.id,
            section.heading,
            _plain(section.text),
            body=body.id,
            position=_position(section.judgement),
        )
    for comment in body.response.comments:
        home = _home(dataset, comment, order)
        yield Unit(
            home.id,
            "comment",
            url,
            urls.comment_anchor(comment),
            "",
            _plain(comment.text),
            body=body.id,
            area=dataset.area_of(home.id).id,
            position=_position(comment.judgement),
            numbers=tuple(urls.number(entity_id) for entity_id in comment.strategies),
        )
    for footnote in body.response.footnotes:
        referring = [c for c in body.response.comments if footnote.id in texts.references(c.text)]
        if referring:
            home = _home(dataset, referring[0], order)
            group, area = home.id, dataset.area_of(home.id).id
        else:
            sections = body.response.sections
            holders = [s.id for s in sections if footnote.id in texts.references(s.text)]
            group, area = (holders or ["bilaga"])[0], None
        yield Unit(
            group,
            "footnote",
            url,
            urls.footnote_anchor(footnote.id),
            "",
            footnote.text,
            body=body.id,
            area=area,
        )


def _home(dataset: Dataset, comment: Comment, order: Mapping[str, int]) -> Strategy:
    """The strategy that a comment is printed under: a joint one under its last."""
    return dataset.strategy(max(comment.strategies, key=lambda entity_id: order[entity_id]))


def _position(judgement: Judgement | None) -> PositionValue | None:
    return judgement.position.value if judgement and judgement.position else None


def _plain(text: str) -> str:
    """Return a text as its snippet shows it: one line per paragraph or item, no references."""
    lines: list[str] = []
    for block in texts.blocks(text):
        lines.extend([block.text] if isinstance(block, texts.Paragraph) else block.items)
    return "\n".join(_REFERENCE.sub("", line) for line in lines)
