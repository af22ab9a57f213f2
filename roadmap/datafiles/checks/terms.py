"""Rules about a site's own terms: readers tell them apart, and their forms are of one word."""

from collections.abc import Iterator
from itertools import combinations

from roadmap.datafiles.checks.scope import Scope
from roadmap.datafiles.problems import Problem, quoted
from roadmap.model import Term
from roadmap.model.dataset import TERMS
from roadmap.model.fields import is_slug
from roadmap.presenters import urls
from roadmap.presenters.address_names import ANCHORS, FOLDERS, names_of


def terms_are_told_apart(scope: Scope) -> Iterator[Problem]:
    """No two terms share a word, whether the site has chosen it or left it as it is."""
    document = scope.documents.get(TERMS)
    if document is None:
        return
    for (first, first_term), (second, second_term) in combinations(
        scope.dataset.terms.by_name(), 2
    ):
        taken = {word.casefold() for word in first_term.forms}
        shared = next((word for word in second_term.forms if word.casefold() in taken), None)
        if shared:
            chosen, other = (second, first) if document.has(second) else (first, second)
            message = f"Ordet {quoted(shared)} står också för {other}. Läsaren ser ingen skillnad."
            yield document.problem(message, chosen, hint="Ge dem olika ord.")


def forms_are_of_one_word(scope: Scope) -> Iterator[Problem]:
    """Warn if a noun and its definite form begin as two different words."""
    document = scope.documents.get(TERMS)
    for name, term in scope.dataset.terms.by_name() if document else ():
        if document and document.has(name) and not _begin_alike(term):
            message = f"{quoted(term.the_one)} börjar inte som {quoted(term.one)}. Är det rätt ord?"
            yield document.warning(message, name, "the_one")


def addresses_are_free(scope: Scope) -> Iterator[Problem]:
    """Where addresses follow the terms, each is one, and nothing else has it."""
    document = scope.documents.get(TERMS)
    dataset = scope.dataset
    for language, terms in dataset.own_terms.items():
        if terms.addresses:
            message = "Adresserna är desamma på varje språk: de följer orden i data/terms.yml."
            own = scope.documents[f"data/translations/{language}/terms.yml"]
            yield own.problem(message, "addresses", hint="Ta bort raden.")
    if document is None or not dataset.terms.addresses:
        return
    names = names_of(dataset.terms)
    folders = {noun: names[noun].many for noun in FOLDERS}
    anchors = {noun: names[noun].one for noun in ANCHORS}
    languages = dataset.settings.languages[1:]
    for form, words, taken in (
        ("many", folders, {*urls.TAKEN_FOLDERS, *languages}),
        ("one", anchors, urls.TAKEN_ANCHORS),
    ):
        for noun, word in words.items():
            key = (noun, form) if document.has(noun) else ("addresses",)
            if not is_slug(word):
                chosen = getattr(getattr(dataset.terms, noun), form)
                message = f"{quoted(chosen)} kan inte stå i en adress."
                yield document.problem(message, *key, hint="Välj ett ord med bokstäverna a till ö.")
            elif word in taken or [*words.values()].count(word) > 1:
                message = f"{quoted(word)} är redan början på andra adresser."
                hint = "Välj ett annat ord, eller ta bort addresses."
                yield document.problem(message, *key, hint=hint)


def _begin_alike(term: Term) -> bool:
    """Whether half of the word stands first in its definite form, after any den or det."""
    begins = term.one[: (len(term.one) + 1) // 2].casefold()
    definite = term.the_one.casefold()
    return definite.removeprefix("den ").removeprefix("det ").startswith(begins)
