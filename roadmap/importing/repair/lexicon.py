"""Which words are Swedish, and how common they are."""

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from roadmap.text.frequencies import common_words

# Ten-logarithm of the frequency of a word that is only in the dictionary.
_DICTIONARY_WORD = -7.0
_SHARE_OF_PLAN = 0.5  # of the words of an answer, the share assumed to come from the plan
_LONE_FIGURE = -4.5  # for "1" before a word, other than as the number of a heading or a page
_RAREST_LETTER = -4.0  # for a character in no common word, such as a digit
_ONE_LETTER_WORDS = {"i", "å", "ö"}


class MissingDictionaryError(Exception):
    """The Swedish dictionary is not installed. The message is Swedish and says what to do."""


@cache
def open_dictionary() -> Any:
    """Return the Swedish Hunspell dictionary in the Python environment."""
    folder = Path(sys.prefix) / "share" / "hunspell"
    try:
        import hunspell
    except ImportError:
        raise MissingDictionaryError(_missing("chunspell")) from None
    if not (folder / "sv_SE.dic").is_file():
        raise MissingDictionaryError(_missing("hunspell-sv"))
    return hunspell.Hunspell("sv_SE", hunspell_data_dir=str(folder))


def _missing(package: str) -> str:
    return f"Paketet {package} saknas i miljön. Kör make, eller: pip install {package}"


@cache
def _letters() -> Mapping[str, float]:
    """Return the ten-logarithm of the frequency of each letter in running Swedish text."""
    counts: dict[str, float] = defaultdict(float)
    for word, weight in common_words().items():
        for letter in word:
            counts[letter] += 10**weight
    total = sum(counts.values())
    return {letter: math.log10(count / total) for letter, count in counts.items()}


class Lexicon:
    """The words of Swedish and those of the plan."""

    def __init__(self, vocabulary: Iterable[str] = ()) -> None:
        self._dictionary = open_dictionary()
        self._known: dict[str, bool] = {}
        words = [word.lower() for word in vocabulary]
        self._plan = frozenset(words)
        self.weights = {
            word: weight
            for word, weight in common_words().items()
            if len(word) > 1 or word in _ONE_LETTER_WORDS
        }
        self.weights["1"] = _LONE_FIGURE
        for word, count in Counter(words).items():
            common = 10 ** self.weights.get(word, -99.0)
            share = (1 - _SHARE_OF_PLAN) * common + _SHARE_OF_PLAN * count / len(words)
            self.weights[word] = math.log10(share)

    def knows(self, word: str) -> bool:
        """Whether it is a word: common, in the plan, in the dictionary or a compound it allows."""
        if word not in self._known:
            self._known[word] = word.lower() in self.weights or self._spelled(word)
        return self._known[word]

    def is_in_plan(self, word: str) -> bool:
        """Whether a word in lower case is one of the plan's."""
        return word in self._plan

    def _spelled(self, word: str) -> bool:
        lower = word.lower()
        return any(self._dictionary.spell(form) for form in {word, lower, lower.capitalize()})

    def is_simple(self, word: str) -> bool:
        """Whether a word is in the dictionary itself, not only a compound that it allows."""
        return any(
            self._dictionary.spell(form)
            and any("pa:" not in parts for parts in self._dictionary.analyze(form))
            for form in (word.lower(), word.capitalize())
        )

    def is_name(self, word: str) -> bool:
        """Whether a word is in the dictionary with a capital only."""
        lower = word.lower()
        return not self._dictionary.spell(lower) and self._dictionary.spell(lower.capitalize())

    def weight(self, word: str) -> float:
        """Return the ten-logarithm of a known word's likelihood."""
        return self.weights.get(word.lower(), _DICTIONARY_WORD)

    def spelling(self, word: str) -> float:
        """Return the ten-logarithm of the likelihood of its letters, in no order."""
        return sum(_letters().get(letter, _RAREST_LETTER) for letter in word)
