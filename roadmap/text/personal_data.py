"""Patterns of personal data: identity numbers, phone numbers and email addresses."""

import re

PERSONAL_PATTERNS = (
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
        # Bounded in length and tried only where a word begins, so that long lines stay fast.
        re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"),
        "Det här ser ut som en e-postadress.",
    ),
)


def looks_personal(text: str) -> bool:
    """Whether a text seems to hold an identity number, a phone number or an email address."""
    return any(pattern.search(text) for pattern, _ in PERSONAL_PATTERNS)
