"""A broken document, and what becomes of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

# Told of a document that is read after all, and of one that is if there is time and memory.
READ = ""
EITHER = None


@dataclass(frozen=True)
class Case:
    """A document: its file name, what writes it, and words of the line that tells of it.

    `costly` if it takes seconds, or crashes the reader: those are for `bench.held`.
    """

    name: str
    write: Callable[[Path], object]
    told: str | None = READ
    costly: bool = False


def written(name: str, content: bytes, told: str | None = READ, costly: bool = False) -> Case:
    """Return the case of a file with this content."""
    return Case(name, lambda path: path.write_bytes(content), told, costly)


def made(
    name: str, content: Callable[[], bytes], told: str | None = READ, costly: bool = False
) -> Case:
    """As `written`, for a content that is large: it is made when the file is."""
    return Case(name, lambda path: path.write_bytes(content()), told, costly)
