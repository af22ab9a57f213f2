"""The list of pages: those generated from the data, and the addresses of all pages."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from roadmap.model import Strategy
from roadmap.model.dataset import Dataset
from roadmap.presenters import urls
from roadmap.presenters.facts import readings_pages
from roadmap.presenters.requests import requests_pages
from roadmap.presenters.themes import theme_pages


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """A page without a file in `docs/`: its URL, and the view that makes all its content."""

    url: str
    view: str
    arguments: tuple[str | int, ...]

    @property
    def source(self) -> str:
        """The name that the page's Markdown would have under `docs/`."""
        return f"{self.url.rstrip('/')}.md"

    @property
    def file(self) -> str:
        """The path of the finished page, relative to the site's root."""
        return f"{self.url}index.html"

    @property
    def markdown(self) -> str:
        """The page for an engine that only has Markdown pages: the call of a macro."""
        arguments = ", ".join(json.dumps(argument) for argument in self.arguments)
        return f"{{{{ {self.view}({arguments}) }}}}\n"


def generated_pages(dataset: Dataset) -> Iterator[GeneratedPage]:
    """Yield the pages generated from the data: for records, overviews and lists."""
    for area in dataset.goal_areas:
        for page in range(1, urls.who_thinks_what_pages(dataset) + 1):
            url = urls.who_thinks_what(dataset, area, page)
            yield GeneratedPage(url, "who_thinks_what", (area.id, page))
    for page in range(1, requests_pages(dataset) + 1):
        yield GeneratedPage(urls.requests(page), "requests_page", (page,))
    yield GeneratedPage(urls.STRATEGIES, "strategy_list", ())
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
    addresses = {page.url for page in generated_pages(dataset)}
    addresses.update(
        urls.page(path.removeprefix("docs/"))
        for path in files
        if path.startswith("docs/") and path.endswith(".md")
    )
    return frozenset(addresses)
