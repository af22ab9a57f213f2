"""Put a finished site in the place of the last one, so that readers never meet half of it."""

import ctypes
import os
import shutil
from pathlib import Path

NOT_BUILT = "Webbplatsen byggdes inte; den förra finns kvar."

# How a build ends that the disk stopped and that has told so (EX_IOERR in sysexits.h).
OBSTACLE = 74

# linux/fcntl.h and linux/fs.h: paths from where we stand; swap instead of replacing.
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class WrongPlaceError(Exception):
    """A site cannot be put there without destroying something else. The message is Swedish."""


def fresh_folder(final: Path) -> Path:
    """Make and return an empty folder beside `final` to build into. Raises OSError.

    Clears away what an interrupted run left, and mends a swap interrupted between its renames.
    Raises WrongPlaceError where `final` is something else than an earlier site.
    """
    _refuse_what_is_no_site(final)
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
    """Swap `fresh` into the place of `final`. Raises OSError, and then `final` is as before.

    In one step where the system can, so that there is a whole site at every moment; else with
    two renames, and `fresh_folder` mends what is interrupted between them.
    """
    old = _old(final)
    shutil.rmtree(old, ignore_errors=True)
    if final.exists() and _exchange(fresh, final):
        shutil.rmtree(fresh, ignore_errors=True)
        return
    if final.exists():
        final.rename(old)
    try:
        fresh.rename(final)
    except OSError:
        if old.exists():
            old.rename(final)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in one step; return whether the system could."""
    try:
        renameat2 = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError, TypeError):  # not Linux, or an old one
        return False
    paths = os.fsencode(one), os.fsencode(other)
    failed: int = renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE)
    return not failed


def _refuse_what_is_no_site(final: Path) -> None:
    if not final.exists():
        return
    if not final.is_dir():
        raise WrongPlaceError(
            f"{final} är en fil, inte en mapp. Flytta den eller välj en annan mapp."
        )
    if any(final.iterdir()) and not (final / "index.html").exists():
        what = f"{final} innehåller annat än en byggd webbplats och skulle skrivas över."
        raise WrongPlaceError(f"{what} Välj en annan mapp.")


def _fresh(final: Path) -> Path:
    return final.with_name(f"{final.name}.new")


def _old(final: Path) -> Path:
    return final.with_name(f"{final.name}.old")
