"""Advice on the pages in `docs/`: where they still say the words that a site has exchanged."""

import re
from collections.abc import Iterator

from roadmap.datafiles.characters import decode, place
from roadmap.datafiles.checks.page_scope import PageScope
from roadmap.datafiles.files import bytes_of, files_below
from roadmap.datafiles.problems import DataError, Problem
from roadmap.model.codes import SOURCE_LANGUAGE
from roadmap.model.terms import USUAL, Terms
from roadmap.presenters import urls
from roadmap.presenters.pages import language_of
from roadmap.text.swedish import listing

# What readers do not see: code, macros, what an element is called, where a link leads, addresses.
_UNSEEN = re.compile(
    r"^(```|~~~).*?^\1|`[^`\n]*`|\{\{.*?\}\}|\{:[^}\n]*\}|\]\([^)\n]*\)|<[^>\n]*>|\S*[/_]\S*",
    re.MULTILINE | re.DOTALL,
)


def pages_say_the_sites_words(scope: PageScope) -> Iterator[Problem]:
    """Warn once of each page that says a usual word for what the site calls by its own.

    The pages that a new site begins with say the usual ones, and belong to the site.
    """
    words = _exchanged(scope.dataset.terms) if scope.dataset else None
    if words is None:
        return
    docs = scope.root / "docs"
    for file in files_below(docs, ".md"):
        name = file.relative_to(docs).as_posix()
        if language_of(scope.possible_languages, urls.page(name))[0] == SOURCE_LANGUAGE:
            yield from _of_page(scope, f"docs/{name}", words)


def _of_page(scope: PageScope, file: str, words: re.Pattern[str]) -> Iterator[Problem]:
    try:
        text = decode(file, bytes_of(scope.root / file, file))
    except DataError:
        return  # told by the rules for all pages
    seen = _UNSEEN.sub(lambda found: " " * len(found[0]), text)
    found = [*words.finditer(seen)]
    if found:
        said = listing([*dict.fromkeys(f"”{one[0].casefold()}”" for one in found)])
        message = f"Här står {said}, fast data/terms.yml har andra ord."
        hint = "Skriv era ord, om det inte är någon annans ord som återges."
        yield Problem(file, *place(text, found[0].start()), message, hint, "warning")


def _exchanged(terms: Terms) -> re.Pattern[str] | None:
    """Return what finds the usual words that a site does not say; None if it says them all."""
    own = {form.casefold() for _, term in terms.by_name() for form in term.forms}
    usual = {form.casefold() for _, term in USUAL.by_name() for form in term.forms}
    exchanged = sorted(usual - own, key=len, reverse=True)
    if not exchanged:
        return None
    return re.compile(rf"\b(?:{'|'.join(exchanged)})s?\b", re.IGNORECASE)
