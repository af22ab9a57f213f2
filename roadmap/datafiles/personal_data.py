"""Warn about personal data that an editor may have pasted in."""

import re
from collections.abc import Iterator

from roadmap.datafiles.characters import place
from roadmap.datafiles.problems import Problem
from roadmap.text.personal_data import PERSONAL_PATTERNS

# A fast search before the slow patterns, which all need an @ or eight characters of a number that
# is not a date. It replaces every digit by 0, so that numbers begin with one known byte.
_DIGITS = bytes.maketrans(b"123456789", b"000000000")
_LIKELY_NUMBER = re.compile(rb"0(?<!00)(?=[0 +-]{7})")
_DATE = re.compile(r"(?:19|20)\d\d-\d\d-\d\d(?![\d-])")


def personal_data(path: str, text: str) -> Iterator[Problem]:
    """Warn about what looks like an identity number, a phone number or an email address."""
    for start, line in _likely_lines(text):
        for pattern, message in PERSONAL_PATTERNS:
            for match in pattern.finditer(line):
                hint = "Ta bort uppgiften om den gäller en enskild person."
                where = place(text, start + match.start())
                yield Problem(path, *where, message, hint, "warning")


def _likely_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that a pattern could match, each with its position in the text."""
    end = -1
    for position in sorted(_likely(text)):
        if position > end:
            start = text.rfind("\n", 0, position) + 1
            end = text.find("\n", position)
            end = len(text) if end < 0 else end
            yield start, text[start:end]


def _likely(text: str) -> Iterator[int]:
    # One byte per character, so that positions are the same as in the text.
    characters = text.encode("latin-1", "replace").translate(_DIGITS)
    for number in _LIKELY_NUMBER.finditer(characters):
        if not _DATE.match(text, number.start()):
            yield number.start()
    if "@" in text:
        yield from (match.start() for match in re.finditer("@", text))
