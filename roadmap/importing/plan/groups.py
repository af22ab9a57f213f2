"""The groups of a goal area: those that can stand, and the headings that wait instead."""

from collections.abc import Sequence

from roadmap.importing.lines import Line
from roadmap.importing.plan.drafts import AreaDraft, Item, Loose

_EMPTY = "Rubrik mellan %(the_goal_area)s och %(the_strategies)s, med inget under sig."
_MIXED = (
    "Rubrik mellan %(the_goal_area)s och %(the_strategies)s, men %(a_strategy)s efter den har "
    "ingen."
)


def let_groups_hold(area: AreaDraft) -> None:
    """Keep the groups of a goal area that have something in them, if the rest stands before them.

    The headings of the others wait with the texts that no field holds.
    """
    members = (*area.milestones, *area.strategies)
    for group in area.groups:
        if all(item.group is not group for item in members):
            area.loose.append(_as_loose(group, _EMPTY))
    area.groups = [group for group in area.groups if any(item.group is group for item in members)]
    for items in (area.milestones, area.strategies):
        places = [_place(item, area.groups) for item in items]
        if places != sorted(places):
            area.loose.extend(_as_loose(group, _MIXED) for group in area.groups)
            area.groups = []
    for item in members:
        item.group = item.group if area.groups else None


def _place(item: Item, groups: Sequence[Item]) -> int:
    return next((at for at, group in enumerate(groups) if item.group is group), -1)


def _as_loose(group: Item, reason: str) -> Loose:
    page = group.lines[0].page if group.lines else group.page
    return Loose(reason, [Line(group.title, group.page or page, starts=True), *group.lines])
