"""A goal area of the plan: its milestones and strategies, perhaps in groups."""

from typing import NamedTuple

from pydantic import Field

from roadmap.model.fields import GoalAreaId, Line, PageSpan, PlanId, Slug, Text
from roadmap.model.numbered import NUMBER, Numbered
from roadmap.model.plan import Milestone, Strategy
from roadmap.model.record import CORRECTIONS, UNPLACED, Correction, Record, Unplaced, record


@record
class Group(Numbered, Record):
    """A level between a goal area and its milestones and strategies, which name it by its id.

    So their lists stay as they are without groups, and a strategy that moves keeps its history.
    """

    id: PlanId = Field(title="Id", description="Till exempel A.1 eller trygg-skola. Ändras aldrig.")
    number: Line | None = NUMBER
    title: Line = Field(title="Titel", description="Gruppens rubrik, ordagrant.")
    text: Text | None = Field(None, title="Text", description="Gruppens text, ordagrant ur källan.")
    pages: PageSpan | None = Field(None, title="Sida", description="Sida i källdokumentet.")


class Part(NamedTuple):
    """What belongs together in a goal area; without a group, what stands in none."""

    group: Group | None
    milestones: tuple[Milestone, ...]
    strategies: tuple[Strategy, ...]


@record
class GoalArea(Numbered, Record):
    """A goal area (målområde): one file in `data/goal-areas/`."""

    id: GoalAreaId = Field(title="Id", description="Till exempel M1, A eller skola. Ändras aldrig.")
    number: Line | None = NUMBER
    title: Line = Field(title="Titel")
    text_from: Slug = Field(
        title="Text från",
        description='"plan" om texterna är hämtade ur planen själv, annars id för den '
        "%(body)s vars dokument återger dem.",
    )
    text: Text | None = Field(
        None,
        title="Text",
        description="%(The_goal_area)ss egen text, mellan rubriken och det första som står i "
        "%(it_goal_area)s, ordagrant ur källan.",
    )
    pages: PageSpan | None = Field(
        None, title="Sida", description="Den egna textens sida i källdokumentet."
    )
    lead_milestones: Line | None = Field(None, title="Inledning till %(the_milestones)s")
    lead_strategies: Line | None = Field(None, title="Inledning till %(the_strategies)s")
    groups: tuple[Group, ...] = Field(
        (),
        title="Grupper",
        description="Rubriker mellan %(the_goal_area)s och det som står i %(it_goal_area)s, i "
        "planens ordning. Utelämna om planen inte har några.",
    )
    milestones: tuple[Milestone, ...] = Field((), title="%(Milestones)s")
    strategies: tuple[Strategy, ...] = Field(title="%(Strategies)s", min_length=1)
    corrections: tuple[Correction, ...] = CORRECTIONS
    unplaced: tuple[Unplaced, ...] = UNPLACED
    unsure: tuple[Line, ...] = Field(
        (),
        title="Osäkert",
        description="Det som inläsningen inte var säker på. Jämför med dokumentet, rätta vid behov "
        "och ta bort raden. Publiceras inte.",
    )

    @property
    def parts(self) -> tuple[Part, ...]:
        """The milestones and strategies by group: first those in none, then each group's."""
        groups = (None, *self.groups) if self.groups else (None,)
        parts = (
            Part(
                group,
                tuple(item for item in self.milestones if item.group == (group and group.id)),
                tuple(item for item in self.strategies if item.group == (group and group.id)),
            )
            for group in groups
        )
        return tuple(part for part in parts if part.group or part.milestones or part.strategies)
