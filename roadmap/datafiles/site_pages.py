"""The pages of `docs/` as records: their titles, headings and the words that they explain."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

from roadmap.datafiles.characters import decode
from roadmap.datafiles.files import bytes_of, files_below
from roadmap.datafiles.yaml_reader import parse
from roadmap.model.site_page import PagePart, SitePage
from roadmap.presenters import urls

# As MkDocs finds the fields of a page.
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
MACRO = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_EXTENSIONS = ("attr_list", "def_list", "tables")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_CODE = re.compile(r"^(```|~~~).*?^\1", re.DOTALL | re.MULTILINE)
_STASHED = re.compile(f"{STX}[^{ETX}]*{ETX}")  # HTML that Markdown keeps aside


def site_pages(root: Path) -> tuple[SitePage, ...]:
    """Return the sound pages of a project that have a title among their fields, by their URLs.

    Those without one are made by macros alone, out of data.
    """
    docs = root / "docs"
    pages = (
        _page(path.relative_to(docs).as_posix(), decode(path.name, bytes_of(path, path.name)))
        for path in files_below(docs, ".md")
    )
    return tuple(sorted(page for page in pages if page))


def _page(name: str, text: str) -> SitePage | None:
    front = FRONT_MATTER.match(text)
    fields = parse(name, front[1].encode()).data if front else None
    if not front or not isinstance(fields, dict) or not fields.get("title"):
        return None
    return SitePage(
        urls.page(name),
        _words(fields, "title"),
        _words(fields, "description"),
        _words(fields, "keywords"),
        tuple(_parts(_CODE.sub("", MACRO.sub("", text[front.end() :])))),
    )


def _words(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")


class _Kept(Treeprocessor):
    """Keeps the elements of a page, as they are when all else is done."""

    elements: tuple[Element, ...] = ()

    def run(self, root: Element) -> None:
        self.elements = tuple(root)


def _parts(markdown: str) -> Iterator[PagePart]:
    converter = Markdown(extensions=_EXTENSIONS)
    kept = _Kept(converter)
    converter.treeprocessors.register(kept, "kept", -1)
    converter.convert(markdown)
    heading: tuple[str | None, str] | None = None
    texts: list[str] = []
    for element in kept.elements:
        if element.tag in _HEADINGS:
            if heading:
                yield PagePart(*heading, " ".join(texts))
            heading, texts = (element.get("id"), _text(element)), []
        elif element.tag == "dl" and any(child.get("id") for child in element):
            yield from _explained(element)
        elif element.tag != "h1":
            texts.append(_text(element))
    if heading:
        yield PagePart(*heading, " ".join(texts))


def _explained(words: Element) -> Iterator[PagePart]:
    """Yield the words of a list that have an id of their own, each with its explanation."""
    word: Element | None = None
    for child in words:
        if child.tag == "dt":
            word = child
        elif word is not None and word.get("id"):
            yield PagePart(word.get("id"), _text(word), _text(child), is_word=True)
            word = None


def _text(element: Element) -> str:
    return " ".join(_STASHED.sub("", "".join(element.itertext())).split())
