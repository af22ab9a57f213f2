"""What follows from the data alone: all of it made at once, or each part when it is asked for."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from roadmap import search
from roadmap.exports import open_data
from roadmap.model.dataset import Dataset
from roadmap.presenters import urls
from roadmap.presenters.pages import GeneratedPage
from roadmap.site import workers
from roadmap.site.links import Links

# Folders with what programs fetch and not readers: the search index and the open data.
FOR_PROGRAMS = (f"{search.FOLDER}/", urls.OPEN_DATA_FILES, urls.CATALOGUE)

# Puts the theme around the content of a page.
Frame = Callable[[GeneratedPage, str], str]

# One process makes so many pages before others would have begun.
_FEW_PAGES = 200
# So many pages are given to a process at a time, so that all end at about the same time.
_SHARE = 50


@dataclass(frozen=True)
class Making:
    """Makes the pages of a data set that have no file in `docs/`."""

    dataset: Dataset
    frame: Frame
    pages: tuple[GeneratedPage, ...]

    def everything(self, folder: Path, links: Links) -> None:
        """Make all pages in `folder`, and take in their links. Raises OSError."""
        shares = range(-(-len(self.pages) // _SHARE))
        tasks = [partial(self._share, folder, self.pages[share :: len(shares)]) for share in shares]
        for found in workers.run(tasks, links.empty, alone=len(self.pages) < _FEW_PAGES):
            links.update(found)

    def page(self, folder: Path, page: GeneratedPage) -> str:
        """Write a page at its address in `folder`, and return it. Raises OSError."""
        html = self.frame(page, page.content(self.dataset))
        write(folder, [(page.file, html.encode())])
        return html

    def _share(self, folder: Path, pages: Sequence[GeneratedPage], links: Links) -> None:
        for page in pages:
            links.read(page.file, self.page(folder, page))


def make_for_programs(dataset: Dataset, site_url: str, folder: Path) -> None:
    """Make the search index and the open data in the folder of a site. Raises OSError."""
    write(folder, search.build(dataset))
    write_in_pieces(folder, open_data.build(dataset, site_url))


class Waiting:
    """What is not made for a served site until somebody asks for it, so that an edit shows soon."""

    def __init__(self, making: Making, site_url: str, folder: Path) -> None:
        """`folder` is the site that is served, as if it were at `site_url`."""
        self._making = making
        self._site_url = site_url
        self._folder = folder
        self._pages = {page.url: page for page in making.pages}
        self._for_programs = True

    def make(self, asked: str) -> None:
        """Make what a path leads to, relative to the site, unless it is made. Raises OSError."""
        url = f"{asked.removesuffix('index.html').rstrip('/')}/"
        if page := self._pages.get(url):
            self._making.page(self._folder, page)
            del self._pages[url]
        elif asked.startswith(FOR_PROGRAMS) and self._for_programs:
            make_for_programs(self._making.dataset, self._site_url, self._folder)
            self._for_programs = False


def write(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files at their paths in `folder`. Raises OSError."""
    write_in_pieces(folder, ((name, [content]) for name, content in files))


def write_in_pieces(folder: Path, files: Iterable[tuple[str, Iterable[bytes]]]) -> None:
    """Write files at their paths in `folder`, each piece when its turn comes. Raises OSError."""
    for name, pieces in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.writelines(pieces)
