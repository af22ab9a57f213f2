"""Advice on the pages in `docs/` that readers hardly find: no other page leads to them."""

import re
from collections.abc import Iterator
from posixpath import join, normpath

from roadmap.datafiles.characters import decode
from roadmap.datafiles.checks.address_folders import misnamed
from roadmap.datafiles.checks.page_scope import PageScope
from roadmap.datafiles.files import bytes_of, files_below, files_in
from roadmap.datafiles.problems import DataError, Problem
from roadmap.model.codes import SOURCE_LANGUAGE
from roadmap.presenters import urls
from roadmap.presenters.page_heads import in_frame
from roadmap.presenters.pages import language_of

# A link in Markdown, the address of one that stands further down, and a link in HTML.
_LINK = re.compile(
    r"""\]\(\s*<?([^)>\s#?]+)|^ {0,3}\[[^\]\n]+\]:\s*<?([^>\s#?]+)|href\s*=\s*["']([^"'#?]+)""",
    re.MULTILINE | re.IGNORECASE,
)


def pages_are_led_to(scope: PageScope) -> Iterator[Problem]:
    """Warn of each page that neither the frame of every page nor any other page links to.

    A translation is linked to from the page that it is of.
    """
    if not scope.names_known:
        return
    docs = scope.root / "docs"
    names = [path.relative_to(docs).as_posix() for path in files_below(docs, ".md")]
    # Also of an area whose file cannot be read.
    files = files_in(scope.root / "data/goal-areas", ".yml")
    areas = {urls.goal_area_of(file.name) for file in files}
    led_to = {*in_frame(), *areas}
    for name in names:
        led_to.update(_linked(scope, name))
    own = {name: urls.page(name) for name in names}
    told = tuple(misnamed(docs))
    if areas - {*own.values()}:  # which is told where the goal area has no page
        told += (urls.goal_areas(),)
    for name, url in own.items():
        language, _ = language_of(scope.possible_languages, url)
        if language != SOURCE_LANGUAGE or url.startswith(told):
            continue
        if url not in led_to:
            message = "Ingen annan sida länkar hit, så läsare hittar knappast sidan."
            hint = "Länka till den från en annan sida, till exempel från docs/om/index.md."
            yield Problem(f"docs/{name}", 1, 1, message, hint, "warning")


def _linked(scope: PageScope, name: str) -> Iterator[str]:
    """Yield the URLs of the pages that a page links to, itself excepted."""
    file = f"docs/{name}"
    try:
        text = decode(file, bytes_of(scope.root / file, file))
    except DataError:
        return  # told by the rules for all pages
    here = urls.page(name)
    for found in _LINK.finditer(text):
        link = found[1] or found[2] or found[3]
        if link.endswith(".md"):
            url = urls.page(normpath(join("/", name, "..", link)).lstrip("/"))
        else:
            path = normpath(join("/", here, link)).strip("/")
            url = f"{path.removesuffix('index.html').rstrip('/')}/" if path else ""
        if url != here:
            yield url
