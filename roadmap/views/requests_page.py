"""The requests ("Önskemål"): kind by kind, each with its words and what came of it."""

from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup

from roadmap.model import OUTCOMES, Code, Comment, OutcomeValue, Section
from roadmap.model.dataset import Body, Dataset
from roadmap.presenters import finding, urls, wording
from roadmap.presenters.judgements import OutcomeView, ask_view
from roadmap.presenters.marks import Link
from roadmap.presenters.messages import _
from roadmap.presenters.pager import pager
from roadmap.presenters.requests import (
    Request,
    by_kind,
    outcome_tally,
    place,
    requests,
    requests_pages,
    summary,
)
from roadmap.text.marked_words import InSentence
from roadmap.text.source_text import whole_sentence
from roadmap.views.answers_head import answers_head
from roadmap.views.templating import render
from roadmap.views.translation import Translation, of_quote, there


@dataclass(frozen=True)
class _Outcome:
    value: OutcomeValue
    word: str
    number: int
    anchor: str


@dataclass(frozen=True)
class _Kind:
    """A kind of request, how many there are of it, and the href of the first."""

    name: str
    number: int
    href: str


@dataclass(frozen=True)
class _Place:
    """Where a request stands: on which page, and whose words on what, for the link's name."""

    page: str
    about: str
    href: str


@dataclass(frozen=True)
class _Row:
    """A request: in our words, about what, who asks, where it stands, and in the source's words.

    `again` are the other places in the response where the same is asked for. `translation` is that
    of the source's words, if they have one of their own.
    """

    wish: str
    about: tuple[Link, ...]
    whole: str | None
    place: _Place
    again: tuple[_Place, ...]
    value: OutcomeValue
    word: str
    outcome: OutcomeView | None
    words: InSentence
    translation: Translation | None


@dataclass(frozen=True)
class _Group:
    """The requests of a kind on a page. `anchor` is set if the first is here."""

    name: str
    number: int
    anchor: str | None
    rows: tuple[_Row, ...]


def outcomes(dataset: Dataset, here: str) -> Markup:
    """Return how many requests there are of each kind, with links to them."""
    return render(
        "outcomes.html",
        summary=summary(dataset),
        kinds=_kinds(dataset, here),
        method=urls.link(here, urls.METHOD),
    )


def requests_page(dataset: Dataset, here: str, page: int = 1) -> Markup:
    """Return a page of the list of all requests, each with its words and its outcome."""
    size, pages = urls.REQUESTS_PER_PAGE, requests_pages(dataset)
    begin = (page - 1) * size
    in_order = [(code, request) for code, group in by_kind(dataset) for request in group]
    on_page = in_order[begin : begin + size]
    first_place = _first_places(dataset)
    groups = []
    for code, group in groupby(on_page, key=lambda pair: pair[0]):
        rows = tuple(_row(dataset, here, request) for _code, request in group)
        begins = first_place[code.id] >= begin
        number = len(dict(by_kind(dataset))[code])
        groups.append(
            _Group(code.name, number, urls.request_anchor(code.id) if begins else None, rows)
        )
    judgements = [request.text.judgement for request in requests(dataset) if request.text.judgement]
    return render(
        "requests.html",
        head=answers_head(dataset, here, page, pages),
        page=page,
        several=len(dataset.received) > 1,
        kinds=_kinds(dataset, here),
        outcomes=_outcomes(dataset),
        explained=_explained(dataset),
        summary=summary(dataset),
        status=wording.signatures(judgements) if judgements else None,
        groups=groups,
        method=urls.link(here, urls.METHOD),
        pager=pager(here, page, pages, urls.requests) if pages > 1 else None,
    )


def _first_places(dataset: Dataset) -> dict[str, int]:
    """Map each kind to the index of its first request in the list of all."""
    places: dict[str, int] = {}
    place = 0
    for code, group in by_kind(dataset):
        places[code.id] = place
        place += len(group)
    return places


def _kinds(dataset: Dataset, here: str) -> list[_Kind]:
    places = _first_places(dataset)

    def href(code: Code) -> str:
        page = places[code.id] // urls.REQUESTS_PER_PAGE + 1
        return urls.link(here, urls.requests(page), urls.request_anchor(code.id))

    return [_Kind(code.name, len(group), href(code)) for code, group in by_kind(dataset)]


def _outcomes(dataset: Dataset) -> list[_Outcome]:
    tally = outcome_tally(dataset)
    return [
        _Outcome(value, wording.OUTCOME_WORDS[value], tally[value], urls.outcome_anchor(value))
        for value in OUTCOMES
        if tally[value]
    ]


def _explained(dataset: Dataset) -> str:
    return _(
        "Först står vad %(who)s vill, med våra ord, sedan hela meningen ur svaret.",
        who=finding.who(dataset),
    )


def _row(dataset: Dataset, here: str, request: Request) -> _Row:
    body, text = request.body, request.text
    view = ask_view(dataset, here, body, request.ask)
    about: tuple[Link, ...] = ()
    whole = None
    if isinstance(text, Section):
        whole = _("Hela planen, i avsnittet %(heading)s", heading=text.heading)
    else:
        about = tuple(
            Link(wording.heading_of(strategy), urls.link(here, urls.strategy(strategy)))
            for strategy in dataset.strategies
            if strategy.id in text.strategies
        )
    found = _place(dataset, here, body, text)
    words = whole_sentence(text.text, request.ask.quote)
    return _Row(
        wish=view.sentence or view.kind,
        about=about,
        whole=whole,
        place=replace(found, page=there(dataset, text.text, found.page)),
        again=tuple(_place(dataset, here, body, other) for other in request.repeated_in),
        value=view.value,
        word=wording.OUTCOME_WORDS[view.value],
        outcome=view.outcome,
        words=words,
        translation=of_quote(dataset, "".join(words)),
    )


def _place(dataset: Dataset, here: str, body: Body, text: Comment | Section) -> _Place:
    """Return the link to a text: where its answer is shown in full, or in the response."""
    page = wording.page(text.pages) if text.pages else _("svaret")
    who = wording.speaker(body)
    if isinstance(text, Section):
        about = _("%(speaker)s, i avsnittet %(heading)s", speaker=who, heading=text.heading)
    else:
        numbers = wording.numbers(dataset, text)
        about = _("%(speaker)s om %(numbers)s", speaker=who, numbers=numbers)
    return _Place(page, about, urls.link(here, *place(dataset, body, text)))
