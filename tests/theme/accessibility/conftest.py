"""One browser, and one window for each kind of reader, kept through the whole run."""

from collections.abc import Iterator
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urldefrag

import pytest
from playwright.sync_api import Browser, Page

from tests.browsers import window
from tests.look import give_look
from tests.projects import OTHER, build, make_project
from tests.shared import Shared
from tests.theme.accessibility.pages import PageType
from tools.web import served

PROBE = (Path(__file__).parent / "probe.js").read_text("utf-8")


class Reader:
    """Opens pages as one reader after another has them: the screen, the settings."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._windows = ExitStack()
        self._pages: dict[str, Page] = {}

    def open(
        self,
        url: str,
        width: int = 1280,
        scheme: Literal["light", "dark"] = "light",
        *,
        height: int = 900,
        ready: str = "main",
        **settings: Any,
    ) -> Page:
        """Open a page that has come to rest, with the probe in it."""
        key = repr((width, height, scheme, sorted(settings.items())))
        if key not in self._pages:
            viewport = {"width": width, "height": height}
            opened = window(
                self._browser, viewport=viewport, color_scheme=scheme, locale="sv-SE", **settings
            )
            self._pages[key] = self._windows.enter_context(opened).new_page()
        page = self._pages[key]
        page.set_viewport_size({"width": width, "height": height})  # a test may have changed it
        page.emulate_media(media="screen", color_scheme=scheme)
        if urldefrag(page.url).url == urldefrag(url).url:
            page.goto("about:blank")  # else the page would keep its state
        page.goto(url)
        page.locator(ready).first.wait_for(state="attached")
        page.evaluate(PROBE)
        return page

    def open_type(self, address: str, kind: PageType, *arguments: Any, **settings: Any) -> Page:
        """Open the page that stands for a type."""
        ready = kind.ready if settings.get("java_script_enabled", True) else "main"
        return self.open(address + kind.url, *arguments, ready=ready, **settings)

    @cached_property
    def judge(self) -> Page:
        """A page beside the others, which looks at pictures of them."""
        return self._windows.enter_context(window(self._browser)).new_page()

    def close(self) -> None:
        """Close every window."""
        self._windows.close()


@pytest.fixture(scope="session")
def reader(browser: Browser) -> Iterator[Reader]:
    reader = Reader(browser)
    yield reader
    reader.close()


@pytest.fixture(scope="session")
def two_answers_address(two_answers: Path) -> Iterator[str]:
    with served(two_answers) as address:
        yield address


@pytest.fixture(scope="session")
def sixty_answers_address(sixty_answers: Path) -> Iterator[str]:
    with served(sixty_answers) as address:
        yield address


@pytest.fixture(scope="session")
def bilingual_address(bilingual: Path) -> Iterator[str]:
    with served(bilingual) as address:
        yield address


@pytest.fixture(scope="session")
def pseudo_address(pseudo_site: Path) -> Iterator[str]:
    with served(pseudo_site) as address:
        yield address


@pytest.fixture(scope="session")
def miniature_address(miniature: Path) -> Iterator[str]:
    with served(miniature) as address:
        yield address


@pytest.fixture(scope="session")
def look_address(shared: Shared) -> Iterator[str]:
    """A site with a colour, a logo and an icon of its own."""
    folder = shared.folder("look", lambda folder: build(give_look(make_project(folder, OTHER))))
    with served(folder / "site") as address:
        yield address
