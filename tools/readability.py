"""How easy the site's own prose is to read: `python -m tools.readability`.

Prints, for each page of `docs/` and for the sentences of `messages.pot`, the number of words, the
mean length of a sentence and LIX. Of a message only what is a whole sentence is counted.
"""

import re

from babel.messages.pofile import read_po

from roadmap.datafiles.files import files_below
from roadmap.model.terms import Terms, placeholders
from roadmap.text.readability import measured, sentences
from tools.messages import CATALOGUE, ROOT

_WHOLE = re.compile(r"[.!?]”?$")
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")


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
