"""Choose the reader of a document by its file ending, and explain errors in Swedish."""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from roadmap.datafiles.problems import reason
from roadmap.importing.lines import (
    Line,
    Manuscript,
    Progress,
    UnreadableError,
    check_pages,
    clean,
    too_much,
    unheard,
)
from roadmap.model import ImportLimits

_ENCODINGS = ("utf-8-sig", "cp1252")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_SAVE_AS = "Spara dokumentet som .docx, .pdf eller .txt."
# How files begin: the endings that they may have, what they are, and what to do if they have none.
_SIGNATURES = (
    (b"PK\x03\x04", ".docx", "ett Word-dokument eller en zip-fil", "Låt namnet sluta på .docx."),
    (b"%PDF-", ".pdf", "en PDF", "Låt namnet sluta på .pdf."),
    (b"\xd0\xcf\x11\xe0", "", "låst med lösenord, eller sparad i ett äldre format", _SAVE_AS),
    (b"{\\rtf", "", "ett RTF-dokument", _SAVE_AS),
    (b"<!doctype html", "", "en webbsida", _SAVE_AS),
    (b"<html", "", "en webbsida", _SAVE_AS),
)
_READ_AS = {
    ".docx": ("Word-dokument", "Öppna den i Word och spara den på nytt som .docx."),
    ".pdf": ("PDF", "Om den är låst med lösenord: spara den utan."),
    ".txt": ("text", "Spara den på nytt som ren text (UTF-8)."),
}


def read_manuscript(
    path: Path, limits: ImportLimits | None = None, progress: Progress = unheard
) -> Manuscript:
    """Read a .docx, .pdf or .txt; raise UnreadableError if that is not possible."""
    limits = limits or ImportLimits()
    ending = path.suffix.lower()
    if ending not in _READ_AS:
        which = f'Filer som slutar på "{path.suffix}"' if ending else "Filer utan ändelse"
        raise UnreadableError(f"{which} kan inte läsas. {_SAVE_AS}")
    raw = _content(path, limits.file_megabytes)
    for signature, right_ending, what, hint in _SIGNATURES:
        if ending != right_ending and raw[:20].lstrip().lower().startswith(signature.lower()):
            raise UnreadableError(f"Filen är {what}. {hint}")
    try:
        manuscript = _read(raw, ending, _name(path), limits, progress)
    except (UnreadableError, MemoryError):
        raise
    except Exception as error:  # the libraries pass on errors of many kinds besides their own
        kind, hint = _READ_AS[ending]
        raise UnreadableError(f"Filen går inte att läsa som {kind}. {hint}") from error
    if not manuscript.lines:
        raise UnreadableError("Dokumentet har ingen text.")
    check_pages(manuscript.pages or 1, limits)
    return manuscript


def _read(
    raw: bytes, ending: str, name: str, limits: ImportLimits, progress: Progress
) -> Manuscript:
    # The document libraries are slow to import, and most verbs do not need them.
    if ending == ".docx":
        from roadmap.importing import word

        return word.read(raw, name, limits)
    if ending == ".pdf":
        from roadmap.importing import pdf

        return pdf.read(raw, name, limits, progress)
    return _plain_text(raw, name)


def _content(path: Path, megabytes: int) -> bytes:
    """Return the bytes of a file. A large one is not read, nor what is no file, such as a disk."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise IsADirectoryError(errno.EISDIR, "")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError("Det är ingen vanlig fil.")
        size = status.st_size
        raw = path.read_bytes() if size <= megabytes * 10**6 else b""
    except FileNotFoundError:
        raise UnreadableError("Filen finns inte.") from None
    except OSError as error:
        raise UnreadableError(f"Filen går inte att läsa: {reason(error)}") from error
    if size > megabytes * 10**6:
        what = f"Filen är på {-(-size // 10**6)} MB, och högst {megabytes} MB läses."
        raise too_much(what, "file_megabytes")
    if not raw:
        raise UnreadableError("Filen är tom.")
    return raw


def _name(path: Path) -> str:
    """Return the file's name as text, also where the system has another encoding than it."""
    raw = os.fsencode(path.name)
    return clean(next(_attempts(raw), raw.decode("utf-8", "replace")))


def _plain_text(raw: bytes, name: str) -> Manuscript:
    text = _decoded(raw).replace("\r\n", "\n").replace("\r", "\n")
    rows = text.split("\n")
    # Some OCR programs write the form feed of a new page as a space first on its line.
    indented = [row for row in rows if row.startswith((" ", "\t"))]
    paged_by_spaces = (
        "\f" not in text
        and rows[0].startswith(" ")
        and all(row[1:2].strip() for row in indented)
        and len(indented) * 10 < len(rows)
    )
    lines: list[Line] = []
    page = 0 if text.startswith("\f") or paged_by_spaces else 1
    gap = True
    for row in rows:
        page += row.count("\f") + (paged_by_spaces and row.startswith(" "))
        words = clean(row)
        if words:
            lines.append(Line(words, page, gap))
        gap = not words
    paged = "\f" in text or paged_by_spaces
    if not paged:
        lines = [Line(line.text, None, line.starts) for line in lines]
    return Manuscript(name, tuple(lines), lines[-1].page if lines else None)


def _decoded(raw: bytes) -> str:
    if raw[:2] in _UTF_16:
        return raw.decode("utf-16", errors="replace")
    attempts = _attempts(raw) if b"\x00" not in raw else iter(())
    if (text := next(attempts, None)) is None:
        raise UnreadableError("Filen är ingen textfil. Spara den på nytt som ren text (UTF-8).")
    return text


def _attempts(raw: bytes) -> Iterator[str]:
    """Yield the text that the bytes are in each encoding that they may have."""
    for encoding in _ENCODINGS:
        with contextlib.suppress(UnicodeDecodeError):
            yield raw.decode(encoding)
