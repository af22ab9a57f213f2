"""A project folder as it is right now: its data, read once for as long as no file changes."""

from datetime import date
from functools import lru_cache
from pathlib import Path

from roadmap.checks import load
from roadmap.dataset import Dataset, read, state
from roadmap.problems import DataError, Problem

_Outcome = tuple[Dataset, list[Problem]] | DataError


def current(root: Path, today: date | None = None) -> Dataset:
    """Return the sound dataset of a project; raise DataError with every problem there is.

    An engine may ask once per page, so the answer is kept until a file under `data/` changes.
    """
    return checked(root, today)[0]


def checked(root: Path, today: date | None = None) -> tuple[Dataset, list[Problem]]:
    """Like `current`, with the warnings."""
    root = root.resolve()
    outcome = _outcome(root, today or date.today(), state(root))
    if isinstance(outcome, DataError):
        raise outcome
    return outcome


@lru_cache(maxsize=1)
def _outcome(root: Path, today: date, _state: object) -> _Outcome:
    try:
        return load(read(root), today)
    except DataError as error:
        return error
