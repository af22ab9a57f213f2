"""How easy the site's own prose is to read: `python -m tools.readability`.

Prints, for each page of `docs/` and for the sentences of `messages.pot`, the number of words, the
mean length of a sentence and LIX: that length plus the percentage of words of more than six
letters. Below 40 is easy Swedish, above 50 hard. Macros, code and addresses are not counted, and of
a message only what is a whole sentence.
"""

import re
from collections.abc import Iterable

from babel.messages.pofile import read_po

from roadmap.datafiles.files import files_below
from roadmap.model.terms import Terms, placeholders
from tools.messages import CATALOGUE, ROOT

_UNREAD = re.compile(
    r"\A---\n.*?\n---\n|```.*?```|`[^`]*`|\{\{.*?\}\}|\{:[^}]*\}|\]\([^)]*\)|https?://\S+",
    re.DOTALL,
)
_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=[-:#|>]|\d+\. )")
_SENTENCE_END = re.compile(r"(?<=[.!?:])[”)*]*\s+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONG = 6  # letters; longer words count as long
_WHOLE = re.compile(r"[.!?]”?$")
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")


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


def messages() -> list[list[str]]:
    """Return the words of each message that is a whole sentence; a value counts as a short word."""
    nouns = placeholders(Terms())
    with CATALOGUE.open("rb") as file:
        ids = [message.id for message in read_po(file) if message.id]
    texts = [text for each in ids for text in ([each] if isinstance(each, str) else each)]
    shown = (_PLACEHOLDER.sub(lambda match: nouns.get(match[1], "ord"), text) for text in texts)
    return [words for text in shown if _WHOLE.search(text) for words in sentences(text)]


def main() -> None:
    """Print the table."""
    docs = {
        path.relative_to(ROOT).as_posix(): sentences(path.read_text("utf-8"))
        for path in files_below(ROOT / "docs", ".md")
    }
    rows = {name: prose for name, prose in docs.items() if prose}
    rows["docs/ i allt"] = [sentence for prose in docs.values() for sentence in prose]
    rows["messages.pot"] = messages()
    print(f"{'text':34} {'ord':>5} {'ord/mening':>10} {'LIX':>4}")
    for name, prose in rows.items():
        words, length, lix = measured(prose)
        print(f"{name:34} {words:5} {length:10.1f} {lix:4.0f}")


if __name__ == "__main__":
    main()
