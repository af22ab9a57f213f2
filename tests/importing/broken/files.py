"""Files that are no documents, and names that are hard to show."""

import os
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.importing.broken.case import READ, Case, written

ANSWER = "1.1 Läs mer\n\nJa.\n".encode()
NO_FILE = "är ingen vanlig fil"


def _nothing(path: Path) -> None:
    """Leave the name without a file."""


def _large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(101_000_000)


def _socket(path: Path) -> None:
    # The name of a socket is short, so it is made from inside its folder.
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def _odd_name(name: bytes, told: str = READ) -> Case:
    return written(os.fsdecode(name), ANSWER, told)


CASES: Sequence[Case] = (
    Case("missing.txt", _nothing, "Filen finns inte."),
    Case("missing.pdf/svar.pdf", _nothing, "Filen finns inte."),
    Case("folder.docx", Path.mkdir, "Det är en mapp, inte en fil."),
    Case("a" * 300 + ".txt", _nothing, "Namnet är för långt."),
    Case("large.pdf", _large, "Filen är på 101 MB, och högst 100 MB läses."),
    written("no-ending", ANSWER, "Filer utan ändelse kan inte läsas."),
    written("old.doc", ANSWER, 'Filer som slutar på ".doc" kan inte läsas.'),
    written("CAPITALS.TXT", ANSWER),
    _odd_name("två\nrader\x1b[31m.txt".encode()),
)
if sys.platform != "win32":
    CASES = (
        *CASES,
        Case("queue.txt", os.mkfifo, NO_FILE),
        Case("socket.txt", _socket, NO_FILE),
        Case("endless.txt", lambda path: path.symlink_to("/dev/zero"), NO_FILE),
        Case("nothing.pdf", lambda path: path.symlink_to("/dev/null"), NO_FILE),
        Case("circle.txt", lambda path: path.symlink_to(path), "Länkarna leder i en cirkel."),
        Case("nowhere.txt", lambda path: path.symlink_to("nowhere"), "Filen finns inte."),
    )
if sys.platform == "linux":
    CASES = (
        *CASES,
        _odd_name("yttrande från nämnden.txt".encode("cp1252")),
        Case("memory.txt", lambda path: path.symlink_to("/proc/self/mem"), "går inte att läsa"),
        Case("limits.txt", lambda path: path.symlink_to("/proc/self/limits")),
    )
