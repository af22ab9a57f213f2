"""Functions that the tests let a process of its own run."""

import os
import signal
import subprocess
import sys
import warnings
from pathlib import Path
from threading import Event
from typing import NoReturn

from roadmap.importing.lines import Progress, UnreadableError
from roadmap.model import ImportLimits


def added(one: int, other: int, limits: ImportLimits, progress: Progress) -> int:
    """Add two numbers, and tell of two pages."""
    progress(1, 2, False)
    progress(2, 2, True)
    return one + other


def talkative(limits: ImportLimits, progress: Progress) -> str:
    """Say much that is no message."""
    print("Hej!", flush=True)
    print("Hej!", file=sys.stderr, flush=True)
    os.write(1, b"\x80\x04garbage\n")
    warnings.warn("old", DeprecationWarning, stacklevel=1)
    return "read"


def unreadable(limits: ImportLimits, progress: Progress) -> NoReturn:
    """Find that a document cannot be read."""
    raise UnreadableError("Dokumentet har ingen text.")


def faulty(limits: ImportLimits, progress: Progress) -> NoReturn:
    """Fail as a library does."""
    raise KeyError("rId9\nlist")


def unsendable(limits: ImportLimits, progress: Progress) -> object:
    """Return what cannot be pickled."""
    return lambda: None


def deep(limits: ImportLimits, progress: Progress) -> object:
    """Call itself for ever."""
    return deep(limits, progress)


def hungry(limits: ImportLimits, progress: Progress) -> bytes:
    """Take more memory than there may be."""
    return bytes(limits.memory_megabytes * 2 * 10**6)


def crashed(limits: ImportLimits, progress: Progress) -> None:
    """End as a library in C does that reads where it must not."""
    os.kill(os.getpid(), signal.SIGSEGV)


def silent(limits: ImportLimits, progress: Progress) -> None:
    """End without a word, as if all were well."""
    os._exit(0)


def garbled(limits: ImportLimits, progress: Progress) -> None:
    """Write over the messages."""
    for descriptor in range(3, 20):
        try:
            os.write(descriptor, b"\x80\x04garbage\n")
        except OSError:
            continue
    os._exit(0)


def endless(limits: ImportLimits, progress: Progress) -> None:
    """Never end."""
    Event().wait()


def endless_with_program(queue: Path, limits: ImportLimits, progress: Progress) -> None:
    """Start a program and wait for it; neither ever ends. Both hold the queue open."""
    with queue.open("wb") as held:
        program = "import threading; threading.Event().wait()"
        held.write(b"begun")
        held.flush()
        with subprocess.Popen([sys.executable, "-c", program], close_fds=False, stdout=held):
            progress(1, 2, False)
            Event().wait()
