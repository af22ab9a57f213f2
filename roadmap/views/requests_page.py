"""The outcomes of the requests ("Vad hände sedan"): the counts, and every request in words."""

from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from roadmap.model import OUTCOMES, Section
from roadmap.model.codes import OUTCOME_WORDS
from roadmap.model.dataset import Dataset
from roadmap.presenters import urls, wording
from roadmap.presenters.judgements import AskView, ask_view
from roadmap.presenters.marks import crumbs
from roadmap.presenters.pager import pager
from roadmap.presenters.requests import (
    Request,
    first_places,
    outcome_tally,
    requests,
    requests_pages,
    summary,
)
from roadmap.views.templating import render


@dataclass(frozen=True)
class OutcomeCount:
    """How many requests have an outcome; `href` links to the first of them, None if none."""

    word: str
    number: int
    href: str | None


@dataclass(frozen=True)
class _Row:
    ask: AskView
    name: str
    about: str
    href: str


@dataclass(frozen=True)
class _Group:
    """The requests on a page with the same outcome. `anchor` is set if the first is here."""

    word: str
    anchor: str | None
    rows: tuple[_Row, ...]


def outcomes(dataset: Dataset, here: str) -> Markup:
    """Return how many requests have each outcome, with links to them."""
    all_requests = requests(dataset)
    counts = _counts(dataset, here)
    return render(
        "outcomes.html",
        summary=summary(dataset),
        known=any(count.number for count in counts[:-1]),
        counts=counts,
        total=len(all_requests),
        all=urls.link(here, urls.requests()),
        method=urls.link(here, urls.METHOD),
    )


def requests_page(dataset: Dataset, here: str, page: int = 1) -> Markup:
    """Return a page of the list of all requests, each with its quote and its outcome."""
    size, all_requests = urls.REQUESTS_PER_PAGE, requests(dataset)
    first = (page - 1) * size
    first_place = first_places(dataset)
    groups = []
    for value, group in groupby(
        enumerate(all_requests[first : first + size], first),
        key=lambda pair: pair[1].ask.outcome_value,
    ):
        numbered = list(group)
        anchor = urls.outcome_anchor(value) if numbered[0][0] == first_place[value] else None
        rows = tuple(_row(dataset, here, request) for _, request in numbered)
        groups.append(_Group(OUTCOME_WORDS[value], anchor, rows))
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


def _counts(dataset: Dataset, here: str) -> list[OutcomeCount]:
    tally = outcome_tally(dataset)
    pages = {
        value: urls.requests(place // urls.REQUESTS_PER_PAGE + 1)
        for value, place in first_places(dataset).items()
    }
    return [
        OutcomeCount(
            OUTCOME_WORDS[value],
            tally[value],
            urls.link(here, pages[value], urls.outcome_anchor(value)) if value in pages else None,
        )
        for value in OUTCOMES
    ]


def _row(dataset: Dataset, here: str, request: Request) -> _Row:
    body, text = request.body, request.text
    if isinstance(text, Section):
        about, url, anchor = text.heading, urls.response(body), str(text.id)
    else:
        single = len(text.strategies) == 1
        about = f"{'strategi' if single else 'strategierna'} {wording.numbers(dataset, text)}"
        answer = dataset.answer(body, text.strategies[0])
        assert answer
        url, anchor = urls.answer(answer)
    return _Row(
        ask_view(dataset, here, body, request.ask),
        wording.speaker(body),
        about,
        urls.link(here, url, anchor),
    )
