"""The picture of a whole answer: one drawing per page, with a link to the words."""

from typing import NamedTuple

from roadmap.model.dataset import Body, Dataset
from roadmap.presenters.strip import KINDS, MARKED, SIGNS, StripKind, StripPage, strip

# In the units of the drawing, which are pixels on a wide screen.
_LINE = 5.0
_MARK = 10.5
_STEP = 8  # signs
_STEPS = SIGNS // _STEP
_GAP = 0.1  # steps
_TALLEST = 300
# An answer of fewer lines is seen whole as it is.
_FEWEST_LINES = 12


class Drawing(NamedTuple):
    """A page: its link, and its bars and marks as they are drawn.

    `lines` is how many lines the drawing is high; bars are measured in steps and lines. The marks
    have their height in the drawing.
    """

    label: str
    number: int
    told: str
    href: str
    lines: int
    bars: tuple[tuple[StripKind, str], ...]
    marks: tuple[tuple[StripKind, int], ...]


class AnswerStrip(NamedTuple):
    """The pages of an answer, all as high, and the kinds of words that occur in them.

    `steps` is how many steps a line is long.
    """

    drawings: tuple[Drawing, ...]
    height: int
    steps: int
    kinds: tuple[StripKind, ...]


def answer_strip(dataset: Dataset, body: Body) -> AnswerStrip | None:
    """Return the picture of a response, for its own page; None if the response is very short."""
    pages = strip(dataset, body)
    if sum(page.lines for page in pages) < _FEWEST_LINES:
        return None
    height = min(int(max(page.lines for page in pages) * _LINE), _TALLEST)
    found = {segment.kind for page in pages for segment in page.segments}
    return AnswerStrip(
        tuple(_drawing(page, height) for page in pages),
        height,
        _STEPS,
        tuple(kind for kind in KINDS if kind in found),
    )


def _drawing(page: StripPage, height: int) -> Drawing:
    lines = max(int(height / _LINE), page.lines)
    bars = tuple((kind, path) for kind in KINDS if (path := _path(page, kind)))
    marks = [(kind, (line + 0.5) * height / lines) for kind, line in page.marks]
    told, href = page.told, f"#{page.anchor}"
    return Drawing(page.label, page.number, told, href, lines, bars, tuple(_apart(marks, height)))


def _path(page: StripPage, kind: StripKind) -> str:
    """Return the bars of a kind as a path.

    They are measured in steps of a few signs, so that the picture weighs little. Sentences that
    follow each other are told apart only where something is read out of them.
    """
    bars: list[tuple[int, int, int]] = []  # line, start, end
    for segment in page.segments:
        if segment.kind == kind and segment.length:
            start = min(_steps(segment.start), _STEPS - 1)
            end = max(_steps(segment.start + segment.length), start + 1)
            if kind not in MARKED and bars and bars[-1][::2] == (segment.line, start):
                start = bars.pop()[1]
            bars.append((segment.line, start, end))
    return "".join(
        # A little less where the line goes on: what follows is another sentence.
        f"M{start} {line}h{end - start - (0 if end == _STEPS else _GAP):g}"
        for line, start, end in bars
    )


def _steps(signs: int) -> int:
    return round(signs / _STEP)


def _apart(marks: list[tuple[StripKind, float]], height: int) -> list[tuple[StripKind, int]]:
    """Return the marks, those that would cover each other moved away, within the height."""
    step = min(_MARK, height / max(len(marks), 1))
    places: list[float] = []
    for _kind, place in marks:
        places.append(max(place, places[-1] + step) if places else place)
    lowest = height - step / 2
    for number in reversed(range(len(places))):
        places[number] = min(places[number], lowest)
        lowest = places[number] - step
    kinds = (kind for kind, _place in marks)
    return [(kind, round(place)) for kind, place in zip(kinds, places, strict=True)]
