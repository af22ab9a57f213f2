"""The sentences that readers see, as messages of a catalogue (gettext), with the plan's nouns.

A message is written in Swedish where it is shown; `python -m tools.messages` collects them all in
`roadmap/locale/messages.pot`, from which translations are made. A placeholder is `%(name)s`. The
nouns of `model/terms.py` need not be given, and cannot be: `%(the_strategies)s`.
"""

from collections.abc import Mapping
from functools import lru_cache
from gettext import NullTranslations

from babel.numbers import format_decimal

from roadmap.model.terms import Terms, placeholders

LOCALE = "sv"
TERMS: Mapping[str, str] = placeholders(Terms())
_TRANSLATIONS = NullTranslations()


def _(message: str, **values: object) -> str:
    """Return the message in the reader's language, filled in."""
    return translated(message) % filling(values)


def ngettext(one: str, many: str, num: int, **values: object) -> str:
    """Return the message for one or for many, filled in; `num` is the placeholder for how many."""
    return translated_number(one, many, num) % filling({"num": num, **values})


def translated(message: str) -> str:
    """Return the message in the reader's language, its placeholders as they are."""
    return _TRANSLATIONS.gettext(message)


def translated_number(one: str, many: str, num: int) -> str:
    """Return the message for this number, its placeholders as they are."""
    return _TRANSLATIONS.ngettext(one, many, num)


def filling(values: Mapping[str, object]) -> dict[str, object]:
    """Return what a message is filled in with: the nouns and the values, numbers as words write."""
    return {
        **TERMS,
        **{
            name: number(value) if isinstance(value, int) and value > 999 else value
            for name, value in values.items()
        },
    }


@lru_cache(maxsize=1024)
def number(value: int) -> str:
    """Return a number as the language writes it: 1380 → "1 380", with a hard space."""
    return format_decimal(value, locale=LOCALE)
