"""Whether a document was misread at all, and which of its passages are in no Swedish.

A sound text has words that stand in no list: abbreviations, names, English. A few of them become
Swedish with an å, ä or ö by chance ("rd", "forslaget" in Norwegian), so that one can is no sign.
The signs are these, and words in lower case of at least four letters show them:

* a *loss*: a word in no list that is Swedish once it has its å, ä or ö;
* a *stranger*: a word in no list that no å, ä or ö makes Swedish;
* *kept*: a word in the lists with an å, ä or ö.

In a misread document nearly every unknown word is a loss, elsewhere nearly every one is a stranger.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from itertools import accumulate

_SHORTEST = 4  # letters of a word that shows anything
_FEWEST = 3  # different losses; fewer are chance
_LEAST_LOST = 0.05  # of the words that have or had an å, ä or ö
_AROUND = 8  # words on each side that belong to the same passage
_STRANGERS = 2  # fewer in a passage make it no foreign one


class Sign(Enum):
    """What a word shows of the document."""

    LOSS = "loss"
    STRANGER = "stranger"
    KEPT = "kept"


def is_sign(word: str) -> bool:
    """Whether a word, as it is written, can show anything: no name, and too long for chance."""
    return len(word) >= _SHORTEST and word.isalpha() and word.islower()


def foreign(signs: Sequence[Sign | None]) -> list[bool]:
    """Return for each word of a text whether it stands among more strangers than losses."""
    strangers = _counted(signs, Sign.STRANGER)
    losses = _counted(signs, Sign.LOSS)
    return [
        strange >= _STRANGERS and strange > lost
        for strange, lost in zip(strangers, losses, strict=True)
    ]


def is_misread(signs: Iterable[tuple[str, Sign]]) -> bool:
    """Whether the words of a document, each with its sign, show that it was misread."""
    kinds = Counter(sign for _, sign in set(signs))
    lost = kinds[Sign.LOSS]
    had = lost + kinds[Sign.KEPT]
    return lost >= _FEWEST and lost > kinds[Sign.STRANGER] and lost >= _LEAST_LOST * had


def _counted(signs: Sequence[Sign | None], wanted: Sign) -> Iterator[int]:
    """Yield for each word how many around it have a sign."""
    sums = [0, *accumulate(sign is wanted for sign in signs)]
    for index in range(len(signs)):
        yield sums[min(index + _AROUND + 1, len(signs))] - sums[max(index - _AROUND, 0)]
