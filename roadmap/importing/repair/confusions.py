"""How machines misread letters, and which words a misread word may have been.

The table is about letters only. The frequency of each reading differs from scan to scan and is
learnt from the text itself (`engine.py`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from roadmap.importing.repair.lexicon import Lexicon

SWEDISH = "åäö"

# How a machine may read a letter with a mark above it: as one character, or as two.
_ONE = {"å": "aédi4", "ä": "aédi4&", "ö": "oéd60i"}
_TWO = "aédi"
_OTHERS = {"å": ("ä", ""), "ä": ("å", "d&"), "ö": ()}


def _readings(letter: str) -> tuple[str, ...]:
    characters = _TWO + _ONE[letter][0]
    pairs = (first + second for first in characters for second in characters)
    return tuple(dict.fromkeys([*_ONE[letter], *pairs, *_OTHERS[letter]]))


# Letter → what a machine may read instead, the most common first.
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
RAREST = -11.0  # ten-logarithm of the likelihood of a word that is not made up of common words
_JOINT = -1.0  # the cost, as a ten-logarithm, of joining two words
_MIN_PART = 3  # letters in a part of a compound
_LINKS = ("", "s", "-")
# The steps through the words of the lexicon that one word is worth; one that needs more is left as
# it is. Twice what any word of the real document needs. A question to the dictionary takes as many
# steps as the word has letters.
MAX_STEPS = 8_000


@dataclass(frozen=True)
class Candidate:
    """A word that the one in the text may have been, and the letters misread and their readings."""

    word: str
    misread: tuple[tuple[str, str], ...]


@dataclass
class _Node:
    """A letter in the tree of the words in the lexicon."""

    word: str | None = None
    next: dict[str, "_Node"] = field(default_factory=dict)


class Readings:
    """Finds candidates in a lexicon; `steps` counts the work."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.steps = 0
        self._last_step = 0
        self._candidates: dict[str, tuple[Candidate, ...]] = {}

    def candidates(self, text: str) -> tuple[Candidate, ...]:
        """Return the words that a misread one, in lower case, may have been, itself included.

        Compounds of common words are included if the dictionary accepts them.
        """
        if text not in self._candidates:
            self._last_step = self.steps + MAX_STEPS
            itself = {text: Candidate(text, ())} if self.lexicon.knows(text) else {}
            found = self._found(text, itself)
            self._candidates[text] = tuple((itself if self._is_out_of_steps else found).values())
        return self._candidates[text]

    def _found(self, text: str, itself: dict[str, Candidate]) -> dict[str, Candidate]:
        by_word: dict[str, Candidate] = {}
        for word, misread in self._compounds(text, 0, 0):
            fewer = word not in by_word or len(misread) < len(by_word[word].misread)
            if fewer and self._knows(word):
                by_word[word] = Candidate(word, misread)
        by_word |= itself
        if not by_word:
            by_word = {candidate.word: candidate for candidate in self._dictionary_words(text)}
        for candidate in list(by_word.values()):
            for sibling in self._siblings(candidate):
                by_word.setdefault(sibling.word, sibling)
        return by_word

    @property
    def _is_out_of_steps(self) -> bool:
        return self.steps > self._last_step

    def _knows(self, word: str) -> bool:
        if self._is_out_of_steps:
            return False
        self.steps += len(word)
        return self.lexicon.knows(word)

    def weight(self, word: str) -> float:
        """Return the ten-logarithm of a word's likelihood; of a compound by its likeliest parts."""
        known_weight = self.lexicon.weights.get(word)
        if known_weight is not None:
            return known_weight
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
        """Yield the words with another possible letter for a misread one: tillhandahåll, -höll."""
        for index, (letter, reading) in enumerate(candidate.misread):
            for other in SWEDISH:
                if other == letter or reading not in READINGS[other] or letter not in SWEDISH:
                    continue
                misread = list(candidate.misread)
                misread[index] = (other, reading)
                for position, present_letter in enumerate(candidate.word):
                    word = candidate.word[:position] + other + candidate.word[position + 1 :]
                    if present_letter == letter and self._knows(word):
                        yield Candidate(word, tuple(misread))

    def _dictionary_words(self, text: str) -> Iterator[Candidate]:
        """Yield words in the dictionary whose parts are not common words.

        They are those with the fewest misread letters.
        """
        level: dict[tuple[str, int], tuple[tuple[str, str], ...]] = {(text, 0): ()}
        for _ in range(_MAX_MISREAD):
            next_level: dict[tuple[str, int], tuple[tuple[str, str], ...]] = {}
            found_any = False
            for (word, position), misread in level.items():
                for start in range(position, len(word)):
                    for letter, reading in _MISREAD:
                        if not word.startswith(reading, start):
                            continue
                        new_word = word[:start] + letter + word[start + len(reading) :]
                        new_misread = (*misread, (letter, reading))
                        if self._is_out_of_steps:
                            return
                        next_level.setdefault((new_word, start + 1), new_misread)
                        if self._knows(new_word):
                            found_any = True
                            yield Candidate(new_word, new_misread)
            if found_any:
                return
            level = next_level

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

    def _compounds(
        self, text: str, start: int, depth: int
    ) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
        """Yield words, or compounds of up to three, that the text from `start` may have been."""
        for end, word, misread in self._matches(self._root, text, start, ()):
            if len(misread) > _MAX_MISREAD:
                continue
            if end == len(text):
                yield word, misread
            elif depth < 2 and len(word) >= _MIN_PART and len(text) - end >= _MIN_PART:
                for link in _LINKS:
                    if text.startswith(link, end) and len(text) - end - len(link) >= _MIN_PART:
                        for rest, rest_misread in self._compounds(text, end + len(link), depth + 1):
                            yield word + link + rest, misread + rest_misread

    def _matches(
        self, node: _Node, text: str, position: int, misread: tuple[tuple[str, str], ...]
    ) -> Iterator[tuple[int, str, tuple[tuple[str, str], ...]]]:
        """Yield the end in the text, the word and the misread letters of each word below a node."""
        self.steps += 1
        if self._is_out_of_steps:
            return
        if node.word is not None:
            yield position, node.word, misread
        for letter, child in node.next.items():
            if text.startswith(letter, position):
                yield from self._matches(child, text, position + 1, misread)
            if len(misread) < _MAX_MISREAD:
                for reading in READINGS.get(letter, ()):
                    if text.startswith(reading, position) and (reading or position):
                        new_misread = (*misread, (letter, reading))
                        yield from self._matches(child, text, position + len(reading), new_misread)
