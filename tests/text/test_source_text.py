"""Source texts become HTML without gaining or losing a word."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from roadmap.text.source_text import (
    Items,
    Paragraph,
    blocks,
    plain,
    references,
    to_html,
    unwrapped,
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


def test_quotes_are_marked_across_lines_references_and_overlaps() -> None:
    html = to_html("Vi vill ha\nmer pengar.[^1] Nu.", ["vill ha mer", "mer pengar. Nu"])
    assert html == '<p>Vi <mark class="quote">vill ha mer pengar.¹ Nu</mark>.</p>'


def test_a_quote_across_paragraphs_is_marked_in_both() -> None:
    html = to_html("Ett två.\n\nTre fyra.", ["två. Tre"])
    assert html == (
        '<p>Ett <mark class="quote">två.</mark></p>\n<p><mark class="quote">Tre</mark> fyra.</p>'
    )


def test_a_reference_gets_the_html_it_is_given() -> None:
    html = to_html("Ja.[^12]", reference=lambda note: Markup('<a href="#{0}">{0}</a>').format(note))
    assert html == '<p>Ja.<a href="#12">12</a></p>'


_texts = st.text(st.sampled_from("ab åÄ.<>&\"'{}*_-\n[^1]"), max_size=60)


@given(_texts, st.lists(_texts, max_size=3))
def test_no_word_is_gained_or_lost_whatever_is_quoted(text: str, quotes: list[str]) -> None:
    shown = text_content(to_html(text, quotes)).split()
    # A dash before an item is told by the list; one between words is a word of its own.
    assert [w for w in shown if w != "-"] == [w for w in words(text) if w != "-"]


@given(_texts)
def test_nothing_of_a_text_becomes_markup(text: str) -> None:
    tags = set(re.findall(r"<(/?\w+)", to_html(text, [text])))
    assert tags <= {"p", "/p", "ul", "/ul", "li", "/li", "mark", "/mark"}


@given(st.text(st.sampled_from("ab-. \t\n\u00a0\x0b\u2003"), max_size=60))
def test_an_unwrapped_text_says_the_same_and_cannot_be_unwrapped_more(text: str) -> None:
    assert blocks(unwrapped(text)) == blocks(text)
    assert unwrapped(unwrapped(text)) == unwrapped(text)
