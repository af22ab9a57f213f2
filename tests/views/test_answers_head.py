"""The head of the pages about the answers: what is known in a few sentences, and the tabs."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from bench.synthetic import with_bodies
from roadmap.datafiles.reader import read
from roadmap.model.dataset import Dataset
from roadmap.presenters.answer_facets import ANY, tally
from roadmap.presenters.answers_lead import lead
from tests.html import parse, text_of
from tests.projects import MINI

TABS = {"oversikt/": "Strategier", "onskemal/": "Önskemål", "teman/": "Teman"}


def test_of_one_answer_it_says_who_where_and_what_is_asked(real: Dataset) -> None:
    assert lead(real) == (
        "Ett svar, från Enskede-Årsta-Vantörs stadsdelsförvaltning. Det stöder 9 av de 23 "
        "strategierna helt och 2 delvis och ber om något i 17. Det ber också om något i 2 avsnitt "
        "om hela planen. Vi vet inte om staden gjorde som förvaltningen bad."
    )


def test_what_it_counts_are_the_answers_that_the_filter_counts(real: Dataset) -> None:
    counted = re.search(r"i (\d+)\. .* i (\d+) avsnitt", lead(real))
    assert counted
    assert sum(map(int, counted.groups())) == tally(real)["ask", ANY]


def test_what_is_asked_for_the_whole_plan_alone_is_said(real: Dataset) -> None:
    (body,) = real.bodies
    response = body.response.altered(comments=())
    told = lead(replace(real, bodies=(replace(body, response=response),)))
    assert "Det ber om något i 2 avsnitt om hela planen." in told
    assert "inte tolkat" not in told


def test_of_many_it_says_what_most_are_against(real: Dataset) -> None:
    told = lead(with_bodies(real, 60))
    assert told.startswith("Flest är emot strategin ”")
    assert " av de 60 som svarar på den. Det finns " in told
    assert "och vi vet hur det gick för" in told


def test_where_nobody_is_against_that_is_said(real: Dataset) -> None:
    (body,) = real.bodies
    two = replace(real, bodies=(body, replace(body, id="provnamnden")))
    assert lead(two).startswith("Ingen av de 2 är emot någon strategi.")


def test_where_nobody_has_read_an_answer_it_may_be_against() -> None:
    dataset = read(MINI).dataset
    assert dataset
    assert lead(dataset).startswith("1 av 4 svar på strategier är inte tolkade än.")


@pytest.mark.parametrize("name", ["site", "sixty_answers", "other_municipality"])
def test_the_three_pages_lead_to_each_other_with_their_numbers(
    name: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(name)
    numbers = set()
    for url, own in TABS.items():
        page = parse(site / url / "index.html")
        (tabs,) = (nav for nav in page.iter("nav") if nav.get("class") == "tabs")
        told = [text_of(link).split() for link in tabs.iter("a")]
        assert [word for word, *_ in told] == [*TABS.values()]
        numbers.add(tuple(" ".join(number) for _, *number in told))
        (current,) = (link for link in tabs.iter("a") if link.get("aria-current") == "page")
        assert text_of(current).startswith(own)
    assert len(numbers) == 1


@pytest.mark.parametrize("name", ["site", "sixty_answers", "other_municipality", "bilingual"])
def test_each_of_the_three_pages_says_in_its_heading_what_it_is(
    name: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(name)
    for folder in (site, site / "en") if name == "bilingual" else (site,):
        headings = []
        for url in TABS:
            page = parse(folder / url / "index.html")
            (heading,), (title,) = page.iter("h1"), page.iter("title")
            assert text_of(title).startswith(text_of(heading).partition(",")[0] + " –"), url
            headings.append(text_of(heading))
        assert len({*headings}) == 3
