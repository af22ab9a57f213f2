"""The real pages in a real browser, under the headers that the web servers send."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers import window
from tests.project.hosting.servers import SERVERS
from tests.theme.conftest import Opener
from tests.theme.test_reading import PAGE_TYPES

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", params=SERVERS)
def hosted(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    """The address of the real site as nginx and Caddy serve it."""
    with SERVERS[request.param](site) as address:
        yield address


def test_every_page_keeps_to_the_policy(open_page: Opener, hosted: str) -> None:
    # Anything against the policy is an error in the console, which fails the test.
    page = open_page(hosted)
    for url in PAGE_TYPES.values():
        page.goto(hosted + url)
        expect(page.locator("h1")).to_be_visible()
        sheets = "[...document.styleSheets].map(sheet => sheet.cssRules.length > 0)"
        assert page.evaluate(sheets), url
        assert all(page.evaluate(sheets)), url
    page.goto(f"{hosted}sok/?q=skola")
    page.locator("[data-search-ready]").wait_for(state="attached")


def test_the_policy_stops_what_it_should(browser: Browser, hosted: str) -> None:
    """The test above would see a breach, and the browser knows every header."""
    with window(browser) as opened:
        assert_that_breaches_are_told(opened.new_page(), hosted)


def assert_that_breaches_are_told(page: Page, hosted: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(hosted)
    assert said == []
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "document.title = 'intrång'";
            document.body.append(script);
            document.body.insertAdjacentHTML("beforeend", "<p style='color: red'>");
        }"""
    )
    assert page.title() != "intrång"
    for breach in ("Executing inline script", "Applying inline style"):
        assert any(text.startswith(breach) for text in said), said
