"""Notices when a test reads this repository's own content, which its editors may change freely."""

import os
import sys

from tests.projects import ROOT

_CONTENT = tuple(str(ROOT / name) for name in ("data", "docs", "mkdocs.yml", "macros.py"))
_READS = frozenset({"open", "os.listdir", "os.scandir"})

_read: list[str] = []


def watch() -> None:
    """Note from now on what is read of the content. There is no way back."""
    sys.addaudithook(_note)


def told() -> str | None:
    """Return what has been read since the last time, in words, or None."""
    read = ", ".join(dict.fromkeys(_read))
    _read.clear()
    return f"This repository's own content was read: {read}" if read else None


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if event not in _READS or not isinstance(arguments[0], str | bytes | os.PathLike):
        return
    path = os.fsdecode(arguments[0])
    if not path.startswith(os.sep):
        if event == "open" and arguments[1] is None:
            return  # `os.open` counts from a folder that it does not tell
        path = os.path.abspath(path)  # noqa: PTH100
    if path.startswith(_CONTENT) and _is_content(path):
        _read.append(path)


def _is_content(path: str) -> bool:
    return any(path == own or path.startswith(f"{own}{os.sep}") for own in _CONTENT)
