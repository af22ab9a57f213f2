"""Check a built site: every internal link leads to a page, and every fragment to an anchor."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

# Our templates and MkDocs write attributes with double quotes, so a pattern does what a parser
# would, at a small part of its time.
_LINK = re.compile(r'\s(?:href|src)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]+)"')
_HOST_NAME = "site.invalid"
_HOST = f"https://{_HOST_NAME}"


@dataclass(frozen=True)
class BrokenLink:
    """A link that leads nowhere: the page it stands on, and what it says."""

    page: str
    link: str


def broken_links(site: Path, base: str = "/") -> list[BrokenLink]:
    """Return the internal links and fragments of a built site that lead nowhere.

    `base` is the path that the site is put at, which links from the host's root begin with.
    """
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = {name: (site / name).read_text("utf-8") for name in files if name.endswith(".html")}
    anchors = {name: set(map(unescape, _ID.findall(html))) for name, html in pages.items()}
    home = urljoin(_HOST, base.rstrip("/") + "/")
    found: list[BrokenLink] = []
    for name, html in sorted(pages.items()):
        here = urljoin(home, name.removesuffix("index.html"))
        for link in map(unescape, dict.fromkeys(_LINK.findall(html))):
            target = urljoin(here, link)
            if urlsplit(target).netloc != _HOST_NAME:
                continue
            if not target.startswith(home) or not _exists(target[len(home) :], files, anchors):
                found.append(BrokenLink(name, link))
    return found


def _exists(target: str, files: set[str], anchors: dict[str, set[str]]) -> bool:
    path, _, fragment = target.partition("#")
    path, fragment = unquote(path.partition("?")[0]), unquote(fragment)
    name = f"{path}index.html" if not path or path.endswith("/") else path
    return name in files and (not fragment or fragment in anchors.get(name, ()))


def check_report(broken: Iterable[BrokenLink]) -> str:
    """Return the Swedish report of links that lead nowhere, one line each."""
    lines: Iterator[str] = (f"{link.page}: länken {link.link} leder ingenstans." for link in broken)
    return "Länkar på webbplatsen är brutna:\n" + "\n".join(lines)
