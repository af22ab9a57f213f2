"""The index as small text files, so that a search fetches only what it needs.

`head.json` says what there is and where each file begins. Then, in a folder named by its content:
`l*.txt` the terms in alphabetical order, `a*.txt` words that stand for other words, `p*.txt`
where each term stands, `t*.json` the texts. See `theme/assets/js/search-index.js`.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from roadmap.frequencies import common_words
from roadmap.search.index import Term
from roadmap.search.tables import Tables, phrase
from roadmap.search.units import KINDS, Unit
from roadmap.search.words import fold, meant, stem

FOLDER = "search"
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_TERMS, _ALIASES, _POSTINGS, _TEXTS = 1_000, 1_000, 700, 3_500  # most characters of a file
_UNCOMMON = -10.0  # of a word that is not among the common
_POSITIONS = ("supports", "supports_in_part", "neutral", "opposes", "none_stated")


def term_lines(terms: Mapping[str, Term]) -> Iterable[tuple[str, str]]:
    """Yield a line per term: stem, forms as endings (or "=" and the word), number of units."""
    for key in _sorted(terms):
        forms = sorted(
            form[len(key) :] if form.startswith(key) else f"={form}" for form in terms[key].forms
        )
        yield key, f"{key}\t{','.join(forms)}\t{len(terms[key].places)}"


def alias_lines(terms: Mapping[str, Term], tables: Tables) -> Iterable[tuple[str, str]]:
    """Yield a line per word that stands for terms: word>stem,stem+stem|less sure stems. One that
    stands for nothing is a real word that looks like a misspelt one: all forms of it, or that
    form alone where it begins with "=". A phrase stands where its
    first word does that is no stop word, so that finding it fetches no more than finding that."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for place, table in enumerate((tables.synonyms, tables.thesaurus)):
        for word, targets in table.items():
            known = ["+".join(target) for target in targets if all(one in terms for one in target)]
            found.setdefault(word, ([], []))[place].extend(known)
    for word in _near(terms, tables):
        found.setdefault(word, ([], []))
    keys = {word: _key(word, tables) for word in found}
    lines = []
    for word, (ours, theirs) in found.items():
        means = bool(ours or theirs)
        if means or word in tables.known or word in tables.common:
            form = "" if means or word in tables.known else "="
            less_sure = f"|{','.join(theirs)}" if theirs else ""
            lines.append((keys[word], f"{form}{word}>{','.join(ours)}{less_sure}"))
    yield from sorted([*lines, *_tails(terms)])


def _tails(terms: Mapping[str, Term]) -> Iterable[tuple[str, str]]:
    """Yield a line per term without its first letter, -tail>term: the first may be misspelt."""
    found: dict[str, list[str]] = {}
    for key in _sorted(terms):
        if len(key) > 3 and key.isalpha() and not key.isupper():
            found.setdefault(fold(key)[1:], []).append(key)
    for tail, keys in found.items():
        yield tail, f"-{tail}>{','.join(keys)}"


def _key(words: str, tables: Tables) -> str:
    parts = phrase(words, tables.stop) or phrase(words)
    return fold(parts[0]) if parts else ""


def posting_lines(terms: Mapping[str, Term]) -> Iterable[tuple[str, str]]:
    """Yield a line per term: stem, compounds it is part of, gaps between units, weights."""
    for key in _sorted(terms):
        term = terms[key]
        before = -1
        gaps: list[str] = []
        for place in term.places:
            gap = place - before - 1
            gaps.append(_DIGITS[gap] if gap < 32 else number(gap))
            before = place
        weights = "".join([_DIGITS[weight] for weight in term.weights])
        yield key, f"{key}\t{','.join(_sorted(term.sources))}\t{''.join(gaps)}\t{weights}"


def number(value: int) -> str:
    """Return a number in five-bit digits, the lowest first, all but the last marked."""
    digits = ""
    while value >= 32:
        digits += _DIGITS[32 + value % 32]
        value //= 32
    return digits + _DIGITS[value]


def files(
    units: Sequence[Unit], terms: Mapping[str, Term], tables: Tables, extra: Mapping[str, object]
) -> dict[str, bytes]:
    """Return every file of the index by its path from the site's root. Deterministic."""
    parts: dict[str, bytes] = {}
    first: dict[str, list[str]] = {}
    for name, lines, limit in (
        ("l", term_lines(terms), _TERMS),
        ("a", alias_lines(terms, tables), _ALIASES),
        ("p", posting_lines(terms), _POSTINGS),
    ):
        chunks = _cut(lines, limit)
        first[name] = [fold(chunk[0][0]) for chunk in chunks]
        for place, chunk in enumerate(chunks):
            parts[f"{name}{place}.txt"] = "\n".join(line for _, line in chunk).encode()
    starts: list[int] = []
    for place, (start, text) in enumerate(_texts(units)):
        starts.append(start)
        parts[f"t{place}.json"] = text.encode()
    digest = hashlib.sha256(b"".join(parts[name] for name in sorted(parts))).hexdigest()[:12]
    head = {"folder": digest, "first": first, "texts": starts, **_units(units), **extra}
    found = {f"{FOLDER}/{digest}/{name}": content for name, content in parts.items()}
    found[f"{FOLDER}/head.json"] = _json(head).encode()
    return found


def _sorted(keys: Iterable[str]) -> list[str]:
    return sorted(keys, key=lambda key: (fold(key), key))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _cut(lines: Iterable[tuple[str, str]], limit: int) -> list[list[tuple[str, str]]]:
    """Cut lines into files; words that look the same without accents stay together."""
    chunks: list[list[tuple[str, str]]] = [[]]
    size = 0
    for key, line in lines:
        chunk = chunks[-1]
        if chunk and size + len(line) > limit and fold(chunk[-1][0]) != fold(key):
            chunks.append([])
            size = 0
        chunks[-1].append((key, line))
        size += len(line) + 1
    return [chunk for chunk in chunks if chunk]


def _texts(units: Sequence[Unit]) -> Iterable[tuple[int, str]]:
    """Yield the units' addresses and texts in files; a new one where the plan's texts end."""
    chunk: list[list[str]] = []
    start = size = 0
    for place, unit in enumerate(units):
        if chunk and size > _TEXTS:
            yield start, _json(chunk)
            chunk, start, size = [], place, 0
        href = f"{unit.url}#{unit.anchor}" if unit.anchor else unit.url
        chunk.append([href, unit.title, unit.text])
        size += len(unit.title) + len(unit.text) + len(href)
    if chunk:
        yield start, _json(chunk)


def _units(units: Sequence[Unit]) -> dict[str, Any]:
    """Return the table of units, column by column."""
    groups: dict[str, list[Any]] = {}
    kinds = positions = owners = ""
    bodies = [unit for unit in units if unit.kind == "body"]
    order = {unit.body: place for place, unit in enumerate(bodies)}
    for unit in units:
        if unit.kind != "body":
            # The search page has the titles of the plan; they weigh the most of all this.
            title = "" if unit.area else unit.title
            groups.setdefault(unit.group, [title, unit.area, 0])[2] += 1
        kinds += str(KINDS.index(unit.kind))
        positions += str(_POSITIONS.index(unit.position) + 1) if unit.position else "0"
        owners += number(order[unit.body] + 1 if unit.body else 0)
    return {
        "kinds": KINDS,
        "positions": _POSITIONS,
        "groups": [[key, *value] for key, value in groups.items()],
        "bodies": [[unit.body, unit.title, *[1] * unit.administration] for unit in bodies],
        "kind": kinds,
        "position": positions,
        "body": owners,
    }


def _near(terms: Mapping[str, Term], tables: Tables) -> Iterable[str]:
    """Yield real words that could be taken for others, but are not: for misspelt words of the
    texts, or for words of the tables typed without accents (skor, skör) that are less common.

    Looks no closer than it must: two words have a slip between them only if they share what is
    left when a letter (two letters from eight) is taken out of each.
    """
    forms = {fold(form) for term in terms.values() for form in term.forms if len(form) > 3}
    looked_for = forms | {fold(key) for key in terms if len(key) > 3}
    one = {left for form in looked_for for left in _shorter(form)}
    two = {left for form in looked_for if len(form) > 6 for left in _much_shorter(form)}
    begun = {form[:3] for form in looked_for}
    twins = _twins(tables)
    twins_begun = {twin[:3] for twin in twins}
    alike: dict[str, list[str]] = {}
    for word, plain in _folded(common_words()):
        alike.setdefault(plain, []).append(word)
    for word, plain in _folded(sorted(tables.known | tables.common)):
        if plain in forms:
            continue
        has_slip = not one.isdisjoint(_shorter(plain)) or (
            len(plain) > 7 and plain[:3] in begun and not two.isdisjoint(_much_shorter(plain))
        )
        if not (has_slip or plain[:3] in twins_begun) or (key := stem(word)) in terms:
            continue
        rivals = [twin for twin in twins.get(fold(key), ()) if stem(twin) != key]
        if rivals and word not in tables.known:
            rivals = alike[plain]
        if (rivals or has_slip) and all(
            _commonness(word) > _commonness(rival)
            for rival in rivals
            if rival != word and meant(word, rival)
        ):
            yield word


def _folded(words: Iterable[str]) -> Iterable[tuple[str, str]]:
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
