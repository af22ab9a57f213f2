"""Attach footnotes: the marks in the text and the notes at the foot of their page."""

import re
from collections.abc import Sequence
from dataclasses import replace

from roadmap.importing.lines import Line, Manuscript

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
# What OCR makes of a small raised figure.
_MISREAD = "'’‘`´!*|”\"°"
_NOTE = re.compile(rf"([{_RAISED}]+|\d{{1,2}}|[{re.escape(_MISREAD)}])\s*(?=\S)")
_RAISED_MARK = re.compile(rf"(?<=[^\s{_RAISED}])([{_RAISED}]+)")
_WEAK_MARK = re.compile(rf"(?<=[^\W\d_])([.,;:]?)(\d{{1,2}}|[{re.escape(_MISREAD)}])(?=\s|$)")


def with_footnotes(manuscript: Manuscript) -> Manuscript:
    """Return the manuscript with its footnotes taken out and `[^1]` where the text refers to them.

    A note without a mark in the text of its page stays where it stands.
    """
    if manuscript.footnotes:
        return manuscript
    lines = list(manuscript.lines)
    footnotes: dict[str, str] = {}
    for page in dict.fromkeys(line.page for line in lines):
        own = [index for index, line in enumerate(lines) if line.page == page and line.text]
        _attach(lines, own, footnotes)
    kept = tuple(line for line in lines if line.text)
    return replace(manuscript, lines=kept, footnotes=footnotes)


def _attach(lines: list[Line], own: Sequence[int], footnotes: dict[str, str]) -> None:
    """Attach the notes of one page; an emptied line is one that became a footnote."""
    notes = _notes_at_the_foot(lines, own)
    text = own[: own.index(notes[0][0])] if notes else []
    marks = _marks(lines, text, len(notes))
    if not notes or len(marks) != len(notes):
        return
    ids = [str(len(footnotes) + 1 + number) for number in range(len(notes))]
    # From the end, so that the places before keep their columns.
    for (index, start, end), number in reversed(list(zip(marks, ids, strict=True))):
        row = lines[index].text
        lines[index] = replace(lines[index], text=f"{row[:start]}[^{number}]{row[end:]}")
    for indexes, number in zip(notes, ids, strict=True):
        words = " ".join(lines[index].text for index in indexes)
        footnotes[number] = _NOTE.sub("", words, count=1)
        for index in indexes:
            lines[index] = replace(lines[index], text="")


def _notes_at_the_foot(lines: Sequence[Line], own: Sequence[int]) -> list[list[int]]:
    """Return the lines of each note: the last paragraphs of a page that begin with a mark."""
    notes: list[list[int]] = []
    tail: list[int] = []
    for index in reversed(own):
        tail.insert(0, index)
        line = lines[index]
        if _NOTE.match(line.text):
            notes.insert(0, tail)
            tail = []
        elif line.starts or len(tail) > 6:
            break
    return notes


def _marks(lines: Sequence[Line], text: Sequence[int], wanted: int) -> list[tuple[int, int, int]]:
    """Return line, start and end of the marks, the likeliest where there are more than wanted."""
    found: list[tuple[int, tuple[int, int, int]]] = []
    for index in text:
        row = lines[index].text
        for match in _RAISED_MARK.finditer(row):
            found.append((0, (index, match.start(1), match.end(1))))
        for match in _WEAK_MARK.finditer(row):
            if not _closes_a_quotation(row, match):
                rank = 1 if match[1] else 2
                found.append((rank, (index, match.start(2), match.end(2))))
    best = sorted(found)[:wanted]
    return sorted(place for _, place in best)


def _closes_a_quotation(row: str, match: re.Match[str]) -> bool:
    sign = match[2]
    if sign.isdigit():
        return False
    pairs = {"’": "‘’", "”": "”“", '"': '"', "'": "'"}
    return any(opening in row[: match.start()] for opening in pairs.get(sign, sign))
