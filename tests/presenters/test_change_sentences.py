"""Whose words a change is in, and what is told of it."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from roadmap.history.compare import compare
from roadmap.model.dataset import Dataset
from roadmap.model.history import Change, Commit, Event
from roadmap.presenters import change_sentences, change_words

COMMIT = Commit("a" * 40, datetime(2020, 3, 1, tzinfo=UTC))
PLAN = """title: Provplan
summary: En plan.
year: {value: "2020", seen_in: Enligt numret.}
themes:
  - id: bocker
    name: Böcker
  - id: skolgard
    name: Skolgård
    description: Ute.
"""
AREA = """id: M1
title: Lära
strategies:
  - id: S1.1
    title: Fler böcker
    text: Det ska finnas fler böcker.
    judgement: {by: Program, themes: [{theme: bocker, quote: böcker}]}
"""


def changes(name: str, text: str, old: str, new: str) -> tuple[Change, ...]:
    assert old in text
    before, after = text.encode(), text.replace(old, new).encode()
    return compare({name: before}, {name: after}).changes


@pytest.mark.parametrize(
    ("old", "new", "owner", "told"),
    [
        (
            "name: Böcker",
            "name: Böcker\n    description: Att läsa.",
            "own",
            "Redaktionen lade till en beskrivning av temat Böcker",
        ),
        (
            "    description: Ute.\n",
            "",
            "own",
            "Redaktionen tog bort beskrivningen av temat Skolgård",
        ),
        (
            "description: Ute.",
            "description: Inne.",
            "own",
            "Redaktionen ändrade beskrivningen av temat Skolgård",
        ),
        ("name: Skolgård", "name: Gård", "own", "Redaktionen bytte namn på temat Gård"),
        (
            "themes:",
            "themes:\n  - id: lek\n    name: Lek",
            "own",
            "Redaktionen lade till temat Lek",
        ),
        ("En plan.", "En bra plan.", "own", "Redaktionen ändrade: Vad planen är"),
        ("Enligt numret.", "Enligt brevet.", "facts", "Om planen › År › Sedd i: ändrat"),
    ],
)
def test_what_the_editors_write_is_not_told_as_the_plan(
    real: Dataset, old: str, new: str, owner: str, told: str
) -> None:
    (change,) = changes("data/plan.yml", PLAN, old, new)
    assert change_sentences.owner(change) == owner
    assert _told(real, change) == told


@pytest.mark.parametrize(
    ("old", "new", "owner", "told"),
    [
        (
            "fler böcker.",
            "många böcker.",
            "source",
            "Målområde 1 Lära › Strategi 1.1 › Text: rättat",
        ),
        (
            "by: Program",
            "by: Människa",
            "reading",
            "Målområde 1 Lära › Strategi 1.1 › Tolkning › Gjord av: ändrat",
        ),
        ("id: M1", "id: M1\ntext_from: plan", "facts", "Målområde 1 Lära › Text från: tillagt"),
    ],
)
def test_corrections_readings_and_facts_are_told_apart(
    real: Dataset, old: str, new: str, owner: str, told: str
) -> None:
    (change,) = changes("data/goal-areas/1-lara.yml", AREA, old, new)
    assert change_sentences.owner(change) == owner
    assert _told(real, change) == told


def _told(dataset: Dataset, change: Change) -> str:
    words: Mapping[str, str] = change_words.names(dataset)
    return change_sentences.sentence(dataset, Event(COMMIT, (change,)), change, words)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({}, {"data/plan.yml": PLAN.encode()}, "Redaktionen lade till: Om planen"),
        ({"data/plan.yml": PLAN.encode()}, {}, "Redaktionen tog bort: Om planen"),
    ],
)
def test_a_plan_that_comes_or_goes_as_a_whole_is_named(
    real: Dataset, before: dict[str, bytes], after: dict[str, bytes], told: str
) -> None:
    (change,) = compare(before, after).changes
    assert _told(real, change) == told
