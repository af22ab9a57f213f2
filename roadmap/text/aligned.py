"""Two texts that should be the same word for word, but for corrections that are written down."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

# So many words that are the same again after a changed one make sure that it is one.
_SURE = 3


@dataclass
class Correction:
    """Words of the source, and what stands for them. `used` when such a place has been met."""

    stood: Sequence[str]
    stands: Sequence[str]
    used: bool = False


@dataclass(frozen=True)
class Difference:
    """Words that no correction explains: where they begin and end, in the text and its source."""

    start: int
    end: int
    source_start: int
    source_end: int


@dataclass
class Alignment:
    """A way through a text and its source. `at` is how far in the source it has come."""

    text: Sequence[str]
    source: Sequence[str]
    corrections: Sequence[Correction]
    differences: list[Difference] = field(default_factory=list)
    at: int = 0


def align(
    text: Sequence[str], source: Sequence[str], corrections: Sequence[Correction]
) -> Alignment:
    """Go through a text beside its source, and use up the corrections that are met.

    What is left of the source when the text ends is nobody's: see `Alignment.at`.
    """
    found = Alignment(text, source, corrections)
    here = 0
    while here < len(text):
        there = found.at
        if there < len(source) and text[here] == source[there]:
            here, found.at = here + 1, there + 1
        elif corrected := _corrected(found, here):
            here, found.at = corrected
        else:
            difference = _difference(found, here)
            found.differences.append(difference)
            here, found.at = difference.end, difference.source_end
    return found


def _difference(way: Alignment, here: int) -> Difference:
    """Return the words from here on that differ: one for one if the next are the same again."""
    there = way.at
    text, source = way.text[here:], way.source[there:]
    if source and text[1 : 1 + _SURE] == source[1 : 1 + _SURE]:
        return Difference(here, here + 1, there, there + 1)
    codes = SequenceMatcher(None, source, text, autojunk=False).get_opcodes()
    _, _, source_end, _, end = next(code for code in codes if code[0] != "equal")
    return Difference(here, here + end, there, there + source_end)


def _corrected(way: Alignment, here: int) -> tuple[int, int] | None:
    """Return where the way goes on after a correction of the words here, or None without one.

    A correction may begin with words that are the same in both texts and behind us already.
    """
    for correction in way.corrections:
        if correction.used:
            continue
        stood, stands = list(correction.stood), list(correction.stands)
        for behind in range(min(len(stood), here, way.at) + 1):
            start, source_start = here - behind, way.at - behind
            end, source_end = start + len(stands), source_start + len(stood)
            if (
                end + source_end > here + way.at
                and list(way.text[start:end]) == stands
                and list(way.source[source_start:source_end]) == stood
            ):
                correction.used = True
                return end, source_end
    return None
