"""Work shared between the processors of the machine."""

import errno
import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from threading import Thread
from typing import Any, TypeVar

ResultT = TypeVar("ResultT")

# What a copy of this process finds to do when it begins.
_tasks: Sequence[Callable[[], Any]] = ()


def run(tasks: Sequence[Callable[[], ResultT]], alone: bool = False) -> list[ResultT]:
    """Run every task and return the results in order. Raises what a task raises.

    The tasks run in copies of this process, which have all that it has read; give the longest
    first. They run here, one after another, if `alone`, or where copies are not to be had.
    """
    global _tasks
    count = min(_processors(), len(tasks))
    if alone or count < 2 or sys.platform != "linux":
        return [task() for task in tasks]
    _tasks = tasks
    try:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(count, context, _begin) as pool:
            return list(pool.map(_run, range(len(tasks))))
    except BrokenProcessPool:
        # Nothing but the system ends a process in the middle of a task, and then for want of room.
        raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM)) from None
    finally:
        _tasks = ()


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _begin() -> None:
    # Whoever stops the build with Ctrl-C stops the first process, which stops the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # To look for garbage among what is shared would be to copy it.
    gc.freeze()
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A build that is killed leaves nobody who goes on writing."""
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _run(place: int) -> Any:
    return _tasks[place]()
