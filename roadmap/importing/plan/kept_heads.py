"""Which headings of a plan are no running heads, though several pages begin with them."""

from collections.abc import Callable, Sequence

from roadmap.importing.lines import Line
from roadmap.importing.plan.marks import Marks


def kept_heads(lines: Sequence[Line], marks: Marks) -> Callable[[str], bool]:
    """Return a function that says whether a line is a heading, whatever it looks like."""
    lists = _lists(lines, marks)
    return lambda text: text in lists or _is_numbered(text, marks)


def _is_numbered(text: str, marks: Marks) -> bool:
    """Whether a line is a heading by its number, such as "Insats 4", and no running head."""
    mark = marks.of(text)
    return mark is not None and bool(mark.label) and (bool(mark.word) or len(mark.parts) > 1)


def _lists(lines: Sequence[Line], marks: Marks) -> frozenset[str]:
    """Return the headings over what a goal area consists of, "Etappmål", that no area has twice.

    So often a running head comes only if no goal area is longer than a page.
    """
    found: set[str] = set()
    twice: set[str] = set()
    in_area: set[str] = set()
    for line in lines:
        if marks.words.lists(line.text):
            (twice if line.text in in_area else found).add(line.text)
            in_area.add(line.text)
        elif _begins_area(line, marks):
            in_area.clear()
    return frozenset(found - twice)


def _begins_area(line: Line, marks: Marks) -> bool:
    """Whether a line may be the heading of a goal area."""
    mark = marks.of(line.text)
    if mark is None:
        return line.level == 1
    return marks.words.kind(mark.word, "area") == "area" if mark.word else len(mark.parts) == 1
