"""How common the words of Swedish are."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

FREQUENCIES = Path(__file__).parent / "frequencies-sv.txt"


@cache
def common_words() -> Mapping[str, float]:
    """Return the common words, in lower case, with the ten-logarithm of their frequency."""
    words: dict[str, float] = {}
    for line in FREQUENCIES.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            number, *row = line.split()
            words.update(dict.fromkeys(row, -int(number) / 100))
    return words
