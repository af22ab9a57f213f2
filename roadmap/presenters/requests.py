"""The requests (önskemål) in the answers, in order, and what is known to have come of them."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from roadmap.model import OUTCOMES, UNKNOWN_OUTCOME, Ask, Comment, OutcomeValue, Section
from roadmap.model.dataset import Body, Dataset
from roadmap.presenters import urls


class Request(NamedTuple):
    """Something that a body asks for, and the text in which it does."""

    body: Body
    text: Comment | Section
    ask: Ask


@lru_cache(maxsize=4)
def requests(dataset: Dataset) -> tuple[Request, ...]:
    """Return every request once: by what came of it, then as the plan has the strategies."""
    place = {strategy.id: number for number, strategy in enumerate(dataset.strategies)}

    def order(request: Request) -> tuple[int, int]:
        text = request.text
        about = place[text.strategies[0]] if isinstance(text, Comment) else len(place)
        return OUTCOMES.index(request.ask.outcome_value), about

    found = [request for body in dataset.received for request in requests_of(body)]
    return tuple(sorted(found, key=order))


def requests_of(body: Body) -> list[Request]:
    """Return every request of a body, in the order of its file."""
    texts: tuple[Comment | Section, ...] = (*body.response.comments, *body.response.sections)
    return [
        Request(body, text, ask) for text in texts if text.judgement for ask in text.judgement.asks
    ]


def untold(asks: Sequence[Ask]) -> str | None:
    """Return the sentence on the requests of which nothing is known; None where all is told."""
    silent = sum(ask.outcome is None for ask in asks)
    if not silent:
        return None
    if silent == len(asks):
        which = "önskemålet" if silent == 1 else "önskemålen"
        return f"Vad som hände med {which} är inte känt."
    return f"Vad som hände med {silent} av de {len(asks)} önskemålen är inte känt."


def summary(dataset: Dataset) -> str | None:
    """Return of how many requests it is known what came of them; None where there are none."""
    total = len(requests(dataset))
    known = total - outcome_tally(dataset)[UNKNOWN_OUTCOME]
    if not total:
        return None
    if not known:
        if total == 1:
            return "Vad som hände med det enda önskemålet är inte känt."
        return (
            "Vad som hände med önskemålen är inte känt: "
            f"redaktionen har ingen uppgift om något av de {total}."
        )
    if known == total:
        return f"Vad som hände är känt för alla {known} önskemål."
    return f"Vad som hände är känt för {known} av de {total} önskemålen."


def requests_pages(dataset: Dataset) -> int:
    """Return over how many pages the list of requests goes; 0 where there are none."""
    return -(-len(requests(dataset)) // urls.REQUESTS_PER_PAGE)


@lru_cache(maxsize=4)
def outcome_tally(dataset: Dataset) -> Counter[OutcomeValue]:
    """Return how many requests came to what."""
    return Counter(request.ask.outcome_value for request in requests(dataset))


def first_places(dataset: Dataset) -> dict[OutcomeValue, int]:
    """Map each outcome that any request came to to the place of the first such request."""
    found: dict[OutcomeValue, int] = {}
    place = 0
    for value in OUTCOMES:
        if outcome_tally(dataset)[value]:
            found[value] = place
        place += outcome_tally(dataset)[value]
    return found
