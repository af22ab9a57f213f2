"""Words as the search compares them: split, folded and stemmed.

The browser does the same with the same tables (`theme/assets/js/search-words.js`), which are in
the index, so that the two cannot differ. Each language has its tables in a folder of `languages/`;
words of a language without tables are compared as they stand.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

from roadmap.text.swedish import ACCENTED, PLAIN

LANGUAGES = Path(__file__).parent / "languages"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FOLD = str.maketrans(ACCENTED, PLAIN)
_TOKEN = re.compile(r"[0-9]+(?:[.,:][0-9]+)*|[^\W\d_]+")
_NEVER = "(?!)"
_NONE_DERIVED = {"sure": [], "loose": [], "verbs": [], "verb": _NEVER}


@dataclass(frozen=True)
class Token:
    """A word of a text as written, and its position."""

    text: str
    start: int

    @property
    def acronym(self) -> bool:
        """Whether it is written as an acronym: SVA, SIG."""
        return len(self.text) > 1 and self.text.isalpha() and self.text.isupper()


def table(language: str, name: str) -> dict[str, Any]:
    """Return a table of a language, empty if it has none."""
    path = LANGUAGES / language / name
    if not path.is_file():
        return {}
    found: dict[str, Any] | None = yaml.load(path.read_text("utf-8"), Loader=_LOADER)
    return found or {}


@cache
def forms_in(language: str) -> "WordForms":
    """Return the forms of words in a language, which may have no tables."""
    return WordForms(table(language, "forms.yml"))


def fold(word: str) -> str:
    """Return the word in lower case without accents, letter by letter: Årsta → arsta."""
    lower = word.lower()
    return lower if lower.isascii() else lower.translate(_FOLD)


def tokens(text: str) -> list[Token]:
    """Return the words and numbers of a text; "3.4" and "2018" are one each."""
    return [Token(match[0], match.start()) for match in _TOKEN.finditer(text)]


def word_list(text: str) -> list[str]:
    """Return the tokens of a text as plain strings; many times faster than `tokens`."""
    words: list[str] = _TOKEN.findall(text)
    return words


def number_key(number: str) -> str:
    """Return a number of the plan as one term, however it is written: Mål 2 – A.1 → mål.2.a.1."""
    return ".".join(word_list(number)).lower()


def _ending_pattern(endings: str) -> str:
    longest_first = sorted(endings.split(), key=lambda ending: (-len(ending), ending))
    return f"(?:{'|'.join(longest_first)})$" if longest_first else _NEVER


class WordForms:
    """What a language's tables make of words.

    A word that matches a pattern of `irregular` has that end instead, and one that matches `agents`
    ends there. Else `endings` are removed if at least a syllable is left, and so is an s after one
    of `beforeS`; but nothing of what is `whole`, save that s. Of what is `definite` an n or ns goes
    instead. Of what is left, the last letter goes if it is `neuter`, and then an `adjective`
    ending. A word that matches `lost` has lost an e with its ending: cared → care.

    `letters` are letters of their own, though folding makes others of them. `derived` and `joint`
    are for the browser alone: words of the same family, and what joins the parts of a compound.
    """

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self.tables: Mapping[str, Any] = {
            "fold": [ACCENTED, PLAIN],
            "irregular": tables.get("irregular", []),
            "agents": tables.get("agents", _NEVER),
            "whole": tables.get("whole", _NEVER),
            "definite": tables.get("definite", _NEVER),
            "endings": _ending_pattern(tables.get("endings", "")),
            "neuter": tables.get("neuter", _NEVER),
            "adjective": tables.get("adjective", _NEVER),
            "beforeS": tables.get("beforeS", ""),
            "vowels": tables.get("vowels", ""),
            "lost": tables.get("lost", _NEVER),
            "letters": tables.get("letters", ""),
            "joint": tables.get("joint", ""),
            "derived": tables.get("derived", _NONE_DERIVED),
        }
        own = self.tables
        self._irregular = [(re.compile(pattern), end) for pattern, end in own["irregular"]]
        # Few words match any of these, and one search for all is many times faster than one each.
        any_irregular = "|".join(pattern for pattern, _end in own["irregular"])
        self._any_irregular = re.compile(any_irregular or _NEVER)
        self._agents, self._whole, self._definite, self._endings = (
            re.compile(own[name]) for name in ("agents", "whole", "definite", "endings")
        )
        self._neuter, self._adjective, self._lost = (
            re.compile(own[name]) for name in ("neuter", "adjective", "lost")
        )
        vowels = own["vowels"]
        self._syllable = re.compile(f"[{vowels}][^{vowels}]" if vowels else _NEVER)
        self._before_s = own["beforeS"]
        self._letters = own["letters"]
        self.stem = lru_cache(maxsize=10_000)(self._stem)

    def meant(self, typed: str, word: str) -> bool:
        """Return whether what was typed may mean a word: å is å, but a may be a, å or ä."""
        return all(
            letter == other or letter not in self._letters
            for letter, other in zip(typed, word, strict=False)
        )

    def _stem(self, word: str) -> str:
        """Return what all inflections of a word share, accents kept: skolorna → skol.

        The stem of a word and the stem of the folded word differ only in accents, so a word typed
        without accents finds the same. Numbers and words of up to three letters are only put in
        lower case.
        """
        lower = word.lower()
        folded = fold(lower)
        if len(folded) < 4 or not folded.isalpha():
            return lower
        if self._any_irregular.search(folded):
            for pattern, end in self._irregular:
                if match := pattern.search(folded):
                    return f"{lower[: match.start()]}{end}"
        if match := self._agents.search(folded):
            return lower[: match.end()]
        length = self._length(folded)
        lost = "e" if length < len(folded) and self._lost.search(folded) else ""
        return lower[:length] + lost

    def _length(self, word: str) -> int:
        """Return the length of the stem of a folded word."""
        region = self._region(word)
        end = len(word)
        if self._definite.search(word):
            return end - (2 if word[-1] == "s" else 1)
        if word[-1] == "s" and self._whole.search(word[:-1]):
            return end - 1
        if not self._whole.search(word):
            if match := self._endings.search(word, region):
                end = match.start()
            elif end > region and word[-1] == "s" and word[-2] in self._before_s:
                end -= 1
        if end - 2 >= region and self._neuter.search(word[:end]):
            end -= 1
        if match := self._adjective.search(word[:end]):
            least = max(region, 4)
            for cut in (len(match[0]), 2):
                if end - cut >= least:
                    return end - cut
        return end

    def _region(self, word: str) -> int:
        """Return where endings may begin: after the first vowel and consonant, at least at 3."""
        match = self._syllable.search(word)
        return max(3, match.end()) if match else len(word)
