"""A record's number is what the plan says it is; where it says nothing it follows from the id."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from markupsafe import Markup

from roadmap import views
from roadmap.exports import open_data
from roadmap.exports.word import compilation_docx
from roadmap.model.dataset import Dataset
from roadmap.model.history import UNKNOWN
from roadmap.presenters.pages import generated_pages
from roadmap.search.entries import units
from roadmap.site.build import page_content
from roadmap.site.project import current
from tests.exports.open_data.whole import whole
from tests.projects import MINI, TODAY

# As a reader would meet the number that follows from an id of the plan: alone, not in a date.
_FROM_ID = re.compile(r"(?<![\w.,-])[12]\.[1-9](?![\w-])")


@pytest.fixture(scope="module")
def lettered() -> Dataset:
    """The miniature plan with numbers of its own: areas A and B, strategies A.i, A.ii …"""
    # Without its history, which tells of changes by the numbers of their time.
    dataset = replace(current(MINI, TODAY), history=UNKNOWN)
    areas = []
    for letter, area in zip("AB", dataset.goal_areas, strict=True):
        strategies = tuple(
            strategy.altered(number=f"{letter}.{'i' * place}")
            for place, strategy in enumerate(area.strategies, 1)
        )
        milestones = tuple(
            milestone.altered(number=f"{letter}.{place}:e")
            for place, milestone in enumerate(area.milestones, 1)
        )
        areas.append(area.altered(number=letter, strategies=strategies, milestones=milestones))
    return replace(dataset, goal_areas=tuple(areas))


def shown(dataset: Dataset) -> Iterator[tuple[str, str]]:
    """Yield what readers see of every page that follows from the data, source texts left out."""
    pages = {page.url: page_content(dataset, page) for page in generated_pages(dataset)}
    for area in dataset.goal_areas:
        for view in (views.area_band, views.milestones, views.strategies):
            pages[f"{view.__name__} {area.id}"] = str(view(dataset, "malomraden/x/", area.id))
    for name in ("overview", "selection", "finding", "goal_areas", "search_page", "themes"):
        pages[name] = str(getattr(views, name)(dataset, "x/"))
    for where, html in pages.items():
        without_source = re.sub(r"(<[^>]* data-text=[^>]*>).*?</(?:div|p|span|li)>", r"\1", html,
                                flags=re.DOTALL)  # fmt: skip
        yield where, Markup(without_source).striptags()


def test_a_number_follows_from_the_id_or_is_given(lettered: Dataset) -> None:
    plain = current(MINI, TODAY)
    assert plain.label("S1.2") == plain.strategy("S1.2").shown_number == "1.2"
    assert lettered.label("S1.2") == lettered.strategy("S1.2").shown_number == "A.ii"
    assert lettered.label("S9.9") == "9.9", "what is gone keeps the number of its id"


def test_readers_meet_the_number_of_the_plan_everywhere(lettered: Dataset) -> None:
    seen: set[str] = set()
    for where, text in shown(lettered):
        assert not _FROM_ID.findall(text), where
        seen.update(number for number in ("A", "A.ii", "B.i", "A.1:e") if number in text)
    assert seen == {"A", "A.ii", "B.i", "A.1:e"}


def test_addresses_and_anchors_stay_with_the_id(lettered: Dataset) -> None:
    plain = current(MINI, TODAY)
    addresses = {page.url for page in generated_pages(lettered)}
    assert addresses <= {page.url for page in generated_pages(plain)}
    assert "strategier/1-1/" in addresses
    page = str(views.strategies(lettered, "malomraden/lara/", "M1"))
    assert 'id="strategi-1-1"' in page


def test_other_programs_get_both_the_id_and_the_number(lettered: Dataset) -> None:
    table = whole(open_data.build(lettered, ""))["oppna-data/v1/strategier.csv"].decode("utf-8-sig")
    header, first, *_ = table.splitlines()
    assert header.endswith(";number")
    assert first.startswith("S1.1;")
    assert first.endswith(";A.i")


def test_the_word_file_and_the_search_know_it(lettered: Dataset) -> None:
    assert compilation_docx(lettered, None) != compilation_docx(current(MINI, TODAY), None)
    numbers = {number for unit in units(lettered) for number in unit.numbers}
    assert {"a", "a.ii", "b.i"} <= numbers
