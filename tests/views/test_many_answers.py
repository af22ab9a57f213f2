"""Many answers: every one is found, by position and by body."""

from collections import Counter
from pathlib import Path

from bench.synthetic import with_bodies
from roadmap.model.dataset import Dataset
from roadmap.presenters import urls, wording
from roadmap.presenters.pages import generated_pages
from roadmap.site.build import page_content
from roadmap.site.project import current
from roadmap.views import (
    bodies,
    open_data_formulas,
    responses,
    strategies,
    strategy,
    uncertain_readings,
    unknowns,
)
from tests.crowd import crowd
from tests.html import parse, text_of
from tests.projects import TODAY

PAGES = ("strategier/2-1/", "strategier/2-1/sida-2/", "strategier/2-1/sida-3/")


def ids(site: Path, url: str) -> list[str]:
    """Return the anchors of the answers that stand in full on a page."""
    document = parse(site / url / "index.html")
    return [str(one.get("id")) for one in document.iter("div") if one.get("class") == "answer"]


def test_every_answer_stands_on_one_page(sixty_answers: Path) -> None:
    found = [anchor for url in PAGES for anchor in ids(sixty_answers, url)]
    assert [len(ids(sixty_answers, url)) for url in PAGES] == [20, 20, 20]
    assert len(set(found)) == 60
    assert not (sixty_answers / "strategier/2-1/sida-4").exists()


def test_answers_come_by_position_and_then_by_body(real: Dataset) -> None:
    dataset = with_bodies(real, 60)
    order = {body.id: place for place, body in enumerate(dataset.received)}
    found = [
        (urls.position_anchor(answer.position), order[answer.body.id])
        for answer in dataset.answers("S2.1")
    ]
    positions = list(dict.fromkeys(position for position, _ in found))
    assert positions == ["stoder", "stoder-delvis", "neutral", "ar-emot", "framgar-inte"]
    for position in positions:
        places = [place for one, place in found if one == position]
        assert places == sorted(places)


def test_the_strategys_own_page_names_every_body(sixty_answers: Path) -> None:
    document = parse(sixty_answers / "strategier/2-1/index.html")
    names = [one for one in document.iter("ul") if one.get("class") == "names"]
    links = [link for one in names for link in one.iter("a")]
    assert len(links) == 60
    # Those that stand on other pages keep their ids here.
    moved = {str(link.get("id")) for link in links if link.get("id")}
    assert moved == {anchor for url in PAGES[1:] for anchor in ids(sixty_answers, url)}
    shown = text_of(document)
    tally = Counter(
        answer.position for answer in current(sixty_answers.parent, TODAY).answers("S2.1")
    )
    for word in (f"Stöder {tally['supports']}", f"Är emot {tally['opposes']}", "60 svar"):
        assert word in shown


def test_every_answer_has_a_cell_that_leads_to_its_words(sixty_answers: Path) -> None:
    dataset = current(sixty_answers.parent, TODAY)
    for area in dataset.goal_areas:
        url = urls.who_thinks_what(dataset, area)
        table = next(parse(sixty_answers / url / "index.html").iter("table"))
        rows = list(table.iter("tr"))[1:]
        assert len(rows) == 60
        found = {
            (str(link.get("href")), text_of(link).split(" om ")[0])
            for row in rows
            for cell in row.iter("td")
            for link in cell.iter("a")
        }
        assert found == {
            (urls.link(url, *urls.answer(answer)), wording.position(answer.position))
            for strategy in area.strategies
            for answer in dataset.answers(strategy.id)
        }


def test_with_one_response_there_is_no_table_of_who_thinks_what(real: Dataset, site: Path) -> None:
    tables = [urls.who_thinks_what(real, area) for area in real.goal_areas]
    assert not [table for table in tables if (site / table).exists()]


def test_a_list_of_more_bodies_than_a_page_holds_goes_over_several(real: Dataset) -> None:
    dataset = with_bodies(real, 450)
    shown = [responses(dataset, urls.responses(page), page) for page in (1, 2, 3)]
    assert [page.count('<p class="who">') for page in shown] == [200, 200, 50]
    assert 'href="../remissvar/sida-2/"' in shown[0]
    assert 'rel="prev"' not in shown[0]
    assert 'rel="next"' not in shown[2]
    start = bodies(dataset, urls.START)
    assert "Alla 450 remissinstanser" in start
    assert len(unknowns(dataset, urls.START)) < 1500


def test_with_too_many_to_name_an_old_address_leads_to_the_response(real: Dataset) -> None:
    dataset = with_bodies(real, 400)
    here = urls.strategy(dataset.strategy("S2.1"))
    page = strategy(dataset, here, "S2.1")
    assert 'class="names"' not in page
    assert f'href="{urls.link(here, urls.who_thinks_what(dataset, dataset.goal_areas[1]))}"' in page
    assert 'data-moved-to="../../remissvar/*/#strategi-2-1"' in page
    area = dataset.area_of("S2.1")
    shown = strategies(dataset, urls.goal_area(dataset, area), area.id)
    assert 'data-moved="svar-2-1-" data-moved-to="../../strategier/2-1/#svar-*"' in shown


def test_many_uncertain_readings_go_over_several_pages(real: Dataset) -> None:
    dataset = crowd(real, 60)
    readings = [
        reading.received
        for body in dataset.received
        if body.response.source
        for reading in body.response.source.uncertain
    ]
    first = uncertain_readings(dataset, urls.CORRECTION)
    further = [page for page in generated_pages(dataset) if page.view == "uncertain_readings"]
    assert [page.url for page in further] == ["om/textrattning/sida-2/"]
    second = page_content(dataset, further[0])
    shown = [page.count('<td data-label="I skanningen">') for page in (first, second)]
    assert shown == [100, len(readings) - 100]
    for place, reading in enumerate(readings):
        assert f'<td data-label="I skanningen">{reading}</td>' in (first, second)[place // 100]
    assert 'href="../../om/textrattning/sida-2/"' in first


def test_many_texts_that_are_taken_for_formulas_are_counted_by_field(real: Dataset) -> None:
    dataset = crowd(real, 60)
    number = sum(
        comment.text.startswith("=")
        for body in dataset.received
        for comment in body.response.comments
    )
    told = open_data_formulas(dataset, urls.OPEN_DATA)
    assert f"<li><code>text</code> i synpunkter, {number} rader</li>" in told
    assert len(told) < 1000
