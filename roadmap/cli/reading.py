"""What the verbs that read a document share: how they name it, and how far they have come."""

import sys
import time
from pathlib import Path

_QUIET_SECONDS = 2.0  # shorter work than this shows no progress


def shown(path: Path) -> str:
    """Return a path on one line; a name may have line breaks, and bytes that are no letters."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in str(path))


class Progress:
    """Reports how far a slow reading has come, at most one line every other second."""

    def __init__(self) -> None:
        self.last_report = time.monotonic()

    def __call__(self, done: int, total: int, scanned: bool) -> None:
        now = time.monotonic()
        if now - self.last_report >= _QUIET_SECONDS:
            self.last_report = now
            print(f"Läser sida {done} av {total} …", file=sys.stderr, flush=True)
