"""Replace the last site by a finished one, so that readers never see half a site."""

import ctypes
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from roadmap.datafiles.files import is_same, make_folder
from roadmap.model.dataset import CONTENT_FOLDERS
from roadmap.presenters import urls

NOT_BUILT = "Webbplatsen byggdes inte; det som fanns förut är orört."

# The exit status of a build stopped and reported by a disk error (EX_IOERR in sysexits.h).
OBSTACLE = 74

# What no other folder is likely to have, least of all another site of somebody's.
_IN_EVERY_SITE = ("index.html", urls.feed())

# linux/fcntl.h and linux/fs.h: paths from the present folder; swap instead of replacing.
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class WrongPlaceError(Exception):
    """What was to be written there would destroy something else. The message is Swedish."""


def take_turn(final: Path, report: Callable[[str], object]) -> BaseFileLock:
    """Return when nobody else builds at `final`, and keep others away until the lock is released.

    Reports in Swedish if there is a wait; the system releases the lock of a process that ends.
    Raises OSError, and WrongPlaceError for the root of a disk.
    """
    if not final.name:
        raise WrongPlaceError(f"{final} är en hel disk. Välj en mapp på den.")
    make_folder(final.parent)
    file = final.with_name(f".{final.name}.lock")
    # FileLock takes a folder that no file can be made in for one that somebody else is at.
    file.touch()
    lock = FileLock(file)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        report(f"Ett annat program bygger redan i {final}. Väntar tills det är klart …")
        lock.acquire()
    return lock


def fresh_folder(final: Path) -> Path:
    """Make and return an empty folder beside `final` to build into. Raises OSError.

    Removes what an interrupted run left, and undoes a swap interrupted between its renames.
    Raises WrongPlaceError if `final` is something else than an earlier site.
    """
    refuse_other_content(final)
    fresh, old = _fresh(final), _old(final)
    if old.exists() and not final.exists():
        old.rename(final)
    shutil.rmtree(old, ignore_errors=True)
    if fresh.exists():
        shutil.rmtree(fresh)
    fresh.mkdir(parents=True)
    return fresh


def discard(final: Path) -> None:
    """Delete what was being built to replace `final`."""
    shutil.rmtree(_fresh(final), ignore_errors=True)


def take_place(fresh: Path, final: Path) -> None:
    """Replace `final` by `fresh`. Raises OSError, and then `final` is as before.

    In one step if the system can, so that there is always a whole site; otherwise with two
    renames, and `fresh_folder` repairs an interruption between them.
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


def _exchange(first: Path, second: Path) -> bool:
    """Swap the names of two folders in one step; return whether the system could."""
    try:
        renameat2 = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError, TypeError):  # not Linux, or an old one
        return False
    paths = os.fsencode(first), os.fsencode(second)
    failed: int = renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE)
    return not failed


def refuse_sources(path: Path, root: Path, *more: Path) -> None:
    """Raise WrongPlaceError if a path lies among what the site of a project is made of.

    That is `data/`, `docs/` and the folders in `more`.
    """
    resolved = path.resolve()
    for sources in (*(root / name for name in CONTENT_FOLDERS), *more):
        # By the folders themselves, which on some disks have the same name in capitals.
        if any(is_same(folder, sources) for folder in (resolved, *resolved.parents)):
            message = f"{path} ligger i {sources}, som webbplatsen görs av."
            raise WrongPlaceError(f"{message} Välj en annan mapp.")


def refuse_other_content(final: Path) -> None:
    """Raise WrongPlaceError if `final` is something else than an earlier site."""
    if not final.exists():
        return
    if not final.is_dir():
        raise WrongPlaceError(
            f"{final} är en fil, inte en mapp. Flytta den eller välj en annan mapp."
        )
    if any(final.iterdir()) and not all((final / name).exists() for name in _IN_EVERY_SITE):
        message = f"{final} innehåller annat än en byggd webbplats och skulle skrivas över."
        raise WrongPlaceError(f"{message} Välj en annan mapp.")


def _fresh(final: Path) -> Path:
    return final.with_name(f"{final.name}.new")


def _old(final: Path) -> Path:
    return final.with_name(f"{final.name}.old")
