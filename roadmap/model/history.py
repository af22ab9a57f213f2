"""The history of the data: its changes, and when each text last changed.

Holds only what is known. If version history is missing, wholly or in part, it says so in Swedish.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Literal, NamedTuple

from roadmap.model.goal_area import GoalArea
from roadmap.text.swedish import sort_key

# The keys that lead to a value: ("responses", "provnamnden", "comments", "S1.2", "text").
Path = tuple[str, ...]
_TEXTS = {"sections", "area_headings", "comments", "footnotes"}
# Lists that an import or a repair leaves to the editors. Like notes, they are not published.
_FOR_EDITORS = {"unplaced", "doubts", "unsure"}
_WITH_THEM = {"responses", "goal-areas", "plan"}
# New responses can make thousands of changes at once, so they are divided into pages.
_CHANGES_PER_PAGE = 20
Kind = Literal["added", "removed", "changed", "moved", "renamed"]


class Step(NamedTuple):
    """One step of the path to a value: its name in Swedish, and the ids that it is about."""

    text: str
    ids: tuple[str, ...] = ()


Place = tuple[Step, ...]


@dataclass(frozen=True)
class Change:
    """One difference in meaning between two states of the data.

    `place` describes `path` in Swedish, step by step. `before` and `after` are the old and the new
    text; both are None if the change cannot be shown as text. `was` is the earlier path of a value
    that was renamed. `file` is the file that has, or had, the value, relative to the root.
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
        """The ids of the strategies that the change concerns."""
        keys = self.path[3:4] if self.path[2:3] in (("comments",), ("strategies",)) else ()
        return tuple(part for key in keys for part in key.partition("#")[0].split("+"))

    @property
    def is_public(self) -> bool:
        """Whether the change is in something that readers see."""
        for_editors = self.path[0] in _WITH_THEM and not _FOR_EDITORS.isdisjoint(self.path[2:3])
        # What a translation is of, and of which wording, is kept by the editors too.
        kept = self.path[0] == "translations" and (
            self.kind == "renamed" or self.path[-1] == "hash"
        )
        return self.path[-1] != "note" and not for_editors and not kept

    def is_in(self, area: GoalArea) -> bool:
        """Whether the change is in a goal area, or in what a body says about it."""
        if self.path[0] == "series":
            return self.path[1] in [milestone.id for milestone in area.milestones]
        if self.path[2:3] == ("area_headings",):
            return area.id in self.path
        own_strategies = {strategy.id for strategy in area.strategies}
        return self.path[:2] == ("goal-areas", area.id) or not own_strategies.isdisjoint(
            self.strategies
        )

    @property
    def translated(self) -> str | None:
        """What names the text whose translation is changed, see `translatable`."""
        is_text = self.path[0] == "translations" and self.path[2:3] == ("texts",)
        return self.path[3] if is_text and len(self.path) > 3 else None

    @property
    def body(self) -> str | None:
        """The id of the body whose response is changed."""
        return self.path[1] if self.path[0] == "responses" else None


@dataclass(frozen=True)
class Commit:
    """A version saved in the repository. `id` is the full id; `when` carries its time zone."""

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
    """What a commit changed, and the files whose content could not be read."""

    commit: Commit
    changes: tuple[Change, ...]
    unreadable: tuple[str, ...] = ()

    @property
    def public_changes(self) -> tuple[Change, ...]:
        """The changes that readers see."""
        return tuple(change for change in self.changes if change.is_public)


@dataclass(frozen=True)
class LastChange:
    """The commit that last changed a value and the file it was in, or `why` that is unknown.

    `why` is a sentence; without it, the history lacks the text. `order` is the commit's number,
    counted from the oldest.
    """

    order: int
    commit: Commit | None = None
    file: str = ""
    why: str | None = None


@dataclass(frozen=True)
class History:
    """The changes, newest first. `missing` says in Swedish what is not known of earlier ones.

    `oldest` is the first known version, or None. `unsaved` are the changes that are not in any
    version yet. `prefix` is the path from the top of the repository to the project. `hidden` are
    the ids of the commits whose words the editors have hidden.
    """

    events: tuple[Event, ...] = ()
    oldest: Commit | None = None
    missing: str | None = None
    latest: Mapping[Path, LastChange] = field(default_factory=dict, repr=False)
    unsaved: tuple[Change, ...] = ()
    prefix: str = ""
    hidden: frozenset[str] = frozenset()

    def version(self, *paths: Path) -> LastChange:
        """Return when any of these values last changed, by itself or as part of a larger one."""
        return self._latest(
            known
            for path in paths
            for length in range(1, len(path) + 1)
            if (known := self.latest.get(path[:length]))
        )

    def version_of_texts(self, body: str) -> LastChange:
        """Return when the texts of a body's response last changed; judgements do not count."""
        return self._latest(
            known
            for path, known in self.latest.items()
            if path[:2] == ("responses", body)
            and (len(path) == 2 or path[2] in _TEXTS)
            # A list's item as a whole, or its words.
            and (len(path) <= 4 or path[4:] in (("text",), ("heading",)))
        )

    def _latest(self, versions: Iterable[LastChange]) -> LastChange:
        unknown = LastChange(-1, why=self.missing)
        return max(versions, key=lambda known: known.order, default=unknown)

    def body_now(self, body_id: str) -> str:
        """Return the id that a body has now, given that one or an earlier one."""
        return self._present_body_ids.get(body_id, body_id)

    def body_of(self, change: Change) -> str | None:
        """Return the id that the body whose response is changed has now."""
        return self.body_now(change.body) if change.body else None

    @cached_property
    def _present_body_ids(self) -> dict[str, str]:
        present_ids: dict[str, str] = {}
        for event in self.events:
            for change in event.changes:
                if change.was and change.was[0] == "responses" and len(change.was) == 2:
                    new_id = change.path[1]
                    present_ids[change.was[1]] = present_ids.get(new_id, new_id)
        return present_ids

    @cached_property
    def months(self) -> dict[str, tuple[tuple[Event, ...], ...]]:
        """Map each month in which readers see a change ("2026-11") to its pages, newest first."""
        events_by_month: dict[str, list[Event]] = {}
        for event in self.events:
            if event.public_changes or event.unreadable:
                events_by_month.setdefault(event.commit.month, []).append(event)
        return {month: in_pages(events) for month, events in events_by_month.items()}

    def page_of(self, commit: Commit) -> int:
        """Return the page of its month, from 1, on which the changes of a commit begin."""
        return self._page_numbers.get(commit.id, 1)

    @cached_property
    def _page_numbers(self) -> dict[str, int]:
        page_numbers: dict[str, int] = {}
        for pages in self.months.values():
            for number, events in enumerate(pages, 1):
                for event in events:
                    page_numbers.setdefault(event.commit.id, number)
        return page_numbers


def in_pages(events: Iterable[Event]) -> tuple[tuple[Event, ...], ...]:
    """Divide the published changes of events into pages; an event may continue on the next page."""
    pages: list[list[Event]] = []
    room = 0
    for event in events:
        remaining, unreadable = event.public_changes, event.unreadable
        while remaining or unreadable:
            if not room:
                pages.append([])
                room = _CHANGES_PER_PAGE
            fitting, remaining = remaining[:room], remaining[room:]
            pages[-1].append(replace(event, changes=fitting, unreadable=unreadable))
            room -= len(fitting)
            unreadable = ()
    return tuple(map(tuple, pages))


UNKNOWN = History(missing="Versionshistoriken är inte läst.")


def joint_key(ids: Iterable[str]) -> str:
    """Return one key for several ids, the same in whatever order they come: S3.1+S3.2."""
    return "+".join(sorted(ids, key=sort_key))
