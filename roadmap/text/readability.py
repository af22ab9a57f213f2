"""How easy prose is to read: the length of its sentences, and LIX.

LIX is the mean length of a sentence plus the percentage of words of more than six letters. Below 40
is easy Swedish, below 30 very easy, above 50 hard. Macros, code and addresses are not counted.
"""

import re
from collections.abc import Iterable

_UNREAD = re.compile(
    r"\A---\n.*?\n---\n|```.*?```|`[^`]*`|\{\{.*?\}\}|\{:[^}]*\}|\]\([^)]*\)|https?://\S+",
    re.DOTALL,
)
_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=[-:#|>]|\d+\. )")
_SENTENCE_END = re.compile(r"(?<=[.!?:])[”)*]*\s+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONG = 6  # letters; longer words count as long


def sentences(markdown: str) -> list[list[str]]:
    """Return the words of each sentence of a page; a heading or an item is one too."""
    found = (
        _WORD.findall(sentence)
        for paragraph in _PARAGRAPH.split(_UNREAD.sub(" ", markdown))
        for sentence in _SENTENCE_END.split(paragraph)
    )
    return [words for words in found if words]


def measured(all_sentences: Iterable[list[str]]) -> tuple[int, float, float]:
    """Return the number of words, the mean length of a sentence, and LIX."""
    counted = list(all_sentences)
    words = [word for sentence in counted for word in sentence]
    if not words:
        return 0, 0.0, 0.0
    length = len(words) / len(counted)
    return len(words), length, length + 100 * sum(len(w) > _LONG for w in words) / len(words)
