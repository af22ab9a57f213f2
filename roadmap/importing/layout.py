"""Undo the layout: remove running heads from the text, and join lines into paragraphs."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from roadmap.importing.lines import Line, Manuscript
from roadmap.text.swedish import composed

_EDGE = 4  # the most lines of running heads above the text of a page, and below it
_HEAD = "Återkommer på sidorna, som sidhuvud eller sidfot."
# A hyphen before one of these belongs to the word: "mark- och planprocessen".
_CONJUNCTIONS = {"och", "eller", "samt", "respektive", "till", "som"}


def without_running_heads(manuscript: Manuscript) -> Manuscript:
    """Move lines that are repeated first or last on the pages to `aside`, each once."""
    if manuscript.explicit:
        return manuscript
    lines = list(manuscript.lines)
    aside: dict[str, str] = {}
    for edge in (0, -1):
        for _ in range(_EDGE):
            heads = _running(lines, edge)
            for index in heads:
                aside.setdefault(_shape(lines[index]), lines[index].text)
            lines = [
                # The distance to the head does not show whether a paragraph begins.
                replace(line, starts=False) if index - 1 in heads and edge == 0 else line
                for index, line in enumerate(lines)
                if index not in heads
            ]
    heads_aside = tuple((text, _HEAD) for text in aside.values())
    return replace(manuscript, lines=tuple(lines), aside=(*manuscript.aside, *heads_aside))


def _running(lines: Sequence[Line], edge: int) -> set[int]:
    """Return the lines that are first (0) or last (-1) on most pages, apart from their digits."""
    pages: dict[int | None, list[int]] = {}
    for index, line in enumerate(lines):
        pages.setdefault(line.page, []).append(index)
    outermost = [indexes[edge] for indexes in pages.values()]
    count = Counter(_shape(lines[index]) for index in outermost)
    minimum = max(2, (len(pages) + 1) // 2)
    return {index for index in outermost if count[_shape(lines[index])] >= minimum}


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text.casefold())


def width(lines: Sequence[Line]) -> int:
    """Return the length of a full line in characters; 0 if the lines are whole paragraphs."""
    lengths = sorted(len(line.text) for line in lines if not line.starts)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def flowing(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with `starts` set by the text rather than by the layout of the pages.

    A blank line or a page break inside a sentence does not end a paragraph; a page break after a
    line with room for one more word does.
    """
    full_width = width(lines)
    flowing_lines: list[Line] = []
    for line in lines:
        before = flowing_lines[-1] if flowing_lines else None
        if before is None:
            starts = True
        elif line.follows:
            starts = False
        elif line.certain:
            starts = line.starts
        elif line.starts:
            starts = before.ends or not line.text[:1].islower()
        elif before.page != line.page:
            continues = line.text[:1].islower() and not before.ends
            starts = not continues and _has_room(before, line, full_width)
        else:
            starts = False
        flowing_lines.append(replace(line, starts=starts or line.bullet))
    return flowing_lines


def _has_room(before: Line, line: Line, full_width: int) -> bool:
    """Whether the first word of `line` would have fitted on the line before."""
    return len(before.text) + 1 + len(line.text.split()[0]) <= full_width


def paragraphs(lines: Sequence[Line]) -> str:
    """Return the lines as a text of the data: blank lines between paragraphs, "- " for items."""
    chunks: list[str] = []
    for line in lines:
        if line.bullet and (line.starts or not chunks):
            chunks.append(f"- {line.item}")
        elif line.starts or not chunks:
            chunks.append(line.text)
        else:
            chunks[-1] = _joined(chunks[-1], line.text)
    text = ""
    for index, chunk in enumerate(chunks):
        both_items = index and chunk.startswith("- ") and chunks[index - 1].startswith("- ")
        text += ("" if index == 0 else "\n" if both_items else "\n\n") + chunk
    return text


def _joined(before: str, after: str) -> str:
    word = after.split()[0].strip(",.").casefold()
    if not re.search(r"\w-$", before) or word in _CONJUNCTIONS:
        return f"{before} {after}"
    # "Enskede-" + "Årsta" keeps its hyphen, "sam-" + "verkan" was hyphenated by the layout.
    # A letter and its accent, once joined, become one character.
    return composed(before + after if after[:1].isupper() else before[:-1] + after)
