"""The look of the Word file: its page, and its styles by their names in Word.

The styles of headings and lists are Word's own, so that its navigation pane, table of contents and
screen readers know them, and Word in Swedish shows their Swedish names.
"""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import BaseStyle, CharacterStyle, ParagraphStyle

QUOTE = "Källord"
SOURCE_TEXT = "Källtext"
NOTE = "Uppgift"
CELL = "Tabelltext"
LINK = "Hyperlink"
CONTENTS_HEADING = "TOC Heading"

_SANS, _SERIF = "Calibri", "Cambria"
_INK, _MUTED, _BLUE = (
    RGBColor(0x13, 0x22, 0x2F),
    RGBColor(0x4A, 0x58, 0x66),
    RGBColor(0x0B, 0x4A, 0x8F),
)
_MARGIN = Cm(2.5)
WIDTH = Cm(16)  # of the text on a page
_HEADINGS = {"Heading 1": (18, 20, 8), "Heading 2": (13, 16, 4), "Heading 3": (11, 10, 4)}


def set_page(document: Document) -> None:
    """Set the page to A4, portrait."""
    (section,) = document.sections
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN


def set_styles(document: Document, depth: int, colour: str | None = None) -> None:
    """Set Word's own styles, and add those of the compilation; its contents have `depth` levels.

    `colour` is that of links and of the title, the site's own if it has one.
    """
    own = RGBColor.from_string(colour.removeprefix("#").upper()) if colour else None
    normal = _paragraph(document, "Normal")
    _set(normal, size=11, after=6)
    normal.paragraph_format.line_spacing = 1.15
    for name, (size, before, after) in _HEADINGS.items():
        _set(_paragraph(document, name), size=size, before=before, after=after, bold=True)
    _set(_paragraph(document, "Title"), size=30, before=60, after=6, bold=True, color=own or _INK)
    _set(_paragraph(document, "Subtitle"), size=16, after=24)
    document.styles["Subtitle"].font.italic = False
    for name in ("Title", "Subtitle"):
        _without_spacing(_paragraph(document, name))
    _without_border(_paragraph(document, "Title"))
    _set(_paragraph(document, CONTENTS_HEADING), size=18, before=20, after=8, bold=True)
    for name in ("Header", "Footer"):
        _set(_paragraph(document, name), size=9, color=_MUTED)
    for level, indent in (("toc 1", 0.0), ("toc 2", 0.6), ("toc 3", 1.2))[:depth]:
        style = _added_style(document, level, builtin=True)
        _set(style, size=11, after=2, bold=not indent)
        style.paragraph_format.left_indent = Cm(indent)
        style.paragraph_format.right_indent = Cm(1)
        style.paragraph_format.tab_stops.add_tab_stop(
            WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
        )
    source = _added_style(document, SOURCE_TEXT)
    _set(source, font=_SERIF, size=11, after=4)
    source.paragraph_format.left_indent = Cm(0.6)
    source.paragraph_format.keep_with_next = True
    note = _added_style(document, NOTE)
    _set(note, size=9.5, after=6, color=_MUTED)
    note.paragraph_format.keep_with_next = True
    _set(_added_style(document, CELL), size=9.5, after=2)
    document.styles[CELL].paragraph_format.line_spacing = 1.0
    quote = document.styles.add_style(QUOTE, WD_STYLE_TYPE.CHARACTER)
    _set(quote, font=_SERIF, color=None)
    link = document.styles.add_style(LINK, WD_STYLE_TYPE.CHARACTER, builtin=True)
    _set(link, font=None, color=own or _BLUE)
    link.font.underline = True


def _paragraph(document: Document, name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style


def _added_style(document: Document, name: str, *, builtin: bool = False) -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    assert isinstance(style, ParagraphStyle)
    return style


def _set(
    style: BaseStyle,
    *,
    font: str | None = _SANS,
    size: float | None = None,
    before: float = 0,
    after: float = 0,
    bold: bool | None = None,
    color: RGBColor | None = _INK,
) -> None:
    assert isinstance(style, CharacterStyle)
    if font:
        # The template's own fonts come from its theme, which would override the name.
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for name in list(fonts.attrib):
            del fonts.attrib[name]
        style.font.name = font
        fonts.set(qn("w:cs"), font)
    if size:
        style.font.size = Pt(size)
    if bold is not None:
        style.font.bold = bold
    if color:
        style.font.color.rgb = color
    if isinstance(style, ParagraphStyle):
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)


def _without_spacing(style: ParagraphStyle) -> None:
    """Remove the space that the template puts between letters."""
    for spacing in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spacing)


def _without_border(style: ParagraphStyle) -> None:
    for border in style.element.pPr.findall(qn("w:pBdr")):
        style.element.pPr.remove(border)
