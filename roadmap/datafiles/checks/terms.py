"""Rules about a site's own terms: readers tell them apart, and their forms are of one word."""

from collections.abc import Iterator
from itertools import combinations

from roadmap.datafiles.checks.scope import Scope
from roadmap.datafiles.problems import Problem, quoted
from roadmap.model import Term
from roadmap.model.dataset import TERMS


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


def _begin_alike(term: Term) -> bool:
    """Whether half of the word stands first in its definite form, after any den or det."""
    begins = term.one[: (len(term.one) + 1) // 2].casefold()
    definite = term.the_one.casefold()
    return definite.removeprefix("den ").removeprefix("det ").startswith(begins)
