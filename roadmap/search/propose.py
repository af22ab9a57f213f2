"""Propose compounds for review; `python -m tools.compounds` prints them.

For developers and editors, when there are more texts. Reads a hunspell dictionary (Debian:
hunspell-sv), which neither the build nor the tests need. It prints guesses, each with its context
in a text, the most useful first. Copy the right ones into `compounds.yml` unchanged, and put the
wrong ones in its list of words that are not compounds, so that they are not proposed again.
"""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from pathlib import Path

from roadmap.search.dictionaries import Dictionaries
from roadmap.search.word_forms import tokens

DICTIONARY = Path("/usr/share/hunspell/sv_SE.dic")
_SHORTEST = 3
_AROUND = 32  # characters of context on each side
_VOWELS = set("aeiouyåäö")
# Syllables that look like words but begin or end other words.
_PREFIXES = (
    "alla allt ans anta avs bak bef beh beredna bil del dess fram före fort hän inne kom kon mot"
    " oms sam samma samman samt sär upps uppr utg van ver verk åter"
)
_ENDINGS = (
    "andet anden anderna ande heten heter heterna ingar ingarna ingen ingens inger ningar ningarna"
    " ningen ring ringar ringarna ringen erna arna orna lig liga ligt rande ställa"
)
_NO_PART = frozenset(_PREFIXES.split())
_NO_TAIL = frozenset(_ENDINGS.split())


@dataclass(frozen=True)
class Candidate:
    """A word that may be a compound: its parts, a context, and the number of texts with it."""

    word: str
    head: str
    tail: str
    texts: int
    helps: bool
    context: str

    @property
    def line(self) -> str:
        """The line for `compounds.yml`, with facts for the reviewer in a comment."""
        number = "1 text" if self.texts == 1 else f"{self.texts} texter"
        return f"{self.word}: {self.head} {self.tail}  # {number}: {self.context}"


def candidates(
    texts: Iterable[str], dictionaries: Dictionaries, dictionary: Set[str]
) -> list[Candidate]:
    """Return the compounds that `dictionaries` has not decided on, one per stem.

    First those with a part that is also a word in some text, since searches for that word gain the
    most. Then those in the most texts.
    """
    stem = dictionaries.forms.stem
    places: dict[str, dict[int, tuple[str, str]]] = {}
    names: set[str] = set()
    for number, text in enumerate(texts):
        for token in tokens(text):
            if token.text.isalpha() and not token.acronym:
                if _is_name(text, token.start):
                    names.add(stem(token.text))
                context = _context(text, token.start, len(token.text))
                places.setdefault(stem(token.text), {}).setdefault(
                    number, (token.text.lower(), context)
                )
    stems = frozenset(stem(word) for word in dictionary)
    proposals = []
    for key, context_by_text in places.items():
        if key in dictionaries.compounds or key in dictionaries.simple or key in names:
            continue
        word, context = min(context_by_text.values(), key=lambda item: (len(item[0]), item))
        parts = next(splits(word, dictionary, dictionaries, stems), None)
        if parts and word not in dictionaries.stop:
            helps = any(stem(part) in places for part in parts)
            proposals.append(Candidate(word, *parts, len(context_by_text), helps, context))
    return sorted(proposals, key=lambda item: (not item.helps, -item.texts, item.word))


def splits(
    word: str, dictionary: Set[str], dictionaries: Dictionaries, stems: Set[str]
) -> Iterator[tuple[str, str]]:
    """Yield the ways to divide a word into two words, the longest last part first.

    `stems` are those of the dictionary; no part is a stop word.
    """
    never, stem = dictionaries.stop, dictionaries.forms.stem
    for cut in range(_SHORTEST, len(word) - _SHORTEST):
        head, tail = word[:cut], word[cut:]
        if not (_VOWELS & set(head) and _VOWELS & set(tail[:-1])):
            continue
        if stem(tail) not in stems or tail in _NO_TAIL or {head, tail} & (never | _NO_PART):
            continue
        # A head may have a joining s, or have lost its last vowel.
        for base in (head, head.removesuffix("s"), f"{head}a", f"{head}e"):
            if len(base) >= _SHORTEST and base in dictionary and base not in never | _NO_PART:
                yield base, tail
                break


def read_dictionary(path: Path) -> frozenset[str]:
    """Return the words of a hunspell dictionary that may be parts of others."""
    lines = path.read_text("utf-8", errors="replace").splitlines()[1:]
    words = (line.partition("/")[0].partition("\t")[0] for line in lines)
    return frozenset(
        word for word in words if len(word) >= _SHORTEST and word.isalpha() and word.islower()
    )


def _is_name(text: str, start: int) -> bool:
    """Whether the word begins with a capital without beginning a sentence."""
    before = text[:start].rstrip(" ")
    return text[start].isupper() and before[-1:].isalpha()


def _context(text: str, start: int, length: int) -> str:
    before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    after = text[start : start + length + _AROUND].partition("\n")[0]
    return f"… {before}{after} …"
