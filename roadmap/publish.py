"""Put a finished site in the place of the last one, so that readers never meet half of it."""

import shutil
from pathlib import Path


def fresh_folder(final: Path) -> Path:
    """Make and return an empty folder beside `final` to build into. Raises OSError.

    Clears away what an interrupted run left, and mends a swap interrupted between its renames.
    """
    fresh, old = _fresh(final), _old(final)
    if old.exists() and not final.exists():
        old.rename(final)
    shutil.rmtree(old, ignore_errors=True)
    if fresh.exists():
        shutil.rmtree(fresh)
    fresh.mkdir(parents=True)
    return fresh


def discard(final: Path) -> None:
    """Throw away what was being built to take the place of `final`."""
    shutil.rmtree(_fresh(final), ignore_errors=True)


def take_place(fresh: Path, final: Path) -> None:
    """Swap `fresh` into the place of `final` with two renames. Raises OSError."""
    old = _old(final)
    shutil.rmtree(old, ignore_errors=True)
    if final.exists():
        final.rename(old)
    try:
        fresh.rename(final)
    except OSError:
        if old.exists():
            old.rename(final)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _fresh(final: Path) -> Path:
    return final.with_name(f"{final.name}.new")


def _old(final: Path) -> Path:
    return final.with_name(f"{final.name}.old")
