"""Repair a whole response, and remember what an editor has to look at."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from roadmap.datafiles.yaml_places import Key
from roadmap.datafiles.yaml_reader import Document
from roadmap.importing.repair.engine import Engine, Repair
from roadmap.model import Doubt, Record, Response
from roadmap.model.dataset import Dataset
from roadmap.text import source_text

_AROUND = 2  # words on each side that show where a doubt stands
# The fields of a response that have the document's words.
_WORDS = {
    "sections": ("heading", "text"),
    "area_headings": ("heading",),
    "comments": ("heading", "text"),
    "footnotes": ("text",),
    "unplaced": ("text",),
}


@dataclass(frozen=True)
class Change:
    """A repair in a response: the field it stands in and the number of its word there, from 0."""

    key: Key
    word: int
    repair: Repair


def vocabulary(dataset: Dataset) -> list[str]:
    """Return the words of the plan, each as often as it stands there."""
    plan = dataset.plan
    found = [plan.title, plan.issuer, plan.municipality]
    for area in dataset.goal_areas:
        found.extend([area.title, area.lead_milestones or "", area.lead_strategies or ""])
        found.extend(milestone.text for milestone in area.milestones)
        for strategy in area.strategies:
            found.extend([strategy.title, source_text.plain(strategy.text)])
    return re.findall(r"[^\W\d_]+", " ".join(found))


def repaired(response: Response, engine: Engine) -> tuple[Response, list[Change]]:
    """Return the response with the likeliest readings and its doubts, and every change.

    Judgements and what editors wrote are left alone.
    """
    keys = list(_keys(response))
    values = [_value(response, key) for key in keys]
    changes: list[Change] = []
    new: dict[Key, str] = {}
    for key, value, repairs in zip(keys, values, engine.repair(values), strict=True):
        for repair in reversed(repairs):
            value = value[: repair.start] + repair.after + value[repair.end :]
        new[key] = value
        for repair in repairs:
            before = _value(response, key)[: repair.start]
            number = len(before.split()) - (bool(before) and not before[-1].isspace())
            changes.append(Change(key, number, repair))
    mended = _with(response, new)
    doubts = (*response.doubts, *_doubts(changes, new))
    return mended.altered(doubts=doubts), changes


def place(document: Document, change: Change) -> tuple[int, int]:
    """Return line and column of a changed word in the written file."""
    line, column = document.at(*change.key)
    rows = document.text.split("\n")
    number = change.word
    row = rows[line - 1][column - 1 :]
    if row.rstrip() in ("|", ">-"):
        line, column, row = line + 1, 1, rows[line]
    while True:
        found = list(re.finditer(r"\S+", row))
        if number < len(found) or line >= len(rows):
            return line, column + (found[number].start() if number < len(found) else 0)
        number -= len(found)
        row, column, line = rows[line], 1, line + 1


def _keys(response: Response) -> Iterator[Key]:
    if response.name:
        yield ("name",)
    for name, fields in _WORDS.items():
        for index, record in enumerate(getattr(response, name)):
            for field in fields:
                if getattr(record, field):
                    yield (name, index, field)


def _value(response: Response, key: Key) -> str:
    found: object = response
    for part in key:
        found = (
            found[part]
            if isinstance(found, tuple) and isinstance(part, int)
            else getattr(found, str(part))
        )
    return str(found)


def _with(response: Response, new: dict[Key, str]) -> Response:
    update: dict[str, object] = {}
    if ("name",) in new:
        update["name"] = new["name",]
    for name in _WORDS:
        records: list[Record] = []
        for index, record in enumerate(getattr(response, name)):
            fields = {str(key[2]): value for key, value in new.items() if key[:2] == (name, index)}
            records.append(record.altered(**fields))
        update[name] = tuple(records)
    return response.altered(**update)


def _doubts(changes: Sequence[Change], new: dict[Key, str]) -> Iterator[Doubt]:
    """Yield what is unsure, the same doubt once with all its places."""

    def kind(change: Change) -> tuple[str, str]:
        return change.repair.before, change.repair.after

    unsure = [change for change in changes if not change.repair.sure]
    order = {kind(change): number for number, change in reversed(list(enumerate(unsure)))}
    for (before, after), group in groupby(
        sorted(unsure, key=lambda change: order[kind(change)]), key=kind
    ):
        same = list(group)
        rivals = dict.fromkeys(rival for change in same for rival in change.repair.rivals)
        yield Doubt(
            received=before,
            reading=after,
            rivals=tuple(rivals),
            near=tuple(_near(new[change.key], change.word) for change in same),
        )


def _near(text: str, number: int) -> str:
    words = text.split()
    return " ".join(words[max(number - _AROUND, 0) : number + _AROUND + 1])
