"""Write PDFs with what officers put on their pages: columns, fields, remarks, turned text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

Place = tuple[float, float]
A4 = (595, 842)


@dataclass
class Page:
    """A page: pieces of text, each at its place, operators before them, and annotations."""

    texts: list[tuple[float, float, str]] = field(default_factory=list)
    annotations: list[str] = field(default_factory=list)
    drawn: str = ""
    matrix: str = "1 0 0 1"
    mode: int = 0  # 3 is invisible

    def write(self, left: float, top: float, rows: Sequence[str], leading: float = 14.0) -> None:
        """Write rows of text below each other."""
        for number, row in enumerate(rows):
            self.texts.append((left, top - number * leading, row))

    def rule(self, lefts: Sequence[float], tops: Sequence[float]) -> None:
        """Draw the lines of a table: each side of a cell by itself, as Word does."""
        for top in tops:
            for left, right in pairwise(lefts):
                self.drawn += f"{left} {top - 0.25} {right - left} 0.5 re f\n"
        for left in lefts:
            for top, bottom in pairwise(tops):
                self.drawn += f"{left - 0.25} {bottom} 0.5 {top - bottom} re f\n"

    def content(self) -> bytes:
        """Return the operators of the page."""
        shown = [
            f"BT /F 10 Tf {self.mode} Tr {self.matrix} {left} {bottom} Tm ({escaped(text)}) Tj ET"
            for left, bottom, text in self.texts
        ]
        return "\n".join([self.drawn, *shown]).encode("cp1252")


def escaped(text: str) -> str:
    """Return a text as it stands between parentheses in a PDF."""
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def text_string(text: str) -> str:
    """Return a string object that may have any letters."""
    marked = "\ufeff" + text
    return f"<{marked.encode('utf-16-be').hex()}>"


def annotation(kind: str, box: Sequence[float], entries: str) -> str:
    """Return an annotation object."""
    rect = " ".join(f"{side}" for side in box)
    return f"<< /Type /Annot /Subtype /{kind} /Rect [{rect}] {entries} >>"


def field_of(kind: str, box: Sequence[float], name: str, entries: str = "") -> str:
    """Return a form field, with its tooltip."""
    told = f"/FT /{kind} /T ({name}) /TU (Tips om {name}) {entries}"
    return annotation("Widget", box, told)


def box_field(box: Sequence[float], name: str, is_ticked: bool, flags: int = 0) -> str:
    """Return a check box, or a radio button with other flags."""
    state = "/Ja" if is_ticked else "/Off"
    states = "/AP << /N << /Ja null /Off null >> >>"
    return field_of("Btn", box, name, f"/V {state} /AS {state} /Ff {flags} {states}")


def pdf_of(
    pages: Sequence[Page], catalog: str = "", more: Mapping[int, bytes] | None = None
) -> bytes:
    """Return a PDF. `catalog` has entries of its catalog, and `more` further objects by number."""
    objects: dict[int, bytes] = {
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    }
    kids, fields = [], []
    number = 10
    for page in pages:
        annotations = [f"{number + 2 + index} 0 R" for index in range(len(page.annotations))]
        for index, item in enumerate(page.annotations):
            objects[number + 2 + index] = item.encode("cp1252")
            if "/Widget" in item:
                fields.append(annotations[index])
        kids.append(f"{number} 0 R")
        resources = "/Resources << /Font << /F 3 0 R >> /XObject << /X 4 0 R >> >>"
        objects[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {A4[0]} {A4[1]}] {resources}"
            f" /Contents {number + 1} 0 R /Annots [{' '.join(annotations)}] >>"
        ).encode()
        content = page.content()
        head = b"<< /Length %d >>\nstream\n" % len(content)
        objects[number + 1] = head + content + b"\nendstream"
        number += 2 + len(page.annotations)
    form = f"/AcroForm << /Fields [{' '.join(fields)}] >>" if fields and not catalog else ""
    objects[1] = f"<< /Type /Catalog /Pages 2 0 R {form} {catalog} >>".encode()
    objects[2] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    return _file(objects | dict(more or {}))


def _file(objects: Mapping[int, bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 %s \n" % (places.get(number, 0), b"n" if number in places else b"f")
    return bytes(
        out + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, start)
    )
