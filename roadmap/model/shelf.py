"""Long texts, put away on the disk until somebody reads them.

The texts of thousands of responses are most of what there is to remember, and copies of the process
would have them once more each. A build reads each text a few times.
"""

import os
import tempfile
from collections.abc import Callable
from types import MemberDescriptorType
from typing import IO, Any, TypeVar

ClassT = TypeVar("ClassT")

_SIZE_BITS = 24  # a place says where a text begins, and in the lowest bits how many bytes it has


class _Shelf:
    """A file without a name, gone when the process is."""

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None
        self._owner = os.getpid()
        self._end = 0

    def put(self, text: str) -> int | None:
        """Put a text away and return its place; None where there is no room for it."""
        raw = text.encode()
        # A copy of the process would write where this one does. Not every system reads at a place.
        if self._owner != os.getpid() or len(raw) >> _SIZE_BITS or not hasattr(os, "pread"):
            return None
        try:
            # Open for as long as the process is there.
            self._file = self._file or tempfile.TemporaryFile(buffering=0)  # noqa: SIM115
            if os.pwrite(self._file.fileno(), raw, self._end) < len(raw):
                return None
        except OSError:
            return None
        place = self._end << _SIZE_BITS | len(raw)
        self._end += len(raw)
        return place

    def fetch(self, place: int) -> str:
        """Return the text at a place."""
        assert self._file
        size = place & ((1 << _SIZE_BITS) - 1)
        return os.pread(self._file.fileno(), size, place >> _SIZE_BITS).decode()


_shelf = _Shelf()


class _Field:
    """Stands for the slot of a field, which has a text or the place of one that is put away."""

    def __init__(self, slot: MemberDescriptorType) -> None:
        self._slot = slot

    def __get__(self, record: object, owner: type | None = None) -> Any:
        if record is None:
            return self
        value = self._slot.__get__(record)
        return _shelf.fetch(value) if isinstance(value, int) else value

    def __set__(self, record: object, value: object) -> None:
        self._slot.__set__(record, value)

    def put_away(self, record: object) -> None:
        value = self._slot.__get__(record)
        if isinstance(value, str):
            place = _shelf.put(value)
            self._slot.__set__(record, value if place is None else place)


def shelved(name: str) -> Callable[[type[ClassT]], type[ClassT]]:
    """Make it possible to put away the text that a class with slots has in this field."""

    def decorate(cls: type[ClassT]) -> type[ClassT]:
        setattr(cls, name, _Field(vars(cls)[name]))
        return cls

    return decorate


def put_away(record: object) -> None:
    """Put away the texts of a record that can be. They read as before."""
    for field in vars(type(record)).values():
        if isinstance(field, _Field):
            field.put_away(record)
