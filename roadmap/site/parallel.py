"""Work shared between the processors of the machine."""

import errno
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from threading import Thread
from typing import Any, Generic, TypeVar

SharedT = TypeVar("SharedT")
ArgumentT = TypeVar("ArgumentT")
ResultT = TypeVar("ResultT")

# In a copy of the process: what all its tasks are given.
_shared: Any = None


class Workers(Generic[SharedT]):
    """So many copies of this process, which have all that it has when the first task is begun.

    Each task is called with what is `shared` and then its own arguments. Where a process cannot be
    copied, or there is one processor, the task is done at once.
    """

    def __init__(self, shared: SharedT, count: int) -> None:
        self.shared = shared
        self._count = count
        self._pool: ProcessPoolExecutor | None = None

    def begin(self, task: Callable[..., ResultT], *arguments: object) -> "Future[ResultT]":
        """Begin a task. Nothing is raised here: `result_of` raises what the task raises."""
        if processors() < 2:
            return _done_here(task, self.shared, arguments)
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self._count,
                multiprocessing.get_context("fork"),
                initializer=_begin_copy,
                initargs=(self.shared,),
            )
        return self._pool.submit(_do, task, arguments)

    def all(
        self, task: Callable[[SharedT, ArgumentT], ResultT], arguments: Sequence[ArgumentT]
    ) -> Iterator[ResultT]:
        """Yield the results of a task with each of the arguments; this process does its share too.

        Raises what a task raises.
        """
        begun = [self.begin(task, argument) for argument in arguments]
        # From the end, what nobody has begun: the others come from the start.
        for place in reversed(range(len(begun))):
            if begun[place].cancel():
                begun[place] = _done_here(task, self.shared, (arguments[place],))
        yield from map(result_of, begun)

    def stop(self) -> None:
        """Leave nobody at work, whether the tasks are done or not."""
        if self._pool:
            for process in multiprocessing.active_children():
                process.terminate()
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


def result_of(task: "Future[ResultT]") -> ResultT:
    """Wait for a task. Raises what it raises, or OSError where the system has ended its process."""
    try:
        return task.result()
    except BrokenProcessPool:
        # Nothing but the system ends a process in the middle of a task, for want of memory.
        raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM)) from None


def processors() -> int:
    """Return how many processes can work at a time; one where none can be copied."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _done_here(
    task: Callable[..., ResultT], shared: object, arguments: tuple[object, ...]
) -> "Future[ResultT]":
    done: Future[ResultT] = Future()
    try:
        done.set_result(task(shared, *arguments))
    except Exception as error:
        done.set_exception(error)
    return done


def _begin_copy(shared: object) -> None:
    global _shared
    _shared = shared
    # Whoever stops the build with Ctrl-C stops the first process, which stops the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_first, daemon=True).start()


def _end_with_first() -> None:
    """A build that is killed leaves nobody who goes on writing."""
    first = multiprocessing.parent_process()
    if first:
        first.join()
        os._exit(1)


def _do(task: Callable[..., ResultT], arguments: tuple[object, ...]) -> ResultT:
    return task(_shared, *arguments)
