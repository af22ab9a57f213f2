"""The search engine in a real browser, on frozen data, under the site's strict policy."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser

from bench.synthetic import with_bodies
from roadmap import search
from roadmap.model.dataset import Dataset
from roadmap.site.assets import THEME, light
from tests.browsers import window
from tests.waiting import until
from tools.web import served

SCRIPTS = THEME / "assets" / "js"
PAGE = """<!doctype html><html lang="sv"><meta charset="utf-8"><title>Prov</title>
<script type="module" src="try.js"></script></html>"""
TRY = """import { Search } from "./search.js";
import { distance, tokens } from "./search-words.js";
window.engine = new Search("search/");
window.tools = { distance, tokens };
"""
POLICY = {"Content-Security-Policy": "default-src 'self'"}


class Ask(Protocol):
    """Evaluates a JavaScript function, async or not, with one argument in the engine's page."""

    def __call__(self, script: str, argument: object = None) -> Any: ...


# Puts an index beside the engine; returns a way to ask it. A fault in the page is an error.
Open = Callable[[dict[str, bytes]], Ask]


@pytest.fixture(scope="session")
def open_engine(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Open]:
    with ExitStack() as stack:

        def open_engine(files: dict[str, bytes]) -> Ask:
            folder = tmp_path_factory.mktemp("engine")
            (folder / "source.js").write_text(TRY, "utf-8")
            (folder / "try.js").write_bytes(light("source.js", [folder, SCRIPTS]))
            (folder / "index.html").write_text(PAGE, "utf-8")
            for name, content in files.items():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_bytes(content)
            page = stack.enter_context(window(browser)).new_page()
            page.goto(stack.enter_context(served(folder, POLICY)))
            until(lambda: page.evaluate("'engine' in window"))

            def ask(script: str, argument: object = None) -> Any:
                return page.evaluate(script, argument)

            return ask

        yield open_engine


@pytest.fixture(scope="session")
def built(real: Dataset) -> dict[str, bytes]:
    """The index of the frozen data."""
    return dict(search.build(real))


@pytest.fixture(scope="session")
def ask(open_engine: Open, built: dict[str, bytes]) -> Ask:
    """Ask the engine that has the frozen data."""
    return open_engine(built)


@pytest.fixture(scope="session")
def ask_many(open_engine: Open, real: Dataset) -> Ask:
    """Ask an engine that has sixty bodies, all but one fictional."""
    return open_engine(dict(search.build(with_bodies(real, 60))))
