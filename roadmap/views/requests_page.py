"""What came of the requests ("Vad hände sedan"): the counts, and every request with its words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple, get_args

from markupsafe import Markup

from roadmap.model import UNKNOWN_OUTCOME, Ask, Comment, OutcomeValue, Section
from roadmap.model.codes import OUTCOME_WORDS
from roadmap.model.dataset import Body, Dataset
from roadmap.presenters import urls, wording
from roadmap.presenters.pager import pager
from roadmap.views.common import Finding, crumbs, finding
from roadmap.views.templating import render

_ORDER: tuple[OutcomeValue, ...] = get_args(OutcomeValue)


class Request(NamedTuple):
    """Something that a body asks for, and the text in which it does."""

    body: Body
    text: Comment | Section
    ask: Ask


@dataclass(frozen=True)
class OutcomeCount:
    """How many requests came to this; `href` leads to the first of them, None where none did."""

    word: str
    number: int
    href: str | None


@dataclass(frozen=True)
class _Row:
    finding: Finding
    name: str
    about: str
    href: str


@dataclass(frozen=True)
class _Group:
    """The requests on a page that came to the same. `anchor` is set where they begin."""

    word: str
    anchor: str | None
    rows: tuple[_Row, ...]


@lru_cache(maxsize=4)
def requests(dataset: Dataset) -> tuple[Request, ...]:
    """Return every request once: by what came of it, then as the plan has the strategies."""
    place = {strategy.id: number for number, strategy in enumerate(dataset.strategies)}

    def order(request: Request) -> tuple[int, int]:
        text = request.text
        about = place[text.strategies[0]] if isinstance(text, Comment) else len(place)
        return _ORDER.index(request.ask.outcome_value), about

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
    known = total - _tally(dataset)[UNKNOWN_OUTCOME]
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


def outcomes(dataset: Dataset, here: str) -> Markup:
    """Return how many requests came to what, with ways to their words."""
    found = requests(dataset)
    counts = _counts(dataset, here)
    return render(
        "outcomes.html",
        summary=summary(dataset),
        known=any(count.number for count in counts[:-1]),
        counts=counts,
        total=len(found),
        all=urls.link(here, urls.requests()),
        method=urls.link(here, urls.METHOD),
    )


def requests_page(dataset: Dataset, here: str, page: int = 1) -> Markup:
    """Return a page of the list of all requests, each with its words and what came of it."""
    size, found = urls.REQUESTS_PER_PAGE, requests(dataset)
    first = (page - 1) * size
    begins = _begins(dataset)
    groups = []
    for value, group in groupby(
        enumerate(found[first : first + size], first), key=lambda item: item[1].ask.outcome_value
    ):
        rows = list(group)
        anchor = urls.outcome_anchor(value) if rows[0][0] == begins[value] else None
        shown = tuple(_row(dataset, here, request) for _, request in rows)
        groups.append(_Group(OUTCOME_WORDS[value], anchor, shown))
    pages = requests_pages(dataset)
    return render(
        "requests.html",
        crumbs=crumbs(here, ("Översikt", urls.OVERVIEW)),
        page=page,
        pages=pages,
        summary=summary(dataset),
        counts=_counts(dataset, here),
        groups=groups,
        pager=pager(here, page, pages, urls.requests),
    )


def requests_pages(dataset: Dataset) -> int:
    """Return over how many pages the list of requests goes; 0 where there are none."""
    return -(-len(requests(dataset)) // urls.REQUESTS_PER_PAGE)


@lru_cache(maxsize=4)
def _tally(dataset: Dataset) -> Counter[OutcomeValue]:
    return Counter(request.ask.outcome_value for request in requests(dataset))


def _begins(dataset: Dataset) -> dict[OutcomeValue, int]:
    """Map each outcome that any request came to to the place of the first such request."""
    found: dict[OutcomeValue, int] = {}
    place = 0
    for value in _ORDER:
        if _tally(dataset)[value]:
            found[value] = place
        place += _tally(dataset)[value]
    return found


def _counts(dataset: Dataset, here: str) -> list[OutcomeCount]:
    tally = _tally(dataset)
    pages = {
        value: urls.requests(place // urls.REQUESTS_PER_PAGE + 1)
        for value, place in _begins(dataset).items()
    }
    return [
        OutcomeCount(
            OUTCOME_WORDS[value],
            tally[value],
            urls.link(here, pages[value], urls.outcome_anchor(value)) if value in pages else None,
        )
        for value in _ORDER
    ]


def _row(dataset: Dataset, here: str, request: Request) -> _Row:
    body, text = request.body, request.text
    if isinstance(text, Section):
        about, url, anchor = text.heading, urls.response(body), str(text.id)
    else:
        one = len(text.strategies) == 1
        about = f"{'strategi' if one else 'strategierna'} {wording.numbers(dataset, text)}"
        answer = dataset.answer(body, text.strategies[0])
        assert answer
        url, anchor = urls.answer(answer)
    return _Row(finding(dataset, here, request.ask), body.name, about, urls.link(here, url, anchor))
