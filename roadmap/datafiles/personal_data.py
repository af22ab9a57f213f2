"""Warn of personal data that an editor may have pasted in."""

import re
from collections.abc import Iterator

from roadmap.datafiles.characters import place
from roadmap.datafiles.problems import Problem

_PERSONAL = (
    (
        re.compile(
            r"(?<![\d-])(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]|[6-8]\d|9[01])[-+]?\d{4}(?![\d-])",
            re.ASCII,
        ),
        "Det här ser ut som ett personnummer.",
    ),
    (
        re.compile(
            r"(?<![\d/])(?:\+46[ -]?|0)\d{1,3}(?:[ -]\d{2,3}){2,4}(?!\d)|(?<!\d)07\d{8}(?!\d)",
            re.ASCII,
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
# number that are no date. With one sign for all digits, to look for a number is to look for that.
_DIGITS = bytes.maketrans(b"123456789", b"000000000")
_LIKELY_NUMBER = re.compile(rb"0(?<!00)(?=[0 +-]{7})")
_DATE = re.compile(r"(?:19|20)\d\d-\d\d-\d\d(?![\d-])")


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
    end = -1
    for likely in sorted(_likely(text)):
        if likely > end:
            start = text.rfind("\n", 0, likely) + 1
            end = text.find("\n", likely)
            end = len(text) if end < 0 else end
            yield start, text[start:end]


def _likely(text: str) -> Iterator[int]:
    # A byte to a sign, so that places are the same.
    signs = text.encode("latin-1", "replace").translate(_DIGITS)
    for number in _LIKELY_NUMBER.finditer(signs):
        if not _DATE.match(text, number.start()):
            yield number.start()
    if "@" in text:
        yield from (at.start() for at in re.finditer("@", text))
