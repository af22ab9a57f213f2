"""How the data came to say what it says: its changes, and since when each text reads as it does.

Only what is known. A copy without version history, or with a part of it, says so instead.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Literal, NamedTuple

from roadmap.model.plan import GoalArea
from roadmap.text.swedish import sort_key

# The keys that lead to a value: ("responses", "provnamnden", "comments", "S1.2", "text").
Path = tuple[str, ...]
_TEXTS = {"sections", "area_headings", "comments", "footnotes"}
# What waits for the editors after an import or a repair; notes are theirs too.
_WAITING = (("unplaced",), ("doubts",))
# A page of changes has no more of them than this: when answers arrive there can be thousands.
_CHANGES_PER_PAGE = 20
Kind = Literal["added", "removed", "changed", "moved", "renamed"]


class Step(NamedTuple):
    """A step on the way to a value, in Swedish: what it is, and the ids of what it is about."""

    text: str
    ids: tuple[str, ...] = ()


Place = tuple[Step, ...]


@dataclass(frozen=True)
class Change:
    """One difference in meaning between two states of the data.

    `place` says step by step what `path` leads to. `before` and `after` are what was and is said;
    both are None where that cannot be put in words. `was` is the earlier path of what was renamed.
    `file` is where it stands, or stood: a path relative to the root.
    """

    kind: Kind
    path: Path
    place: Place
    before: str | None = None
    after: str | None = None
    was: Path | None = None
    file: str = ""

    @property
    def strategies(self) -> tuple[str, ...]:
        """The ids of the strategies that the change bears on."""
        keys = self.path[3:4] if self.path[2:3] in (("comments",), ("strategies",)) else ()
        return tuple(part for key in keys for part in key.partition("#")[0].split("+"))

    @property
    def published(self) -> bool:
        """Whether the change is in what readers see."""
        waits = self.path[0] == "responses" and self.path[2:3] in _WAITING
        return self.path[-1] != "note" and not waits

    def is_in(self, area: GoalArea) -> bool:
        """Whether the change is in a goal area, or in what is said of it."""
        if self.path[0] == "series":
            return self.path[1] in [milestone.id for milestone in area.milestones]
        if self.path[2:3] == ("area_headings",):
            return area.id in self.path
        own = {strategy.id for strategy in area.strategies}
        return self.path[:2] == ("goal-areas", area.id) or not own.isdisjoint(self.strategies)

    @property
    def body(self) -> str | None:
        """The id of the body whose response is changed."""
        return self.path[1] if self.path[0] == "responses" else None


@dataclass(frozen=True)
class Commit:
    """A version that was saved in the repository. `id` is whole, `when` has its own time zone."""

    id: str
    when: datetime

    @property
    def short(self) -> str:
        """The id as people write it: long enough to stay unique."""
        return self.id[:12]

    @property
    def month(self) -> str:
        """The month it was saved in, for example "2026-11"."""
        return f"{self.when:%Y-%m}"


@dataclass(frozen=True)
class Event:
    """What a commit changed, and the files whose content it is impossible to tell."""

    commit: Commit
    changes: tuple[Change, ...]
    unreadable: tuple[str, ...] = ()

    @property
    def published(self) -> tuple[Change, ...]:
        """The changes that readers see."""
        return tuple(change for change in self.changes if change.published)


@dataclass(frozen=True)
class Known:
    """The commit that last changed something and the file it stood in then, or in Swedish why
    that is unknown. `order` counts from the oldest commit."""

    order: int
    commit: Commit | None = None
    file: str = ""
    why: str | None = None


@dataclass(frozen=True)
class History:
    """The changes, newest first. `missing` says in Swedish what is not known of earlier ones.

    `oldest` is the first version that is known; None where nothing is. `unsaved` are the changes
    that are in no version yet. `prefix` leads from the top of the repository to the project.
    """

    events: tuple[Event, ...] = ()
    oldest: Commit | None = None
    missing: str | None = None
    latest: Mapping[Path, Known] = field(default_factory=dict, repr=False)
    unsaved: tuple[Change, ...] = ()
    prefix: str = ""

    def version(self, *paths: Path) -> Known:
        """Return when any of these values last changed, each by itself or as part of a whole."""
        return self._latest(
            found
            for path in paths
            for length in range(1, len(path) + 1)
            if (found := self.latest.get(path[:length]))
        )

    def version_of_texts(self, body: str) -> Known:
        """Return when the texts of a body's response last changed, whatever is judged of them."""
        return self._latest(
            found
            for path, found in self.latest.items()
            if path[:2] == ("responses", body)
            and (len(path) == 2 or path[2] in _TEXTS)
            # A list's item as a whole, or its words.
            and (len(path) <= 4 or path[4:] in (("text",), ("heading",)))
        )

    def _latest(self, known: Iterable[Known]) -> Known:
        unknown = Known(-1, why=self.missing or "Texten finns inte i versionshistoriken.")
        return max(known, key=lambda item: item.order, default=unknown)

    def body_now(self, body_id: str) -> str:
        """Return the id that a body has now, whatever it was called once."""
        return self._names_now.get(body_id, body_id)

    @cached_property
    def _names_now(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for event in self.events:
            for change in event.changes:
                if change.was and change.was[0] == "responses" and len(change.was) == 2:
                    new = change.path[1]
                    found[change.was[1]] = found.get(new, new)
        return found

    @cached_property
    def months(self) -> dict[str, tuple[tuple[Event, ...], ...]]:
        """Map each month in which readers see a change ("2026-11") to its pages, newest first."""
        found: dict[str, list[Event]] = {}
        for event in self.events:
            if event.published or event.unreadable:
                found.setdefault(event.commit.month, []).append(event)
        return {month: in_pages(events) for month, events in found.items()}

    def page_of(self, commit: Commit) -> int:
        """Return on which page of its month that begins which a commit changed."""
        return self._pages_of.get(commit.id, 1)

    @cached_property
    def _pages_of(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for pages in self.months.values():
            for number, events in enumerate(pages, 1):
                for event in events:
                    found.setdefault(event.commit.id, number)
        return found


def in_pages(events: Iterable[Event]) -> tuple[tuple[Event, ...], ...]:
    """Return the published changes of events over pages; an event may go on on the next."""
    pages: list[list[Event]] = []
    room = 0
    for event in events:
        left, unreadable = event.published, event.unreadable
        while left or unreadable:
            if not room:
                pages.append([])
                room = _CHANGES_PER_PAGE
            shown, left = left[:room], left[room:]
            pages[-1].append(replace(event, changes=shown, unreadable=unreadable))
            room -= len(shown)
            unreadable = ()
    return tuple(map(tuple, pages))


UNKNOWN = History(missing="Versionshistoriken är inte läst.")


def joint_key(ids: Iterable[str]) -> str:
    """Return the key of what is known by several ids, in whatever order: S3.1+S3.2."""
    return "+".join(sorted(ids, key=sort_key))
