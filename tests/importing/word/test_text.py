"""What of a Word document is running text, what is kept aside, and what is told."""

import io
import zipfile
from dataclasses import astuple

import pytest

from roadmap.importing.lines import Manuscript
from tests.importing.word.files import (
    DECLARED,
    head,
    manuscript,
    notes,
    paragraph,
    table,
    text,
    word_file,
)

HIDDEN = "Dold text i Word-dokumentet."
UNSEEN = "Vit eller pytteliten text i Word-dokumentet, som ingen ser."
WHITE = '<w:color w:val="FFFFFF"/>'
STRUCK = "Överstruken text i Word-dokumentet."
DELETED = "Borttagen text bland Word-dokumentets spårade ändringar."
MOVED = "Text som har flyttats i Word-dokumentet, men inte finns där den skulle stå."
CONTENTS = "Innehållsförteckning i Word-dokumentet."
MARGIN = "Sidhuvud eller sidfot i Word-dokumentet."
REMARK = "Kommentar i Word-dokumentets marginal."
NOTE = "Not i Word-dokumentet som ingen läsbar text hänvisar till."
PICTURE = "Text som beskriver en bild i Word-dokumentet."
FIGURE = "Text i en figur i Word-dokumentet."
UNKNOWN = "Text i en del av Word-dokumentet som inte känns igen."

MARK_DELETED = '<w:rPr><w:del w:id="1"/></w:rPr>'
MARK_HIDDEN = "<w:rPr><w:vanish/></w:rPr>"


def field(code: str, result: str = "", form: str = "") -> str:
    """Return the runs of a field."""
    separate = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}' if result else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>{separate}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def form(inner: str) -> str:
    return f"<w:ffData>{inner}</w:ffData>"


def control(inner: str, properties: str = "") -> str:
    """Return a content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def drop_down(chosen: str) -> str:
    entries = '<w:listEntry w:val="Ja"/><w:listEntry w:val="Nej"/>'
    return field("FORMDROPDOWN", "", form(f"<w:ddList>{chosen}{entries}</w:ddList>"))


def check_box(inner: str) -> str:
    return field("FORMCHECKBOX", "", form(f"<w:checkBox>{inner}</w:checkBox>"))


def box(inner: str) -> str:
    """Return a text box, as newer programs show it and as older ones do."""
    content = f"<w:txbxContent>{inner}</w:txbxContent>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{content}</w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict>{content}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def fraction(above: str, below: str) -> str:
    parts = (("num", above), ("den", below))
    inner = "".join(f"<m:{tag}><m:r><m:t>{words}</m:t></m:r></m:{tag}>" for tag, words in parts)
    return f"<m:oMath><m:f>{inner}</m:f></m:oMath>"


def read(body: str) -> Manuscript:
    return manuscript(word_file(body))


def rows(found: Manuscript) -> list[str]:
    return [line.text for line in found.lines]


SYMBOL = '<w:r><w:sym w:font="%s" w:char="%s"/></w:r>'
TOC_GALLERY = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
INLINE = {
    "hidden by the run": (text("gömd", "<w:vanish/>"), "", (("gömd", HIDDEN),)),
    "hidden by a style": (
        text("gömd", '<w:rStyle w:val="GomtTecken"/>'),
        "",
        (("gömd", HIDDEN),),
    ),
    "white": (text("gömd", WHITE), "", (("gömd", UNSEEN),)),
    "white by a style": (text("gömd", '<w:rStyle w:val="Vit"/>'), "", (("gömd", UNSEEN),)),
    "black in a white style": (
        text("syns", '<w:rStyle w:val="Vit"/><w:color w:val="auto"/>'),
        "syns",
        (),
    ),
    "white on a colour": (text("syns", f'{WHITE}<w:shd w:fill="1F3864"/>'), "syns", ()),
    "white on white": (text("gömd", f'{WHITE}<w:shd w:fill="auto"/>'), "", (("gömd", UNSEEN),)),
    "of one point": (text("gömd", '<w:sz w:val="2"/>'), "", (("gömd", UNSEEN),)),
    "not hidden after all": (
        text("syns", '<w:rStyle w:val="GomtTecken"/><w:vanish w:val="0"/>'),
        "syns",
        (),
    ),
    "not hidden before a change": (
        text("syns", "<w:rPrChange><w:rPr><w:vanish/><w:strike/></w:rPr></w:rPrChange>"),
        "syns",
        (),
    ),
    "struck": (text("nej", "<w:strike/>"), "", (("nej", STRUCK),)),
    "struck twice": (text("nej", "<w:dstrike/>"), "", (("nej", STRUCK),)),
    "two stretches": (
        text("ett", "<w:strike/>") + text("och") + text("två", "<w:strike/>"),
        "och",
        (("ett … två", STRUCK),),
    ),
    "inserted": (f'<w:ins w:id="1">{text("ny")}</w:ins>', "ny", ()),
    "deleted": (
        '<w:del w:id="1"><w:r><w:delText>gammal</w:delText></w:r></w:del>',
        "",
        (("gammal", DELETED),),
    ),
    "deleted where it was inserted": (
        "<w:ins><w:del><w:r><w:delText>ångrad</w:delText></w:r></w:del></w:ins>",
        "",
        (("ångrad", DELETED),),
    ),
    "moved and lost": (f"<w:moveFrom>{text('borta')}</w:moveFrom>", "", (("borta", MOVED),)),
    "moved": (
        f"<w:moveFrom>{text('hit')}</w:moveFrom>{text('och ')}<w:moveTo>{text('hit')}</w:moveTo>",
        "och hit",
        (),
    ),
    "filled control": (control(text("ifyllt")), "ifyllt", ()),
    "ticked control": (
        control("", '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>'),
        "☒",
        (),
    ),
    "unticked control": (
        control("", '<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>'),
        "☐",
        (),
    ),
    "control that shows its box": (
        control(text("☐"), '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>'),
        "☐",
        (),
    ),
    "chosen entry": (drop_down('<w:result w:val="1"/>'), "Nej", ()),
    "entry from the start": (drop_down(""), "Ja", ()),
    "ticked box": (check_box("<w:checked/>"), "☒", ()),
    "box ticked from the start": (check_box('<w:default w:val="1"/>'), "☒", ()),
    "unticked box": (check_box('<w:default w:val="1"/><w:checked w:val="0"/>'), "☐", ()),
    "result of a field": (field("DATE", text("i dag")), "i dag", ()),
    "entry stored as result": (
        field("FORMDROPDOWN", text("Nej"), form("<w:ddList><w:listEntry w:val='Ja'/></w:ddList>")),
        "Nej",
        (),
    ),
    "code in a code": (
        field(
            "IF " + "</w:instrText></w:r>" + field("DATE", text("kod")) + "<w:r><w:instrText>",
            text("svar"),
        ),
        "svar",
        (("kod", HIDDEN),),
    ),
    "symbol by a field": (field('SYMBOL 254 \\f "Wingdings"'), "☒", ()),
    "formula by a field": (field("EQ \\f(1;2)"), "", (("\\f(1;2)", UNKNOWN),)),
    "field without an end": (
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText>'
        f'<w:fldChar w:fldCharType="separate"/></w:r>{text("brödtext")}',
        "brödtext",
        (),
    ),
    "simple field": (f'<w:fldSimple w:instr="DATE">{text("i dag")}</w:fldSimple>', "i dag", ()),
    "link": (f"<w:hyperlink>{text('länk')}</w:hyperlink>", "länk", ()),
    "symbols": (
        SYMBOL % ("Wingdings", "F0FE")
        + SYMBOL % ("Wingdings", "F0A8")
        + SYMBOL % ("Symbol", "F0B3"),
        "☒☐≥",
        (),
    ),
    "symbol with a code of its own": (SYMBOL % ("MS Gothic", "2612"), "☒", ()),
    "letters of a symbol font": (
        text("þ", '<w:rFonts w:ascii="Wingdings"/>')
        + text("Hej", '<w:rFonts w:ascii="Wingdings"/>'),
        "☒Hej",
        (),
    ),
    "spaces and hyphens": (
        "<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>post</w:t><w:tab/><w:t>före</w:t><w:softHyphen/>"
        "<w:t>ning 1\u00a0000</w:t></w:r>",
        "e-post förening 1 000",
        (),
    ),
    "words in two runs": (text("till") + text("styrker", "<w:b/>"), "tillstyrker", ()),
    "formula": (f"{text('är ')}<m:oMath><m:r><m:t>x=25</m:t></m:r></m:oMath>", "är x=25", ()),
    "fraction": (fraction("25", "100"), "25/100", ()),
    "sum in a fraction": (fraction("a+b", "2"), "(a+b)/2", ()),
    "unknown element": ("<x:ny><x:text>okänt</x:text></x:ny>", "", (("okänt", UNKNOWN),)),
    "text in an unknown element": (f"<x:ny>{text('läses')}</x:ny>", "läses", ()),
    "smart tag": (f"<w:smartTag><w:smartTagPr/>{text('plats')}</w:smartTag>", "plats", ()),
    "description of a picture": (
        '<w:r><w:drawing><wp:docPr descr="En karta"/></w:drawing></w:r>',
        "",
        (("En karta", PICTURE),),
    ),
    "drawn words": (
        '<w:r><w:pict><v:shape><v:textpath string="UTKAST"/></v:shape></w:pict></w:r>',
        "",
        (("UTKAST", FIGURE),),
    ),
    "a comment in the XML": ("<w:r><w:t>halv<!-- x -->vägs</w:t></w:r>", "halvvägs", ()),
}


@pytest.mark.parametrize("case", INLINE)
def test_text_in_a_paragraph(case: str) -> None:
    xml, shown, aside = INLINE[case]
    found = read(paragraph(text("Före ") + xml + text(" efter.")))
    assert rows(found) == [" ".join(f"Före {shown} efter.".split())]
    assert found.aside == aside


@pytest.mark.parametrize(
    ("xml", "told"),
    [
        (control(text("Klicka här."), "<w:showingPlcHdr/>"), "«Klicka här.»"),
        (field("MACROBUTTON NoMacro [Skriv här]"), "«[Skriv här]»"),
        (
            field(
                "FORMTEXT",
                text("Ange namn"),
                form('<w:textInput><w:default w:val="Ange namn"/></w:textInput>'),
            ),
            "«Ange namn»",
        ),
    ],
)
def test_fields_that_nobody_filled_in_are_told(xml: str, told: str) -> None:
    found = read(paragraph(text("Namn: ") + xml) + paragraph(text("Ort: ") + xml))
    assert rows(found) == ["Namn:", "Ort:"]
    assert found.aside == ()
    [sentence] = found.told
    assert sentence == f"2 fält är inte ifyllda i Word-dokumentet: {told}."


@pytest.mark.parametrize(
    ("xml", "told"),
    [
        (
            SYMBOL % ("Webdings", "F0FF"),
            "Tecken ur symboltypsnitt som inte läses: F0FF ur Webdings.",
        ),
        (field("LISTNUM"), "Numren i fält av dessa slag visas av Word men läses inte: LISTNUM."),
        (
            '<w:r><w:object><w:control w:name="Kryss1"/></w:object></w:r>',
            "Formulärfält av typen ActiveX läses inte: Kryss1.",
        ),
        ("<w:r><w:drawing><a:blip/></w:drawing></w:r>", "Text i bilder läses inte: utan namn."),
        (
            "<w:r><w:object><o:OLEObject/></w:object></w:r>",
            "Inbäddade filer läses inte: utan namn.",
        ),
    ],
)
def test_what_is_not_read_is_told(xml: str, told: str) -> None:
    assert read(paragraph(text("Text.") + xml)).told == (told,)


def test_white_text_in_a_box_or_a_table_with_a_style_is_seen() -> None:
    white = paragraph(text("syns", WHITE))
    styled = table([white]).replace("<w:tbl>", '<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr>')
    assert rows(read(paragraph(box(white)) + styled)) == ["syns", "syns"]
    assert read(table([white]) + paragraph("Text.")).aside == (("syns", UNSEEN),)


def test_a_hidden_paragraph() -> None:
    found = read(paragraph("Syns.") + paragraph("Gömd.", "Gomt") + paragraph("Syns också."))
    assert rows(found) == ["Syns.", "Syns också."]
    assert found.aside == (("Gömd.", HIDDEN),)


@pytest.mark.parametrize("mark", [MARK_DELETED, MARK_HIDDEN])
def test_a_paragraph_mark_that_is_gone_joins_two_paragraphs(mark: str) -> None:
    found = read(paragraph("Vi anser ", "", mark) + paragraph("detta.") + paragraph("Nytt."))
    assert rows(found) == ["Vi anser detta.", "Nytt."]


def test_a_heading_and_text_on_one_line_stay_two_paragraphs() -> None:
    mark = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    found = read(paragraph("Rubrik.", "Rubrik2", mark) + paragraph("Text."))
    assert [(line.level, line.text) for line in found.lines] == [(2, "Rubrik."), (None, "Text.")]


def test_a_deleted_paragraph_leaves_the_next_as_it_was() -> None:
    deleted = f"<w:del>{text('Borta.')}</w:del>"
    found = read(paragraph(deleted, "Rubrik1", MARK_DELETED) + paragraph("Kvar."))
    assert [(line.level, line.text) for line in found.lines] == [(None, "Kvar.")]
    assert found.aside == (("Borta.", DELETED),)


def test_a_joined_paragraph_ends_with_its_cell() -> None:
    cell = paragraph("Ett ", "", MARK_DELETED)
    assert rows(read(table([cell, "Två"]))) == ["Ett", "Två"]


def test_rows_of_a_paragraph() -> None:
    found = read(
        paragraph("<w:r><w:t>Ett</w:t><w:br/><w:t>två</w:t><w:br/><w:br/><w:t>Tre</w:t></w:r>")
    )
    assert [(line.text, line.starts, line.follows) for line in found.lines] == [
        ("Ett", True, False),
        ("två", False, True),
        ("Tre", True, False),
    ]


def test_pages_as_word_laid_them_out_divide_no_word() -> None:
    end = "<w:r><w:lastRenderedPageBreak/></w:r>"
    found = read(paragraph(text("Skriv med e-") + end + text("post.")) + paragraph("Ny " + "rad."))
    assert [(line.text, line.page, line.follows) for line in found.lines] == [
        ("Skriv med", 1, False),
        ("e-post.", 2, True),
        ("Ny rad.", 2, False),
    ]
    assert found.explicit
    assert found.pages == 2


def test_a_contents_list_is_kept_aside() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC \\o</w:instrText></w:r>'
    toc = begin + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    tab = "<w:r><w:tab/><w:t>2</w:t></w:r>"
    for body in (
        paragraph(toc + text("Ett") + tab) + paragraph(text("Två") + tab) + paragraph(end),
        paragraph(text("Ett") + tab, "Inneh1") + paragraph(text("Två") + tab, "Inneh1"),
        control(paragraph(text("Ett") + tab) + paragraph(text("Två") + tab), TOC_GALLERY),
    ):
        found = read(body + paragraph("Text."))
        assert rows(found) == ["Text."]
        assert found.aside == (("Ett 2\n\nTvå 2", CONTENTS),)


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    inner = paragraph("I rutan.") + paragraph(box(paragraph("I rutan i rutan.")))
    found = read(paragraph(text("Före") + box(inner) + text(" ankaret.")) + paragraph("Efter."))
    assert rows(found) == ["Före ankaret.", "I rutan.", "I rutan i rutan.", "Efter."]


def test_what_only_older_programs_show_is_read() -> None:
    picture = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='x'><w:drawing/></mc:Choice>"
        f"<mc:Fallback>{text('Ersättning.')}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert rows(read(paragraph(picture))) == ["Ersättning."]


def test_tables_are_read_row_by_row() -> None:
    inner = table(["c1", "c2"])
    found = read(
        paragraph("Före.") + table(["a1", paragraph("a2") + paragraph("a3")], [inner, "b2"])
    )
    assert rows(found) == ["Före.", "a1", "a2", "a3", "c1", "c2", "b2"]


def cells(found: Manuscript) -> list[tuple[str, tuple[object, ...] | None]]:
    return [(line.text, astuple(line.cell) if line.cell else None) for line in found.lines]


def bold(words: str) -> str:
    return paragraph(f"<w:r><w:rPr><w:b/></w:rPr><w:t>{words}</w:t></w:r>")


def test_a_cell_knows_its_row_and_its_column() -> None:
    wide = f'<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("Brett")}'
    inner = table(["c1", "c2"], ["d1", "d2"])
    found = read(
        table([bold("A"), bold("B"), bold("C")], [wide, "Smalt"], ["", paragraph("i") + inner, "x"])
        + table(["1", "2"], ["3", "4"])
    )
    assert cells(found) == [
        ("A", (0, 0, 0, True)),
        ("B", (0, 0, 1, True)),
        ("C", (0, 0, 2, True)),
        ("Brett", (0, 1, 0, False)),
        ("Smalt", (0, 1, 2, False)),
        *((words, (0, 2, 1, False)) for words in ("i", "c1", "c2", "d1", "d2")),
        ("x", (0, 2, 2, False)),
        ("1", (1, 0, 0, False)),
        ("2", (1, 0, 1, False)),
        ("3", (1, 1, 0, False)),
        ("4", (1, 1, 1, False)),
    ]


def test_a_head_that_word_repeats_is_one() -> None:
    head_row = "<w:tr><w:trPr><w:tblHeader/></w:trPr>"
    found = read(table(["A", "B"], ["1", "2"]).replace("<w:tr>", head_row, 1))
    assert [line.cell.head for line in found.lines if line.cell] == [True, True, False, False]


def test_a_frame_is_no_table_but_what_stands_in_it_is() -> None:
    inner = table(["1", "2"], ["3", "4"])
    found = read(table([paragraph("Ram.") + inner]))
    assert cells(found)[0] == ("Ram.", None)
    assert cells(found)[1] == ("1", (0, 0, 0, False))
    # Nor is one with the document's headings.
    found = read(table([paragraph("Bakgrund", "Rubrik1"), "2"], ["3", "4"]))
    assert {line.cell for line in found.lines} == {None}


def test_a_deleted_row_of_a_table() -> None:
    row = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('Borta.')}</w:tc></w:tr>"
    found = read(f"<w:tbl>{row}</w:tbl>" + paragraph("Kvar."))
    assert rows(found) == ["Kvar."]
    assert found.aside == (("Borta.", DELETED),)


def test_notes_are_read_as_paragraphs_are() -> None:
    long = "<w:r><w:footnoteRef/><w:t>Lagen</w:t><w:tab/><w:t>2010</w:t><w:br/><w:t>e</w:t>"
    first = paragraph(f"{long}<w:noBreakHyphen/><w:t>post.</w:t></w:r>") + paragraph("Mer.")
    body = "<w:r><w:t>Ett</w:t><w:%sReference w:id='%d'/></w:r>"
    raw = word_file(
        paragraph(body % ("endnote", 4)) + paragraph(body % ("footnote", 2)),
        notes("footnote", {0: "", 2: first, 3: "Utan hänvisning."}),
        notes("endnote", {4: paragraph("Slutnot " + "här.")}),
    )
    found = manuscript(raw)
    assert rows(found) == ["Ett[^1]", "Ett[^2]"]
    assert found.footnotes == {"1": "Slutnot här.", "2": "Lagen 2010 e-post. Mer."}
    assert found.aside == (("Utan hänvisning.", NOTE),)


def test_a_note_on_deleted_or_hidden_text_is_kept_aside() -> None:
    mark = "<w:r><w:rPr>%s</w:rPr><w:footnoteReference w:id='2'/></w:r>"
    for xml in (f"<w:del>{mark % ''}</w:del>", mark % "<w:vanish/>"):
        raw = word_file(paragraph(text("Ord.") + xml), notes("footnote", {2: "Noten."}))
        found = manuscript(raw)
        assert rows(found) == ["Ord."]
        assert found.footnotes == {}
        assert found.aside == (("Noten.", NOTE),)


def test_a_mark_without_a_note_is_left_out() -> None:
    xml = "<w:r><w:t>Ord.</w:t><w:footnoteReference w:id='2'/></w:r>"
    assert rows(read(paragraph(xml))) == ["Ord."]


def test_heads_and_feet_of_all_kinds_are_kept_aside_once() -> None:
    raw = word_file(
        paragraph("Text."),
        head("header", table(["Staden", "Dnr 7"])),
        head("header", paragraph(box(paragraph("Jämna sidor")))),
        head("footer", paragraph("Staden") + control(paragraph("Sida 1"))),
    )
    assert manuscript(raw).aside == tuple(
        (words, MARGIN) for words in ("Staden", "Dnr 7", "Jämna sidor", "Sida 1")
    )


def test_remarks_are_kept_aside_without_their_authors() -> None:
    remark = f"<w:comment w:id='1' w:author='Kim'>{paragraph('Kolla!')}</w:comment>"
    comments = ("comments", f"<w:comments {DECLARED}>{remark}</w:comments>")
    found = manuscript(word_file(paragraph("Text."), comments))
    assert found.aside == (("Kolla!", REMARK),)


CHUNK = '<w:altChunk r:id="fil"/>'


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        (
            "del.html",
            b"<html><head><title>x</title></head><body><p>Ett.<p>Tv&aring;.</body></html>",
        ),
        ("del.txt", "Ett.\r\n\r\nTvå.".encode("cp1252")),
        ("del.docx", word_file(paragraph("Ett.") + paragraph("Två."))),
    ],
)
def test_an_inserted_file_is_read_where_it_is_inserted(name: str, raw: bytes) -> None:
    body = paragraph("Före.") + CHUNK + paragraph("Efter.")
    found = manuscript(word_file(body, files={"fil": (name, raw)}))
    assert rows(found) == ["Före.", "Ett.", "Två.", "Efter."]
    assert found.told == ()


def test_notes_of_an_inserted_document_are_numbered_on() -> None:
    mark = "<w:r><w:t>%s</w:t><w:footnoteReference w:id='2'/></w:r>"
    inner = word_file(paragraph(mark % "B"), notes("footnote", {2: "Om B."}))
    raw = word_file(
        paragraph(mark % "A") + CHUNK,
        notes("footnote", {2: "Om A."}),
        files={"fil": ("del.docx", inner)},
    )
    found = manuscript(raw)
    assert rows(found) == ["A[^1]", "B[^2]"]
    assert found.footnotes == {"1": "Om A.", "2": "Om B."}


def test_an_inserted_file_of_another_kind_is_told() -> None:
    raw = word_file(paragraph("Text.") + CHUNK, files={"fil": ("del.rtf", b"{\\rtf1 Hej}")})
    assert manuscript(raw).told == ("Filer som är infogade i dokumentet läses inte: del.rtf.",)


def test_a_document_in_the_strict_form_is_read() -> None:
    """Its names are others, which stand for the same."""
    usual = b"http://schemas.openxmlformats.org/%s/2006/%s"
    strict = b"http://purl.oclc.org/ooxml/%s/%s"
    out = io.BytesIO()
    raw = word_file(paragraph("Text.", "Rubrik1"), notes("footnote", {2: "Ensam."}))
    with zipfile.ZipFile(io.BytesIO(raw)) as package, zipfile.ZipFile(out, "w") as other:
        for name in package.namelist():
            content = package.read(name)
            for pair in ((b"wordprocessingml", b"main"), (b"officeDocument", b"relationships")):
                content = content.replace(usual % pair, strict % pair)
            other.writestr(name, content)
    found = manuscript(out.getvalue())
    assert [(line.level, line.text) for line in found.lines] == [(1, "Text.")]
    assert found.aside == (("Ensam.", NOTE),)


@pytest.mark.parametrize(
    ("stored", "body", "title", "told"),
    [
        ("", paragraph("Svar", "Titel"), "Svar", False),
        ("", paragraph("Text."), "svar.docx", False),
        ("Svar", paragraph("Stad") + paragraph("Svar"), "Svar", False),
        ("Mall 2009", paragraph("Stad") + paragraph("Svar", "Titel"), "Svar", True),
        ("Dokument1", paragraph("Nej till planen", "Rubrik1"), "Nej till planen", True),
        ("Dokument1", paragraph("Bakgrund", "Rubrik1"), "svar.docx", True),
        ("Dokument1", paragraph("Innehåll", "Rubrik1"), "svar.docx", True),
        ("Dokument1", paragraph("1.1 Läs", "Rubrik1"), "svar.docx", True),
    ],
)
def test_the_title_is_one_that_stands_in_the_document(
    stored: str, body: str, title: str, told: bool
) -> None:
    found = manuscript(word_file(body, title=stored))
    assert found.title == title
    assert any(stored in sentence for sentence in found.told) == told
