"""Repair a whole response, and record what an editor has to review."""

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

_AROUND = 2  # words on each side that show where a doubt is
# The fields of a response with words of the document.
_WORDS = {
    "sections": ("heading", "text"),
    "area_headings": ("heading",),
    "comments": ("heading", "text"),
    "footnotes": ("text",),
    "unplaced": ("text",),
}


@dataclass(frozen=True)
class Change:
    """A repair in a response: the key of its field, and the word's number there, from 0."""

    key: Key
    word: int
    repair: Repair


def vocabulary(dataset: Dataset) -> list[str]:
    """Return the words of the plan, each as often as it occurs."""
    plan = dataset.plan
    texts = [plan.title, plan.issuer, plan.municipality]
    for area in dataset.goal_areas:
        texts.extend([area.title, area.lead_milestones or "", area.lead_strategies or ""])
        texts.extend(milestone.text for milestone in area.milestones)
        for strategy in area.strategies:
            texts.extend([strategy.title, source_text.plain(strategy.text)])
    return re.findall(r"[^\W\d_]+", " ".join(texts))


def repaired(response: Response, engine: Engine) -> tuple[Response, list[Change]]:
    """Return the response with the likeliest readings and its doubts, and every change.

    Judgements and the editors' own texts are not changed.
    """
    keys = list(_keys(response))
    values = [_value(response, key) for key in keys]
    changes: list[Change] = []
    new_values: dict[Key, str] = {}
    for key, value, repairs in zip(keys, values, engine.repair(values), strict=True):
        for repair in reversed(repairs):
            value = value[: repair.start] + repair.after + value[repair.end :]
        new_values[key] = value
        for repair in repairs:
            before = _value(response, key)[: repair.start]
            number = len(before.split()) - (bool(before) and not before[-1].isspace())
            changes.append(Change(key, number, repair))
    new_response = _with(response, new_values)
    doubts = (*response.doubts, *_doubts(changes, new_values))
    return new_response.altered(doubts=doubts), changes


def place(document: Document, change: Change) -> tuple[int, int]:
    """Return line and column of a changed word in the written file."""
    line, column = document.at(*change.key)
    rows = document.text.split("\n")
    remaining = change.word
    row = rows[line - 1][column - 1 :]
    if row.rstrip() in ("|", ">-"):
        line, column, row = line + 1, 1, rows[line]
    while True:
        words = list(re.finditer(r"\S+", row))
        if remaining < len(words) or line >= len(rows):
            return line, column + (words[remaining].start() if remaining < len(words) else 0)
        remaining -= len(words)
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
    value: object = response
    for part in key:
        value = (
            value[part]
            if isinstance(value, tuple) and isinstance(part, int)
            else getattr(value, str(part))
        )
    return str(value)


def _with(response: Response, new_values: dict[Key, str]) -> Response:
    update: dict[str, object] = {}
    if ("name",) in new_values:
        update["name"] = new_values["name",]
    for name in _WORDS:
        records: list[Record] = []
        for index, record in enumerate(getattr(response, name)):
            fields = {
                str(key[2]): value for key, value in new_values.items() if key[:2] == (name, index)
            }
            records.append(record.altered(**fields))
        update[name] = tuple(records)
    return response.altered(**update)


def _doubts(changes: Sequence[Change], new_values: dict[Key, str]) -> Iterator[Doubt]:
    """Yield every unsure reading once, with all its places."""

    def words_of(change: Change) -> tuple[str, str]:
        return change.repair.before, change.repair.after

    unsure = [change for change in changes if not change.repair.sure]
    order = {words_of(change): number for number, change in reversed(list(enumerate(unsure)))}
    for (before, after), group in groupby(
        sorted(unsure, key=lambda change: order[words_of(change)]), key=words_of
    ):
        group_changes = list(group)
        rivals = dict.fromkeys(rival for change in group_changes for rival in change.repair.rivals)
        yield Doubt(
            received=before,
            reading=after,
            rivals=tuple(rivals),
            near=tuple(_near(new_values[change.key], change.word) for change in group_changes),
        )


def _near(text: str, number: int) -> str:
    words = text.split()
    return " ".join(words[max(number - _AROUND, 0) : number + _AROUND + 1])
