"""Check a built site: every internal link leads to a page, and every fragment to an anchor."""

import os
import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from sys import intern
from urllib.parse import unquote, urljoin, urlsplit

# Our templates and MkDocs write attributes with double quotes, so patterns find what a parser
# would, in a small part of the time. They are fast because they begin with plain letters.
_HREF = re.compile(r'href="(?<=\shref=")([^"]*)"')
_SRC = re.compile(r'src="(?<=\ssrc=")([^"]*)"')
_ID = re.compile(r'id="(?<=\sid=")([^"]+)"')
# A relative link without anything to decode: some steps up, then a plain path.
_PLAIN = re.compile(r"((?:\.\./)*)((?:[a-z0-9_-]+/)*(?:[a-z0-9_-]+\.[a-z0-9]+)?)")
_HOST_NAME = "site.invalid"
_HOST = f"https://{_HOST_NAME}"


@dataclass(frozen=True)
class BrokenLink:
    """A link that leads nowhere: the page that it is on, and its address there."""

    page: str
    link: str


class Links:
    """The links and the anchors of pages.

    `pages` maps each page to its anchors, one per line of a text: a million of them take a tenth of
    the memory that way. `wanted` maps the path of a file to the anchors that are linked to but not
    found yet; "" is the file itself. Paths are relative to the site.
    """

    def __init__(self, base: str = "/") -> None:
        """`base` is the path of the site on its host, which links from the root begin with."""
        self.pages: dict[str, str] = {}
        self.wanted: dict[str, set[str]] = {}
        self._home = urljoin(_HOST, base.rstrip("/") + "/")

    def read(self, name: str, html: str) -> None:
        """Add a page, given its path relative to the site."""
        self.pages[name] = "\n".join(["", *_unescaped(_ID.findall(html)), ""])
        for _, target, anchor in self.of(name, html):
            if not self._has(target, anchor):
                self.wanted.setdefault(target, set()).add(intern(anchor))
        self._forget_found(name)

    def of(self, name: str, html: str) -> Iterator[tuple[str, str, str]]:
        """Yield the internal links of a page: as written, the target file, and the anchor or ""."""
        here = name.removesuffix("index.html")
        for link in _unescaped([*_HREF.findall(html), *_SRC.findall(html)]):
            path, _, fragment = link.partition("#")
            target = _target(self._home, here, path)
            if target is None:
                continue
            if not target or target.endswith("/"):
                target += "index.html"
            yield link, target, unquote(fragment)

    def missing(self, files: Set[str]) -> Iterator[tuple[str, str]]:
        """Yield the targets, file and anchor, that are neither files nor on any of the pages."""
        for name, anchors in self.wanted.items():
            exists = name in files
            for anchor in anchors:
                if not (exists and (not anchor or self._has(name, anchor))):
                    yield name, anchor

    def update(self, other: "Links") -> None:
        """Add the pages and links of another collection."""
        self.pages |= other.pages
        for name, anchors in other.wanted.items():
            self.wanted.setdefault(name, set()).update(anchors)
            self._forget_found(name)

    def _has(self, name: str, anchor: str) -> bool:
        anchors = self.pages.get(name)
        if anchors is None or not anchor:
            return anchors is not None
        return "\n" not in anchor and f"\n{anchor}\n" in anchors

    def _forget_found(self, name: str) -> None:
        """Remove the anchors wanted of a page that it has."""
        if name in self.pages and name in self.wanted:
            remaining = {anchor for anchor in self.wanted.pop(name) if not self._has(name, anchor)}
            if remaining:
                self.wanted[name] = remaining


def broken_links(
    site: Path,
    links: Links,
    not_made: tuple[str, ...] = (),
    pages_not_made: Set[str] = frozenset(),
) -> list[BrokenLink]:
    """Return the internal links and fragments of a built site that lead nowhere.

    Pages that `links` does not have yet are read. Paths that begin with any of `not_made`, relative
    to the site, are assumed to exist although not made yet, and so are `pages_not_made`, which are
    paths of pages, with every anchor.
    """
    files = set(_files(f"{site}{os.sep}", ""))
    pages = sorted(name for name in files if name.endswith(".html"))
    for name in pages:
        if name not in links.pages:
            links.read(name, (site / name).read_text("utf-8"))
    missing = {
        (name, anchor)
        for name, anchor in links.missing(files)
        if not name.startswith(not_made) and name not in pages_not_made
    }
    # The anchors of a page count only if the page still exists at the end.
    removed_pages = links.pages.keys() - files
    if not missing and not removed_pages:
        return []
    return [
        BrokenLink(page, link)
        for page in pages
        for link, name, anchor in links.of(page, (site / page).read_text("utf-8"))
        if (name, anchor) in missing or name in removed_pages
    ]


def _files(site: str, folder: str) -> Iterator[str]:
    """Yield the paths of all files below a folder of the site, relative to the site."""
    with os.scandir(site + folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(site, f"{folder}{entry.name}/")
            else:
                yield folder + entry.name


def _unescaped(values: list[str]) -> list[str]:
    """Return the values of attributes, each once."""
    return [unescape(value) if "&" in value else value for value in dict.fromkeys(values)]


def _target(home: str, here: str, path: str) -> str | None:
    """Return the target of a link's path, relative to the site; None for another host.

    A target outside `home` is returned whole, and does not exist.
    """
    if not path:
        return here
    if plain := _PLAIN.fullmatch(path):
        folders = here.split("/")[:-1]
        up = len(plain[1]) // 3
        if up <= len(folders):
            return "/".join([*folders[: len(folders) - up], plain[2]])
    target = urljoin(home + here, path)
    if urlsplit(target).netloc != _HOST_NAME:
        return None
    return unquote(target.removeprefix(home).partition("?")[0])


def check_report(broken: Iterable[BrokenLink]) -> str:
    """Return the Swedish report of links that lead nowhere, one line each."""
    lines: Iterator[str] = (f"{link.page}: länken {link.link} leder ingenstans." for link in broken)
    return "Länkar på webbplatsen är brutna:\n" + "\n".join(lines)
