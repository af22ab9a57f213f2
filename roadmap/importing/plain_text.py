"""Read a plain text: guess its encoding, and put the head of an e-mail and what it quotes aside."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from roadmap.importing.lines import Line, Manuscript, UnreadableError, clean

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# The likeliest first: of two that are as plausible, the first is taken.
_ENCODINGS = ("cp1252", "cp850", "mac_roman")
_OLD = {"cp850": "DOS", "mac_roman": "äldre Mac"}
_PROBE = 200_000  # bytes that are enough to see what a text is in
_HALF = 0.3  # the share of zeros on every other byte of a UTF-16 text

_SWEDISH = frozenset("åäöÅÄÖ")
_FAMILIAR = frozenset("éèüáàßÉÈÜ")
_SIGNS = frozenset("§–—‘’“”„…•·°½¼¾²³€£©®™«»´¨×÷±µ\u00a0\u00ad")

_HEADER = re.compile(
    r"(från|from|till|to|kopia|cc|bcc|skickat|sent|datum|date|ämne|subject|svar till|reply-to"
    r"|bifogade filer|bilagor|attachments|prioritet|importance)\s*:\s",
    re.IGNORECASE,
)
_SENDER = re.compile(r"(?:från|from)\s*:\s", re.IGNORECASE)
_UNDERLINE = re.compile(r"={3,}|-{3,}|~{3,}")  # under a heading
_NEAR = 5  # the lines that an e-mail's head has its fields in
_WROTE = re.compile(r".{3,90}\b(?:skrev|wrote)\b.{0,60}:$", re.IGNORECASE)
_EARLIER = re.compile(r"[-_\s]*(ursprungligt|original|vidarebefordrat|forwarded)\b.*[-_\s]*", re.I)
_FEW_HEADERS = 2
_MAIL_HEAD = "Brevhuvud i e-postmeddelandet."
_QUOTED = "Ur ett tidigare e-postmeddelande."


@dataclass(frozen=True)
class Decoded:
    """A text, and what to tell of how it was read."""

    text: str
    told: tuple[str, ...] = ()


def read(raw: bytes, name: str) -> Manuscript:
    """Read the bytes of a .txt. Raises UnreadableError if they are no text."""
    decoded = decode(raw)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    # A new page begins a new line, whether the text says so or not.
    text = re.sub(r"(?<=[^\n])\f", "\n\f", text)
    rows = text.split("\n")
    lines = _lines(rows, text)
    lines, aside = _without_mail(lines)
    pages = lines[-1].page if lines else None
    return Manuscript(name, tuple(lines), pages, aside=tuple(aside), told=decoded.told)


def file_name(raw: bytes) -> str:
    """Return a file's name as text, also where the system has another encoding than it."""
    text = next((text for text, _ in _candidates(raw)), raw.decode("utf-8", "replace"))
    return clean(text)


def _lines(rows: Sequence[str], text: str) -> list[Line]:
    # Some OCR programs write the form feed of a new page as a space first on its line.
    indented = [row for row in rows if row.startswith((" ", "\t"))]
    paged_by_spaces = (
        "\f" not in text
        and rows[0].startswith(" ")
        and all(row[1:2].strip() for row in indented)
        and len(indented) * 10 < len(rows)
    )
    is_paged = "\f" in text or paged_by_spaces
    lines: list[Line] = []
    page = 0 if text.startswith("\f") or paged_by_spaces else 1
    gap = True
    for row in rows:
        page += row.count("\f") + (paged_by_spaces and row.startswith(" "))
        # A soft hyphen shows at the end of a line only.
        words = clean(re.sub(r"\xad\s*$", "-", row))
        if not gap and _UNDERLINE.fullmatch(words):
            words = ""
        if words:
            lines.append(Line(words, page if is_paged else None, gap))
        gap = not words
    return lines


def _without_mail(lines: list[Line]) -> tuple[list[Line], list[tuple[str, str]]]:
    """Return the lines of a message without its head and what it quotes, and those with why."""
    aside: list[tuple[str, str]] = []
    count = 0
    while count < len(lines) and (_HEADER.match(lines[count].text) or not lines[count].starts):
        count += 1
    is_mail = _headers(lines[:count]) >= _FEW_HEADERS
    if is_mail:
        aside.append((_together(lines[:count]), _MAIL_HEAD))
        lines = lines[count:]
    quoted = _quoted(lines, is_mail)
    if quoted:
        aside.append((_together([lines[index] for index in sorted(quoted)]), _QUOTED))
    return [line for index, line in enumerate(lines) if index not in quoted], aside


def _quoted(lines: Sequence[Line], is_mail: bool) -> set[int]:
    """Return the lines that an answer quotes: marked, or an earlier message after its end."""
    earlier = next(
        (
            index
            for index, line in enumerate(lines)
            if (is_mail and _EARLIER.fullmatch(line.text))
            or (_SENDER.match(line.text) and _headers(lines[index : index + _NEAR]) > _FEW_HEADERS)
        ),
        len(lines),
    )
    # A rule may part the two.
    rule = earlier < len(lines) and earlier and not lines[earlier - 1].text.strip("_-* ")
    found = {*range(earlier - bool(rule), len(lines))}
    marked = {index for index in range(earlier) if lines[index].text.startswith(">")}
    # "> 5 procent" alone may be anybody's.
    runs = {index for index in marked if is_mail or {index - 1, index + 1} & marked}
    for index in runs - {item + 1 for item in runs}:
        first = max(index - 1, 0)
        while first and not lines[first].starts:
            first -= 1
        if _WROTE.match(_together(lines[first:index]).replace("\n", " ")):
            found.update(range(first, index))
    return found | runs


def _headers(lines: Sequence[Line]) -> int:
    return sum(bool(_HEADER.match(line.text)) for line in lines)


def _together(lines: Sequence[Line]) -> str:
    return "\n".join(line.text for line in lines)


def decode(raw: bytes) -> Decoded:
    """Return the text that bytes are. Raises UnreadableError if they are none."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return Decoded(raw.decode(encoding, "replace"))
    if unmarked := _unmarked_utf_16(raw):
        return Decoded(raw.decode(unmarked, "replace"))
    if b"\0" not in raw:
        for text, encoding in _candidates(raw):
            return Decoded(text, tuple(_told(text, encoding)))
    raise UnreadableError("Filen är ingen textfil. Spara den på nytt som ren text (UTF-8).")


def _told(text: str, encoding: str) -> Iterator[str]:
    """Yield what an editor should know of how a text was read."""
    if encoding in _OLD:
        yield f"Texten är sparad på ett gammalt sätt ({_OLD[encoding]}). Kontrollera å, ä och ö."
    lost = [number for number, row in enumerate(text.split("\n"), 1) if "\ufffd" in row]
    if lost and encoding == "utf-8":
        places = ", ".join(map(str, lost[:20])) + (" …" if len(lost) > 20 else "")
        which = "raden" if len(lost) == 1 else "raderna"
        yield f"Bokstäver har gått förlorade på {which} {places}. Där står \ufffd i stället."


def _unmarked_utf_16(raw: bytes) -> str | None:
    probe = raw[: _PROBE // 2 * 2]
    even, odd = probe[::2].count(0), probe[1::2].count(0)
    half = len(probe) // 2
    encoding = None
    if odd > _HALF * half and even == 0:
        encoding = "utf-16-le"
    elif even > _HALF * half and odd == 0:
        encoding = "utf-16-be"
    # Zeros alone are no sign of a text.
    has_letters = encoding and any(map(str.isalpha, probe.decode(encoding, "replace")))
    return encoding if has_letters else None


def _candidates(raw: bytes) -> Iterator[tuple[str, str]]:
    """Yield a text and its encoding: the most plausible that bytes may be; none if none is."""
    try:
        yield raw.decode("utf-8-sig"), "utf-8-sig"
        return
    except UnicodeDecodeError:
        text = raw.decode("utf-8", "replace").removeprefix("\ufeff")
    found = [(_plausibility(text), text, "utf-8")]
    for encoding in _ENCODINGS:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        found.append((_plausibility(text), text, encoding))
    score, text, encoding = max(found, key=lambda item: item[0])
    # Windows has a letter for nearly every byte, and was the ordinary way for long.
    if score > 0 or encoding == "cp1252":
        yield text, encoding


def _plausibility(text: str) -> int:
    """Return how Swedish the letters of a text look beside each other."""
    score = 0
    for match in re.finditer(r"[^\x00-\x7f]", text[:_PROBE]):
        letter, at = match[0], match.start()
        before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
        # "bŒr", "LÅs": a capital inside a word that is otherwise small.
        odd_case = (
            letter.isupper() and before.isalpha() and (before + after).upper() != before + after
        )
        inside = before.isalpha() and after.isalpha() and letter not in "’´\xad"
        if letter in _SWEDISH:
            score += -1 if odd_case else 2
        elif letter in _FAMILIAR:
            score -= odd_case
        elif letter in _SIGNS:
            score += -2 if inside else 1
        else:
            score -= 1 if letter.isalpha() else 2
    return score
