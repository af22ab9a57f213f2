"""Find the plan's own numbers and titles in the lines of a document, misread ones too."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz
from rapidfuzz.distance.Levenshtein import distance

from roadmap.importing.lines import Line
from roadmap.text.swedish import slug

# How alike (0 to 100) words are that OCR has misread a letter or two of.
ALIKE = 82
_FAITHFUL = 90
_START = 70  # how alike the first line of a longer text has to be
_MAX_LINES = 40

_NUMBER = r"[A-Za-zÅÄÖåäö]?(\d{1,2}\.\d{1,2})"
_NUMBERED = re.compile(rf"(?:[^\W\d_]+\s+)?{_NUMBER}[.:)]?(?!\d)\s*[-–:]?\s*(.*)")
_AREA_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})?[.:)]?|[IVX]+[.:)])\s+")
_JOINING = re.compile(r"\b(och|samt|till|resp|respektive)\b|[-–,.:&/()]")
_STRATEGY_WORD = re.compile(r"\b(strategi\w*|punkt\w*)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Span:
    """How many lines a text takes, and how alike they are (0 to 100)."""

    lines: int
    score: float
    faithful: bool = False  # no more than misread letters set them apart


@cache
def folded(text: str) -> str:
    """Return the words of a text in small ASCII letters: what OCR leaves most often unharmed."""
    return slug(text).replace("-", " ")


def span(lines: Sequence[Line], at: int, target: str, skip: str = "") -> Span:
    """Return the lines from `at` on that are most like the target; none where they are not.

    `skip` is what the first line has before the text, such as a number.
    """
    wanted = folded(target)
    first = folded(lines[at].text[len(skip) :])
    if not first or fuzz.ratio(first, wanted[: len(first)]) < _START:
        return Span(0, 0)
    best = Span(0, 0)
    words = first
    for count in range(1, _MAX_LINES):
        score = fuzz.ratio(words, wanted)
        if score > best.score:
            best = Span(count, score, score >= _FAITHFUL or distance(words, wanted) <= 2)
        if at + count >= len(lines) or len(words) > len(wanted) * 1.2 + 10:
            break
        words = f"{words} {folded(lines[at + count].text)}"
    return best if best.score >= ALIKE else Span(0, best.score)


def number_before(line: Line) -> tuple[str, str] | None:
    """Return the strategy number that a line begins with, and all that stands before the title."""
    match = _NUMBERED.match(line.text)
    return (match[1], line.text[: match.start(2)]) if match else None


def numbers_in(text: str, known: Sequence[str]) -> list[str]:
    """Return the known strategy numbers in a text, ranges ("3.1–3.3") filled in."""
    found: list[str] = []
    pattern = rf"(?<![\d.]){_NUMBER}(?!\d|\.\d)(?:\s*[-–]\s*{_NUMBER}(?!\d|\.\d))?"
    for match in re.finditer(pattern, text):
        first, last = match[1], match[2] or match[1]
        if first in known and last in known and known.index(first) <= known.index(last):
            found.extend(known[known.index(first) : known.index(last) + 1])
        else:
            found.extend(number for number in (first, last) if number in known)
    return [number for number in known if number in found]


def only_numbers(text: str) -> bool:
    """Whether a line has nothing but numbers: "1.1", "Strategi 3.1 och 3.2:"."""
    rest = _STRATEGY_WORD.sub("", re.sub(_NUMBER, "", text))
    return bool(re.search(r"\d\.\d", text)) and not _JOINING.sub("", rest).strip()


def is_area_heading(line: Line, title: str) -> bool:
    """Whether a line is the heading of a goal area: its title, after a number and a kind word."""
    numbered = _AREA_NUMBER.match(line.text)
    text = line.text[numbered.end() :] if numbered else line.text
    wanted = folded(title)
    if fuzz.ratio(folded(text), wanted) >= ALIKE:
        return numbered is not None or line.starts
    kind, _, rest = text.partition(" ")
    rest = re.sub(r"^\d{1,2}\s*[.:–-]?\s+", "", rest)
    return (
        kind[:1].isupper()
        and folded(kind) not in wanted
        and fuzz.ratio(folded(rest.lstrip(":–- ")), wanted) >= ALIKE
    )
