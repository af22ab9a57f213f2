"""Wait for what is going to happen, for as long as that takes on a machine that is busy."""

import os
import time
from collections.abc import Callable
from typing import TypeVar

# Nothing takes so long, even where others work too: whoever waits longer waits in vain.
# Whoever mends a test sets PATIENCE to some seconds, to hear of it soon.
PATIENCE = float(os.environ.get("PATIENCE", 300))  # seconds

ResultT = TypeVar("ResultT")


def until(look: Callable[[], ResultT], told: Callable[[], object] = lambda: None) -> ResultT:
    """Look again and again until something is seen, and return it; `told` explains a failure."""
    end = time.monotonic() + PATIENCE
    while not (seen := look()):
        assert time.monotonic() < end, told()
        time.sleep(0.02)
    return seen
