"""Attach footnotes: connect the marks in the text with the footnotes of their page."""

import re
from collections.abc import Sequence
from dataclasses import replace

from roadmap.importing.lines import Line, Manuscript

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
# How OCR may read a small raised digit.
_MISREAD = "'’‘`´!*|”\"°"
# A figure is none: "2.3 meter", "2018", "10–15".
_FOOTNOTE = re.compile(
    rf"([{_RAISED}]+|\d{{1,2}}(?!\d|[.,:/–-]\d)|[{re.escape(_MISREAD)}])\s*(?=\S)"
)
_RAISED_MARK = re.compile(rf"(?<=[^\s{_RAISED}])([{_RAISED}]+)")
_WEAK_MARK = re.compile(rf"(?<=[^\W\d_])([.,;:]?)(\d{{1,2}}|[{re.escape(_MISREAD)}])(?=\s|$)")


def with_footnotes(manuscript: Manuscript, *, raised: bool = False) -> Manuscript:
    """Return the manuscript with its footnotes separate, and `[^1]` where the text refers to them.

    A footnote without a mark in the text of its page stays where it is. With `raised` only small
    raised figures are marks, as in a document that has numbers such as A.1.
    """
    if manuscript.footnotes or manuscript.explicit:
        return manuscript
    lines = list(manuscript.lines)
    footnotes: dict[str, str] = {}
    pages: dict[int | None, list[int]] = {}
    for index, line in enumerate(lines):
        if line.text:
            pages.setdefault(line.page, []).append(index)
    for page_lines in pages.values():
        _attach(lines, page_lines, footnotes, raised)
    text_lines = tuple(line for line in lines if line.text)
    return replace(manuscript, lines=text_lines, footnotes=footnotes)


def _attach(
    lines: list[Line], page_lines: Sequence[int], footnotes: dict[str, str], raised: bool
) -> None:
    """Attach the footnotes of one page, and empty the lines that became footnotes."""
    footnote_lines = _footnotes_of_page(lines, page_lines)
    text_lines = page_lines[: page_lines.index(footnote_lines[0][0])] if footnote_lines else []
    marks = _marks(lines, text_lines, len(footnote_lines), raised)
    if not footnote_lines or len(marks) != len(footnote_lines):
        return
    ids = [str(len(footnotes) + 1 + number) for number in range(len(footnote_lines))]
    # From the end, so that earlier marks keep their columns.
    for (index, start, end), number in reversed(list(zip(marks, ids, strict=True))):
        line_text = lines[index].text
        lines[index] = replace(
            lines[index], text=f"{line_text[:start]}[^{number}]{line_text[end:]}"
        )
    for indexes, number in zip(footnote_lines, ids, strict=True):
        words = " ".join(lines[index].text for index in indexes)
        footnotes[number] = _FOOTNOTE.sub("", words, count=1)
        for index in indexes:
            lines[index] = replace(lines[index], text="")


def _footnotes_of_page(lines: Sequence[Line], page_lines: Sequence[int]) -> list[list[int]]:
    """Return the lines of each footnote: the last paragraphs of a page that begin with a mark."""
    footnote_lines: list[list[int]] = []
    tail: list[int] = []
    for index in reversed(page_lines):
        tail.insert(0, index)
        line = lines[index]
        if _FOOTNOTE.match(line.text):
            footnote_lines.insert(0, tail)
            tail = []
        elif line.starts or len(tail) > 6:
            break
    return footnote_lines


def _marks(
    lines: Sequence[Line], text_lines: Sequence[int], wanted: int, raised: bool
) -> list[tuple[int, int, int]]:
    """Return the line, start and end of the `wanted` likeliest marks, in order."""
    ranked_marks: list[tuple[int, tuple[int, int, int]]] = []
    for index in text_lines:
        line_text = lines[index].text
        for match in _RAISED_MARK.finditer(line_text):
            ranked_marks.append((0, (index, match.start(1), match.end(1))))
        for match in () if raised else _WEAK_MARK.finditer(line_text):
            if not _closes_a_quotation(line_text, match):
                rank = 1 if match[1] else 2
                ranked_marks.append((rank, (index, match.start(2), match.end(2))))
    best = sorted(ranked_marks)[:wanted]
    return sorted(place for _, place in best)


def _closes_a_quotation(line_text: str, match: re.Match[str]) -> bool:
    mark = match[2]
    if mark.isdigit():
        return False
    pairs = {"’": "‘’", "”": "”“", '"': '"', "'": "'"}
    return any(opening in line_text[: match.start()] for opening in pairs.get(mark, mark))
