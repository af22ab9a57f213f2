"""Undo the layout: running heads leave the text, lines become paragraphs."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from roadmap.importing.lines import Line, Manuscript
from roadmap.text.swedish import composed

_EDGE = 4  # as many lines of running heads a page can have above its text, and below
_HEAD = "Återkommer på sidorna, som sidhuvud eller sidfot."
# A hyphen before one of these belongs to the word: "mark- och planprocessen".
_CONJUNCTIONS = {"och", "eller", "samt", "respektive", "till", "som"}


def without_running_heads(manuscript: Manuscript) -> Manuscript:
    """Move lines that come back first or last on the pages to `aside`, each once."""
    lines = list(manuscript.lines)
    aside: dict[str, str] = {}
    for edge in (0, -1):
        for _ in range(_EDGE):
            heads = _running(lines, edge)
            for index in heads:
                aside.setdefault(_shape(lines[index]), lines[index].text)
            lines = [
                # Its distance to the head says nothing of whether a paragraph begins.
                replace(line, starts=False) if index - 1 in heads and edge == 0 else line
                for index, line in enumerate(lines)
                if index not in heads
            ]
    told = tuple((text, _HEAD) for text in aside.values())
    return replace(manuscript, lines=tuple(lines), aside=(*manuscript.aside, *told))


def _running(lines: Sequence[Line], edge: int) -> set[int]:
    """Return the lines that stand first (0) or last (-1) on most pages, but for their figures."""
    pages: dict[int | None, list[int]] = {}
    for index, line in enumerate(lines):
        pages.setdefault(line.page, []).append(index)
    outermost = [indexes[edge] for indexes in pages.values()]
    count = Counter(_shape(lines[index]) for index in outermost)
    enough = max(2, (len(pages) + 1) // 2)
    return {index for index in outermost if count[_shape(lines[index])] >= enough}


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text.casefold())


def width(lines: Sequence[Line]) -> int:
    """Return how many characters a full line has, 0 where lines are whole paragraphs."""
    lengths = sorted(len(line.text) for line in lines if not line.starts)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def flowing(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with `starts` as the text reads rather than as the pages are laid out.

    A blank line or a page break inside a sentence parts no paragraph; a page break does after a
    line with room for one more word.
    """
    full = width(lines)
    found: list[Line] = []
    for line in lines:
        before = found[-1] if found else None
        if before is None:
            starts = True
        elif line.follows:
            starts = False
        elif line.starts:
            starts = before.ends or not line.text[:1].islower()
        elif before.page != line.page:
            small = line.text[:1].islower() and not before.ends
            starts = not small and _has_room(before, line, full)
        else:
            starts = False
        found.append(replace(line, starts=starts or line.bullet))
    return found


def _has_room(before: Line, line: Line, full: int) -> bool:
    """Whether the next word would have fitted on the line before, had the paragraph gone on."""
    return len(before.text) + 1 + len(line.text.split()[0]) <= full


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
    for number, chunk in enumerate(chunks):
        both = number and chunk.startswith("- ") and chunks[number - 1].startswith("- ")
        text += ("" if number == 0 else "\n" if both else "\n\n") + chunk
    return text


def _joined(before: str, after: str) -> str:
    word = after.split()[0].strip(",.").casefold()
    if not re.search(r"\w-$", before) or word in _CONJUNCTIONS:
        return f"{before} {after}"
    # "Enskede-" + "Årsta" keeps its hyphen, "sam-" + "verkan" was hyphenated by the layout.
    # Put together, a letter and its accent become one sign.
    return composed(before + after if after[:1].isupper() else before[:-1] + after)
