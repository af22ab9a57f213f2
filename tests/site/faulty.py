"""Run a Python module that meets a fault at a chosen step, as a program of its own.

    faulty.py watch MODULE …      look at the site again and again; tell what was seen and when
    faulty.py kill STEP MODULE …  stop at once (SIGKILL) at that step
    faulty.py page PAGE MODULE …  stop at once at that page of the site, the first is 1
    faulty.py rest PAGE MODULE …  rest (SIGSTOP) at that page until somebody says SIGCONT
    faulty.py SIGTERM PAGE …      be told to end at that page, by that signal or another
    faulty.py full FILE MODULE …  have a full disk from that file of the site on

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
from functools import partial
from hashlib import sha256
from pathlib import Path

# At which steps the site is looked at: more and more often, and at each while it is swapped.
_BEFORE_WRITING = 500
_WRITING = 10
_SWAPPING = 40  # steps

Arguments = tuple[object, ...]


def fingerprint(site: Path) -> str:
    """Return a name for a site that is as it is, every byte of it."""
    digest = sha256()
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(site)}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def _on_every_step(act: Callable[[int, str, Arguments], None]) -> None:
    """Call `act` at every step but those that it takes itself."""
    step = 0
    acting = False

    def hook(event: str, arguments: Arguments) -> None:
        nonlocal step, acting
        if acting:
            return
        step += 1
        acting = True
        try:
            act(step, event, arguments)
        finally:
            acting = False

    sys.addaudithook(hook)


def watch() -> None:
    """At the end, tell as JSON which sites there were, in order, and when the writing began."""
    site = Path("site")
    seen: list[str] = []
    at: dict[str, int] = {}

    def act(step: int, event: str, arguments: Arguments) -> None:
        path = str(arguments[0]) if arguments else ""
        if event == "os.mkdir" and path.endswith("site.new"):
            at["writes"] = step
        if event == "shutil.rmtree" and path.endswith("site.old"):
            at["swaps"] = step
        if event == "shutil.rmtree" and path.endswith("site.new"):
            at["ends"] = step
        swapping = "swaps" in at and step < at["swaps"] + _SWAPPING
        if swapping or not step % (_WRITING if "writes" in at else _BEFORE_WRITING):
            look()

    def look() -> None:
        found = fingerprint(site)
        if seen[-1:] != [found]:
            seen.append(found)

    _on_every_step(act)
    _run(sys.argv[2:])
    print(json.dumps({"seen": seen, "at": at}))


def kill(at: int) -> None:
    """Kill this process, and not a copy of it that has come as far, at a step."""
    first = os.getpid()

    def act(step: int, event: str, arguments: Arguments) -> None:
        if step == at and os.getpid() == first:
            os.kill(first, signal.SIGKILL)

    _on_every_step(act)
    _run(sys.argv[3:])


def page(at: int, sent: signal.Signals = signal.SIGKILL) -> None:
    """Send this process a signal as it begins to write its page of that number."""
    first = os.getpid()
    pages = 0

    def act(step: int, event: str, arguments: Arguments) -> None:
        nonlocal pages
        if os.getpid() == first and event == "open" and _is_new_page(arguments):
            pages += 1
            if pages == at:
                os.kill(first, sent)

    _on_every_step(act)
    _run(sys.argv[3:])


def _is_new_page(arguments: Arguments) -> bool:
    path = str(arguments[0])
    return "/site.new/" in path and path.endswith(".html") and "w" in str(arguments[1])


def full(at: int) -> None:
    """Refuse to write, from a file on, what the disk would have no room for."""
    files = 0

    def act(step: int, event: str, arguments: Arguments) -> None:
        nonlocal files
        if _takes_room(event, arguments):
            files += 1
            if files >= at:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(arguments[0]))

    _on_every_step(act)
    _run(sys.argv[3:])


def _takes_room(event: str, arguments: Arguments) -> bool:
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
    if sys.argv[1] == "watch":
        watch()
    else:
        faults: dict[str, Callable[[int], None]]
        faults = {
            name: partial(page, sent=number) for name, number in signal.Signals.__members__.items()
        }
        faults |= {"kill": kill, "page": page, "rest": faults["SIGSTOP"], "full": full}
        faults[sys.argv[1]](int(sys.argv[2]))
