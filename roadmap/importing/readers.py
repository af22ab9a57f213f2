"""Choose the reader of a document by its file ending, and explain errors in Swedish."""

import errno
import os
import re
import stat
from pathlib import Path

from roadmap.datafiles.problems import reason
from roadmap.importing import plain_text
from roadmap.importing.lines import (
    Manuscript,
    Progress,
    UnreadableError,
    check_pages,
    no_progress,
    too_much,
)
from roadmap.model import ImportLimits

_SAVE_AS = "Spara dokumentet som .docx, .pdf eller .txt."
_PROBE = 4000  # bytes that show what a file is
# The marks and the zeros of text that has several bytes to a letter.
_WIDE = re.compile(rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)+|\0")
# How files begin: the endings that they may have, what they are, and what to do if they have none.
_SIGNATURES = (
    (rb"PK\x03\x04", ".docx", "ett Word-dokument eller en zip-fil", "Låt namnet sluta på .docx."),
    (rb"%PDF-", ".pdf", "en PDF", "Låt namnet sluta på .pdf."),
    (rb"\xd0\xcf\x11\xe0", "", "låst med lösenord, eller sparad i ett äldre format", _SAVE_AS),
    (rb"\{\\rtf", "", "ett RTF-dokument", _SAVE_AS),
    (
        rb"(?:<(?:\?|!--)[^>]*>\s*)*<(?:!doctype|html|head|body|div|p|span|table|h\d|br|ul)\b",
        "",
        "en webbsida",
        _SAVE_AS,
    ),
    (
        rb"(?:[\w-]+:.*\n(?:[ \t].*\n)*)*?(?:mime-version|content-transfer-encoding):",
        "",
        "ett e-postmeddelande som det skickades mellan datorer",
        "Öppna det i e-postprogrammet och spara det som ren text (.txt).",
    ),
)
_READ_AS = {
    ".docx": ("Word-dokument", "Öppna den i Word och spara den på nytt som .docx."),
    ".pdf": ("PDF", "Om den är låst med lösenord: spara den utan."),
    ".txt": ("text", "Spara den på nytt som ren text (UTF-8)."),
}


def read_manuscript(
    path: Path, limits: ImportLimits | None = None, progress: Progress = no_progress
) -> Manuscript:
    """Read a .docx, .pdf or .txt; raise UnreadableError if that is not possible."""
    limits = limits or ImportLimits()
    ending = path.suffix.lower()
    if ending not in _READ_AS:
        which = f'Filer som slutar på "{path.suffix}"' if ending else "Filer utan ändelse"
        raise UnreadableError(f"{which} kan inte läsas. {_SAVE_AS}")
    raw = content(path, limits.file_megabytes)
    beginning = _WIDE.sub(b"", raw[:_PROBE]).lstrip().replace(b"\r\n", b"\n")
    for signature, right_ending, what, hint in _SIGNATURES:
        if ending != right_ending and re.match(signature, beginning, re.IGNORECASE):
            raise UnreadableError(f"Filen är {what}. {hint}")
    try:
        manuscript = _read(
            raw, ending, plain_text.file_name(os.fsencode(path.name)), limits, progress
        )
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
    return plain_text.read(raw, name)


def content(path: Path, megabytes: int) -> bytes:
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
