"""Work shared between the processors of the machine."""

import errno
import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from threading import Thread
from typing import Any, Generic, TypeVar

ResultT = TypeVar("ResultT")
GatheredT = TypeVar("GatheredT")

_SIZE = 4  # bytes of a task's place; a pipe holds 16,000 of them


class Begun(Generic[ResultT]):
    """A task that a copy of this process, which has all that it has read, does meanwhile.

    Where copies are not to be had, the task is done when somebody waits for it.
    """

    def __init__(self, task: Callable[[], ResultT]) -> None:
        self._task = task
        self._copy: ForkProcess | None = None
        if processors() < 2:
            return
        # To look for garbage among what is shared would be to copy it.
        gc.freeze()
        context = multiprocessing.get_context("fork")
        self._here, there = context.Pipe(duplex=False)
        self._copy = context.Process(target=_work_as_copy, args=(task, there))
        self._copy.start()
        there.close()

    def result(self) -> ResultT:
        """Wait for the task. Raises what it raises, or OSError where the copy is gone."""
        if self._copy is None:
            return self._task()
        try:
            told = self._here.recv()
        except EOFError:
            # Nothing but the system ends a process in the middle of a task, for want of room.
            raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM)) from None
        if isinstance(told, Exception):
            raise told
        result: ResultT = told
        return result

    def stop(self) -> None:
        """Leave nobody at work, whether the task is done or not."""
        if self._copy is not None:
            self._copy.terminate()
            self._copy.join()
            self._here.close()


def run(
    tasks: Sequence[Callable[[GatheredT], None]],
    gather: Callable[[], GatheredT],
    alone: bool = False,
) -> list[GatheredT]:
    """Run every task and return what the processes gathered. Raises what a task raises.

    This process and copies of it each take the next task that nobody has taken, and hand it what
    `gather` gave the process; give the longest first. There are as many copies as the processors
    have time for beside what is already begun, or none if `alone`.
    """
    places = _queue(len(tasks))
    copies: list[Begun[GatheredT]] = []
    gathered = gather()
    try:
        for place in _taken(places):
            while not alone and _is_room() and len(copies) < len(tasks) - 1:
                copies.append(Begun(partial(_work, tasks, places, gather)))
            tasks[place](gathered)
        return [gathered, *(copy.result() for copy in copies)]
    finally:
        os.close(places)
        for copy in copies:
            copy.stop()


def _is_room() -> bool:
    return len(multiprocessing.active_children()) < processors() - 1


def processors() -> int:
    """Return how many processes can work at a time; one where none can be copied."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _queue(count: int) -> int:
    """Return the end of a pipe from which each place of a task can be read once.

    Nobody has to hold a lock for that, so nobody who is ended leaves the others waiting.
    """
    places, fill = os.pipe()
    os.write(fill, b"".join(place.to_bytes(_SIZE) for place in range(count)))
    os.close(fill)
    return places


def _taken(places: int) -> Iterator[int]:
    """Take the place of a task for as long as there are any."""
    while read := os.read(places, _SIZE):
        yield int.from_bytes(read)


def _work(
    tasks: Sequence[Callable[[GatheredT], None]], places: int, gather: Callable[[], GatheredT]
) -> GatheredT:
    """Take tasks for as long as there are any; return what they gathered."""
    gathered = gather()
    for place in _taken(places):
        tasks[place](gathered)
    return gathered


def _work_as_copy(task: Callable[[], Any], there: Connection) -> None:
    # Whoever stops the build with Ctrl-C stops the first process, which stops the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    try:
        there.send(task())
    except Exception as error:
        there.send(error)


def _end_with_parent() -> None:
    """A build that is killed leaves nobody who goes on writing."""
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)
