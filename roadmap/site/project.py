"""A project folder as it is right now: its data, read once for as long as no file changes."""

import gc
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from roadmap.datafiles.checks import load
from roadmap.datafiles.problems import DataError, Problem
from roadmap.datafiles.reader import read, state
from roadmap.datafiles.text_places import text_places
from roadmap.history import git
from roadmap.history.git import GitError, Head
from roadmap.model.dataset import REDIRECTS, Dataset

_Outcome = tuple[Dataset, list[Problem]] | DataError


def current(root: Path, today: date | None = None, address: str | None = None) -> Dataset:
    """Return the sound dataset of a project, with its history; raise DataError with every problem.

    `address` is where the site is published. An engine may ask once per page, so the answer is
    kept until a file under `data/` or the version that is checked out changes.
    """
    root = root.resolve()
    head: Head | str
    try:
        head = git.head(root)
    except GitError as error:
        head = str(error)
    return _dated(root, today or date.today(), state(root), address or None, head)


def checked(root: Path, today: date | None = None) -> tuple[Dataset, list[Problem]]:
    """Like `current`, with the warnings."""
    root = root.resolve()
    outcome = _outcome(root, today or date.today(), state(root))
    if isinstance(outcome, DataError):
        raise outcome
    redirects(root, outcome[0])
    return outcome


def redirects(root: Path, dataset: Dataset) -> dict[str, str]:
    """Return which old addresses lead on, and where. Raises DataError."""
    file = root / REDIRECTS
    if not file.exists():
        return {}
    # To know every address takes all views, which nobody else here needs.
    from roadmap.datafiles.redirects import parse_redirects
    from roadmap.presenters.addresses import addresses

    return parse_redirects(file.read_bytes(), addresses(dataset, project_files(root)))


def project_files(root: Path) -> list[str]:
    """Return the paths of the pages and of the data's files, relative to the root."""
    return [
        path.relative_to(root).as_posix()
        for folder in ("data", "docs")
        for path in sorted((root / folder).rglob("*"))
        if path.is_file()
    ]


@lru_cache(maxsize=1)
def _outcome(root: Path, today: date, _state: object) -> _Outcome:
    # What is read is kept, so looking for garbage among it would be time for nothing.
    gc.disable()
    try:
        return load(read(root), today)
    except DataError as error:
        return error
    finally:
        gc.freeze()
        gc.enable()


@lru_cache(maxsize=1)
def _dated(
    root: Path, today: date, _state: object, address: str | None, head: Head | str
) -> Dataset:
    from roadmap.history import log

    dataset = checked(root, today)[0]
    editable = dataset.settings.repository and dataset.settings.forge
    return replace(
        dataset,
        address=address,
        history=log.read(root, head),
        text_places=text_places(dataset) if editable else {},
    )
