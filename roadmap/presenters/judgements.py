"""How the editors read a text: position, requests and themes, as pages show them."""

from collections.abc import Iterable
from typing import NamedTuple

from roadmap.model import (
    POSITIONS,
    UNKNOWN_OUTCOME,
    Ask,
    Judgement,
    Outcome,
    PositionValue,
    ThemeMark,
)
from roadmap.model.codes import OUTCOME_WORDS
from roadmap.model.dataset import Dataset
from roadmap.presenters import urls, wording
from roadmap.text.swedish import long_date


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
    """A request or a theme, the words that show it, and the request's outcome if it is known.

    `href` links to the page of the theme.
    """

    name: str
    quote: str
    outcome: OutcomeView | None = None
    href: str | None = None


class JudgementBox(NamedTuple):
    """How the editors read a text. `position` is None if there is none."""

    word: str | None
    position: PositionValue | None = None
    quote: str | None = None
    reason: str | None = None
    asks: tuple[Finding, ...] = ()
    themes: tuple[Finding, ...] = ()
    status: str | None = None


class Count(NamedTuple):
    """How many answers take a position."""

    position: PositionValue | None
    word: str
    number: int


def judgement_box(
    dataset: Dataset, here: str, judgement: Judgement | None, *, takes_position: bool = True
) -> JudgementBox | None:
    """Return a judgement as pages show it. With `takes_position`, a missing position is stated.

    Links to files on the site are relative to the page `here`.
    """
    if judgement is None:
        return JudgementBox(wording.UNCLASSIFIED) if takes_position else None
    position = judgement.position
    word = wording.POSITION_WORDS[position.value] if position else None
    if word is None and takes_position:
        word = wording.UNCLASSIFIED
    return JudgementBox(
        word=word,
        position=position.value if position else None,
        quote=position.quote if position else None,
        reason=position.reason if position else None,
        asks=tuple(finding(dataset, here, ask) for ask in judgement.asks),
        themes=tuple(_theme(dataset, here, mark) for mark in judgement.themes),
        status=wording.signature(judgement),
    )


def finding(dataset: Dataset, here: str, ask: Ask) -> Finding:
    """Return a request as pages show it, with its outcome if that is recorded."""
    outcome = _outcome(here, ask.outcome) if ask.outcome else None
    return Finding(dataset.ask_name(ask.kind), ask.quote, outcome)


def _outcome(here: str, outcome: Outcome) -> OutcomeView:
    source = outcome.source
    href = source.url or (urls.link(here, urls.source_file(source.file)) if source.file else None)
    looked = outcome.value == UNKNOWN_OUTCOME
    day = long_date(outcome.date)
    reason = f"Skäl: {outcome.reason} " if outcome.reason else ""
    return OutcomeView(
        opening="" if looked else "Vad hände sedan: ",
        word=OUTCOME_WORDS[outcome.value],
        told=f" om vad som hände. Letat den {day} i " if looked else f", {day}. ",
        quote=outcome.quote,
        closing="" if looked else f"{reason}Källa: ",
        source=source.title,
        href=href,
        page=wording.page(outcome.pages) if outcome.pages else None,
        status=wording.signature(outcome),
    )


def quotes(judgement: Judgement | None) -> list[str]:
    """Return every quote that supports a judgement."""
    if judgement is None:
        return []
    position_quotes = [judgement.position.quote] if judgement.position else []
    return [
        quote
        for quote in (
            *position_quotes,
            *(ask.quote for ask in judgement.asks),
            *(mark.quote for mark in judgement.themes),
        )
        if quote
    ]


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
