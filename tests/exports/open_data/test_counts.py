"""Every count on a built page is the count in the CSV files that are published beside it."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from roadmap.presenters.wording import POSITION_WORDS
from roadmap.text import swedish
from tests.html import by_attribute, pages, parse, text_of

Tables = dict[str, list[dict[str, str]]]


@pytest.fixture(params=["site", "sixty_answers"])
def built(request: pytest.FixtureRequest) -> Path:
    """The real site; the same with fifty-nine fictional responses more."""
    found: Path = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def tables(built: Path) -> Tables:
    """The published CSV files, by name."""
    found = {}
    for path in (built / "oppna-data/v1").glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            found[path.stem] = list(csv.DictReader(file, delimiter=";"))
    return found


def stands(tables: Tables, strategy: str) -> dict[str, int]:
    """Count the answers on a strategy by the word of their position."""
    rows = [row for row in tables["svar"] if row["strategy"] == strategy]
    return dict(Counter(POSITION_WORDS[row["position"]] for row in rows))  # type: ignore[index]


def counts(element: Element) -> dict[str, int]:
    """Read a list of positions, each with its number in bold; none where it has no numbers."""
    return {
        text_of(item).partition(number)[0].strip(): int(number)
        for item in element.iter("li")
        if (bold := next(item.iter("b"), None)) is not None and (number := text_of(bold)).isdigit()
    }


def tallies(element: Element) -> Iterator[dict[str, int]]:
    for one in element.iter("ul"):
        if one.get("class") == "tally" and counts(one):
            yield counts(one)


def number(strategy: dict[str, str]) -> str:
    return strategy["id"].removeprefix("S")


def test_strategies_and_goal_areas(built: Path, tables: Tables) -> None:
    many = len({row["body"] for row in tables["svar"]}) > 1
    for area in tables["malomraden"]:
        own = [row for row in tables["strategier"] if row["goal_area"] == area["id"]]
        expected = [stands(tables, row["id"]) for row in own]
        page = parse(built / area["address"] / "index.html")
        assert [*tallies(page)] == (expected if many else [])
        for strategy, told in zip(own, expected, strict=True):
            name = f"strategier/{number(strategy).replace('.', '-')}/index.html"
            assert [*tallies(parse(built / name))][:1] == ([told] if many else [])


def test_who_thinks_what(built: Path, tables: Tables) -> None:
    answers = Counter(row["strategy"] for row in tables["svar"])
    told: dict[str, dict[str, int]] = {}
    cells: Counter[str] = Counter()
    for name in pages(built):
        if not re.match(r"oversikt/[^/]+/", name):
            continue
        page = parse(built / name)
        for columns in page.iter("ul"):
            if columns.get("class") == "columns":
                for item in columns:
                    strategy = "S" + text_of(item).split()[0]
                    words = text_of(item.findall("span")[-1])
                    told[strategy] = {
                        word: int(count) for word, count in re.findall(r"(\D+?) (\d+),? ?", words)
                    }
        for cell in page.iter("td"):
            if found := re.match(r"(\d+\.\d+) ", text_of(cell)):
                cells["S" + found[1]] += 1
    if len({row["body"] for row in tables["svar"]}) > 1:
        assert told == {strategy: stands(tables, strategy) for strategy in answers}
        assert cells == answers


def test_the_page_of_the_requests(built: Path, tables: Tables) -> None:
    words = {row["id"]: row["name"] for row in tables["kodlistor"] if row["list"] == "asks"}
    expected = Counter(words[row["kind"]] for row in tables["onskemal"] if not repeats(row))
    told: dict[str, int] = {}
    for name in pages(built):
        if name.startswith("onskemal/"):
            for heading in parse(built / name).iter("h2"):
                kind, _, number = text_of(heading).removesuffix(", fortsättning").partition(": ")
                told[kind] = int(number)
    assert told == expected


def repeats(request: dict[str, str]) -> bool:
    return bool(request.get("repeats"))


def test_the_start_page_and_the_list_of_responses(built: Path, tables: Tables) -> None:
    received = [row for row in tables["remissinstanser"] if row["status"] == "received"]
    start = text_of(parse(built / "index.html"))
    for name, word in (("malomraden", "målområden"), ("strategier", "strategier")):
        assert f"{swedish.in_words(len(tables[name]))} {word}" in start
    several = f"{swedish.in_words(len(received))} rem"
    assert ("ett förslag till remissvar" if len(received) == 1 else several) in start
    listed = by_attribute(parse(built / "remissvar/index.html"), "href")
    assert all(f"{row['id']}/" in " ".join(listed) for row in received)
