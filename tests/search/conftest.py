"""The search engine in a real browser, on the real data, under the site's strict policy."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from bench.synthetic import with_bodies
from roadmap import search
from roadmap.model.dataset import Dataset
from roadmap.site.assets import lighten
from tests.projects import ROOT
from tools.browser import find_chromium

SCRIPTS = ROOT / "roadmap" / "theme" / "assets" / "js"
PAGE = """<!doctype html><html lang="sv"><meta charset="utf-8"><title>Prov</title>
<script type="module" src="try.js"></script></html>"""
TRY = """import { Search } from "./search.js";
import { distance, tokens } from "./search-words.js";
window.engine = new Search("search/");
window.tools = { distance, tokens };
"""


class Ask(Protocol):
    """Evaluates a JavaScript function, async or not, with one argument in the engine's page."""

    def __call__(self, script: str, argument: object = None) -> Any: ...


class _Strict(SimpleHTTPRequestHandler):
    """Serves with the policy that the published site has."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", "default-src 'self'")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def built(real: Dataset) -> dict[str, bytes]:
    """The index of the real data."""
    return dict(search.build(real))


@pytest.fixture(scope="session")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Asker"]:
    """Makes pages with an engine and an index in them."""
    asker = Asker(tmp_path_factory)
    yield asker
    asker.close()


class Asker:
    """Serves indexes and opens the engine on them.

    The browser lives in a thread of its own: Playwright allows one event loop per thread, and the
    tests of the site have theirs.
    """

    def __init__(self, folders: pytest.TempPathFactory) -> None:
        self._folders = folders
        self._servers: list[ThreadingHTTPServer] = []
        self._thread = ThreadPoolExecutor(1)
        self._playwright, self._browser = self._thread.submit(_launch).result()

    def open(self, files: dict[str, bytes]) -> Ask:
        """Return a way to ask an engine that has this index; a fault in the page is an error."""
        folder = self._folders.mktemp("engine")
        for path in SCRIPTS.glob("*.js"):
            (folder / path.name).write_bytes(path.read_bytes())
        (folder / "try.js").write_text(TRY, "utf-8")
        lighten(folder)
        (folder / "index.html").write_text(PAGE, "utf-8")
        for name, content in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        page = self._thread.submit(self._page, self._serve(folder)).result()

        def ask(script: str, argument: object = None) -> Any:
            return self._thread.submit(page.evaluate, script, argument).result()

        return ask

    def _page(self, address: str) -> Page:
        page = self._browser.new_page()
        page.goto(address)
        page.wait_for_function("'engine' in window")
        return page

    def _serve(self, folder: Path) -> str:
        def handler(*arguments: Any) -> _Strict:
            return _Strict(*arguments, directory=str(folder))

        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        Thread(target=server.serve_forever, daemon=True).start()
        self._servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    def close(self) -> None:
        """Stop the browser and the servers."""
        self._thread.submit(self._browser.close).result()
        self._thread.submit(self._playwright.stop).result()
        self._thread.shutdown()
        for server in self._servers:
            server.shutdown()
            server.server_close()


def _launch() -> tuple[Playwright, Browser]:
    chromium = find_chromium()
    assert chromium, "Ingen webbläsare hittades. Kör: make test"
    playwright = sync_playwright().start()
    return playwright, playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])


@pytest.fixture(scope="session")
def ask(asker: Asker, built: dict[str, bytes]) -> Ask:
    """Ask the engine that has the real data."""
    return asker.open(built)


@pytest.fixture(scope="session")
def ask_many(asker: Asker, real: Dataset) -> Ask:
    """Ask an engine that has sixty bodies, all but one fictional."""
    return asker.open(dict(search.build(with_bodies(real, 60))))
