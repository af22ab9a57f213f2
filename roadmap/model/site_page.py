"""A page of the site's own, as an editor has written it in `docs/`."""

from typing import NamedTuple


class PagePart(NamedTuple):
    """A heading or a word that is explained, with its text. `anchor` is its id, if it has one."""

    anchor: str | None
    title: str
    text: str
    is_word: bool = False


class SitePage(NamedTuple):
    """A page: its URL, what its head says, what else one may call it, and its parts in order."""

    url: str
    title: str
    description: str
    keywords: str = ""
    parts: tuple[PagePart, ...] = ()
