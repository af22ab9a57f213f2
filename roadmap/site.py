"""Check a built site: every internal link leads to a page, and every fragment to an anchor."""

import os
import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

# Our templates and MkDocs write attributes with double quotes, so a pattern does what a parser
# would, at a small part of its time. Plain letters first make a pattern fast.
_HREF = re.compile(r'href="(?<=\shref=")([^"]*)"')
_SRC = re.compile(r'src="(?<=\ssrc=")([^"]*)"')
_ID = re.compile(r'id="(?<=\sid=")([^"]+)"')
# A relative link without anything to decode: some steps up, then a plain path.
_PLAIN = re.compile(r"((?:\.\./)*)((?:[a-z0-9_-]+/)*(?:[a-z0-9_-]+\.[a-z0-9]+)?)")
_HOST_NAME = "site.invalid"
_HOST = f"https://{_HOST_NAME}"


@dataclass(frozen=True)
class BrokenLink:
    """A link that leads nowhere: the page it stands on, and what it says."""

    page: str
    link: str


class Links:
    """What pages lead to, and what there is on them to lead to.

    A target is the path of a file relative to the site, and "#" and an anchor where one is meant.
    `targets` has those that were not found on the page that leads to them.
    `pages` maps each page to its anchors, in one text with lines of their own: a million of them
    take a tenth of the memory that way.
    """

    def __init__(self, base: str = "/") -> None:
        """`base` is the path that the site is put at, which links from the root begin with."""
        self._base = base
        self.pages: dict[str, str] = {}
        self.targets: set[str] = set()
        self._home = urljoin(_HOST, base.rstrip("/") + "/")

    def read(self, name: str, html: str) -> None:
        """Take in the page with this path, relative to the site."""
        anchors = _unescaped(_ID.findall(html))
        self.pages[name] = "\n".join(anchors)
        # What is on the page itself is found at once, and need not be remembered.
        here = {name, *(f"{name}#{anchor}" for anchor in anchors)}
        self.targets.update({target for _, target in self.of(name, html)} - here)

    def of(self, name: str, html: str) -> Iterator[tuple[str, str]]:
        """Yield the internal links of a page as they are written, each with its target."""
        here = name.removesuffix("index.html")
        for link in _unescaped([*_HREF.findall(html), *_SRC.findall(html)]):
            path, _, fragment = link.partition("#")
            target = _target(self._home, here, path)
            if target is None:
                continue
            if not target or target.endswith("/"):
                target += "index.html"
            yield link, f"{target}#{unquote(fragment)}" if fragment else target

    def missing(self, files: Set[str]) -> Iterator[str]:
        """Yield the targets that are neither among the files nor anchors of the pages."""
        wanted: dict[str, list[str]] = {}
        for target in self.targets:
            name, _, anchor = target.partition("#")
            wanted.setdefault(name, []).append(anchor)
        for name, anchors in wanted.items():
            there = {"", *self.pages.get(name, "").split("\n")} if name in files else set()
            yield from (f"{name}#{a}" if a else name for a in anchors if a not in there)

    def empty(self) -> "Links":
        """Return one of the same site that has read nothing."""
        return Links(self._base)

    def update(self, other: "Links") -> None:
        """Take in what another has read."""
        self.pages |= other.pages
        self.targets |= other.targets


def broken_links(
    site: Path,
    links: Links,
    not_made: tuple[str, ...] = (),
    pages_not_made: Set[str] = frozenset(),
) -> list[BrokenLink]:
    """Return the internal links and fragments of a built site that lead nowhere.

    Pages that `links` has not taken in yet are read. What begins with any of `not_made`, relative
    to the site, is not made yet and taken to be there, and so is each of `pages_not_made`, which
    are paths of pages, with every anchor.
    """
    files = set(_files(f"{site}{os.sep}", ""))
    pages = sorted(name for name in files if name.endswith(".html"))
    for name in pages:
        if name not in links.pages:
            links.read(name, (site / name).read_text("utf-8"))
    missing = {
        target
        for target in links.missing(files)
        if not target.startswith(not_made) and target.partition("#")[0] not in pages_not_made
    }
    if not missing:
        return []
    return [
        BrokenLink(name, link)
        for name in pages
        for link, target in links.of(name, (site / name).read_text("utf-8"))
        if target in missing
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
    """Return what a link's path leads to, relative to the site; None for another host.

    Nothing is at a target outside `home`: it is returned whole.
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
