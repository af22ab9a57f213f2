"""Compare a text with its source word by word, allowing for the corrections on record."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import partial
from itertools import takewhile

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

    Where several corrections fit, the one is taken after which most of the text is explained.
    Source words after the end of the text are not compared: they begin at `Alignment.at`.
    """
    alignment = Alignment(text, source, corrections)
    position = 0
    while True:
        position, alignment.at = _past_equal_words(alignment, position, alignment.at)
        if position == len(text):
            return alignment
        unused = [correction for correction in corrections if not correction.used]
        if fits := list(_fits(alignment, position, alignment.at, unused)):
            best = fits[0] if len(fits) == 1 else max(fits, key=partial(_reach, alignment))
            best.correction.used = True
            position, alignment.at = best.end, best.source_end
        else:
            difference = _difference(alignment, position)
            alignment.differences.append(difference)
            position, alignment.at = difference.end, difference.source_end


def _past_equal_words(alignment: Alignment, position: int, source_position: int) -> tuple[int, int]:
    """Return both positions after the words that are equal from here on."""
    rest = zip(alignment.text[position:], alignment.source[source_position:], strict=False)
    equal = len(list(takewhile(lambda pair: pair[0] == pair[1], rest)))
    return position + equal, source_position + equal


def _difference(alignment: Alignment, position: int) -> Difference:
    """Return the differing words from this position: one word if the next ones are equal again."""
    source_position = alignment.at
    text, source = alignment.text[position:], alignment.source[source_position:]
    if source and text[1 : 1 + _WORDS_TO_RESUME] == source[1 : 1 + _WORDS_TO_RESUME]:
        return Difference(position, position + 1, source_position, source_position + 1)
    codes = SequenceMatcher(None, source, text, autojunk=False).get_opcodes()
    _, _, source_end, _, end = next(code for code in codes if code[0] != "equal")
    return Difference(position, position + end, source_position, source_position + source_end)


@dataclass(frozen=True)
class _Fit:
    """A correction in its place: both positions after it, and the corrections still unused."""

    correction: Correction
    end: int
    source_end: int
    unused: Sequence[Correction]


def _fits(
    alignment: Alignment, position: int, source_position: int, unused: Sequence[Correction]
) -> Iterator[_Fit]:
    """Yield the corrections that fit here, each wording once.

    A correction may begin with words that are equal in both texts and already passed.
    """
    seen = []
    for index, correction in enumerate(unused):
        stood, stands = list(correction.stood), list(correction.stands)
        if (stood, stands) in seen:
            continue
        for behind in range(min(len(stood), position, source_position) + 1):
            start, source_start = position - behind, source_position - behind
            end, source_end = start + len(stands), source_start + len(stood)
            if (
                end + source_end > position + source_position
                and list(alignment.text[start:end]) == stands
                and list(alignment.source[source_start:source_end]) == stood
            ):
                seen.append((stood, stands))
                left = [*unused[:index], *unused[index + 1 :]]
                yield _Fit(correction, end, source_end, left)
                break


def _reach(alignment: Alignment, fit: _Fit) -> int:
    """Return how far the text can be explained once this correction is taken."""
    end, source_end = _past_equal_words(alignment, fit.end, fit.source_end)
    further = _fits(alignment, end, source_end, fit.unused) if end < len(alignment.text) else ()
    return max((_reach(alignment, each) for each in further), default=end)
