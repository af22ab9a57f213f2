"""What is a Swedish word, and how common it is."""

import math
import sys
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from roadmap.text.frequencies import common_words

# Ten-logarithm of how often a word turns up that only the dictionary has.
_DICTIONARY_WORD = -7.0
_SHARE_OF_PLAN = 0.5  # as likely as not, an answer takes a word from the plan
_LONE_FIGURE = -4.5  # "1" before a word, not as the number of a heading or a page
_ONE_LETTER_WORDS = {"i", "å", "ö"}


class MissingDictionaryError(Exception):
    """The Swedish dictionary is not installed. The message is Swedish and says what to do."""


@cache
def open_dictionary() -> Any:
    """Return the Hunspell dictionary of Swedish that pip has put into the environment."""
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


class Lexicon:
    """The words of Swedish, and those of the plan besides."""

    def __init__(self, vocabulary: Iterable[str] = ()) -> None:
        self._dictionary = open_dictionary()
        self._known: dict[str, bool] = {}
        words = [word.lower() for word in vocabulary]
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
        """Whether it is a word: in the plan, in the dictionary, or a compound it allows."""
        if word not in self._known:
            self._known[word] = word.lower() in self.weights or self._spelled(word)
        return self._known[word]

    def _spelled(self, word: str) -> bool:
        small = word.lower()
        return any(self._dictionary.spell(form) for form in {word, small, small.capitalize()})

    def is_simple(self, word: str) -> bool:
        """Whether a word is in the dictionary itself, not as a compound that it allows."""
        return any(
            self._dictionary.spell(form)
            and any("pa:" not in parts for parts in self._dictionary.analyze(form))
            for form in (word.lower(), word.capitalize())
        )

    def weight(self, word: str) -> float:
        """Return the ten-logarithm of how likely a known word is."""
        return self.weights.get(word.lower(), _DICTIONARY_WORD)
