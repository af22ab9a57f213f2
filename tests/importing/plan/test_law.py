"""No word of a plan's document is lost, doubled or moved, whatever the plan looks like."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest
from hypothesis import assume, given, note
from hypothesis import strategies as st

from roadmap.datafiles.yaml_writer import dump
from roadmap.importing import plain_text
from roadmap.importing.lines import Line, Manuscript, UnreadableError
from roadmap.importing.plan.reading import PlanAccount, plan_of
from roadmap.model import Group, Milestone, Strategy
from roadmap.model.terms import USUAL
from tests.importing.plan.plans import Made, plans

_OWN = re.compile(r"\bX[a-z]{3}q\b")


def read(manuscript: Manuscript) -> PlanAccount | None:
    """Return the plan; None if there is none in it. That a word would be lost is raised."""
    try:
        return plan_of("Plan för Provköping", USUAL, manuscript)
    except UnreadableError as error:
        if "Inga målområden hittades" in str(error):
            return None
        raise


def found(account: PlanAccount) -> Iterator[tuple[str, str]]:
    """Yield each word of its own that a document became, with its place; "" if it waits."""
    for number, area in enumerate(account.areas, start=1):
        lists = ("groups", "milestones", "strategies", "unplaced", "unsure")
        bare = area.altered(id="", **dict.fromkeys(lists, ()))
        yield from ((word, f"M{number}") for word in _OWN.findall(dump(bare)))
        groups: Sequence[Group | Milestone | Strategy] = area.groups
        for letter, records in (("G", groups), ("E", area.milestones), ("S", area.strategies)):
            for place, record in enumerate(records, start=1):
                words = _OWN.findall(dump(record.altered(id="", group=None)))
                yield from ((word, f"{letter}{number}.{place}") for word in words)
        for item in area.unplaced:
            yield from ((word, "") for word in _OWN.findall(item.text))
    for section in account.sections:
        yield from ((word, "P") for word in _OWN.findall(section.text or ""))
    for item in account.unplaced:
        yield from ((word, "") for word in _OWN.findall(item.text))


def check(made: Made, account: PlanAccount) -> None:
    pairs = list(found(account))
    note(made.text())
    assert Counter(word for word, _ in pairs) == Counter([*made.places])
    wrong = {word: place for word, place in pairs if place != made.places[word]}
    if not made.levels:  # where it is less certain what is a section of the plan, it may wait
        wrong = {
            word: place for word, place in wrong.items() if (made.places[word], place) != ("P", "")
        }
    assert wrong == {}
    # The words are made in the order of the alphabet, so this is that of the document.
    sections = _OWN.findall(" ".join(section.text or "" for section in account.sections))
    assert sections == sorted(sections)
    for area in account.areas:
        records: Sequence[Group | Milestone | Strategy] = (
            *area.groups,
            *area.milestones,
            *area.strategies,
        )
        opening = _OWN.findall(f"{area.title} {area.text or ''}")
        inside = [_OWN.findall(dump(record.altered(id="", group=None))) for record in records]
        for words in (opening, *inside):
            assert words == sorted(words)
        assert not any(word < opening[-1] for words in inside for word in words)


@pytest.mark.words
@given(plans(levels=True))
def test_the_words_of_a_plan_with_levels_stand_once(made: Made) -> None:
    account = read(made.manuscript())
    assert account
    check(made, account)


@pytest.mark.words
@given(plans(levels=False))
def test_the_words_of_a_plan_with_numbers_alone_stand_once(made: Made) -> None:
    account = read(plain_text.read(made.text().encode(), "plan"))
    if account:
        check(made, account)


ROWS = st.sampled_from(
    ["Målområde 1: Skola", "Målområde 2", "1 Skola", "1.1 Läxor", "1.1", "Strategi 1.1", "A. Natur",
     "A.1 Träd", "Mål 1 – Insats 2: Hus", "Etappmål", "Strategier:", "Insatser", "- Fler", "1. En",
     "Följande etappmål gäller:", "Uppföljning", "Bilaga", "Strategi 1.1 Läs. Vi läser mer.",
     "samver-", "kan", "Kommunen ska läsa.", "SKOLA", "Innehåll", "1 Skola 2", "Etappmål 1.1: Nio",
     "Delmål 2", "Åtgärd 1", "Mål", "I Sverige", "Områden"]
)  # fmt: skip
LEVELS = st.one_of(st.none(), st.integers(1, 4))


@pytest.mark.words
@given(st.lists(st.tuples(ROWS, LEVELS, st.booleans()), min_size=2, max_size=25))
def test_any_lines_at_all_keep_their_words(rows: list[tuple[str, int | None, bool]]) -> None:
    assume(("samver-", "samver-") not in pairwise(text for text, _, _ in rows))
    lines = tuple(Line(text, 1, starts, level=level) for text, level, starts in rows)
    account = read(Manuscript("plan", lines, 1))
    areas = account.areas if account else ()
    records = [
        item for area in areas for item in (area, *area.groups, *area.milestones, *area.strategies)
    ]
    assert len({record.id for record in records}) == len(records)
    sections = account.sections if account else ()
    assert len({section.id for section in sections}) == len(sections)
    for area in areas:
        owner = re.fullmatch(r"M(\d+)", area.id)
        for item in (*area.milestones, *area.strategies):
            inner = re.fullmatch(r"[ES](\d+)\.\d+", item.id)
            assert not (owner and inner) or owner[1] == inner[1]
        places = {group.id: place for place, group in enumerate(area.groups)}
        milestones = [places.get(item.group or "", -1) for item in area.milestones]
        strategies = [places.get(item.group or "", -1) for item in area.strategies]
        assert milestones == sorted(milestones)
        assert strategies == sorted(strategies)
        assert {*milestones, *strategies} - {-1} == {*places.values()}
