"""Files that are inserted into a Word document whole: their text, if it is simple to read."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from roadmap.importing.lines import clean
from roadmap.importing.word.package import Part

_ENDS = re.compile(
    r"p|div|h[1-6]|li|tr|td|th|br|table|ul|ol|dl|dt|dd|section|article|header|footer|pre|"
    r"blockquote|figcaption|caption|hr|body"
)
_UNSEEN = ("script", "style", "head", "title", "template")
_ENCODING = re.compile(rb"charset=[\"']?([\w-]+)", re.IGNORECASE)


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts = [""]
        self._unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen.append(tag)
        elif _ENDS.fullmatch(tag):
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        if self._unseen and self._unseen[-1] == tag:
            self._unseen.pop()
        elif _ENDS.fullmatch(tag):
            self.texts.append("")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.texts[-1] += data


def is_word(part: Part) -> bool:
    """Whether an inserted file is a Word document."""
    return part.blob.startswith(b"PK") and (
        part.path.endswith(".docx") or "wordprocessingml" in part.content_type
    )


def texts_of(part: Part) -> list[str] | None:
    """Return the paragraphs of an inserted web page or plain text; None of other files."""
    kind = f"{part.content_type} {part.path}".casefold()
    if "html" in kind:
        page = _Html()
        page.feed(_decoded(part.blob))
        page.close()
        return [text for text in map(clean, page.texts) if text]
    if "text/plain" in kind or kind.endswith(".txt"):
        return list(_paragraphs(_decoded(part.blob)))
    return None


def _paragraphs(text: str) -> Iterator[str]:
    for row in text.splitlines():
        if words := clean(row):
            yield words


def _decoded(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace")
    stated = _ENCODING.search(raw[:2000])
    names = [stated[1].decode("ascii")] if stated else []
    for encoding in [*names, "utf-8-sig", "cp1252"]:
        try:
            return raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return raw.decode("latin-1")
