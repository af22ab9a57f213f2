"""What the editors have hidden of the history: which changes, and what git still holds of them."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from roadmap.history import git
from roadmap.history.git import GitError
from roadmap.model.dataset import CONTENT_FOLDERS
from roadmap.model.history import Change, Event, History


def hidden_events(
    root: Path, history: History, commits: Iterable[str]
) -> Mapping[str, tuple[Event, ...]]:
    """Return the events whose words each commit in `hidden_changes` hides; none if it is unknown.

    The history follows the merges. A commit on a branch hides the merge that brought it in.
    """
    hidden = {}
    for commit in commits:
        events = _events(history, commit)
        if not events:
            try:
                events = _events(history, git.brought_in_by(root, commit))
            except GitError:
                events = ()
        hidden[commit] = events
    return hidden


def _events(history: History, commit: str | None) -> tuple[Event, ...]:
    return tuple(event for event in history.events if commit and event.commit.id.startswith(commit))


def pattern_of(words: str) -> re.Pattern[str]:
    """Return what finds these words in a text, however its lines are broken."""
    return re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)


def events_with(history: History, words: str) -> list[Event]:
    """Return the events in which these words came or went, oldest first."""
    pattern = pattern_of(words)
    return [event for event in history.events[::-1] if any(_has(pattern, event.changes))]


def unsaved_with(history: History, words: str) -> bool:
    """Whether the words came or went in a change that is not saved in git yet."""
    return any(_has(pattern_of(words), history.unsaved))


def _has(pattern: re.Pattern[str], changes: Iterable[Change]) -> Iterable[bool]:
    for change in changes:
        texts = (change.before, change.after, *(step.text for step in change.place))
        yield any(pattern.search(text) for text in texts if text)


class Remnant(NamedTuple):
    """A commit of any branch in which words came or went, in its files or in its own message."""

    commit: str
    day: date


def remnants(root: Path, words: str) -> list[Remnant]:
    """Return what git holds of some words, newest first. Raises GitError."""
    # A POSIX regular expression, which git searches whole files with.
    expression = "[[:space:]]+".join(map(_escaped, words.split()))
    found = {
        *git.search(root, "--pickaxe-regex", f"-S{expression}", "--", *CONTENT_FOLDERS),
        *git.search(root, "--extended-regexp", f"--grep={expression}"),
    }
    ordered = sorted(found, key=lambda commit: (commit.when, commit.id), reverse=True)
    return [Remnant(commit.short, commit.when.date()) for commit in ordered]


def _escaped(word: str) -> str:
    return re.sub(r"([][(){}.*+?^$|\\])", r"\\\1", word)
