"""Words as the search compares them: split, folded and stemmed.

The browser does the same with the same tables (`theme/assets/js/search-words.js`), which are in
the index, so that the two cannot differ. All patterns are plain ASCII and mean the same
to Python and JavaScript.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from roadmap.text.swedish import ACCENTED, PLAIN

_FOLD = str.maketrans(ACCENTED, PLAIN)
_TOKEN = re.compile(r"[0-9]+(?:[.,:][0-9]+)*|[^\W\d_]+")
_VOWELS = "aeiouy"
_SWEDISH = "åäö"
_BEFORE_S = "bcdfghjklmnoprtvy"
# socialt, arbetslöst, kvinn-: the last letter is not in the stem; nor is the -lig of tydlig.
_NEUTER = r"(?:dd|gd|nn|dt|gt|kt|tt|lt|vt|mt|bt|rt|lost)$"
_ADJECTIVE = r"(?:lig|ig)$"

# Endings of nouns, adjectives and verbs, removed if at least a syllable is left.
_ENDINGS = (
    "a an ans ande anden andet ar aren arens ares are arna arnas ars as aste ad ade ades at ats ast"
    " e en ena enas ens er ern erna ernas ers es et ets"
    " het heten hetens heter heterna heternas hets or orna ornas ors"
)
# Words to which an "ending" belongs: bostad, kostnad, enkät, kvalitet, gäst, arbetslös.
_WHOLE = (
    r"(?:nad|stad|blad|grad|plan|[il]vat|nkat|[dm]at|ltat|[^e]rat|itet|budget|svar|ats|urs|dans"
    r"|(?:ch|bal|inst|fin|gr)ans|[^b]bar|(?:horn|mil|^)sten|(?:kompet|fer|tend|kv|lic|ist)ens"
    r"|gast|los|(?:kt|nt|it|ss|[dnr]at)or)$"
)
# Persons keep their -ar-, so that lärare is not lära: lärare, lärarna, medborgarnas → lärar.
_AGENTS = (
    r"(?:larar|borgar|retagar|rbetar|givar|ltagar|ledar|brukar|ggar|holmar|nvanar|ndlar|terar"
    r"|skapar|krivar|ljar|sbyggar|utvecklar)(?=(?:e|en|ens|es|na|nas)$)"
)
# Vowel changes and dropped vowels: (folded ending, its replacement).
_IRREGULAR = (
    (r"stader(?:na|nas|s)?$", "stad"),
    (r"^lander(?:na|nas|s)?$", "land"),
    (r"^bocker(?:na|nas|s)?$", "bok"),
    (r"^hander(?:na|nas|s)?$", "hand"),
    (r"^strander(?:na|nas|s)?$", "strand"),
    (r"^natter(?:na|nas|s)?$", "natt"),
    (r"^rotter(?:na|nas|s)?$", "rot"),
    (r"dottrar(?:na|nas|s)?$", "dotter"),
    (r"^modrar(?:na|nas|s)?$", "mor"),
    (r"lder(?:n|ns|s)?$", "ldr"),
    (r"ckel(?:n|ns|s)?$", "ckl"),
    (r"cykel(?:n|ns|s)?$", "cykl"),
    (r"omrad(?:e|et|ets|en|ena|enas|es|ens|s)$", "områd"),
    (r"saker(?:t|het|heten)?$", "säker"),
    (r"sekundar(?:a|t)?$", "sekundär"),
    (r"spar(?:en|ens|et|ets|s)?$", "spår"),
    (r"regel(?:n|ns|s)?$", "regl"),
    (r"medel(?:s)?$", "medl"),
    (r"syster(?:n|ns|s)?$", "systr"),
    (r"sommar(?:en|ens|s)?$", "somr"),
    (r"(?:museum|museums)$", "muse"),
    (r"centr(?:um|a|en|ums)$", "centr"),
    (r"gymnasium$", "gymnasi"),
    (r"^oka(?:r|d|de|t|s|nde)$|^okning(?:en|ar)?$", "öka"),
    (r"narvaron(?:s)?$", "närvaro"),
    (r"delta(?:r|gits?)?$|deltog$", "deltag"),
)
# strategin, demokratins: the n is an ending, though the i is not.
_DEFINITE = r"(?:ati|gi|[st]ri|omi|[ls]jo|tsel|[kn]tor|[dnr]ator|essor)ns?$"


@dataclass(frozen=True)
class Token:
    """A word of a text as written, and its position."""

    text: str
    start: int

    @property
    def acronym(self) -> bool:
        """Whether it is written as an acronym: SVA, SIG."""
        return len(self.text) > 1 and self.text.isalpha() and self.text.isupper()


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


def tables() -> dict[str, object]:
    """Return the tables that the browser needs to do the same."""
    return {
        "fold": [ACCENTED, PLAIN],
        "irregular": [[pattern, replacement] for pattern, replacement in _IRREGULAR],
        "agents": _AGENTS,
        "whole": _WHOLE,
        "definite": _DEFINITE,
        "endings": _ending_pattern(),
        "neuter": _NEUTER,
        "adjective": _ADJECTIVE,
        "beforeS": _BEFORE_S,
        "vowels": _VOWELS,
    }


def _ending_pattern() -> str:
    return f"(?:{'|'.join(sorted(_ENDINGS.split(), key=lambda ending: (-len(ending), ending)))})$"


_IRREGULAR_RE = [(re.compile(pattern), replacement) for pattern, replacement in _IRREGULAR]
# Few words match any of these, and one search for all is many times faster than one for each.
_ANY_IRREGULAR_RE = re.compile("|".join(pattern for pattern, _ in _IRREGULAR))
_AGENTS_RE = re.compile(_AGENTS)
_WHOLE_RE = re.compile(_WHOLE)
_DEFINITE_RE = re.compile(_DEFINITE)
_NEUTER_RE = re.compile(_NEUTER)
_ADJECTIVE_RE = re.compile(_ADJECTIVE)
_ENDING_RE = re.compile(_ending_pattern())
_SYLLABLE_RE = re.compile(f"[{_VOWELS}][^{_VOWELS}]")


@lru_cache(maxsize=10_000)
def stem(word: str) -> str:
    """Return what all inflections of a word share, accents kept: skolorna → skol.

    The stem of a word and the stem of the folded word differ only in accents, so a word typed
    without accents finds the same. Numbers and words of up to three letters are only put in lower
    case.
    """
    lower = word.lower()
    folded = fold(lower)
    if len(folded) < 4 or not folded.isalpha():
        return lower
    if _ANY_IRREGULAR_RE.search(folded):
        for pattern, replacement in _IRREGULAR_RE:
            if match := pattern.search(folded):
                return lower[: match.start()] + replacement
    if match := _AGENTS_RE.search(folded):
        return lower[: match.end()]
    return lower[: _length(folded)]


def meant(typed: str, word: str) -> bool:
    """Return whether what was typed may mean a word: å is å, but a may be a, å or ä."""
    return all(
        letter == other or letter not in _SWEDISH
        for letter, other in zip(typed, word, strict=False)
    )


def _length(word: str) -> int:
    """Return the length of the stem of a folded word."""
    region = _region(word)
    end = len(word)
    if _DEFINITE_RE.search(word):
        return end - (2 if word[-1] == "s" else 1)
    if word[-1] == "s" and _WHOLE_RE.search(word[:-1]):
        return end - 1
    if not _WHOLE_RE.search(word):
        if match := _ENDING_RE.search(word, region):
            end = match.start()
        elif end > region and word[-1] == "s" and word[-2] in _BEFORE_S:
            end -= 1
    if end - 2 >= region and _NEUTER_RE.search(word[:end]):
        end -= 1
    if match := _ADJECTIVE_RE.search(word[:end]):
        least = max(region, 4)
        for cut in (len(match[0]), 2):
            if end - cut >= least:
                return end - cut
    return end


def _region(word: str) -> int:
    """Return where endings may begin: after the first vowel and consonant, at least at 3."""
    match = _SYLLABLE_RE.search(word)
    return max(3, match.end()) if match else len(word)
