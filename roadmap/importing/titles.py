"""Find the plan's own titles and texts in the lines of a document, also if misread."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance.Levenshtein import distance

from roadmap.importing.lines import Line
from roadmap.model import Strategy
from roadmap.text.swedish import slug

# How alike (0 to 100) words are if OCR has misread a letter or two.
ALIKE = 82
_FAITHFUL = 90
_START = 70  # how alike the first line of a longer text must be
_MAX_LINES = 40
_MISREAD = 0.4  # the most of a word's letters that OCR misreads
# Words that turn the meaning of a text. OCR seldom makes one of another word.
_DENIALS = {"inte", "ej", "icke", "ingen", "inget", "inga", "nej", "utan", "aldrig"}
_TURNING = _DENIALS | {
    "hogre", "lagre", "fler", "farre", "mer", "mindre", "oka", "okar", "minska", "minskar",
    "starka", "starker", "sanka", "sanker", "battre", "samre", "ska", "bor", "kan", "far", "mot",
}  # fmt: skip

_AREA_NUMBER = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})?[.:)]?|[IVX]+[.:)]|[A-ZÅÄÖ](?:[.:)]|\.?\d{1,2}[.:)]?))\s+"
)
_LONGEST_HEADING = 160  # characters
_STEM = 4  # letters that forms of a word share
_FEW_SHARED = 2
_MOST = 0.75  # of a heading's words
_SHORTEST_WORD = 4  # letters; shorter words say little
_COMMON = {"till", "inom", "från", "samt", "eller", "genom", "mellan", "deras", "alla", "andra"}


@dataclass(frozen=True)
class Span:
    """The number of lines of a text, and how alike they are (0 to 100)."""

    lines: int
    score: float
    faithful: bool = False  # they differ only in misread letters
    own: bool = False  # the lines have words that the text lacks


@lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """Return the words of a text in lower-case ASCII letters, which OCR seldom misreads."""
    return slug(text).replace("-", " ")


def span(lines: Sequence[Line], at: int, target: str, skip: str = "") -> Span:
    """Return the lines from `at` that are most like the target; none if they are too unlike.

    `skip` is what precedes the text on the first line, such as a number.
    """
    return _span(lines, at, folded(target), folded(lines[at].text[len(skip) :]))


def _span(lines: Sequence[Line], at: int, target: str, first: str) -> Span:
    if not first or not fuzz.ratio(first, target[: len(first)], score_cutoff=_START):
        return Span(0, 0)
    best = Span(0, 0)
    found = words = first
    for count in range(1, _MAX_LINES):
        score = fuzz.ratio(words, target)
        if score > best.score:
            best, found = Span(count, score), words
        if at + count >= len(lines) or len(words) > len(target) * 1.2 + 10:
            break
        words = f"{words} {folded(lines[at + count].text)}"
    if best.score < ALIKE:
        return Span(0, best.score)
    own = has_own_words(found, target)
    misread = best.score >= _FAITHFUL or distance(found, target) <= 2
    return replace(best, faithful=misread and not own, own=own)


def has_own_words(words: str, target: str) -> bool:
    """Whether folded words say something that the target does not, such as "inte" or "nej".

    A misread word differs from the target's in few letters.
    """
    ours, theirs = target.split(), words.split()
    opcodes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    return any(
        _differ(ours[first:last], theirs[start:end])
        for tag, first, last, start, end in opcodes
        if tag != "equal"
    )


def _differ(plain: Sequence[str], found: Sequence[str]) -> bool:
    """Whether words stand in the place of others that they are no misreading of."""
    if (_TURNING & {*found}) - {*plain} or (not found and _DENIALS & {*plain}):
        return True
    letters, read = "".join(plain), "".join(found)
    if not letters:
        return len(read) > 1 or read.isdigit()  # a single letter is a speck on the paper
    return bool(read) and distance(read, letters) > max(1, len(letters) * _MISREAD)


class Titles:
    """The titles of the plan's strategies, to be found at the beginning of a line."""

    def __init__(self, strategies: Sequence[Strategy]) -> None:
        self._titles = [(folded(strategy.title), strategy) for strategy in strategies]
        self._strategies = strategies
        self._words = {strategy.id: content_words(strategy.title) for strategy in strategies}
        self._stems = {word[:_STEM] for words in self._words.values() for word in words}

    def at(self, lines: Sequence[Line], index: int, skip: str) -> tuple[Span, Strategy] | None:
        """Return the title that the lines from `index` are most like, and which lines they are."""
        first = folded(lines[index].text[len(skip) :])
        spans = ((_span(lines, index, title, first), item) for title, item in self._titles)
        found = [pair for pair in spans if pair[0].lines]
        return max(found, key=lambda pair: pair[0].score) if found else None

    def begins(self, text: str, strategy: Strategy) -> bool:
        """Whether a text begins with a strategy's title and goes on."""
        count = len(folded(strategy.title).split())
        words = folded(text).split()
        beginning = " ".join(words[:count])
        return len(words) > count and fuzz.ratio(beginning, folded(strategy.title)) >= _FAITHFUL

    def shared(self, text: str, strategy: Strategy) -> tuple[int, float]:
        """Return how many telling words of a text the title has, and what share of them."""
        words = content_words(text)
        title = self._words[strategy.id]
        hits = sum(any(fuzz.ratio(word, other) >= ALIKE for other in title) for word in words)
        return hits, hits / len(words) if words else 0.0

    def with_words_of(self, text: str) -> tuple[Strategy, ...]:
        """Return the strategies whose title a short heading has most of, in other words."""
        words = content_words(text) if len(text) <= _LONGEST_HEADING else []
        if sum(word[:_STEM] in self._stems for word in words) < _FEW_SHARED:
            return ()
        return tuple(
            strategy
            for strategy in self._strategies
            for hits, share in [self.shared(text, strategy)]
            if hits >= max(_FEW_SHARED, len(self._words[strategy.id]) / 2) and share >= _MOST
        )


def content_words(text: str) -> list[str]:
    """Return the telling words of a text, each once."""
    words = dict.fromkeys(re.findall(r"[^\W\d_]+", text.casefold()))
    return [folded(word) for word in words if len(word) >= _SHORTEST_WORD and word not in _COMMON]


def is_area_heading(line: Line, title: str) -> bool:
    """Whether a line is the heading of a goal area: its title, after a number and a kind word."""
    if len(line.text) > _LONGEST_HEADING:
        return False
    numbered = _AREA_NUMBER.match(line.text)
    text = line.text[numbered.end() :] if numbered else line.text
    folded_title = folded(title)
    if fuzz.ratio(folded(text), folded_title) >= ALIKE:
        return numbered is not None or line.starts
    kind, _, rest = text.partition(" ")
    rest = re.sub(r"^(?:\d{1,2}|[A-ZÅÄÖ](?:\.?\d{1,2})?)\s*[.:–-]?\s+", "", rest)
    return (
        kind[:1].isupper()
        and folded(kind) not in folded_title
        and fuzz.ratio(folded(rest.lstrip(":–- ")), folded_title) >= ALIKE
    )
