"""Find the plan's own numbers and titles in the lines of a document, also if misread."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz
from rapidfuzz.distance.Levenshtein import distance

from roadmap.importing.lines import Line
from roadmap.text.swedish import slug

# How alike (0 to 100) words are if OCR has misread a letter or two.
ALIKE = 82
_FAITHFUL = 90
_START = 70  # how alike the first line of a longer text must be
_MAX_LINES = 40

_NUMBER = r"[A-Za-zÅÄÖåäö]?(\d{1,2}\.\d{1,2})"
_NUMBERED = re.compile(rf"(?:[^\W\d_]+\s+)?{_NUMBER}[.:)]?(?!\d)\s*[-–:]?\s*(.*)")
_AREA_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})?[.:)]?|[IVX]+[.:)])\s+")
_JOINING = re.compile(r"\b(och|samt|till|resp|respektive)\b|[-–,.:&/()]")
_STRATEGY_WORD = re.compile(r"\b(strategi\w*|punkt\w*)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Span:
    """The number of lines of a text, and how alike they are (0 to 100)."""

    lines: int
    score: float
    faithful: bool = False  # they differ only in misread letters


@cache
def folded(text: str) -> str:
    """Return the words of a text in lower-case ASCII letters, which OCR seldom misreads."""
    return slug(text).replace("-", " ")


def span(lines: Sequence[Line], at: int, target: str, skip: str = "") -> Span:
    """Return the lines from `at` that are most like the target; none if they are too unlike.

    `skip` is what precedes the text on the first line, such as a number.
    """
    folded_target = folded(target)
    first = folded(lines[at].text[len(skip) :])
    if not first or fuzz.ratio(first, folded_target[: len(first)]) < _START:
        return Span(0, 0)
    best = Span(0, 0)
    words = first
    for count in range(1, _MAX_LINES):
        score = fuzz.ratio(words, folded_target)
        if score > best.score:
            best = Span(count, score, score >= _FAITHFUL or distance(words, folded_target) <= 2)
        if at + count >= len(lines) or len(words) > len(folded_target) * 1.2 + 10:
            break
        words = f"{words} {folded(lines[at + count].text)}"
    return best if best.score >= ALIKE else Span(0, best.score)


def number_before(line: Line) -> tuple[str, str] | None:
    """Return the strategy number that a line begins with, and everything before the title."""
    match = _NUMBERED.match(line.text)
    return (match[1], line.text[: match.start(2)]) if match else None


def numbers_in(text: str, known: Sequence[str]) -> list[str]:
    """Return the known strategy numbers in a text, with ranges ("3.1–3.3") filled in."""
    numbers: list[str] = []
    pattern = rf"(?<![\d.]){_NUMBER}(?!\d|\.\d)(?:\s*[-–]\s*{_NUMBER}(?!\d|\.\d))?"
    for match in re.finditer(pattern, text):
        first, last = match[1], match[2] or match[1]
        if first in known and last in known and known.index(first) <= known.index(last):
            numbers.extend(known[known.index(first) : known.index(last) + 1])
        else:
            numbers.extend(number for number in (first, last) if number in known)
    return [number for number in known if number in numbers]


def only_numbers(text: str) -> bool:
    """Whether a line has only numbers: "1.1", "Strategi 3.1 och 3.2:"."""
    rest = _STRATEGY_WORD.sub("", re.sub(_NUMBER, "", text))
    return bool(re.search(r"\d\.\d", text)) and not _JOINING.sub("", rest).strip()


def is_area_heading(line: Line, title: str) -> bool:
    """Whether a line is the heading of a goal area: its title, after a number and a kind word."""
    numbered = _AREA_NUMBER.match(line.text)
    text = line.text[numbered.end() :] if numbered else line.text
    folded_title = folded(title)
    if fuzz.ratio(folded(text), folded_title) >= ALIKE:
        return numbered is not None or line.starts
    kind, _, rest = text.partition(" ")
    rest = re.sub(r"^\d{1,2}\s*[.:–-]?\s+", "", rest)
    return (
        kind[:1].isupper()
        and folded(kind) not in folded_title
        and fuzz.ratio(folded(rest.lstrip(":–- ")), folded_title) >= ALIKE
    )
