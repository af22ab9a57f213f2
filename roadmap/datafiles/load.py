"""Load the data of a project: a sound data set, or every problem at its line."""

import gc
from collections import defaultdict
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from roadmap.datafiles.checks import check
from roadmap.datafiles.checks.area_pages import areas_have_their_pages
from roadmap.datafiles.checks.easy_page import easy_page_is_easy
from roadmap.datafiles.checks.files import files_can_be_published
from roadmap.datafiles.checks.pages import pages_are_for_everybody
from roadmap.datafiles.files import bytes_of, files_below
from roadmap.datafiles.problems import DataError, Problem
from roadmap.datafiles.reader import Reading, read, state
from roadmap.datafiles.redirects import parse_redirects
from roadmap.datafiles.site_pages import site_pages
from roadmap.datafiles.translated_pages import page_translations, translated_pages_are_told
from roadmap.model.dataset import CONTENT_FOLDERS, REDIRECTS, Dataset
from roadmap.model.site_page import SitePage
from roadmap.presenters import urls
from roadmap.presenters.moved import moved_pages
from roadmap.presenters.pages import language_of, page_addresses

_Loaded = tuple[Dataset, list[Problem]] | DataError


def load(reading: Reading, today: date) -> tuple[Dataset, list[Problem]]:
    """Return a sound dataset and its warnings; raise DataError if there is any error."""
    problems = check(reading, today)
    if reading.dataset is None or any(problem.severity == "error" for problem in problems):
        raise DataError(problems)
    return reading.dataset, problems


def checked(root: Path, today: date) -> tuple[Dataset, list[Problem]]:
    """Return the sound dataset of a project and its warnings; raise DataError with every problem.

    Files are read again only when one of those in the same folder has changed.
    """
    root = root.resolve()
    states = state(root), state(root, "docs")
    loaded = _loaded(root, today, states[0])
    problems = [*_file_problems(root, *states), *_page_problems(root, states[1])]
    if isinstance(loaded, DataError):
        raise DataError([*loaded.problems, *problems])
    try:
        redirects(loaded[0])
    except DataError as error:
        problems += error.problems
    problems = [*loaded[1], *problems, *_area_problems(loaded[0], states[1])]
    if any(problem.severity == "error" for problem in problems):
        raise DataError(problems)
    return _with_pages(loaded[0], states[1]), sorted(problems)


@lru_cache(maxsize=1)
def _loaded(root: Path, today: date, _state: object) -> _Loaded:
    try:
        return load(read(root), today)
    except DataError as error:
        return error
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
def _area_problems(dataset: Dataset, _state: object) -> tuple[Problem, ...]:
    return (
        *areas_have_their_pages(dataset),
        *translated_pages_are_told(dataset),
        *easy_page_is_easy(dataset),
    )


@lru_cache(maxsize=1)
def _with_pages(dataset: Dataset, _state: object) -> Dataset:
    pages: dict[str, list[SitePage]] = defaultdict(list)
    written: dict[str, set[str]] = defaultdict(set)
    for page in site_pages(dataset.root):
        language, url = language_of(dataset, page.url)
        pages[language].append(page._replace(url=url))
    for file in files_below(dataset.root / "docs", ".md"):
        name = file.relative_to(dataset.root / "docs").as_posix()
        language, url = language_of(dataset, urls.page(name))
        written[language].add(url)
    return replace(
        dataset,
        pages_in={language: tuple(own) for language, own in pages.items()},
        written={language: frozenset(own) for language, own in written.items()},
        page_translations=page_translations(dataset),
    )


def redirects(dataset: Dataset) -> dict[str, str]:
    """Return the new address of each moved page, by its old address. Raises DataError.

    Some the program has moved, the others the town. What is a page again leads nowhere else.
    """
    pages = page_addresses(dataset, project_files(dataset.root))
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
