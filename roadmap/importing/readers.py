"""Choose the reader of a document by its file ending, and explain errors in Swedish."""

from pathlib import Path

from roadmap.importing.lines import Line, Manuscript, Progress, UnreadableError, clean

MAX_BYTES = 100_000_000
_ENCODINGS = ("utf-8-sig", "cp1252")


def read_manuscript(path: Path, progress: Progress) -> Manuscript:
    """Read a .docx, .pdf or .txt; raise UnreadableError if that is not possible."""
    ending = path.suffix.lower()
    if ending not in (".docx", ".pdf", ".txt"):
        hint = "Spara dokumentet som .docx, .pdf eller .txt."
        raise UnreadableError(f'Filer som slutar på "{path.suffix}" kan inte läsas. {hint}')
    if not path.is_file():
        raise UnreadableError(f"Filen {path} finns inte.")
    raw = path.read_bytes()
    if len(raw) > MAX_BYTES:
        raise UnreadableError(f"Filen är för stor: högst {MAX_BYTES // 10**6} MB.")
    # The document libraries are slow to import, and most verbs do not need them.
    if ending == ".docx":
        from roadmap.importing import word

        manuscript = word.read(raw, path.name)
    elif ending == ".pdf":
        from roadmap.importing import pdf

        manuscript = pdf.read(raw, path.name, progress)
    else:
        manuscript = _plain_text(raw, path.name)
    if not manuscript.lines:
        raise UnreadableError("Dokumentet har ingen text.")
    return manuscript


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
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16", errors="replace")
    if b"\x00" not in raw:
        for encoding in _ENCODINGS:
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError:
                continue
    raise UnreadableError("Filen är ingen textfil. Spara den på nytt som ren text (UTF-8).")
