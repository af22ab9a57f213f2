"""Atom feeds of what has changed: of everything, of each goal area, and of each body.

A feed and its entries have ids that do not depend on the site's address, so they stay the same
wherever the site is published. While that address is unset, the links are relative to the feed,
which Atom allows.

Every build has every feed, for those who follow it: without version history it is empty, and says
why. In another language than the source's there are those of everything and of the goal areas: the
sentences are in that language, and the words that have changed in the source's.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from uuid import NAMESPACE_URL, uuid5

from roadmap.model.codes import SOURCE_LANGUAGE
from roadmap.model.dataset import Dataset
from roadmap.model.history import Change, Event
from roadmap.presenters import change_sentences, change_words, urls
from roadmap.presenters.messages import _
from roadmap.presenters.pages import address_of, has_page
from roadmap.text.foreign import unmarked, with_languages
from roadmap.views.changes_page import shown_event
from roadmap.views.templating import render

# About as many as feed readers keep; older ones are on the pages.
NEWEST = 50
# Atom requires a time even if none is known; no feed reader takes the earliest for news.
_NO_TIME = datetime.fromtimestamp(0, UTC)


@dataclass(frozen=True)
class _Feed:
    """The subject of a feed: its page and name, and an area or a body; neither for everything."""

    target: str
    name: str
    area: str | None = None
    body: str | None = None

    def follows(self, dataset: Dataset, change: Change) -> bool:
        if not change.is_public:
            return False
        body = dataset.history.body_of(change)
        if self.body:
            return body == self.body
        if self.area is None or change.is_in(dataset.goal_area(self.area)):
            return True
        # A response as a whole is in every area that it answers on.
        return len(change.path) == 2 and any(
            answer.body.id == body
            for strategy in dataset.goal_area(self.area).strategies
            for answer in dataset.answers(strategy.id)
        )


def build(dataset: Dataset, redirects: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of each feed.

    `redirects` maps old addresses to new ones. The feed of a page that has moved continues at the
    old address too, with the same ids.
    """
    feeds = {feed.target: feed for feed in _feeds(dataset)}
    moved = {old: replace(feeds[new], target=old) for old, new in redirects.items() if new in feeds}
    for url, feed in (feeds | moved).items():
        yield urls.feed(url), _feed(dataset, feed)


def addresses(dataset: Dataset) -> frozenset[str]:
    """Return the URL of the feed of every present page."""
    return frozenset(urls.feed(feed.target) for feed in _feeds(dataset))


def _feeds(dataset: Dataset) -> Iterator[_Feed]:
    plan = dataset.plan.title
    yield _Feed(urls.START, plan)
    for area in dataset.goal_areas:
        yield _Feed(urls.goal_area(dataset, area), f"{area.title} – {plan}", area=area.id)
    # A response is a page in the source's language alone.
    for body in dataset.received if dataset.original is None else ():
        yield _Feed(urls.response(body), f"{body.name} – {plan}", body=body.id)


def _feed(dataset: Dataset, feed: _Feed) -> bytes:
    here = urls.feed(feed.target)
    history = dataset.history
    events: list[Event] = []
    for event in history.events:
        followed_changes = tuple(
            change for change in event.changes if feed.follows(dataset, change)
        )
        if followed_changes and len(events) < NEWEST:
            events.append(replace(event, changes=followed_changes, unreadable=()))
    newest = events[0].commit if events else history.oldest
    page = urls.CHANGES if feed.target == urls.START else feed.target
    original = dataset.original or dataset

    def link(target: str, anchor: str | None = None) -> str:
        fragment = f"#{anchor}" if anchor else ""
        if dataset.address:
            return f"{dataset.address}{address_of(dataset, target)}{fragment}"
        return urls.link(here, target, anchor)

    def language(target: str) -> str | None:
        """Return the language of the page at a URL, if it is not that of the feed."""
        return None if has_page(dataset, target) else SOURCE_LANGUAGE

    look = dataset.settings.look
    icon = look.icon or look.logo
    xml = render(
        "feed.xml",
        language=dataset.language,
        with_languages=partial(
            with_languages, source_language=SOURCE_LANGUAGE, language=dataset.language
        )
        if dataset.original
        else str,
        icon=link(icon) if icon else "",
        logo=link(look.logo) if look.logo else "",
        id=_id(original.plan.title, urls.address(feed.target, dataset.language)),
        title=_("Ändringar: %(subject)s", subject=feed.name),
        missing=history.missing,
        updated=(newest.when if newest else _NO_TIME).isoformat(),
        author=dataset.settings.publisher or _("Redaktionen"),
        own=link(here),
        alternate=link(page),
        alternate_language=language(page),
        entries=[
            {
                "id": _id(event.commit.id, urls.address(feed.target, dataset.language)),
                "title": _title(dataset, event),
                "updated": event.commit.when.isoformat(),
                "href": link(*urls.change(history, event.commit)),
                "language": language(urls.change(history, event.commit)[0]),
                "event": shown_event(dataset, here, event),
            }
            for event in events
        ],
    )
    return unmarked(xml).encode()


def _id(subject: str, target: str) -> str:
    return uuid5(NAMESPACE_URL, f"{subject}/{target}").urn


def _title(dataset: Dataset, event: Event) -> str:
    first, *more = event.changes
    title = change_sentences.sentence(dataset, event, first, change_words.names(dataset))
    return _("%(title)s, och %(count)s till", title=title, count=len(more)) if more else title
