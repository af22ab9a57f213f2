"""Rules for addresses: no two ids make the same one, on the site or on a page."""

from collections.abc import Callable, Iterator
from typing import Any

from roadmap.datafiles.checks.scope import Scope
from roadmap.datafiles.problems import Problem
from roadmap.datafiles.yaml_places import Key
from roadmap.datafiles.yaml_reader import Document
from roadmap.model import GoalArea
from roadmap.model.dataset import Body
from roadmap.presenters import urls

# What makes the address of each record in a goal area's file, by its list.
_ADDRESSES: dict[str, Callable[[Any], str]] = {
    "groups": urls.group_anchor,
    "milestones": urls.milestone_anchor,
    "strategies": urls.strategy,
}


def plan_addresses_are_unique(scope: Scope) -> Iterator[Problem]:
    """Two ids of the plan never make the same address: A.1 and a-1, S1.1 and 1.1."""
    places: dict[str, tuple[str, str]] = {}
    for area in scope.dataset.goal_areas:
        document = scope.document(area.id)
        for key, entity_id, address in _claims(area):
            place = f"{document.path}:{document.at(*key)[0]}"
            other, first = places.setdefault(address, (entity_id, place))
            if other != entity_id:
                message = f'"{entity_id}" får samma adress ({address}) som "{other}" i {first}.'
                hint = "Skilj dem åt med mer än stora bokstäver, punkter och bindestreck."
                yield document.problem(message, *key, hint=hint)


def _claims(area: GoalArea) -> Iterator[tuple[Key, str, str]]:
    yield ("id",), area.id, urls.area_anchor(area)
    for name, address_of in _ADDRESSES.items():
        for index, record in enumerate(getattr(area, name)):
            yield (name, index, "id"), record.id, address_of(record)


def sections_have_their_own_address(
    scope: Scope, body: Body, document: Document
) -> Iterator[Problem]:
    """The id of a section is not that of anything else on the response's page."""
    dataset = scope.dataset
    taken = {
        *map(urls.area_anchor, dataset.goal_areas),
        *map(urls.group_anchor, dataset.groups),
        *map(urls.milestone_anchor, dataset.milestones),
        *(urls.strategy_anchor(strategy.id) for strategy in dataset.strategies),
        *map(urls.comment_anchor, body.response.comments),
    }
    for index, section in enumerate(body.response.sections):
        if section.id in taken:
            message = f'"{section.id}" är redan adressen till något annat på svarets sida.'
            hint = f"Skriv till exempel avsnitt-{section.id}."
            yield document.problem(message, "sections", index, "id", hint=hint)
