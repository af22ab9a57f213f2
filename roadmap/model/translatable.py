"""The texts of a data set that may be translated.

A text is named by its way through the files: `M1/strategies/S1.1/title`. What readers of another
language are shown of it follows from what it is: a town's own words are shown translated, those of
a document as they are, with the translation beside them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from roadmap.model.dataset import Body, Dataset
from roadmap.model.goal_area import GoalArea, Group
from roadmap.model.judgement import Ask, Outcome, Position, Problem
from roadmap.model.numbered import has_words
from roadmap.model.plan import (
    Milestone,
    MilestoneCounted,
    MilestoneLevel,
    Plan,
    PlanDecision,
    PlanSection,
    Series,
    Strategy,
)
from roadmap.model.process import ProcessStep
from roadmap.model.record import (
    Code,
    Record,
    Reference,
    Search,
    Signed,
    Sourced,
    fields_of,
)
from roadmap.model.response import Comment, Decision, Response, Section, Source

PLAN = "plan"  # what the plan's own record is named by
# The words of each kind of record that are shown in the reader's language.
_WORDS: Mapping[type[Record], tuple[str, ...]] = {
    Plan: ("title", "summary", "municipality", "issuer", "sender"),
    PlanDecision: ("by",),
    ProcessStep: ("name", "when", "what", "seen_in"),
    Code: ("name", "description"),
    Sourced: ("seen_in",),
    Reference: ("title",),
    Search: ("where",),
    GoalArea: ("title",),
    Group: ("title",),
    Strategy: ("title",),
    MilestoneCounted: ("value",),
    MilestoneLevel: ("unit", "seen_in"),
    Series: ("title", "unit", "source"),
    Response: ("name", "speaker_name", "document_kind"),
    Source: ("title",),
    Decision: ("text",),
    Section: ("heading",),
    PlanSection: ("heading",),
    Position: ("reason",),
    Ask: ("sentence",),
    Problem: ("sentence",),
    Outcome: ("reason",),
}
# Those that may be the name of a person, and need no translation: nobody is asked for one.
_NAMES: Mapping[type[Record], tuple[str, ...]] = {Signed: ("by", "reviewed_by")}
# Numbers that have words, as in "Mål 2 – Insats 4", are shown so too.
_NUMBERED = (GoalArea, Group, Milestone, Strategy)
# Those of a document, which are never shown in other words than its own.
_TEXTS: Mapping[type[Record], tuple[str, ...]] = {
    GoalArea: ("text", "lead_milestones", "lead_strategies"),
    Group: ("text",),
    PlanSection: ("text",),
    Milestone: ("text",),
    Strategy: ("text",),
    Comment: ("text",),
}


@dataclass(frozen=True, slots=True)
class Translatable:
    """A text that may be translated. `of` names it, `quoted` if it is of a document.

    `asked` is whether it should be translated: a name need not.
    """

    of: str
    text: str
    quoted: bool
    asked: bool = True


def translatable(dataset: Dataset) -> Iterator[Translatable]:
    """Yield every text of the plan and the responses that may be translated, in their order."""
    for name, one in _records(dataset):
        yield from texts_of(name, one)


def text_named(dataset: Dataset, of: str) -> str | None:
    """Return the text that is named so, or None if there is none that may be translated."""
    record_name = of.partition("/")[0]
    one = dict(_records(dataset)).get(record_name)
    texts = texts_of(record_name, one) if one else ()
    return next((text.text for text in texts if text.of == of), None)


def _records(dataset: Dataset) -> Iterator[tuple[str, Record]]:
    """Yield the records that texts are named by, with their names."""
    yield PLAN, dataset.plan
    for area in dataset.goal_areas:
        yield area.id, area
    for body in dataset.bodies:
        yield body.id, body.response


def in_other_words(dataset: Dataset, word: Callable[[str], str]) -> Dataset:
    """Return the data set with other words for the town's own ones, as `word` gives them."""
    reworded = partial(_reworded, word)
    plan = reworded(dataset.plan)
    kinds = {kind.id: kind for kind in plan.body_kinds}

    def body(one: Body) -> Body:
        response = reworded(one.response)
        kind = kinds[one.kind.id] if one.kind else None
        name = response.name or word(one.name)
        if one.kind and kind and not response.name:
            name = one.name.replace(one.kind.name, kind.name, 1)
        return replace(one, name=name, kind=kind, response=response)

    return replace(
        dataset,
        plan=plan,
        goal_areas=tuple(map(reworded, dataset.goal_areas)),
        bodies=tuple(map(body, dataset.bodies)),
    )


def _named(kinds: Mapping[type[Record], tuple[str, ...]], model: type[Record]) -> tuple[str, ...]:
    return tuple(name for kind in model.__mro__ for name in kinds.get(kind, ()))


def texts_of(of: str, one: Record) -> Iterator[Translatable]:
    """Yield every text of a record that may be translated, and of those in it. `of` names it."""
    for kinds in (_WORDS, _NAMES, _TEXTS):
        for name in _named(kinds, type(one)):
            if text := getattr(one, name):
                yield Translatable(f"{of}/{name}", text, kinds is _TEXTS, kinds is not _NAMES)
    if isinstance(one, _NUMBERED) and one.number and has_words(one.number):
        yield Translatable(f"{of}/number", one.number, quoted=False)
    for name, value in _fields(one):
        if isinstance(value, Record):
            yield from texts_of(f"{of}/{name}", value)
        elif isinstance(value, tuple):
            for place, part in enumerate(value, start=1):
                if isinstance(part, Record):
                    yield from texts_of(f"{of}/{name}/{_place(part, place)}", part)


def _place(part: Record, place: int) -> str:
    """Return what a record is called within its list: its id, its strategies or its number."""
    strategies = getattr(part, "strategies", ())
    return getattr(part, "id", None) or "+".join(strategies) or str(place)


def _reworded(word: Callable[[str], str], one: Any) -> Any:
    reworded = partial(_reworded, word)
    changed: dict[str, Any] = {}
    if isinstance(one, _NUMBERED) and one.number and has_words(one.number):
        changed["number"] = word(one.number)
    for name in (*_named(_WORDS, type(one)), *_named(_NAMES, type(one))):
        if text := getattr(one, name):
            changed[name] = word(text)
    for name, value in _fields(one):
        if isinstance(value, Record):
            changed[name] = reworded(value)
        elif isinstance(value, tuple) and value and isinstance(value[0], Record):
            changed[name] = tuple(map(reworded, value))
    return one.altered(**changed) if changed else one


def _fields(one: Record) -> Iterator[tuple[str, Any]]:
    return ((name, getattr(one, name)) for name in fields_of(type(one)))
