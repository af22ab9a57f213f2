"""The files that something new begins with, written for the person who fills them in.

`response.yml` is a response. Knows nothing else of the package.
"""

from functools import cache
from pathlib import Path


@cache
def starter(name: str) -> str:
    """Return the text of a starter file, given its name."""
    return (Path(__file__).parent / name).read_text("utf-8")
