"""Load the data of a project: a sound data set, or every problem at its line."""

import gc
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from roadmap.datafiles.checks import check
from roadmap.datafiles.checks.address_folders import folders_follow_the_addresses
from roadmap.datafiles.checks.area_pages import areas_have_their_pages
from roadmap.datafiles.checks.easy_page import easy_page_is_easy
from roadmap.datafiles.checks.files import files_can_be_published
from roadmap.datafiles.checks.led_to import pages_are_led_to
from roadmap.datafiles.checks.own_words import pages_say_the_sites_words
from roadmap.datafiles.checks.page_scope import PageScope, page_scope
from roadmap.datafiles.checks.pages import pages_are_for_everybody
from roadmap.datafiles.files import bytes_of, files_below
from roadmap.datafiles.problems import DataError, Problem
from roadmap.datafiles.reader import Reading, read, state
from roadmap.datafiles.redirects import parse_redirects
from roadmap.datafiles.site_pages import site_pages
from roadmap.datafiles.translated_pages import page_translations, translated_pages_are_told
from roadmap.model.dataset import CONTENT_FOLDERS, REDIRECTS, Dataset
from roadmap.model.site_page import SitePage
from roadmap.model.terms import Terms
from roadmap.presenters import urls
from roadmap.presenters.address_names import named
from roadmap.presenters.messages import speaking
from roadmap.presenters.moved import moved_pages
from roadmap.presenters.pages import language_of, page_addresses

_States = tuple[object, object]  # of data/ and of docs/


@dataclass(frozen=True)
class Examined:
    """What a project holds, and every problem of its data and its pages.

    `dataset` is None if the data has an error. `moved` are the new addresses of moved pages by
    their old ones, as far as they are sound.
    """

    dataset: Dataset | None
    moved: Mapping[str, str]
    problems: list[Problem]


@dataclass(frozen=True)
class _Data:
    """The data, if it is sound, its problems, and what the rules for pages need to know of it."""

    dataset: Dataset | None
    problems: list[Problem]
    scope: PageScope
    terms: Terms


def load(reading: Reading, today: date) -> tuple[Dataset, list[Problem]]:
    """Return a sound dataset and its warnings; raise DataError if there is any error."""
    problems = check(reading, today)
    if reading.dataset is None or _has_error(problems):
        raise DataError(problems)
    return reading.dataset, problems


def examine(root: Path, today: date) -> Examined:
    """Return what a project holds, with every problem: an error hides none that can be known.

    Files are read again only when one of those in the same folder has changed.
    """
    root = root.resolve()
    return _examined(root, today, _states(root))


def checked(root: Path, today: date) -> tuple[Dataset, list[Problem]]:
    """Return the sound dataset of a project and its warnings; raise DataError with every problem.

    Files are read again only when one of those in the same folder has changed.
    """
    root = root.resolve()
    states = _states(root)
    examined = _examined(root, today, states)
    if examined.dataset is None or _has_error(examined.problems):
        raise DataError(examined.problems)
    scope = _data(root, today, states[0]).scope
    return _with_pages(examined.dataset, scope, states[1]), examined.problems


def _states(root: Path) -> _States:
    return state(root), state(root, "docs")


def _examined(root: Path, today: date, states: _States) -> Examined:
    data = _data(root, today, states[0])
    moved: Mapping[str, str] = {}
    with speaking(data.terms), named(data.terms):
        problems = [
            *data.problems,
            *_file_problems(root, *states),
            *_page_problems(root, states[1]),
            *_scope_problems(data.scope, states[1]),
        ]
        try:
            moved = redirects(data.dataset) if data.dataset else _redirects_alone(root)
        except DataError as error:
            problems += error.problems
    return Examined(data.dataset, moved, sorted(problems))


def _has_error(problems: Iterable[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


@lru_cache(maxsize=1)
def _data(root: Path, today: date, _state: object) -> _Data:
    reading = read(root)
    scope = page_scope(root, reading)
    try:
        return _Data(*load(reading, today), scope, reading.terms)
    except DataError as error:
        return _Data(None, error.problems, scope, reading.terms)
    finally:
        # The data set is kept, so the garbage collector need not search it again.
        gc.freeze()


@lru_cache(maxsize=1)
def _file_problems(root: Path, *_states: object) -> tuple[Problem, ...]:
    return tuple(files_can_be_published(root))


@lru_cache(maxsize=1)
def _page_problems(root: Path, _state: object) -> tuple[Problem, ...]:
    return tuple(pages_are_for_everybody(root))


@lru_cache(maxsize=1)
def _scope_problems(scope: PageScope, _state: object) -> tuple[Problem, ...]:
    return (
        *folders_follow_the_addresses(scope),
        *areas_have_their_pages(scope),
        *translated_pages_are_told(scope),
        *easy_page_is_easy(scope),
        *pages_are_led_to(scope),
        *pages_say_the_sites_words(scope),
    )


@lru_cache(maxsize=1)
def _with_pages(dataset: Dataset, scope: PageScope, _state: object) -> Dataset:
    pages: dict[str, list[SitePage]] = defaultdict(list)
    written: dict[str, set[str]] = defaultdict(set)
    for page in site_pages(dataset.root):
        language, url = language_of(dataset.settings.languages, page.url)
        pages[language].append(page._replace(url=url))
    for file in files_below(dataset.root / "docs", ".md"):
        name = file.relative_to(dataset.root / "docs").as_posix()
        language, url = language_of(dataset.settings.languages, urls.page(name))
        written[language].add(url)
    return replace(
        dataset,
        pages_in={language: tuple(own) for language, own in pages.items()},
        written={language: frozenset(own) for language, own in written.items()},
        page_translations=page_translations(scope),
    )


def _redirects_alone(root: Path) -> Mapping[str, str]:
    """Return no new addresses; raise DataError with what is wrong with them whatever the pages."""
    if (root / REDIRECTS).is_file():
        parse_redirects(bytes_of(root / REDIRECTS, REDIRECTS), None)
    return {}


def redirects(dataset: Dataset) -> dict[str, str]:
    """Return the new address of each moved page, by its old address. Raises DataError.

    Some the program has moved, the others the town. What is a page again leads nowhere else.
    """
    pages = page_addresses(dataset, project_files(dataset.root))
    with named(dataset.terms):
        moved = {old: new for old, new in moved_pages(dataset).items() if old not in pages}
        file = dataset.root / REDIRECTS
        if not file.is_file():
            return moved
        return moved | parse_redirects(bytes_of(file, REDIRECTS), pages, moved)


def project_files(root: Path) -> list[str]:
    """Return the paths of the pages and of the data's files, relative to the root."""
    return [
        path.relative_to(root).as_posix()
        for folder in CONTENT_FOLDERS
        for path in files_below(root / folder)
    ]
