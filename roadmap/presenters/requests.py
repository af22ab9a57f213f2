"""The requests (önskemål) in the answers, in order, and what is known of their outcomes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from roadmap.model import OUTCOMES, UNKNOWN_OUTCOME, Ask, Code, Comment, OutcomeValue, Section
from roadmap.model.dataset import Answer, Body, Dataset
from roadmap.presenters import urls, wording
from roadmap.presenters.messages import _, ngettext
from roadmap.presenters.unknowns import looked_for_plan


class Request(NamedTuple):
    """A request by a body, the text that makes it first, and the texts that repeat it."""

    body: Body
    text: Comment | Section
    ask: Ask
    repeated_in: tuple[Comment | Section, ...] = ()

    @property
    def sentence(self) -> str | None:
        """What is asked for in plain words, "Vill att …"; None if nobody has written that yet."""
        return self.ask.sentence


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
    """Return every request of a body once, in the order of its file."""
    texts: tuple[Comment | Section, ...] = (*body.response.comments, *body.response.sections)
    repeats: dict[tuple[str, str], list[Comment | Section]] = {}
    for text, ask in _asks(texts):
        if ask.repeats:
            repeats.setdefault((ask.repeats, ask.kind), []).append(text)
    return [
        Request(
            body,
            text,
            ask,
            tuple(other for name in _names(text) for other in repeats.get((name, ask.kind), ())),
        )
        for text, ask in _asks(texts)
        if not ask.repeats
    ]


def first_ask(body: Body, ask: Ask) -> Ask:
    """Return the request that `ask` repeats, or itself: the one with the sentence and outcome."""
    if not ask.repeats:
        return ask
    for request in requests_of(body):
        if request.ask.kind == ask.kind and ask.repeats in _names(request.text):
            return request.ask
    return ask


def asks_of(answers: Iterable[Answer]) -> list[Ask]:
    """Return what answers ask for; of what repeats another request, that one."""
    return [
        first_ask(answer.body, ask)
        for answer in answers
        for ask in (answer.judgement.asks if answer.judgement else ())
    ]


def other_places(body: Body, ask: Ask) -> tuple[Comment | Section, ...]:
    """Return the other texts of a body that ask for the same: that it repeats, or that repeat it.

    `ask` is one of the body's own.
    """
    asks = list(_asks((*body.response.comments, *body.response.sections)))
    if ask.repeats:
        return tuple(
            text
            for text, other in asks
            if not other.repeats and other.kind == ask.kind and ask.repeats in _names(text)
        )[:1]
    names = next((_names(text) for text, other in asks if other is ask), ())
    return tuple(text for text, other in asks if other.kind == ask.kind and other.repeats in names)


def place(dataset: Dataset, body: Body, text: Comment | Section) -> tuple[str, str]:
    """Return the URL of the page where a text is shown in full, and the id of the text there."""
    if isinstance(text, Section):
        return urls.response(body), str(text.id)
    answer = dataset.answer(body, text.strategies[0])
    assert answer
    return urls.answer(answer)


def _asks(texts: tuple[Comment | Section, ...]) -> Iterator[tuple[Comment | Section, Ask]]:
    for text in texts:
        for ask in text.judgement.asks if text.judgement else ():
            yield text, ask


def _names(text: Comment | Section) -> tuple[str, ...]:
    """Return what other requests call a text that they repeat."""
    return (text.id,) if isinstance(text, Section) else text.strategies


def untold(dataset: Dataset, asks: Sequence[Ask]) -> str | None:
    """Return the sentence on requests without a known outcome; None if all have one."""
    unknown = sum(ask.outcome_value == UNKNOWN_OUTCOME for ask in asks)
    if not unknown:
        return None
    if unknown == len(asks):
        return _nothing_known(dataset, unknown)
    return _(
        "Om %(unknown)s av de %(total)s %(the_requests)s vet vi inte vad %(sender)s gjorde.",
        unknown=unknown,
        total=len(asks),
        sender=wording.sender(dataset),
    )


def _nothing_known(dataset: Dataset, count: int) -> str:
    return ngettext(
        "Vi vet inte vad %(sender)s gjorde med %(the_request)s.",
        "Vi vet inte vad %(sender)s gjorde med %(the_requests)s.",
        count,
        sender=wording.sender(dataset),
    )


def summary(dataset: Dataset) -> str | None:
    """Return the sentence on how many outcomes are known; None if there are no requests."""
    total = len(requests(dataset))
    known = total - outcome_tally(dataset)[UNKNOWN_OUTCOME]
    if not total:
        return None
    if not known:
        return f"{_nothing_known(dataset, total)} {looked_for_plan(dataset, 'outcomes')}"
    if known == total:
        return _("Vi vet hur det gick för alla %(count)s %(requests)s.", count=total)
    return _(
        "Vi vet hur det gick för %(known)s av %(total)s %(requests)s.", known=known, total=total
    )


@lru_cache(maxsize=4)
def by_kind(dataset: Dataset) -> tuple[tuple[Code, tuple[Request, ...]], ...]:
    """Return the kinds of requests that occur, the most usual first, with their requests."""
    found: dict[str, list[Request]] = {}
    for request in requests(dataset):
        found.setdefault(request.ask.kind, []).append(request)
    kinds = [(code, tuple(found[code.id])) for code in dataset.plan.asks if code.id in found]
    return tuple(sorted(kinds, key=lambda kind: -len(kind[1])))


def requests_pages(dataset: Dataset) -> int:
    """Return the number of pages of the list of requests; at least 1."""
    return max(1, urls.page_count(len(requests(dataset)), urls.REQUESTS_PER_PAGE))


@lru_cache(maxsize=4)
def outcome_tally(dataset: Dataset) -> Counter[OutcomeValue]:
    """Return how many requests have each outcome."""
    return Counter(request.ask.outcome_value for request in requests(dataset))
