"""The page of a response: its picture, its folds, and each comment under its strategy's title."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from roadmap.model import Comment, Response, Section
from roadmap.model.dataset import Body, Dataset
from roadmap.presenters.strip import strip
from roadmap.text.told_sentences import told_sentences
from roadmap.views.answer_strip import answer_strip
from tests.html import by_attribute, parse, text_of

BODY = "enskede-arsta-vantor"
PAGE = f"remissvar/{BODY}/index.html"


@pytest.fixture(scope="module")
def page(site: Path) -> Element:
    return parse(site / PAGE)


def links(element: Element) -> dict[str, str]:
    return {text_of(link): link.get("href", "") for link in element.iter("a")}


def test_a_sentence_knows_the_quotes_in_it() -> None:
    text = "Vi säger ja till t.ex. böcker. Vi vill\nha fler.[^1]\n\n- Bra lärare. Och lokaler."
    quotes = ["vill ha fler. Bra lärare", "finns inte"]
    first, second = told_sentences(text, quotes)
    assert [one.length for one in first] == [30, 16]
    assert [(one.quotes, one.begun) for one in (*first, *second)] == [
        ((), ()),
        ((0,), (0,)),
        ((0,), ()),
        ((), ()),
    ]


def test_every_sentence_of_the_document_is_in_the_picture(real: Dataset) -> None:
    pages = strip(real, real.body(BODY))
    assert [one.label for one in pages] == [f"Sida {number}" for number in range(1, 11)]
    told = {one.label: one.told for one in pages}
    assert told["Sida 4"] == "3 önskemål, 1 ja"
    assert told["Sida 5"] == "4 önskemål, 1 problem"
    for one in pages:
        assert one.lines == len({segment.line for segment in one.segments})
        assert all(segment.start + segment.length <= 64 for segment in one.segments)
    asked = sum(kind == "ask" for one in pages for kind, _line in one.marks)
    texts: tuple[Comment | Section, ...] = (
        *real.body(BODY).response.comments,
        *real.body(BODY).response.sections,
    )
    assert asked == sum(len(text.judgement.asks) for text in texts if text.judgement)


def test_the_picture_leads_to_the_words(page: Element) -> None:
    (picture,) = page.iter("figure")
    ids = by_attribute(page, "id")
    found = [(text_of(link), link.get("href", "")) for link in picture.iter("a")]
    assert len(found) == 10
    assert found[3] == ("Sida 4: 3 önskemål, 1 ja", "#strategi-1-3")
    for _name, href in found:
        assert href.removeprefix("#") in ids


def of_response(dataset: Dataset, response: Response) -> tuple[Dataset, Body]:
    """Return the data with one response more, and its body."""
    body = replace(dataset.body(BODY), id="annan", name="Annan", response=response)
    return replace(dataset, bodies=(*dataset.bodies, body)), body


def test_a_document_without_page_numbers_is_pictured_in_parts(real: Dataset) -> None:
    response = real.body(BODY).response
    comments = tuple(one.altered(pages=None) for one in response.comments)
    sections = tuple(one.altered(pages=None) for one in response.sections)
    bare = response.altered(comments=comments, sections=sections, area_headings=(), footnotes=())
    pages = strip(*of_response(real, bare))
    assert [one.label for one in pages] == [f"Del {place + 1}" for place in range(len(pages))]
    assert len(pages) > 1
    assert max(one.lines for one in pages) < 70
    one_part = bare.altered(comments=comments[:6], sections=())
    assert [one.label for one in strip(*of_response(real, one_part))] == ["Svaret"]
    shortest = bare.altered(comments=comments[1:2], sections=())
    assert answer_strip(*of_response(real, shortest)) is None


def test_marks_keep_apart_within_the_picture(real: Dataset) -> None:
    picture = answer_strip(real, real.body(BODY))
    assert picture
    for drawing in picture.drawings:
        places = [place for _kind, place in drawing.marks]
        assert places == sorted(places)
        assert all(later - sooner > 9 for sooner, later in pairwise(places))
        assert not places or (places[0] >= 0 and places[-1] <= picture.height)


def test_a_comment_is_a_quote_under_the_title_of_its_strategy(page: Element) -> None:
    (reply,) = by_attribute(page, "id")["synpunkt-3-3"]
    headings = [text_of(one) for tag in ("h3", "h4") for one in reply.iter(tag)]
    assert headings[0].startswith("Strategi 3.3 Fokusera resurser")
    assert headings[1] == "Förvaltningens synpunkter: strategi 3.3"
    (own,) = (one for one in reply.iter("blockquote") if one.get("data-text") == f"{BODY}/S3.3")
    assert text_of(own).startswith("Förvaltningen välkomnar förslaget")
    (note,) = reply.iter("aside")
    assert note.get("aria-label") == "Tolkning av synpunkten på 3.3"
    assert links(reply)["Nästa synpunkt: 3.4"] == "#synpunkt-3-4"


def test_one_comment_is_called_one_also_on_two_strategies(miniature: Path) -> None:
    page = parse(miniature / "remissvar/provnamnden/index.html")
    headings = [text_of(one) for one in page.iter("h4") if one.get("class") == "own"]
    assert "Synpunkt på 1.2 och 1.3" in headings
    assert not [one for one in headings if one.startswith("Synpunkter")]


def test_every_heading_is_its_own(page: Element) -> None:
    headings = [text_of(one) for tag in ("h2", "h3", "h4") for one in page.iter(tag)]
    assert len(headings) == len(set(headings))


def test_what_the_answer_retells_is_folded_open(page: Element) -> None:
    folds = [one for one in page.iter("details") if one.get("class") == "retold"]
    assert len(folds) == 23 + 4
    for fold in folds:
        assert fold.get("open") is not None
        assert not list(fold.iter("aside"))
    assert {"Hela svaret", "Visa bara synpunkterna"} <= set(links(page))


def test_a_repeated_request_leads_to_its_other_place(page: Element) -> None:
    ids = by_attribute(page, "id")
    (first,) = ids["sammanfattning-onskemal-3"]
    (again,) = ids["synpunkter-onskemal-1"]
    assert links(first)["Står en gång till på sidorna 2–3."] == "#synpunkter"
    assert links(again)["Står en gång till på sida 1."] == "#sammanfattning"


def test_the_facts_say_whose_words_and_what_is_not_known(page: Element) -> None:
    (facts,) = (one for one in page.iter("dl") if one.get("class") == "facts")
    told = text_of(facts)
    assert "Texten är förvaltningens förslag till svar." in told
    assert "Vi vet inte vad nämnden beslutade. Vi har inte letat än." in told
    assert "Svaret är odaterat." in told
    assert "Vi vet inte vad staden gjorde med önskemålen." in told
