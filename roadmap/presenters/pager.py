"""The links between the pages of a long list."""

from collections.abc import Callable
from dataclasses import dataclass

from roadmap.presenters import urls

# How many pages on either side of the present one have links of their own.
_NEAR = 2


@dataclass(frozen=True)
class Step:
    """A page of the list; `gap` if pages are left out before it."""

    number: int
    href: str
    current: bool
    gap: bool


@dataclass(frozen=True)
class Pager:
    """The pages that have links, and the hrefs of the pages before and after the present one."""

    steps: tuple[Step, ...]
    before: str | None
    after: str | None


def pager(here: str, page: int, pages: int, url_of: Callable[[int], str]) -> Pager:
    """Return the links from a page of a list, numbered from 1, to the others."""
    near = range(page - _NEAR, page + _NEAR + 1)
    numbers = [number for number in range(1, pages + 1) if number in (1, pages) or number in near]
    steps = tuple(
        Step(
            number,
            urls.link(here, url_of(number)),
            number == page,
            index > 0 and number - numbers[index - 1] > 1,
        )
        for index, number in enumerate(numbers)
    )
    before = urls.link(here, url_of(page - 1)) if page > 1 else None
    after = urls.link(here, url_of(page + 1)) if page < pages else None
    return Pager(steps, before, after)
