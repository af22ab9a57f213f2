"""Numbers, dates, lists and whose something is, as the language that is spoken says them.

The words are messages of the catalogue and the rest is Babel's. What editors are told is Swedish
whatever a page speaks, and goes by `roadmap.text.swedish`.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import get_decimal_symbol, get_group_symbol

from roadmap.model.codes import SOURCE_LANGUAGE
from roadmap.presenters.messages import (
    GENITIVE,
    NUMBERS,
    filled,
    forms,
    language,
    locale,
    number,
    sentence_for,
)
from roadmap.text import swedish
from roadmap.text.foreign import unmarked

# The names that end in an s sound are the same in Swedish, whose ever it is.
_S_SOUNDS = "sxz"
_MINUS = "\u2212"


def in_words(count: int) -> str:
    """Return the number in words up to twelve, then in digits."""
    words = forms(*NUMBERS)
    return swedish.in_words(count, words) if count < len(words) else number(count)


def ngettext_in_words(one: str, many: str, num: int, **values: object) -> str:
    """Return the message for one or for many, filled in; the placeholder `num` is in words."""
    return filled(sentence_for(one, many, num), {"num": in_words(num), **values})


def decimal(value: Decimal) -> str:
    """Return a number with all its decimals: "−12 345,5" in Swedish, with hard spaces."""
    return f"{value:,f}".translate(_signs(locale()))


@lru_cache(maxsize=8)
def _signs(code: str) -> dict[int, str]:
    known = {",": get_group_symbol(code), ".": get_decimal_symbol(code), "-": _MINUS}
    return {ord(sign): written for sign, written in known.items()}


def genitive(name: str) -> str:
    """Return whose: "Kommunstyrelsens"."""
    ending, after_s = forms(*GENITIVE)
    return f"{name}{after_s if name[-1:].lower() in _S_SOUNDS else ending}"


def long_date(day: date) -> str:
    """Return for example "20 september 2018"."""
    return _long_date(day, locale())


@lru_cache(maxsize=1024)
def _long_date(day: date, code: str) -> str:
    return format_date(day, "long", _locale(code))


def month(name: str) -> str:
    """Return the words for a month: "2018-09" → "september 2018"."""
    year, number = name.split("-")
    return format_skeleton("yMMMM", date(int(year), int(number), 1), locale=_locale(locale()))


def listing(words: Sequence[str]) -> str:
    """Join words as prose does: "a, b och c"."""
    return format_list(words, locale=_locale(locale()))


@lru_cache(maxsize=8)
def _locale(code: str) -> Locale:
    return Locale.parse(code)


def sort_key(name: str) -> tuple[tuple[int, str], ...]:
    """Return a key that sorts names as a dictionary of the language does, and 2 before 10.

    Swedish has å, ä and ö last. Other languages are taken to have an accented letter with the
    plain one, as English has, also in the Swedish names that stand among theirs: who looks for
    Årsta there looks under A. Babel sorts nothing, and machines differ in what they sort by.
    """
    return swedish.sort_key(_letters(name))


def initial(name: str) -> str:
    """Return the letter that a name stands under in such a dictionary."""
    return _letters(name)[:1].upper()


def _letters(name: str) -> str:
    bare = unmarked(name)
    return bare if language() == SOURCE_LANGUAGE else swedish.folded(bare)
