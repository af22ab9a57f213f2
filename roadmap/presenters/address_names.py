"""The words in addresses that a site may have of its own: `insatser/1-1/` for `strategier/1-1/`."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import NamedTuple

from roadmap.model.terms import USUAL, Terms
from roadmap.text.swedish import slug

# The nouns that name folders, and those that anchors begin with.
FOLDERS = ("goal_area", "strategy", "response", "request")
ANCHORS = ("goal_area", "milestone", "strategy", "comment")


class Names(NamedTuple):
    """The words for one and for many of a kind, as they are in addresses: strategi, strategier."""

    one: str
    many: str


@lru_cache(maxsize=8)
def names_of(terms: Terms) -> Mapping[str, Names]:
    """Return the names in the addresses of a site with these terms, by noun.

    They are the usual ones if the site has not chosen otherwise: what is published keeps its
    address, whatever the site's sentences come to say.
    """
    chosen = terms if terms.addresses else USUAL
    return {noun: Names(slug(term.one), slug(term.many)) for noun, term in chosen.by_name()}


_USUAL_NAMES = names_of(USUAL)
# The names of the site that is spoken of; None for the usual ones.
_names: ContextVar[Mapping[str, Names] | None] = ContextVar("names", default=None)


@contextmanager
def named(terms: Terms) -> Iterator[None]:
    """Let addresses made within have the names of a site, whose terms these are.

    They are those of the source's language in every tree. See `messages.speaking` on why a context
    variable has them.
    """
    before = _names.set(names_of(terms))
    try:
        yield
    finally:
        _names.reset(before)


def folder(noun: str) -> str:
    """Return the folder of the pages of a kind, with the slash after it."""
    return f"{_name(noun).many}/"


def page_path(usual: str) -> str:
    """Return the path below `docs/` of a page, given the path with the folder's usual name."""
    first, _, rest = usual.partition("/")
    noun = next((noun for noun in FOLDERS if _USUAL_NAMES[noun].many == first), None)
    return f"{folder(noun)}{rest}" if noun else usual


def of_one(noun: str) -> str:
    """Return the beginning of the anchors of a kind, with the dash after it."""
    return f"{_name(noun).one}-"


def _name(noun: str) -> Names:
    return (_names.get() or _USUAL_NAMES)[noun]
