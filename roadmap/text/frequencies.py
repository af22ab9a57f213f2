"""How common the words of a language are."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

_SWEDISH = "sv"


def frequencies(language: str = _SWEDISH) -> Path:
    """Return the file of a language's words, which may not be there."""
    return Path(__file__).parent / f"frequencies-{language}.txt"


def common_words(language: str = _SWEDISH) -> Mapping[str, float]:
    """Return the common words, in lower case, with the ten-logarithm of their frequency.

    None are known of a language without a file.
    """
    return _read(language)


@cache
def _read(language: str) -> Mapping[str, float]:
    words: dict[str, float] = {}
    path = frequencies(language)
    for line in path.read_text("utf-8").splitlines() if path.is_file() else ():
        if not line.startswith("#"):
            number, *row = line.split()
            words.update(dict.fromkeys(row, -int(number) / 100))
    return words
