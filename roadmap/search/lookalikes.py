"""Real words that look like others: which a search must know, so as not to take them for those."""

from collections.abc import Iterable, Iterator, Mapping, Set

from roadmap.search.dictionaries import Tables
from roadmap.search.index import Term
from roadmap.search.words import fold, meant, stem
from roadmap.text.frequencies import common_words

_UNCOMMON = -10.0  # of a word that is not among the common


def lookalikes(terms: Mapping[str, Term], tables: Tables) -> Iterator[str]:
    """Yield real words that could be taken for others, but are not: for misspelt words of the
    texts, or for words of the tables typed without accents (skor, skör) that are less common.

    In no certain order. Looks no closer than it must: two words have a slip between them only if
    they share what is left when a letter (two letters from eight) is taken out of each.
    """
    forms = {fold(form) for term in terms.values() for form in term.forms if len(form) > 3}
    looked_for = forms | {fold(key) for key in terms if len(key) > 3}
    words = [pair for pair in _folded(tables.known | tables.common) if pair[1] not in forms]
    one = {left for form in looked_for for left in _shorter(form)}
    two = _with_two_slips((plain for _, plain in words), looked_for)
    twins = _twins(tables)
    begun = {key[:3] for key in twins}
    # Only accents part a word from its rivals: if it has none, one of theirs must.
    begun_accented = {
        key[:3] for key, rivals in twins.items() if any(stem(rival) != key for rival in rivals)
    }
    rivalled: list[tuple[str, str, list[str]]] = []
    for word, plain in words:
        has_slip = plain in two or not one.isdisjoint(_shorter(plain))
        if not (has_slip or plain[:3] in (begun_accented if word == plain else begun)):
            continue
        if (key := stem(word)) in terms:
            continue
        rivals = [twin for twin in twins.get(fold(key), ()) if stem(twin) != key]
        if rivals:
            rivalled.append((word, plain, rivals))
        elif has_slip:
            yield word
    alike: dict[str, list[str]] = {plain: [] for _, plain, _ in rivalled}
    for word, plain in words:
        if plain in alike and word in tables.common:
            alike[plain].append(word)
    for word, plain, rivals in rivalled:
        if all(
            _commonness(word) > _commonness(rival)
            for rival in (rivals if word in tables.known else alike[plain])
            if rival != word and meant(word, rival)
        ):
            yield word


def _with_two_slips(words: Iterable[str], forms: Iterable[str]) -> Set[str]:
    """Return the words of eight letters or more that are as a form is, but for two letters.

    Only words of one length that begin with the same three letters can be, and what is left of
    those is looked at together: all that is left of all words fills much memory.
    """
    groups: dict[tuple[str, int], tuple[list[str], list[str]]] = {}
    for form in forms:
        if len(form) > 7:
            groups.setdefault((form[:3], len(form)), ([], []))[0].append(form)
    for word in words:
        if group := groups.get((word[:3], len(word))):
            group[1].append(word)
    found: set[str] = set()
    for looked_for, near in groups.values():
        if near:
            left = {each for form in looked_for for each in _much_shorter(form)}
            found.update(word for word in near if not left.isdisjoint(_much_shorter(word)))
    return found


def _folded(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Return each word with itself folded: all at once, which is many times faster."""
    found = list(words)
    return zip(found, fold("\n".join(found)).split("\n"), strict=True)


def _twins(tables: Tables) -> dict[str, list[str]]:
    """Map how the stem of a word looks without accents to the words of the tables that do."""
    found: dict[str, list[str]] = {}
    for word in (*tables.synonyms, *tables.thesaurus):
        if " " not in word:
            found.setdefault(fold(stem(word)), []).append(word)
    return found


def _commonness(word: str) -> float:
    return common_words().get(word, _UNCOMMON)


def _shorter(word: str) -> list[str]:
    """Return the word and what is left of it when a letter is taken out."""
    return [word, *[word[:cut] + word[cut + 1 :] for cut in range(len(word))]]


def _much_shorter(word: str) -> list[str]:
    """Return what is left of a word when two letters are taken out, the first three kept."""
    return [
        word[:first] + word[first + 1 : second] + word[second + 1 :]
        for first in range(3, len(word))
        for second in range(first + 1, len(word))
    ]
