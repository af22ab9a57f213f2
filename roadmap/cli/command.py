"""How to call the program from where the reader stands, for messages that say what to do."""

import sys
from pathlib import Path


def command(*words: str) -> str:
    """Return the command line of a verb, one that works in this folder.

    The script `roadmap` is on nobody's path unless its environment is active, so it is not named.
    """
    python = Path(sys.executable)
    if python.is_relative_to(Path.cwd()):
        python = python.relative_to(Path.cwd())
    return " ".join([str(python), "-m", "roadmap", *words])
