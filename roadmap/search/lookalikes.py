"""Real words that look like others, which a search must not take for misspelt ones."""

from collections.abc import Iterable, Iterator, Mapping, Set

from roadmap.search.dictionaries import Dictionaries
from roadmap.search.index import Term
from roadmap.search.word_forms import fold

_UNCOMMON = -10.0  # of a word that is not among the common


def lookalikes(terms: Mapping[str, Term], dictionaries: Dictionaries) -> Iterator[str]:
    """Yield real words that could be mistaken for others, in no particular order.

    Either for misspelt words of the texts, or for words of the tables typed without accents
    (skor, skör) that are less common. To save time, words are compared only if they are equal when
    one letter (two, from eight letters) has been removed from each.
    """
    stem, meant = dictionaries.forms.stem, dictionaries.forms.meant
    forms = {fold(form) for term in terms.values() for form in term.forms if len(form) > 3}
    targets = forms | {fold(key) for key in terms if len(key) > 3}
    words = [
        pair for pair in _folded(dictionaries.known | dictionaries.common) if pair[1] not in forms
    ]
    shortened_targets = {shortened for form in targets for shortened in _shorter(form)}
    words_with_two_slips = _with_two_slips((plain for _, plain in words), targets)
    twins = _twins(dictionaries)
    beginnings = {key[:3] for key in twins}
    # A word and its rivals differ only in accents: if it has none, one of them must.
    accented_beginnings = {
        key[:3] for key, rivals in twins.items() if any(stem(rival) != key for rival in rivals)
    }
    rivalled: list[tuple[str, str, list[str]]] = []
    for word, plain in words:
        has_slip = plain in words_with_two_slips or not shortened_targets.isdisjoint(
            _shorter(plain)
        )
        if not (has_slip or plain[:3] in (accented_beginnings if word == plain else beginnings)):
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
        if plain in alike and word in dictionaries.common:
            alike[plain].append(word)
    commonness = dictionaries.commonness
    for word, plain, rivals in rivalled:
        if all(
            commonness.get(word, _UNCOMMON) > commonness.get(rival, _UNCOMMON)
            for rival in (rivals if word in dictionaries.known else alike[plain])
            if rival != word and meant(word, rival)
        ):
            yield word


def _with_two_slips(words: Iterable[str], forms: Iterable[str]) -> Set[str]:
    """Return the words of eight letters or more that differ from a form in two letters.

    Only words of the same length and with the same first three letters are compared, one such
    group at a time: all shortened words together would need much memory.
    """
    groups: dict[tuple[str, int], tuple[list[str], list[str]]] = {}
    for form in forms:
        if len(form) > 7:
            groups.setdefault((form[:3], len(form)), ([], []))[0].append(form)
    for word in words:
        if group := groups.get((word[:3], len(word))):
            group[1].append(word)
    similar: set[str] = set()
    for group_forms, group_words in groups.values():
        if group_words:
            shortened_forms = {
                shortened for form in group_forms for shortened in _much_shorter(form)
            }
            similar.update(
                word for word in group_words if not shortened_forms.isdisjoint(_much_shorter(word))
            )
    return similar


def _folded(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Return each word with its folded form; folding all at once is many times faster."""
    word_list = list(words)
    return zip(word_list, fold("\n".join(word_list)).splitlines(), strict=True)


def _twins(dictionaries: Dictionaries) -> dict[str, list[str]]:
    """Map stems without accents to the words of the tables that have them."""
    words_by_stem: dict[str, list[str]] = {}
    for word in (*dictionaries.synonyms, *dictionaries.thesaurus):
        if " " not in word:
            words_by_stem.setdefault(fold(dictionaries.forms.stem(word)), []).append(word)
    return words_by_stem


def _shorter(word: str) -> list[str]:
    """Return the word, and the word with each of its letters removed."""
    return [word, *[word[:cut] + word[cut + 1 :] for cut in range(len(word))]]


def _much_shorter(word: str) -> list[str]:
    """Return the word with each pair of letters removed, except among the first three."""
    return [
        word[:first] + word[first + 1 : second] + word[second + 1 :]
        for first in range(3, len(word))
        for second in range(first + 1, len(word))
    ]
