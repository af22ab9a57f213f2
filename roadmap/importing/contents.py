"""Find the rows of a list of contents, which look like headings and are none."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from roadmap.importing.lines import Line
from roadmap.importing.titles import folded

_HEADS = {"innehall", "innehallsforteckning", "innehallsforteckning sida"}
_PAGE = re.compile(
    r"[\s.…_·]+(?:s(?:id(?:an|a)?)?\.?\s*)?\d{1,3}$|(?:[.…_·]\s?){3,}\s*[ivxl]{1,6}$", re.IGNORECASE
)
_LEADER = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}")
_LONGEST = 200  # characters
_FEWEST = 2  # rows


def rows(lines: Sequence[Line]) -> set[int]:
    """Return the lines that are rows of a list of contents, with the heading over them."""
    shapes = [
        folded(_PAGE.sub("", line.text)) if len(line.text) < _LONGEST else "" for line in lines
    ]
    whole = Counter(folded(line.text) for line in lines if len(line.text) < _LONGEST)
    found: set[int] = set()
    index = 0
    while index < len(lines):
        if shapes[index] in _HEADS:
            end = _end(lines, shapes, whole, index + 1)
            if end > index + 1:
                found.update(range(index, end))
            index = max(end, index + 1)
            continue
        end = index
        while end < len(lines) and (taken := _row(lines, shapes, whole, end)):
            end += taken
        if end - index >= _FEWEST:
            found.update(range(index, end))
        index = max(end, index + 1)
    return found


def _row(
    lines: Sequence[Line], shapes: Sequence[str], whole: Counter[str], index: int
) -> Literal[0, 1, 2]:
    """Return how many lines the row at an index has; 0 if it is none."""
    if _is_row(lines[index].text, shapes[index], whole):
        return 1
    return 2 if _wraps(lines, index) and _LEADER.search(lines[index + 1].text) else 0


def _wraps(lines: Sequence[Line], index: int) -> bool:
    """Whether a line goes on in the next one, which ends with a page number."""
    if index + 1 == len(lines) or lines[index + 1].starts:
        return False
    return lines[index].text[-1:] not in ".!?" and bool(_PAGE.search(lines[index + 1].text))


def _is_row(text: str, shape: str, whole: Counter[str]) -> bool:
    """Whether a line ends with a page number, and its words are a line elsewhere."""
    return bool(shape and _PAGE.search(text)) and (whole[shape] > 0 or bool(_LEADER.search(text)))


def _end(lines: Sequence[Line], shapes: Sequence[str], whole: Counter[str], start: int) -> int:
    """Return where the list under its heading ends: where its first row stands again."""
    seen: set[str] = set()
    index = start
    while index < len(lines) and shapes[index] and shapes[index] not in seen:
        text = lines[index].text
        paged = bool(_PAGE.search(text))
        again = whole[shapes[index]] > (0 if paged else 1)
        if not (again or _wraps(lines, index) or (paged and not text[-1:].isalpha())):
            break
        seen.add(shapes[index])
        index += 1
    return index
