"""What readers filter on the page of the answers, as one small JSON file for the browser.

The file has ids and addresses, the names of the bodies, of which there can be very many, and the
headings of sections. All other names and titles are on the page that fetches the file.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from roadmap.model import POSITIONS, Judgement, PositionValue
from roadmap.model.dataset import Answer, Body, Dataset
from roadmap.presenters import urls, wording
from roadmap.presenters.compilation import judged_sections
from roadmap.presenters.grammar import sort_key
from roadmap.presenters.messages import _
from roadmap.presenters.wording import heading_of

_NO_POSITION = "unclassified"
# The area of what is about no single strategy: the general comments, in sections of a response.
WHOLE_PLAN = "plan"
# Any request, or any problem pointed out.
ANY = "any"


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
    """Return the facets of the answers, always the same six in the same order."""
    used: dict[str, set[str]] = {}
    for values in _all_values(dataset):
        for name, ids in values.items():
            used.setdefault(name, set()).update(ids)
    return tuple(
        Facet(name, tuple(choice for choice in choices if choice.id in used.get(name, ())))
        for name, choices in _choices(dataset).items()
    )


@lru_cache(maxsize=1)
def tally(dataset: Dataset) -> dict[tuple[str, str], int]:
    """Return how many answers and general comments have each value: (facet, id) → number."""
    numbers: dict[tuple[str, str], int] = {}
    for values in _all_values(dataset):
        for name, ids in values.items():
            for one in ids:
                numbers[name, one] = numbers.get((name, one), 0) + 1
    return numbers


def build(dataset: Dataset) -> dict[str, bytes]:
    """Return the file by its URL. The same data give the same bytes.

    An answer is a list: the index of its strategy in `strategies` and of its page in `pages`, then
    for each facet the index of its value in `facets`, or a list of indexes. Its id on the page is
    `anchor` followed by the body's id. The answers are in order of strategy, position and body.
    A general comment is such a list too, with its heading in place of the strategy and its id on
    the page last. `bodies` are the names of the bodies in `facets`.
    """
    choices_by_facet = {facet.name: facet.choices for facet in facets(dataset)}
    indexes = {
        name: {choice.id: index for index, choice in enumerate(choices)}
        for name, choices in choices_by_facet.items()
    }
    pages: dict[str, int] = {}

    def row(values: Mapping[str, tuple[str, ...]]) -> list[int | list[int]]:
        found = ([indexes[name][value] for value in ids] for name, ids in values.items())
        return [one[0] if len(one) == 1 else one for one in found]

    rows = [
        [
            place,
            pages.setdefault(urls.answer(answer)[0], len(pages)),
            *row(_values(dataset, answer)),
        ]
        for place, strategy in enumerate(dataset.strategies)
        for answer in dataset.answers(strategy.id)
    ]
    sections = [
        [
            section.heading,
            pages.setdefault(urls.response(body), len(pages)),
            *row(_general(body, section.judgement)),
            section.id,
        ]
        for body, section in judged_sections(dataset)
    ]
    content = {
        "facets": {name: list(values) for name, values in indexes.items()},
        "strategies": [strategy.id for strategy in dataset.strategies],
        "pages": list(pages),
        "anchor": urls.answer_anchor_start(),
        "bodies": [choice.name for choice in choices_by_facet["body"]],
        "answers": rows,
        "sections": sections,
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return {urls.OVERVIEW_ANSWERS: text.encode()}


def _choices(dataset: Dataset) -> Mapping[str, tuple[Choice, ...]]:
    """Return every possible value of each facet."""
    areas = [Choice(area.id, heading_of(area)) for area in dataset.goal_areas]
    themes = [Choice(code.id, code.name) for code in dataset.plan.themes]
    bodies = [Choice(body.id, body.name) for body in dataset.received]
    return {
        "area": (*areas, Choice(WHOLE_PLAN, _("Hela planen"))),
        "position": tuple(
            Choice(position_id(value), wording.position(value)) for value in POSITIONS
        ),
        "ask": (
            Choice(ANY, _("Ber om något")),
            *_by_name(Choice(code.id, code.name) for code in dataset.plan.asks),
        ),
        "problem": (Choice(ANY, _("Pekar på problem")),),
        "theme": _by_name(themes),
        "body": _by_name(bodies),
    }


def _by_name(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    return tuple(sorted(choices, key=lambda choice: sort_key(choice.name)))


def _all_values(dataset: Dataset) -> Iterable[Mapping[str, tuple[str, ...]]]:
    for strategy in dataset.strategies:
        for answer in dataset.answers(strategy.id):
            yield _values(dataset, answer)
    for body, section in judged_sections(dataset):
        yield _general(body, section.judgement)


def _values(dataset: Dataset, answer: Answer) -> Mapping[str, tuple[str, ...]]:
    return {
        "area": (dataset.area_of(answer.strategy.id).id,),
        "position": (position_id(answer.position),),
        **_told(answer.judgement),
        "body": (answer.body.id,),
    }


def _general(body: Body, judgement: Judgement | None) -> Mapping[str, tuple[str, ...]]:
    return {"area": (WHOLE_PLAN,), "position": (), **_told(judgement), "body": (body.id,)}


def _told(judgement: Judgement | None) -> Mapping[str, tuple[str, ...]]:
    kinds = dict.fromkeys(ask.kind for ask in judgement.asks) if judgement else {}
    return {
        "ask": (ANY, *kinds) if kinds else (),
        "problem": (ANY,) if judgement and judgement.problems else (),
        "theme": tuple(dict.fromkeys(mark.theme for mark in judgement.themes)) if judgement else (),
    }
