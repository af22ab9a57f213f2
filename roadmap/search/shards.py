"""The index as small text files, so that a search fetches only what it needs.

`head.json` says what there is and where each file begins. Then, in a folder named by its content:
`l*.txt` the terms in alphabetical order, `a*.txt` words that stand for other words, `p*.txt`
where each term stands, `t*.json` the texts. See `theme/assets/js/search-index.js`.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from roadmap.search.index import Term
from roadmap.search.tables import Tables, phrase
from roadmap.search.units import KINDS, Unit
from roadmap.search.words import fold, stem

FOLDER = "search"
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_TERMS, _ALIASES, _POSTINGS, _TEXTS = 1_300, 1_500, 900, 3_500  # most characters of a file
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
    stands for nothing is a real word that looks like a misspelt one. A phrase stands where its
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
        if ours or theirs or word in tables.known:
            less_sure = f"|{','.join(theirs)}" if theirs else ""
            lines.append((keys[word], f"{word}>{','.join(ours)}{less_sure}"))
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
    bodies: dict[str, str] = {}
    kinds = positions = owners = ""
    names = {unit.body: unit.title for unit in units if unit.kind == "body"}
    order = {body: place for place, body in enumerate(names)}
    for unit in units:
        if unit.kind != "body":
            # The search page has the titles of the plan; they weigh the most of all this.
            title = "" if unit.area else unit.title
            groups.setdefault(unit.group, [title, unit.area, 0])[2] += 1
        kinds += str(KINDS.index(unit.kind))
        positions += str(_POSITIONS.index(unit.position) + 1) if unit.position else "0"
        owners += number(order[unit.body] + 1 if unit.body else 0)
    bodies = {str(body): name for body, name in names.items()}
    return {
        "kinds": KINDS,
        "positions": _POSITIONS,
        "groups": [[key, *value] for key, value in groups.items()],
        "bodies": list(bodies.items()),
        "kind": kinds,
        "position": positions,
        "body": owners,
    }


def _near(terms: Mapping[str, Term], tables: Tables) -> Iterable[str]:
    """Yield real words that look like misspelt words of the texts, but are not.

    Looks no closer than it must: two words have a slip between them only if they share what is
    left when a letter (two letters from eight) is taken out of each.
    """
    forms = {fold(form) for term in terms.values() for form in term.forms if len(form) > 3}
    stems = {fold(key) for key in terms if len(key) > 6}
    one = {left for form in forms | stems for left in _shorter(form)}
    two = {left for form in forms | stems if len(form) > 6 for left in _much_shorter(form)}
    for word in sorted(tables.known):
        plain = fold(word)
        near = not one.isdisjoint(_shorter(plain)) or (
            len(plain) > 7 and not two.isdisjoint(_much_shorter(plain))
        )
        if near and plain not in forms and stem(word) not in terms:
            yield word


def _shorter(word: str) -> Iterable[str]:
    yield word
    for cut in range(len(word)):
        yield word[:cut] + word[cut + 1 :]


def _much_shorter(word: str) -> Iterable[str]:
    """Yield the word with two letters out, the first three kept."""
    for first in range(3, len(word)):
        for second in range(first + 1, len(word)):
            yield word[:first] + word[first + 1 : second] + word[second + 1 :]
