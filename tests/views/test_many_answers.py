"""Many answers: every one is found, by position and by body."""

from collections import Counter
from pathlib import Path

from bench.synthetic import with_bodies
from roadmap.model import ANSWER_ORDER
from roadmap.model.dataset import Dataset
from roadmap.presenters import urls, wording
from roadmap.presenters.messages import number
from roadmap.presenters.pages import GeneratedPage, generated_pages
from roadmap.presenters.urls import FIRST_ANSWERS, FURTHER_ANSWERS
from roadmap.site.build import page_content
from roadmap.site.project import current
from roadmap.views import (
    open_data_formulas,
    opening,
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
SIZES = [FIRST_ANSWERS, FURTHER_ANSWERS, 60 - FIRST_ANSWERS - FURTHER_ANSWERS]


def ids(site: Path, url: str) -> list[str]:
    """Return the anchors of the answers that stand in full on a page."""
    document = parse(site / url / "index.html")
    return [str(one.get("id")) for one in document.iter("div") if one.get("class") == "answer"]


def generated_by_url(dataset: Dataset) -> dict[str, GeneratedPage]:
    return {page.url: page for page in generated_pages(dataset)}


def test_every_answer_stands_on_one_page(sixty_answers: Path) -> None:
    found = [anchor for url in PAGES for anchor in ids(sixty_answers, url)]
    assert [len(ids(sixty_answers, url)) for url in PAGES] == SIZES
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
    assert positions == ["ar-emot", "stoder-delvis", "stoder", "neutral", "framgar-inte"]
    for position in positions:
        places = [place for one, place in found if one == position]
        assert places == sorted(places)


def test_the_strategys_own_page_tells_how_they_answered_with_a_quote_of_each(
    sixty_answers: Path,
) -> None:
    document = parse(sixty_answers / "strategier/2-1/index.html")
    dataset = current(sixty_answers.parent, TODAY)
    found = dataset.answers("S2.1")
    tally = Counter(answer.position for answer in found)
    shown = text_of(document)
    assert f"2 Så svarade de: {tally['opposes']} av 60 är emot" in shown
    assert "Alla 60 svar" in shown
    (list_of_stands,) = (one for one in document.iter("ul") if one.get("class") == "stands")
    told = [text_of(item) for item in list_of_stands]
    assert len(told) == len(tally)
    first_by_position = {answer.position: answer for answer in reversed(found)}
    for words, position in zip(told, ANSWER_ORDER, strict=False):
        assert words.startswith(wording.position(position)), words
        assert f"Läs alla {tally[position]}" in words
        assert wording.speaker(first_by_position[position].body) in words
    hrefs = [str(link.get("href")) for item in list_of_stands for link in item.iter("a")]
    for href in hrefs[::2]:
        target, _, anchor = href.partition("#")
        page = sixty_answers / "strategier/2-1" / target / "index.html"
        assert f'id="{anchor}"' in page.read_text("utf-8"), href


def test_every_answer_has_a_cell_that_leads_to_its_words(sixty_answers: Path) -> None:
    dataset = current(sixty_answers.parent, TODAY)
    for area in dataset.goal_areas:
        url = urls.who_thinks_what(dataset, area)
        table = next(parse(sixty_answers / url / "index.html").iter("table"))
        rows = list(table.iter("tr"))[1:]
        assert len(rows) == 60
        found = {
            (str(link.get("href")), text_of(link).partition(",")[0])
            for row in rows
            for cell in row.iter("td")
            for link in cell.iter("a")
        }
        assert found == {
            (
                urls.link(url, *urls.answer(answer)),
                f"{strategy.shown_number} {wording.position(answer.position)}",
            )
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
    assert "450 remissvaren" in opening(dataset, urls.START)
    assert len(unknowns(dataset, urls.START)) < 1500


def test_an_old_address_of_an_answer_leads_to_the_response(real: Dataset) -> None:
    dataset = with_bodies(real, 400)
    here = urls.strategy(dataset.strategy("S2.1"))
    page = strategy(dataset, here, "S2.1")
    assert f'href="{urls.link(here, urls.who_thinks_what(dataset, dataset.goal_areas[1]))}"' in page
    assert 'data-moved-to="../../remissvar/*/#strategi-2-1"' in page
    further = generated_by_url(dataset)[f"{here}sida-2/"]
    assert 'data-moved="svar-" data-moved-to="../../../strategier/2-1/#svar-*"' in page_content(
        dataset, further
    )
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
    texts = sum(
        comment.text.startswith("=")
        for body in dataset.received
        for comment in body.response.comments
    )
    told = open_data_formulas(dataset, urls.OPEN_DATA)
    assert f"<li><code>text</code> i synpunkter, {number(texts)} rader</li>" in told
    assert len(told) < 1000
