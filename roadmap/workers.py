"""Work shared between the processors of the machine."""

import errno
import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from threading import Thread
from typing import Any, TypeVar

ResultT = TypeVar("ResultT")

_SIZE = 4  # bytes of a task's place; a pipe holds 16,000 of them


def run(tasks: Sequence[Callable[[], ResultT]], alone: bool = False) -> list[ResultT]:
    """Run every task and return the results in order. Raises what a task raises.

    This process and copies of it, which have all that it has read, each take the next task that
    nobody has taken; give the longest first. All run here if `alone`, or where copies are not to
    be had.
    """
    count = min(_processors(), len(tasks))
    if alone or count < 2 or sys.platform != "linux":
        return [task() for task in tasks]
    context = multiprocessing.get_context("fork")
    places = _queue(len(tasks))
    copies: list[tuple[ForkProcess, Connection]] = []
    try:
        for _ in range(count - 1):
            here, there = context.Pipe(duplex=False)
            copy = context.Process(target=_work_as_copy, args=(tasks, places, there))
            copy.start()
            there.close()
            copies.append((copy, here))
        found = _work(tasks, places)
        for _, here in copies:
            found.update(_told(here))
    finally:
        os.close(places)
        for copy, here in copies:
            copy.terminate()
            copy.join()
            here.close()
    return [found[place] for place in range(len(tasks))]


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _queue(count: int) -> int:
    """Return the end of a pipe from which each place of a task can be read once.

    Nobody has to hold a lock for that, so nobody who is ended leaves the others waiting.
    """
    places, fill = os.pipe()
    os.write(fill, b"".join(place.to_bytes(_SIZE) for place in range(count)))
    os.close(fill)
    return places


def _work(tasks: Sequence[Callable[[], ResultT]], places: int) -> dict[int, ResultT]:
    """Take tasks for as long as there are any; return their results by the tasks' places."""
    found: dict[int, ResultT] = {}
    while read := os.read(places, _SIZE):
        place = int.from_bytes(read)
        found[place] = tasks[place]()
    return found


def _work_as_copy(tasks: Sequence[Callable[[], Any]], places: int, there: Connection) -> None:
    # Whoever stops the build with Ctrl-C stops the first process, which stops the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # To look for garbage among what is shared would be to copy it.
    gc.freeze()
    Thread(target=_end_with_parent, daemon=True).start()
    try:
        there.send(_work(tasks, places))
    except Exception as error:
        there.send(error)


def _told(here: Connection) -> dict[int, Any]:
    """Return the results of a copy. Raises what it raised, or OSError where it is gone."""
    try:
        told = here.recv()
    except EOFError:
        # Nothing but the system ends a process in the middle of a task, and then for want of room.
        raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM)) from None
    if isinstance(told, Exception):
        raise told
    results: dict[int, Any] = told
    return results


def _end_with_parent() -> None:
    """A build that is killed leaves nobody who goes on writing."""
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)
