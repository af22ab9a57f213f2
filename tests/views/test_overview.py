"""All strategies on the page of the answers: rows and bars, recounted from `data/`."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import yaml

from roadmap.model.dataset import Dataset
from roadmap.presenters.wording import POSITION_WORDS, unclassified
from roadmap.views import overview
from tests.html import by_attribute, parse, text_of

PAGE = "oversikt/index.html"
WORDS: dict[str, str] = {
    **{str(value): word for value, word in POSITION_WORDS.items()},
    "unclassified": unclassified(),
}
# From the left in a bar.
ORDER = ("opposes", "none_stated", "unclassified", "neutral", "supports_in_part", "supports")


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


def rows(site: Path) -> dict[str, Element]:
    found = by_attribute(parse(site / PAGE), "data-strategy")
    return {strategy: row for strategy, (row,) in found.items()}


def table(site: Path) -> dict[str, dict[str, int]]:
    """Return what the table says of each strategy, as ears hear it: the number of each position."""
    values = {word: value for value, word in WORDS.items()}
    told = {}
    for strategy, row in rows(site).items():
        cells = [*by_attribute(row, "data-label").items()]
        told[strategy] = {values[word]: int(text_of(cell)) for word, (cell,) in cells}
    return told


def test_with_one_body_each_strategy_has_its_position_and_leads_to_it(site: Path) -> None:
    expected = positions(site.parent)
    found = rows(site)
    assert set(found) == set(expected)
    for strategy, row in found.items():
        (value,) = expected[strategy]
        assert [*by_attribute(row, "data-position")] == [value]
        (link,) = row.iter("a")
        assert text_of(link).startswith(f"{strategy[1:]} ")
        assert (site / "oversikt" / str(link.get("href")) / "index.html").is_file()


def test_a_row_has_our_words_or_else_the_answers_own(site: Path) -> None:
    found = rows(site)
    assert "Vill att även förskolan nämns i strategin." in text_of(found["S1.4"])
    (quote,) = found["S1.2"].iter("q")
    assert text_of(quote) == "”Förvaltningen välkomnar förslagen.”"
    assert "2 önskemål" in text_of(found["S1.1"])
    assert "Pekar på problem" in text_of(found["S4.5"])
    assert "Samma synpunkt gäller 3.1 och 3.2." in text_of(found["S3.2"])


def test_the_general_comments_stand_with_them(site: Path) -> None:
    sections = by_attribute(parse(site / PAGE), "data-section")
    assert "Vill att staden samverkar" in text_of(sections["sammanfattning"][0])


def test_a_strategy_without_an_answer_says_so(real: Dataset) -> None:
    body = real.received[0]
    response = body.response
    others = tuple(one for one in response.comments if "S1.2" not in one.strategies)
    silent = replace(body, response=response.altered(comments=others, unanswered=("S1.2",)))
    assert "Inget svar" in overview(replace(real, bodies=(silent,)), "oversikt/")
    assert "Inget svar" not in overview(real, "oversikt/")


@pytest.mark.parametrize("name", ["two_answers", "sixty_answers", "miniature"])
def test_the_bars_and_the_table_tell_what_the_data_has(
    name: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(name)
    expected = positions(site.parent)
    told = table(site)
    assert set(expected) <= set(told)
    for strategy, numbers in told.items():
        counts = expected.get(strategy, Counter())
        assert +Counter(numbers) == counts, strategy
        parts = [
            str(part.get("class")) for part in rows(site)[strategy].iter() if _is(part, "rect")
        ]
        assert parts == [value for value in ORDER if counts[value]], strategy


def _is(element: Element, name: str) -> bool:
    return str(element.tag).rpartition("}")[2] == name


def test_most_opposition_comes_first_and_ties_stand_in_the_plans_order(sixty_answers: Path) -> None:
    against = [numbers["opposes"] for numbers in table(sixty_answers).values()]
    assert against == sorted(against, reverse=True)
    order = [(-numbers["opposes"], strategy) for strategy, numbers in table(sixty_answers).items()]
    assert order == sorted(order)


def test_the_bar_is_as_long_as_its_parts(sixty_answers: Path) -> None:
    for row in rows(sixty_answers).values():
        widths = [
            float(str(part.get("width")).rstrip("%")) for part in row.iter() if _is(part, "rect")
        ]
        assert abs(sum(widths) - 100) < 0.1
