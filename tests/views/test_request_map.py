"""The map of the requests: each once, where it stands, recounted from `data/`."""

from collections import Counter
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import yaml

from tests.html import SVG, by_attribute, parse, text_of

WORDS = {
    "supports": "stöder",
    "supports_in_part": "stöder delvis",
    "neutral": "neutral",
    "opposes": "är emot",
    "none_stated": "tar inte ställning",
    "unclassified": "inte tolkat än",
}


@pytest.fixture(params=["site", "two_answers", "sixty_answers", "miniature"])
def built(request: pytest.FixtureRequest) -> Path:
    found: Path = request.getfixturevalue(request.param)
    return found


def positions(project: Path) -> dict[str, Counter[str]]:
    """Read how the answers stand to each strategy, without the package that is tested."""
    found: dict[str, Counter[str]] = {}
    for path in sorted((project / "data/responses").glob("*.yml")):
        for comment in yaml.safe_load(path.read_text("utf-8")).get("comments") or ():
            if "refers_to" in comment:  # it only points to another
                continue
            judged = (comment.get("judgement") or {}).get("position") or {}
            for strategy in comment["strategies"]:
                standing = found.setdefault(strategy, Counter())
                standing[judged.get("value", "unclassified")] += 1
    return found


def asked(project: Path) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """Read how many requests there are of each kind, and of each strategy and kind."""
    names = {
        code["id"]: code["name"]
        for code in yaml.safe_load((project / "data/plan.yml").read_text("utf-8"))["asks"]
    }
    kinds: Counter[str] = Counter()
    cells: Counter[tuple[str, str]] = Counter()
    for path in sorted((project / "data/responses").glob("*.yml")):
        response = yaml.safe_load(path.read_text("utf-8"))
        for record in (*(response.get("comments") or ()), *(response.get("sections") or ())):
            for ask in (record.get("judgement") or {}).get("asks") or ():
                if "repeats" not in ask:
                    kinds[names[ask["kind"]]] += 1
                    for strategy in record.get("strategies", [""]):
                        cells[strategy.removeprefix("S"), names[ask["kind"]]] += 1
    return kinds, cells


def the_map(built: Path) -> Element:
    (found,) = [
        each
        for each in parse(built / "index.html").iter("ul")
        if "map" in str(each.get("class")).split()
    ]
    return found


def columns(built: Path) -> dict[str, Element]:
    """Return the items of the strategies by number; that of the whole plan has none."""
    found = {}
    for area in the_map(built):
        if "map-area" in str(area.get("class")):
            (strategies,) = area.findall("ul")
            for item in strategies:
                link = item.find("a")
                number = "" if link is None else text_of(link).removeprefix("Strategi ")
                found[number.partition(":")[0].strip()] = item
    return found


def signs(column: Element) -> dict[str, Element]:
    """Return the links of a column's requests and problems by the kind that stands there."""
    return {
        text_of(kind).partition(" (")[0]: link
        for link in column.iter("a")
        for kind in link.iter("span")
        if kind.get("class") == "kind"
    }


def test_each_request_is_in_its_place_and_counted(built: Path) -> None:
    kinds, cells = asked(built.parent)
    shown = {
        (number, kind): link
        for number, column in columns(built).items()
        for kind, link in signs(column).items()
        if kind != "Pekar på problem"
    }
    assert set(shown) == set(cells)
    for place, link in shown.items():
        several = link.get("class") == "several"
        (mark,) = link.iter(SVG)
        number = int("".join(mark.itertext())) if several else 1
        assert number == cells[place], place
    rows = [text_of(row).rpartition(" ") for row in the_map(built)[0].iter("li")]
    told = {name: int(number) for name, _, number in rows if name in kinds}
    assert told == kinds
    assert [*told.values()] == sorted(told.values(), reverse=True)


def test_how_each_answer_stands_is_drawn_and_told(built: Path) -> None:
    expected = positions(built.parent)
    assert expected
    received = {path.parent.name for path in (built / "remissvar").glob("*/index.html")}
    for strategy, column in columns(built).items():
        if not strategy:
            continue
        stands = expected.get(f"S{strategy}", Counter())
        link = column.find("a")
        assert link is not None
        told = text_of(link).partition(": ")[2]
        marks = [mark for mark in column.findall(SVG) if "mark" in str(mark.get("class"))]
        if not stands:
            assert told == "inget svar"
        elif len(received) == 1:
            (value,) = stands
            assert told == WORDS[value]
            assert [mark.get("class") for mark in marks] == [f"mark {value}"]
        else:
            opposed = stands["opposes"]
            # What nobody has read may be against it.
            none = "inte tolkat än" if stands["unclassified"] else "ingen är emot"
            assert told == (f"{opposed} är emot" if opposed else none)
            assert ["".join(mark.itertext()) for mark in marks] == [str(opposed)] * bool(opposed)


def test_a_request_is_named_by_what_it_asks_for(site: Path) -> None:
    link = signs(columns(site)["1.6"])["Samordning"]
    assert text_of(link) == (
        "? Samordning, strategi 1.6: Menar att arbetet skulle bli effektivare om nätverken "
        "i området samordnades. Besked saknas."
    )
    address, _, anchor = str(link.get("href")).partition("#")
    assert anchor in by_attribute(parse(site / address / "index.html"), "id")


def test_a_request_that_stands_twice_or_is_about_two_strategies_is_one(site: Path) -> None:
    whole, first, second = (columns(site)[number] for number in ("", "3.1", "3.2"))
    twice = signs(whole)["Förtydligande"]
    assert text_of(twice).startswith("?2 Förtydligande (på 2 ställen), hela planen: Vill att det")
    wide, joined = signs(first)["Prioritering"], signs(second)["Prioritering"]
    assert wide.get("class") == "wide"
    assert joined.get("class") == "joined"
    assert text_of(joined).startswith("? Prioritering (samma som 3.1), strategi 3.2: Vill att")
    assert wide.get("href") == joined.get("href")


def test_a_map_of_more_than_sixty_requests_has_one_mark_per_place_and_kind(
    sixty_answers: Path,
) -> None:
    links = [link for column in columns(sixty_answers).values() for link in signs(column).values()]
    assert {link.get("class") for link in links} == {"several", "problem"}
    assert len(links) <= 24 * 13
