"""The index as small text files, so that a search fetches only what it needs.

`head.json` lists the contents and where each file begins. Then, in a folder named by its content:
`l*.txt` the terms in alphabetical order, `a*.txt` words that stand for other words, `p*.txt` the
units that each term is in, `t*.json` the texts. The files of two versions never mix: those of a
folder never change, and a browser that misses one fetches the head again. See
`theme/assets/js/search-index.js`.
"""

import hashlib
import json
from array import array
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from operator import sub
from tempfile import SpooledTemporaryFile
from typing import IO, Any, get_args

from roadmap.model import PositionValue
from roadmap.presenters import urls
from roadmap.search.dictionaries import Dictionaries, phrase
from roadmap.search.index import Indexer, Term
from roadmap.search.lookalikes import lookalikes
from roadmap.search.unit import ALONE, KINDS, Unit
from roadmap.search.word_forms import fold

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_TERMS, _ALIASES, _POSTINGS, _TEXTS = 1_000, 1_000, 700, 3_500  # maximum characters of a file
_POSITIONS = get_args(PositionValue)
_POSITION_DIGITS = {position: str(place) for place, position in enumerate((None, *_POSITIONS))}
_KIND_DIGITS = {kind: _DIGITS[place] for place, kind in enumerate(KINDS)}
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_SHORT_GAPS = 1_000  # gaps whose digits are computed once
_MAX_IN_MEMORY = 1 << 20  # bytes of files that are kept in memory and not on disk


def term_lines(terms: Mapping[str, Term]) -> Iterable[tuple[str, str]]:
    """Yield a line per term: stem, forms as endings (or "=" and the word), number of units."""
    for key in _sorted(terms):
        forms = sorted(
            form[len(key) :] if form.startswith(key) else f"={form}" for form in terms[key].forms
        )
        yield key, f"{key}\t{','.join(forms)}\t{len(terms[key].places)}"


def alias_lines(terms: Mapping[str, Term], dictionaries: Dictionaries) -> Iterable[tuple[str, str]]:
    """Yield a line per word that stands for terms: word>stem,stem+stem|less sure stems.

    A word that stands for nothing is a real word that looks like a misspelt one: all its forms, or
    that form alone if it begins with "=". A phrase is sorted by its first word that is not a stop
    word, so that finding it fetches no more files than finding that word.
    """
    stems_by_word: dict[str, tuple[list[str], list[str]]] = {}
    for index, table in enumerate((dictionaries.synonyms, dictionaries.thesaurus)):
        for word, targets in table.items():
            stems = [
                "+".join(target) for target in targets if all(stem in terms for stem in target)
            ]
            stems_by_word.setdefault(word, ([], []))[index].extend(stems)
    for word in lookalikes(terms, dictionaries):
        stems_by_word.setdefault(word, ([], []))
    keys = {word: _key(word, dictionaries) for word in stems_by_word}
    lines = []
    for word, (synonyms, thesaurus) in stems_by_word.items():
        has_stems = bool(synonyms or thesaurus)
        if has_stems or word in dictionaries.known or word in dictionaries.common:
            form = "" if has_stems or word in dictionaries.known else "="
            less_sure = f"|{','.join(thesaurus)}" if thesaurus else ""
            lines.append((keys[word], f"{form}{word}>{','.join(synonyms)}{less_sure}"))
    yield from sorted([*lines, *_tails(terms)])


def _tails(terms: Mapping[str, Term]) -> Iterable[tuple[str, str]]:
    """Yield a line per term without its first letter, which may be misspelt: -tail>term."""
    keys_by_tail: dict[str, list[str]] = {}
    for key in _sorted(terms):
        if len(key) > 3 and key.isalpha() and not key.isupper():
            keys_by_tail.setdefault(fold(key)[1:], []).append(key)
    for tail, keys in keys_by_tail.items():
        yield tail, f"-{tail}>{','.join(keys)}"


def _key(words: str, dictionaries: Dictionaries) -> str:
    forms = dictionaries.forms
    parts = phrase(words, forms, dictionaries.stop) or phrase(words, forms)
    return fold(parts[0]) if parts else ""


def posting_lines(terms: Mapping[str, Term]) -> Iterable[tuple[str, str]]:
    """Yield a line per term: stem, compounds it is part of, gaps between units, weights."""
    short_gaps = ["", *map(number, range(_SHORT_GAPS))]
    digits = _DIGITS.encode().ljust(256)
    for key in _sorted(terms):
        term = terms[key]
        steps = map(sub, term.places, chain((-1,), term.places))
        gaps = [short_gaps[step] if step <= _SHORT_GAPS else number(step - 1) for step in steps]
        weights = term.weights.tobytes().translate(digits).decode()
        yield key, f"{key}\t{','.join(_sorted(term.sources))}\t{''.join(gaps)}\t{weights}"


def number(value: int) -> str:
    """Return a number in five-bit digits, the lowest first, all but the last marked."""
    digits = ""
    while value >= 32:
        digits += _DIGITS[32 + value % 32]
        value //= 32
    return digits + _DIGITS[value]


def files(
    units: Iterable[Unit], dictionaries: Dictionaries, extra: Mapping[str, object]
) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the index with its path from the site's root. Deterministic.

    They are kept on disk until all are made, since the folder is named by their content: with
    thousands of responses they are too large for memory.
    """
    index, columns = Indexer(dictionaries), Columns()
    first: dict[str, list[str]] = {}
    starts: list[int] = []
    with SpooledTemporaryFile(_MAX_IN_MEMORY) as file:
        parts = TextStore(file)
        for file_number, file_units in enumerate(_cut_texts(units)):
            starts.append(len(columns))
            for unit in file_units:
                index.add(unit)
                columns.add(unit)
            parts.add(f"t{file_number}.json", _json(list(map(_address_and_texts, file_units))))
        terms = index.terms()
        for name, lines, limit in (
            ("l", term_lines(terms), _TERMS),
            ("a", alias_lines(terms, dictionaries), _ALIASES),
            ("p", posting_lines(terms), _POSTINGS),
        ):
            first[name] = []
            for file_number, chunk in enumerate(_cut(lines, limit)):
                first[name].append(fold(chunk[0][0]))
                parts.add(f"{name}{file_number}.txt", "".join(f"{line}\n" for _, line in chunk))
        digest = parts.digest()
        for name, content in parts:
            yield f"{urls.SEARCH_INDEX}{digest}/{name}", content
    head = {"folder": digest, "first": first, "texts": starts, **columns.told(), **extra}
    yield f"{urls.SEARCH_INDEX}head.json", _json(head).encode()


def _sorted(keys: Iterable[str]) -> list[str]:
    return sorted(keys, key=lambda key: (fold(key), key))


def _json(value: object) -> str:
    return _ENCODER.encode(value)


def _cut(lines: Iterable[tuple[str, str]], limit: int) -> Iterator[list[tuple[str, str]]]:
    """Divide lines into files; words that are equal without accents stay in the same one."""
    chunk: list[tuple[str, str]] = []
    size = 0
    for key, line in lines:
        if chunk and size + len(line) > limit and fold(chunk[-1][0]) != fold(key):
            yield chunk
            chunk, size = [], 0
        chunk.append((key, line))
        size += len(line) + 1
    if chunk:
        yield chunk


def _cut_texts(units: Iterable[Unit]) -> Iterator[list[Unit]]:
    """Divide units into those that share a file of texts."""
    chunk: list[Unit] = []
    size = 0
    for unit in units:
        if chunk and size > _TEXTS:
            yield chunk
            chunk, size = [], 0
        chunk.append(unit)
        size += sum(map(len, _address_and_texts(unit)))
    if chunk:
        yield chunk


def _address_and_texts(unit: Unit) -> tuple[str, ...]:
    """Return a unit's address, title and text, and what else is shown of it, if anything is."""
    href = f"{unit.url}#{unit.anchor}" if unit.anchor else unit.url
    return (href, unit.title, unit.text, *filter(None, [unit.told, unit.sign]))


class Columns:
    """The table of units, built column by column."""

    def __init__(self) -> None:
        self._kinds: list[str] = []
        self._positions: list[str] = []
        self._owners: list[str | None] = []
        self._groups: dict[str, list[Any]] = {}
        self._bodies: dict[str | None, list[Any]] = {}

    def __len__(self) -> int:
        return len(self._kinds)

    def add(self, unit: Unit) -> None:
        """Add a row."""
        if unit.kind == "body":
            self._bodies[unit.body] = [unit.body, unit.title, *filter(None, [unit.speaker])]
        else:
            # The search page has the titles of the plan, which would be most of this file.
            title = "" if unit.area or unit.kind in ALONE else unit.title
            self._groups.setdefault(unit.group, [unit.group, title, unit.area, 0])[-1] += 1
        self._kinds.append(_KIND_DIGITS[unit.kind])
        self._positions.append(_POSITION_DIGITS[unit.position])
        self._owners.append(unit.body)

    def told(self) -> dict[str, Any]:
        """Return the table, once every unit has been added."""
        owners = {body: number(index) for index, body in enumerate(self._bodies, start=1)}
        owners[None] = number(0)
        return {
            "kinds": KINDS,
            "positions": _POSITIONS,
            "groups": list(self._groups.values()),
            "bodies": list(self._bodies.values()),
            "kind": "".join(self._kinds),
            "position": "".join(self._positions),
            "body": "".join(owners[body] for body in self._owners),
        }


class TextStore:
    """Texts by name, kept in a file and read in the order of their names."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._names: list[str] = []
        self._starts = array("Q", [0])

    def add(self, name: str, text: str) -> None:
        """Add a text; all must be added before the first is read."""
        self._names.append(name)
        self._starts.append(self._starts[-1] + self._file.write(text.encode()))

    def __iter__(self) -> Iterator[tuple[str, bytes]]:
        for index in sorted(range(len(self._names)), key=self._names.__getitem__):
            self._file.seek(self._starts[index])
            yield self._names[index], self._file.read(self._starts[index + 1] - self._starts[index])

    def digest(self) -> str:
        """Return a name that follows from all the content, and from how it is cut into files."""
        digest = hashlib.sha256()
        for name, content in self:
            digest.update(f"{name}:{len(content)}\n".encode())
            digest.update(content)
        return digest.hexdigest()[:12]
