"""The sentences of a source text in small: how long each is, and which quotes are in it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from roadmap.text import source_text
from roadmap.text.marked_words import sentences


class Told(NamedTuple):
    """A sentence: its length in signs, and the places, in the list of quotes, of those in it.

    `begun` are those whose words begin here; a quote may go on over several sentences.
    """

    length: int
    quotes: tuple[int, ...] = ()
    begun: tuple[int, ...] = ()


def told_sentences(text: str, quotes: Sequence[str]) -> Iterator[tuple[Told, ...]]:
    """Yield the sentences of each paragraph, list item and line of a table's cell.

    Quotes that do not occur are left out: the checks report them.
    """
    lines = [
        source_text.FOOTNOTE_REFERENCE.sub("", line)
        for block in source_text.blocks(text)
        for line in source_text.lines(block)
    ]
    whole = " ".join(lines)
    bounds = [_bounds(whole, source_text.plain(quote)) for quote in quotes]
    offset = 0
    for line in lines:
        yield tuple(
            Told(
                end - start,
                tuple(
                    place
                    for place, (first, last) in enumerate(bounds)
                    if first < offset + end and last > offset + start
                ),
                tuple(
                    place
                    for place, (first, _) in enumerate(bounds)
                    if offset + start <= first < offset + end
                ),
            )
            for start, end in sentences(line)
        )
        offset += len(line) + 1


def _bounds(whole: str, quote: str) -> tuple[int, int]:
    start = whole.find(quote) if quote else -1
    return start, start + len(quote) if start >= 0 else start
