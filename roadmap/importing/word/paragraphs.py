"""Paragraphs of a Word document as they are put together, piece by piece."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from roadmap.importing.lines import clean
from roadmap.importing.word.kept import Kept, Why
from roadmap.importing.word.styles import Style
from roadmap.importing.word.tables import Place

# The kinds of pieces: text, the end of a row or of a page that the author made, and the end of
# a page that Word found when it last laid the text out.
TEXT, ROW, BREAK, PAGE = "text", "row", "break", "page"


class Piece(NamedTuple):
    """A piece of a paragraph. `why` is set if it is no running text."""

    kind: str
    text: str
    why: Why | None = None


class Row(NamedTuple):
    """A row of a paragraph. `begins` if it is the first, or an empty row was before it."""

    text: str
    page: int
    begins: bool


@dataclass
class Paragraph:
    """A paragraph: its pieces, its properties, and the number or bullet that Word gives it."""

    page: int
    properties: Any = None
    style: Style = field(default_factory=Style)
    pieces: list[Piece] = field(default_factory=list)
    boxes: list[tuple[Any, Why | None]] = field(default_factory=list)  # anchored in it
    bold: bool | None = None
    mark: str = ""
    level: int | None = None
    cell: Place | None = None

    def has_text(self, start: int = 0) -> bool:
        """Whether any of the pieces from here is text that is read."""
        return any(piece.why is None and clean(piece.text) for piece in self.pieces[start:])

    def rows(self) -> Iterator[Row]:
        """Yield the rows that have words, with the mark before the first."""
        page, words, mark, begins = self.page, "", self.mark, True
        for index, piece in enumerate([*self.pieces, Piece(ROW, "")]):
            if piece.why is None and piece.kind == TEXT:
                words += piece.text
            if piece.kind == TEXT or (piece.why is not None and piece.kind != PAGE):
                continue
            rest = ""
            if piece.kind == PAGE and words[-1:].strip() and self._goes_on(index):
                # The page ends at a hyphen inside a word, which is not divided.
                rest = words.split()[-1]
                words = words[: -len(rest)]
            if text := clean(words):
                yield Row(mark + text, page, begins)
                mark, begins = "", False
            elif piece.kind == ROW and index and self.pieces[index - 1].kind == ROW:
                begins = True
            words = rest
            page += piece.kind == PAGE

    def _goes_on(self, index: int) -> bool:
        """Whether a word goes on after the piece at this index."""
        after = (piece.text for piece in self.pieces[index + 1 :] if piece.why is None)
        return bool(next((text for text in after if text), " ")[0].strip())

    def keep(self, kept: Kept) -> None:
        """Keep aside what is no running text: one text of each kind."""
        stretches: dict[Why, list[str]] = {}
        last: Why | None = None
        for piece in self.pieces:
            if piece.kind == PAGE or not piece.text:
                continue
            if piece.why is not None:
                texts = stretches.setdefault(piece.why, [])
                if piece.why is last:
                    texts[-1] += piece.text
                else:
                    texts.append(piece.text)
            last = piece.why
        for why, texts in stretches.items():
            kept.keep(why, " … ".join(text for text in map(clean, texts) if text))
