"""The picture on the start page and its text: the same, and recounted from `data/`."""

import re
from collections import Counter
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import yaml

from tests.html import SVG, parse, text_of

WORDS = {
    "supports": "Stöder",
    "supports_in_part": "Stöder delvis",
    "neutral": "Neutral",
    "opposes": "Är emot",
    "none_stated": "Tar inte ställning",
    "unclassified": "Inte klassificerat",
}
COUNT = re.compile(r"([^,:\d]+?) ?(\d*)(?:,|$)")


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


def columns(built: Path) -> dict[str, Element]:
    page = parse(built / "index.html")
    (score,) = [each for each in page.iter("section") if each.get("class") == "score"]
    items = [each for box in score.iter("ol") for each in box.iter("li")]
    return {
        "S" + text_of(item).removeprefix("Strategi ").partition(":")[0].strip(): item
        for item in items
    }


def drawn(column: Element) -> Counter[str]:
    """Count what the marks show: a mark is one answer, or as many as are written in it."""
    return Counter(
        {
            mark.get("class", "").split()[1]: int("".join(mark.itertext()).strip() or 1)
            for mark in column.iter(SVG)
        }
    )


def told(column: Element) -> Counter[str]:
    """Count what the text says: "Stöder 13, Neutral 2", or "Stöder" of a single answer."""
    (number,) = [each for each in column.iter("span") if each.get("class") == "number"]
    values = {word: value for value, word in WORDS.items()}
    return Counter(
        {
            values[word.strip()]: int(count or 1)
            for word, count in COUNT.findall(text_of(number).partition(":")[2])
            if word.strip() != "Inget svar"
        }
    )


def test_the_picture_and_its_text_tell_what_the_data_has(built: Path) -> None:
    expected = positions(built.parent)
    assert expected
    found = columns(built)
    assert set(expected) <= set(found)
    for strategy, column in found.items():
        counts = expected.get(strategy, Counter())
        assert drawn(column) == counts, strategy
        assert told(column) == counts, strategy
