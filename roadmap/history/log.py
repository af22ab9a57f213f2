"""The history of the data by meaning, worked out from its commits.

What a commit changed follows from its files alone, so it is kept in a file between builds, under
a name that those files and this program give it. Without that file the same is worked out anew.
"""

import json
import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from hashlib import sha1, sha256
from pathlib import Path as File
from typing import Any

from roadmap.history import git
from roadmap.history.compare import Comparison, compare
from roadmap.history.git import Contents, GitError, Head, Saved
from roadmap.history.tree import read_file
from roadmap.model.history import Change, Event, History, Known, Path, Step
from roadmap.text.swedish import long_date

DATA = "data"
_SOURCES = "data/sources/"
_KEPT = ".cache/roadmap/changes.json"
# What is found in a commit follows from the code of these rooms of the package.
_ROOMS = ("history", "datafiles", "model", "text")
_NONE = "Versionshistoriken är inte känd här. {why}"
_NOT_SAVED = "Mappen data är inte sparad i versionsarkivet (git)."
_CUT = "Webbplatsen är byggd utan historiken före den {day}. Vad som ändrades då är inte känt här."
_UNSAVED = "Texten är ändrad, men ändringen är inte sparad i versionshistoriken."
_UNTOLD = "Äldre versioner av filen går inte att läsa, så textens ålder är inte känd."

Blobs = Mapping[str, str]


def read(root: File, head: Head | str) -> History:
    """Return what git tells of the data of a project, for its head or, in Swedish, why it has none.

    Texts that differ from the latest version have no version. Never raises: what cannot be known
    is said.
    """
    try:
        if isinstance(head, str):
            raise GitError(head)
        return _with_unsaved(saved(root, head), root, head)
    except GitError as error:
        return History(missing=_NONE.format(why=error))


@lru_cache(maxsize=1)
def saved(root: File, head: Head) -> History:
    """Return the history up to a version, kept for as long as that one is asked for."""
    commits = git.commits(root, head, DATA)
    if not commits:
        raise GitError(_NOT_SAVED)
    with Contents(root) as contents:
        builder = _Builder(contents, _Kept(root / _KEPT))
        for order, commit in enumerate(commits):
            builder.add(commit, order, is_cut=commit.is_first and commit.commit.id in head.cut)
    builder.kept.save()
    return History(
        events=tuple(builder.events[::-1]),
        oldest=commits[0].commit,
        missing=builder.missing,
        latest=builder.latest,
        prefix=head.prefix,
    )


def _with_unsaved(history: History, root: File, head: Head) -> History:
    """Return the history with the texts marked that are not as in the latest version."""
    blobs = git.files(root, head.id, DATA)
    now = {path.relative_to(root).as_posix(): path.read_bytes() for path in _files(root / DATA)}
    differing = [
        path
        for path in blobs.keys() | now.keys()
        if path not in now or not _is(blobs.get(path), now[path])
    ]
    if not differing:
        return history
    with Contents(root) as contents:
        before = {path: contents.read(blobs[path]) for path in differing if path in blobs}
    told = compare(before, {path: now[path] for path in differing if path in now})
    latest = dict(history.latest)
    _date(latest, told.changes, Known(sys.maxsize, why=_UNSAVED))
    return replace(history, latest=latest, unsaved=told.changes)


def _files(folder: File) -> Iterable[File]:
    return (path for path in folder.rglob("*") if path.is_file())


def _is(blob: str | None, raw: bytes) -> bool:
    """Whether a blob has these bytes, by the name that git gives them."""
    name = sha1(b"blob %d\0" % len(raw) + raw)
    return blob == name.hexdigest()


def _date(latest: dict[Path, Known], changes: Iterable[Change], known: Known) -> None:
    """Note since when the changed values are as they are; what is renamed keeps its date."""
    for change in changes:
        if change.was:
            size = len(change.was)
            for path in [path for path in latest if path[:size] == change.was]:
                latest[change.path + path[size:]] = latest[path]
        elif change.kind != "moved":
            latest[change.path] = replace(known, file=change.file)


@dataclass
class _Builder:
    contents: Contents
    kept: "_Kept"
    events: list[Event] = field(default_factory=list)
    latest: dict[Path, Known] = field(default_factory=dict)
    missing: str | None = None
    # For each file the latest version that can be read; where there is none, the latest.
    base: dict[str, str] = field(default_factory=dict)

    def add(self, saved: Saved, order: int, *, is_cut: bool) -> None:
        """Go one commit further. `is_cut` where what was before it is not known."""
        before = {path: self.base[path] for path in saved.blobs if path in self.base}
        after = {path: new for path, (_, new) in saved.blobs.items() if new}
        if is_cut:
            self.missing = _CUT.format(day=long_date(saved.commit.when.date()))
            self.base |= after
            return
        told = self._compare(before, after)
        unreadable = sorted({*told.unreadable_before, *told.unreadable_after})
        if told.changes or unreadable:
            self.events.append(Event(saved.commit, told.changes, tuple(unreadable)))
        _date(self.latest, told.changes, Known(order, saved.commit))
        for path in saved.blobs:
            if path not in after:
                self.base.pop(path, None)
            elif path not in told.unreadable_after:
                self.base[path] = after[path]
                if path in told.unreadable_before:
                    self._date_untold(path, order)
            elif path not in before or path in told.unreadable_before:
                self.base[path] = after[path]

    def _compare(self, before: Blobs, after: Blobs) -> Comparison:
        name = sha256(json.dumps([before, after], sort_keys=True).encode()).hexdigest()
        told = self.kept.get(name)
        if told is None:
            told = compare(self._read(before), self._read(after))
            self.kept.put(name, told)
        return told

    def _read(self, blobs: Blobs) -> dict[str, bytes]:
        # Of source files only equality counts, and that their names tell.
        return {
            path: blob.encode() if path.startswith(_SOURCES) else self.contents.read(blob)
            for path, blob in blobs.items()
        }

    def _date_untold(self, path: str, order: int) -> None:
        told = read_file(path, self.contents.read(self.base[path]))
        if told:
            folder, node = told
            self.latest[folder, node.key] = Known(order, why=_UNTOLD)


class _Kept:
    """What earlier builds found, in a file. Only what this build asks for is kept on."""

    def __init__(self, path: File) -> None:
        self._path = path
        self._old: dict[str, Any] = {}
        self._used: dict[str, Any] = {}
        with suppress(OSError, ValueError, TypeError, KeyError):
            told = json.loads(path.read_bytes())
            if told["program"] == _program():
                self._old = dict(told["found"])

    def get(self, name: str) -> Comparison | None:
        """Return what was found under this name, or None."""
        if name not in self._old:
            return None
        self._used[name] = self._old[name]
        changes, *unreadable = self._old[name]
        return Comparison(tuple(map(_change, changes)), *map(tuple, unreadable))

    def put(self, name: str, told: Comparison) -> None:
        """Keep what was found."""
        self._used[name] = [
            [list(vars(change).values()) for change in told.changes],
            told.unreadable_before,
            told.unreadable_after,
        ]

    def save(self) -> None:
        """Write what was asked for, if that is not what the file says. A folder that cannot be
        written costs time at the next build, nothing else."""
        if self._used.keys() == self._old.keys():
            return
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh = self._path.with_suffix(f".{os.getpid()}")
            fresh.write_text(json.dumps({"program": _program(), "found": self._used}), "utf-8")
            fresh.replace(self._path)


def _change(told: list[Any]) -> Change:
    kind, path, place, before, after, was, file = told
    was = tuple(was) if was else None
    steps = tuple(Step(text, tuple(ids)) for text, ids in place)
    return Change(kind, tuple(path), steps, before, after, was, file)


@cache
def _program() -> str:
    """Return a name for the program as it is: other code may find other changes."""
    package = File(__file__).parents[1]
    modules = sorted(path for room in _ROOMS for path in (package / room).rglob("*.py"))
    return sha256(b"".join(path.read_bytes() for path in modules)).hexdigest()
