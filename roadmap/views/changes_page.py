"""The views of what has changed: the newest changes, and those of one month."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from roadmap.model import GoalArea
from roadmap.model.dataset import Body, Dataset
from roadmap.model.history import Change, Event, in_pages
from roadmap.presenters import change_sentences, change_words, urls
from roadmap.presenters.grammar import long_date, month
from roadmap.presenters.marks import Link, crumbs
from roadmap.presenters.messages import _
from roadmap.presenters.pager import pager
from roadmap.presenters.wording import area_line
from roadmap.text.word_diff import Piece, excerpt, pieces
from roadmap.views.templating import render

# At most this many of the newest events are on the page itself, and no more changes than fit on a
# page; the months' pages have all of them.
NEWEST = 20


@dataclass(frozen=True)
class _Change:
    told: str
    href: str | None
    words: Markup | None


@dataclass(frozen=True)
class _Event:
    """What a version changed, by whose words: each group under what these are called."""

    anchor: str
    version: Link
    groups: tuple[tuple[change_sentences.Owner, str, tuple[_Change, ...]], ...]
    unreadable: tuple[str, ...]


@dataclass(frozen=True)
class _Day:
    title: str
    events: tuple[_Event, ...]


def changes(dataset: Dataset, here: str) -> Markup:
    """Return the newest changes, links to all changes and the feeds, and what is unknown."""
    history = dataset.history
    newest = in_pages(history.events[:NEWEST])
    return render(
        "changes.html",
        title=None,
        crumbs=(),
        days=_days(dataset, here, newest[0] if newest else ()),
        missing=history.missing,
        archived=dataset.settings.repository is not None,
        feeds=feeds(dataset, here),
        responses=urls.link(here, urls.responses()),
        months=[
            Link(month(name).capitalize(), urls.link(here, urls.changes(name)))
            for name in history.months
        ],
        pager=None,
    )


def changes_in(dataset: Dataset, here: str, name: str, page: int = 1) -> Markup:
    """Return the whole page of changes in a month, for example "2026-11"."""
    event_pages = dataset.history.months[name]
    return render(
        "changes.html",
        title=_("Ändringar i %(month)s", month=month(name)),
        crumbs=(*crumbs(here), Link(_("Ändringar"), urls.link(here, urls.CHANGES))),
        page=page,
        pages=len(event_pages),
        days=_days(dataset, here, event_pages[page - 1]),
        missing=None,
        archived=dataset.settings.repository is not None,
        feeds=[],
        months=[],
        pager=(
            pager(here, page, len(event_pages), lambda number: urls.changes(name, number))
            if len(event_pages) > 1
            else None
        ),
    )


def feeds(dataset: Dataset, here: str) -> list[Link]:
    """Return links to the feeds of everything and of each goal area.

    A response's feed is linked from its own page: here there could be thousands.
    """
    return [
        Link(_("Alla ändringar"), urls.link(here, urls.feed())),
        *(
            Link(_area_name(area), urls.link(here, urls.feed(urls.goal_area(dataset, area))))
            for area in dataset.goal_areas
        ),
    ]


def _area_name(area: GoalArea) -> str:
    return area_line(area)


def _days(dataset: Dataset, here: str, events: tuple[Event, ...]) -> list[_Day]:
    days: dict[date, list[_Event]] = {}
    for event in events:
        event_view = shown_event(dataset, here, event)
        if event_view.groups or event_view.unreadable:
            days.setdefault(event.commit.when.date(), []).append(event_view)
    return [_Day(long_date(day), tuple(day_events)) for day, day_events in days.items()]


def shown_event(dataset: Dataset, here: str, event: Event) -> _Event:
    """Return the published changes of an event, as the pages show them."""
    words = change_words.names(dataset)
    repository = dataset.settings.repository
    href = urls.saved_commit(repository, event.commit) if repository else ""
    return _Event(
        anchor=urls.change(dataset.history, event.commit)[1],
        version=Link(event.commit.short, href),
        groups=tuple(
            (
                owner,
                title,
                tuple(
                    _Change(
                        told=change_sentences.sentence(dataset, event, change, words),
                        href=_href(dataset, here, change),
                        words=marked(dataset, event, change, words),
                    )
                    for change in changes_of_owner
                ),
            )
            for owner, title in change_sentences.owners().items()
            if (
                changes_of_owner := [
                    change
                    for change in event.public_changes
                    if change_sentences.owner(change) == owner
                ]
            )
        ),
        unreadable=() if event.commit.id in dataset.history.hidden else event.unreadable,
    )


def _href(dataset: Dataset, here: str, change: Change) -> str | None:
    """Return the link to what has changed, as it is now; None if it has been removed."""
    strategies = {strategy.id: strategy for strategy in dataset.strategies}
    sections = [section.id for section in dataset.plan.sections]
    if change.path[:3] == ("plan", "plan", "sections") and sections:
        section = next((key for key in change.path[3:4] if key in sections), None)
        return urls.link(here, urls.PLAN, section)
    subject = next((strategies[key] for key in change.strategies if key in strategies), None)
    body_id = dataset.history.body_of(change)
    body: Body | None = next((item for item in dataset.received if item.id == body_id), None)
    if subject and change.path[0] == "goal-areas":
        return urls.link(here, urls.strategy(subject))
    if subject and body and (answer := dataset.answer(body, subject.id)):
        return urls.link(here, *urls.answer(answer))
    if body:
        return urls.link(here, urls.response(body))
    area = next((item for item in dataset.goal_areas if item.id == change.path[1]), None)
    return urls.link(here, urls.goal_area(dataset, area)) if area else None


# At most this many words of one addition or removal are shown.
_MAX_WORDS = 60


def marked(
    dataset: Dataset, event: Event, change: Change, words: change_words.Names
) -> Markup | None:
    """Return the changed words with marks; None if there are none to show."""
    if not change_words.may_be_shown(dataset, event, change):
        return Markup(_("Orden visas inte."))
    own = change_words.is_told(change)
    language = dataset.language if own else change_words.language_of(change)
    found = excerpt(pieces(*change_words.said(change, words)))
    html = [_tagged(piece, None if language == dataset.language else language) for piece in found]
    return Markup(" ").join(html) or None


def _tagged(piece: Piece, language: str | None) -> Markup:
    """Return a piece as HTML; `language` is that of its words, if it is not the page's."""
    words = escape(_shortened(piece))
    if language:
        words = Markup('<span lang="{}">{}</span>').format(language, words)
    if piece.kind == "same":
        return words
    tag, told = ("del", _("Borttaget:")) if piece.kind == "removed" else ("ins", _("Tillagt:"))
    return Markup('<{0}><span class="vh">{1} </span>{2}</{0}>').format(tag, told, words)


def _shortened(piece: Piece) -> str:
    words = piece.text.split(" ")
    if piece.kind == "same" or len(words) <= _MAX_WORDS:
        return piece.text
    return f"{' '.join(words[:_MAX_WORDS])} …"
