"""Advice on the page in easy Swedish: its sentences are short, and so are their words."""

from collections.abc import Iterator

from roadmap.datafiles.characters import decode
from roadmap.datafiles.checks.page_scope import PageScope
from roadmap.datafiles.files import bytes_of
from roadmap.datafiles.problems import DataError, Problem
from roadmap.presenters import urls
from roadmap.text.readability import measured, sentences

_MOST_WORDS, _MOST_LIX = 10, 30


def easy_page_is_easy(scope: PageScope) -> Iterator[Problem]:
    """Warn if the page in easy Swedish has long sentences or many long words, with the longest."""
    name = f"docs/{urls.EASY.rstrip('/')}.md"
    if not (scope.root / name).is_file():
        return
    try:
        prose = sentences(decode(name, bytes_of(scope.root / name, name)))
    except DataError:
        return  # told by the rules for all pages
    _words, length, lix = measured(prose)
    if length > _MOST_WORDS or lix > _MOST_LIX:
        longest = max(map(" ".join, prose), key=len)
        message = (
            f"Sidan är svår för att vara lättläst: {length:.0f} ord i en mening och LIX {lix:.0f}."
        )
        hint = (
            f"Sikta på högst {_MOST_WORDS} ord och LIX {_MOST_LIX}. Den längsta meningen börjar "
            f"”{longest[:40]}”."
        )
        yield Problem(name, 1, 1, message, hint, "warning")
