"""What stands on top of a page of a PDF: filled-in fields, typed-on text, and remarks."""

import ctypes
import html
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pypdfium2
from pypdfium2 import raw as pdfium

from roadmap.importing.fragments import Fragment
from roadmap.importing.lines import clean
from roadmap.importing.text_layer import turned

_REMARK = "Kommentar i PDF:en."
_HIDDEN = "Dolt fält eller dold anteckning i PDF:en."
_UNFILLED = "Ifyllnadshjälp i ett fält som ingen har fyllt i."
_STAMP = "en stämpel är inte inläst."
_STRUCK = "text är överstruken med PDF:ens verktyg. Den är inläst ändå."
_SIGNED = "ett fält för underskrift är inte inläst."
_FILE = "en bifogad fil är inte inläst."
_SIZE = 12.0  # points: a line of typed text is no higher
_TICKED, _UNTICKED = "☒", "☐"
_PROMPT = re.compile(
    r"(klicka|tryck|skriv|ange|fyll i|välj)\b.{0,40}\bhär\b.{0,40}"
    r"|(ange|välj|skriv)( (in|ett?|en|din))* (alternativ|objekt|datum|text)\W*|\W*välj\W*",
    re.IGNORECASE,
)
_TEXT_FIELDS = (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX)
_BOXES = (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON)
_STRUCK_OUT = (pdfium.FPDF_ANNOT_STRIKEOUT, pdfium.FPDF_ANNOT_REDACT)
_NOT_SEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW


@dataclass
class Overlay:
    """What stands on a page: text in its place, texts beside it with why, and what to tell."""

    fragments: list[Fragment] = field(default_factory=list)
    aside: list[tuple[str, str]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


def overlay(page: pypdfium2.PdfPage, turn: int) -> Overlay:
    """Return what stands on top of a page whose text is turned so often."""
    found = Overlay()
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        with _annotation(page, index) as annotation:
            if annotation:
                _Annotation(annotation, page, turn).add_to(found)
    return found


def told_of(document: pypdfium2.PdfDocument) -> Iterator[str]:
    """Yield what is not read of a document's form, and of what it has besides its pages."""
    if document.get_formtype() in (pdfium.FORMTYPE_XFA_FULL, pdfium.FORMTYPE_XFA_FOREGROUND):
        yield (
            "PDF:en är ett formulär av en sort (XFA) som inte kan läsas fullt ut. "
            "Öppna den, skriv ut den till en ny PDF och jämför."
        )
    if pdfium.FPDFDoc_GetJavaScriptActionCount(document) > 0:
        yield "PDF:en har skript, som inte körs. Det som de räknar ut eller visar är inte inläst."
    for index in range(min(document.count_attachments(), 20)):
        name = clean(document.get_attachment(index).get_name())
        yield f'Filen "{name}" ligger i PDF:en och är inte inläst.'


@contextmanager
def _annotation(page: pypdfium2.PdfPage, index: int) -> Iterator[object]:
    annotation = pdfium.FPDFPage_GetAnnot(page, index)
    try:
        yield annotation
    finally:
        if annotation:
            pdfium.FPDFPage_CloseAnnot(annotation)


class _Annotation:
    """One annotation, as PDF calls it: a field, a note, typed text …"""

    def __init__(self, raw: object, page: pypdfium2.PdfPage, turn: int) -> None:
        self._raw = raw
        self._form = page.formenv
        self._turn = turn
        self._kind = pdfium.FPDFAnnot_GetSubtype(raw)

    def add_to(self, found: Overlay) -> None:
        if self._kind == pdfium.FPDF_ANNOT_WIDGET:
            self._add_field(found)
        elif self._kind == pdfium.FPDF_ANNOT_POPUP or self._kind == pdfium.FPDF_ANNOT_LINK:
            return  # the note that it belongs to has its words; a link has none
        elif self._kind == pdfium.FPDF_ANNOT_FREETEXT:
            self._put(found, self._contents())
        else:
            if text := clean(self._contents()):
                found.aside.append((text, _REMARK))
            elif self._kind == pdfium.FPDF_ANNOT_STAMP:
                found.told.append(_STAMP)
            if self._kind in _STRUCK_OUT:
                found.told.append(_STRUCK)
            elif self._kind == pdfium.FPDF_ANNOT_FILEATTACHMENT:
                found.told.append(_FILE)

    def _add_field(self, found: Overlay) -> None:
        if not self._form:
            return
        kind = pdfium.FPDFAnnot_GetFormFieldType(self._form, self._raw)
        if kind in _BOXES:
            is_ticked = pdfium.FPDFAnnot_IsChecked(self._form, self._raw)
            self._put(found, _TICKED if is_ticked else _UNTICKED)
        elif kind == pdfium.FPDF_FORMFIELD_LISTBOX:
            self._put(found, "\n".join(self._chosen()))
        elif kind in _TEXT_FIELDS:
            value = _string(pdfium.FPDFAnnot_GetFormFieldValue, self._form, self._raw)
            if _PROMPT.fullmatch(clean(value)):
                found.aside.append((clean(value), _UNFILLED))
            else:
                self._put(found, value)
        elif kind == pdfium.FPDF_FORMFIELD_SIGNATURE:
            found.told.append(_SIGNED)

    def _chosen(self) -> Iterator[str]:
        for option in range(pdfium.FPDFAnnot_GetOptionCount(self._form, self._raw)):
            if pdfium.FPDFAnnot_IsOptionSelected(self._form, self._raw, option):
                yield _string(pdfium.FPDFAnnot_GetOptionLabel, self._form, self._raw, option)

    def _contents(self) -> str:
        if contents := _string(pdfium.FPDFAnnot_GetStringValue, self._raw, b"Contents"):
            return contents
        rich = _string(pdfium.FPDFAnnot_GetStringValue, self._raw, b"RC")
        return html.unescape(re.sub(r"<[^>]*>", "", re.sub(r"</p>|<br\s*/?>", "\n", rich)))

    def _put(self, found: Overlay, text: str) -> None:
        """Add text where the annotation stands, its first line beside what is there."""
        rows = [row for row in map(clean, re.split(r"\r\n?|\n", text)) if row]
        if pdfium.FPDFAnnot_GetFlags(self._raw) & _NOT_SEEN:
            if rows and rows != [_UNTICKED]:
                found.aside.append((" ".join(rows), _HIDDEN))
            return
        rect = pdfium.FS_RECTF()
        pdfium.FPDFAnnot_GetRect(self._raw, ctypes.byref(rect))
        (left, right), (bottom, top) = (
            sorted((rect.left, rect.right)),
            sorted((rect.bottom, rect.top)),
        )
        left, bottom, right, top = turned(left, bottom, right, top, self._turn)
        step = min((top - bottom) / max(len(rows), 1), 1.2 * _SIZE)
        size = min(step, _SIZE)
        # One line stands in the middle, several from the top; a high field for one line as well.
        is_high = len(rows) > 1 or top - bottom > 2.5 * _SIZE
        upper = top if is_high else (top + bottom + size) / 2
        for number, row in enumerate(rows):
            row_top = upper - number * step
            is_later = number > 0
            found.fragments.append(
                Fragment(row, left, right, row_top - size, row_top, is_later, typed=True)
            )


def _string(function: Callable[..., int], *arguments: object) -> str:
    """Return a text that PDFium writes into a buffer, as UTF-16."""
    size = function(*arguments, None, 0)
    buffer = ctypes.create_string_buffer(size)
    function(*arguments, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")
