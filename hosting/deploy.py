#!/usr/bin/env python3
"""Put a built site in the place of the last one, in one step, and keep a way back.

A folder of releases looks like this, and the web server shows `current`:

    current -> releases/7
    releases/6          the release before it
    releases/7
    releases/7.kept     the names of the files that it has from the release before
    lock

A page that a reader has open asks for files of its own release for a while. Those whose names
change with their content are therefore kept for one release more. Needs Python 3.9 alone.
"""

from __future__ import annotations

import argparse
import errno
import fcntl
import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from fnmatch import fnmatchcase
from pathlib import Path

# Files whose names change with their content: a page asks for them after it has been fetched.
KEPT = ("assets/*", "search/*", "*/search/*")

# What a folder of releases consists of.
OURS = {"current", "current.new", "releases", "lock"}

UNCHANGED = "Inget publicerades; det som visas är som förut."
REASONS = {
    errno.ENOSPC: "Disken är full.",
    errno.EDQUOT: "Det utrymme som du får använda är fullt.",
    errno.EFBIG: "Filen får inte bli så stor.",
    errno.EACCES: "Du får inte skriva eller läsa där.",
    errno.ENOENT: "Filen eller mappen finns inte.",
    errno.EPERM: "Du får inte skriva eller läsa där.",
    errno.EROFS: "Disken går bara att läsa.",
    errno.ENOTDIR: "En del av sökvägen är en fil, inte en mapp.",
}


class RefusedError(Exception):
    """Something is not as it must be. The message is Swedish."""


def deploy(site: Path, target: Path, kept: Sequence[str] = KEPT) -> Path:
    """Make a release of the folder `site` and show it. Raises RefusedError and OSError."""
    site, target = site.resolve(), target.resolve()
    if not (site / "index.html").is_file():
        raise RefusedError(f"{site} är ingen byggd webbplats: index.html saknas.")
    if site == target or site in target.parents or target in site.parents:
        raise RefusedError(f"{site} och {target} får inte ligga i varandra.")
    with _locked(target):
        return _release(target, _files(site), kept)


def back(target: Path, kept: Sequence[str] = KEPT) -> Path:
    """Show the release before the present one. Raises RefusedError and OSError."""
    target = target.resolve()
    with _locked(target):
        present = _present(target)
        earlier = _earlier(present)
        if not earlier:
            raise RefusedError(f"{target} har ingen tidigare version att gå tillbaka till.")
        # As a new release, so that what the present pages ask for is kept.
        return _release(target, _own_files(earlier), kept)


def _release(target: Path, files: Mapping[str, Path], kept: Sequence[str]) -> Path:
    present = _present(target)
    new = target / "releases" / str(int(present.name) + 1 if present else 1)
    _remove_all_but(present, _earlier(present), target)
    old = _own_files(present) if present else {}
    carried = {
        name: old[name]
        for name in old.keys() - files.keys()
        if any(fnmatchcase(name, pattern) for pattern in kept)
    }
    try:
        _copy({**files, **carried}, new)
        _list_of(new).write_text("".join(f"{name}\n" for name in sorted(carried)), "utf-8")
        os.sync()  # or a power cut could leave the new names without their content
        link = target / "current.new"
        link.unlink(missing_ok=True)
        link.symlink_to(Path("releases", new.name))
        link.replace(target / "current")
    except BaseException:
        if _present(target) != new:
            _remove(new)
        raise
    _remove_all_but(new, present, target)
    return new


def _copy(files: Mapping[str, Path], folder: Path) -> None:
    """Copy files, by name, with their times: those tell a server that a file is another."""
    for name, source in files.items():
        copy = folder / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, copy)
        times = source.stat()
        os.utime(copy, ns=(times.st_atime_ns, times.st_mtime_ns))


def _files(folder: Path) -> dict[str, Path]:
    """Return the files below a folder by their names there, with a slash between the parts."""
    files: dict[str, Path] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            raise RefusedError(f"{path} är varken en vanlig fil eller en mapp.")
        if path.is_file():
            files[path.relative_to(folder).as_posix()] = path
    return files


def _own_files(release: Path) -> dict[str, Path]:
    """Return the files of a release that it did not get from the one before."""
    carried = set(_list_of(release).read_text("utf-8").splitlines())
    return {name: path for name, path in _files(release).items() if name not in carried}


def _list_of(release: Path) -> Path:
    return release.with_name(f"{release.name}.kept")


def _present(target: Path) -> Path | None:
    """Return the release that is shown, or None before the first."""
    link = target / "current"
    if not os.path.lexists(link):
        return None
    if not (link.is_symlink() and re.fullmatch(r"releases/\d+", link.readlink().as_posix())):
        raise RefusedError(f"{link} är inte en länk som det här skriptet har gjort.")
    return target / link.readlink() if link.exists() else None


def _earlier(present: Path | None) -> Path | None:
    """Return the release before the present one, or None."""
    if not present:
        return None
    numbers = [int(path.name) for path in present.parent.iterdir() if path.name.isdecimal()]
    before = [number for number in numbers if number < int(present.name)]
    return present.with_name(str(max(before))) if before else None


def _remove_all_but(present: Path | None, earlier: Path | None, target: Path) -> None:
    """Remove older releases, and what an interrupted run left."""
    for path in (target / "releases").iterdir():
        if path.name.isdecimal() and path not in (present, earlier):
            _remove(path)


def _remove(release: Path) -> None:
    shutil.rmtree(release, ignore_errors=True)
    _list_of(release).unlink(missing_ok=True)


@contextmanager
def _locked(target: Path) -> Iterator[None]:
    """Hold the folder of releases for one run at a time; make it if it is not there."""
    others = {path.name for path in target.iterdir()} - OURS if target.exists() else ()
    if others:
        message = f"{target} innehåller annat än versioner av webbplatsen: {min(others)}."
        raise RefusedError(f"{message} Ange en tom eller ny mapp.")
    (target / "releases").mkdir(parents=True, exist_ok=True)
    with (target / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            message = f"En annan publicering till {target} pågår. Försök igen när den är klar."
            raise RefusedError(message) from None
        yield


def main(arguments: Sequence[str] | None = None) -> int:
    """Deploy, or go back; return the exit status."""
    parser = argparse.ArgumentParser(description="Visa en byggd webbplats i stället för den förra.")
    parser.add_argument("site", nargs="?", type=Path, metavar="WEBBPLATS", help="den byggda mappen")
    parser.add_argument("target", type=Path, metavar="MAPP", help="mappen för versionerna")
    parser.add_argument("--back", action="store_true", help="gå tillbaka till den förra versionen")
    parser.add_argument(
        "--keep",
        action="append",
        metavar="MÖNSTER",
        help=f"filer som behålls en version till ({' '.join(KEPT)})",
    )
    options = parser.parse_args(arguments)
    if options.back == bool(options.site):
        parser.error("ange WEBBPLATS och MAPP, eller --back och MAPP")
    kept = options.keep or KEPT
    try:
        if options.back:
            new = back(options.target, kept)
        else:
            new = deploy(options.site, options.target, kept)
    except RefusedError as refused:
        print(f"{UNCHANGED} {refused}", file=sys.stderr)
        return 1
    except OSError as error:
        where = f"{error.filename2 or error.filename}: " if error.filename else ""
        reason = REASONS.get(error.errno or 0, f"{error.strerror or error}.")
        print(f"{UNCHANGED} {where}{reason}", file=sys.stderr)
        return 1
    print(f"Version {new.name} visas.")
    return 0


if __name__ == "__main__":
    os.umask(0o022)  # everybody may read what is published, the web server too
    sys.exit(main())
