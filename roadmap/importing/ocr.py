"""Read the picture of a page with tesseract, also if it lies on its side or upside down."""

import math
import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pypdfium2

from roadmap.importing.fragments import Fragment, Row
from roadmap.importing.lines import UnreadableError, clean

_DPI = 300
_ROUGH_DPI = 150  # to see which way a page lies
_POINTS_PER_INCH = 72
# The most that is read of a page: an A2 at 300 pixels per inch, and the longest side that tesseract
# takes.
_PIXELS = 36_000_000
_SIDE = 32_000
_WORD = "5"  # the level of a word in tesseract's table
_INSTALL = "Installera det: sudo apt-get install tesseract-ocr tesseract-ocr-swe"
# How sure (0 to 100) tesseract is on an ordinary page, and on one that lies wrong.
_SURE = 75.0
_DOUBTFUL = 65.0
_BETTER = 10.0  # how much surer it must be of a page that is turned
_SIDES = {90: "på sidan", 180: "upp och ner", 270: "på sidan"}


@dataclass
class Reading:
    """The rows of words on a page, how sure tesseract is of them, and what to tell of it."""

    rows: list[Row]
    certainty: float
    told: list[str] = field(default_factory=list)

    @property
    def letters(self) -> int:
        """How many letters there are."""
        return sum(len(word.text) for row in self.rows for word in row)


def read_picture(page: pypdfium2.PdfPage, number: int) -> Reading:
    """Return what stands on the picture of a page. Raises UnreadableError if that is impossible."""
    program = shutil.which("tesseract")
    if program is None:
        message = f"Sidan {number} är en bild. För att läsa den behövs programmet tesseract."
        raise UnreadableError(f"{message} {_INSTALL}")
    dpi = _resolution(page)
    if dpi < _POINTS_PER_INCH / 10:
        raise UnreadableError(f"Sidan {number} är en bild, och för stor för att läsas.")
    reading = _read(program, page, number, dpi, 0)
    if reading.certainty < _DOUBTFUL:
        rough = min(dpi, _ROUGH_DPI)
        tries = {turn: _read(program, page, number, rough, turn) for turn in _SIDES}
        turn = max(tries, key=lambda item: _weight(tries[item]))
        if _weight(tries[turn]) > 0 and tries[turn].certainty > reading.certainty + _BETTER:
            reading = _read(program, page, number, dpi, turn)
            reading.told.append(f"den skannade sidan ligger {_SIDES[turn]} och är inläst rättvänd.")
    if reading.letters and reading.certainty < _SURE:
        share = f"{reading.certainty:.0f} procent"
        told = f"den skannade texten är svår att läsa ({share} säkerhet). Jämför med dokumentet."
        reading.told.append(told)
    return reading


def compared_picture(
    page: pypdfium2.PdfPage, number: int, agrees: Callable[[Reading], bool]
) -> Reading | None:
    """Return what stands on the picture of a page that has a text already.

    None if the text agrees with the picture, or if the picture cannot be read for sure.
    """
    program = shutil.which("tesseract")
    dpi = min(_resolution(page), _ROUGH_DPI)
    if program is None or dpi < _POINTS_PER_INCH / 10:
        return None
    if agrees(_read(program, page, number, dpi, 0)):
        return None
    reading = read_picture(page, number)
    return None if reading.certainty < _DOUBTFUL or agrees(reading) else reading


def _weight(reading: Reading) -> float:
    """Return how well a page was read: a few sure letters are worth less than many."""
    return reading.certainty * math.log1p(reading.letters)


def _read(program: str, page: pypdfium2.PdfPage, number: int, dpi: int, turn: int) -> Reading:
    command = [program, "stdin", "stdout", "-l", "swe", "--dpi", str(dpi), "--psm", "4", "tsv"]
    # The threads of tesseract cost more time than they save.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    result = subprocess.run(
        command, input=_picture(page, dpi, turn), capture_output=True, check=False, env=environment
    )
    if result.returncode:
        if b"swe" in result.stderr:
            raise UnreadableError(f"Programmet tesseract saknar svenska. {_INSTALL}")
        reason = result.stderr.decode("utf-8", "replace").strip().split("\n")[-1]
        reason = reason or f"kod {result.returncode}"
        raise UnreadableError(f"Sidan {number} gick inte att läsa med tesseract: {reason}")
    return _reading(result.stdout.decode("utf-8"), _POINTS_PER_INCH / dpi)


def _reading(table: str, scale: float) -> Reading:
    """Return the words in tesseract's table; `scale` is the size of a pixel in points."""
    words_by_row: dict[tuple[str, ...], list[Fragment]] = {}
    certainties: list[tuple[float, int]] = []
    for fields in (row.split("\t") for row in table.split("\n")):
        if fields[0] == _WORD and (text := clean(fields[-1])):
            left, top, width, height = (int(value) * scale for value in fields[6:10])
            word = Fragment(text, left, left + width, -top - height, -top)
            words_by_row.setdefault(tuple(fields[2:5]), []).append(word)
            certainties.append((float(fields[10]), len(text)))
    letters = sum(length for _, length in certainties)
    total = sum(certainty * length for certainty, length in certainties)
    rows = [_level(words) for words in words_by_row.values()]
    return Reading(rows, total / letters if letters else 0.0)


def _level(words: Sequence[Fragment]) -> Row:
    """Return a row whose words are as high as most of them, on the line that most stand on.

    Some words have letters that reach below the line; the others show where it is.
    """
    sizes = sorted(word.size for word in words)
    bottoms = sorted((word.bottom for word in words), reverse=True)
    size, bottom = sizes[len(sizes) // 2], bottoms[len(bottoms) // 4]
    return [Fragment(word.text, word.left, word.right, bottom, bottom + size) for word in words]


def _resolution(page: pypdfium2.PdfPage) -> int:
    """Return the pixels per inch at which a page is read: fewer if it is as large as a poster.

    A scan that does not know its size often says that it is: each of its pixels became a point.
    """
    width, height = page.get_size()
    scale = min(_SIDE / max(width, height), math.sqrt(_PIXELS / (width * height)))
    return min(_DPI, int(scale * _POINTS_PER_INCH))


def _picture(page: pypdfium2.PdfPage, dpi: int, turn: int) -> bytes:
    """Return a page in the simplest picture format (PGM): a line of text, a byte per pixel.

    Fields and remarks are read as such, so they are not in it.
    """
    bitmap = page.render(
        scale=dpi / _POINTS_PER_INCH,
        rotation=turn,
        grayscale=True,
        draw_annots=False,
        may_draw_forms=False,
    )
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    buffer = bytes(bitmap.buffer)
    bitmap.close()
    rows = b"".join(buffer[row * stride : row * stride + width] for row in range(height))
    return b"P5 %d %d 255\n" % (width, height) + rows
