"""Read built pages as a browser does."""

import pickle
from hashlib import sha256
from pathlib import Path
from posixpath import join, normpath
from tempfile import NamedTemporaryFile
from xml.etree.ElementTree import Element

import html5lib

SVG = "{http://www.w3.org/2000/svg}svg"  # the only elements whose names bear a namespace


# Where pages are kept that have been parsed in this run, by their content: it takes a while.
kept: Path | None = None


def parse(path: Path) -> Element:
    """Parse a page. Raises html5lib's ParseError where it is not well-formed HTML5."""
    content = path.read_bytes()
    known = kept / sha256(content).hexdigest() if kept else None
    if known and known.exists():
        document: Element = pickle.loads(known.read_bytes())
        return document
    parser = html5lib.HTMLParser(
        tree=html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False
    )
    document = parser.parse(content.decode())
    if known:
        # Another process may read or write it at the same time.
        with NamedTemporaryFile(dir=known.parent, delete=False) as file:
            pickle.dump(document, file)
        Path(file.name).replace(known)
    return document


def pages(site: Path) -> list[str]:
    """Return the names of all pages of a site, but those that only lead on to where they moved."""
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return [name for name in names if not _leads_on(site / name)]


def moved(site: Path) -> dict[str, str]:
    """Return where each page of the site that only leads on leads, as addresses."""
    found = {}
    for path in site.rglob("*.html"):
        if _leads_on(path):
            (link,) = parse(path).iter("a")
            old = path.parent.relative_to(site).as_posix()
            found[f"{old}/"] = f"{normpath(join(old, str(link.get('href'))))}/"
    return found


def _leads_on(path: Path) -> bool:
    return b'http-equiv="refresh"' in path.read_bytes()[:2000]


# The raised number after a request's words is the site's own, and no word of the source.
_NO_TEXT = ("script", "style", "template", "sup")


def text_of(element: Element, *, hidden: tuple[str, ...] = _NO_TEXT) -> str:
    """Return the text content of an element, blocks told apart by a space."""
    parts: list[str] = []

    def walk(node: Element) -> None:
        if not isinstance(node.tag, str) or node.tag in hidden:
            return
        parts.append(node.text or "")
        for child in node:
            walk(child)
            if child.tag in ("p", "li", "ul", "h1", "h2", "h3", "div", "section", "dd", "dt", "td"):
                parts.append(" ")
            parts.append(child.tail or "")

    walk(element)
    return " ".join("".join(parts).split())


def shown(site: Path, page: str) -> str:
    """Return what a page of a site says, menu and all; `page` is its address."""
    body = parse(site / page / "index.html").find("body")
    assert body is not None
    return text_of(body)


def by_attribute(document: Element, name: str) -> dict[str, list[Element]]:
    """Map each value of an attribute to the elements that bear it."""
    found: dict[str, list[Element]] = {}
    for element in document.iter():
        value = element.get(name)
        if value is not None:
            found.setdefault(value, []).append(element)
    return found
