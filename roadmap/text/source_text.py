"""Source text as it is in the data → paragraphs, lists and tables → HTML.

The data wraps lines freely: a blank line separates paragraphs, a line that begins with "- " is a
list item, a paragraph that begins with "|" is a table (see `tables`), and `[^1]` refers to a
footnote. There is no other markup; every other character belongs to the source and is escaped.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from markupsafe import Markup, escape

from roadmap.text import tables
from roadmap.text.marked_words import (
    InSentence,
    Marked,
    Stretch,
    in_sentence,
    sentence_bounds,
    stretches,
)
from roadmap.text.tables import Cell, Table

# How a text refers to a footnote: [^1].
FOOTNOTE_REFERENCE = re.compile(r"\[\^([^\]\s]*)\]")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_ITEM = re.compile(r"^\s*-(?!\S)", re.MULTILINE)
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True)
class Paragraph:
    """Running text on one line."""

    text: str


@dataclass(frozen=True)
class Items:
    """A list; each item is on one line, without its dash."""

    items: tuple[str, ...]


Running = Paragraph | Items
Block = Running | Table


def blocks(text: str) -> tuple[Block, ...]:
    """Return the paragraphs, lists and tables of a text, wrapped lines joined by one space."""
    text_blocks: list[Block] = []
    for chunk in _BLANK_LINE.split(text):
        if "|" in chunk and tables.is_table(chunk):
            text_blocks.append(tables.parse(chunk))
            continue
        if "-" not in chunk or not _ITEM.search(chunk):
            if joined := _one_line(chunk):
                text_blocks.append(Paragraph(tables.from_paragraph(joined)))
            continue
        paragraph: list[str] = []
        items: list[list[str]] = []
        for line in chunk.split("\n"):
            words = line.split()
            if words[:1] == ["-"]:
                items.append(words[1:])
            elif items:
                items[-1].extend(words)
            else:
                paragraph.extend(words)
        if paragraph:
            text_blocks.append(Paragraph(tables.from_paragraph(" ".join(paragraph))))
        if items:
            text_blocks.append(Items(tuple(" ".join(words) for words in items)))
    return tuple(text_blocks)


def _one_line(chunk: str) -> str:
    """Return the words of a chunk with one space between them."""
    # Most texts have been normalised before and hold single spaces only: skip the split.
    if chunk.isprintable() and "  " not in chunk:
        return chunk.strip()
    return " ".join(chunk.split())


def unwrapped(text: str) -> str:
    """Return the text with one line to a paragraph, item or row, and blank lines between blocks."""
    return "\n\n".join("\n".join(written(block)) for block in blocks(text))


def written(block: Block) -> Iterator[str]:
    """Yield the paragraph, or each item or row of a block, as it is written on one line."""
    match block:
        case Paragraph(text):
            yield tables.as_paragraph(text)
        case Items(items):
            yield from (f"- {item}" for item in items)
        case Table():
            yield from tables.lines(block)


def lines(block: Block) -> tuple[str, ...]:
    """Return the text of a paragraph, or that of each item, or of each line in a table's cells."""
    return tuple(line for part in _running(block) for line in _lines(part))


def cell_blocks(cell: Cell) -> Iterator[Running]:
    """Yield the paragraphs and lists of a table's cell."""
    for is_item, cell_lines in groupby(cell, lambda line: line.split(" ")[0] == "-"):
        if is_item:
            yield Items(tuple(line[2:] for line in cell_lines))
        else:
            yield from map(Paragraph, cell_lines)


def superscript(footnote_id: str) -> str:
    """Return a footnote's number as the document writes it: 1 → ¹."""
    return footnote_id.translate(_SUPERSCRIPT)


def references(text: str) -> tuple[str, ...]:
    """Return the ids of the footnotes that a text refers to, each once, in their order."""
    return tuple(dict.fromkeys(FOOTNOTE_REFERENCE.findall(text)))


def words(text: str) -> list[str]:
    """Return the words of a text as in its document: "-" before a list item, ¹ for `[^1]`."""
    document_words: list[str] = []
    for part in (part for block in blocks(text) for part in _running(block)):
        for line in _lines(part):
            if isinstance(part, Items):
                document_words.append("-")
            document_words.extend(
                FOOTNOTE_REFERENCE.sub(lambda match: superscript(match[1]), line).split()
            )
    return document_words


def plain(text: str) -> str:
    """Return the text on one line, without footnote references, list dashes and tables' strokes.

    Quotes are searched for in this form.
    """
    if "\n" not in text and "-" not in text and "[^" not in text and "|" not in text:
        return _one_line(text)
    return " ".join(_Line.parse(line).plain for block in blocks(text) for line in lines(block))


def to_html(
    text: str,
    marks: Iterable[Marked] = (),
    reference: Callable[[str], Markup] | None = None,
) -> Markup:
    """Return a text as `<p>`, `<ul>` and `<table>`, with the marked words in `<mark>`.

    A mark's class is why it is marked. The whole sentence of words that ask for something or point
    at a problem is in a `<span class="telling">`. `reference` returns the HTML of a reference to
    the footnote with that id; without it the reference is a plain ¹.
    """
    reference = reference or (lambda footnote_id: Markup.escape(superscript(footnote_id)))
    text_blocks = blocks(text)
    parsed = [_Line.parse(line) for block in text_blocks for line in lines(block)]
    found = stretches(" ".join(line.plain for line in parsed), _on_one_line(marks))
    offset = 0
    rendered: list[str] = []
    for line in parsed:
        rendered.append(line.to_html(found, offset, reference) if found else line.bare(reference))
        offset += len(line.plain) + 1
    rest = iter(rendered)
    return Markup("\n".join(_block_html(block, rest) for block in text_blocks))


def whole_sentence(text: str, quote: str) -> InSentence:
    """Return a quote within the whole sentence of the text that it is taken from."""
    words = plain(quote)
    for block in blocks(text):
        for line in lines(block):
            if words in (bare := _Line.parse(line).plain):
                return in_sentence(bare, words)
    return InSentence("", words, "")


def _on_one_line(marks: Iterable[Marked]) -> Iterator[Marked]:
    return (mark._replace(words=plain(mark.words)) for mark in marks)


def _running(block: Block) -> Iterator[Running]:
    """Yield the block or, of a table, what its cells have, row by row."""
    if isinstance(block, Table):
        yield from (part for row in block.rows for cell in row for part in cell_blocks(cell))
    else:
        yield block


def _lines(block: Running) -> tuple[str, ...]:
    return block.items if isinstance(block, Items) else (block.text,)


def _block_html(block: Block, rendered: Iterator[str]) -> str:
    """Take the block's lines, already escaped, from `rendered` and wrap them in tags."""
    match block:
        case Paragraph():
            return f"<p>{next(rendered)}</p>"
        case Items(items):
            listed = "".join(f"<li>{next(rendered)}</li>\n" for _ in items)
            return f"<ul>\n{listed}</ul>"
        case Table(rows, has_head):
            width = max(map(len, rows))
            shown = [
                _row_html(row, width, rendered, index == 0 and has_head)
                for index, row in enumerate(rows)
            ]
            head = f"<thead>\n{shown.pop(0)}</thead>\n" if has_head else ""
            body = f"<tbody>\n{''.join(shown)}</tbody>\n" if shown else ""
            # The scripts give the box a name and focus where the table is too wide for it.
            return f'<div class="scroll">\n<table>\n{head}{body}</table>\n</div>'


def _row_html(row: tables.Row, width: int, rendered: Iterator[str], is_head: bool) -> str:
    """Return a row of a table, with empty cells up to its width."""
    html = ""
    for cell in (*row, *[()] * (width - len(row))):
        # A head without words would be one for nobody.
        start, end = ('<th scope="col">', "</th>") if is_head and cell else ("<td>", "</td>")
        html += f"{start}{_cell_html(cell, rendered)}{end}"
    return f"<tr>{html}</tr>\n"


def _cell_html(cell: Cell, rendered: Iterator[str]) -> str:
    parts = tuple(cell_blocks(cell))
    if len(parts) == 1 and isinstance(parts[0], Paragraph):
        return next(rendered)
    return "".join(_block_html(part, rendered) for part in parts)


@dataclass(frozen=True)
class _Line:
    """A line without its footnote references, and the position of each in it."""

    plain: str
    references: tuple[tuple[int, str], ...]

    @classmethod
    def parse(cls, line: str) -> "_Line":
        if "[^" not in line:
            return cls(line, ())
        parts = FOOTNOTE_REFERENCE.split(line)
        plain = ""
        references: list[tuple[int, str]] = []
        for text, footnote_id in zip(parts[::2], [*parts[1::2], None], strict=True):
            plain += text
            if footnote_id:
                references.append((len(plain), footnote_id))
        return cls(plain, tuple(references))

    def bare(self, reference: Callable[[str], Markup]) -> str:
        """Return the line as HTML with its references in place and nothing marked."""
        return "".join(self._pieces(0, len(self.plain), reference, last=True))

    def to_html(self, found: list[Stretch], offset: int, reference: Callable[[str], Markup]) -> str:
        """Return the line as HTML, its part of the stretches marked and its references in place.

        `offset` is the place of the line in the text that the stretches are of.
        """
        length = len(self.plain)
        own = [
            stretch._replace(start=max(stretch.start - offset, 0), end=stretch.end - offset)
            for stretch in found
            if stretch.start < offset + length and stretch.end > offset
        ]
        telling = [
            sentence_bounds(self.plain, stretch.start, min(stretch.end, length))
            for stretch in own
            if not {"ask", "problem"}.isdisjoint(stretch.kinds)
        ]
        cuts = {0, length, *(cut for bounds in telling for cut in bounds)}
        cuts |= {cut for one in own for cut in (one.start, min(one.end, length))}
        html: list[str] = []
        inside = False
        for start, end in pairwise(sorted(cuts)):
            if inside != (inside := any(first <= start < last for first, last in telling)):
                html.append('<span class="telling">' if inside else "</span>")
            pieces = self._pieces(start, end, reference, last=end == length)
            stretch = next((one for one in own if one.start <= start < one.end), None)
            if stretch is None:
                html += pieces
            else:
                after = stretch.after if end == stretch.end else Markup()
                html += [f'<mark class="{" ".join(stretch.kinds)}">', *pieces, f"</mark>{after}"]
        if inside:
            html.append("</span>")
        return "".join(html) or self.bare(reference)

    def _pieces(
        self, start: int, end: int, reference: Callable[[str], Markup], last: bool = False
    ) -> Iterator[str]:
        at = start
        for place, footnote_id in self.references:
            if start <= place < end or (last and place == end):
                yield escaped(self.plain[at:place])
                yield reference(footnote_id)
                at = place
        yield escaped(self.plain[at:end])


def escaped(value: Any) -> str:
    """Return a value as HTML: `Markup` as it is, anything else escaped."""
    kind = type(value)
    if kind is str:
        # Five searches for a character are faster than creating a Markup.
        if "&" in value or "<" in value or ">" in value or '"' in value or "'" in value:
            return escape(value)
        text: str = value
        return text
    html: str = value if kind is Markup else escape(value)
    return html
