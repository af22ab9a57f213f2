"""Warn of personal data that an editor may have pasted in."""

import re
from collections.abc import Iterator

from roadmap.problems import Problem
from roadmap.rawtext import place

_PERSONAL = (
    (
        re.compile(
            r"(?<![\d-])(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]|[6-8]\d|9[01])[-+]?\d{4}(?![\d-])"
        ),
        "Det här ser ut som ett personnummer.",
    ),
    (
        re.compile(
            r"(?<![\d/])(?:\+46[ -]?|0)\d{1,3}(?:[ -]\d{2,3}){2,4}(?!\d)|(?<!\d)07\d{8}(?!\d)"
        ),
        "Det här ser ut som ett telefonnummer.",
    ),
    (
        # Bounded, and begun only where a word begins: a line of a million letters takes no time.
        re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"),
        "Det här ser ut som en e-postadress.",
    ),
)

# Every pattern needs one of these, and they are found many times faster: @, or eight signs of a
# number that are no date. That it begins with a plain class is what makes it fast.
_NUMBER = r"\d(?<!\d\d)(?!(?:(?<=1)9|(?<=2)0)\d\d-\d\d-\d\d(?![\d-]))[\d +-]{7}"
_LIKELY_NUMBER = re.compile(_NUMBER)
_LIKELY = re.compile(f"{_NUMBER}|@")


def looks_personal(text: str) -> bool:
    """Whether a text has what looks like a person's number, telephone or address."""
    return any(pattern.search(text) for pattern, _ in _PERSONAL)


def personal_data(path: str, text: str) -> Iterator[Problem]:
    """Warn of what looks like a person's number, telephone or address."""
    for start, line in _likely_lines(text):
        for pattern, message in _PERSONAL:
            for match in pattern.finditer(line):
                hint = "Ta bort uppgiften om den gäller en enskild person."
                where = place(text, start + match.start())
                yield Problem(path, *where, message, hint, "warning")


def _likely_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that a pattern could match, and where in the text each starts."""
    end = 0
    pattern = _LIKELY if "@" in text else _LIKELY_NUMBER
    while likely := pattern.search(text, end):
        start = text.rfind("\n", 0, likely.start()) + 1
        end = text.find("\n", likely.end())
        end = len(text) if end < 0 else end
        yield start, text[start:end]
