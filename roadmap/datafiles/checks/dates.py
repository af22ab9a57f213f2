"""Rules about dates: none in the future, and none too early.

Whether a text is a date at all is seen where it is read, in `model/fields.py`.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from roadmap.datafiles.checks.scope import Scope
from roadmap.datafiles.problems import Problem
from roadmap.datafiles.yaml_places import Key
from roadmap.datafiles.yaml_reader import Document
from roadmap.model import PlanSearch, ResponseSearch
from roadmap.model.dataset import Body

_EARLIEST = date(1900, 1, 1)


def odd_date(scope: Scope, document: Document, key: Key, day: date) -> Iterator[Problem]:
    """Yield a problem for a day in the future or before the twentieth century."""
    if day > scope.today:
        yield document.problem(f"Datumet {day} ligger i framtiden.", *key)
    elif day < _EARLIEST:
        yield document.problem(f"Datumet {day} är för gammalt för att stämma.", *key)


def dates_are_plausible(scope: Scope, body: Body, document: Document) -> Iterator[Problem]:
    """No document is dated in the future, and no decision before its statement."""
    response = body.response
    if response.date:
        yield from odd_date(scope, document, ("date",), response.date)
    if response.decision:
        key: Key = ("decision", "date")
        yield from odd_date(scope, document, key, response.decision.date)
        if response.date and response.decision.date < response.date:
            message = f"Beslutet är daterat före handlingen ({response.date})."
            yield document.problem(message, *key)


def searches_are_plausible(scope: Scope) -> Iterator[Problem]:
    """No search is dated in the future, and none is for what is known."""
    plan = scope.dataset.plan
    known: Mapping[str, object] = {
        "document": plan.document,
        "decision": plan.decision,
        "responses": plan.responses_total,
    }
    yield from _odd_searches(scope, scope.plan, plan.searches, known)
    if plan.decision:
        key: Key = ("decision", "date")
        yield from odd_date(scope, scope.plan, key, plan.decision.date)
    for body in scope.dataset.bodies:
        response = body.response
        known = {"decision": response.decision, "date": response.date}
        yield from _odd_searches(scope, scope.document(body.id), response.searches, known)


def _odd_searches(
    scope: Scope,
    document: Document,
    searches: Sequence[PlanSearch | ResponseSearch],
    known: Mapping[str, object],
) -> Iterator[Problem]:
    for index, search in enumerate(searches):
        yield from odd_date(scope, document, ("searches", index, "on"), search.on)
        if known.get(search.what) is not None:
            message = f"Det som någon letat efter ({search.what}) är känt."
            hint = "Ta bort posten: den är till för det som inte har hittats."
            yield document.problem(message, "searches", index, "what", hint=hint)
