"""A real browser, and the real site served from a plain web server."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browsers import window
from tools.web import served


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the real site."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def many(sixty_answers: Path) -> Iterator[str]:
    """The address of a site with sixty answers."""
    with served(sixty_answers) as address:
        yield address


@pytest.fixture(scope="session")
def sub_address(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the real site put under a path of its own."""
    folder = tmp_path_factory.mktemp("host")
    shutil.copytree(site, folder / "kommun" / "plan")
    with served(folder) as address:
        yield f"{address}kommun/plan/"


Opener = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Opener]:
    """Open pages that fail the test when something breaks in them or leaves the machine."""
    faults: list[str] = []
    with ExitStack() as stack:

        def opener(url: str, width: int = 1280, height: int = 900, **options: Any) -> Page:
            viewport = {"width": width, "height": height}
            opened = window(browser, viewport=viewport, locale="sv-SE", **options)
            page = stack.enter_context(opened).new_page()
            page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
            page.on(
                "console",
                lambda said: (
                    faults.append(f"{page.url}: {said.text}") if said.type == "error" else None
                ),
            )
            page.on(
                "request",
                lambda request: (
                    None
                    if request.url.startswith(("http://127.0.0.1", "data:"))
                    else faults.append(f"{page.url} fetches {request.url}")
                ),
            )
            page.goto(url)
            return page

        yield opener
    told = ("404 (Not Found)", "503 (Service Unavailable)")
    assert not [fault for fault in faults if not any(words in fault for words in told)]
