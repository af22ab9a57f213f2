"""Call a function in a process of its own, which is ended when it takes more than it may.

A document from outside may hold anything, and what reads it are large libraries, which crash, fill
the memory or never end on some of it. Whatever becomes of them, the caller gets the function's
result or an UnreadableError, and no process is left.
"""

import contextlib
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from threading import Event, Thread
from typing import IO, Any, TypeVar, cast

from roadmap.importing.lines import FAILED, SAVE_ANEW, Progress, UnreadableError, too_much
from roadmap.model import ImportLimits

ResultT = TypeVar("ResultT")

_CHILD = "roadmap.importing.child"
_SECONDS_PER_SCANNED_PAGE = 10
_LARGE = "Om dokumentet är stort: höj memory_megabytes under import_limits i data/settings.yml."
_UNLIMITED = "Det kan ha tagit allt minne, som inte går att begränsa i det här systemet."


def guarded(
    function: Callable[..., ResultT], *arguments: object, limits: ImportLimits, progress: Progress
) -> ResultT:
    """Return `function(*arguments, limits, progress)`, called in a process of its own.

    The function, its arguments and its result are pickled. Raises UnreadableError if the function
    does, if it takes more than the limits allow, or if it fails in whatever other way.
    """
    with _new_process() as process:
        watch = _Watch(process, limits.seconds)
        try:
            return cast(ResultT, watch.result((function, arguments, limits), progress))
        finally:
            watch.end()


def _new_process() -> "subprocess.Popen[bytes]":
    """Start a new Python. Ctrl-C does not reach it, and nothing that a library says is shown."""
    return subprocess.Popen(
        [sys.executable, "-P", "-m", _CHILD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        # It finds what this process finds.
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(os.path.abspath, sys.path))},
        start_new_session=True,
    )


class _Watch:
    """Talks with the process, and ends it when its time is up: a scanned page gives it more."""

    def __init__(self, process: "subprocess.Popen[bytes]", seconds: float) -> None:
        self._process = process
        self._seconds = seconds
        self._is_over = Event()
        self._is_late = False
        self._page = ""
        self._thread = Thread(target=self._wait, daemon=True)
        self._thread.start()

    def _wait(self) -> None:
        waited = 0.0
        while (seconds := self._seconds - waited) > 0:
            if self._is_over.wait(seconds):
                return
            waited += seconds
        self._is_late = True
        _kill(self._process)

    def end(self) -> None:
        """End the process and the programs that it has started, whether it is done or not."""
        self._is_over.set()
        self._thread.join()
        _kill(self._process)
        with contextlib.suppress(OSError):  # it may have ended before it had read everything
            _pipe(self._process.stdin).close()

    def result(self, request: tuple[object, ...], progress: Progress) -> Any:
        """Send a request and return its result. Raises UnreadableError if there is none."""
        with contextlib.suppress(BrokenPipeError):
            pickle.dump(request, _pipe(self._process.stdin))
            _pipe(self._process.stdin).flush()
        memory_is_limited = True
        while True:
            match self._message():
                case ("begun", bool(limited)):
                    memory_is_limited = limited
                case ("page", (int(done), int(total), bool(scanned))):
                    self._page = f" på sidan {done + 1} av {total}" if done < total else ""
                    self._seconds += _SECONDS_PER_SCANNED_PAGE if scanned else 0
                    progress(done, total, scanned)
                case ("result", result):
                    return result
                case ("unreadable", str(message)):
                    raise UnreadableError(message)
                case _:
                    raise self._obituary(memory_is_limited)

    def _message(self) -> Any:
        """Return what the process says next; None if it has ended or says what is no message."""
        try:
            return pickle.load(_pipe(self._process.stdout))
        except Exception:
            return None

    def _obituary(self, memory_is_limited: bool) -> UnreadableError:
        """Return why the process ended before it had a result."""
        status = self._process.wait()
        if self._is_late:
            what = f"Läsningen tog mer än {self._seconds:.0f} sekunder och avbröts{self._page}."
            return too_much(what, "seconds")
        end = f"signal {-status}" if status < 0 else f"kod {status}"
        hint = _LARGE if memory_is_limited else _UNLIMITED
        return UnreadableError(f"{FAILED} och avbröts{self._page} ({end}). {SAVE_ANEW} {hint}")


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe
    return pipe


def _kill(process: "subprocess.Popen[bytes]") -> None:
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            # It leads a group of its own: the programs that it has started.
            os.killpg(process.pid, signal.SIGKILL)
