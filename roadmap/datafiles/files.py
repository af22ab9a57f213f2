"""The one way to find the files of a project's folder, and the one way to write one of them.

A built site is written by `site/outputs.py`, into a folder that nobody sees until it is whole.
"""

import errno
import os
import re
import secrets
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from roadmap.datafiles.characters import refuse_large
from roadmap.datafiles.problems import DataError, Problem

# What Windows keeps in a folder that somebody has looked at, and what a program keeps beside a
# file: its lock, with somebody's name, or an earlier text.
_LITTER = re.compile(
    r"~.*|.*~|#.*#|.*\.(?:bak|orig|rej|swp|tmp)|(?:eh)?thumbs\.db|desktop\.ini", re.IGNORECASE
)
# Two times in nanoseconds, the size in bytes and the number of the file on its disk.
Stamp = tuple[int, int, int, int]


def files_in(folder: Path, suffix: str = "") -> list[Path]:
    """Return the ordinary files in a folder with this suffix, by name; none if it is missing.

    What belongs to the system and to programs is left out: names that begin with a dot, `Thumbs.db`
    and the like, and what a program keeps beside an open file (`is_left_out`).
    """
    return _paths((entry for entry in _entries(folder) if entry.is_file()), suffix)


def files_below(folder: Path, suffix: str = "") -> list[Path]:
    """Return the ordinary files in a folder and in those below it, named as in `files_in`.

    A link to a folder is not followed, so that no walk leaves the folder or goes in a circle.
    """
    return _paths((entry for entry in entries_below(folder) if entry.is_file()), suffix)


def folders_in(folder: Path) -> list[Path]:
    """Return the folders in a folder, links to folders left out, named as in `files_in`."""
    entries = (entry for entry in _entries(folder) if entry.is_dir(follow_symlinks=False))
    return _paths(entries, "")


def entries_below(folder: Path, *, litter: bool = False) -> Iterator[os.DirEntry[str]]:
    """Yield everything below a folder but its folders, in no order, named as in `files_in`.

    With `litter` come also the files that programs have left behind where they can be seen.
    """
    folders = [folder]
    while folders:
        for entry in _entries(folders.pop(), litter=litter):
            if entry.is_dir(follow_symlinks=False):
                folders.append(Path(entry.path))
            else:
                yield entry


def stamp(file: Path | os.DirEntry[str]) -> Stamp | None:
    """Return what changes with a file; None if it cannot be known, as of a broken link."""
    try:
        status = file.stat()
    except OSError:
        return None  # reading the file reports why
    # A file may be replaced by one of the same size and time, but not at the same moment.
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


def is_litter(name: str) -> bool:
    """Whether programs leave files of this name behind: Windows, or what writes a file."""
    return _LITTER.fullmatch(name) is not None


def is_left_out(path: str) -> bool:
    """Whether the file of this path belongs to the system or to a program, and is no data."""
    parts = PurePosixPath(path).parts
    return any(map(_is_hidden, parts)) or is_litter(parts[-1])


def litter_below(folder: Path) -> Iterator[Path]:
    """Yield the files that programs have left behind where they can be seen, in no order."""
    for entry in entries_below(folder, litter=True):
        if is_litter(entry.name):
            yield Path(entry.path)


def bytes_of(path: Path, name: str) -> bytes:
    """Return the bytes of a file. Raises OSError, and DataError with its name if it is not sound.

    What is too large may be larger than the memory, and reading a pipe or a device could go on for
    ever: neither is read.
    """
    status = path.stat()
    if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
        raise DataError([Problem(name, 1, 1, "Det är ingen vanlig fil.", "Ta bort den.")])
    refuse_large(name, status.st_size)
    return path.read_bytes()


def has_text(path: Path, text: str) -> bool:
    """Whether a file has this text; a checkout may have given it the line ends of Windows."""
    return path.is_file() and path.read_bytes().replace(b"\r\n", b"\n") == text.encode()


def write_whole(path: Path, content: str | Iterable[bytes], *, new: bool = False) -> None:
    """Write a text, or a file in pieces; it is as before until all is on the disk.

    Raises OSError with the path; FileExistsError if the file is to be `new` but is there already.
    """
    pieces = [content.encode()] if isinstance(content, str) else content
    path = path.resolve()
    # A name of its own, so that two writers never write into the same file.
    temporary = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        if new:
            _name_new(temporary, path)
        else:
            with suppress(FileNotFoundError):
                temporary.chmod(path.stat().st_mode)
            temporary.replace(path)
    except OSError as error:
        # It is not the temporary file that somebody has asked for.
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        with suppress(OSError):
            temporary.unlink()


def write_all(folder: Path, files: Iterable[tuple[str, Iterable[bytes]]]) -> int:
    """Write files by their paths in a folder, none before all are made; return how many.

    Raises OSError.
    """
    make_folder(folder)
    with TemporaryDirectory(prefix=".", dir=folder) as made:
        names = []
        for name, pieces in files:
            path = Path(made, name)
            make_folder(path.parent)
            write_whole(path, pieces)
            names.append(name)
        for name in names:
            make_folder((folder / name).parent)
            Path(made, name).replace(folder / name)
    return len(names)


def is_same(first: Path, second: Path) -> bool:
    """Whether two paths are of one file or folder, whatever it is called; False if one is of none.

    Raises OSError.
    """
    return first.exists() and second.exists() and first.samefile(second)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, unless it is there. Raises OSError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder)) from None


def _name_new(temporary: Path, path: Path) -> None:
    """Give a file its name unless another file has it."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        # Not every disk knows hard links.
        if path.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        temporary.replace(path)


def _entries(folder: Path, *, litter: bool = False) -> Iterator[os.DirEntry[str]]:
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder) as entries:
        for entry in entries:
            is_folder = entry.is_dir(follow_symlinks=False)
            if not _is_hidden(entry.name) and (litter or is_folder or not is_litter(entry.name)):
                yield entry


def _is_hidden(name: str) -> bool:
    return name.startswith(".")


def _paths(entries: Iterator[os.DirEntry[str]], suffix: str) -> list[Path]:
    return sorted(Path(entry.path) for entry in entries if entry.name.endswith(suffix))
