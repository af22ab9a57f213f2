"""A story of a Word document, such as its body or a note, as it is walked through."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from roadmap.importing.word.fields import Field, paired
from roadmap.importing.word.kept import Kept, Why
from roadmap.importing.word.numbers import BULLET, Counter, Numberings
from roadmap.importing.word.package import Part, is_on, name
from roadmap.importing.word.paragraphs import PAGE, ROW, TEXT, Paragraph, Piece
from roadmap.importing.word.styles import NUMBER, Look, Style, Styles, own_level
from roadmap.importing.word.tables import Place

PARAGRAPH, PROPERTIES, LOOK = name("w:p"), name("w:pPr"), name("w:rPr")
DELETED, MOVED_FROM = name("w:del"), name("w:moveFrom")
# A heading and a text that Word shows on one line.
_STYLES_MEET = name("w:specVanish")
_PAGE_END = name("w:lastRenderedPageBreak")

Handler = Callable[["Story", Any, Why | None], None]


@dataclass(frozen=True)
class House:
    """What all stories of a document share.

    `note` gives the mark of a note by its kind, its id and whether it is read, and `inserted` the
    paragraphs of a file that an element inserts.
    """

    styles: Styles
    numberings: Numberings
    kept: Kept
    handlers: Mapping[str, Handler]
    silent: frozenset[str]
    note: Callable[[str, str, bool], str] = lambda kind, note_id, is_read: ""
    inserted: Callable[[Part, Any, Why | None], list[Paragraph]] = lambda part, element, why: []


class Story:
    """A walk through one story. `paragraphs` are those that it has found so far."""

    def __init__(self, house: House, part: Part, counter: Counter | None = None) -> None:
        self.house, self.part, self.kept = house, part, house.kept
        self.paragraphs: list[Paragraph] = []
        self.paragraph: Paragraph | None = None
        self.look = Look(False, False, False)
        self.page = 1
        self.has_page_ends = False
        self.fields: list[Field] = []
        self.paired: set[Any] = set()
        self.moved_here = 0
        self.cells: dict[Any, Place] = {}
        self.cell: Place | None = None  # the one that the walk is in
        self._counters = [counter or Counter(), Counter()]  # text boxes count by themselves
        self._in_box = False
        self._inside = False  # the element of a paragraph
        self._waits = False  # the paragraph, to be joined with the next

    def read(self, root: Any) -> list[Paragraph]:
        """Walk through the story, and return its paragraphs."""
        # Word records where its pages ended; otherwise only the author's page breaks are known.
        self.has_page_ends = root.find(f".//{_PAGE_END}") is not None
        self.paired = paired(root)
        self.children(root)
        self.close()
        return self.paragraphs

    def children(self, element: Any, why: Why | None = None) -> None:
        """Walk through what is in an element. `why` is set if that is no running text."""
        for child in element:
            self.visit(child, why)

    def visit(self, element: Any, why: Why | None = None) -> None:
        """Walk through an element: as its kind is read or, if that is unknown, all that it has."""
        tag = element.tag
        if not isinstance(tag, str) or tag in self.house.silent:
            return
        if tag == PARAGRAPH:
            self._visit_paragraph(element, why)
        elif handler := self.house.handlers.get(tag):
            handler(self, element, why)
        else:
            # Not element.text, which is all text of some elements, by their classes in python-docx.
            if (words := "".join(element.xpath("text()"))).strip():
                self.add(words, why or Why.UNKNOWN)
            for child in element:
                self.visit(child, why)

    def add(self, text: str, why: Why | None = None, kind: str = TEXT) -> None:
        """Add a piece to the paragraph."""
        if why is Why.MOVED and kind == TEXT:
            # Each piece by itself, since what stood together may have gone to several places.
            self.kept.keep(why, text)
            return
        self.begin()
        if self.paragraph is None:
            self.paragraph = Paragraph(self.page)
        if why is None and kind != PAGE and self.fields:
            if not self.shows_fields():
                why = Why.HIDDEN
            elif any(item.is_contents for item in self.fields):
                why = Why.CONTENTS
        if why is None and kind == TEXT and text.strip():
            self.paragraph.bold = self.paragraph.bold is not False and self.look.bold
        self.paragraph.pieces.append(Piece(kind, text, why))

    def begin(self) -> None:
        """Begin text: outside paragraphs, it does not go on with one that waits for the next."""
        if self._waits and not self._inside:
            self.close()

    def shows_fields(self) -> bool:
        """Whether the results of the fields here are shown, rather than part of a code."""
        return all(item.in_result for item in self.fields)

    def box(self, element: Any, why: Why | None) -> None:
        """Walk through a text box, after the paragraph that it is anchored in."""
        if self.paragraph is None:
            self.paragraph = Paragraph(self.page)
        self.paragraph.boxes.append((element, why))
        if not self._inside:
            self.close()

    def block(self, element: Any, why: Why | None) -> None:
        """Walk through a table or a cell: no paragraph goes on into it, or out of it."""
        if not self._inside:
            self.close()
        self.children(element, why)
        if not self._inside:
            self.close()

    def put(self, paragraphs: list[Paragraph]) -> None:
        """Add paragraphs that were read elsewhere."""
        if not self._inside:
            self.close()
        for paragraph in paragraphs:
            paragraph.cell = self.cell or paragraph.cell
        self.paragraphs.extend(paragraphs)

    def _visit_paragraph(self, element: Any, why: Why | None) -> None:
        if self._inside:
            self.box(element, why)
            return
        properties = element.find(PROPERTIES)
        style = self.house.styles.of_paragraph(properties)
        paragraph = self.paragraph or Paragraph(self.page)
        before, start = (paragraph.properties, paragraph.style), len(paragraph.pieces)
        if start and (last := paragraph.pieces[-1]).why:
            paragraph.pieces.append(Piece(ROW, " ", last.why))
        self.paragraph = paragraph
        paragraph.properties, paragraph.style = properties, style
        self._inside = True
        self.children(element, why or (Why.CONTENTS if style.contents else None))
        self._inside = False
        if start and not paragraph.has_text(start):
            paragraph.properties, paragraph.style = before
        self._waits = self._is_joined(style, properties)
        if not self._waits:
            self.close()

    def _is_joined(self, style: Style, properties: Any) -> bool:
        """Whether the next paragraph continues this one, whose mark was deleted or is hidden."""
        mark = None if properties is None else properties.find(LOOK)
        if mark is None:
            return bool(style.hidden)
        if any(child.tag in (DELETED, MOVED_FROM) for child in mark):
            return True
        return self.house.styles.look(style, mark).hidden and not is_on(mark, _STYLES_MEET)

    def close(self) -> None:
        """End the paragraph, and walk through the text boxes that are anchored in it."""
        paragraph, self.paragraph, self._waits = self.paragraph, None, False
        if paragraph is None:
            return
        properties, style = paragraph.properties, paragraph.style
        level = own_level(properties)
        paragraph.level = style.level if level is None else level or None
        own_numbers = None if properties is None else properties.find(NUMBER)
        if found := self.house.numberings.of(style, own_numbers):
            mark = self._counters[self._in_box].mark(*found)
            # A heading is no item of a list.
            paragraph.mark = "" if paragraph.level and mark == BULLET else mark
        paragraph.cell = self.cell
        paragraph.keep(self.kept)
        self.paragraphs.append(paragraph)
        if not paragraph.boxes:
            return
        outside, self._in_box, self._inside = (self._in_box, self._inside), True, False
        for element, why in paragraph.boxes:
            if element.tag == PARAGRAPH:
                self.visit(element, why)
            else:
                self.children(element, why)
            self.close()
        self._in_box, self._inside = outside
