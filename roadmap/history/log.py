"""The history of the data by meaning, computed from its commits.

The changes of a commit depend only on its files and this program, so they are cached in a file
between builds, for those files and this program. Without it they are computed again.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from hashlib import sha1, sha256
from pathlib import Path as File
from typing import Any

from roadmap.datafiles.files import files_below, make_folder, write_whole
from roadmap.history import git
from roadmap.history.compare import Comparison, compare
from roadmap.history.git import Contents, GitError, Revision, Saved
from roadmap.history.tree import read_file
from roadmap.model.codes import SOURCE_LANGUAGE
from roadmap.model.history import Change, Event, History, LastChange, Path, Step
from roadmap.presenters.grammar import long_date
from roadmap.presenters.messages import N_, _, current_voice, language, said

DATA = "data"
_SOURCES = "data/sources/"
_CACHE = ".cache/roadmap"
# Of the languages that a site is in; each has its own words for the same history.
_VOICES = 4
# The changes found in a commit depend on the code in these rooms of the package.
_ROOMS = ("history", "datafiles", "model", "presenters", "text")
_UNSAVED = N_("Texten är ändrad, men ändringen är inte sparad i versionshistoriken.")
_UNREADABLE = N_("Äldre versioner av filen går inte att läsa, så textens ålder är inte känd.")

Blobs = Mapping[str, str]


def read(root: File, revision: Revision | str) -> History:
    """Return the history of a project's data from git.

    `revision` is what is checked out or, in Swedish, why nothing is. Texts that differ from the
    latest version have no version. Never raises: the history says what cannot be known.
    """
    try:
        if isinstance(revision, str):
            raise GitError(revision)
        return _with_unsaved(saved(root, revision, current_voice()), root, revision)
    except GitError as error:
        return History(missing=_("Versionshistoriken är inte känd här. %(why)s", why=error))


@lru_cache(maxsize=_VOICES)
def saved(root: File, revision: Revision, voice: str) -> History:
    """Return the history up to a version, in the words of one voice. The last ones are cached."""
    commits = git.commits(root, revision, DATA)
    if not commits:
        raise GitError(_("Mappen data är inte sparad i versionsarkivet (git)."))
    with Contents(root) as contents:
        builder = _Builder(contents, _Cache(root / _CACHE / _cache_name()))
        for order, commit in enumerate(commits):
            builder.add(commit, order, is_cut=commit.is_first and commit.commit.id in revision.cut)
    builder.cache.save()
    return History(
        events=tuple(builder.events[::-1]),
        oldest=commits[0].commit,
        missing=builder.missing,
        latest=builder.latest,
        prefix=revision.prefix,
    )


def _cache_name() -> str:
    """Return the name of the file with what is found in the language that is spoken."""
    spoken = language()
    return "changes.json" if spoken == SOURCE_LANGUAGE else f"changes-{spoken}.json"


def _with_unsaved(history: History, root: File, revision: Revision) -> History:
    """Return the history with the texts that differ from the latest version marked."""
    blobs = git.files(root, revision.id, DATA)
    present_files = {
        path.relative_to(root).as_posix(): path.read_bytes() for path in files_below(root / DATA)
    }
    differing = [
        path
        for path in blobs.keys() | present_files.keys()
        if path not in present_files or not _is(blobs.get(path), present_files[path])
    ]
    if not differing:
        return history
    with Contents(root) as contents:
        before = {path: contents.read(blobs[path]) for path in differing if path in blobs}
    comparison = compare(
        before, {path: present_files[path] for path in differing if path in present_files}
    )
    latest = dict(history.latest)
    _date(latest, comparison.changes, LastChange(sys.maxsize, why=said(_UNSAVED)))
    return replace(history, latest=latest, unsaved=comparison.changes)


def _is(blob: str | None, raw: bytes) -> bool:
    """Whether a blob has these bytes, judged by git's name for them."""
    # Git names with SHA-1 or, in repositories made for it, with SHA-256, which is longer.
    method = sha256 if blob and len(blob) == sha256().digest_size * 2 else sha1
    return blob == method(b"blob %d\0" % len(raw) + raw).hexdigest()


def _date(latest: dict[Path, LastChange], changes: Iterable[Change], known: LastChange) -> None:
    """Record when the changed values last changed; a renamed one keeps its date."""
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
    cache: "_Cache"
    events: list[Event] = field(default_factory=list)
    latest: dict[Path, LastChange] = field(default_factory=dict)
    missing: str | None = None
    # For each file the latest version that can be read or, without one, the latest.
    base: dict[str, str] = field(default_factory=dict)

    def add(self, saved: Saved, order: int, *, is_cut: bool) -> None:
        """Add the next commit. `is_cut` if the state before it is not known."""
        before = {path: self.base[path] for path in saved.blobs if path in self.base}
        after = {path: new for path, (_, new) in saved.blobs.items() if new}
        if is_cut:
            self.missing = _(
                "Webbplatsen är byggd utan historiken före den %(day)s. "
                "Vad som ändrades då är inte känt här.",
                day=long_date(saved.commit.when.date()),
            )
            self.base |= after
            return
        comparison = self._compare(before, after)
        unreadable = sorted({*comparison.unreadable_before, *comparison.unreadable_after})
        if comparison.changes or unreadable:
            self.events.append(Event(saved.commit, comparison.changes, tuple(unreadable)))
        _date(self.latest, comparison.changes, LastChange(order, saved.commit))
        for path in saved.blobs:
            if path not in after:
                self.base.pop(path, None)
            elif path not in comparison.unreadable_after:
                self.base[path] = after[path]
                if path in comparison.unreadable_before:
                    self._date_unreadable(path, order)
            elif path not in before or path in comparison.unreadable_before:
                self.base[path] = after[path]

    def _compare(self, before: Blobs, after: Blobs) -> Comparison:
        name = sha256(json.dumps([before, after], sort_keys=True).encode()).hexdigest()
        comparison = self.cache.get(name)
        if comparison is None:
            comparison = compare(self._read(before), self._read(after))
            self.cache.put(name, comparison)
        return comparison

    def _read(self, blobs: Blobs) -> dict[str, bytes]:
        # Source files are only compared for equality, and their blob names are enough.
        return {
            path: blob.encode() if path.startswith(_SOURCES) else self.contents.read(blob)
            for path, blob in blobs.items()
        }

    def _date_unreadable(self, path: str, order: int) -> None:
        parsed = read_file(path, self.contents.read(self.base[path]))
        if parsed:
            folder, node = parsed
            self.latest[folder, node.key] = LastChange(order, why=said(_UNREADABLE))


class _Cache:
    """Comparisons from earlier builds, in a file. Only those that this build uses are kept."""

    def __init__(self, path: File) -> None:
        self._path = path
        self._old: dict[str, Any] = {}
        self._used: dict[str, Any] = {}
        with suppress(OSError, ValueError, TypeError, KeyError):
            content = json.loads(path.read_bytes())
            if content["program"] == _program(current_voice()):
                self._old = dict(content["found"])

    def get(self, name: str) -> Comparison | None:
        """Return the comparison with this name, or None."""
        if name not in self._old:
            return None
        self._used[name] = self._old[name]
        changes, *unreadable = self._old[name]
        return Comparison(tuple(map(_change, changes)), *map(tuple, unreadable))

    def put(self, name: str, comparison: Comparison) -> None:
        """Keep a comparison under this name."""
        self._used[name] = [
            [list(vars(change).values()) for change in comparison.changes],
            comparison.unreadable_before,
            comparison.unreadable_after,
        ]

    def save(self) -> None:
        """Write the used comparisons, if they differ from those in the file.

        If the folder cannot be written, the next build only takes longer.
        """
        if self._used.keys() == self._old.keys():
            return
        with suppress(OSError):
            make_folder(self._path.parent)
            write_whole(
                self._path, json.dumps({"program": _program(current_voice()), "found": self._used})
            )


def _change(values: list[Any]) -> Change:
    kind, path, place, before, after, was, file = values
    was = tuple(was) if was else None
    steps = tuple(Step(text, tuple(ids)) for text, ids in place)
    return Change(kind, tuple(path), steps, before, after, was, file)


@cache
def _program(voice: str) -> str:
    """Return a name for the present program and voice: others may find other changes."""
    package = File(__file__).parents[1]
    modules = [path for room in _ROOMS for path in files_below(package / room, ".py")]
    parts = [voice.encode(), *(path.read_bytes() for path in modules)]
    return sha256(b"".join(parts)).hexdigest()
