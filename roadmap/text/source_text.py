"""Source text as it is in the data → paragraphs and lists → HTML.

The data wraps lines freely: a blank line separates paragraphs, a line that begins with "- " is a
list item, and `[^1]` refers to a footnote. There is no other markup; every other character
belongs to the source and is escaped.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

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


Block = Paragraph | Items


def blocks(text: str) -> tuple[Block, ...]:
    """Return the paragraphs and lists of a text, wrapped lines joined by one space."""
    text_blocks: list[Block] = []
    for chunk in _BLANK_LINE.split(text):
        if "-" not in chunk or not _ITEM.search(chunk):
            if joined := _one_line(chunk):
                text_blocks.append(Paragraph(joined))
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
            text_blocks.append(Paragraph(" ".join(paragraph)))
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
    """Return the text with one line to a paragraph or item, and a blank line between blocks."""
    return "\n\n".join(
        "\n".join(f"- {item}" for item in block.items) if isinstance(block, Items) else block.text
        for block in blocks(text)
    )


def superscript(footnote_id: str) -> str:
    """Return a footnote's number as the document writes it: 1 → ¹."""
    return footnote_id.translate(_SUPERSCRIPT)


def references(text: str) -> tuple[str, ...]:
    """Return the ids of the footnotes that a text refers to, each once, in their order."""
    return tuple(dict.fromkeys(FOOTNOTE_REFERENCE.findall(text)))


def words(text: str) -> list[str]:
    """Return the words of a text as in its document: "-" before a list item, ¹ for `[^1]`."""
    document_words: list[str] = []
    for block in blocks(text):
        for line in _lines(block):
            if isinstance(block, Items):
                document_words.append("-")
            document_words.extend(
                FOOTNOTE_REFERENCE.sub(lambda match: superscript(match[1]), line).split()
            )
    return document_words


def plain(text: str) -> str:
    """Return the text on one line, without footnote references and list dashes.

    Quotes are searched for in this form.
    """
    if "\n" not in text and "-" not in text and "[^" not in text:
        return _one_line(text)
    return " ".join(_Line.parse(line).plain for block in blocks(text) for line in _lines(block))


def to_html(
    text: str,
    quotes: Iterable[str] = (),
    reference: Callable[[str], Markup] | None = None,
) -> Markup:
    """Return a text as `<p>` and `<ul>`, with the quoted words marked.

    Each of the `quotes` is marked where it first occurs; one that does not occur is skipped, since
    the checks report it. `reference` returns the HTML of a reference to the footnote with that id;
    without it the reference is a plain ¹.
    """
    reference = reference or (lambda footnote_id: Markup.escape(superscript(footnote_id)))
    text_blocks = blocks(text)
    lines = [_Line.parse(line) for block in text_blocks for line in _lines(block)]
    ranges = _ranges(" ".join(line.plain for line in lines), quotes)
    offset = 0
    rendered: list[str] = []
    for line in lines:
        rendered.append(line.to_html(ranges, offset, reference))
        offset += len(line.plain) + 1
    rest = iter(rendered)
    return Markup("\n".join(_block_html(block, rest) for block in text_blocks))


def _lines(block: Block) -> tuple[str, ...]:
    return block.items if isinstance(block, Items) else (block.text,)


def _block_html(block: Block, rendered: Iterator[str]) -> str:
    """Take the block's lines, already escaped, from `rendered` and wrap them in tags."""
    if isinstance(block, Paragraph):
        return f"<p>{next(rendered)}</p>"
    items = "".join(f"<li>{next(rendered)}</li>\n" for _ in block.items)
    return f"<ul>\n{items}</ul>"


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

    def to_html(
        self,
        ranges: list[tuple[int, int]],
        offset: int,
        reference: Callable[[str], Markup],
    ) -> str:
        """Return the line as HTML, its part of the ranges marked and its references in place."""
        html: list[str] = []
        at = 0
        for start, end in ranges:
            start, end = max(start - offset, 0), min(end - offset, len(self.plain))
            if start < len(self.plain) and end > 0:
                html += self._pieces(at, start, reference)
                html.append('<mark class="quote">')
                html += self._pieces(start, end, reference)
                html.append("</mark>")
                at = end
        html += self._pieces(at, len(self.plain), reference, last=True)
        return "".join(html)

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


def _ranges(text: str, quotes: Iterable[str]) -> list[tuple[int, int]]:
    """Return the positions of the quotes in order, overlapping ones merged."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(_places(text, quotes)):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _places(text: str, quotes: Iterable[str]) -> Iterator[tuple[int, int]]:
    for quote in quotes:
        words = plain(quote)
        start = text.find(words) if words else -1
        if start >= 0:
            yield start, start + len(words)


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
