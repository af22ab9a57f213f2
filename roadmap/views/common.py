"""What several views show: marks, links, judgements and source texts, ready for the templates."""

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from roadmap.model import (
    POSITIONS,
    Ask,
    GoalArea,
    Judgement,
    Outcome,
    OutcomeValue,
    PositionValue,
    ThemeMark,
)
from roadmap.model.codes import OUTCOME_WORDS
from roadmap.model.dataset import Body, Dataset
from roadmap.presenters import urls, wording
from roadmap.text import source_text
from roadmap.text.swedish import long_date

SHAPES = 4


class Link(NamedTuple):
    """A link: its words and its href, relative to the page it stands on."""

    text: str
    href: str


class Mark(NamedTuple):
    """An area's shape with a number in it. `area` chooses shape and colours, 1 to 4."""

    area: int
    number: str


class OutcomeView(NamedTuple):
    """What came of a request, when and where that is said; `href` is None where it is no link.

    Where no information was found, the source and the date say where and when somebody looked.
    """

    value: OutcomeValue
    word: str
    date: str
    source: str
    href: str | None
    page: str | None
    quote: str | None
    reason: str | None
    status: str


class Finding(NamedTuple):
    """A request or a theme, the words that show it, and what came of the request if known.

    `href` leads to the page of the theme.
    """

    name: str
    quote: str
    outcome: OutcomeView | None = None
    href: str | None = None


class JudgementBox(NamedTuple):
    """How the editors read a text. `position` is None where none was to be stated or found."""

    word: str | None
    position: PositionValue | None = None
    quote: str | None = None
    reason: str | None = None
    asks: tuple[Finding, ...] = ()
    themes: tuple[Finding, ...] = ()
    status: str | None = None


class FootnoteView(NamedTuple):
    """A footnote under the text that refers to it."""

    key: str
    anchor: str
    mark: str
    name: str
    text: str
    back: str


class Count(NamedTuple):
    """How many answers take a position."""

    position: PositionValue | None
    word: str
    number: int


def shape(dataset: Dataset, area: GoalArea) -> int:
    """Return which of the four shapes and colours an area has, by its place in the plan."""
    return dataset.goal_areas.index(area) % SHAPES + 1


def area_mark(dataset: Dataset, area: GoalArea) -> Mark:
    """Return the mark of a goal area."""
    return Mark(shape(dataset, area), urls.number(area.id))


def strategy_mark(dataset: Dataset, strategy_id: str) -> Mark:
    """Return the mark of a strategy, in its area's shape."""
    return Mark(shape(dataset, dataset.area_of(strategy_id)), urls.number(strategy_id))


def crumbs(here: str, *steps: tuple[str, str]) -> tuple[Link, ...]:
    """Return the links from the start page down to the page above this one."""
    return tuple(Link(text, urls.link(here, url)) for text, url in (("Start", urls.START), *steps))


def judgement_box(
    dataset: Dataset, here: str, judgement: Judgement | None, *, takes_position: bool = True
) -> JudgementBox | None:
    """Return a judgement for showing; sections take no position of their own unless judged to.

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
    """Return a request for showing, with what came of it where that has been looked into."""
    outcome = _outcome(here, ask.outcome) if ask.outcome else None
    return Finding(dataset.ask_name(ask.kind), ask.quote, outcome)


def _outcome(here: str, outcome: Outcome) -> OutcomeView:
    source = outcome.source
    href = source.url or (urls.link(here, urls.source_file(source.file)) if source.file else None)
    return OutcomeView(
        value=outcome.value,
        word=OUTCOME_WORDS[outcome.value],
        date=long_date(outcome.date),
        source=source.title,
        href=href,
        page=wording.page(outcome.pages) if outcome.pages else None,
        quote=outcome.quote,
        reason=outcome.reason,
        status=wording.signature(outcome),
    )


def quotes(judgement: Judgement | None) -> list[str]:
    """Return every quote that a judgement rests on."""
    if judgement is None:
        return []
    found = [judgement.position.quote] if judgement.position else []
    return [
        quote
        for quote in (
            *found,
            *(a.quote for a in judgement.asks),
            *(t.quote for t in judgement.themes),
        )
        if quote
    ]


def text_with_footnotes(
    text: str, body: Body | None, owner: str, judgement: Judgement | None = None
) -> tuple[Markup, tuple[FootnoteView, ...]]:
    """Return a source text as HTML, and the footnotes of `body` that it refers to.

    `owner` is the id of the element around the text; the footnotes' ids are made from it.
    """
    footnotes = {item.id: item for item in body.response.footnotes} if body else {}

    def reference(footnote_id: str) -> Markup:
        mark = source_text.superscript(footnote_id)
        if body is None or footnote_id not in footnotes:
            return Markup("{}").format(mark)
        template = '<a id="{0}" href="#{1}" data-footnote-ref aria-label="{2}">{3}</a>'
        anchor = _note_anchor(owner, footnote_id)
        name = footnote_name(body, footnote_id)
        return Markup(template).format(_back_anchor(owner, footnote_id), anchor, name, mark)

    shown = tuple(
        FootnoteView(
            key=f"{body.id}/fotnot-{footnote_id}",
            anchor=_note_anchor(owner, footnote_id),
            mark=source_text.superscript(footnote_id),
            name=footnote_name(body, footnote_id),
            text=footnotes[footnote_id].text,
            back=f"#{_back_anchor(owner, footnote_id)}",
        )
        for footnote_id in source_text.references(text)
        if body and footnote_id in footnotes
    )
    return source_text.to_html(text, quotes(judgement), reference), shown


def footnote_name(body: Body, footnote_id: str) -> str:
    """Return what a footnote is called aloud, apart from those of other bodies on the page."""
    return f"Fotnot {footnote_id}, {body.name}"


def counts(positions: Iterable[PositionValue | None]) -> tuple[Count, ...]:
    """Return how many answers take each position that any of them takes, in a fixed order."""
    tally = list(positions)
    return tuple(
        Count(value, wording.position(value), number)
        for value in POSITIONS
        if (number := tally.count(value))
    )


def _note_anchor(owner: str, footnote_id: str) -> str:
    anchor = urls.footnote_anchor(footnote_id)
    return f"{owner}-{anchor}" if owner else anchor


def _back_anchor(owner: str, footnote_id: str) -> str:
    return f"{_note_anchor(owner, footnote_id)}-hit"


def _theme(dataset: Dataset, here: str, mark: ThemeMark) -> Finding:
    url = urls.theme(mark.theme)
    # Also the further pages of a theme are about it.
    href = None if here.startswith(url) else urls.link(here, url)
    return Finding(dataset.theme_name(mark.theme), mark.quote, href=href)
