"""What follows from the data alone: all of it made at once, or each part when it is asked for."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from roadmap import exports, search, urls, workers
from roadmap.dataset import Dataset
from roadmap.pages import GeneratedPage
from roadmap.site import Links

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
    """Makes the pages that have no file in `docs/`, and what programs fetch, of a data set."""

    dataset: Dataset
    frame: Frame
    pages: tuple[GeneratedPage, ...]
    site_url: str

    def everything(self, folder: Path, links: Links) -> None:
        """Make it all in `folder`, and take in the links of the pages. Raises OSError."""
        shares = range(-(-len(self.pages) // _SHARE))
        tasks: list[Callable[[], Links]] = [
            *(partial(self._part, folder, links.empty(), make) for make in self.for_programs),
            *(
                partial(self._share, folder, links.empty(), self.pages[share :: len(shares)])
                for share in shares
            ),
        ]
        for found in workers.run(tasks, alone=len(self.pages) < _FEW_PAGES):
            links.update(found)

    @property
    def for_programs(self) -> tuple[Callable[[Path], None], ...]:
        """What makes the files for programs in a folder, the part that takes longest first."""
        return self._search, self._open_data

    def page(self, folder: Path, page: GeneratedPage) -> str:
        """Write a page at its address in `folder`, and return it. Raises OSError."""
        html = self.frame(page, page.content(self.dataset))
        write(folder, [(page.file, html.encode())])
        return html

    def _part(self, folder: Path, links: Links, make: Callable[[Path], None]) -> Links:
        make(folder)
        return links

    def _share(self, folder: Path, links: Links, pages: Sequence[GeneratedPage]) -> Links:
        for page in pages:
            links.read(page.file, self.page(folder, page))
        return links

    def _search(self, folder: Path) -> None:
        write(folder, search.build(self.dataset))

    def _open_data(self, folder: Path) -> None:
        write_in_pieces(folder, exports.build(self.dataset, self.site_url))


class Waiting:
    """What is not made for a served site until somebody asks for it, so that an edit shows soon."""

    def __init__(self, making: Making, folder: Path) -> None:
        """`folder` is the site that is served."""
        self._making = making
        self._folder = folder
        self._pages = {page.url: page for page in making.pages}
        self._for_programs = making.for_programs

    def make(self, asked: str) -> None:
        """Make what a path leads to, relative to the site, unless it is made. Raises OSError."""
        url = f"{asked.removesuffix('index.html').rstrip('/')}/"
        if page := self._pages.get(url):
            self._making.page(self._folder, page)
            del self._pages[url]
        elif asked.startswith(FOR_PROGRAMS):
            for make in self._for_programs:
                make(self._folder)
            self._for_programs = ()


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
