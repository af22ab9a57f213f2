"""The process that `guarded` starts: `python -m roadmap.importing.child`.

It reads a request, says how far it has come, and last what came of it. Every message is a pickled
pair of a word and a value.
"""

import os
import pickle
import signal
import sys
from threading import Thread
from typing import IO

from roadmap.importing.lines import FAILED, SAVE_ANEW, UnreadableError, too_much

_LONGEST_REASON = 80


def main() -> None:
    """Do what is requested, and end at once: what the libraries tidy up at the end may crash."""
    # What a library prints is no message.
    messages = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    function, arguments, limits = pickle.load(sys.stdin.buffer)
    Thread(target=_end_with_parent, daemon=True).start()
    _say(messages, "begun", limit_memory(limits.memory_megabytes))

    def progress(done: int, total: int, scanned: bool) -> None:
        _say(messages, "page", (done, total, scanned))

    try:
        _say(messages, "result", function(*arguments, limits, progress))
    except UnreadableError as error:
        _say(messages, "unreadable", str(error))
    except MemoryError:
        what = f"Läsningen behövde mer än {limits.memory_megabytes} MB minne."
        _say(messages, "unreadable", str(too_much(what, "memory_megabytes")))
    except Exception as error:
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:_LONGEST_REASON]
        _say(messages, "unreadable", f"{FAILED} ({reason}). {SAVE_ANEW}")
    os._exit(0)


def limit_memory(megabytes: int) -> bool:
    """Let this process and those that it starts have so much memory, and leave no core files.

    Returns False where the system has no such limit.
    """
    try:
        import resource
    except ImportError:
        return False
    if sys.platform == "darwin":  # which takes the limit and does not keep it
        return False
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_AS, megabytes * 10**6)
    return True


def _lower(limit: int, value: int) -> None:
    import resource

    _, most = resource.getrlimit(limit)
    if most != resource.RLIM_INFINITY:
        value = min(value, most)
    resource.setrlimit(limit, (value, value))


def _end_with_parent() -> None:
    """End when the parent has, however it did: then this end of the pipe is closed."""
    os.read(0, 1)
    if sys.platform != "win32":
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def _say(messages: IO[bytes], kind: str, value: object) -> None:
    # Made first, so that a value that cannot be sent leaves no half message.
    message = pickle.dumps((kind, value))
    messages.write(message)
    messages.flush()


if __name__ == "__main__":
    main()
