"""Put together the words that were hyphenated at the end of a line."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from roadmap.importing.lines import Line, Manuscript
from roadmap.importing.repair.lexicon import Lexicon, MissingDictionaryError
from roadmap.text.swedish import composed

# A hyphen before one of these belongs to the word: "mark- och planprocessen".
_CONJUNCTIONS = {"och", "eller", "samt", "respektive", "till", "som", "men", "utan", "inte", "även"}
# These are written with a hyphen: "icke-verbal".
_PREFIXES = {"icke", "ex", "vice", "pre", "post"}
_CUT = re.compile(r"(?:^|(?<=[^\w-]))(?P<head>[\w-]*\w)-$")
_TAIL = re.compile(r"[^\W_]+")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_SENTENCE_END = re.compile(r"(?:^|[.!?:]\s+|[-–•]\s+)$")


@dataclass(frozen=True)
class Join:
    """The two halves of a word and what they became; `sure` if that is a word."""

    head: str
    tail: str
    word: str
    sure: bool


def with_whole_words(manuscript: Manuscript, vocabulary: Iterable[str] = ()) -> Manuscript:
    """Return the manuscript with the words whole that its lines had cut, each told of.

    The rest of a cut word moves to the line that it begins on. `vocabulary` is the plan's words.
    """
    joiner = _Joiner(manuscript.lines, tuple(vocabulary))
    lines: list[Line] = []
    joins: list[Join] = []
    for line in manuscript.lines:
        before = lines[-1] if lines else None
        join = joiner.join(before, line) if before and before.text.endswith("-") else None
        if before and join:
            # What follows the word without a space, such as a comma, goes with it.
            tail, _, rest = line.text.partition(" ")
            whole = join.word + tail[len(join.tail) :]
            text = before.text[: len(before.text) - len(join.head) - 1] + whole
            lines[-1] = replace(before, text=composed(text))
            joins.append(join)
            line = replace(line, text=rest, starts=False)
        if line.text:
            lines.append(line)
    return replace(manuscript, lines=tuple(lines), told=(*manuscript.told, *_told(joins)))


def _told(joins: Sequence[Join]) -> list[str]:
    """Return sentences on the joined words, those that nobody knows apart."""
    found = []
    for sure, question in ((False, " Är de rätt?"), (True, "")):
        if words := dict.fromkeys(join.word for join in joins if join.sure == sure):
            listed = ", ".join(words)
            found.append(f"Ord som var delade vid radens slut och är hopsatta: {listed}.{question}")
    return found


class _Joiner:
    """Decides on the hyphens at the ends of lines, by the document's own words first."""

    def __init__(self, lines: Sequence[Line], vocabulary: tuple[str, ...]) -> None:
        self._lines = lines
        self._vocabulary = vocabulary
        self._words: Collection[str] | None = None

    def join(self, before: Line, line: Line) -> Join | None:
        """Return how a word continues on the next line; None if none does."""
        cut, rest = _CUT.search(before.text), _TAIL.match(line.text)
        if not cut or not rest or line.bullet or before.cell != line.cell:
            return None
        if line.starts and not line.text[0].islower():
            return None
        head, tail = cut["head"], rest[0]
        if tail.casefold() in _CONJUNCTIONS:
            return None
        begins = bool(_SENTENCE_END.search(before.text[: cut.start("head")]))
        keeps, sure = self._keeps_hyphen(head, tail, begins)
        return Join(head, tail, f"{head}-{tail}" if keeps else head + tail, sure)

    def _keeps_hyphen(self, head: str, tail: str, begins: bool) -> tuple[bool, bool]:
        """Return whether the hyphen is the word's own, and whether that is for sure."""
        last = head.rsplit("-", 1)[-1]  # of "Barn-ungdoms-", the part that may go on
        whole = last + tail
        is_capitals = len(last) > 1 and last.isupper()
        if len(last) == 1 or last[-1].isdigit() or (is_capitals and not tail.isupper()):
            return True, True
        if tail[0].isdigit() or last.casefold() in _PREFIXES:
            return True, True
        if f"{last}-{tail}".casefold() in self._seen():
            return True, True
        if whole.casefold() in self._seen():
            return False, True
        if tail[0].isupper() and not is_capitals:
            return True, True
        lexicon = _lexicon(self._vocabulary)
        if lexicon is None:
            return False, False
        if last[0].isupper() and not is_capitals and lexicon.knows(last):
            # Inside a sentence it is a name: "i Bris-rapporten", but "i Social-styrelsen".
            is_name = not begins or lexicon.is_name(last)
            if is_name and not lexicon.is_simple(whole):
                return True, not lexicon.knows(whole)
        return False, lexicon.knows(whole)

    def _seen(self) -> Collection[str]:
        """Return the words that stand uncut in the document."""
        if self._words is None:
            self._words = {
                word.casefold() for line in self._lines for word in _WORD.findall(line.text)
            }
        return self._words


@cache
def _lexicon(vocabulary: tuple[str, ...]) -> Lexicon | None:
    try:
        return Lexicon(vocabulary)
    except MissingDictionaryError:
        return None
