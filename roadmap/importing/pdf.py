"""Read a PDF: the text layer of each page or, without one, its picture by OCR."""

import contextlib
import math
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2
from pypdfium2 import raw as pdfium

from roadmap.importing.lines import (
    Line,
    Manuscript,
    Progress,
    UnreadableError,
    check_pages,
    clean,
)
from roadmap.model import ImportLimits
from roadmap.text.source_text import superscript

_DPI = 300
_POINTS_PER_INCH = 72
# The most that is read of a page: an A2 at 300 pixels per inch, and the longest side that tesseract
# takes.
_PIXELS = 36_000_000
_SIDE = 32_000
# A page with fewer letters than this has no usable text layer.
_FEW_LETTERS = 8
# The distance to the line above, relative to the usual one, that begins a paragraph, and the
# relative difference in size that shows another kind of text.
_GAP = 1.3
_OTHER_SIZE = 0.15
_WORD = "5"  # the level of a word in tesseract's table
_INSTALL = "Installera det: sudo apt-get install tesseract-ocr tesseract-ocr-swe"


def read(raw: bytes, name: str, limits: ImportLimits, progress: Progress) -> Manuscript:
    """Read the bytes of a .pdf. Raises UnreadableError if OCR fails, PdfiumError for the rest."""
    with contextlib.closing(pypdfium2.PdfDocument(raw)) as document:
        count = len(document)
        check_pages(count, limits)
        lines: list[Line] = []
        for number in range(1, count + 1):
            with contextlib.closing(document[number - 1]) as page:
                rows = _text_layer(page)
                is_scanned = not rows
                lines.extend(_lines(rows or _ocr(page, number), number))
            progress(number, count, is_scanned)
        return Manuscript(_title(document) or name, tuple(lines), count)


def _title(document: pypdfium2.PdfDocument) -> str:
    try:
        return clean(document.get_metadata_value("Title"))
    except UnicodeDecodeError:
        return ""


@dataclass
class _Row:
    """A line of letters on the page, in points from the page's lower left corner."""

    text: str
    size: float
    bottom: float


def _lines(rows: Sequence[_Row], number: int) -> Iterator[Line]:
    """Yield the lines of a page; a paragraph begins after a distance greater than usual."""
    steps = sorted(above.bottom - below.bottom for above, below in pairwise(rows))
    downward = [step for step in steps if step > 0]
    # A low value, since a page of short paragraphs may have more gaps than usual distances.
    step = downward[len(downward) // 4] if downward else 0.0
    before: _Row | None = None
    for row in rows:
        if before is None:
            starts = number == 1  # else the page break may be inside a paragraph
        else:
            near = -1 < before.bottom - row.bottom < _GAP * step
            starts = not near or abs(before.size - row.size) > _OTHER_SIZE * row.size
        yield Line(row.text, number, starts)
        before = row


def _text_layer(page: pypdfium2.PdfPage) -> list[_Row]:
    rows: list[_Row] = []
    for row in _rows(page):
        # PDFium takes the raised digit that a footnote begins with for a separate line.
        mark = rows[-1].text if rows else ""
        if mark.isdigit() and rows[-1].size < 0.8 * row.size and row.bottom < rows[-1].bottom:
            before = rows.pop()
            row.text = f"{superscript(before.text)} {row.text}"
        rows.append(row)
    return rows if sum(len(row.text) for row in rows) >= _FEW_LETTERS else []


def _rows(page: pypdfium2.PdfPage) -> Iterator[_Row]:
    """Yield the lines of a page. Small raised digits become ¹, ², …"""
    with contextlib.closing(page.get_textpage()) as textpage:
        yield from _rows_of(textpage)


def _rows_of(textpage: pypdfium2.PdfTextPage) -> Iterator[_Row]:
    count = textpage.count_chars()
    characters: list[tuple[str, float, float]] = []
    for index in range(count + 1):
        character = chr(pdfium.FPDFText_GetUnicode(textpage, index)) if index < count else "\n"
        if character in "\r\n":
            if row := _row(characters):
                yield row
            characters = []
            continue
        # PDFium's marks for a word hyphenated at the end of a line.
        character = "-" if character in "\ufffe\u0002" else character
        _, bottom, _, top = textpage.get_charbox(index, loose=True)
        characters.append((character, bottom, top))


def _row(characters: list[tuple[str, float, float]]) -> _Row | None:
    visible = [character for character in characters if not character[0].isspace()]
    if not visible:
        return None
    size = median(top - bottom for _, bottom, top in visible)
    # Medians, so that a raised digit first in the line does not count.
    base = median(bottom for _, bottom, _ in visible)
    text = "".join(
        superscript(character)
        if character in "0123456789" and top - bottom < 0.8 * size and bottom > base + 0.1 * size
        else character
        for character, bottom, top in characters
    )
    words = clean(text)
    return _Row(words, size, base) if words else None


def _ocr(page: pypdfium2.PdfPage, number: int) -> list[_Row]:
    program = shutil.which("tesseract")
    if program is None:
        message = f"Sidan {number} är en bild. För att läsa den behövs programmet tesseract."
        raise UnreadableError(f"{message} {_INSTALL}")
    dpi = _resolution(page)
    if dpi < _POINTS_PER_INCH / 10:
        raise UnreadableError(f"Sidan {number} är en bild, och för stor för att läsas.")
    command = [program, "stdin", "stdout", "-l", "swe", "--dpi", str(dpi), "--psm", "4", "tsv"]
    # The threads of tesseract cost more time than they save.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    result = subprocess.run(
        command, input=_picture(page, dpi), capture_output=True, check=False, env=environment
    )
    if result.returncode:
        if b"swe" in result.stderr:
            raise UnreadableError(f"Programmet tesseract saknar svenska. {_INSTALL}")
        reason = result.stderr.decode("utf-8", "replace").strip().split("\n")[-1]
        reason = reason or f"kod {result.returncode}"
        raise UnreadableError(f"Sidan {number} gick inte att läsa med tesseract: {reason}")
    words_by_row: dict[tuple[str, ...], list[tuple[str, int, int]]] = {}
    for fields in (row.split("\t") for row in result.stdout.decode("utf-8").split("\n")):
        if fields[0] == _WORD and fields[-1].strip():
            top, height = int(fields[7]), int(fields[9])
            words_by_row.setdefault(tuple(fields[2:5]), []).append((fields[-1], top, height))
    return [_read_row(words, _POINTS_PER_INCH / dpi) for words in words_by_row.values()]


def _resolution(page: pypdfium2.PdfPage) -> int:
    """Return the pixels per inch at which a page is read: fewer if it is as large as a poster.

    A scan that does not know its size often says that it is: each of its pixels became a point.
    """
    width, height = page.get_size()
    scale = min(_SIDE / max(width, height), math.sqrt(_PIXELS / (width * height)))
    return min(_DPI, int(scale * _POINTS_PER_INCH))


def _picture(page: pypdfium2.PdfPage, dpi: int) -> bytes:
    """Return a page in the simplest picture format (PGM): a line of text, a byte per pixel."""
    bitmap = page.render(scale=dpi / _POINTS_PER_INCH, grayscale=True)
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    buffer = bytes(bitmap.buffer)
    bitmap.close()
    rows = b"".join(buffer[row * stride : row * stride + width] for row in range(height))
    return b"P5 %d %d 255\n" % (width, height) + rows


def _read_row(words: Sequence[tuple[str, int, int]], scale: float) -> _Row:
    """Return a line of words, each with its top and height in pixels from the page's top.

    `scale` is the size of a pixel in points.
    """
    heights = sorted(height for _, _, height in words)
    # Some words have letters that reach below the line; the others show where it is.
    bottoms = sorted(top + height for _, top, height in words)
    size = heights[len(heights) // 2] * scale
    bottom = -bottoms[len(bottoms) // 4] * scale
    return _Row(clean(" ".join(word for word, _, _ in words)), size, bottom)
