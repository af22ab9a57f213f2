"""Every count on a built page is the count in the CSV files that are published beside it."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from roadmap.model.codes import POSITION_WORDS
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
        text_of(item).removesuffix(number).strip(): int(number)
        for item in element.iter("li")
        if (bold := item.find("b")) is not None and (number := text_of(bold)).isdigit()
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
            if found := re.match(r"(\d+\.\d+) ", str(cell.get("data-label"))):
                cells["S" + found[1]] += 1
    if len({row["body"] for row in tables["svar"]}) > 1:
        assert told == {strategy: stands(tables, strategy) for strategy in answers}
        assert cells == answers


def test_the_compilation(built: Path, tables: Tables) -> None:
    page = parse(built / "sammanstallning/index.html")
    (positions,) = [one for one in page.iter("table") if "overview" in str(one.get("class"))]
    rows = [row for row in positions.iter("tr") if row.find("td") is not None]
    for strategy, row in zip(tables["strategier"], rows, strict=True):
        assert text_of(row).split()[0] == number(strategy)
        cells = {str(cell.get("data-label")): text_of(cell) for cell in row.iter("td")}
        shown = {word: int(cells[word]) for word in POSITION_WORDS.values() if cells[word] != "–"}
        assert shown == stands(tables, strategy["id"])
    asks: dict[str, int] = {}
    bodies: dict[str, int] = {}
    for row in page.iter("tr"):
        cells = {str(cell.get("data-label")): text_of(cell) for cell in row.iter("td")}
        if "Antal" in cells:
            kind = " ".join(text_of(head) for head in row.iter("th"))
            asks[kind] = int(cells["Antal"])
            bodies[kind] = int(cells["Remissinstanser"])
    words = {row["id"]: row["name"] for row in tables["kodlistor"] if row["list"] == "asks"}
    kinds = [
        (words[row["kind"]], row["judgement"].split("/")[0])
        for row in tables["onskemal"]
        if not row["repeats"]
    ]
    assert asks == Counter(kind for kind, _ in kinds)
    assert bodies == Counter(kind for kind, _ in set(kinds))


def test_the_start_page_and_the_list_of_responses(built: Path, tables: Tables) -> None:
    received = [row for row in tables["remissinstanser"] if row["status"] == "received"]
    start = text_of(parse(built / "index.html"))
    for name, word in (("malomraden", "målområden"), ("strategier", "strategier")):
        assert f"{len(tables[name])} {word}" in start
    assert f"{len(received)} remissvar" in start
    listed = by_attribute(parse(built / "remissvar/index.html"), "href")
    assert all(f"{row['id']}/" in " ".join(listed) for row in received)
