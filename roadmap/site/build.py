"""The files of a site that MkDocs does not make: all at once, or each when it is asked for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from roadmap import views
from roadmap.model.dataset import Dataset
from roadmap.presenters.pages import GeneratedPage
from roadmap.site.links import Links
from roadmap.site.outputs import OUTPUTS, Content, write
from roadmap.site.parallel import Workers, processors, result_of

# Puts the theme around the content of a page.
Frame = Callable[[GeneratedPage, str], str]

# One process makes so many pages before others would have begun.
_FEW_PAGES = 200
# So many pages are given to a process at a time, so that all end at about the same time.
_SHARE = 50

_SLOW = tuple(output for output in OUTPUTS if output.within)
_QUICK = tuple(output for output in OUTPUTS if not output.within and not output.published)
_PUBLISHED = tuple(output for output in OUTPUTS if output.published)
# What a served site does not have until somebody asks for it.
MADE_WHEN_ASKED = tuple(start for output in _SLOW for start in output.within)


@dataclass(frozen=True)
class Parts:
    """What a site is made of, and the folder that it is made in.

    `pages` have no file in `docs/`; `frame` puts the theme around them.
    """

    content: Content
    frame: Frame
    pages: tuple[GeneratedPage, ...]
    folder: Path

    def in_folder(self, folder: Path) -> "Parts":
        """Return the same parts, made in another folder."""
        return replace(self, folder=folder)

    def links(self) -> Links:
        """Return the links of no page yet, at the address that the site is put at."""
        return Links(urlsplit(self.content.dataset.address or "/").path)

    def write_page(self, page: GeneratedPage) -> str:
        """Write a page at its address, and return it. Raises OSError."""
        html = self.frame(page, page_content(self.content.dataset, page))
        write(self.folder, [(page.file, [html.encode()])])
        return html

    def write_quick(self, *, published: bool) -> None:
        """Write what every site has from the start. Raises OSError."""
        for output in (*_QUICK, *(_PUBLISHED if published else ())):
            write(self.folder, output.files(self.content))


def page_content(dataset: Dataset, page: GeneratedPage) -> str:
    """Return what stands on a page inside the theme, as HTML."""
    html: str = getattr(views, page.view)(dataset, page.url, *page.arguments)
    return html.strip()


class Build:
    """A site being made whole, by as many processes as there are processors."""

    def __init__(self, parts: Parts) -> None:
        """Begin with what takes longest, so that it is done beside MkDocs' own pages."""
        self._parts = parts
        self._beside = Workers(parts, 1)
        # Made when they are needed, so that they know what this process has found out by then.
        self._workers = Workers(parts, processors() - 1)
        self._slow = [self._beside.begin(_write_slow, place) for place in range(len(_SLOW))]

    def finish(self, links: Links) -> None:
        """Make all else, and take in the links of the pages. Raises OSError."""
        pages = self._parts.pages
        if len(pages) < _FEW_PAGES:
            links.update(_write_pages(self._parts, pages))
        else:
            count = -(-len(pages) // _SHARE)
            shares = [pages[share::count] for share in range(count)]
            for found in self._workers.all(_write_pages, shares):
                links.update(found)
        for slow in self._slow:
            result_of(slow)
        self.stop()

    def stop(self) -> None:
        """Leave nobody at work."""
        self._workers.stop()
        self._beside.stop()


def _write_slow(parts: Parts, place: int) -> None:
    write(parts.folder, _SLOW[place].files(parts.content))


def _write_pages(parts: Parts, pages: Sequence[GeneratedPage]) -> Links:
    links = parts.links()
    for page in pages:
        links.read(page.file, parts.write_page(page))
    return links


class OnDemand:
    """What is not made for a served site until somebody asks for it, so that an edit shows soon."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._pages = {page.url: page for page in parts.pages}
        self._slow = [*_SLOW]

    def make(self, asked: str) -> None:
        """Make what a path leads to, relative to the site, unless it is made. Raises OSError."""
        url = f"{asked.removesuffix('index.html').rstrip('/')}/"
        if page := self._pages.get(url):
            self._parts.write_page(page)
            del self._pages[url]
        for output in [output for output in self._slow if asked.startswith(output.within)]:
            write(self._parts.folder, output.files(self._parts.content))
            self._slow.remove(output)
