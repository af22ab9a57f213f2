"""Whose words a change is in, and what is told of it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from roadmap.history.compare import compare
from roadmap.model.dataset import Dataset
from roadmap.model.history import Change, Commit, Event
from roadmap.presenters import change_sentences, change_words
from tests.projects import MINI, dataset_of

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


@pytest.fixture(scope="module")
def mini() -> Dataset:
    return dataset_of(MINI)


def test_the_new_name_of_a_body_is_a_fact() -> None:
    raw = b"name: Namn\n"
    (change,) = compare({"data/responses/a.yml": raw}, {"data/responses/b.yml": raw}).changes
    assert (change.kind, change_sentences.owner(change)) == ("renamed", "facts")


TRANSLATIONS = "data/translations/en/all.yml"


def translated(of: str, text: str) -> bytes:
    return f"by: Ann\ntexts:\n  - of: {of}\n    hash: aaa\n    text: {text}\n".encode()


@pytest.mark.parametrize(
    ("of", "whose"),
    [
        ("M1/strategies/S1.1/title", "”Läs mer”"),
        (
            "provnamnden/comments/S1.2+S1.3/text",
            "”Nämnden säger varken ja eller nej.”",
        ),
        ("bort/comments/S1.1/text", "en text som inte längre är publicerad"),
    ],
)
def test_a_translation_is_told_by_the_text_that_it_is_of(
    mini: Dataset, of: str, whose: str
) -> None:
    other = translated("plan/title", "The plan")
    left = other + translated(of, "FYLL I översättningen").partition(b"texts:\n")[2]
    first = other + translated(of, "Some words").partition(b"texts:\n")[2]
    later = first.replace(b"Some", b"Other").replace(b"hash: aaa", b"hash: bbb")
    assert not compare({TRANSLATIONS: other}, {TRANSLATIONS: left}).changes
    (added,) = compare({TRANSLATIONS: left}, {TRANSLATIONS: first}).changes
    assert _told(mini, added) == f"Redaktionen lade till: Översättningen till engelska av {whose}"
    *kept, changed = compare({TRANSLATIONS: first}, {TRANSLATIONS: later}).changes
    assert not any(change.is_public for change in kept)
    assert _told(mini, changed) == f"Redaktionen ändrade: Översättningen till engelska av {whose}"
    is_gone = of.startswith("bort/")
    for change in (added, changed):
        shown = change_words.may_be_shown(mini, Event(COMMIT, (change,)), change)
        assert shown is not is_gone


def test_a_translation_that_is_of_the_same_text_by_another_name_is_no_news() -> None:
    before, after = (
        {TRANSLATIONS: translated(of, "Some words")}
        for of in ("provnamnden/source/title", "namnden/source/title")
    )
    (change,) = compare(before, after).changes
    assert change.kind == "renamed"
    assert not change.is_public


def test_the_name_of_a_private_person_is_not_shown_translated(mini: Dataset) -> None:
    before, after = (
        {TRANSLATIONS: translated("privatperson-1/name", name)} for name in ("A Name", "Person")
    )
    (change,) = compare(before, after).changes
    bodies = tuple(
        replace(body, response=body.response.altered(name="Person")) for body in mini.bodies
    )
    named = replace(mini, bodies=bodies)
    assert not change_words.may_be_shown(named, Event(COMMIT, (change,)), change)


def test_files_of_translations_are_told_with_their_language(mini: Dataset) -> None:
    terms = "data/translations/en/terms.yml"
    other = {"data/plan.yml": PLAN.encode()}
    new = {**other, TRANSLATIONS: translated("plan/title", "The plan"), terms: b"{}\n"}
    changes = compare(other, new).changes
    assert [_told(mini, change) for change in changes] == [
        "Redaktionen lade till: Översättningar till engelska",
        "Redaktionen lade till: Webbplatsens ord på engelska",
    ]


@pytest.mark.parametrize("first", [False, True], ids=["later", "first"])
def test_each_file_of_translations_is_told_with_how_many_texts(first: bool) -> None:
    of_plan = translated("plan/title", "The plan")
    of_more = translated("M1/title", "Learn") + b"  - of: M2/title\n    hash: a\n    text: Live\n"
    new = {TRANSLATIONS: of_plan, TRANSLATIONS.replace("all", "more"): of_more}
    changes = compare({} if first else {"data/plan.yml": PLAN.encode()}, new).changes
    told = [change.after for change in changes if change.path[0] == "translations"]
    assert told == ["en text", "två texter"]


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
