"""How to call the program from the present folder, for messages that say what to do."""

import sys
from pathlib import Path


def command(*words: str) -> str:
    """Return the command line of a verb, as it works in this folder.

    The script `roadmap` is only on the path if its environment is active, so it is not used.
    """
    python = Path(sys.executable)
    if python.is_relative_to(Path.cwd()):
        python = python.relative_to(Path.cwd())
    return " ".join([str(python), "-m", "roadmap", *words])
