"""Divide work between the processors of the machine."""

import errno
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from threading import Thread
from typing import Any, Generic, TypeVar

SharedT = TypeVar("SharedT")
ArgumentT = TypeVar("ArgumentT")
ResultT = TypeVar("ResultT")

# In a copied process: the first argument of all its tasks.
_shared: Any = None


class Workers(Generic[SharedT]):
    """Copies of this process, `count` of them, made when the first task is begun.

    Each task is called with `shared` and then its own arguments. If processes cannot be copied, or
    there is only one processor, the task is done at once.
    """

    def __init__(self, shared: SharedT, count: int) -> None:
        self.shared = shared
        self._count = count
        self._pool: ProcessPoolExecutor | None = None

    def begin(self, task: Callable[..., ResultT], *arguments: object) -> "Future[ResultT]":
        """Begin a task. `result_of` raises what the task raises; this does not."""
        if processors() < 2:
            return _done_here(task, self.shared, arguments)
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self._count,
                multiprocessing.get_context("fork"),
                initializer=_begin_copy,
                initargs=(self.shared,),
            )
        with _signals_waiting():
            return self._pool.submit(_run_task, task, arguments)

    def all(
        self, task: Callable[[SharedT, ArgumentT], ResultT], arguments: Sequence[ArgumentT]
    ) -> Iterator[ResultT]:
        """Yield the result of a task for each of the arguments; this process works too.

        Raises what a task raises.
        """
        futures = [self.begin(task, argument) for argument in arguments]
        # From the end, tasks that have not begun: the other processes come from the start.
        for index in reversed(range(len(futures))):
            if futures[index].cancel():
                futures[index] = _done_here(task, self.shared, (arguments[index],))
        yield from map(result_of, futures)

    def stop(self) -> None:
        """Stop all processes, whether the tasks are done or not."""
        if self._pool:
            for process in multiprocessing.active_children():
                process.terminate()
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


def result_of(task: "Future[ResultT]") -> ResultT:
    """Wait for a task. Raises what it raises, or OSError if the system has ended its process."""
    try:
        return task.result()
    except BrokenProcessPool:
        # Only the system ends a process in the middle of a task, for lack of memory.
        raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM)) from None


def processors() -> int:
    """Return how many processes can work at a time; one if processes cannot be copied."""
    if sys.platform != "linux" or not hasattr(os, "fork"):
        return 1
    return len(os.sched_getaffinity(0))


def _done_here(
    task: Callable[..., ResultT], shared: object, arguments: tuple[object, ...]
) -> "Future[ResultT]":
    future: Future[ResultT] = Future()
    try:
        future.set_result(task(shared, *arguments))
    except Exception as error:
        future.set_exception(error)
    return future


@contextmanager
def _signals_waiting() -> Iterator[None]:
    """Let signals wait while a copy is made: as it begins, it would do with them as the first."""
    waiting = signal.pthread_sigmask(signal.SIG_BLOCK, _signals())
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, waiting)


def _signals() -> tuple[signal.Signals, ...]:
    """Return the signals that tell a program to end; only where processes can be copied."""
    return signal.SIGINT, signal.SIGTERM, signal.SIGHUP


def _begin_copy(shared: object) -> None:
    global _shared
    _shared = shared
    # Ctrl-C, or a terminal that is closed, stops the first process, which stops the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _signals())
    Thread(target=_end_with_first, daemon=True).start()


def _end_with_first() -> None:
    """End when the first process ends, so that a killed build leaves no process writing."""
    first = multiprocessing.parent_process()
    if first:
        first.join()
        os._exit(1)


def _run_task(task: Callable[..., ResultT], arguments: tuple[object, ...]) -> ResultT:
    return task(_shared, *arguments)
