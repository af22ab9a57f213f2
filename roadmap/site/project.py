"""The present data of a project folder and its history, cached until a file changes."""

from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from roadmap.datafiles.load import checked
from roadmap.datafiles.reader import state
from roadmap.datafiles.text_places import text_places
from roadmap.history import git, log
from roadmap.history.git import GitError, Revision
from roadmap.model.dataset import Dataset


def current(root: Path, today: date, address: str | None = None) -> Dataset:
    """Return the sound dataset of a project, with its history; raise DataError with every problem.

    `address` is the URL of the published site. An engine may call this once per page, so the result
    is cached until a file under `data/` or the version that is checked out changes.
    """
    root = root.resolve()
    revision: Revision | str
    try:
        revision = git.checked_out(root)
    except GitError as error:
        revision = str(error)
    return _with_history(checked(root, today)[0], state(root), address or None, revision)


@lru_cache(maxsize=1)
def _with_history(
    dataset: Dataset, _state: object, address: str | None, revision: Revision | str
) -> Dataset:
    editable = dataset.settings.repository and dataset.settings.forge
    return replace(
        dataset,
        address=address,
        history=log.read(dataset.root, revision),
        text_places=text_places(dataset) if editable else {},
    )
