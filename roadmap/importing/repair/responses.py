"""Repair a whole response, and record what an editor has to review."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from roadmap.datafiles.yaml_places import Key
from roadmap.datafiles.yaml_reader import Document
from roadmap.importing.repair.engine import Engine, Repair
from roadmap.model import Doubt, Record, Response
from roadmap.model.dataset import Dataset
from roadmap.text import source_text

_AROUND = 2  # words on each side that show where a doubt is
_LONGEST = 60  # characters of a word among them
_RUN = re.compile(r"\S+")
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
    """A repair in a response: the key of its field, the word's number there from 0, and its words.

    `near` are the words around it, as they stand after the repair.
    """

    key: Key
    word: int
    repair: Repair
    near: str


def vocabulary(dataset: Dataset) -> list[str]:
    """Return the words of the plan, each as often as it occurs."""
    plan = dataset.plan
    texts = [plan.title, plan.issuer, plan.municipality]
    for section in plan.sections:
        texts.extend([section.heading, source_text.plain(section.text or "")])
    for area in dataset.goal_areas:
        texts.extend([area.title, area.lead_milestones or "", area.lead_strategies or ""])
        texts.append(source_text.plain(area.text or ""))
        for group in area.groups:
            texts.extend([group.title, source_text.plain(group.text or "")])
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
        new_values[key] = _mended(value, repairs)
        changes.extend(_changes(key, value, new_values[key], repairs))
    new_response = _with(response, new_values)
    return new_response.altered(doubts=(*response.doubts, *_doubts(changes))), changes


def places(document: Document, changes: Sequence[Change]) -> list[tuple[int, int]]:
    """Return line and column of each changed word in the written file."""
    rows = document.text.split("\n")
    found: list[tuple[int, int]] = []
    for key, group in groupby(changes, key=lambda change: change.key):
        numbers = [change.word for change in group]
        line, column = document.at(*key)
        words = list(islice(_words_from(rows, line, column), numbers[-1] + 1))
        found.extend(words[number] if number < len(words) else (line, column) for number in numbers)
    return found


def _words_from(rows: Sequence[str], line: int, column: int) -> Iterator[tuple[int, int]]:
    """Yield the places of the words of a text that begins here, and of all after it."""
    if rows[line - 1][column - 1 :].rstrip() in ("|", ">-"):
        line, column = line + 1, 1
    for number in range(line, len(rows) + 1):
        for run in _RUN.finditer(rows[number - 1], column - 1):
            yield number, run.start() + 1
        column = 1


def _mended(value: str, repairs: Sequence[Repair]) -> str:
    pieces: list[str] = []
    end = 0
    for repair in repairs:
        pieces += value[end : repair.start], repair.after
        end = repair.end
    return "".join([*pieces, value[end:]])


def _changes(key: Key, value: str, mended: str, repairs: Sequence[Repair]) -> Iterator[Change]:
    starts = [run.start() for run in _RUN.finditer(value)]
    words = mended.split()
    for repair in repairs:
        number = bisect_right(starts, repair.start) - 1
        around = words[max(number - _AROUND, 0) : number + _AROUND + 1]
        # A text without spaces is one long word: of that, only what was looked at.
        near = " ".join(
            word if len(word) <= _LONGEST else repair.after if word is words[number] else "…"
            for word in around
        )
        yield Change(key, number, repair, near)


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
    fields: dict[Key, dict[str, str]] = defaultdict(dict)
    for key, value in new_values.items():
        if key == ("name",):
            update["name"] = value
        else:
            fields[key[:2]][str(key[2])] = value
    for name in _WORDS:
        records: tuple[Record, ...] = getattr(response, name)
        update[name] = tuple(
            record.altered(**fields[name, index]) for index, record in enumerate(records)
        )
    return response.altered(**update)


def _doubts(changes: Sequence[Change]) -> Iterator[Doubt]:
    """Yield every unsure reading once, with all its places."""
    unsure: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for change in changes:
        if not change.repair.sure:
            unsure[change.repair.before, change.repair.after].append(change)
    for (before, after), group in unsure.items():
        rivals = dict.fromkeys(rival for change in group for rival in change.repair.rivals)
        near = tuple(change.near for change in group)
        yield Doubt(received=before, reading=after, rivals=tuple(rivals), near=near)
