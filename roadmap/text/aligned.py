"""Compare a text with its source word by word, allowing for the corrections on record."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

# This many equal words after a differing one show that only that word differs.
_WORDS_TO_RESUME = 3


@dataclass
class Correction:
    """Words of the source and their replacement. `used` once a place for them has been found."""

    stood: Sequence[str]
    stands: Sequence[str]
    used: bool = False


@dataclass(frozen=True)
class Difference:
    """Words that no correction explains, as word positions in the text and in its source."""

    start: int
    end: int
    source_start: int
    source_end: int


@dataclass
class Alignment:
    """The comparison of a text with its source. `at` is how many source words it has passed."""

    text: Sequence[str]
    source: Sequence[str]
    corrections: Sequence[Correction]
    differences: list[Difference] = field(default_factory=list)
    at: int = 0


def align(
    text: Sequence[str], source: Sequence[str], corrections: Sequence[Correction]
) -> Alignment:
    """Compare a text with its source; each correction explains one place and is marked used.

    Source words after the end of the text are not compared: they begin at `Alignment.at`.
    """
    alignment = Alignment(text, source, corrections)
    position = 0
    while position < len(text):
        source_position = alignment.at
        if source_position < len(source) and text[position] == source[source_position]:
            position, alignment.at = position + 1, source_position + 1
        elif corrected := _corrected(alignment, position):
            position, alignment.at = corrected
        else:
            difference = _difference(alignment, position)
            alignment.differences.append(difference)
            position, alignment.at = difference.end, difference.source_end
    return alignment


def _difference(alignment: Alignment, position: int) -> Difference:
    """Return the differing words from this position: one word if the next ones are equal again."""
    source_position = alignment.at
    text, source = alignment.text[position:], alignment.source[source_position:]
    if source and text[1 : 1 + _WORDS_TO_RESUME] == source[1 : 1 + _WORDS_TO_RESUME]:
        return Difference(position, position + 1, source_position, source_position + 1)
    codes = SequenceMatcher(None, source, text, autojunk=False).get_opcodes()
    _, _, source_end, _, end = next(code for code in codes if code[0] != "equal")
    return Difference(position, position + end, source_position, source_position + source_end)


def _corrected(alignment: Alignment, position: int) -> tuple[int, int] | None:
    """Return both positions after a correction that fits here, or None if there is none.

    A correction may begin with words that are equal in both texts and already passed.
    """
    for correction in alignment.corrections:
        if correction.used:
            continue
        stood, stands = list(correction.stood), list(correction.stands)
        for behind in range(min(len(stood), position, alignment.at) + 1):
            start, source_start = position - behind, alignment.at - behind
            end, source_end = start + len(stands), source_start + len(stood)
            if (
                end + source_end > position + alignment.at
                and list(alignment.text[start:end]) == stands
                and list(alignment.source[source_start:source_end]) == stood
            ):
                correction.used = True
                return end, source_end
    return None
