"""PDFs: broken tables, circles, bombs, and pages of impossible sizes."""

import zlib
from collections.abc import Mapping, Sequence

from tests.importing.broken.case import EITHER, Case, made, written

NO_PDF = "Filen går inte att läsa som PDF."
FONT = b"<< /Type /Font /Subtype /%s /FirstChar 0 /LastChar 1 /Widths [9 9] %s >>"
SHOWN = b"BT /F 12 Tf 70 700 Td (1.1 L\xe4s mer) Tj 0 -40 Td (Ja, det \xe4r bra.) Tj ET"
RESOURCES = b"/Resources << /Font << /F 3 0 R >> >>"
A4 = b"/MediaBox [0 0 595 842]"
PICTURE = (
    b"/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceGray"
    b" /BitsPerComponent 8 /Filter /FlateDecode"
)


def stream(content: bytes, more: bytes = b"") -> bytes:
    """Return a stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), more, content)


def page(more: bytes = A4, contents: int = 5) -> bytes:
    """Return a page object, with something more in it."""
    head = b"<< /Type /Page /Parent 2 0 R %s" % RESOURCES
    return head + b" /Contents %d 0 R %s >>" % (contents, more)


OBJECTS = {
    1: b"<< /Type /Catalog /Pages 2 0 R >>",
    2: b"<< /Type /Pages /Count 1 /Kids [4 0 R] >>",
    3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    4: page(),
    5: stream(SHOWN),
}


def pdf(changed: Mapping[int, bytes] | None = None, trailer: bytes = b"") -> bytes:
    """Return a PDF of one page with some objects replaced or added."""
    out = bytearray(b"%PDF-1.5\n")
    objects = OBJECTS | dict(changed or {})
    places = {}
    for number, content in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    size = max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        kind = b"n" if number in places else b"f"
        out += b"%010d 00000 %s \n" % (places.get(number, 0), kind)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n" % (size, trailer, start)
    return bytes(out + b"%%EOF")


def showing(content: bytes) -> bytes:
    """Return a PDF whose page has this content."""
    return pdf({5: stream(content)})


def pages(count: int) -> bytes:
    """Return a PDF that shows the same page many times over."""
    return pdf({2: b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, b"4 0 R " * count)})


def deep_pages(depth: int) -> bytes:
    """Return a PDF whose one page lies deep among branches of its tree of pages."""
    branches = {
        number: b"<< /Type /Pages /Count 1 /Parent %d 0 R /Kids [%d 0 R] >>"
        % (number - 1, number + 1)
        for number in range(10, 10 + depth)
    }
    return pdf({2: b"<< /Type /Pages /Count 1 /Kids [10 0 R] >>", **branches, 10 + depth: page()})


def sized(*box: int, shown: bool = True, more: bytes = b"") -> bytes:
    """Return a PDF with a page of another size; without text, it is read as a picture."""
    sides = b" ".join(b"%d" % side for side in box)
    return pdf({4: page(b"/MediaBox [%s] %s" % (sides, more), 5 if shown else 99)})


def drawing(name: bytes, content: bytes, more: bytes, shown: bytes = SHOWN) -> bytes:
    """Return a PDF whose page draws object 6, which may draw itself."""
    resources = b"<< /Font << /F 3 0 R >> /XObject << /X 6 0 R >> >>"
    return pdf(
        {
            4: b"<< /Type /Page /Parent 2 0 R /Resources %s /Contents 5 0 R %s >>"
            % (resources, A4),
            5: stream(name + b" " + shown),
            6: stream(content, more + b" /Resources %s" % resources),
        }
    )


def packed_stream(content: bytes, times: int = 1) -> bytes:
    """Return a stream, compressed as many times over."""
    for _ in range(times):
        content = zlib.compress(content, 1)
    return stream(content, b"/Filter [%s]" % (b"/FlateDecode " * times))


FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842]"
LOCK = (
    b"/Encrypt << /Filter /%s /V 1 /R 2 /Length 40 /P -4 /O <"
    + b"11" * 32
    + b"> /U <"
    + b"22" * 32
    + b"> >> /ID [<"
    + b"33" * 16
    + b"> <"
    + b"33" * 16
    + b">]"
)
GLYPHS = (
    b"/FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a 6 0 R >>"
    b" /Encoding << /Differences [0 /a /a] >>" + RESOURCES
)
ACTION = b"/OpenAction << /S /JavaScript /JS (while(1);) >>"
FAULTY_LETTERS = b"""/CIDInit /ProcSet findresource begin begincmap
1 begincodespacerange <00> <FF> endcodespacerange
3 beginbfchar <4A> <D800> <61> <0001> <2E> <FFFE> endbfchar endcmap"""

CASES: Sequence[Case] = (
    written("sound.pdf", pdf()),
    written("empty.pdf", b"", "Filen är tom."),
    written("head-alone.pdf", b"%PDF-1.7\n", NO_PDF),
    written("noise.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 40, NO_PDF),
    written("half.pdf", pdf()[: len(pdf()) // 2], NO_PDF),
    written("no-table.pdf", pdf()[: pdf().index(b"xref")], NO_PDF),
    written("table-of-zeros.pdf", pdf().replace(b" 00000 n", b" 99999 f")),
    written("table-before-itself.pdf", pdf(trailer=b"/Prev 9")),
    written("table-after-itself.pdf", pdf(trailer=b"/Prev %d" % pdf().index(b"xref"))),
    written("start-in-nowhere.pdf", pdf().replace(b"startxref\n", b"startxref\n99999999")),
    written("before-it-noise.pdf", b"x" * 900 + pdf()),
    written("no-root.pdf", pdf().replace(b"/Root", b"/Rot"), NO_PDF),
    written("root-of-itself.pdf", pdf({1: b"1 0 R"}), NO_PDF),
    written("no-pages.pdf", pdf({1: b"<< /Type /Catalog >>"}), NO_PDF),
    written(
        "pages-in-a-circle.pdf", pdf({2: b"<< /Type /Pages /Count 9 /Kids [2 0 R] >>"}), NO_PDF
    ),
    written(
        "page-is-its-parent.pdf", pdf({4: b"<< /Type /Pages /Count 1 /Kids [2 0 R] >>"}), NO_PDF
    ),
    made("deep-pages.pdf", lambda: deep_pages(20_000), NO_PDF),
    written(
        "countless-pages.pdf",
        pdf({2: b"<< /Type /Pages /Count 2147483647 /Kids [4 0 R] >>"}),
    ),
    written("pages-below-zero.pdf", pdf({2: b"<< /Type /Pages /Count -5 /Kids [4 0 R] >>"})),
    made("many-pages.pdf", lambda: pages(100_000), "100 000 sidor"),
    written("locked.pdf", pdf(trailer=LOCK % b"Standard"), "låst med lösenord"),
    written("locked-by-another.pdf", pdf(trailer=LOCK % b"Klingon"), "låst"),
    written("no-contents.pdf", pdf({4: page(contents=99)}), "Dokumentet har ingen text."),
    written("contents-of-itself.pdf", pdf({5: b"5 0 R"}), "Dokumentet har ingen text."),
    written(
        "length-of-itself.pdf", pdf({5: b"<< /Length 5 0 R >>\nstream\n%s\nendstream" % SHOWN})
    ),
    written("length-lies.pdf", pdf({5: stream(SHOWN).replace(b"/Length ", b"/Length 99999")})),
    made("deep-lists.pdf", lambda: pdf({6: b"[" * 200_000, 4: page(A4 + b" /Annots 6 0 R")})),
    made(
        "deep-lists-in-contents.pdf",
        lambda: showing(b"[" * 200_000 + SHOWN),
        "ingen text",
        costly=True,
    ),
    made("deep-states.pdf", lambda: showing(b"q " * 500_000 + SHOWN)),
    written(
        "form-draws-itself.pdf",
        drawing(b"/X Do", b"/X Do /X Do " + SHOWN, FORM),
        EITHER,
        costly=True,
    ),
    written("forms-in-a-circle.pdf", drawing(b"/X Do", b"/X Do " * 500, FORM), EITHER, costly=True),
    made("bomb.pdf", lambda: pdf({5: packed_stream(SHOWN + b" " * 300_000_000)}), costly=True),
    made(
        "bomb-in-a-bomb.pdf",
        lambda: pdf({5: packed_stream(SHOWN + b" " * 300_000_000, 2)}),
        costly=True,
    ),
    made(
        "picture-bomb.pdf",
        lambda: drawing(b"600 0 0 800 0 0 cm /X Do", zlib.compress(bytes(10**6)), PICTURE),
        costly=True,
    ),
    made(
        "picture-bomb-alone.pdf",
        lambda: drawing(
            b"600 0 0 800 0 0 cm /X Do", zlib.compress(bytes(10**6)), PICTURE, shown=b""
        ),
        "ingen text",
        costly=True,
    ),
    written("font-missing.pdf", pdf({3: b"null"})),
    written(
        "font-of-itself.pdf",
        pdf({3: FONT % (b"Type0", b"/Encoding /Identity-H /DescendantFonts [3 0 R]")}),
    ),
    written(
        "glyph-draws-itself.pdf",
        pdf(
            {
                3: FONT % (b"Type3", GLYPHS),
                5: stream(b"BT /F 12 Tf 70 700 Td <0001000100010001> Tj ET"),
                6: stream(b"9 0 0 0 9 9 d1 BT /F 1 Tf <0001> Tj ET"),
            }
        ),
        "ingen text",
        costly=True,
    ),
    written(
        "letters-that-are-none.pdf",
        pdf({3: OBJECTS[3].replace(b">>", b"/ToUnicode 6 0 R >>"), 6: stream(FAULTY_LETTERS)}),
    ),
    written("title-in-half-letters.pdf", pdf({6: b"<< /Title <FEFFD8000061> >>"}, b"/Info 6 0 R")),
    written(
        "title-with-escapes.pdf", pdf({6: b"<< /Title (a\\033[31m\\007b\\nc) >>"}, b"/Info 6 0 R")
    ),
    written("title-of-itself.pdf", pdf({6: b"<< /Title 6 0 R >>"}, b"/Info 6 0 R")),
    written("endless-page.pdf", sized(0, 0, 2_000_000_000, 2_000_000_000)),
    written(
        "endless-empty-page.pdf",
        sized(0, 0, 2_000_000_000, 2_000_000_000, shown=False),
        "Sidan 1 är en bild, och för stor för att läsas.",
    ),
    written(
        "large-empty-page.pdf", sized(0, 0, 14_400, 14_400, shown=False), "ingen text", costly=True
    ),
    written("long-empty-page.pdf", sized(0, 0, 10, 200_000, shown=False), "ingen text"),
    written(
        "unit-of-a-mile.pdf",
        sized(0, 0, 595, 842, shown=False, more=b"/UserUnit 100000"),
        "ingen text",
    ),
    written("page-without-size.pdf", sized(0, 0, 0, 0, shown=False), "ingen text"),
    written("page-inside-out.pdf", sized(595, 842, 0, 0)),
    made(
        "many-letters.pdf",
        lambda: showing(b"BT /F 1 Tf 1 TL " + b"(1.1 Ja.) ' " * 100_000 + b"ET"),
        EITHER,
        costly=True,
    ),
    written("word.pdf", b"PK\x03\x04" + bytes(99), "Filen är ett Word-dokument eller en zip-fil"),
    written("text.pdf", b"1.1 Ja.\n", NO_PDF),
    written(
        "actions.pdf",
        pdf({1: b"<< /Type /Catalog /Pages 2 0 R %s >>" % ACTION}),
    ),
)
