"""A first visit to any page is light: at most 30 kB gzip in at most 4 requests.

`python -m tests.theme.test_weight SITE` lists what every page weighs.
"""

import gzip
import sys
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser

from roadmap.model.dataset import Dataset
from roadmap.presenters.answers import FEW_ANSWERS
from roadmap.views.answer_pages import NAMED
from tests.crowd import contents, crowd
from tests.html import pages, parse
from tests.project.hosting.servers import nginx
from tests.theme.accessibility.pages import PAGE_TYPES, report

MOST_BYTES = 30_000
MOST_REQUESTS = 4


class Visit(NamedTuple):
    """What a first visit to a page fetches: files, and their bytes when compressed."""

    files: tuple[str, ...]
    size: int


def first_visit(site: Path, page: str) -> Visit:
    """Count the page and everything that it refers to."""
    document = parse(site / page)
    wanted = [one.get("src") for tag in ("script", "img") for one in document.iter(tag)]
    wanted += [
        link.get("href")
        for link in document.iter("link")
        if link.get("rel") in ("stylesheet", "icon", "modulepreload", "preload")
    ]
    names = (
        name.removeprefix("/") if name.startswith("/") else join(dirname(page), name)
        for name in wanted
        if name
    )
    files = (page, *sorted({normpath(name) for name in names}))
    return Visit(files, sum(packed((site / file).read_bytes()) for file in files))


def packed(content: bytes) -> int:
    """Return how many bytes a file is when compressed."""
    return len(gzip.compress(content, 6))


@pytest.mark.parametrize(
    "name", ["site", "two_answers", "sixty_answers", "miniature", "other_municipality"]
)
def test_every_first_visit_is_light(name: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(name)
    faults = []
    for page in pages(site):
        files, size = first_visit(site, page)
        if len(files) > MOST_REQUESTS or size > MOST_BYTES:
            faults.append(f"{page}: {size} byte i {len(files)} anrop: {', '.join(files)}")
    assert not faults, report(faults)


@pytest.mark.parametrize("bodies", [FEW_ANSWERS, NAMED, 1000])
def test_every_type_of_page_is_light_however_many_bodies_there_are(
    real: Dataset, site: Path, bodies: int
) -> None:
    """As many as are shown in full or named one by one, and more than are named anywhere."""
    page = "oversikt/index.html"
    html = (site / page).read_text("utf-8")
    before, after = html[: html.index("<main")], html[html.index("</main>") :]
    others = first_visit(site, page).size - packed(html.encode())
    sizes = {
        url: others + packed(f"{before}<main>{content}{after}".encode())
        for url, content in contents(crowd(real, bodies))
    }

    faults = [f"{url}: {size} byte" for url, size in sizes.items() if size > MOST_BYTES]
    assert not faults, report(faults)


def fetched(browser: Browser, url: str) -> tuple[list[str], float]:
    """Return what a browser that has been nowhere fetches for a page, and the bytes in all."""
    urls: list[str] = []
    sizes: list[float] = []
    context = browser.new_context()
    page = context.new_page()
    page.on("request", lambda request: urls.append(request.url))
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(url, wait_until="networkidle")
    context.close()
    assert len(sizes) >= 3  # the page, the style sheet, the script
    return urls, sum(sizes)


@pytest.mark.browser
def test_the_browser_fetches_no_more_than_that(browser: Browser, site: Path) -> None:
    """From a real server, which compresses as it does: with the headers, and nothing besides."""
    faults = []
    with nginx(site) as address:
        for name, kind in PAGE_TYPES.items():
            if "?" in kind.url:
                continue  # a search fetches the index
            urls, size = fetched(browser, address + kind.url)
            # Without a window Chromium leaves out the icon.
            icon = 0 if any(url.endswith(".svg") for url in urls) else 1
            if len(urls) + icon > MOST_REQUESTS or size > MOST_BYTES - 1000:
                faults.append(f"{name}: {size} byte: {', '.join(urls)}")
            assert all(url.startswith(address) for url in urls)
    assert not faults, report(faults)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for weighed in pages(folder):
        visit = first_visit(folder, weighed)
        print(f"{visit.size:6} {len(visit.files)} {weighed}")
