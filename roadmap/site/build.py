"""The files of a site that MkDocs does not make: all at once, or each on request."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from markupsafe import escape

from roadmap import views
from roadmap.model.codes import SOURCE_LANGUAGE
from roadmap.model.dataset import Dataset
from roadmap.presenters.messages import _
from roadmap.presenters.pages import GeneratedPage, telling
from roadmap.presenters.translated import in_language
from roadmap.site.gaps import without_gaps
from roadmap.site.links import Links
from roadmap.site.outputs import OUTPUTS, Content, write
from roadmap.site.parallel import Workers, processors, result_of
from roadmap.text.foreign import with_languages
from roadmap.views.drawings import drawn_once

# Puts the theme around the content of a page.
Frame = Callable[[GeneratedPage, str], str]

# One process makes this many pages in the time it takes to start others.
_FEW_PAGES = 200
# Pages given to a process at a time: few enough that all end at about the same time.
_SHARE = 50

_SLOW = tuple(output for output in OUTPUTS if output.on_request)
_QUICK = tuple(output for output in OUTPUTS if not output.on_request and not output.for_publishing)
_FOR_PUBLISHING = tuple(output for output in OUTPUTS if output.for_publishing)


@dataclass(frozen=True)
class BuildInput:
    """The input of a build, and the folder that it writes to.

    `pages` have no file in `docs/`; `frame` puts the theme around their content.
    """

    content: Content
    frame: Frame
    pages: tuple[GeneratedPage, ...]
    folder: Path

    def in_folder(self, folder: Path) -> "BuildInput":
        """Return the same input for another folder."""
        return replace(self, folder=folder)

    def links(self) -> Links:
        """Return an empty collection of links, for the site's address."""
        return Links(urlsplit(self.content.dataset.address or "/").path)

    def write_page(self, page: GeneratedPage) -> str:
        """Write a page at its address, and return it. Raises OSError."""
        html = without_gaps(self.frame(page, page_content(self.content.dataset, page)))
        write(self.folder, [(page.file, [html.encode()])])
        return html

    def write_quick(self, *, publishing: bool) -> None:
        """Write the outputs that every site has from the start. Raises OSError."""
        for output in (*_QUICK, *(_FOR_PUBLISHING if publishing else ())):
            output.make(self.folder, self.content)


def page_content(dataset: Dataset, page: GeneratedPage) -> str:
    """Return the content of a page inside the theme, as HTML."""
    view = getattr(views, page.view)
    html = shown_in(dataset, page.language, view, page.url, *page.arguments)
    return drawn_once(html.strip())


def shown_in(
    dataset: Dataset, language: str, view: Callable[..., str], url: str, *arguments: str | int
) -> str:
    """Return what a view shows at a URL of a language's tree, as HTML."""
    told = in_language(dataset, language)
    with telling(told):
        html = view(told, url, *arguments)
        if told.original is None:
            return html
        return _leading_out_told(with_languages(html, SOURCE_LANGUAGE, language), url)


def _leading_out_told(html: str, url: str) -> str:
    """Return what a page in another language shows, with what leads to the source's pages told."""
    up = re.escape("../" * (url.count("/") + 1))
    told = f'hreflang="{SOURCE_LANGUAGE}" data-in="{escape(_("(på svenska)"))}"'
    return re.sub(rf'<a (?=[^>]*\bhref="{up}(?!\.\./))(?![^>]*\bhreflang=)', f"<a {told} ", html)


def made_when_asked(dataset: Dataset) -> tuple[str, ...]:
    """Return the beginnings of the URLs that a served site makes on request."""
    return tuple(start for output in _SLOW for start in output.places(dataset))


class Build:
    """The build of a whole site, with as many processes as there are processors."""

    def __init__(self, build_input: BuildInput) -> None:
        """Begin with the slow outputs, so that they are made at the same time as MkDocs' pages."""
        self._input = build_input
        self._slow_workers = Workers(build_input, 1)
        # Copied when they are needed, with all that this process has computed by then.
        self._workers = Workers(build_input, processors() - 1)
        self._slow = [self._slow_workers.begin(_write_slow, index) for index in range(len(_SLOW))]

    def finish(self, links: Links) -> None:
        """Make everything else, and collect the links of the pages. Raises OSError."""
        pages = self._input.pages
        if len(pages) < _FEW_PAGES:
            links.update(_write_pages(self._input, pages))
        else:
            count = -(-len(pages) // _SHARE)
            shares = [pages[share::count] for share in range(count)]
            for page_links in self._workers.all(_write_pages, shares):
                links.update(page_links)
        for slow in self._slow:
            result_of(slow)
        self.stop()

    def stop(self) -> None:
        """Stop all processes."""
        self._workers.stop()
        self._slow_workers.stop()


def _write_slow(build_input: BuildInput, index: int) -> None:
    _SLOW[index].make(build_input.folder, build_input.content)


def _write_pages(build_input: BuildInput, pages: Sequence[GeneratedPage]) -> Links:
    links = build_input.links()
    for page in pages:
        links.read(page.file, build_input.write_page(page))
    return links


class OnDemand:
    """The parts of a served site that are made on request, so that an edit shows soon."""

    def __init__(self, build_input: BuildInput) -> None:
        self._input = build_input
        self._pages = {page.address: page for page in build_input.pages}
        self._slow = [*_SLOW]

    def make(self, asked: str) -> None:
        """Make what is at a path of the site, unless it is already made. Raises OSError."""
        url = f"{asked.removesuffix('index.html').rstrip('/')}/"
        if page := self._pages.get(url):
            self._input.write_page(page)
            del self._pages[url]
        dataset = self._input.content.dataset
        for output in [one for one in self._slow if asked.startswith(one.places(dataset))]:
            output.make(self._input.folder, self._input.content)
            self._slow.remove(output)
