"""How each kind of element in a Word document is read."""

from typing import Any

from roadmap.importing.lines import clean
from roadmap.importing.word import graphics
from roadmap.importing.word.fields import FORM, Field, kind_of
from roadmap.importing.word.formulas import linear
from roadmap.importing.word.kept import Why
from roadmap.importing.word.package import VALUE, is_on, name, value
from roadmap.importing.word.paragraphs import BREAK, PAGE, ROW
from roadmap.importing.word.shading import is_on_colour
from roadmap.importing.word.story import DELETED, LOOK, MOVED_FROM, Handler, Story
from roadmap.importing.word.styles import Style
from roadmap.importing.word.symbols import CHECKED, UNCHECKED, is_symbol_font, symbol
from roadmap.importing.word.tables import CELL, TABLE, places
from roadmap.importing.word.tables import ROW as TABLE_ROW

_FONTS, _FONT, _CODE = name("w:rFonts"), name("w:font"), name("w:char")
_ASCII, _TYPE, _ID = name("w:ascii"), name("w:type"), name("w:id")
_CONTROL, _CONTENT, _BOX = name("w:sdtPr"), name("w:sdtContent"), name("w14:checkbox")
_EMPTY, _GALLERY = name("w:showingPlcHdr"), name("w:docPartGallery")
_CHECKED, _CHECKED_VALUE = name("w14:checked"), name("w14:val")
_ROW_PROPERTIES, _HIDDEN = name("w:trPr"), name("w:hidden")
_CELL_PROPERTIES, _CELL_DELETED = name("w:tcPr"), name("w:cellDel")
_CHOICE, _FALLBACK = name("mc:Choice"), name("mc:Fallback")
_WORDS = tuple(map(name, ("w:t", "w:delText", "m:t", "a:t")))
_UNREAD_NUMBERS = "Numren i fält av dessa slag visas av Word men läses inte"
_UNREAD_SYMBOLS = "Tecken ur symboltypsnitt som inte läses"


def _run(story: Story, run: Any, why: Why | None) -> None:
    story.begin()
    look = run.find(LOOK)
    style = story.paragraph.style if story.paragraph else Style()
    story.look = story.house.styles.look(style, look)
    if why is None:
        why = Why.HIDDEN if story.look.hidden else Why.STRUCK if story.look.struck else None
    if why is None and (story.look.tiny or (story.look.white and not is_on_colour(run))):
        why = Why.UNSEEN
    font = value(look, _FONTS, _ASCII)
    if is_symbol_font(font):
        _symbols(story, run, font, why)
    else:
        story.children(run, why)


def _text(story: Story, element: Any, why: Why | None) -> None:
    text = element.xpath("string()") if len(element) else element.text or ""
    if any(map(_is_private, text)):
        text = "".join(_letter(story, item, None) if _is_private(item) else item for item in text)
    if story.moved_here:
        story.kept.moved_here(text)
    story.add(text, why)


def _deleted_text(story: Story, element: Any, why: Why | None) -> None:
    _text(story, element, why or Why.DELETED)


def _is_private(letter: str) -> bool:
    return "\uf000" <= letter <= "\uf0ff"


def _symbols(story: Story, run: Any, font: str | None, why: Why | None) -> None:
    for child in run:
        word = (child.text or "").strip() if child.tag in _WORDS else ""
        if len(word) == 1:  # more than one are a word, in this font by mistake
            story.add(child.text.replace(word, _letter(story, word, font)), why)
        else:
            story.visit(child, why)


def _letter(story: Story, letter: str, font: str | None) -> str:
    found = symbol(ord(letter), font)
    if found is None:
        item = f"{ord(letter):04X} ur {font or 'ett okänt typsnitt'}"
        story.kept.tell(_UNREAD_SYMBOLS, item)
    return found or ""


def _symbol(story: Story, element: Any, why: Why | None) -> None:
    code = element.get(_CODE) or ""
    if 0 < len(code) <= 4 and all(digit in "0123456789ABCDEF" for digit in code.upper()):
        story.add(_letter(story, chr(int(code, 16)), element.get(_FONT)), why)


def _space(story: Story, element: Any, why: Why | None) -> None:
    story.add(" ", why)


def _hyphen(story: Story, element: Any, why: Why | None) -> None:
    story.add("-", why)


def _break(story: Story, element: Any, why: Why | None) -> None:
    is_page = element.get(_TYPE) == "page"
    story.add(" ", why, BREAK if is_page else ROW)
    if is_page and not story.has_page_ends:
        _page_end(story, element, why)


def _page_end(story: Story, element: Any, why: Why | None) -> None:
    story.add("", why, PAGE)
    story.page += 1


def _note(story: Story, element: Any, why: Why | None) -> None:
    kind = "footnotes" if element.tag == name("w:footnoteReference") else "endnotes"
    is_read = why is None and story.shows_fields()
    if mark := story.house.note(kind, str(element.get(_ID)), is_read):
        story.add(mark)


def _deleted(story: Story, element: Any, why: Why | None) -> None:
    story.children(element, why or Why.DELETED)


def _moved_from(story: Story, element: Any, why: Why | None) -> None:
    story.children(element, why or Why.MOVED)


def _moved_to(story: Story, element: Any, why: Why | None) -> None:
    story.moved_here += 1
    story.children(element, why)
    story.moved_here -= 1


def _control(story: Story, element: Any, why: Why | None) -> None:
    properties, content = element.find(_CONTROL), element.find(_CONTENT)
    galleries = [] if properties is None else list(properties.iter(_GALLERY))
    if is_on(properties, _EMPTY):
        why = why or Why.PLACEHOLDER
    elif any(item.get(VALUE) == "Table of Contents" for item in galleries):
        why = why or Why.CONTENTS
    paragraph = story.paragraph
    start = len(paragraph.pieces) if paragraph else 0
    if content is not None:
        story.children(content, why)
    box = None if properties is None else properties.find(_BOX)
    is_shown = story.paragraph is not paragraph or (paragraph and paragraph.has_text(start))
    if box is not None and not is_shown:
        is_checked = value(box, _CHECKED, _CHECKED_VALUE) in ("1", "true", "on")
        story.add(CHECKED if is_checked else UNCHECKED, why)


def _field_mark(story: Story, mark: Any, why: Why | None) -> None:
    kind = kind_of(mark)
    if kind == "begin" and mark in story.paired:
        story.fields.append(Field(mark.find(FORM)))
    elif kind == "separate" and story.fields:
        story.fields[-1].in_result = True
        if story.paragraph:
            story.fields[-1].begun = (story.paragraph, len(story.paragraph.pieces))
    elif kind == "end" and story.fields and mark in story.paired:
        _field_end(story, story.fields.pop(), why)


def _field_end(story: Story, item: Field, why: Why | None) -> None:
    if item.is_numbered:
        story.kept.tell(_UNREAD_NUMBERS, item.code.split()[0])
    if item.formula:
        story.add(item.formula, why or Why.UNKNOWN)
    paragraph = story.paragraph
    start = item.begun[1] if item.begun and item.begun[0] is paragraph else None
    if item.in_result and (paragraph is None or start is None):
        return  # its result is of several paragraphs
    if item.in_result and paragraph and paragraph.has_text(start or 0):
        pieces = paragraph.pieces[start:]
        shown = "".join(piece.text for piece in pieces if piece.why is None)
        if item.preset and clean(shown) == clean(item.preset):
            unfilled = [piece._replace(why=piece.why or Why.PLACEHOLDER) for piece in pieces]
            paragraph.pieces[start:] = unfilled
        return
    story.add(item.chosen, why)
    if item.prompt:
        story.add(item.prompt, why or Why.PLACEHOLDER)


def _code(story: Story, element: Any, why: Why | None) -> None:
    if story.fields and not story.fields[-1].in_result:
        story.fields[-1].code += element.text or ""


def _alternatives(story: Story, element: Any, why: Why | None) -> None:
    """Read what newer programs show, or the same for older ones: whichever has words."""
    choices = [*element.iterchildren(_CHOICE), *element.iterchildren(_FALLBACK)]
    with_words = [item for item in choices if any(True for _ in item.iter(*_WORDS))]
    for choice in (with_words or choices)[:1]:
        story.children(choice, why)


def _formula(story: Story, element: Any, why: Why | None) -> None:
    for gone in element.iter(DELETED, MOVED_FROM):
        story.add("".join(word.text or "" for word in gone.iter(*_WORDS)), Why.DELETED)
    story.add(linear(element), why)


def _cell(story: Story, element: Any, why: Why | None) -> None:
    properties = element.find(_CELL_PROPERTIES)
    is_deleted = properties is not None and properties.find(_CELL_DELETED) is not None
    outside = story.cell
    story.cell = story.cells.get(element, outside)
    story.block(element, why or (Why.DELETED if is_deleted else None))
    story.cell = outside


def _table(story: Story, element: Any, why: Why | None) -> None:
    # A table in a cell is part of what the cell has.
    if story.cell is None:
        story.cells |= places(element)
    story.block(element, why)


def _table_row(story: Story, element: Any, why: Why | None) -> None:
    properties = element.find(_ROW_PROPERTIES)
    if properties is not None and why is None:
        if properties.find(DELETED) is not None:
            why = Why.DELETED
        elif is_on(properties, _HIDDEN):
            why = Why.HIDDEN
    story.children(element, why)


def _text_box(story: Story, element: Any, why: Why | None) -> None:
    story.box(element, why)


def _graphic(story: Story, element: Any, why: Why | None) -> None:
    graphics.look(story, element)
    story.children(element, why)


def _file(story: Story, element: Any, why: Why | None) -> None:
    story.put(story.house.inserted(story.part, element, why))


# Properties, and the places and sizes of pictures.
SILENT = frozenset(
    name(f"{prefix}:{tag}")
    for prefix, tags in {
        "w": "pPr rPr sdtPr sdtEndPr tblPr tblPrEx tblGrid trPr tcPr sectPr smartTagPr "
        "customXmlPr binData rubyPr",
        "o": "FieldCodes LinkType LockedField",
        "wp": "positionH positionV",
        "wp14": "sizeRelH sizeRelV",
        "a": "t",
    }.items()
    for tag in tags.split()
)
HANDLERS: dict[str, Handler] = {
    name("w:r"): _run,
    name("w:t"): _text,
    name("w:delText"): _deleted_text,
    name("w:sym"): _symbol,
    name("w:tab"): _space,
    name("w:ptab"): _space,
    name("w:noBreakHyphen"): _hyphen,
    name("w:br"): _break,
    name("w:cr"): _break,
    name("w:lastRenderedPageBreak"): _page_end,
    name("w:footnoteReference"): _note,
    name("w:endnoteReference"): _note,
    DELETED: _deleted,
    MOVED_FROM: _moved_from,
    name("w:moveTo"): _moved_to,
    name("w:sdt"): _control,
    name("w:fldChar"): _field_mark,
    name("w:instrText"): _code,
    name("w:delInstrText"): _code,
    name("mc:AlternateContent"): _alternatives,
    name("w:txbxContent"): _text_box,
    name("m:oMath"): _formula,
    TABLE: _table,
    CELL: _cell,
    TABLE_ROW: _table_row,
    name("w:altChunk"): _file,
    name("w:subDoc"): _file,
    **dict.fromkeys(graphics.TAGS, _graphic),
}
