"""Numbers, bullets and levels of headings that Word itself makes."""

import pytest

from tests.importing.word.files import (
    NUMBERING,
    STYLES,
    item,
    level,
    lines,
    manuscript,
    numbering,
    paragraph,
    table,
    text,
    word_file,
)


def test_numbers_are_those_that_word_shows() -> None:
    body = item("Ett.") + item("Två.") + paragraph("Punkt 2 är viktigast.") + item("Tre.")
    assert lines(body) == ["1. Ett.", "2. Två.", "Punkt 2 är viktigast.", "3. Tre."]


def test_deeper_levels_begin_anew_after_a_higher_one() -> None:
    body = item("A") + item("B", depth=1) + item("C", depth=1) + item("D") + item("E", depth=1)
    assert lines(body) == ["1. A", "a) B", "b) C", "2. D", "a) E"]


def test_numbered_headings_have_their_numbers_and_levels() -> None:
    body = "".join(
        [
            item("Boende", 3, 0, "Rubrik1"),
            item("Fler hem", 3, 1, "Rubrik2"),
            paragraph("Hem behövs."),
            item("Blandat", 3, 1, "Egen"),
            item("Skola", 3, 0, "Rubrik1"),
            item("Läsa", 3, 1, "Rubrik2"),
        ]
    )
    read = manuscript(word_file(body)).lines
    assert [(line.level, line.text) for line in read] == [
        (1, "1 Boende"),
        (2, "1.1 Fler hem"),
        (None, "Hem behövs."),
        (2, "1.2 Blandat"),
        (1, "2 Skola"),
        (2, "2.1 Läsa"),
    ]


def test_a_list_linked_to_styles_finds_its_levels_by_them() -> None:
    lists = numbering(
        {
            7: level(0, "decimal", "%1", '<w:pStyle w:val="Rubrik1"/>')
            + level(1, "decimal", "%1.%2", '<w:pStyle w:val="Rubrik2"/>')
        }
    )
    linked = "<w:numPr><w:numId w:val='7'/></w:numPr><w:outlineLvl"
    styles = STYLES.replace("<w:outlineLvl", linked)
    body = paragraph("Ett", "Rubrik1") + paragraph("Två", "Rubrik2") + paragraph("Tre", "Egen")
    read = manuscript(word_file(body, styles=styles, lists=lists)).lines
    assert [line.text for line in read] == ["1 Ett", "1.1 Två", "1.2 Tre"]


@pytest.mark.parametrize(
    ("form", "shape", "shown"),
    [
        ("decimal", "%1)", "5) E"),
        ("lowerLetter", "%1.", "e. E"),
        ("upperLetter", "Bilaga %1", "Bilaga E E"),
        ("lowerRoman", "(%1)", "(v) E"),
        ("upperRoman", "%1", "V E"),
        ("decimalZero", "%1", "05 E"),
        ("decimal", "§ %1", "§ 5 E"),
        ("bullet", "–", "- E"),
        ("bullet", "o", "- E"),
        ("decimal", "•", "- E"),
        ("none", "", "E"),
        ("bullet", "", "E"),
        ("none", "Beslut:", "Beslut: E"),
        ("hebrew1", "%1.", "5. E"),
    ],
)
def test_forms_of_numbers(form: str, shape: str, shown: str) -> None:
    body = "".join(item(letter) for letter in "ABCDE")
    assert lines(body, numbering({1: level(0, form, shape)}))[-1] == shown


def test_letters_go_on_after_the_last_one() -> None:
    body = "".join(item(f"x{place}") for place in range(28))
    shown = lines(body, numbering({1: level(0, "lowerLetter", "%1")}))
    assert shown[25:] == ["z x25", "aa x26", "bb x27"]


def test_a_list_may_start_anew_or_go_on() -> None:
    again = (
        '<w:num w:numId="8"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
        '<w:num w:numId="9"><w:abstractNumId w:val="1"/></w:num>'
    )
    lists = numbering({1: level(0, "decimal", "%1.")}, again)
    body = item("A") + item("B", 8) + item("C", 8) + item("D", 9)
    assert lines(body, lists) == ["1. A", "5. B", "6. C", "7. D"]


def test_legal_numbers_restarts_and_levels_that_were_skipped() -> None:
    lists = numbering(
        {
            1: level(0, "upperRoman", "%1")
            + level(1, "decimalZero", "%1.%2", "<w:isLgl/>")
            + level(2, "decimal", "%3", '<w:lvlRestart w:val="0"/>')
        }
    )
    body = item("A", depth=1) + item("B") + item("C", depth=2) + item("D") + item("E", depth=2)
    assert lines(body, lists) == ["1.01 A", "II B", "1 C", "III D", "2 E"]


def test_a_list_whose_levels_a_style_has() -> None:
    lists = NUMBERING + (
        '<w:abstractNum w:abstractNumId="20"><w:numStyleLink w:val="Lista"/></w:abstractNum>'
        '<w:num w:numId="20"><w:abstractNumId w:val="20"/></w:num>'
    )
    styles = (
        f'{STYLES}<w:style w:type="numbering" w:styleId="Lista"><w:name w:val="Lista"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    read = manuscript(word_file(item("Ett.", 20), styles=styles, lists=lists)).lines
    assert [line.text for line in read] == ["1. Ett."]


def test_only_real_items_are_items() -> None:
    body = "".join(
        [
            paragraph("Punkt.", "Punkt"),
            paragraph("Stil.", "Liststycke"),
            item("Borttagen.", 0, 0, "Punkt"),
            item("Saknas.", 99),
            item("Ingen nivå.", 1, 8),
        ]
    )
    assert lines(body) == ["- Punkt.", "Stil.", "Borttagen.", "Saknas.", "Ingen nivå."]


def test_what_is_not_shown_is_not_counted() -> None:
    """An empty item has a number; a deleted one has none."""
    deleted = '<w:rPr><w:del w:id="1"/></w:rPr>'
    gone = f'<w:numPr><w:numId w:val="1"/></w:numPr>{deleted}'
    body = "".join(
        [
            item("A"),
            paragraph(f'<w:del w:id="2">{text("B")}</w:del>', "", gone),
            item("C"),
            item(""),
            item("D"),
        ]
    )
    assert lines(body) == ["1. A", "2. C", "4. D"]


def test_a_text_box_counts_by_itself() -> None:
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{item('B')}</w:txbxContent>"
    body = item("A") + paragraph(f"{box}</v:textbox></v:shape></w:pict></w:r>") + item("C")
    assert lines(body) == ["1. A", "1. B", "2. C"]


def test_numbers_in_cells_count_on() -> None:
    assert lines(table([item("A"), "x"], [item("B"), "y"])) == ["1. A", "x", "2. B", "y"]


@pytest.mark.parametrize(
    ("style", "properties", "found"),
    [
        ("Rubrik1", "", 1),
        ("Egen", "", 2),
        ("Svensk", "", 3),
        ("Titel", "", 1),
        ("Normal", '<w:outlineLvl w:val="2"/>', 3),
        ("Rubrik1", '<w:outlineLvl w:val="9"/>', None),
        ("Fet", "", None),
        ("Finns inte", "", None),
        ("", "", None),
    ],
)
def test_levels_of_headings(style: str, properties: str, found: int | None) -> None:
    [line] = manuscript(word_file(paragraph("Rubrik", style, properties))).lines
    assert line.level == found


def test_a_paragraph_that_is_bold() -> None:
    body = "".join(
        [
            paragraph(text("Hel ", "<w:b/>") + text("fet", "<w:b/>"), "Normal"),
            paragraph("Stilens.", "Fet"),
            paragraph(text("Till ", "<w:b/>") + text("hälften.")),
            paragraph(text("Inte.", '<w:b w:val="0"/>'), "Fet"),
        ]
    )
    read = manuscript(word_file(body)).lines
    assert [line.bold for line in read] == [True, True, False, False]


def test_styles_in_a_circle() -> None:
    styles = (
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    [line] = manuscript(word_file(paragraph("Ord.", "A"), styles=styles)).lines
    assert line.level is None
