"""Pictures that stand on every page: how large they are, and what a browser may not run in them."""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

TYPES = {".svg": "image/svg+xml", ".png": "image/png"}
# Bytes: more would be a large part of what a first visit may weigh.
HEAVIEST = 20_000

_PNG = b"\x89PNG\r\n\x1a\n"
_NUMBER = r"\d+(?:\.\d+)?"
_LENGTH = re.compile(rf"({_NUMBER})(?:px)?")
_VIEW_BOX = re.compile(rf"-?{_NUMBER}[\s,]+-?{_NUMBER}[\s,]+({_NUMBER})[\s,]+({_NUMBER})")
_OWN = re.compile(r"#[\w.-]+|data:image/png;base64,[\w+/=\s]*")
_FOREIGN_URL = re.compile(r"url\(\s*[\"']?(?!#)", re.IGNORECASE)
_RUN = {"script", "foreignObject", "iframe", "embed", "object", "handler", "listener"}
_CHANGED = {"animate", "animateMotion", "animateTransform", "set"}


@dataclass(frozen=True)
class Size:
    """The width and the height of a picture, of which the proportion counts."""

    width: float
    height: float


def picture_size(suffix: str, raw: bytes) -> Size | None:
    """Return the size of a picture; None if it says none, or is no picture of this kind."""
    if suffix == ".png":
        if len(raw) < 24 or not raw.startswith(_PNG):
            return None
        return _sound(*struct.unpack(">II", raw[16:24]))
    root = _svg(raw)
    if root is None:
        return None
    lengths = [_LENGTH.fullmatch(root.get(name, "")) for name in ("width", "height")]
    if lengths[0] and lengths[1]:
        return _sound(float(lengths[0][1]), float(lengths[1][1]))
    box = _VIEW_BOX.fullmatch(root.get("viewBox", "").strip())
    return _sound(float(box[1]), float(box[2])) if box else None


def faults_of_picture(suffix: str, raw: bytes) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a picture and what to do about it, in Swedish."""
    if len(raw) > HEAVIEST:
        size, most = (f"{-(-count // 1000)} kB" for count in (len(raw), HEAVIEST))
        yield (
            f"Bilden väger {size}, och högst {most} får plats på varje sida.",
            "Förenkla den, eller spara den mindre.",
        )
    elif suffix == ".svg" and b"<!" in re.sub(rb"<!--.*?-->", b"", raw, flags=re.DOTALL):
        yield "Bilden har en DOCTYPE eller CDATA.", "Spara den som enkel SVG."
    elif picture_size(suffix, raw) is None:
        kind = suffix.removeprefix(".").upper()
        hint = "Spara den på nytt. En SVG ska ha width och height, eller viewBox."
        yield f"Filen är ingen {kind} med en storlek.", hint
    elif suffix == ".svg":
        yield from dict.fromkeys(_faults_of_svg(raw))


def _sound(width: float, height: float) -> Size | None:
    return Size(width, height) if width > 0 and height > 0 else None


def _svg(raw: bytes) -> ElementTree.Element | None:
    try:
        root = ElementTree.fromstring(raw)
    except ElementTree.ParseError:
        return None
    return root if _local(root.tag) == "svg" else None


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _faults_of_svg(raw: bytes) -> Iterator[tuple[str, str]]:
    root = _svg(raw)
    for element in root.iter() if root is not None else ():
        name = _local(element.tag)
        if name in _RUN:
            yield f"Bilden har <{name}>.", "Ta bort det: en bild ska inte köra något."
        if name == "style" or "style" in element.attrib:
            yield (
                "Bilden har stilmallar (style), som webbplatsens säkerhetsregler stoppar.",
                "Spara den med egenskaper i stället, till exempel fill.",
            )
        if name in _CHANGED:
            yield f"Bilden rör sig (<{name}>).", "Ta bort rörelsen."
        for attribute, value in element.attrib.items():
            if _local(attribute).startswith("on"):
                yield f"Bilden har {_local(attribute)}, som kör något.", "Ta bort det."
            refers = _local(attribute) in ("href", "src") and not _OWN.fullmatch(value)
            if refers or _FOREIGN_URL.search(value):
                yield (
                    f"Bilden hämtar {value[:60]} från annat håll.",
                    "Lägg det i bilden, eller ta bort det.",
                )
