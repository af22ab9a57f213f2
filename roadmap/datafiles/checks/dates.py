"""Rules about dates: none in the future, and none too early.

Whether a text is a date at all is seen where it is read, in `model/fields.py`.
"""

from collections.abc import Iterator
from datetime import date

from roadmap.datafiles.checks.scope import Scope
from roadmap.datafiles.problems import Problem
from roadmap.datafiles.yaml_places import Key
from roadmap.datafiles.yaml_reader import Document
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
