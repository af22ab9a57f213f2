"""What python-docx has no functions for: fields, links, bookmarks, settings of the whole file."""

from collections.abc import Iterator
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

LANGUAGE = "sv-SE"
# Word 2013 and later. Without it Word opens the file in compatibility mode.
_COMPATIBILITY = "15"


def element(tag: str, **attributes: str) -> Any:
    """Return an element of WordprocessingML; `val="1"` becomes `w:val="1"`."""
    new = OxmlElement(tag)
    for name, value in attributes.items():
        new.set(qn(f"w:{name}"), value)
    return new


def add_field(paragraph: Paragraph, instruction: str, result: str = "") -> None:
    """Add a field at the end of a paragraph; `result` is shown until it is updated."""
    for part in _field(instruction, result):
        paragraph.add_run()._r.append(part)


def _field(instruction: str, result: str) -> Iterator[Any]:
    yield element("w:fldChar", fldCharType="begin")
    yield _text("w:instrText", f" {instruction} ")
    yield element("w:fldChar", fldCharType="separate")
    yield _text("w:t", result)
    yield element("w:fldChar", fldCharType="end")


def _text(tag: str, text: str) -> Any:
    new = OxmlElement(tag)
    new.text = text
    new.set(qn("xml:space"), "preserve")
    return new


def open_field(paragraph: Paragraph, instruction: str) -> None:
    """Begin a field that includes all paragraphs up to `close_field`."""
    for part in [*_field(instruction, "")][:3]:
        paragraph.add_run()._r.append(part)


def close_field(paragraph: Paragraph) -> None:
    """End the field that was opened last."""
    paragraph.add_run()._r.append(element("w:fldChar", fldCharType="end"))


def add_bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Put a bookmark around the content of a paragraph. `number` is unique in the file."""
    content = paragraph._p
    start = element("w:bookmarkStart", id=str(number), name=name)
    properties = content.pPr
    content.insert(0 if properties is None else 1, start)
    content.append(element("w:bookmarkEnd", id=str(number)))


def add_link(paragraph: Paragraph, text: str, url: str, style: str) -> None:
    """Add a link out of the file."""
    target = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), target)
    set_style(_fill_link(paragraph, link, text), style)


def add_inner_link(paragraph: Paragraph, text: str, bookmark: str) -> None:
    """Add a link to a bookmark."""
    _fill_link(paragraph, element("w:hyperlink", anchor=bookmark, history="1"), text)


def _fill_link(paragraph: Paragraph, link: Any, text: str) -> Run:
    run = paragraph.add_run(text)
    link.append(run._r)
    paragraph._p.append(link)
    return run


def set_style(target: Paragraph | Run, style_id: str) -> None:
    """Give a paragraph or a run a style, without python-docx's search through all of them."""
    (target._p if isinstance(target, Paragraph) else target._r).style = style_id


def name_table(table: Table, name: str) -> None:
    """Give a table a name for screen readers, and make its first row a header.

    The header is repeated on each page, and no row is divided between two pages.
    """
    table._tbl.tblPr.append(element("w:tblCaption", val=name))
    for row in table._tbl.tr_lst:
        row.get_or_add_trPr().append(element("w:cantSplit"))
    repeat_head(table)


def repeat_head(table: Table) -> None:
    """Make the first row of a table a header, which is repeated on each page."""
    table._tbl.tr_lst[0].get_or_add_trPr().append(element("w:tblHeader"))


def set_language(document: Document) -> None:
    """Mark the text as Swedish, for spelling and hyphenation."""
    for languages in document.styles.element.iter(qn("w:lang")):
        languages.set(qn("w:val"), LANGUAGE)
    settings = document.settings.element
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), LANGUAGE)
    settings.find(qn("w:decimalSymbol")).set(qn("w:val"), ",")
    settings.find(qn("w:listSeparator")).set(qn("w:val"), ";")
    document.core_properties.language = LANGUAGE


def set_behaviour(document: Document) -> None:
    """Make Word open the file without compatibility mode and update its fields."""
    compat = document.settings.element.find(qn("w:compat"))
    for setting in compat.findall(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _COMPATIBILITY)
    compat.addprevious(element("w:updateFields", val="true"))
