"""The package that a Word or Excel file is: its parts, their references and their XML."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.opc.pkgreader import PackageReader
from docx.oxml import parse_xml
from docx.oxml.ns import nsmap

from roadmap.importing.lines import too_much

_MORE_NAMES = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "o": "urn:schemas-microsoft-com:office:office",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wp14": "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
    "v": "urn:schemas-microsoft-com:vml",
}
_NAMES = {**nsmap, **_MORE_NAMES}
# What Word calls "Strict Open XML Document" has other names for the same.
_STRICT = b"http://purl.oclc.org/ooxml/"
_USUAL = (
    (b"wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (b"drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (b"officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (
        b"officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


def name(short: str) -> str:
    """Return the full name of an element or attribute: "w:p" with its namespace."""
    prefix, local = short.split(":")
    return f"{{{_NAMES[prefix]}}}{local}"


VALUE = name("w:val")


def value(parent: Any, child: str, attribute: str = VALUE) -> str | None:
    """Return what a property says, such as w:val of w:numFmt; None if it is not there."""
    found = None if parent is None else parent.find(child)
    return None if found is None else found.get(attribute)


def is_on(properties: Any, child: str) -> bool | None:
    """Return whether a property is on; None if it is not there."""
    found = None if properties is None else properties.find(child)
    return None if found is None else found.get(VALUE) not in ("0", "false", "off")


def number(text: str | None) -> int | None:
    """Return a whole number in an attribute; None if it is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else None


@dataclass
class Part:
    """A file in the package. `relations` are its references to others, by their id."""

    path: str
    content_type: str
    blob: bytes
    relations: dict[str, "Relation"] = field(default_factory=dict)

    @property
    def file_name(self) -> str:
        """The name of the file, without its folders."""
        return self.path.rpartition("/")[2]

    def root(self) -> Any:
        """Return the XML of the part."""
        blob = self.blob
        if _STRICT in blob:
            for strict, usual in _USUAL:
                blob = blob.replace(_STRICT + strict, usual)
        root = parse_xml(blob)
        if root.getroottree().docinfo.doctype:
            raise ValueError("a document type, which may define words that are not read")
        return root

    def related(self, kind: str) -> "Iterator[Part]":
        """Yield the parts that this one refers to as of a kind, such as "footnotes"."""
        for relation in self.relations.values():
            if relation.kind == kind and relation.part:
                yield relation.part


@dataclass
class Relation:
    """A reference to a part, or to a file outside the package (then `part` is None)."""

    kind: str
    target: str
    part: Part | None = None


def opened(raw: bytes, megabytes: int) -> Part:
    """Return the package as a part whose relations are the package's own.

    Raises UnreadableError if it is too large, and errors of many kinds if it is broken.
    """
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        # No more is unpacked of a part than its size here.
        size = sum(part.file_size for part in package.infolist())
    if size > megabytes * 10**6:
        what = f"Dokumentet är {size // 10**6} MB uppackat, och högst {megabytes} MB läses."
        raise too_much(what, "file_megabytes")
    reader = PackageReader.from_file(io.BytesIO(raw))  # type: ignore[no-untyped-call]
    parts = {"/": Part("/", "", b"")}
    for path, content_type, _, blob in reader.iter_sparts():
        parts[path] = Part(str(path), content_type, blob)
    for source, relation in reader.iter_srels():
        kind = relation.reltype.rpartition("/")[2]
        target = None if relation.is_external else parts[relation.target_partname]
        parts[source].relations[relation.rId] = Relation(kind, relation.target_ref, target)
    return parts["/"]
