"""How machines misread letters, and which words a misread one can have been.

The table is about letters alone. How often each reading happens differs from scan to scan and is
learnt from the text itself (`engine.py`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from roadmap.importing.repair.lexicon import Lexicon

SWEDISH = "åäö"

# What a letter with a mark above it looks like to a machine: one sign, or two.
_ONE = {"å": "aédi4", "ä": "aédi4&", "ö": "oéd60i"}
_TWO = "aédi"
_OTHERS = {"å": ("ä", ""), "ä": ("å", "d&"), "ö": ()}


def _readings(letter: str) -> tuple[str, ...]:
    signs = _TWO + _ONE[letter][0]
    pairs = (first + second for first in signs for second in signs)
    return tuple(dict.fromkeys([*_ONE[letter], *pairs, *_OTHERS[letter]]))


# Letter → what a machine may read in its place, the commonest first.
READINGS: Mapping[str, tuple[str, ...]] = {
    **{letter: _readings(letter) for letter in SWEDISH},
    "i": ("1", "i1"),
    "l": ("1",),
    "o": ("0",),
}
_MISREAD = tuple(
    (letter, reading)
    for letter in SWEDISH
    for reading in READINGS[letter]
    if reading and reading not in SWEDISH
)
_MAX_MISREAD = 6  # letters in one word
_MAX_FOUND = 4000
_LONGEST = 50  # no word of running text is longer
RAREST = -11.0  # ten-logarithm of how likely a word is that no common words make up
_JOINT = -1.0  # what it costs, as a ten-logarithm, to put two words together
_MIN_PART = 3  # letters in a part of a compound
_LINKS = ("", "s", "-")
# The first misread letters are the commonest ones; a long word is tried with so many readings.
_MAX_TRIED = 4000


@dataclass(frozen=True)
class Candidate:
    """A word that the one in the text can have been, and which letters were misread as what."""

    word: str
    misread: tuple[tuple[str, str], ...]


@dataclass
class _Node:
    """A letter of the words in the lexicon."""

    word: str | None = None
    next: dict[str, "_Node"] = field(default_factory=dict)


class Readings:
    """Looks up candidates in a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._found: dict[str, tuple[Candidate, ...]] = {}

    def candidates(self, text: str) -> tuple[Candidate, ...]:
        """Return the words that a misread one (in small letters) can have been, itself included.

        Compounds of common words are tried too, if the dictionary knows them.
        """
        if text not in self._found and len(text) > _LONGEST:
            self._found[text] = (Candidate(text, ()),) if self.lexicon.knows(text) else ()
        elif text not in self._found:
            found: dict[str, Candidate] = {}
            for word, misread in self._parts(text, 0, 0):
                fewer = word not in found or len(misread) < len(found[word].misread)
                if fewer and self.lexicon.knows(word):
                    found[word] = Candidate(word, misread)
                if len(found) >= _MAX_FOUND:
                    break
            if self.lexicon.knows(text):
                found[text] = Candidate(text, ())
            if not found:
                found = {item.word: item for item in self._tried(text)}
            for item in list(found.values()):
                for other in self._siblings(item):
                    found.setdefault(other.word, other)
            self._found[text] = tuple(found.values())
        return self._found[text]

    def weight(self, word: str) -> float:
        """Return the ten-logarithm of how likely a word is, a compound by its likeliest parts."""
        own = self.lexicon.weights.get(word)
        if own is not None:
            return own
        if self.lexicon.is_simple(word):
            return self.lexicon.weight(word)
        compound = max(
            (
                sum(map(self.lexicon.weight, parts)) + _JOINT * (len(parts) - 1)
                for parts in self._splits(word, 3)
            ),
            default=RAREST,
        )
        return max(compound, RAREST)

    def _siblings(self, candidate: Candidate) -> Iterator[Candidate]:
        """Yield the words with another letter where one was misread: tillhandahåll, -höll."""
        for number, (letter, reading) in enumerate(candidate.misread):
            for other in SWEDISH:
                if other == letter or reading not in READINGS[other] or letter not in SWEDISH:
                    continue
                misread = list(candidate.misread)
                misread[number] = (other, reading)
                for place, there in enumerate(candidate.word):
                    word = candidate.word[:place] + other + candidate.word[place + 1 :]
                    if there == letter and self.lexicon.knows(word):
                        yield Candidate(word, tuple(misread))

    def _tried(self, text: str) -> Iterator[Candidate]:
        """Yield words that the dictionary knows, though no list of common words has their parts.

        Those with the fewest misread letters; nothing where there are too many to try.
        """
        tried = 0
        level: dict[tuple[str, int], tuple[tuple[str, str], ...]] = {(text, 0): ()}
        for _ in range(_MAX_MISREAD):
            following: dict[tuple[str, int], tuple[tuple[str, str], ...]] = {}
            hit = False
            for (word, done), misread in level.items():
                for start in range(done, len(word)):
                    for letter, reading in _MISREAD:
                        if not word.startswith(reading, start):
                            continue
                        new = word[:start] + letter + word[start + len(reading) :]
                        more = (*misread, (letter, reading))
                        tried += 1
                        if tried > _MAX_TRIED:
                            return
                        following.setdefault((new, start + 1), more)
                        if self.lexicon.knows(new):
                            hit = True
                            yield Candidate(new, more)
            if hit:
                return
            level = following

    def _splits(self, word: str, parts: int) -> Iterator[tuple[str, ...]]:
        for end in range(_MIN_PART, len(word) + 1):
            head = word[:end]
            if (
                head not in self.lexicon.weights
                and head.removesuffix("s") not in self.lexicon.weights
            ):
                continue
            stem = head if head in self.lexicon.weights else head.removesuffix("s")
            if end == len(word):
                yield (stem,)
            elif parts > 1 and len(word) - end >= _MIN_PART:
                for rest in self._splits(word[end:], parts - 1):
                    yield (stem, *rest)

    @cached_property
    def _root(self) -> _Node:
        root = _Node()
        for word in self.lexicon.weights:
            node = root
            for letter in word:
                node = node.next.setdefault(letter, _Node())
            node.word = word
        return root

    def _parts(
        self, text: str, at: int, part: int
    ) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
        """Yield words, or compounds of up to three, that the text from `at` on can have been."""
        for end, word, misread in self._matches(self._root, text, at, ()):
            if len(misread) > _MAX_MISREAD:
                continue
            if end == len(text):
                yield word, misread
            elif part < 2 and len(word) >= _MIN_PART and len(text) - end >= _MIN_PART:
                for link in _LINKS:
                    if text.startswith(link, end) and len(text) - end - len(link) >= _MIN_PART:
                        for rest, more in self._parts(text, end + len(link), part + 1):
                            yield word + link + rest, misread + more

    def _matches(
        self, node: _Node, text: str, at: int, misread: tuple[tuple[str, str], ...]
    ) -> Iterator[tuple[int, str, tuple[tuple[str, str], ...]]]:
        """Yield where the words below a node end in the text, and what was misread in them."""
        if node.word is not None:
            yield at, node.word, misread
        for letter, child in node.next.items():
            if text.startswith(letter, at):
                yield from self._matches(child, text, at + 1, misread)
            if len(misread) < _MAX_MISREAD:
                for reading in READINGS.get(letter, ()):
                    if text.startswith(reading, at) and (reading or at):
                        more = (*misread, (letter, reading))
                        yield from self._matches(child, text, at + len(reading), more)
