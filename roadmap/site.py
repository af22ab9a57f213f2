"""Check a built site: every internal link leads to a page, and every fragment to an anchor."""

import re
from collections.abc import Iterable, Iterator
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


def broken_links(site: Path, base: str = "/", not_made: tuple[str, ...] = ()) -> list[BrokenLink]:
    """Return the internal links and fragments of a built site that lead nowhere.

    `base` is the path that the site is put at, which links from the host's root begin with. What
    begins with any of `not_made`, relative to the site, is not made yet and taken to be there.
    """
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    links: dict[str, list[str]] = {}
    anchors: dict[str, set[str]] = {}
    for name in sorted(name for name in files if name.endswith(".html")):
        html = (site / name).read_text("utf-8")
        links[name] = _unescaped([*_HREF.findall(html), *_SRC.findall(html)])
        anchors[name] = set(_unescaped(_ID.findall(html)))
    home = urljoin(_HOST, base.rstrip("/") + "/")
    found: list[BrokenLink] = []
    for name, found_there in links.items():
        here = name.removesuffix("index.html")
        for link in found_there:
            path, _, fragment = link.partition("#")
            target = _target(home, here, path)
            if target is None or target.startswith(not_made):
                continue
            if not _exists(target, unquote(fragment), files, anchors):
                found.append(BrokenLink(name, link))
    return found


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


def _exists(target: str, fragment: str, files: set[str], anchors: dict[str, set[str]]) -> bool:
    name = f"{target}index.html" if not target or target.endswith("/") else target
    return name in files and (not fragment or fragment in anchors.get(name, ()))


def check_report(broken: Iterable[BrokenLink]) -> str:
    """Return the Swedish report of links that lead nowhere, one line each."""
    lines: Iterator[str] = (f"{link.page}: länken {link.link} leder ingenstans." for link in broken)
    return "Länkar på webbplatsen är brutna:\n" + "\n".join(lines)
