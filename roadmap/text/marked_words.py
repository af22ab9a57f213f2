"""Words of a source text that a reading rests on: where they are, and in which sentence."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from markupsafe import Markup

Kind = Literal["support", "opposes", "ask", "problem", "theme"]

# A sentence ends at a mark, maybe with signs that close it, before a space and what can begin one.
_END = re.compile(r"""[.!?…:]["”’»)\]]*\s+(?=["”’»(\[–—-]?[A-ZÅÄÖÉÜ0-9])""")
# What ends with a point and ends no sentence: abbreviations, and an initial.
_SHORT = re.compile(
    r"(?:\b\w|\b\w\.\s?\w|\b(?:m\.fl|m\.m|bl\.a|t\.ex|d\.v\.s|dvs|osv|ca|jfr|resp|inkl|exkl|kap|dnr|nr"
    r"|st|ev|tel|ang|avd|art|bil|mom|prop|sid|fr\.o\.m|t\.o\.m|s\.k))$",
    re.IGNORECASE,
)


class Marked(NamedTuple):
    """Words to mark, as they stand in the text on one line.

    `after` is put behind them, for example a number that leads to the reading.
    """

    words: str
    kind: Kind
    after: Markup = Markup()


class Stretch(NamedTuple):
    """A part of a text, from `start` to before `end`, that is marked for one or more reasons."""

    start: int
    end: int
    kinds: tuple[Kind, ...]
    after: Markup


class InSentence(NamedTuple):
    """Words in the whole sentence that they stand in."""

    before: str
    words: str
    after: str


def stretches(text: str, marks: Iterable[Marked]) -> list[Stretch]:
    """Return where the marked words first occur, in order, overlapping ones as one stretch.

    Words that do not occur are left out: the checks report them.
    """
    found = []
    for mark in marks:
        start = text.find(mark.words) if mark.words else -1
        if start >= 0:
            found.append(Stretch(start, start + len(mark.words), (mark.kind,), mark.after))
    merged: list[Stretch] = []
    for stretch in sorted(found, key=lambda one: one[:2]):
        if merged and stretch.start < merged[-1].end:
            last = merged[-1]
            kinds = tuple(dict.fromkeys((*last.kinds, *stretch.kinds)))
            after = last.after + stretch.after
            merged[-1] = Stretch(last.start, max(last.end, stretch.end), kinds, after)
        else:
            merged.append(stretch)
    return merged


def sentence_bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the sentence, or sentences, that text[start:end] is in."""
    first, last = 0, len(text)
    for stop, begin in _stops(text):
        if begin <= start:
            first = begin
        elif stop >= end:
            last = stop
            break
    return first, last


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of each sentence of a text on one line."""
    first = 0
    for stop, begin in _stops(text):
        yield first, stop
        first = begin
    if first < len(text):
        yield first, len(text)


def _stops(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence but the last ends, its signs included, and the next begins."""
    for match in _END.finditer(text):
        point = match.start()
        if text[point] == "." and _SHORT.search(text[max(0, point - 12) : point]):
            continue
        yield point + len(match[0].rstrip()), match.end()


def in_sentence(text: str, words: str) -> InSentence:
    """Return words of a text on one line with the rest of their sentence.

    If the text does not have them they stand alone.
    """
    start = text.find(words)
    if start < 0:
        return InSentence("", words, "")
    end = start + len(words)
    first, last = sentence_bounds(text, start, end)
    return InSentence(text[first:start], words, text[end : max(last, end)])
