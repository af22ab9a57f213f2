"""Warn of personal data that an editor may have pasted in."""

import re
from collections.abc import Iterator

from roadmap.datafiles.characters import place
from roadmap.datafiles.problems import Problem
from roadmap.text.personal_data import PERSONAL_PATTERNS

# Every pattern needs one of these, and they are found many times faster: @, or eight signs of a
# number that are no date. With one sign for all digits, to look for a number is to look for that.
_DIGITS = bytes.maketrans(b"123456789", b"000000000")
_LIKELY_NUMBER = re.compile(rb"0(?<!00)(?=[0 +-]{7})")
_DATE = re.compile(r"(?:19|20)\d\d-\d\d-\d\d(?![\d-])")


def personal_data(path: str, text: str) -> Iterator[Problem]:
    """Warn of what looks like a person's number, telephone or address."""
    for start, line in _likely_lines(text):
        for pattern, message in PERSONAL_PATTERNS:
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
