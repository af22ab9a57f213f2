"""The tables that make a search understand Swedish: read, checked for form, and stemmed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from roadmap.search.word_forms import stem, word_list
from roadmap.text.frequencies import common_words

HERE = Path(__file__).parent
_SIMPLE = "inte sammansatta"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# A target is one stem, or several that must occur together: "kriminella grupperingar".
Target = tuple[str, ...]


@dataclass(frozen=True)
class Dictionaries:
    """What the search knows of Swedish. Words are as typed, in lower case; the rest are stems."""

    stop: frozenset[str]
    weak: frozenset[str]
    compounds: Mapping[str, tuple[tuple[str, str], ...]]
    simple: frozenset[str]  # reviewed words that are not compounds
    synonyms: Mapping[str, tuple[Target, ...]]
    thesaurus: Mapping[str, tuple[Target, ...]]
    known: frozenset[str]  # real words in their dictionary form
    common: frozenset[str]  # real words as they occur in texts


def read_dictionaries(synonyms: Iterable[tuple[str, str]]) -> Dictionaries:
    """Read the package's own tables and add the editors' synonyms (see `Dataset`)."""
    stop, weak = _stop_words()
    compounds, simple = _compounds()
    return Dictionaries(
        stop=stop,
        weak=weak,
        compounds=compounds,
        simple=simple,
        synonyms=_synonyms(synonyms),
        thesaurus=_synonyms(_load(HERE / "thesaurus-sv.yml").items()),
        known=_known(),
        common=frozenset(word for word in common_words() if len(word) > 2 and word.isalpha()),
    )


def phrase(text: str, stop: frozenset[str] = frozenset()) -> Target:
    """Return the stems of a word or phrase, without stop words."""
    return tuple(stem(word) for word in word_list(text) if word.lower() not in stop)


def _load(path: Path) -> dict[str, object]:
    return yaml.load(path.read_text("utf-8"), Loader=_LOADER) or {}


@cache
def _stop_words() -> tuple[frozenset[str], frozenset[str]]:
    table = _load(HERE / "stopwords.yml")
    weak = frozenset(stem(word) for word in str(table["weak"]).split())
    return frozenset(str(table["stop"]).split()), weak


@cache
def _compounds() -> tuple[dict[str, tuple[tuple[str, str], ...]], frozenset[str]]:
    """Return the compounds, and the stems of words that are not compounds.

    The compounds map a stem to the parts, each as its stem and its dictionary form.
    """
    table = _load(HERE / "compounds.yml")
    simple = frozenset(stem(word) for word in str(table.pop(_SIMPLE)).split())
    compounds = {
        stem(word): tuple((stem(part), part) for part in str(parts).split())
        for word, parts in table.items()
    }
    return compounds, simple


def _synonyms(pairs: Iterable[tuple[str, object]]) -> dict[str, tuple[Target, ...]]:
    stop, _ = _stop_words()
    targets_by_key: dict[str, dict[Target, None]] = {}
    for meaning, typed_words in pairs:
        target = phrase(meaning, stop)
        for word in str(typed_words).split(","):
            key = " ".join(word.lower().split())
            if key and phrase(key) != target:
                targets_by_key.setdefault(key, {})[target] = None
    return {key: tuple(targets) for key, targets in sorted(targets_by_key.items())}


@cache
def _known() -> frozenset[str]:
    """Return real words, which a search must not take for misspelt ones."""
    lines = (HERE / "words-sv.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
