"""The words of a text that may have been misread, and where each stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from roadmap.text.swedish import composed

_CONTEXT = 20  # characters around a word that show what it is
_RUN = re.compile(r"\S+")
_MARKS = "\u0300-\u036f"  # accents that stand after their letter
_INVISIBLE = "\u00ad\u200b-\u200d\u2060"  # soft hyphens and what joins or parts letters
_WORD = re.compile(rf"&?[^\W_](?:[^\W_]|&(?=[^\W_])|[{_MARKS}{_INVISIBLE}])*")
_NOT_SEEN = re.compile(f"[{_INVISIBLE}]")
_SENTENCE_END = re.compile(r"(?:^|[.!?:\n][\"”’)\]]*\s*|[-–•·|]\s+|<br>|\d\s+)$")
_FULL_STOP = re.compile(r"[.!?]\s+$")
_LONGEST = 50  # characters; no word in running text is longer
_ABBREVIATION = 5  # letters at most in one that ends with a full stop inside a sentence
# A run without spaces that is no prose: an e-mail or web address, a file's name, a code.
_NO_PROSE = re.compile(
    r"@|://|\\|^\W*www\.|\w\.\w+/|\w_\w|#\w"
    r"|\w\.[^\W\d_]\w{1,4}\W*$"
    r"|[^\W\d_][A-ZÅÄÖ]\d"
)


@dataclass(frozen=True)
class Word:
    """A word at a place in a text, counted in characters."""

    start: int
    text: str
    begins_sentence: bool

    @property
    def end(self) -> int:
        """Where the word ends."""
        return self.start + len(self.text)

    @property
    def plain(self) -> str:
        """The word as a reader sees it: each letter one character, and nothing invisible."""
        return composed(_NOT_SEEN.sub("", self.text))

    @property
    def may_be_name(self) -> bool:
        """Whether it has a capital inside a sentence."""
        return self.text[0].isupper() and not self.begins_sentence


def words_of(text: str) -> Iterator[Word]:
    """Yield the words, but no abbreviations, initials, addresses, codes, numbers or marks."""
    for run in _RUN.finditer(text):
        if _NO_PROSE.search(run[0]):
            continue
        for match in _WORD.finditer(text, *run.span()):
            before = text[max(match.start() - _CONTEXT, 0) : match.start()]
            after = text[match.end() : match.end() + _CONTEXT]
            if _may_be_misread(match[0], before, after):
                end = _FULL_STOP if match[0] == "1" else _SENTENCE_END
                yield Word(match.start(), match[0], bool(end.search(before)))


def _may_be_misread(word: str, before: str, after: str) -> bool:
    if word == "1":
        return not _in_number(before, after)
    if not 1 < len(word) <= _LONGEST or word.isdigit() or word.isupper():
        return False  # SVA
    if re.match(r"\.[^\W_]", after) or re.search(r"[^\W_]\.\Z", before):
        return False  # m.fl.
    if len(word) <= _ABBREVIATION and re.match(r"\.(?:\s+[^\W\d_A-ZÅÄÖ]|[,;:)])", after):
        return False  # ang. lokaler
    if word == "br" and before.endswith("<"):
        return False  # the end of a line in a table's cell
    return not before.endswith("/")


def _in_number(before: str, after: str) -> bool:
    """Whether a lone digit is part of a number, a footnote mark or the number of a heading."""
    if before and not before[-1].isspace():
        return True
    counted = re.search(r"\d\s$|(?i:sid\w*|kap\w*|nr|§)\s$", before)
    return counted is not None or not re.match(r"\s[^\W\d_]", after)
