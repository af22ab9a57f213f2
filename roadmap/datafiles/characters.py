"""Problems in a file's raw bytes and characters, which a parser would hide or explain badly."""

import re
from collections.abc import Iterator

from roadmap.datafiles.problems import DataError, Problem
from roadmap.text.swedish import composed

MAX_BYTES = 5_000_000

Place = tuple[int, int]

# Characters that could hide, reorder or disguise words.
DISGUISING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff0-\ufffc\ufffe\uffff\ue000-\uf8ff\ud800-\udfff"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
    "|[\u0300-\u036f]{3,}"
)
_NAMES = {
    "\x0c": "sidbrytning",
    "\u00ad": "mjukt bindestreck",
    "\u200b": "mellanslag utan bredd",
    "\u200e": "skrivriktning",
    "\u200f": "skrivriktning",
    "\u2028": "radskiljare",
    "\u2029": "styckeskiljare",
    "\ufeff": "byteordningsmärke",
    **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "skrivriktning"),
}
_REPLACEMENT = "\ufffd"
_FORBIDDEN = re.compile(f"{DISGUISING.pattern}|{_REPLACEMENT}")
# Most of every file; only the other characters need a closer look.
_PRINTABLE_ASCII = bytes([*range(0x20, 0x7F), *b"\n\t"])
# UTF-8 that was once read as Latin-1 and saved again: "ö" has become "Ã¶".
_TWICE_ENCODED = re.compile("Ã[¤¥¦¶©„…–]|â€[“™]")
_GIT_MARK = re.compile(r"^[ \t]*(<{7} |={7}$|>{7} |\|{7} )", re.MULTILINE)
_GIT_STRINGS = ("<<<<<<< ", "=======", ">>>>>>> ", "||||||| ")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_NOT_TEXT = (
    (b"PK\x03\x04", "ett Word- eller Excel-dokument eller en zip-fil"),
    (b"\xd0\xcf\x11\xe0", "ett äldre Word- eller Excel-dokument"),
    (b"%PDF", "en PDF"),
    (b"{\\rtf", "ett RTF-dokument"),
    (b"<!doctype html", "en webbsida"),
    (b"<html", "en webbsida"),
)
_SAVE_AS_UTF_8 = 'Spara den på nytt och välj teckenkodningen "UTF-8".'


def decode(path: str, raw: bytes) -> str:
    """Return the file as text with composed letters and plain newlines.

    Raises DataError if it is too large, not text or not UTF-8.
    """
    refuse_large(path, len(raw))
    start = raw[:20].lstrip().lower()
    for signature, what in _NOT_TEXT:
        if start.startswith(signature.lower()):
            hint = "Lägg innehållet i en textfil med fält, som de andra i mappen."
            raise DataError([Problem(path, 1, 1, f"Filen är {what}, inte text.", hint)])
    if raw[:2] in _UTF_16 or b"\x00" in raw[:4]:
        message = "Filen är inte sparad som UTF-8 utan som UTF-16."
        raise DataError([Problem(path, 1, 1, message, _SAVE_AS_UTF_8)])
    try:
        return _plain(raw.decode())
    except UnicodeDecodeError as error:
        # The bytes before the error are sound, so the column counts letters and not bytes.
        before = _plain(raw[: error.start].decode())
        line, column = place(before, len(before))
        message = "Filen är inte sparad som UTF-8: å, ä, ö och andra tecken går inte att läsa."
        raise DataError([Problem(path, line, column, message, _SAVE_AS_UTF_8)]) from None


def refuse_large(path: str, size: int) -> None:
    """Raise DataError if a file has more bytes than one in `data/` or `docs/` may have."""
    if size > MAX_BYTES:
        sizes = [f"{number:,}".replace(",", " ") for number in (size, MAX_BYTES)]
        message = f"Filen är för stor: {sizes[0]} byte, högst {sizes[1]}."
        raise DataError([Problem(path, 1, 1, message, "Dela upp den i flera filer.")])


def _plain(text: str) -> str:
    """Return a text with composed letters and plain newlines, without a byte order mark."""
    return composed(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))


def conflict_marks(path: str, text: str, mark: re.Pattern[str]) -> Iterator[Problem]:
    """Yield a problem for each mark of a conflict in git, the first group of the pattern."""
    for match in mark.finditer(text):
        message = "Här står en konfliktmarkering från git."
        hint = "Välj vilken av de två versionerna som gäller och ta bort markeringarna."
        yield Problem(path, *place(text, match.start(1)), message, hint)


def raw_problems(path: str, text: str) -> Iterator[Problem]:
    """Yield the problems in the raw text of a YAML file."""
    # Searching for the plain strings first is almost free.
    if any(string in text for string in _GIT_STRINGS):
        yield from conflict_marks(path, text, _GIT_MARK)
    yield from forbidden_characters(path, text)
    if "\u00a0" not in text:
        return
    for number, line in enumerate(text.split("\n"), start=1):
        indent = line[: len(line) - len(line.lstrip())]
        if "\u00a0" in indent:
            message = "Indraget har ett hårt mellanslag (U+00A0)."
            hint = "Byt det mot vanliga mellanslag."
            yield Problem(path, number, indent.index("\u00a0") + 1, message, hint)


def forbidden_characters(path: str, text: str) -> Iterator[Problem]:
    """Yield a problem for each character that is damaged or may hide, reorder or disguise words."""
    for match in _FORBIDDEN.finditer(text) if _any_forbidden(text) else ():
        characters = match[0]
        hint = "Ta bort det."
        if len(characters) > 1:
            message = "Tre eller fler kombinerande tecken står på rad."
        elif characters == _REPLACEMENT:
            message = "Här har ett tecken gått förlorat när filen sparades."
            hint = "Skriv det rätta tecknet i stället."
        else:
            name = _NAMES.get(characters, "styrtecken")
            message = f"Tecknet U+{ord(characters):04X} ({name}) är osynligt och får inte användas."
        yield Problem(path, *place(text, match.start()), message, hint)
    yield from _twice_encoded(path, text)


def _twice_encoded(path: str, text: str) -> Iterator[Problem]:
    suspect = "Ã" in text or "â" in text
    twice_encoded = list(_TWICE_ENCODED.finditer(text)) if suspect else []
    if twice_encoded:
        garbled = twice_encoded[0][0]
        intended = garbled.encode("cp1252", "replace").decode("utf-8", "replace")
        message = f'Här står "{garbled}" där det ska stå "{intended}": filen har sparats fel.'
        hint = "Rätta tecknet."
        if len(twice_encoded) > 1:
            hint = f"Rätta det, och de andra tecknen som är fel: {len(twice_encoded)} i hela filen."
        yield Problem(path, *place(text, twice_encoded[0].start()), message, hint)


def _any_forbidden(text: str) -> bool:
    """Whether the full search could find anything: a much faster test."""
    unusual = text.encode("utf-8", "surrogatepass").translate(None, _PRINTABLE_ASCII)
    return _FORBIDDEN.search(unusual.decode("utf-8", "surrogatepass")) is not None


def place(text: str, offset: int) -> Place:
    """Return line and column of an offset."""
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - start + 1
