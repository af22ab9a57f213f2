"""The text layer of a page of a PDF: its letters, and how they are turned."""

import ctypes
import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Literal

import pypdfium2
from pypdfium2 import raw as pdfium

from roadmap.importing.fragments import Fragment

_OTHER_SIZE = 0.8
_OTHER_BASE = 0.1
_BELOW, _ABOVE = 0.2, 0.7  # of its size: how far a letter reaches from its line
_TINY = 2.0  # points, the size of letters that nobody can read
_WHITE = 250  # of 255
_GROUNDS = [
    pdfium.FPDF_PAGEOBJ_PATH,
    pdfium.FPDF_PAGEOBJ_IMAGE,
    pdfium.FPDF_PAGEOBJ_SHADING,
]
_MANY_GROUNDS = 10_000
_TILTED = 10  # degrees from upright, sideways or upside down
_INVISIBLE = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
# PDFium's marks for a word hyphenated at the end of a line, and the hyphens that show there only.
_HYPHENS = "\ufffe\u0002\u00ad"


Ink = Literal["any", "white", "none"]
Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass
class TextLayer:
    """The fragments of a page by how they are turned: quarter turns, or none that is one.

    `invisible` are those that are not drawn, such as what a scanner has read.
    """

    shown: dict[int | None, list[Fragment]]
    invisible: list[Fragment]
    turn: int = 0

    @property
    def upright(self) -> list[Fragment]:
        """The text that most of the page is in."""
        return self.shown.get(self.turn, [])

    @property
    def others(self) -> Iterator[tuple[int | None, list[Fragment]]]:
        """The text that lies otherwise."""
        return ((turn, items) for turn, items in self.shown.items() if turn != self.turn)

    def show(self) -> None:
        """Let the text that is not drawn stand beside what is."""
        self.shown.setdefault(self.turn, []).extend(self.invisible)
        self.invisible = []

    @property
    def letters(self) -> int:
        """How many letters are shown."""
        return sum(len(item.text) for items in self.shown.values() for item in items)


def turned(left: float, bottom: float, right: float, top: float, turn: int) -> Box:
    """Return a box as left, bottom, right, top when the page is turned back a quarter so often."""
    match turn:
        case 1:
            return bottom, -right, top, -left
        case 2:
            return -right, -top, -left, -bottom
        case 3:
            return -top, left, -bottom, right
        case _:
            return left, bottom, right, top


def text_layer(textpage: pypdfium2.PdfTextPage) -> TextLayer:
    """Return the text of a page."""
    shown: dict[int | None, list[Fragment]] = defaultdict(list)
    invisible: list[Fragment] = []
    on_colour = _Ground(textpage.page)
    for ink, fragment, turn in _fragments(textpage):
        tiny = 0 < fragment.size < _TINY
        if ink == "none" or tiny or (ink == "white" and not on_colour(fragment, turn)):
            invisible.append(fragment)
        else:
            shown[turn].append(fragment)
    sizes = {turn: sum(len(item.text) for item in items) for turn, items in shown.items()}
    quarters = [turn for turn in sizes if turn is not None]
    turn = max(quarters, key=lambda item: sizes[item], default=0)
    return TextLayer(shown, invisible, turn)


class _Inks:
    """Knows what each letter is drawn with, by the object of the page that it is in."""

    def __init__(self, textpage: pypdfium2.PdfTextPage) -> None:
        self._handle = textpage.raw
        self._known: dict[int | None, Ink] = {}

    def of(self, index: int) -> Ink:
        """Return the ink of a letter by its place in the text."""
        drawn = pdfium.FPDFText_GetTextObject(self._handle, index)
        key = ctypes.cast(drawn, ctypes.c_void_p).value
        if key not in self._known:
            mode = pdfium.FPDFTextObj_GetTextRenderMode(drawn) if drawn else None
            white = mode == pdfium.FPDF_TEXTRENDERMODE_FILL and _is_white(drawn)
            self._known[key] = "none" if mode == _INVISIBLE else "white" if white else "any"
        return self._known[key]


class _Heights:
    """Knows of each letter whether its font says how high its letters are.

    LibreOffice writes fonts that do not, and the box of each letter is then as low as that letter.
    """

    def __init__(self, textpage: pypdfium2.PdfTextPage) -> None:
        self._handle = textpage.raw
        self._known: dict[int | None, float] = {}

    def unsaid_size(self, index: int) -> float:
        """Return the size of a letter whose font does not say it; else 0."""
        drawn = pdfium.FPDFText_GetTextObject(self._handle, index)
        key = ctypes.cast(drawn, ctypes.c_void_p).value
        if key not in self._known:
            font = pdfium.FPDFTextObj_GetFont(drawn) if drawn else None
            ascent, descent, matrix = ctypes.c_float(), ctypes.c_float(), pdfium.FS_MATRIX()
            is_said = font is None or (
                pdfium.FPDFFont_GetAscent(font, 1, ctypes.byref(ascent))
                and pdfium.FPDFFont_GetDescent(font, 1, ctypes.byref(descent))
                and ascent.value >= _ABOVE / 2
                and descent.value <= -_BELOW / 2
            )
            pdfium.FPDFText_GetMatrix(self._handle, index, ctypes.byref(matrix))
            size = pdfium.FPDFText_GetFontSize(self._handle, index)
            self._known[key] = 0 if is_said else size * math.hypot(matrix.c, matrix.d)
        return self._known[key]

    def base(self, index: int) -> float:
        """Return the height of the line that a letter stands on."""
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self._handle, index, ctypes.byref(x), ctypes.byref(y))
        return y.value


def _is_white(drawn: Any) -> bool:
    """Whether a thing is filled with white, or with nothing."""
    parts = [ctypes.c_uint() for _ in range(4)]
    if not drawn or not pdfium.FPDFPageObj_GetFillColor(drawn, *map(ctypes.byref, parts)):
        return False
    red, green, blue, opacity = (part.value for part in parts)
    return opacity == 0 or min(red, green, blue) >= _WHITE


class _Ground:
    """Knows what of a page has a colour, or a picture, that white letters can be seen on."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._page = page
        self._boxes: list[Box] | None = None

    def __call__(self, fragment: Fragment, turn: int | None) -> bool:
        if self._boxes is None:
            found = islice(self._page.get_objects(_GROUNDS, max_depth=3), _MANY_GROUNDS)
            self._boxes = [item.get_bounds() for item in found if not _is_white(item.raw)]
        if turn is None:
            return bool(self._boxes)
        x, y = (fragment.left + fragment.right) / 2, (fragment.bottom + fragment.top) / 2
        boxes = (turned(*box, turn) for box in self._boxes)
        return any(left <= x <= right and bottom <= y <= top for left, bottom, right, top in boxes)


def _fragments(textpage: pypdfium2.PdfTextPage) -> Iterator[tuple[Ink, Fragment, int | None]]:
    """Yield the pieces of text in one size and ink on one line, and how they are turned."""
    unicode_of, box_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    handle, rect = textpage.raw, pdfium.FS_RECTF()
    pointer = ctypes.byref(rect)
    letters: list[str] = []
    current: Fragment | None = None
    inks, heights = _Inks(textpage), _Heights(textpage)
    size = base = 0.0
    ink: Ink = "any"
    turn: int | None = 0
    is_new_line = True
    before: Box | None = None
    for index in range(textpage.count_chars()):
        character = chr(unicode_of(handle, index))
        if character in "\r\n":
            is_new_line = True
            continue
        if character.isspace():
            if letters:
                letters.append(" ")
            continue
        if character in _HYPHENS:
            character = "-"
        if is_new_line:
            new_turn = _turn(pdfium.FPDFText_GetCharAngle(handle, index))
        box_of(handle, index, pointer)
        left, bottom, right, top = rect.left, rect.bottom, rect.right, rect.top
        if is_new_line or letters[-1] == " ":
            size = heights.unsaid_size(index)
        if size and new_turn == 0:
            above, base = base, heights.base(index)
            if base != above:
                size = heights.unsaid_size(index)  # it may be a small raised digit
            bottom, top = min(bottom, base - _BELOW * size), max(top, base + _ABOVE * size)
        if new_turn:
            left, bottom, right, top = turned(left, bottom, right, top, new_turn)
        # The letters of a glyph that stands for several, as "tt" may, have one place.
        same_glyph = before == (left, bottom, right, top)
        before = left, bottom, right, top
        if (
            current
            and not is_new_line
            and (letters[-1] != " " or inks.of(index) == ink)
            and (same_glyph or new_turn is None or _continues(current, left, bottom, top))
        ):
            current.right = max(current.right, right)
        else:
            if current:
                current.text = "".join(letters)
                yield ink, current, turn
            letters, ink, turn = [], inks.of(index), new_turn
            current = Fragment("", left, right, bottom, top)
        letters.append(character)
        is_new_line = False
    if current:
        current.text = "".join(letters)
        yield ink, current, turn


def _continues(current: Fragment, left: float, bottom: float, top: float) -> bool:
    """Whether a letter belongs to the piece: beside it, in its size, at its height."""
    size, ours = top - bottom, current.size
    return (
        _OTHER_SIZE * ours <= size <= ours / _OTHER_SIZE
        and abs(bottom - current.bottom) <= _OTHER_BASE * ours
        and -0.5 * ours <= left - current.right <= ours
    )


def _turn(angle: float) -> int | None:
    """Return how many quarters text is turned to the left; None if it is tilted."""
    degrees = -math.degrees(angle) % 360  # PDFium counts to the right
    quarters = round(degrees / 90)
    return quarters % 4 if abs(degrees - 90 * quarters) <= _TILTED else None
