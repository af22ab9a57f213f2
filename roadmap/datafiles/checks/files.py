"""What may lie in `data/` and `docs/`: files that every system can hold and that may be published.

A site publishes what lies there, so nothing from outside the project may get in by a link.
"""

import os
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path, PurePosixPath

from roadmap.datafiles.files import entries_below, litter_below
from roadmap.datafiles.problems import Problem
from roadmap.model.dataset import CONTENT_FOLDERS
from roadmap.text.file_names import fault_of_name, same_on_some_disk
from roadmap.text.swedish import listing

# Documents that a browser shows or saves. It would run what an HTML or SVG file says.
_DOCUMENT_TYPES = (
    *(".pdf", ".docx", ".odt", ".rtf", ".txt", ".md", ".doc"),
    *(".csv", ".xlsx", ".ods", ".xls", ".pptx", ".odp"),
    *(".png", ".jpg", ".jpeg", ".tif", ".tiff"),
)
_SOURCES = ("data", "sources")


def files_can_be_published(root: Path) -> Iterator[Problem]:
    """Nothing leads out of the project, and every name and kind of file works everywhere.

    Warns about what programs have left behind, which is not published.
    """
    inside = root.resolve()
    kept_paths: dict[str, str] = {}
    for folder in CONTENT_FOLDERS:
        for entry in sorted(entries_below(root / folder), key=lambda entry: entry.path):
            path = PurePosixPath(folder, Path(entry.path).relative_to(root / folder))
            faults = (
                _fault_of_kind(entry, inside)
                or _fault_of_name(path, kept_paths)
                or _fault_of_type(path)
            )
            if faults:
                yield Problem(_shown(path), 1, 1, *faults)
        for left in litter_below(root / folder):
            message = "Filen är lämnad av ett program och läses inte."
            hint = "Ta bort den, och ta inte in den i git."
            name = PurePosixPath(folder, left.relative_to(root / folder))
            yield Problem(_shown(name), 1, 1, message, hint, "warning")


def _shown(path: PurePosixPath) -> str:
    return os.fsencode(path).decode(errors="replace")


# A message and what to do.
_Fault = tuple[str, str]


def _fault_of_kind(entry: os.DirEntry[str], inside: Path) -> _Fault | None:
    """Return what is wrong with a link, or with a file that is no ordinary file."""
    if entry.is_symlink():
        try:
            target = Path(entry.path).resolve(strict=True)
        except (OSError, RuntimeError):  # a circle is a RuntimeError before Python 3.13
            return "Länken leder ingenstans.", "Ta bort den eller lägg filen här i stället."
        if not target.is_relative_to(inside):
            hint = "Lägg en kopia av filen här i stället, om den ska publiceras."
            return "Länken leder ut ur projektet.", hint
        if target.is_dir():
            return "Länken leder till en mapp.", "Lägg filerna här i stället."
    if not entry.is_file():
        return "Det är ingen vanlig fil.", "Ta bort den."
    return None


def _fault_of_name(path: PurePosixPath, kept_paths: dict[str, str]) -> _Fault | None:
    """Return what is wrong with a name; `kept_paths` are the files and folders met so far."""
    rename = "Byt namn på filen eller mappen."
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return "Namnet är inte skrivet i UTF-8.", rename
    if message := next(filter(None, map(fault_of_name, path.parts)), None):
        return message, rename
    for part in accumulate(path.parts, lambda folder, name: f"{folder}/{name}"):
        other = kept_paths.setdefault(same_on_some_disk(part), part)
        if other != part:
            message = f"På många datorer är namnet detsamma som {other}."
            return message, "Stora och små bokstäver skiljer dem inte åt. Byt namn på det ena."
    return None


def _fault_of_type(path: PurePosixPath) -> _Fault | None:
    """Return what is wrong with a source document that is not of a known type."""
    if path.parts[:2] != _SOURCES or path.suffix.lower() in _DOCUMENT_TYPES:
        return None
    hint = f"Spara dokumentet som PDF. De typer som går är {listing(_DOCUMENT_TYPES)}."
    return "Dokument av den här typen publiceras inte.", hint
