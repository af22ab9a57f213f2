"""Tables in a source text: every cell comes through, and nothing else becomes a table."""

import re
from html import unescape

from hypothesis import example, given
from hypothesis import strategies as st

from roadmap.text.marked_words import Marked
from roadmap.text.source_text import (
    Items,
    Paragraph,
    blocks,
    cell_blocks,
    plain,
    references,
    to_html,
    unwrapped,
    words,
    written,
)
from roadmap.text.tables import Table, cell_of, without_signs

TEXT = """Så här svarar vi.

| Punkt | Yttrande |
|-------|:--------:|
| 1.1 | Vi stöder
  förslaget.<br>- böcker<br>- läxhjälp |
| 1.2 | |
"""
CELLS = Table(
    (
        (("Punkt",), ("Yttrande",)),
        (("1.1",), ("Vi stöder förslaget.", "- böcker", "- läxhjälp")),
        (("1.2",), ()),
    ),
    has_head=True,
)


def test_rows_and_cells_are_between_strokes() -> None:
    assert blocks(TEXT) == (Paragraph("Så här svarar vi."), CELLS)


def test_without_dashes_under_it_the_first_row_is_like_the_others() -> None:
    (table,) = blocks("| a | b |\n| - | --- |")
    assert table == Table(((("a",), ("b",)), (("-",), ("---",))))


def test_a_cell_has_paragraphs_and_lists() -> None:
    assert [*cell_blocks(CELLS.rows[1][1])] == [
        Paragraph("Vi stöder förslaget."),
        Items(("böcker", "läxhjälp")),
    ]


def test_a_row_is_one_line_of_an_unwrapped_text() -> None:
    assert unwrapped(TEXT).split("\n")[2:] == [
        "| Punkt | Yttrande |",
        "|---|---|",
        "| 1.1 | Vi stöder förslaget.<br>- böcker<br>- läxhjälp |",
        "| 1.2 | |",
    ]


def test_a_table_has_the_words_of_its_cells() -> None:
    text = "| Punkt | Svar |\n|---|---|\n| 1.1 | Ja.[^1]<br>- nu |"
    assert words(text) == ["Punkt", "Svar", "1.1", "Ja.¹", "-", "nu"]
    assert plain(text) == "Punkt Svar 1.1 Ja. nu"
    assert references(text) == ("1",)


def test_a_table_is_shown_as_one() -> None:
    html = to_html(TEXT, [Marked("förslaget. böcker", "theme")])
    assert html == (
        "<p>Så här svarar vi.</p>\n"
        '<div class="scroll">\n<table>\n<thead>\n'
        '<tr><th scope="col">Punkt</th><th scope="col">Yttrande</th></tr>\n'
        "</thead>\n<tbody>\n"
        '<tr><td>1.1</td><td><p>Vi stöder <mark class="theme">förslaget.</mark></p>'
        '<ul>\n<li><mark class="theme">böcker</mark></li>\n<li>läxhjälp</li>\n</ul></td></tr>\n'
        "<tr><td>1.2</td><td></td></tr>\n"
        "</tbody>\n</table>\n</div>"
    )


def test_a_row_with_too_few_cells_is_filled_up_and_an_empty_head_is_no_head() -> None:
    html = to_html("| a | |\n|---|---|\n| b |")
    assert '<tr><th scope="col">a</th><td></td></tr>' in html
    assert "<tr><td>b</td><td></td></tr>" in html


def test_only_a_paragraph_that_begins_with_a_stroke_is_a_table() -> None:
    text = "Ja |x| nej.\n| a |\n\n\\|y| är längden.\n\n- |z|"
    assert blocks(text) == (
        Paragraph("Ja |x| nej. | a |"),
        Paragraph("|y| är längden."),
        Items(("|z|",)),
    )
    assert blocks(unwrapped(text)) == blocks(text)
    assert words("\\|y| är") == ["|y|", "är"]


def test_the_words_of_a_table_stay_where_they_are() -> None:
    text = "Ja | nej.\n\n| a\\|b |c\\ d |\n|---|---|\n|\ne<br>f | \\\\ |\n"
    shown = without_signs(text)
    assert [len(line) for line in shown.split("\n")] == [len(line) for line in text.split("\n")]
    assert [len(word) for word in shown.split()] == [
        *(len(word) for word in ("Ja", "|", "nej.")),
        *(len(word) for word in ("a\\|b", "c\\", "d", "e", "f", "\\\\")),
    ]


_lines = st.text(st.sampled_from("ab åÄ.<>br&\"'\\|-:[^1]\u00a0"), min_size=1, max_size=12)
_cells = st.lists(_lines, max_size=3).map(cell_of)
_tables = st.builds(
    Table,
    st.integers(1, 3).flatmap(
        lambda width: st.lists(
            st.lists(_cells, min_size=width, max_size=width).map(tuple), min_size=1, max_size=4
        ).map(tuple)
    ),
    st.booleans(),
)


@given(_tables)
def test_any_cells_are_read_as_they_were_written(table: Table) -> None:
    text = "\n".join(written(table))
    assert blocks(text) == (table,)
    assert unwrapped(text) == text
    shown = unescape(re.sub(r"<[^>]*>", " ", to_html(text)))
    assert [word for word in shown.split() if word != "-"] == [
        word for word in words(text) if word != "-"
    ]


_texts = st.text(st.sampled_from("ab|-\\<br>. \n"), max_size=60)


@given(_texts)
@example("< br>")
def test_no_word_is_lost_however_a_table_is_written(text: str) -> None:
    assert blocks(unwrapped(text)) == blocks(text)
    assert unwrapped(unwrapped(text)) == unwrapped(text)
    assert len(without_signs(text)) == len(text)
    letters = re.sub(r"[^ab.]", "", re.sub(r"<br ?/?>", "", text))
    # Words apart, or two of them could look like a line break of a cell.
    assert re.sub(r"[^ab.]", "", re.sub(r"<br ?/?>", "", "\n".join(words(text)))) == letters
