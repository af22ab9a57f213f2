"""Make Word files and PDFs of the real response, as a body would have sent it."""

import io
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import docx
import pypdfium2
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from roadmap.model.dataset import Body, Dataset
from roadmap.presenters import transcript
from roadmap.text import source_text
from roadmap.text.source_text import FOOTNOTE_REFERENCE

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


@dataclass
class Piece:
    """A paragraph of a document, and the pages it begins and ends on."""

    text: str
    first: int
    last: int
    kind: str = "text"


@dataclass
class Script:
    """What stands in the document: its paragraphs, and its footnotes by number with their page."""

    pieces: list[Piece] = field(default_factory=list)
    footnotes: dict[str, tuple[str, int]] = field(default_factory=dict)


def script_of(dataset: Dataset, body: Body) -> Script:
    """Return the document that a response was taken from, page for page."""
    script = Script()
    page = 1
    for block in transcript.blocks(dataset, body):
        first, last = block.pages or (page, page)
        page = last
        match block:
            case transcript.SectionBlock():
                add(script, block.section.heading, block.section.text, first, last)
            case transcript.AreaBlock():
                script.pieces.append(Piece(block.heading, first, first, "heading"))
            case transcript.LeadBlock():
                script.pieces.append(Piece(block.text, first, first))
            case transcript.MilestonesBlock():
                script.pieces.extend(
                    Piece(item.text, first, first, "item") for item in block.milestones
                )
            case transcript.StrategyBlock():
                heading = f"Strategi {block.strategy.shown_number} {block.strategy.title}"
                add(script, heading, block.strategy.text, first, last)
            case transcript.CommentBlock():
                add(script, block.comment.heading or "", block.comment.text, first, last)
            case transcript.FootnoteBlock():
                script.footnotes[block.footnote.id] = (block.footnote.text, first)
    return script


def add(script: Script, heading: str, text: str, first: int, last: int) -> None:
    """Add a heading and its text; the text's last paragraph reaches the last page."""
    script.pieces.append(Piece(heading, first, first, "heading"))
    pieces = list(_pieces(text, first))
    pieces[-1].last = last
    script.pieces.extend(pieces)


def _pieces(text: str, page: int) -> Iterator[Piece]:
    for block in source_text.blocks(text):
        kind = "item" if isinstance(block, source_text.Items) else "text"
        for line in source_text.lines(block):
            yield Piece(line, page, page, kind)


def word_file(script: Script) -> bytes:
    """Return the document as .docx, with Word's own headings, lists, footnotes and page breaks."""
    document = docx.Document()
    page = 1
    for piece in script.pieces:
        style = {"heading": "Heading 2", "item": "List Bullet", "text": None}[piece.kind]
        paragraph = document.add_paragraph(style=style)
        if piece.first > page:
            paragraph.add_run().add_break(WD_BREAK.PAGE)
        words = piece.text.split()
        middle = len(words) // 2 if piece.last > piece.first else len(words)
        _add_runs(paragraph, " ".join(words[:middle]))
        if piece.last > piece.first:
            paragraph.add_run().add_break(WD_BREAK.PAGE)
            _add_runs(paragraph, " " + " ".join(words[middle:]))
        page = piece.last
    _add_footnotes(document, script)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _add_runs(paragraph: Paragraph, text: str) -> None:
    for number, part in enumerate(FOOTNOTE_REFERENCE.split(text)):
        run = paragraph.add_run("" if number % 2 else part)
        if number % 2:
            reference = OxmlElement("w:footnoteReference")
            reference.set(qn("w:id"), part)
            run._r.append(reference)


def _add_footnotes(document: Document, script: Script) -> None:
    notes = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
        for number, (text, _) in script.footnotes.items()
    )
    xml = f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes xmlns:w="{W}">{notes}</w:footnotes>'
    name = PackURI("/word/footnotes.xml")
    part = Part(name, FOOTNOTES, xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


SIZE, LEADING, LEFT, TOP, COLUMNS = 10.0, 12.5, 70.0, 800.0, 88


def pdf_file(script: Script, head: str = "") -> bytes:
    """Return the document as a PDF with a text layer; `head` runs on every page."""
    last = max(piece.last for piece in script.pieces)
    pages: dict[int, list[tuple[float, str]]] = {number: [] for number in range(1, last + 1)}
    heights = dict.fromkeys(pages, TOP)

    def put(page: int, rows: Sequence[str], gap: float) -> None:
        heights[page] -= gap
        for row in rows:
            pages[page].append((heights[page], row))
            heights[page] -= LEADING

    if head:
        for page in pages:
            put(page, [f"{head} {page} ({last})"], 0)
    for piece in script.pieces:
        bullet = "- " if piece.kind == "item" else ""
        rows = textwrap.wrap(bullet + piece.text, COLUMNS, break_on_hyphens=False)
        middle = len(rows) // 2 if piece.last > piece.first else len(rows)
        put(piece.first, rows[:middle], 8)
        if piece.last > piece.first:
            put(piece.last, rows[middle:], 0)
    for number, (text, page) in script.footnotes.items():
        put(page, [f"[^{number}] {text}"], 30)
    return _pdf(["\n".join(_show(height, row) for height, row in rows) for rows in pages.values()])


def _show(height: float, row: str) -> str:
    """Return the PDF operators of a line; footnote marks are small and raised."""
    parts = FOOTNOTE_REFERENCE.split(row)
    shown = "".join(
        f"/F 6 Tf 4 Ts ({_escaped(part)}) Tj 0 Ts /F {SIZE} Tf "
        if number % 2
        else f"({_escaped(part)}) Tj "
        for number, part in enumerate(parts)
    )
    return f"BT /F {SIZE} Tf {LEFT} {height:.1f} Td {shown}ET"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _pdf(contents: Sequence[str]) -> bytes:
    """Return a PDF with one page for each content stream."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(contents)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, content in enumerate(contents):
        stream = content.encode("cp1252")
        resources = "/Resources << /Font << /F 3 0 R >> >>"
        page = f"/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {resources}"
        objects.append(f"<< {page} /Contents {5 + 2 * number} 0 R >>".encode())
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, len(out))
    return out + head + table + trailer


def pictures_of(pdf: bytes) -> bytes:
    """Return a PDF of pictures of another's pages: a scan without a text layer."""
    source = pypdfium2.PdfDocument(pdf)
    scan = pypdfium2.PdfDocument.new()
    for page in source:
        width, height = page.get_size()
        image = pypdfium2.PdfImage.new(scan)
        image.set_bitmap(page.render(scale=3, grayscale=True))
        image.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
        new = scan.new_page(width, height)
        new.insert_obj(image)
        new.gen_content()
    out = io.BytesIO()
    scan.save(out)
    return out.getvalue()
