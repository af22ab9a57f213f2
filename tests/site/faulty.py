"""Run a Python module that meets a fault at a chosen step, as a program of its own.

    faulty.py count MODULE …     tell at which steps a build writes, swaps and ends
    faulty.py kill STEP MODULE … stop at once (SIGKILL) at that step
    faulty.py full FILE MODULE … have a full disk from that file of the site on, the first is 1

A step is anything that the interpreter tells its audit hooks: an import, a file opened, a folder
made, a rename. So a step is the same moment on a fast machine and on a slow one.
"""

import errno
import json
import os
import runpy
import signal
import sys
from collections.abc import Callable

_step = 0


def _on_every_step(act: Callable[[int, str, tuple[object, ...]], None]) -> None:
    def hook(event: str, arguments: tuple[object, ...]) -> None:
        global _step
        _step += 1
        act(_step, event, arguments)

    sys.addaudithook(hook)


def count() -> None:
    """At the end, write the steps to standard output as JSON."""
    seen: dict[str, int] = {}

    def act(step: int, event: str, arguments: tuple[object, ...]) -> None:
        path = str(arguments[0]) if arguments else ""
        if event == "os.mkdir" and path.endswith("site.new"):
            seen["writes"] = step
        if event == "shutil.rmtree" and path.endswith("site.old"):
            seen["swaps"] = step
        if event == "shutil.rmtree" and path.endswith("site.new"):
            seen["ends"] = step

    _on_every_step(act)
    _run(sys.argv[2:])
    print(json.dumps(seen))


def kill(at: int) -> None:
    """Kill this process, and not a copy of it that has come as far, at a step."""
    first = os.getpid()

    def act(step: int, event: str, arguments: tuple[object, ...]) -> None:
        if step == at and os.getpid() == first:
            os.kill(first, signal.SIGKILL)

    _on_every_step(act)
    _run(sys.argv[3:])


def full(at: int) -> None:
    """Refuse to write, from a file on, what the disk would have no room for."""
    files = 0

    def act(step: int, event: str, arguments: tuple[object, ...]) -> None:
        nonlocal files
        if _takes_room(event, arguments):
            files += 1
            if files >= at:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(arguments[0]))

    _on_every_step(act)
    _run(sys.argv[3:])


def _takes_room(event: str, arguments: tuple[object, ...]) -> bool:
    if not arguments or "/site.new" not in str(arguments[0]):
        return False
    return event == "os.mkdir" or (event == "open" and "w" in str(arguments[1]))


def _run(command: list[str]) -> None:
    sys.argv = command
    try:
        runpy.run_module(command[0], run_name="__main__", alter_sys=True)
    except SystemExit as end:
        if end.code:
            raise


if __name__ == "__main__":
    if sys.argv[1] == "count":
        count()
    else:
        {"kill": kill, "full": full}[sys.argv[1]](int(sys.argv[2]))
