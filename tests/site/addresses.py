"""The addresses that have been published, in addresses.txt: a promise to everyone who links here.

`python -m tests.site.addresses` builds the site and adds the addresses that are new. It takes
none away: an address that has to go leads on through data/redirects.yml.
"""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.projects import build, make_project

FILE = Path(__file__).parent / "addresses.txt"
COMMAND = ".venv/bin/python -m tests.site.addresses"


def promised() -> list[str]:
    """Return the addresses that have been published, relative to the site's root."""
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


def accept(addresses: Iterable[str]) -> None:
    """Add addresses to those that are promised."""
    FILE.write_text("\n".join(sorted({*promised(), *addresses})) + "\n", "utf-8")


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        accept(published(build(make_project(Path(folder) / "project"))))
