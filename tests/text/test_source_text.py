"""Source texts become HTML without gaining or losing a word."""

import re
from html import unescape
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from roadmap.text.marked_words import Kind, Marked
from roadmap.text.source_text import (
    Items,
    Paragraph,
    blocks,
    plain,
    references,
    to_html,
    unwrapped,
    whole_sentence,
    words,
)


def text_content(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


def test_wrapped_lines_are_one_paragraph_and_a_blank_line_parts_two() -> None:
    assert blocks("Ett\ntvå  tre.\n \nFyra.") == (Paragraph("Ett två tre."), Paragraph("Fyra."))


def test_lines_with_dashes_are_a_list() -> None:
    text = "Först:\n\n- ett\n  mer\n- två"
    assert blocks(text) == (Paragraph("Först:"), Items(("ett mer", "två")))
    assert to_html(text) == "<p>Först:</p>\n<ul>\n<li>ett mer</li>\n<li>två</li>\n</ul>"


def test_words_are_those_of_the_document() -> None:
    text = "av män.[^1]\n\n- ett\n- två"
    assert words(text) == ["av", "män.¹", "-", "ett", "-", "två"]
    assert references(text) == ("1",)
    assert plain(text) == "av män. ett två"


def marks(*quotes: str) -> list[Marked]:
    return [Marked(quote, "theme") for quote in quotes]


def test_words_are_marked_across_lines_references_and_overlaps() -> None:
    html = to_html("Vi vill ha\nmer pengar.[^1] Nu.", marks("vill ha mer", "mer pengar. Nu"))
    assert html == '<p>Vi <mark class="theme">vill ha mer pengar.¹ Nu</mark>.</p>'


def test_words_across_paragraphs_are_marked_in_both() -> None:
    html = to_html("Ett två.\n\nTre fyra.", marks("två. Tre"))
    assert html == (
        '<p>Ett <mark class="theme">två.</mark></p>\n<p><mark class="theme">Tre</mark> fyra.</p>'
    )


def test_a_request_tints_its_sentence_and_is_followed_by_its_number() -> None:
    text = "Vi är glada. Vi vill t.ex. ha böcker. Det var allt."
    html = to_html(text, [Marked("ha böcker", "ask", Markup("<sup>1</sup>"))])
    assert html == (
        '<p>Vi är glada. <span class="telling">Vi vill t.ex. <mark class="ask">ha böcker</mark>'
        "<sup>1</sup>.</span> Det var allt.</p>"
    )


def test_words_marked_for_two_reasons_say_both() -> None:
    text = "Ansvaret behöver förtydligas, både i dag och sedan."
    html = to_html(
        text,
        [
            Marked("behöver förtydligas", "ask", Markup("<sup>1</sup>")),
            Marked("förtydligas, både i dag", "problem", Markup("<sup>2</sup>")),
        ],
    )
    assert html == (
        '<p><span class="telling">Ansvaret <mark class="ask problem">behöver förtydligas, både i '
        "dag</mark><sup>1</sup><sup>2</sup> och sedan.</span></p>"
    )


@pytest.mark.parametrize(
    ("text", "quote", "sentence"),
    [
        ("Ett. Två vill ha kap. 3 ändrat. Tre.", "vill ha", "Två vill ha kap. 3 ändrat."),
        ("Vi saknar m.fl. Yrken. Slut.", "saknar", "Vi saknar m.fl. Yrken."),
        ("Hör E. Alm. Hon vill mer! Ja.", "vill mer", "Hon vill mer!"),
        ("Ett. Två. Tre.", "Ett. Två", "Ett. Två."),
        ("Utan slut", "Utan", "Utan slut"),
        ("- ett\n- två vill", "två", "två vill"),
    ],
)
def test_the_sentence_around_a_quote(text: str, quote: str, sentence: str) -> None:
    found = whole_sentence(text, quote)
    assert found.words == quote
    assert "".join(found) == sentence


def test_a_reference_gets_the_html_it_is_given() -> None:
    html = to_html("Ja.[^12]", reference=lambda note: Markup('<a href="#{0}">{0}</a>').format(note))
    assert html == '<p>Ja.<a href="#12">12</a></p>'


_texts = st.text(st.sampled_from("ab åÄ.<>&\"'{}*_-\n[^1]"), max_size=60)


_kinds = st.sampled_from(get_args(Kind))


@given(_texts, st.lists(st.builds(Marked, _texts, _kinds), max_size=3))
def test_no_word_is_gained_or_lost_whatever_is_marked(text: str, marked: list[Marked]) -> None:
    shown = text_content(to_html(text, marked)).split()
    # A dash before an item is told by the list; one between words is a word of its own.
    assert [w for w in shown if w != "-"] == [w for w in words(text) if w != "-"]


@given(_texts)
def test_nothing_of_a_text_becomes_markup(text: str) -> None:
    tags = set(re.findall(r"<(/?\w+)", to_html(text, [Marked(text, "ask")])))
    assert tags <= {"p", "/p", "ul", "/ul", "li", "/li", "mark", "/mark", "span", "/span"}


@given(st.text(st.sampled_from("ab-. \t\n\u00a0\x0b\u2003"), max_size=60))
def test_an_unwrapped_text_says_the_same_and_cannot_be_unwrapped_more(text: str) -> None:
    assert blocks(unwrapped(text)) == blocks(text)
    assert unwrapped(unwrapped(text)) == unwrapped(text)
