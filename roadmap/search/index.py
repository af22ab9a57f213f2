"""From texts to an inverted index: for each term, the units it occurs in and its weight there.

The weights are those of BM25F: a term counts more in a title than in a text, more in a short text
than in a long one, and each repetition less than the one before. All of that is computed here, so
the browser only multiplies by how rare the term is.
"""

from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain

from roadmap.search.dictionaries import Dictionaries
from roadmap.search.unit import Unit
from roadmap.search.word_forms import word_list

LEVELS = 63
_TITLE, _TEXT, _HIDDEN, _NUMBER = 2.6, 1.0, 0.6, 8.0
_PART = 0.5  # a part of a compound, against the word itself
_SATURATION, _LENGTH = 1.2, 0.45
# At most this many pieces of text are cached: there may be many more in all texts.
_CACHE_SIZE = 100_000


@dataclass(slots=True, eq=False)
class Term:
    """A term: `places` are the numbers of the units it is in, `weights` (1–63) its weight in each.

    `forms` are the words of the texts with this stem, `sources` the terms of the compounds that it
    is a part of.
    """

    forms: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    # Millions of numbers for thousands of responses: arrays keep them in a tenth of the memory.
    places: "array[int]" = field(default_factory=lambda: array("I"))
    # Only thousands of millions of words would need more than two bytes for different weights.
    weights: "array[int]" = field(default_factory=lambda: array("H"))


# The index entries of a piece of text: its number of words, and its terms with their shares.
_Entries = tuple[int, tuple[tuple[Term, float], ...]]


def build_index(units: Iterable[Unit], dictionaries: Dictionaries) -> dict[str, Term]:
    """Return every term of the units."""
    indexer = Indexer(dictionaries)
    for unit in units:
        indexer.add(unit)
    return indexer.terms()


class Indexer:
    """Adds units to an index one by one, and returns all their terms."""

    def __init__(self, dictionaries: Dictionaries) -> None:
        self._dictionaries = dictionaries
        self._stem = dictionaries.forms.stem
        self._terms: dict[str, Term] = {}
        self._lengths: list[int] = []
        # The weights before saturation, few different numbers, numbered in order of appearance.
        self._weights: dict[float, int] = {}
        self._seen: dict[str, _Entries] = {}

    def add(self, unit: Unit) -> None:
        """Add a unit."""
        weight_by_term: dict[Term, float] = {}
        length = 0
        seen = self._seen
        for text, boost in ((unit.title, _TITLE), (unit.text, _TEXT), (unit.hidden, _HIDDEN)):
            if not text:
                continue
            # Splitting at spaces and looking up the pieces is many times faster than searching
            # for words, since most pieces have been seen before.
            for piece, count in Counter(text.split()).items():
                words, terms = seen[piece] if piece in seen else self._look_up(piece)
                if words and boost != _HIDDEN:
                    length += words * count
                for term, share in terms:
                    weight_by_term[term] = weight_by_term.get(term, 0.0) + boost * share * count
        for number in unit.numbers:
            term = self._term(number)
            weight_by_term[term] = weight_by_term.get(term, 0.0) + _NUMBER
        place, weights = len(self._lengths), self._weights
        for term, weight in weight_by_term.items():
            term.places.append(place)
            # They are saturated once the average length is known.
            term.weights.append(weights.setdefault(weight, len(weights)))
        self._lengths.append(length)

    def terms(self) -> dict[str, Term]:
        """Return every term of the units, once all have been added."""
        average = sum(self._lengths) / max(1, sum(length > 0 for length in self._lengths))
        levels: dict[int, bytes] = {}
        for length in set(self._lengths):
            norm = _SATURATION * (1 - _LENGTH + _LENGTH * length / average)
            levels[length] = bytes(
                max(1, round(LEVELS * weight / (weight + norm))) for weight in self._weights
            )
        level_by_place = [levels[length] for length in self._lengths]
        for term in self._terms.values():
            places_and_weights = zip(term.places, term.weights, strict=True)
            term.weights = array(
                "B", [level_by_place[place][weight] for place, weight in places_and_weights]
            )
        return self._terms

    def _term(self, key: str) -> Term:
        if key not in self._terms:
            self._terms[key] = Term()
        return self._terms[key]

    def _look_up(self, piece: str) -> _Entries:
        words = [terms for word in word_list(piece) if (terms := tuple(self._word(word)))]
        if len(self._seen) == _CACHE_SIZE:
            self._seen.clear()
        self._seen[piece] = len(words), tuple(chain.from_iterable(words))
        return self._seen[piece]

    def _word(self, text: str) -> Iterable[tuple[Term, float]]:
        """Yield the terms of a word, its own first; nothing for a stop word."""
        lower = text.lower()
        if len(text) > 1 and text.isalpha() and text.isupper():
            term = self._term(text)
            term.forms.add(text)
            yield term, 1.0
            return
        if lower in self._dictionaries.stop or (len(lower) < 2 and not lower.isdigit()):
            return
        main = self._stem(text)
        term = self._term(main)
        term.forms.add(lower)
        yield term, 1.0
        for part, form in self._dictionaries.compounds.get(main, ()):
            if part != main:
                term = self._term(part)
                term.forms.add(form)
                term.sources.add(main)
                yield term, _PART
