"""The answers that readers filter on the overview, as one small JSON file for the browser.

The file has ids and addresses, and the names of the bodies, of which there can be very many. All
other names and titles are on the page that fetches the file.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from roadmap.model import POSITIONS, PositionValue
from roadmap.model.codes import POSITION_WORDS, UNCLASSIFIED
from roadmap.model.dataset import Answer, Dataset
from roadmap.presenters import urls
from roadmap.presenters.wording import heading_of

_NO_POSITION = "unclassified"


@dataclass(frozen=True)
class Choice:
    """A value that answers can have: its id in addresses, and its Swedish name."""

    id: str
    name: str


@dataclass(frozen=True)
class Facet:
    """A property to filter answers by, with the values that occur, in the order shown."""

    name: str
    choices: tuple[Choice, ...]


def position_id(position: PositionValue | None) -> str:
    """Return the id of a position, or of having none, in addresses."""
    return position or _NO_POSITION


@lru_cache(maxsize=1)
def facets(dataset: Dataset) -> tuple[Facet, ...]:
    """Return the facets of the answers, always the same five in the same order."""
    used: dict[str, set[str]] = {}
    for strategy in dataset.strategies:
        for answer in dataset.answers(strategy.id):
            for name, values in _values(dataset, answer).items():
                used.setdefault(name, set()).update(values)
    return tuple(
        Facet(name, tuple(choice for choice in choices if choice.id in used.get(name, ())))
        for name, choices in _choices(dataset).items()
    )


def build(dataset: Dataset) -> dict[str, bytes]:
    """Return the file by its URL. The same data give the same bytes.

    An answer is a list: the index of its strategy in `strategies` and of its page in `pages`, then
    for each facet the index of its value in `facets`, or a list of indexes. Its id on the page is
    `anchor` followed by the body's id. The answers are in order of strategy, position and body.
    `bodies` are the names of the bodies in `facets`.
    """
    choices_by_facet = {facet.name: facet.choices for facet in facets(dataset)}
    indexes = {
        name: {choice.id: index for index, choice in enumerate(choices)}
        for name, choices in choices_by_facet.items()
    }
    pages: dict[str, int] = {}
    rows: list[list[int | list[int]]] = []
    for strategy_index, strategy in enumerate(dataset.strategies):
        for answer in dataset.answers(strategy.id):
            page = pages.setdefault(urls.answer(answer)[0], len(pages))
            row: list[int | list[int]] = [strategy_index, page]
            for name, values in _values(dataset, answer).items():
                value_indexes = [indexes[name][value] for value in values]
                row.append(value_indexes[0] if len(value_indexes) == 1 else value_indexes)
            rows.append(row)
    content = {
        "facets": {name: list(values) for name, values in indexes.items()},
        "strategies": [strategy.id for strategy in dataset.strategies],
        "pages": list(pages),
        "anchor": urls.answer_anchor_start(),
        "bodies": [choice.name for choice in choices_by_facet["body"]],
        "answers": rows,
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return {urls.OVERVIEW_ANSWERS: text.encode()}


def _choices(dataset: Dataset) -> Mapping[str, tuple[Choice, ...]]:
    """Return every possible value of each facet."""
    return {
        "area": tuple(Choice(area.id, heading_of(area)) for area in dataset.goal_areas),
        "position": tuple(
            Choice(position_id(value), POSITION_WORDS[value] if value else UNCLASSIFIED)
            for value in POSITIONS
        ),
        "ask": tuple(Choice(code.id, code.name) for code in dataset.plan.asks),
        "theme": tuple(Choice(code.id, code.name) for code in dataset.plan.themes),
        "body": tuple(Choice(body.id, body.name) for body in dataset.received),
    }


def _values(dataset: Dataset, answer: Answer) -> dict[str, tuple[str, ...]]:
    judgement = answer.judgement
    return {
        "area": (dataset.area_of(answer.strategy.id).id,),
        "position": (position_id(answer.position),),
        "ask": tuple(dict.fromkeys(ask.kind for ask in judgement.asks)) if judgement else (),
        "theme": tuple(dict.fromkeys(mark.theme for mark in judgement.themes)) if judgement else (),
        "body": (answer.body.id,),
    }
