"""How the editors read a text: position, requests and themes, as pages show them."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from roadmap.model import (
    POSITIONS,
    UNKNOWN_OUTCOME,
    Ask,
    Comment,
    Judgement,
    Outcome,
    OutcomeValue,
    PositionValue,
    Problem,
    Section,
    ThemeMark,
)
from roadmap.model.dataset import Body, Dataset
from roadmap.presenters import urls, wording
from roadmap.presenters.grammar import listing, long_date
from roadmap.presenters.messages import _
from roadmap.presenters.requests import first_ask, other_places


class OutcomeView(NamedTuple):
    """The outcome of a request and where it is told; `href` is None if there is no link.

    Shown in this order: `opening`, `word` (stressed), `told`, `quote`, `closing`, then the source.
    If no information was found, these say where and when somebody looked.
    """

    opening: str
    word: str
    told: str
    quote: str | None
    closing: str
    source: str
    href: str | None
    page: str | None
    status: str


class Finding(NamedTuple):
    """A theme and the words that show it. `href` links to the page of the theme."""

    name: str
    quote: str
    href: str | None = None


class AskView(NamedTuple):
    """A request in a note: its number in the text, its kind, and what it asks for.

    `anchor` is its id and `words` leads to its words in the text. `sentence` is None while nobody
    has put it in plain words. `repeats` says where else the response asks for it, `elsewhere`
    leads there.
    """

    number: int
    anchor: str
    words: str
    kind: str
    sentence: str | None
    quote: str
    value: OutcomeValue
    outcome: OutcomeView | None
    repeats: str | None
    elsewhere: str | None


Made = Literal["machine", "person", "reviewed"]


class JudgementBox(NamedTuple):
    """How a text is read. `position` is None if there is none.

    `label` is what made the reading and `review` whether a person has reviewed it; `made` says both
    to programs.
    """

    word: str | None
    position: PositionValue | None = None
    quote: str | None = None
    reason: str | None = None
    asks: tuple[AskView, ...] = ()
    problems: tuple[Problem, ...] = ()
    themes: tuple[Finding, ...] = ()
    label: str = ""
    review: str = ""
    status: str | None = None
    made: Made | None = None


class Count(NamedTuple):
    """How many answers take a position."""

    position: PositionValue | None
    word: str
    number: int


def judgement_box(
    dataset: Dataset,
    here: str,
    body: Body,
    judgement: Judgement | None,
    owner: str = "",
    *,
    takes_position: bool = True,
) -> JudgementBox | None:
    """Return a judgement as pages show it. With `takes_position`, a missing position is stated.

    Links to files on the site are relative to the page `here`. `owner` is the id of the element
    around the text, from which the ids of its requests are made.
    """
    if judgement is None:
        return JudgementBox(wording.unclassified()) if takes_position else None
    position = judgement.position
    word = wording.POSITION_WORDS[position.value] if position else None
    if word is None and takes_position:
        word = wording.unclassified()
    return JudgementBox(
        word=word,
        position=position.value if position else None,
        quote=position.quote if position else None,
        reason=position.reason if position else None,
        asks=tuple(
            ask_view(dataset, here, body, ask, owner, number)
            for number, ask in enumerate(judgement.asks, start=1)
        ),
        problems=judgement.problems,
        themes=tuple(_theme(dataset, here, mark) for mark in judgement.themes),
        label=wording.reading(judgement),
        review=wording.review(judgement),
        status=wording.signature(judgement),
        made="reviewed" if judgement.reviewed else "machine" if judgement.machine else "person",
    )


def ask_view(
    dataset: Dataset, here: str, body: Body, ask: Ask, owner: str = "", number: int = 1
) -> AskView:
    """Return a request as pages show it, with its outcome if that is recorded."""
    first = first_ask(body, ask)
    others = other_places(body, ask)
    return AskView(
        number=number,
        anchor=ask_anchor(owner, number),
        words=words_anchor(owner, number),
        kind=dataset.ask_name(ask.kind),
        sentence=first.sentence,
        quote=ask.quote,
        value=first.outcome_value,
        outcome=_outcome(here, first.outcome) if first.outcome else None,
        repeats=_repeats(dataset, others) if others else None,
        elsewhere=_place(here, body, others[0]) if others else None,
    )


def _repeats(dataset: Dataset, texts: Sequence[Comment | Section]) -> str:
    return _(
        "Står en gång till %(places)s.", places=listing([_where(dataset, text) for text in texts])
    )


def _where(dataset: Dataset, text: Comment | Section) -> str:
    if text.pages:
        return _("på %(page)s", page=wording.page(text.pages))
    if isinstance(text, Section):
        return _("i avsnittet %(heading)s", heading=text.heading)
    return _("i %(the_comment)s på %(numbers)s", numbers=wording.numbers(dataset, text))


def _place(here: str, body: Body, text: Comment | Section) -> str:
    anchor = text.id if isinstance(text, Section) else urls.comment_anchor(text)
    return urls.link(here, urls.response(body), anchor)


def ask_anchor(owner: str, number: int) -> str:
    """Return the id of a request in the note beside the text in the element `owner`."""
    return f"{owner}-{urls.request_part(number)}"


def words_anchor(owner: str, number: int) -> str:
    """Return the id of a request's number in the text."""
    return f"{owner}-ord-{number}"


def _outcome(here: str, outcome: Outcome) -> OutcomeView:
    source = outcome.source
    href = source.url or (urls.link(here, urls.source_file(source.file)) if source.file else None)
    looked = outcome.value == UNKNOWN_OUTCOME
    day = long_date(outcome.date)
    looked_for = _("om vad som hände. Letat den %(date)s i", date=day)
    what_then, from_where = _("Vad hände sedan:"), _("Källa:")
    reason = _("Skäl: %(reason)s", reason=outcome.reason) if outcome.reason else None
    closing = " ".join(filter(None, (reason, from_where)))
    return OutcomeView(
        opening="" if looked else f"{what_then} ",
        word=wording.OUTCOME_WORDS[outcome.value],
        told=f" {looked_for} " if looked else f", {day}. ",
        quote=outcome.quote,
        closing="" if looked else f"{closing} ",
        source=source.title,
        href=href,
        page=wording.page(outcome.pages) if outcome.pages else None,
        status=wording.signature(outcome),
    )


def counts(positions: Iterable[PositionValue | None]) -> tuple[Count, ...]:
    """Return how many answers take each position that occurs, in a fixed order."""
    all_positions = list(positions)
    return tuple(
        Count(value, wording.position(value), number)
        for value in POSITIONS
        if (number := all_positions.count(value))
    )


def _theme(dataset: Dataset, here: str, mark: ThemeMark) -> Finding:
    url = urls.theme(mark.theme)
    # A theme's later pages do not link to its first either.
    href = None if here.startswith(url) else urls.link(here, url)
    return Finding(dataset.theme_name(mark.theme), mark.quote, href=href)
