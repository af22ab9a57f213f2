"""The list of pages: those generated from the data, and the addresses of all pages."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache

from roadmap.model import Strategy
from roadmap.model.codes import SOURCE_LANGUAGE
from roadmap.model.dataset import Dataset
from roadmap.presenters import urls
from roadmap.presenters.address_names import named
from roadmap.presenters.facts import readings_pages
from roadmap.presenters.messages import speaking
from roadmap.presenters.requests import requests_pages
from roadmap.presenters.themes import theme_pages
from roadmap.presenters.translated import in_every_language


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """A page without a file in `docs/`: its URL, and the view that makes all its content.

    The URL is relative to the root of the language's tree.
    """

    url: str
    view: str
    arguments: tuple[str | int, ...]
    language: str = SOURCE_LANGUAGE

    @property
    def address(self) -> str:
        """The URL relative to the site's root."""
        return urls.address(self.url, self.language)

    @property
    def source(self) -> str:
        """The name that the page's Markdown would have under `docs/`."""
        return f"{self.address.rstrip('/')}.md"

    @property
    def file(self) -> str:
        """The path of the finished page, relative to the site's root."""
        return f"{self.address}index.html"

    @property
    def markdown(self) -> str:
        """The page for an engine that only has Markdown pages: the call of a macro."""
        arguments = ", ".join(json.dumps(argument) for argument in self.arguments)
        return f"{{{{ {self.view}({arguments}) }}}}\n"


# What only the source's language has: transcripts and their readings, and what has changed.
_IN_SOURCE_LANGUAGE = ("response", "responses", "uncertain_readings", "changes_in")


def generated_pages(dataset: Dataset) -> Iterator[GeneratedPage]:
    """Yield the pages generated from the data in each language that the site is in."""
    for told in in_every_language(dataset):
        with named(dataset.terms):
            pages = [*_pages(told)]
        for page in pages:
            if told.language == SOURCE_LANGUAGE:
                yield page
            elif page.view not in _IN_SOURCE_LANGUAGE:
                yield replace(page, language=told.language)


def language_of(languages: Sequence[str], page_address: str) -> tuple[str, str]:
    """Return the language of a page, one of the site's, and its URL within that one's tree."""
    first, _, rest = page_address.partition("/")
    return (first, rest) if first in languages[1:] else (SOURCE_LANGUAGE, page_address)


@lru_cache(maxsize=8)
def tree(dataset: Dataset, language: str) -> frozenset[str]:
    """Return the URLs of what a language other than the source's has in its tree.

    These are its pages, what its search fetches and its feeds.
    """
    generated = {page.url for page in generated_pages(dataset) if page.language == language}
    with named(dataset.terms):
        areas = [urls.goal_area(dataset, area) for area in dataset.goal_areas]
    feeds = {urls.feed(), *map(urls.feed, areas)}
    return dataset.written.get(language, frozenset()) | generated | feeds | {urls.SEARCH_INDEX}


def has_page(dataset: Dataset, url: str) -> bool:
    """Return whether a page is in the data set's language: in the source's all are."""
    return dataset.original is None or url in tree(dataset.original, dataset.language)


def address_of(dataset: Dataset, url: str) -> str:
    """Return where a page is, from the site's root: in the data set's language if there is one."""
    return urls.address(url, dataset.language) if has_page(dataset, url) else url


@contextmanager
def telling(dataset: Dataset) -> Iterator[None]:
    """Let what is said within be said in a data set's language and terms, and linked within it.

    See `messages.speaking`.
    """
    source = dataset.original or dataset
    pages = tree(source, dataset.language) if dataset.original else None
    with speaking(dataset.terms, dataset.language), named(source.terms), urls.within(pages):
        yield


def _pages(dataset: Dataset) -> Iterator[GeneratedPage]:
    """Yield the pages of records, overviews and lists."""
    for area in dataset.goal_areas:
        for page in range(1, urls.who_thinks_what_pages(dataset) + 1):
            url = urls.who_thinks_what(dataset, area, page)
            yield GeneratedPage(url, "who_thinks_what", (area.id, page))
    for page in range(1, requests_pages(dataset) + 1):
        yield GeneratedPage(urls.requests(page), "requests_page", (page,))
    yield GeneratedPage(urls.strategies(), "strategy_list", ())
    if dataset.plan.sections:
        yield GeneratedPage(urls.PLAN, "plan_sections", ())
    for strategy in dataset.strategies:
        yield GeneratedPage(urls.strategy(strategy), "strategy", (strategy.id,))
        for page in _further_pages(dataset, strategy):
            yield GeneratedPage(
                urls.strategy(strategy, page), "strategy_answers", (strategy.id, page)
            )
    for page in range(2, urls.bodies_pages(dataset) + 1):
        yield GeneratedPage(urls.responses(page), "responses", (page,))
    for body in dataset.received:
        yield GeneratedPage(urls.response(body), "response", (body.id,))
    for page in range(2, readings_pages(dataset) + 1):
        yield GeneratedPage(urls.uncertain_readings(page), "uncertain_readings", (page,))
    for name, event_pages in dataset.history.months.items():
        for page in range(1, len(event_pages) + 1):
            yield GeneratedPage(urls.changes(name, page), "changes_in", (name, page))
    for url, theme, page in theme_pages(dataset):
        yield GeneratedPage(url, "theme", (theme.id, page))


def _further_pages(dataset: Dataset, strategy: Strategy) -> range:
    return range(2, urls.strategy_pages(len(dataset.answers(strategy.id))) + 1)


def page_addresses(dataset: Dataset, files: Iterable[str]) -> frozenset[str]:
    """Return the URL of every page, those of `docs/` included.

    `files` are the paths of the project's files, relative to the project. The pages of the version
    history are included only if the data set has its history.
    """
    addresses = {page.address for page in generated_pages(dataset)}
    addresses.update(
        urls.page(path.removeprefix("docs/"))
        for path in files
        if path.startswith("docs/") and path.endswith(".md")
    )
    return frozenset(addresses)
