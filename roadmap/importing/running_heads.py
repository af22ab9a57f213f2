"""Remove from the text what is printed first or last on every page."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from roadmap.importing import headings, titles
from roadmap.importing.lines import Line, Manuscript
from roadmap.importing.numbering import Numbering
from roadmap.model import GoalArea

_EDGE = 4  # the most lines of running heads above the text of a page, and below it
_HEAD = "Återkommer på sidorna, som sidhuvud eller sidfot."

_PLAN_NUMBER = re.compile(r"(?<![\d.:/-])\d{1,2}\.\d{1,2}(?![\d/-]|[.:]\d)")
# "Sid 3", "3 (10)", "3/10", "3 av 10", "- 3 -"
_PAGE_MARK = re.compile(
    r"\b(?:sid(?:a|an|nr)?|s|page|p)\.?:?\s*(?P<named>\d+)\b"
    r"|(?<![\d.,:/-])(?P<counted>\d+)\s*(?:\(\s*\d+\s*\)|/\s*\d+(?![\d/-])|\bav\s+\d+\b)"
    r"|^\W*(?P<alone>\d+)\W*$",
    re.IGNORECASE,
)
_LAST_NUMBER = re.compile(r"(?P<word>\S+)\s+(?P<last>\d+)$")
# A number after one of these counts something else than pages.
_COUNTED = re.compile(
    r"\W*(strategi|(etapp)?mål|(mål)?område|punkt|fråga|avsnitt|kap(itel)?|bilaga|del|steg|paragraf|§"
    r"|synpunkt|svar|kommentar|förslag|remiss|nr|nummer|fas|etapp|tabell|figur|diagram|alternativ)\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Shape:
    """What a line is apart from a page number: its words, and the pages before its first."""

    words: str
    offset: int | None = None

    @property
    def key(self) -> tuple[str, int | None]:
        """What two shapes share that are the same but for capitals."""
        return self.words.casefold(), self.offset


def _nothing(_text: str) -> bool:
    return False


def without_running_heads(
    manuscript: Manuscript,
    areas: Sequence[GoalArea] = (),
    is_kept: Callable[[str], bool] = _nothing,
) -> Manuscript:
    """Move lines that are repeated first or last on the pages to `aside`, each wording once.

    Two lines are the same if they differ in the number of their page alone. A line with a number
    or title of the plan, or with the heading of an answer, is no head, nor is one that `is_kept`
    says is none. A document that is explicit keeps its heads apart itself.
    """
    if manuscript.explicit:
        return manuscript
    kept = _Kept(areas, is_kept)
    lines = list(manuscript.lines)
    aside: dict[_Shape, str] = {}
    for edge in (0, -1):
        for _ in range(_EDGE):
            heads = _running(lines, edge, kept)
            for index, shape in heads.items():
                aside.setdefault(shape, lines[index].text)
            lines = [
                # The distance to the head does not show whether a paragraph begins.
                replace(line, starts=False) if index - 1 in heads and edge == 0 else line
                for index, line in enumerate(lines)
                if index not in heads
            ]
    heads_aside = tuple((text, _HEAD) for text in aside.values())
    return replace(manuscript, lines=tuple(lines), aside=(*manuscript.aside, *heads_aside))


class _Kept:
    """Knows the lines that are no running heads, whatever they look like."""

    def __init__(self, areas: Sequence[GoalArea], is_kept: Callable[[str], bool]) -> None:
        self._is_kept = is_kept
        strategies = [strategy for area in areas for strategy in area.strategies]
        self._numbers = {strategy.shown_number for strategy in strategies}
        others = (one for one in self._numbers if one and not _PLAN_NUMBER.fullmatch(one))
        self._others = Numbering(others)
        plan_titles = [*(item.title for item in strategies), *(area.title for area in areas)]
        self._titles = [titles.folded(title) for title in plan_titles]
        self._known: dict[str, bool] = {}

    def __contains__(self, line: Line) -> bool:
        if line.body:
            return True
        if line.text not in self._known:
            self._known[line.text] = self._keeps(line.text)
        return self._known[line.text]

    def _keeps(self, text: str) -> bool:
        if self._is_kept(text):
            return True
        if any(number in self._numbers for number in _PLAN_NUMBER.findall(text)):
            return True
        if self._others.numbers_in(text):
            return True
        if _PAGE_MARK.search(text):
            return False
        if text[-1:] in ".!?":
            return True  # a sentence, such as "Inga synpunkter."
        words = titles.folded(re.sub(r"^[\W\d]+", "", text))
        is_title = any(fuzz.ratio(words, title) >= titles.ALIKE for title in self._titles)
        return is_title or headings.is_answer_heading(text)


def _running(lines: Sequence[Line], edge: int, kept: _Kept) -> dict[int, _Shape]:
    """Return the lines that are first (0) or last (-1) on most pages, each with its shape."""
    pages: dict[int | None, list[int]] = {}
    for index, line in enumerate(lines):
        pages.setdefault(line.page, []).append(index)
    alike: dict[tuple[str, int | None], dict[int, _Shape]] = defaultdict(dict)
    for indexes in pages.values():
        index = indexes[edge]
        if lines[index] not in kept:
            for shape in _shapes(lines[index]):
                alike[shape.key][index] = shape
    minimum = max(2, (len(pages) + 1) // 2)
    return {
        index: shape
        for shapes in alike.values()
        if len(shapes) >= minimum
        for index, shape in shapes.items()
    }


def _shapes(line: Line) -> Iterator[_Shape]:
    """Yield what a line may be one of: its words, or its words around a page number."""
    words = line.text
    yield _Shape(words)
    for start, end in _page_numbers(words):
        number = int(words[start:end]) if end - start < 6 else 0
        if line.page and number:
            yield _Shape(f"{words[:start]}\0{words[end:]}", number - line.page)


def _page_numbers(words: str) -> Collection[tuple[int, int]]:
    """Return the places of the numbers in a line that may be that of the page."""
    if match := _PAGE_MARK.search(words):
        return [match.span(name) for name in match.groupdict() if match[name]]
    match = _LAST_NUMBER.search(words)
    if match and not _COUNTED.fullmatch(match["word"]):
        return [match.span("last")]
    return []
