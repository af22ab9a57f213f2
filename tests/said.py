"""What a built site says to its readers: on its pages, in its feeds, its Word file, its search."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

from tests.html import parse

# What of a page is shown or read aloud, besides its text, and what of it is code.
_SHOWN = ("title", "aria-label", "alt", "placeholder", "label", "content")
_NO_WORDS = ("style", "code", "pre")
TAG = re.compile(r"<[^>]+>")
_ADDRESS = re.compile(r"[\w.:/#-]*/[\w./#?=&-]*")


def of_page(path: Path) -> Iterator[str]:
    for element in parse(path).iter():
        if not isinstance(element.tag, str) or element.tag in _NO_WORDS:
            continue
        if element.tag != "script":
            yield element.text or ""
        elif element.get("type") == "application/ld+json":
            yield from of_json(json.loads(element.text or ""))
        for name, value in element.items():
            if name in _SHOWN:
                yield value
            elif name.startswith("data-") and value.startswith("{"):
                yield from of_json(json.loads(value))
        yield from (child.tail or "" for child in element)


def of_json(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from of_json(part)
    elif isinstance(value, str):
        yield value


def of_feed(path: Path) -> Iterator[str]:
    for element in ElementTree.parse(path).iter():
        yield TAG.sub(" ", element.text or "")


def of_word(path: Path) -> Iterator[str]:
    with ZipFile(path) as file:
        for name in file.namelist():
            if name.endswith(".xml"):
                for paragraph in re.split(r"</w:p>|</dc:\w+>", file.read(name).decode()):
                    yield TAG.sub("", paragraph)


def of_search(path: Path) -> Iterator[str]:
    """Yield the titles and texts of an index; its head also has the Swedish of the search."""
    told = json.loads(path.read_text("utf-8"))
    yield from of_json(told["groups"] if path.name == "head.json" else told)


READERS = {
    "*.html": of_page,
    "feed.xml": of_feed,
    "*.docx": of_word,
    "search/**/*.json": of_search,
}


def texts(site: Path) -> Iterator[tuple[str, str]]:
    """Yield what a site's files say to readers: the file, and one of its texts at a time."""
    for pattern, read in READERS.items():
        paths = sorted(site.rglob(pattern))
        assert paths, pattern
        for path in paths:
            for text in read(path):
                yield path.relative_to(site).as_posix(), _ADDRESS.sub("", " ".join(text.split()))
