"""The sentences that readers see, as messages of a catalogue (gettext), with the plan's nouns.

A message is written in Swedish where it is shown; `python -m tools.messages` collects them all in
`roadmap/locale/messages.pot`, from which translations are made. A placeholder is `%(name)s`. The
nouns of `model/terms.py` need not be given, and cannot be: `%(the_strategies)s`. They are those of
the site that is spoken of, see `speaking`.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from gettext import NullTranslations
from hashlib import sha256
from typing import TypeVar

from babel.numbers import format_decimal

from roadmap.model.terms import USUAL, Terms, placeholders

LOCALE = "sv"
_USUAL_NOUNS = placeholders(USUAL)
NOUNS = _USUAL_NOUNS.keys()
_nouns: ContextVar[Mapping[str, str]] = ContextVar("nouns", default=_USUAL_NOUNS)
_TRANSLATIONS = NullTranslations()
CodeT = TypeVar("CodeT")


@contextmanager
def speaking(terms: Terms) -> Iterator[None]:
    """Let what is said within use a site's own terms, and what is said afterwards not.

    A sentence is made many calls below the one that knows the site, so the terms are not handed
    from call to call: whoever has a page or a file of a data set made says `speaking` around it, in
    `site/`, in `cli/` and in `macros.py`. A context variable holds them, so that a thread that
    answers a request says nothing of what another builds, and nothing is left when an error ends
    the making. A new thread begins with the usual terms, and a copied process with those it was
    copied in; so each says `speaking` itself.

    What is made piece by piece has to be used up within. Text that is kept is kept by its data set,
    which has one set of terms; a message asked for while a module is imported would be kept for all
    sites, and a test refuses it.
    """
    before = _nouns.set(placeholders(terms))
    try:
        yield
    finally:
        _nouns.reset(before)


class Message(str):
    """A message that stands where nobody speaks yet, in a table of a module: say it by `said`."""

    values: Mapping[str, object]


class Words(Mapping[CodeT, str]):
    """The word for each code, said when it is asked for."""

    def __init__(self, messages: Mapping[CodeT, str]) -> None:
        self._messages = messages

    def __getitem__(self, code: CodeT) -> str:
        return said(self._messages[code])

    def __iter__(self) -> Iterator[CodeT]:
        return iter(self._messages)

    def __len__(self) -> int:
        return len(self._messages)


def N_(message: str, **values: object) -> Message:  # noqa: N802 (gettext's own name)
    """Return a message to be said later: modules are imported before anybody speaks."""
    later = Message(message)
    later.values = values
    return later


def said(words: str) -> str:
    """Return a message of `N_` in the reader's language; other words as they are."""
    return _(words, **words.values) if isinstance(words, Message) else words


def voice() -> str:
    """Return a name for the words that are said now: what is kept of words is kept by it."""
    return _voice(tuple(_nouns.get().items()))


@lru_cache(maxsize=8)
def _voice(nouns: tuple[tuple[str, str], ...]) -> str:
    return sha256(repr(nouns).encode()).hexdigest()


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
        **_nouns.get(),
        **{
            name: number(value) if isinstance(value, int) and value > 999 else value
            for name, value in values.items()
        },
    }


@lru_cache(maxsize=1024)
def number(value: int) -> str:
    """Return a number as the language writes it: 1380 → "1 380", with a hard space."""
    return format_decimal(value, locale=LOCALE)
