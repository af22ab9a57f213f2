"""What stands on the pages of a PDF: text in columns, fields, remarks, and pictures of pages."""

import io
import shutil

import pypdfium2
import pytest

from roadmap.importing import ocr, pdf
from roadmap.importing.fragments import Fragment
from roadmap.importing.lines import Manuscript, UnreadableError, no_progress
from roadmap.importing.ocr import Reading
from roadmap.importing.response import response_of
from roadmap.model import ImportLimits
from tests.importing.documents import Piece, Script, pdf_file, pictures_of
from tests.importing.pdf_pages import Page, annotation, box_field, field_of, pdf_of, text_string
from tests.projects import REAL, dataset_of
from tools.ocr import ensure_ocr

LEFT = ["Förvaltningen anser att", "planen är bra men den", "saknar siffror om de", "barnen."]
RIGHT = ["Vi föreslår att staden", "anställer kuratorer nu", "på skolorna och följer", "upp."]
COLUMNS = "Sidan 1: texten står i spalter, som är inlästa en i taget. Jämför med dokumentet."
DRAWN = "Sidan 1: en ritad tabell är inläst cell för cell. Skriv |---| under dess rubriker."
TABLE = "Sidan 1: texten står i en tabell, som är inläst rad för rad. Jämför med dokumentet."

UNSEEN = "Osynlig, vit eller pytteliten text i PDF:en. Sidan 1."


def read(raw: bytes) -> Manuscript:
    return pdf.read(raw, "svar.pdf", ImportLimits(), no_progress)


def texts(manuscript: Manuscript) -> list[str]:
    return [line.text for line in manuscript.lines]


def with_ligature(page: Page, letters: str) -> bytes:
    """Return a PDF where % is one glyph for several letters, as wide as theirs."""
    codes = letters.encode("utf-16-be").hex()
    cmap = (
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> "
        f"endcodespacerange 1 beginbfchar <25> <{codes}> endbfchar endcmap"
    ).encode()
    font = (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding "
        b"/ToUnicode 4 0 R >>"
    )
    stream = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(cmap), cmap)
    return pdf_of([page], more={3: font, 4: stream})


@pytest.mark.parametrize("letters", ["tt", "ti", "ffi"])
def test_a_glyph_of_several_letters_does_not_divide_its_word(letters: str) -> None:
    page = Page()
    page.write(70, 780, ["Rent va%en i sjön", "% och %"])
    assert texts(read(with_ligature(page, letters))) == [
        f"Rent va{letters}en i sjön",
        f"{letters} och {letters}",
    ]


def test_a_heading_in_large_letters_may_have_several_lines() -> None:
    page = Page()
    title = ["Mål 1: Ett näringsliv som", "växer tillsammans med", "hela kommunen"]
    for number, row in enumerate(title):
        page.drawn += f"BT /F 18 Tf 70 {780 - 22 * number} Td ({row}) Tj ET\n"
    page.drawn += "BT /F 18 Tf 70 670 Td (En till) Tj ET\n"
    page.write(70, 710, ["Kommunen ska ta hand om dem", "som vill starta företag."], 13)
    page.write(70, 650, ["Det ska gå fort att få svar", "på sina frågor", "här."], 13)
    found = read(pdf_of([page])).lines
    assert [line.text for line in found if line.starts] == [
        title[0], "Kommunen ska ta hand om dem", "En till", "Det ska gå fort att få svar",
    ]  # fmt: skip


def side_by_side(row_by_row: bool, offset: float = 0) -> Page:
    page = Page()
    page.write(70, 780, ["Yttrande om den nya planen för alla barn och unga i hela staden"])
    for number, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        if row_by_row:
            page.write(70, 740 - 14 * number, [left])
            page.write(320, 740 - 14 * number - offset, [right])
    if not row_by_row:
        page.write(70, 740, LEFT)
        page.write(320, 740 - offset, RIGHT)
    page.write(70, 600, ["Slutligen vill vi tacka för att vi har fått yttra oss om planen"])
    return page


@pytest.mark.parametrize("row_by_row", [True, False])
@pytest.mark.parametrize("offset", [0, 5])
def test_columns_are_read_one_after_the_other(row_by_row: bool, offset: float) -> None:
    manuscript = read(pdf_of([side_by_side(row_by_row, offset)]))
    assert texts(manuscript)[1:-1] == [*LEFT, *RIGHT]
    assert manuscript.told == (COLUMNS,)


def test_letters_below_the_line_stay_in_their_words_in_any_font() -> None:
    left = ["Byggnader på ängar och", "gångvägar till kyrkan", "ger trygghet kväll och", "dygn."]
    right = ["Ungdomsgårdar byggs", "upp i hela bygden nu", "och många flyger dit på", "dagen."]
    page = Page()
    page.write(70, 740, left)
    page.write(320, 736.5, right)
    page.drawn = "BT /F 10 Tf 70 640 Td (Enligt lagen.) Tj 69 3.5 Td /F 6 Tf (1) Tj ET\n"
    widths = " ".join(["556"] * 224)
    font = (
        b"<< /Type /Font /Subtype /TrueType /BaseFont /Prov /Encoding /WinAnsiEncoding"
        b" /FirstChar 32 /LastChar 255 /Widths [%s] /FontDescriptor 4 0 R >>" % widths.encode()
    )
    descriptor = (
        b"<< /Type /FontDescriptor /FontName /Prov /Flags 32 /Ascent -1 /Descent -1 /CapHeight 0"
        b" /ItalicAngle 0 /StemV 80 /FontBBox [-100 -200 1000 900] >>"
    )
    manuscript = read(pdf_of([page], more={3: font, 4: descriptor}))
    assert texts(manuscript) == [*left, *right, "Enligt lagen.¹"]


def test_columns_with_headings_between_their_paragraphs_are_no_table() -> None:
    left = [
        (740, ["resultatet av arbetet för", "nämnden som sedan", "beslutar om de nya målen."]),
        (665.4, ["3 Kultur"]),
        (640, ["Kommunen ser till att alla", "barn får sjunga och spela", "i sin egen skola."]),
        (585, ["3.1 Arkivet för alla"]),
        (560, ["Arkivet visar bilder från", "hela kommunen varje dag."]),
    ]
    right = [
        (
            740,
            ["Nämnden ser över hur den", "arbetar med de yngsta och", "redovisar resultatet för"],
        ),
        (698, ["styrelsen. Förvaltningen", "följer upp målen för alla"]),
        (670, ["barnen."]),
        (645, ["3.2 Leder med"]),
        (632, ["historia"]),
        (607, ["Bolaget märker ut leder", "i skogen och berättar om", "det som fanns där förr."]),
    ]
    page = Page()
    for column, place in ((left, 70), (right, 320)):
        for top, rows in column:
            page.write(place, top, rows)
    manuscript = read(pdf_of([page]))
    assert texts(manuscript) == [row for _, rows in (*left, *right) for row in rows]
    assert manuscript.told == (COLUMNS,)


def test_a_signature_below_two_columns_is_read_after_both() -> None:
    page = side_by_side(row_by_row=False)
    del page.texts[-1]
    page.write(70, 660, ["För nämnden", "Anna Ek"])
    assert texts(read(pdf_of([page])))[1:] == [*LEFT, *RIGHT, "För nämnden", "Anna Ek"]


@pytest.mark.parametrize("size", [16, 10])
def test_a_large_heading_between_two_pairs_of_columns_is_read_between_them(size: int) -> None:
    page = Page()
    for top in (740, 640):
        page.write(70, top, LEFT)
        page.write(320, top, RIGHT)
    page.drawn = f"BT /F {size} Tf 70 668 Td (2 Vatten) Tj ET\n"
    expected = [*LEFT, *RIGHT, "2 Vatten", *LEFT, *RIGHT]
    if size == 10:  # it is one of the left column
        expected = [*LEFT, "2 Vatten", *LEFT, *RIGHT, *RIGHT]
    assert texts(read(pdf_of([page]))) == expected


CELLS = [
    (["1.1 Tidiga insatser för", "barnen i staden"], ["Vi instämmer i strategin", "helt."]),
    (["1.2 Öka deltagandet i"], ["Vi saknar mål för det här", "och vill ha dem."]),
    (["1.3 Fler lärare till alla", "förskolor"], ["Bra att lärarna blir fler."]),
]


@pytest.mark.parametrize("space", [0, 10])
def test_a_table_is_read_cell_by_cell(space: float) -> None:
    page = Page()
    top = 700.0
    for left, right in CELLS:
        if not space:
            page.drawn += f"70 {top + 11} m 500 {top + 11} l S\n"
        page.write(70, top, left)
        page.write(320, top, right)
        top -= 14 * max(len(left), len(right)) + space
    manuscript = read(pdf_of([page]))
    assert texts(manuscript) == [row for cells in CELLS for cell in cells for row in cell]
    assert manuscript.told == (TABLE,)


def ruled(top: float, *rows: tuple[str, str]) -> Page:
    """Return a page with a table of two columns, whose rows are 40 points high."""
    page = Page()
    page.rule([70, 200, 500], [top - 40 * number for number in range(len(rows) + 1)])
    for number, (left, right) in enumerate(rows):
        page.write(75, top - 15 - 40 * number, left.split("|"), 12)
        page.write(205, top - 15 - 40 * number, right.split("|"), 12)
    return page


def cells(found: Manuscript) -> list[tuple[str, tuple[int, int, int, bool] | None]]:
    return [
        (line.text, (one.table, one.row, one.column, one.head) if (one := line.cell) else None)
        for line in found.lines
    ]


def test_a_drawn_table_is_a_table() -> None:
    page = ruled(
        700,
        ("Förslag", "Vår syn"),
        ("Fler|böcker", "Vi stöder det och vill samver-|"),
        ("", "kan."),
    )
    page.write(70, 750, ["Före tabellen."])
    page.write(70, 500, ["Efter tabellen."])
    manuscript = read(pdf_of([page]))
    assert cells(manuscript) == [
        ("Före tabellen.", None),
        ("Förslag", (0, 0, 0, False)),
        ("Vår syn", (0, 0, 1, False)),
        ("Fler", (0, 1, 0, False)),
        ("böcker", (0, 1, 0, False)),
        ("Vi stöder det och vill samver-", (0, 1, 1, False)),
        ("kan.", (0, 2, 1, False)),
        ("Efter tabellen.", None),
    ]
    assert manuscript.told == (DRAWN,)
    assert [line.starts for line in manuscript.lines] == [
        True,
        True,
        True,
        True,
        False,
        True,
        True,
        True,
    ]


def test_a_drawn_table_goes_on_on_the_next_page_under_the_same_heads() -> None:
    pages = [
        ruled(300, ("Förslag", "Vår syn"), ("Böcker", "Ja.")),
        ruled(780, ("Förslag", "Vår syn"), ("Prov", "Nej.")),
        ruled(780, ("Förslag", "Vår syn"), ("Lov", "Ja.")),
    ]
    pages[0].write(70, 750, ["Före tabellen."])
    pages[2].write(70, 600, ["Efter tabellen."])
    for number, page in enumerate(pages, 1):
        page.write(280, 40, [f"{number} (3)"])
    manuscript = read(pdf_of(pages))
    assert [item for item in cells(manuscript) if item[1]] == [
        ("Förslag", (0, 0, 0, True)),
        ("Vår syn", (0, 0, 1, True)),
        ("Böcker", (0, 1, 0, False)),
        ("Ja.", (0, 1, 1, False)),
        ("Prov", (0, 3, 0, False)),
        ("Nej.", (0, 3, 1, False)),
        ("Lov", (0, 5, 0, False)),
        ("Ja.", (0, 5, 1, False)),
    ]
    assert manuscript.aside == tuple(
        ("Förslag Vår syn", f"En tabells rubriker, som står en gång till på sidan {page}.")
        for page in (2, 3)
    )
    (section,) = [
        item
        for item in response_of(dataset_of(REAL), "provnamnden", manuscript).unplaced
        if "|" in item.text
    ]
    assert section.text == (
        "Före tabellen.\n\n| Förslag | Vår syn |\n|---|---|\n| Böcker | Ja. |\n| Prov | Nej. |\n"
        "| Lov | Ja. |\n\nEfter tabellen."
    )


def test_what_a_page_draws_without_a_table_is_none() -> None:
    frame = ruled(700, ("Ja tack", "Nej tack"))  # one row
    crossed = ruled(
        700, ("Ett ord som går över linjen mellan två spalter", ""), ("Böcker", "Vi stöder")
    )
    beside = ruled(700, ("Böcker", "Vi stöder"), ("Prov", "Nej tack"))
    beside.write(510, 660, ["Bredvid"])
    for page in (frame, crossed, beside):
        found = read(pdf_of([page]))
        assert DRAWN not in found.told
        assert {line.cell for line in found.lines} == {None}
    lined = ruled(700, ("Böcker", "Vi stöder"), ("Prov", "Nej tack"))
    lined.drawn += "75 683 m 110 683 l S 20 20 555 802 re S\n"  # under a word, around the page
    assert [cell for _, cell in cells(read(pdf_of([lined])))] == [
        (0, 0, 0, False),
        (0, 0, 1, False),
        (0, 1, 0, False),
        (0, 1, 1, False),
    ]


def test_a_cell_over_two_columns_is_one() -> None:
    page = Page()
    page.rule([70, 200, 500], [660, 620])
    page.rule([70, 500], [700, 660])
    page.write(75, 685, ["Ett ord som går över linjen mellan två spalter"])
    page.write(75, 645, ["Böcker"])
    page.write(205, 645, ["Ja."])
    assert [cell for _, cell in cells(read(pdf_of([page])))] == [
        (0, 0, 0, False),
        (0, 1, 0, False),
        (0, 1, 1, False),
    ]


def test_words_far_apart_on_their_lines_are_no_columns() -> None:
    page = Page()
    page.write(70, 780, ["Socialnämnden", "Handläggare", "Telefon"])
    page.write(320, 780, ["Dnr 1.1-23/2018", "Anna Ek", "08-123"])
    manuscript = read(pdf_of([page]))
    assert texts(manuscript) == [
        "Socialnämnden Dnr 1.1-23/2018",
        "Handläggare Anna Ek",
        "Telefon 08-123",
    ]
    assert manuscript.told == ()


def test_a_filled_in_form_has_its_values_where_they_stand() -> None:
    page = Page()
    page.write(60, 717, ["Synpunkt:"])
    page.write(60, 677, ["Tillstyrks"])
    page.write(200, 677, ["Avstyrks"])
    page.write(60, 640, ["Nämnd:"])
    page.write(60, 600, ["Mer:"])
    page.write(60, 500, ["Slut på blanketten"])
    page.annotations = [
        field_of("Tx", (130, 710, 500, 732), "s1", f"/V {text_string('Fler “lärare” behövs.')}"),
        box_field((120, 675, 140, 695), "ja", True),
        box_field((260, 675, 280, 695), "nej", False, 1 << 15),
        field_of("Ch", (130, 635, 300, 655), "n", "/Ff 131072 /Opt [(A) (B)] /V (B)"),
        field_of("Tx", (130, 520, 500, 614), "m", "/Ff 4096 /V (Rad ett\nRad tv\\345)"),
        field_of("Tx", (130, 460, 500, 480), "tom"),
        field_of("Tx", (130, 430, 500, 450), "hjälp", "/V (Klicka h\\344r f\\366r att skriva)"),
        field_of("Tx", (130, 400, 500, 420), "dold", "/F 2 /V (Hemligt)"),
        field_of("Sig", (130, 370, 500, 390), "namn"),
    ]
    manuscript = read(pdf_of([page]))
    assert texts(manuscript) == [
        "Synpunkt: Fler “lärare” behövs.",
        "Tillstyrks ☒ Avstyrks ☐",
        "Nämnd: B",
        "Mer: Rad ett",
        "Rad två",
        "Slut på blanketten",
    ]
    assert manuscript.aside == (
        ("Klicka här för att skriva", "Ifyllnadshjälp i ett fält som ingen har fyllt i. Sidan 1."),
        ("Hemligt", "Dolt fält eller dold anteckning i PDF:en. Sidan 1."),
    )
    assert manuscript.told == ("Sidan 1: ett fält för underskrift är inte inläst.",)


def test_what_is_typed_on_a_page_stands_there_and_remarks_are_aside() -> None:
    page = Page()
    page.write(60, 717, ["Svar:", "Slut på svaret"], 40)
    page.annotations = [
        annotation("FreeText", (100, 710, 400, 730), f"/Contents {text_string('Bra – mål.')}"),
        annotation("FreeText", (100, 650, 400, 700), "/RC (<p>Rikt &amp; fritt</p>)"),
        annotation("Text", (400, 700, 420, 720), "/Contents (R\\344ttelse: delvis.)"),
        annotation("Popup", (400, 600, 500, 700), "/Contents (R\\344ttelse: delvis.)"),
        annotation("Highlight", (60, 710, 90, 730), "/Contents (Varf\\366r?)"),
        annotation("StrikeOut", (60, 670, 90, 690), ""),
        annotation("Stamp", (400, 500, 500, 550), ""),
        annotation("Link", (60, 710, 90, 730), "/Contents (en l\\344nk)"),
    ]
    manuscript = read(pdf_of([page]))
    assert texts(manuscript) == ["Svar: Bra – mål.", "Rikt & fritt", "Slut på svaret"]
    assert manuscript.aside == (
        ("Rättelse: delvis.", "Kommentar i PDF:en. Sidan 1."),
        ("Varför?", "Kommentar i PDF:en. Sidan 1."),
    )
    assert manuscript.told == (
        "Sidan 1: text är överstruken med PDF:ens verktyg. Den är inläst ändå.",
        "Sidan 1: en stämpel är inte inläst.",
    )


def test_a_form_of_another_kind_is_told() -> None:
    page = Page()
    page.write(60, 717, ["Öppna filen i en annan läsare"])
    xfa = "/AcroForm << /Fields [] /XFA 90 0 R >> /NeedsRendering true"
    script = "/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (1) >>] >> >>"
    more = {90: b"<< /Length 11 >>\nstream\n<xdp></xdp>\nendstream"}
    told = read(pdf_of([page], f"{xfa} {script}", more)).told
    assert [sentence.split(",")[0].split(" (")[0] for sentence in told] == [
        "PDF:en är ett formulär av en sort",
        "PDF:en har skript",
    ]


@pytest.mark.parametrize("matrix", ["0 1 -1 0", "-1 0 0 -1", "0 -1 1 0"])
def test_text_on_a_page_that_is_turned_is_read(matrix: str) -> None:
    page = Page(matrix=matrix)
    step = {"0 1 -1 0": (14, 0), "-1 0 0 -1": (0, 14), "0 -1 1 0": (-14, 0)}[matrix]
    for number, row in enumerate(LEFT):
        page.texts.append((300 + step[0] * number, 400 + step[1] * number, row))
    manuscript = read(pdf_of([page]))
    assert texts(manuscript) == LEFT
    assert manuscript.told == ()


def test_tilted_text_is_last_and_told() -> None:
    page = side_by_side(False)
    page.drawn = "BT /F 40 Tf 0.7 0.7 -0.7 0.7 100 500 Tm (UTKAST) Tj ET"
    manuscript = read(pdf_of([page]))
    assert texts(manuscript)[-1] == "UTKAST"
    assert "Sidan 1: text som ligger på sidan" in manuscript.told[0]


def test_text_that_is_not_drawn_is_aside() -> None:
    page = side_by_side(False)
    page.drawn = "BT 3 Tr /F 10 Tf 70 500 Td (Osynliga ord) Tj ET"
    manuscript = read(pdf_of([page]))
    assert "Osynliga ord" not in " ".join(texts(manuscript))
    assert manuscript.aside == (("Osynliga ord", UNSEEN),)


@pytest.mark.parametrize(
    "drawn",
    [
        "BT 1 1 1 rg /F 10 Tf 70 500 Td (Osedda ord) Tj ET 0 g",
        "BT /F 1 Tf 70 500 Td (Osedda ord) Tj ET",
        "BT /F 10 Tf 70 500 Td (Synliga ) Tj 1 g (Osedda ord) Tj ET 0 g",
    ],
)
def test_text_that_nobody_sees_is_aside(drawn: str) -> None:
    page = side_by_side(False)
    page.drawn = drawn
    manuscript = read(pdf_of([page]))
    assert "Osedda" not in " ".join(texts(manuscript))
    assert manuscript.aside == (("Osedda ord", UNSEEN),)


def test_white_text_on_a_colour_is_seen() -> None:
    page = side_by_side(False)
    page.drawn = "0 0 0.5 rg 60 490 200 30 re f 1 g BT /F 10 Tf 70 500 Td (Vita ord) Tj ET 0 g"
    manuscript = read(pdf_of([page]))
    assert "Vita ord" in texts(manuscript)
    assert not manuscript.aside


def test_a_scan_without_the_program_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    scan = pictures_of(pdf_file(Script([Piece("Ett svar", 1, 1)])))
    with pytest.raises(UnreadableError) as told:
        read(scan)
    assert str(told.value) == (
        "Sidan 1 är en bild. För att läsa den behövs programmet tesseract. "
        "Installera det: sudo apt-get install tesseract-ocr tesseract-ocr-swe"
    )


PICTURED = Script([Piece("Förvaltningen tycker att planen är mycket bra för barnen.", 1, 1)])


@pytest.mark.parametrize(("turn", "lies"), [(90, "på sidan"), (180, "upp och ner")])
def test_a_scan_that_lies_wrong_is_turned(turn: int, lies: str) -> None:
    assert ensure_ocr()
    source = pypdfium2.PdfDocument(pictures_of(pdf_file(PICTURED)))
    source[0].set_rotation(turn)
    out = io.BytesIO()
    source.save(out)
    manuscript = read(out.getvalue())
    assert " ".join(texts(manuscript)) == PICTURED.pieces[0].text
    assert f"ligger {lies} och är inläst rättvänd" in manuscript.told[0]


def scanned_with(layer: str) -> bytes:
    """Return a scan with a text that its scanner has put under it."""
    picture = b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
    more = {4: b"<< " + picture + b" /BitsPerComponent 8 /Length 1 >>\nstream\n\xff\nendstream"}
    page = Page([(70, 700, layer)], drawn="q 595 0 0 842 0 0 cm /X Do Q", mode=3)
    return pdf_of([page], more=more)


@pytest.mark.parametrize(
    ("layer", "text", "told"),
    [
        ("Planen är mycket bra", "Planen är mycket bra", pdf._TOLD_SCANNED),
        ("Något helt annat innehåll", "Planen dr mycket bra", pdf._TOLD_LYING),
    ],
)
def test_the_text_under_a_scan_is_compared_with_its_picture(
    monkeypatch: pytest.MonkeyPatch, layer: str, text: str, told: str
) -> None:
    words = [
        Fragment(word, 50 * number, 50 * number + 40, -100, -90)
        for number, word in enumerate(["Planen", "dr", "mycket", "bra"])
    ]
    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setattr(ocr, "_read", lambda *arguments: Reading([words], 90))
    manuscript = read(scanned_with(layer))
    assert texts(manuscript) == [text]
    assert manuscript.told == (f"Sidan 1: {told}",)
    assert [text for text, _ in manuscript.aside] == ([layer] if layer not in text else [])


def test_a_page_that_is_hard_to_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    words = [Fragment("otydligt", 0, 40, -100, -90)]
    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setattr(ocr, "_read", lambda *arguments: Reading([words], 71))
    assert read(pdf_of([Page()])).told == (
        "Sidan 1: den skannade texten är svår att läsa (71 procent säkerhet). "
        "Jämför med dokumentet.",
    )


def test_each_page_may_be_the_answer_on_its_strategy() -> None:
    pages = []
    for number in (1, 2, 3):
        page = Page()
        page.write(
            60, 780, [f"Strategi 1.{number}", f"Svar {number} är viktigt.", "Mer om det."], 40
        )
        pages.append(page)
    response = response_of(dataset_of(REAL), "prov", read(pdf_of(pages)))
    assert [(item.strategies, item.text) for item in response.comments] == [
        ((f"S1.{number}",), f"Svar {number} är viktigt. Mer om det.") for number in (1, 2, 3)
    ]
    assert response.unplaced == ()


@pytest.mark.parametrize(
    ("stored", "title", "told"),
    [
        ("untitled", "svar.pdf", True),
        ("Microsoft Word - Mall 2009.docx", "svar.pdf", True),
        ("Provnämndens yttrande", "Provnämndens yttrande", False),
        ("", "svar.pdf", False),
    ],
)
def test_a_title_counts_if_it_stands_in_the_document(stored: str, title: str, told: bool) -> None:
    page = Page()
    page.write(60, 780, ["Provnämndens yttrande", "", "Text."])
    properties = f"<< /Title {text_string(stored)} >>".encode()
    raw = pdf_of([page], more={9: properties}).replace(b"/Root", b"/Info 9 0 R /Root")
    manuscript = pdf.read(raw, "svar.pdf", ImportLimits(), no_progress)
    assert manuscript.title == title
    assert [stored in sentence for sentence in manuscript.told] == [True] * told
