"""From texts to an inverted index: for each term, where it stands and how much that says.

The weight of a term in a text is BM25F's: a term says more in a title than in a text, more in a
short text than in a long one, and each repetition less than the one before. All of that is
settled here, so the browser only multiplies by how rare the term is.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from roadmap.search.tables import Tables
from roadmap.search.units import Unit
from roadmap.search.words import stem, word_list

LEVELS = 63
_TITLE, _TEXT, _HIDDEN, _NUMBER = 2.6, 1.0, 0.6, 8.0
_PART = 0.5  # a part of a compound, against the word itself
_SATURATION, _LENGTH = 1.2, 0.45


@dataclass
class Term:
    """A term: `places` are those of the units it stands in, `weights` (1–63) say how much there.

    `forms` are the words that it stands for in the texts, `sources` the terms of the compounds
    that it is a part of.
    """

    forms: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    places: "array[int]" = field(default_factory=lambda: array("L"))
    weights: bytes = b""


def build_index(units: Iterable[Unit], tables: Tables) -> dict[str, Term]:
    """Return every term of the units."""
    terms: dict[str, Term] = {}
    analyser = _Analyser(tables, terms)
    lengths: list[int] = []
    # Millions of numbers for thousands of responses: arrays keep them in a tenth of the memory.
    said: dict[str, array[float]] = {}
    for place, unit in enumerate(units):
        found, length = analyser.weights(unit)
        lengths.append(length)
        for key, weight in found.items():
            terms[key].places.append(place)
            if key not in said:
                said[key] = array("d")
            said[key].append(weight)
    average = sum(lengths) / max(1, sum(length > 0 for length in lengths))
    norms = [_SATURATION * (1 - _LENGTH + _LENGTH * length / average) for length in lengths]
    for key, weights in said.items():
        term = terms[key]
        term.weights = bytes(
            max(1, round(LEVELS * weight / (weight + norms[place])))
            for place, weight in zip(term.places, weights, strict=True)
        )
    return terms


class _Analyser:
    """Turns units into weighted terms; each word is looked up once."""

    def __init__(self, tables: Tables, terms: dict[str, Term]) -> None:
        self._tables = tables
        self._terms = terms
        self._seen: dict[str, tuple[tuple[str, float], ...]] = {}

    def weights(self, unit: Unit) -> tuple[Mapping[str, float], int]:
        """Return the unit's terms with their weight before saturation, and its length."""
        found: dict[str, float] = {}
        length = 0
        seen = self._seen
        for text, boost in ((unit.title, _TITLE), (unit.text, _TEXT), (unit.hidden, _HIDDEN)):
            for word, count in Counter(word_list(text)).items():
                counted = seen[word] if word in seen else self._word(word)
                if counted and boost != _HIDDEN:
                    length += count
                for term, share in counted:
                    found[term] = found.get(term, 0.0) + boost * share * count
        for number in unit.numbers:
            self._terms.setdefault(number, Term())
            found[number] = found.get(number, 0.0) + _NUMBER
        return found, length

    def _word(self, text: str) -> tuple[tuple[str, float], ...]:
        """Look up the terms that a word counts as, itself first. Empty for a stop word."""
        self._seen[text] = tuple(self._look_up(text))
        return self._seen[text]

    def _look_up(self, text: str) -> Iterable[tuple[str, float]]:
        lower = text.lower()
        if len(text) > 1 and text.isalpha() and text.isupper():
            self._terms.setdefault(text, Term()).forms.add(text)
            yield text, 1.0
            return
        if lower in self._tables.stop or (len(lower) < 2 and not lower.isdigit()):
            return
        main = stem(text)
        term = self._terms.setdefault(main, Term())
        term.forms.add(lower)
        yield main, 1.0
        for part, form in self._tables.compounds.get(main, ()):
            if part != main:
                entry = self._terms.setdefault(part, Term())
                entry.forms.add(form)
                entry.sources.add(main)
                yield part, _PART
