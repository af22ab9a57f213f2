"""The requests (önskemål) in the answers, in order, and what is known of their outcomes."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from roadmap.model import OUTCOMES, UNKNOWN_OUTCOME, Ask, Comment, OutcomeValue, Section
from roadmap.model.dataset import Body, Dataset
from roadmap.presenters import urls


class Request(NamedTuple):
    """A request by a body, and the text that makes it."""

    body: Body
    text: Comment | Section
    ask: Ask


@lru_cache(maxsize=4)
def requests(dataset: Dataset) -> tuple[Request, ...]:
    """Return every request once, in order of outcome, then of the plan's strategies."""
    place = {strategy.id: number for number, strategy in enumerate(dataset.strategies)}

    def order(request: Request) -> tuple[int, int]:
        text = request.text
        strategy_place = place[text.strategies[0]] if isinstance(text, Comment) else len(place)
        return OUTCOMES.index(request.ask.outcome_value), strategy_place

    unordered = [request for body in dataset.received for request in requests_of(body)]
    return tuple(sorted(unordered, key=order))


def requests_of(body: Body) -> list[Request]:
    """Return every request of a body, in the order of its file."""
    texts: tuple[Comment | Section, ...] = (*body.response.comments, *body.response.sections)
    return [
        Request(body, text, ask) for text in texts if text.judgement for ask in text.judgement.asks
    ]


def untold(asks: Sequence[Ask]) -> str | None:
    """Return the sentence on requests without a recorded outcome; None if all have one."""
    unknown = sum(ask.outcome is None for ask in asks)
    if not unknown:
        return None
    if unknown == len(asks):
        subject = "önskemålet" if unknown == 1 else "önskemålen"
        return f"Vad som hände med {subject} är inte känt."
    return f"Vad som hände med {unknown} av de {len(asks)} önskemålen är inte känt."


def summary(dataset: Dataset) -> str | None:
    """Return the sentence on how many outcomes are known; None if there are no requests."""
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
    """Return the number of pages of the list of requests; 0 if there are none."""
    return urls.page_count(len(requests(dataset)), urls.REQUESTS_PER_PAGE)


@lru_cache(maxsize=4)
def outcome_tally(dataset: Dataset) -> Counter[OutcomeValue]:
    """Return how many requests have each outcome."""
    return Counter(request.ask.outcome_value for request in requests(dataset))


def first_places(dataset: Dataset) -> dict[OutcomeValue, int]:
    """Map each outcome that occurs to the index, in `requests`, of the first with that outcome."""
    first_place_by_outcome: dict[OutcomeValue, int] = {}
    place = 0
    for value in OUTCOMES:
        if outcome_tally(dataset)[value]:
            first_place_by_outcome[value] = place
        place += outcome_tally(dataset)[value]
    return first_place_by_outcome
