"""Read a Word document: paragraphs, table cells, text boxes and footnotes, in their order."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from roadmap.importing.lines import Line, Manuscript, clean, too_much
from roadmap.model import ImportLimits

_PARAGRAPH = qn("w:p")
_MARGINS = "Sidhuvud eller sidfot i Word-dokumentet."
_REMARKS = "Kommentar i Word-dokumentets marginal."


def read(raw: bytes, name: str, limits: ImportLimits) -> Manuscript:
    """Read the bytes of a .docx. Raises all kinds of errors if they are not one."""
    _check_size(raw, limits.file_megabytes)
    document = docx.Document(io.BytesIO(raw))
    if document.element.getroottree().docinfo.doctype:
        raise ValueError("a document type, which may define words that are not read")
    numbers: dict[str, str] = {}
    lines = tuple(_lines(document, numbers))
    footnote_by_id = _footnotes(document)
    footnotes = {
        number: footnote_by_id[key] for key, number in numbers.items() if footnote_by_id.get(key)
    }
    aside = dict.fromkeys([(text, _MARGINS) for text in _margins(document)])
    aside |= dict.fromkeys([(clean(comment.text), _REMARKS) for comment in document.comments])
    title = clean(document.core_properties.title or "") or name
    return Manuscript(title, lines, lines[-1].page if lines else None, footnotes, tuple(aside))


def _check_size(raw: bytes, megabytes: int) -> None:
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        # No more is unpacked of a part than its size here.
        size = sum(part.file_size for part in package.infolist())
    if size > megabytes * 10**6:
        what = f"Dokumentet är {size // 10**6} MB uppackat, och högst {megabytes} MB läses."
        raise too_much(what, "file_megabytes")


def _lines(document: Document, numbers: dict[str, str]) -> Iterator[Line]:
    """Yield a line per paragraph, and fill `numbers` with the footnotes in their order."""
    body = document.element.body
    # Word records where its pages ended; otherwise only the author's page breaks are known.
    rendered = body.find(f".//{qn('w:lastRenderedPageBreak')}") is not None
    paged = rendered or any(_is_page_break(item) for item in body.iter(qn("w:br")))
    page = 1
    for paragraph in body.iter(_PARAGRAPH):
        if _within(paragraph, "mc:Fallback"):
            continue
        parts: list[tuple[int, str]] = [(page, "")]
        for kind, value in _pieces(paragraph, rendered):
            if kind == "page":
                page += 1
                parts.append((page, ""))
            elif kind == "note":
                value = f"[^{numbers.setdefault(value, str(len(numbers) + 1))}]"
                parts[-1] = (page, parts[-1][1] + value)
            else:
                parts[-1] = (page, parts[-1][1] + value)
        has_begun = False
        for page_number, text in parts:
            for row in text.split("\n"):
                if words := clean(row):
                    bullet = "- " if not has_begun and _is_item(document, paragraph) else ""
                    follows = has_begun and row is text
                    line_page = page_number if paged else None
                    yield Line(bullet + words, line_page, not follows, follows)
                    has_begun = True


def _pieces(paragraph: Any, rendered: bool) -> Iterator[tuple[str, str]]:
    for item in paragraph.iter():
        if _owner(item) is not paragraph:
            continue  # in a text box inside the paragraph, whose paragraphs are read separately
        if item.tag == qn("w:t"):
            yield "text", item.text or ""
        elif item.tag in (qn("w:tab"), qn("w:cr")) and item.getparent().tag == qn("w:r"):
            yield "text", " "
        elif item.tag == qn("w:noBreakHyphen"):
            yield "text", "-"
        elif item.tag == qn("w:footnoteReference"):
            yield "note", item.get(qn("w:id"))
        elif item.tag == qn("w:lastRenderedPageBreak"):
            yield "page", ""
        elif item.tag == qn("w:br"):
            if not _is_page_break(item):
                yield "text", "\n"
            elif not rendered:
                yield "page", ""


def _is_page_break(item: Any) -> bool:
    return bool(item.get(qn("w:type")) == "page")


def _owner(item: Any) -> Any:
    while item is not None and item.tag != _PARAGRAPH:
        item = item.getparent()
    return item


def _within(item: Any, name: str) -> bool:
    # python-docx has no prefix for the markup of older versions.
    tag = "{http://schemas.openxmlformats.org/markup-compatibility/2006}" + name.split(":")[1]
    return any(parent.tag == tag for parent in item.iterancestors())


def _is_item(document: Document, paragraph: Any) -> bool:
    """Whether a paragraph is a list item; numbered headings are not."""
    properties = paragraph.pPr
    style = None
    if properties is not None and properties.pStyle is not None:
        style = next(
            (item for item in document.styles if item.style_id == properties.pStyle.val), None
        )
    name = (style.name or "") if style is not None else ""
    if name.startswith(("Heading", "Rubrik", "Title")):
        return False
    return name.startswith(("List", "Punkt")) or (
        properties is not None and properties.numPr is not None
    )


def _footnotes(document: Document) -> dict[str, str]:
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
            root = parse_xml(relation.target_part.blob)
            return {
                str(footnote.get(qn("w:id"))): clean(
                    " ".join(
                        "".join(piece.text or "" for piece in paragraph.iter(qn("w:t")))
                        for paragraph in footnote.iter(_PARAGRAPH)
                    )
                )
                for footnote in root.iter(qn("w:footnote"))
            }
    return {}


def _margins(document: Document) -> Iterator[str]:
    for section in document.sections:
        for part in (
            section.header,
            section.first_page_header,
            section.footer,
            section.first_page_footer,
        ):
            for paragraph in part.paragraphs:
                if text := clean(paragraph.text):
                    yield text
