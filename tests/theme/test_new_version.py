"""A page that is open while its site is replaced by a new version."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.theme.conftest import Opener
from tools.web import served

pytestmark = pytest.mark.browser

BODY = "Påhittade provnämnden"


class Host:
    """A web server whose site can be replaced, at once and as a whole."""

    def __init__(self, folder: Path, site: Path) -> None:
        self._folder = folder
        self.deploy(site)

    def deploy(self, site: Path, *, keep: bool = False) -> None:
        """Publish a site; `keep` the files of the last one that the new one does not have."""
        if not keep:
            shutil.rmtree(self._folder, ignore_errors=True)
        shutil.copytree(site, self._folder, copy_function=_linked, dirs_exist_ok=True)


def _linked(source: str, target: str) -> None:
    Path(target).unlink(missing_ok=True)
    os.link(source, target)


@pytest.fixture
def host(tmp_path: Path, site: Path) -> Iterator[tuple[Host, str]]:
    host = Host(tmp_path / "www", site)
    with served(tmp_path / "www") as address:
        yield host, address


def search(page: Page, words: str) -> None:
    page.locator("main input[type=search]").fill(words)
    expect(page.locator("[data-search-status]")).to_contain_text(f"på ”{words}”")


@pytest.mark.parametrize("keep", [False, True])
def test_a_search_goes_on_with_the_new_index(
    open_page: Opener, host: tuple[Host, str], two_answers: Path, keep: bool
) -> None:
    published, address = host
    page = open_page(f"{address}sok/")
    search(page, "skola")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    published.deploy(two_answers, keep=keep)
    search(page, "trygghet")
    assert page.locator("[data-search-results] ol > li").count() > 3
    # Where the earlier parts are kept, nobody notices; else what is found is the new version's.
    assert any(url.endswith("/head.json") for url in fetched) is not keep
    page.reload()
    search(page, BODY)
    expect(page.locator("[data-search-results] ol > li").first).to_contain_text(BODY)


def test_more_of_what_was_found_before_is_searched_for_again(
    open_page: Opener, host: tuple[Host, str], two_answers: Path, sixty_answers: Path
) -> None:
    published, address = host
    published.deploy(sixty_answers)
    page = open_page(f"{address}sok/")
    search(page, "3.1")
    status = page.locator("[data-search-status][data-search-ready]")
    before = status.inner_text()
    published.deploy(two_answers)
    page.locator("[data-search-results] .also button").first.click()
    expect(status).not_to_have_text(before)
    expect(status).to_be_focused()
    expect(status).to_contain_text("på ”3.1”")
