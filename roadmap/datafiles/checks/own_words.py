"""Advice on the pages in `docs/`: where they still say the words that a site has exchanged."""

import re
from collections.abc import Iterator

from roadmap.datafiles.characters import decode, place
from roadmap.datafiles.checks.page_scope import PageScope
from roadmap.datafiles.files import bytes_of, files_below
from roadmap.datafiles.problems import DataError, Problem
from roadmap.model.codes import SOURCE_LANGUAGE
from roadmap.model.dataset import TERMS, Dataset
from roadmap.presenters import urls
from roadmap.presenters.messages import usual_terms
from roadmap.presenters.pages import language_of
from roadmap.presenters.translated import terms_in
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
    if scope.dataset is None:
        return
    exchanged = {
        language: _exchanged(scope.dataset, language)
        for language in scope.dataset.settings.languages
    }
    docs = scope.root / "docs"
    for file in files_below(docs, ".md"):
        name = file.relative_to(docs).as_posix()
        language, _url = language_of(scope.dataset.settings.languages, urls.page(name))
        if words := exchanged[language]:
            yield from _of_page(scope, f"docs/{name}", words, _file(language))


def _of_page(scope: PageScope, file: str, words: re.Pattern[str], own: str) -> Iterator[Problem]:
    try:
        text = decode(file, bytes_of(scope.root / file, file))
    except DataError:
        return  # told by the rules for all pages
    seen = _UNSEEN.sub(lambda found: " " * len(found[0]), text)
    found = [*words.finditer(seen)]
    if found:
        said = listing([*dict.fromkeys(f"”{one[0].casefold()}”" for one in found)])
        message = f"Här står {said}, fast {own} har andra ord."
        hint = "Skriv era ord, om det inte är någon annans ord som återges."
        yield Problem(file, *place(text, found[0].start()), message, hint, "warning")


def _exchanged(dataset: Dataset, language: str) -> re.Pattern[str] | None:
    """Return what finds the usual words that a site does not say; None if it says them all."""
    source = language == SOURCE_LANGUAGE
    said, usual = (
        {form.casefold() for _, term in terms.by_name() for form in term.forms}
        for terms in (
            dataset.terms if source else terms_in(dataset, language),
            usual_terms(language),
        )
    )
    exchanged = sorted(usual - said, key=len, reverse=True)
    if not exchanged:
        return None
    return re.compile(rf"\b(?:{'|'.join(exchanged)})s?\b", re.IGNORECASE)


def _file(language: str) -> str:
    """Return the file with a site's own words in a language."""
    return TERMS if language == SOURCE_LANGUAGE else f"data/translations/{language}/terms.yml"
