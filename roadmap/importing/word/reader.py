"""From the bytes of a Word file to a manuscript."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from roadmap.importing.lines import Cell, Line, Manuscript, clean
from roadmap.importing.word.inserted import is_word, texts_of
from roadmap.importing.word.kept import Kept, Why
from roadmap.importing.word.numbers import Counter, Numberings
from roadmap.importing.word.package import Part, name, opened
from roadmap.importing.word.paragraphs import TEXT, Paragraph, Piece
from roadmap.importing.word.story import House, Story
from roadmap.importing.word.styles import Styles
from roadmap.importing.word.text import HANDLERS, SILENT
from roadmap.importing.word.titles import title_of
from roadmap.model import ImportLimits

_ID, _REFERENCE = name("w:id"), name("r:id")
_NOTES = {"footnotes": name("w:footnote"), "endnotes": name("w:endnote")}
_UNREAD_FILES = "Filer som är infogade i dokumentet läses inte"
_DEEPEST = 3  # a file in a file in a file


def read(raw: bytes, file_name: str, limits: ImportLimits) -> Manuscript:
    """Read the bytes of a .docx. Raises all kinds of errors if they are not one."""
    package = opened(raw, limits.file_megabytes)
    kept = Kept()
    footnotes: dict[str, str] = {}
    paragraphs = _Document(package, kept, footnotes, limits).read()
    lines = tuple(_lines(paragraphs))
    title = title_of(_stored_title(package), file_name, paragraphs, kept)
    pages = lines[-1].page if lines else None
    return Manuscript(title, lines, pages, footnotes, kept.aside(), kept.told(), explicit=True)


def _lines(paragraphs: list[Paragraph]) -> Iterator[Line]:
    paged = any(paragraph.page > 1 for paragraph in paragraphs) or any(
        row.page > 1 for paragraph in paragraphs[-1:] for row in paragraph.rows()
    )
    cells = _cells(paragraphs)
    for paragraph, cell in zip(paragraphs, cells, strict=True):
        for row in paragraph.rows():
            yield Line(
                row.text,
                row.page if paged else None,
                starts=row.begins,
                follows=not row.begins,
                level=paragraph.level,
                bold=bool(paragraph.bold),
                certain=True,
                cell=cell,
            )


def _cells(paragraphs: list[Paragraph]) -> Iterator[Cell | None]:
    """Yield the cell of each paragraph. A table with headings of the document is but its layout."""
    tables: dict[Any, list[Paragraph]] = {}
    for paragraph in paragraphs:
        if paragraph.cell:
            tables.setdefault(paragraph.cell.table, []).append(paragraph)
    numbers = {table: number for number, table in enumerate(tables)}
    layouts = {table for table, own in tables.items() if any(item.level for item in own)}
    heads = {table for table, own in tables.items() if _has_head(own)}
    for paragraph in paragraphs:
        place = paragraph.cell
        if place is None or place.table in layouts:
            yield None
            continue
        is_head = place.row == 0 and place.table in heads
        yield Cell(numbers[place.table], place.row, place.column, is_head)


def _has_head(paragraphs: list[Paragraph]) -> bool:
    """Whether Word repeats the first row of a table, or it is bold and the others are not."""
    worded = [(item.cell, item.bold) for item in paragraphs if item.cell and item.has_text()]
    first = [bool(bold) for cell, bold in worded if cell.row == 0]
    others = [bool(bold) for cell, bold in worded if cell.row]
    return any(cell.head for cell, _ in worded) or (all(first) and not all(others))


def _stored_title(package: Part) -> str:
    for part in package.related("core-properties"):
        return clean(part.root().findtext(name("dc:title")) or "")
    return ""


class _Document:
    """A document, or one that is inserted in it: `footnotes` are the notes of both."""

    def __init__(
        self,
        package: Part,
        kept: Kept,
        footnotes: dict[str, str],
        limits: ImportLimits,
        depth: int = 1,
    ) -> None:
        main = next(package.related("officeDocument"))
        if "wordprocessingml" not in main.content_type and "ms-word" not in main.content_type:
            raise ValueError(f"not a Word document but {main.content_type}")
        self._main, self._kept, self._limits, self._depth = main, kept, limits, depth
        self._footnotes = footnotes
        styles = Styles(_root(main, "styles"))
        numberings = Numberings(_root(main, "numbering"), styles)
        self._house = House(styles, numberings, kept, HANDLERS, SILENT, self._note, self._inserted)
        self._note_texts = {
            (kind, str(note.get(_ID))): self._text(Story(self._house, part), note)
            for kind, tag in _NOTES.items()
            for part in main.related(kind)
            for note in part.root().iter(tag)
        }
        self._note_numbers: dict[tuple[str, str], str] = {}

    def read(self) -> list[Paragraph]:
        """Return the paragraphs of the body, and put the rest where it belongs."""
        body = self._main.root().find(name("w:body"))
        paragraphs = Story(self._house, self._main).read(body)
        for key, text in self._note_texts.items():
            if key not in self._note_numbers:
                self._kept.keep(Why.NOTE, text)
        counter = Counter()  # the heads of all pages are counted as one
        for part in chain(self._main.related("header"), self._main.related("footer")):
            for paragraph in Story(self._house, part, counter).read(part.root()):
                self._kept.keep(Why.MARGIN, _joined(paragraph))
        for part in self._main.related("comments"):
            for comment in part.root().iter(name("w:comment")):
                self._kept.keep(Why.REMARK, self._text(Story(self._house, part), comment))
        return paragraphs

    def _text(self, story: Story, element: Any) -> str:
        return " ".join(filter(None, map(_joined, story.read(element))))

    def _note(self, kind: str, note_id: str, is_read: bool) -> str:
        """Return the mark of a note that is read and has a text."""
        key = (kind, note_id)
        text = self._note_texts.get(key)
        if not text or not is_read:
            return ""
        if key not in self._note_numbers:
            number = str(len(self._footnotes) + 1)
            self._note_numbers[key] = number
            self._footnotes[number] = text
        return f"[^{self._note_numbers[key]}]"

    def _inserted(self, source: Part, element: Any, why: Why | None) -> list[Paragraph]:
        """Return the paragraphs of a file that an element inserts, or tell that it is not read."""
        relation = source.relations.get(element.get(_REFERENCE) or "")
        part = relation.part if relation else None
        if part and is_word(part) and self._depth < _DEEPEST:
            package = opened(part.blob, self._limits.file_megabytes)
            arguments = (self._kept, self._footnotes, self._limits, self._depth + 1)
            paragraphs = _Document(package, *arguments).read()
        elif part and (texts := texts_of(part)) is not None:
            paragraphs = [Paragraph(1, pieces=[Piece(TEXT, text)]) for text in texts]
        else:
            self._kept.tell(_UNREAD_FILES, part.file_name if part else "en länkad fil")
            return []
        if why is None:
            return paragraphs
        for paragraph in paragraphs:
            self._kept.keep(why, _joined(paragraph))
        return []


def _root(main: Part, kind: str) -> Any:
    return next((part.root() for part in main.related(kind)), None)


def _joined(paragraph: Paragraph) -> str:
    return " ".join(row.text for row in paragraph.rows())
