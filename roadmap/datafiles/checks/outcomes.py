"""Rules about the outcomes of requests: reasons, quotes and dates."""

from collections.abc import Iterator

from roadmap.datafiles.checks.dates import odd_date
from roadmap.datafiles.checks.judgements import judged
from roadmap.datafiles.checks.scope import Scope
from roadmap.datafiles.problems import Problem
from roadmap.datafiles.yaml_places import Key
from roadmap.datafiles.yaml_reader import Document
from roadmap.model import UNKNOWN_OUTCOME, Outcome
from roadmap.model.dataset import Body
from roadmap.presenters.messages import to_editors


def outcomes(body: Body) -> Iterator[tuple[Key, Outcome]]:
    """Yield every outcome of a body's requests, with its key in the file."""
    for key, judgement, _ in judged(body):
        for index, ask in enumerate(judgement.asks):
            if ask.outcome:
                yield (*key, "asks", index, "outcome"), ask.outcome


def rejections_have_reasons(scope: Scope, body: Body, document: Document) -> Iterator[Problem]:
    """A rejected request has a reason."""
    for key, outcome in outcomes(body):
        is_sound = not document.is_damaged(str(key[0]))
        if outcome.value == "rejected" and outcome.reason is None and is_sound:
            message = to_editors("%(The_request)s sägs ha avslagits, men skälet saknas.")
            hint = "Lägg till reason med det skäl som angavs i källan."
            yield document.problem(message, *key, "value", hint=hint)


def nothing_known_has_no_words(scope: Scope, body: Body, document: Document) -> Iterator[Problem]:
    """If no information was found, there are no words to quote."""
    for key, outcome in outcomes(body):
        if outcome.value == UNKNOWN_OUTCOME and outcome.quote is not None:
            message = "Ingen uppgift sägs finnas, men ändå citeras ord."
            hint = "Ta bort quote, eller välj det utfall som orden visar."
            yield document.problem(message, *key, "quote", hint=hint)


def outcomes_come_after(scope: Scope, body: Body, document: Document) -> Iterator[Problem]:
    """No outcome is dated in the future, or before the response."""
    response_date = body.response.date
    for key, outcome in outcomes(body):
        yield from odd_date(scope, document, (*key, "date"), outcome.date)
        if response_date and outcome.date < response_date <= scope.today:
            message = f"Utfallet är daterat före svaret ({response_date})."
            yield document.problem(message, *key, "date")
