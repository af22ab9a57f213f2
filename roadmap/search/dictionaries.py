"""The tables that make a search understand a language: read, checked for form, and stemmed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain

from roadmap.model import Terms
from roadmap.model.codes import SOURCE_LANGUAGE
from roadmap.model.terms import Term
from roadmap.search.word_forms import LANGUAGES, WordForms, fold, forms_in, table, word_list
from roadmap.text.frequencies import common_words

_SIMPLE = "inte sammansatta"
# The letters that ids begin with, and terms of the index too: S1.1, E1.1, M1.
_LETTERS = {"strategy": "s", "goal_area": "m", "milestone": "e"}

# A target is one stem, or several that must occur together: "kriminella grupperingar".
Target = tuple[str, ...]


@dataclass(frozen=True)
class Dictionaries:
    """What the search knows of a language. Words are as typed, in lower case; the rest are stems.

    All is empty for a language without tables.
    """

    forms: WordForms
    stop: frozenset[str]
    weak: frozenset[str]
    compounds: Mapping[str, tuple[tuple[str, str], ...]]
    simple: frozenset[str]  # reviewed words that are not compounds
    synonyms: Mapping[str, tuple[Target, ...]]
    thesaurus: Mapping[str, tuple[Target, ...]]
    known: frozenset[str]  # real words in their dictionary form
    commonness: Mapping[str, float]  # of real words as they occur in texts

    @cached_property
    def common(self) -> frozenset[str]:
        """Real words as they occur in texts, of some length."""
        return frozenset(word for word in self.commonness if len(word) > 2 and word.isalpha())


def read_dictionaries(
    synonyms: Iterable[tuple[str, str]] = (), language: str = SOURCE_LANGUAGE
) -> Dictionaries:
    """Read the package's own tables and add the editors' synonyms (see `Dataset`).

    Of the package's synonyms all that are on a line stand for each other, for it does not know
    which of them a site's texts have. An editor does: there one stands for what is typed.
    """
    stop, weak = _stop_words(language)
    compounds, simple = _compounds(language)
    return Dictionaries(
        forms=forms_in(language),
        stop=stop,
        weak=weak,
        compounds=compounds,
        simple=simple,
        synonyms=_synonyms(chain(_both_ways(language), synonyms), language),
        thesaurus=_synonyms(table(language, "thesaurus.yml").items(), language),
        known=_known(language),
        commonness=common_words(language),
    )


def phrase(text: str, forms: WordForms, stop: frozenset[str] = frozenset()) -> Target:
    """Return the stems of a word or phrase, without stop words."""
    return tuple(forms.stem(word) for word in word_list(text) if word.lower() not in stop)


def number_words(terms: Terms, language: str = SOURCE_LANGUAGE) -> dict[str, list[str]]:
    """Return what may be said before a number, as folded stems, by the letter of its terms.

    A strategy's number is a term as it is, so its words stand under no letter.
    """
    forms, more = forms_in(language), table(language, "numbers.yml")
    words: dict[str, list[str]] = {}
    for kind, letter in _LETTERS.items():
        term: Term = getattr(terms, kind)
        said = [term.one, term.many, letter, *str(more.get(kind, "")).split(",")]
        stems = (" ".join(map(fold, phrase(typed, forms))) for typed in said)
        words["" if kind == "strategy" else letter] = [*dict.fromkeys(filter(None, stems))]
    return words


@cache
def _stop_words(language: str) -> tuple[frozenset[str], frozenset[str]]:
    found = table(language, "stopwords.yml")
    stem = forms_in(language).stem
    weak = frozenset(stem(word) for word in str(found.get("weak", "")).split())
    return frozenset(str(found.get("stop", "")).split()), weak


@cache
def _compounds(language: str) -> tuple[dict[str, tuple[tuple[str, str], ...]], frozenset[str]]:
    """Return the compounds, and the stems of words that are not compounds.

    The compounds map a stem to the parts, each as its stem and its dictionary form.
    """
    found = table(language, "compounds.yml")
    stem = forms_in(language).stem
    simple = frozenset(stem(word) for word in str(found.pop(_SIMPLE, "")).split())
    compounds = {
        stem(word): tuple((stem(part), part) for part in str(parts).split())
        for word, parts in found.items()
    }
    return compounds, simple


def _both_ways(language: str) -> Iterator[tuple[str, str]]:
    stop, _weak = _stop_words(language)
    for first, others in table(language, "synonyms.yml").items():
        words = [word.strip() for word in (first, *others.split(","))]
        for word in words:
            # What is left of "out of work" without its stop words is in texts about other things.
            if stop.isdisjoint(word.split()):
                yield word, ",".join(other for other in words if other != word)


def _synonyms(pairs: Iterable[tuple[str, object]], language: str) -> dict[str, tuple[Target, ...]]:
    stop, _weak = _stop_words(language)
    forms = forms_in(language)
    targets_by_key: dict[str, dict[Target, None]] = {}
    for meaning, typed_words in pairs:
        target = phrase(meaning, forms, stop)
        for word in str(typed_words).split(","):
            key = " ".join(word.lower().split())
            if key and phrase(key, forms) != target:
                targets_by_key.setdefault(key, {})[target] = None
    return {key: tuple(targets) for key, targets in sorted(targets_by_key.items())}


@cache
def _known(language: str) -> frozenset[str]:
    """Return real words, which a search must not take for misspelt ones."""
    path = LANGUAGES / language / "words.txt"
    lines = path.read_text("utf-8").splitlines() if path.is_file() else ()
    return frozenset(line for line in lines if not line.startswith("#"))
