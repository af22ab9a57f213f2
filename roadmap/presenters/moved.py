"""The pages that the program itself has moved: what was once published goes on leading somewhere.

A town's own moved pages stand in `data/redirects.yml`.
"""

from collections.abc import Iterator

from roadmap.model import REMARKS_ADDRESS, REQUESTS_ADDRESS
from roadmap.model.dataset import Dataset
from roadmap.presenters import urls
from roadmap.presenters.compilation import judged_sections
from roadmap.presenters.requests import requests

# How long the lists at the old addresses were, page by page.
_REQUESTS_PER_PAGE = 100
_ENTRIES_PER_PAGE = 60


def moved_pages(dataset: Dataset) -> dict[str, str]:
    """Return the new address of each page that has moved, by its old address."""
    return dict(_moved(dataset))


def _moved(dataset: Dataset) -> Iterator[tuple[str, str]]:
    yield urls.goal_areas(), urls.strategies()
    yield from _list(
        f"{urls.OVERVIEW}{REQUESTS_ADDRESS}/",
        len(requests(dataset)),
        _REQUESTS_PER_PAGE,
        urls.requests(),
    )
    for area in dataset.goal_areas:
        answers = sum(len(dataset.answers(strategy.id)) for strategy in area.strategies)
        yield from _list(
            f"{urls.COMPILATION}{urls.area_slug(dataset, area)}/",
            max(1, answers),
            _ENTRIES_PER_PAGE,
            urls.goal_area(dataset, area),
        )
    yield from _list(
        f"{urls.COMPILATION}{REMARKS_ADDRESS}/",
        len(judged_sections(dataset)),
        _ENTRIES_PER_PAGE,
        urls.OVERVIEW,
    )


def _list(old: str, rows: int, rows_per_page: int, new: str) -> Iterator[tuple[str, str]]:
    """Yield the pages of an old list, all of which lead to the first page of the new one."""
    for page in range(1, urls.page_count(rows, rows_per_page) + 1):
        yield (old if page == 1 else f"{old}sida-{page}/"), new
