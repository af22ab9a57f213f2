"""Addresses and anchors of the frozen site, in addresses.txt: a promise to everyone who links here.

What an older engine published of the same content, a newer one publishes too.
`python -m tests.site.addresses` builds the site and adds what is new. It takes nothing away.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.html import moved, pages, parse
from tests.projects import build, make_project

FILE = Path(__file__).parent / "addresses.txt"
COMMAND = ".venv/bin/python -m tests.site.addresses"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# What others than headings are called that one may link to: texts, answers, notes, terms.
NAMES = ("remissinstanser", "strategi-", "etappmal-", "svar-", "synpunkt-", "fotnot-", "villkor-")


def promised() -> list[str]:
    """Return what has been published: addresses relative to the site's root, some with anchors."""
    return FILE.read_text("utf-8").splitlines() if FILE.exists() else []


def published(site: Path) -> set[str]:
    """Return the addresses of a built site's pages, source files, open data and feeds."""
    files = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    kept = (
        name
        for name in files
        if name.endswith((".html", "/feed.xml")) or name.startswith(("kallor/", "oppna-data/"))
    )
    return {name.removesuffix("index.html") or "./" for name in kept}


def anchored(site: Path) -> Iterator[str]:
    """Yield every anchor that one may link to, as page#anchor: headings, and texts by name."""
    for page in pages(site):
        (main,) = parse(site / page).iter("main")
        for element in main.iter():
            anchor = element.get("id", "")
            # A link with an id is a way back, or leads on to where something has moved.
            named = element.tag != "a" and anchor.startswith(NAMES)
            if anchor and (named or element.tag in HEADINGS):
                yield f"{page.removesuffix('index.html') or './'}#{anchor}"


def answering(site: Path) -> set[str]:
    """Return every anchor that an address leads to, whatever it is on, also by way of an old page.

    The script of an old page takes the anchor along.
    """
    found = {
        f"{page.removesuffix('index.html') or './'}#{element.get('id')}"
        for page in pages(site)
        for element in parse(site / page).iter()
        if element.get("id")
    }
    led = {
        f"{old}#{anchor.partition('#')[2]}"
        for old, new in moved(site).items()
        for anchor in found
        if anchor.startswith(f"{new}#")
    }
    return found | led


def accept(found: Iterable[str]) -> None:
    """Add to what is promised."""
    FILE.write_text("\n".join(sorted({*promised(), *found})) + "\n", "utf-8")


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        built = build(make_project(Path(folder) / "project"))
        accept({*published(built), *anchored(built)})
