"""A first visit to any page is light: at most 30 kB gzip in at most 4 requests, to some 22.

`python -m tests.theme.test_weight SITE` lists what every page weighs.
"""

import gzip
import re
import sys
from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, BrowserContext

from bench.build.report import BODIES, MOST_HTML
from bench.synthetic import with_bodies
from roadmap.model.dataset import Dataset
from roadmap.presenters.answers import FEW_ANSWERS
from roadmap.presenters.pages import generated_pages
from roadmap.presenters.urls import FIRST_ANSWERS
from roadmap.site.assets import STYLES, assets
from roadmap.site.build import page_content
from roadmap.site.gaps import without_gaps
from tests.browsers import window
from tests.crowd import contents, crowd
from tests.html import pages, parse
from tests.project.hosting.servers import nginx
from tests.theme.accessibility.pages import PAGE_TYPES, report

MOST_BYTES = 30_000
# The pages that most readers land on first.
LANDING_BYTES = 22_000
LANDINGS = ("index.html", "malomraden/", "strategier/")
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
    others = sorted({normpath(name) for name in names})
    size = packed((site / page).read_bytes()) + sum(packed_file(site / other) for other in others)
    return Visit((page, *others), size)


def most_bytes(url: str) -> int:
    """Return how much the first visit to a page may weigh: further pages of a list may more."""
    page = f"{url}index.html".removeprefix("en/")
    is_landing = page.startswith(LANDINGS) and "/sida-" not in url
    return LANDING_BYTES if is_landing else MOST_BYTES


def packed(content: bytes) -> int:
    """Return how many bytes a file is when compressed."""
    return len(gzip.compress(content, 6))


@lru_cache(maxsize=20)
def packed_file(path: Path) -> int:
    """Return how many bytes a file is that many pages refer to."""
    return packed(path.read_bytes())


@pytest.mark.parametrize(
    "name",
    ["site", "two_answers", "sixty_answers", "miniature", "other_municipality", "bilingual"],
)
def test_every_first_visit_is_light(name: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(name)
    faults = []
    for page in pages(site):
        files, size = first_visit(site, page)
        if len(files) > MOST_REQUESTS or size > most_bytes(page.removesuffix("index.html")):
            faults.append(f"{page}: {size} byte i {len(files)} anrop: {', '.join(files)}")
    assert not faults, report(faults)


@pytest.mark.parametrize("bodies", [1, 2, FEW_ANSWERS, FIRST_ANSWERS, 60, 1000])
def test_every_type_of_page_is_light_however_many_bodies_there_are(
    real: Dataset, site: Path, bodies: int
) -> None:
    """As many as are shown in full on each page, and more than any page has room for."""
    page = "oversikt/index.html"
    html = (site / page).read_text("utf-8")
    before, after = html[: html.index("<main")], html[html.index("</main>") :]
    published = assets()
    sheets = {
        name: packed(published.files[published.urls[name]]) for name in (STYLES, *published.missing)
    }
    others = first_visit(site, page).size - packed(html.encode()) - sheets[STYLES]
    sizes = {
        url: others
        + sheets[published.styles(content)]
        + packed(f"{before}<main>{content}{after}".encode())
        for url, content in contents(crowd(real, bodies))
    }
    faults = [f"{url}: {size} byte" for url, size in sizes.items() if size > most_bytes(url)]
    assert not faults, report(faults)


def html_of(dataset: Dataset, frame: tuple[str, str]) -> int:
    """Return how many bytes all pages are that follow from the data, each in the same frame."""
    before, after = frame
    contents = (page_content(dataset, page) for page in generated_pages(dataset))
    return sum(len(without_gaps(before + content + after).encode()) for content in contents)


def test_the_site_is_light_with_hundreds_of_bodies(real: Dataset, sixty_answers: Path) -> None:
    """By what each further body adds, where lists that only quote a few have all they take."""
    built = sum(path.stat().st_size for path in sixty_answers.rglob("*.html"))
    html = (sixty_answers / "strategier/1-1/sida-2/index.html").read_text("utf-8")
    frame = html[: html.index("<main")], html[html.index("</main>") :]
    sixty, twice = (html_of(with_bodies(real, bodies), frame) for bodies in (60, 120))
    each = (twice - sixty) / 60
    most = (MOST_HTML - built) / (BODIES - 60)
    assert each <= most, f"{each:.0f} byte för varje svar till, av högst {most:.0f}"


# The selectors of a style sheet, those in its conditions too.
SELECTORS = """text => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    const all = rules => [...rules].flatMap(
        rule => rule.selectorText ? [rule.selectorText] : all(rule.cssRules || []));
    return all(sheet.cssRules);
}"""
STYLED = """selectors => selectors.filter(selector => document.querySelector(
    selector.replace(/::[a-z-]+(\\([^)]*\\))?/g, "")))"""


@pytest.mark.browser
def test_a_page_with_fewer_styles_lacks_none_that_it_has_a_use_for(
    browser: Browser, site: Path, sixty_answers: Path
) -> None:
    faults = []
    with window(browser) as opened:
        page = opened.new_page()
        for built in (site, sixty_answers):
            sheets = {
                path.name: set(page.evaluate(SELECTORS, path.read_text("utf-8")))
                for path in (built / "assets/css").iterdir()
            }
            whole = max(sheets.values(), key=len)
            found = set()
            for name in pages(built):
                html = (built / name).read_text("utf-8")
                (sheet,) = re.findall(r"assets/css/([\w.]+)\"", html)
                lacking = sorted(whole - sheets[sheet])
                found.add(sheet)
                if lacking:
                    page.set_content(html)
                    faults += [f"{name}: {one}" for one in page.evaluate(STYLED, lacking)]
            assert found == sheets.keys()
    assert not faults, report(faults)


class FirstVisit:
    """What a browser that has been nowhere fetches for a page: addresses, and bytes of each."""

    def __init__(self, opened: BrowserContext, url: str) -> None:
        self.urls: list[str] = []
        self.sizes: list[float] = []
        self._page = opened.new_page()
        self._page.on("request", lambda request: self.urls.append(request.url))
        network = opened.new_cdp_session(self._page)
        network.send("Network.enable")
        network.on(
            "Network.loadingFinished",
            lambda event: self.sizes.append(event["encodedDataLength"]),
        )
        self._page.goto(url)

    def ended(self) -> "FirstVisit":
        """Wait until nothing more is fetched."""
        self._page.wait_for_load_state("networkidle")
        assert len(self.sizes) >= 3  # the page, the style sheet, the script
        return self


@pytest.mark.browser
def test_the_browser_fetches_no_more_than_that(browser: Browser, site: Path) -> None:
    """From a real server, which compresses as it does: with the headers, and nothing besides."""
    faults = []
    # A search fetches the index.
    kinds = {name: kind for name, kind in PAGE_TYPES.items() if "?" not in kind.url}
    with nginx(site) as address, ExitStack() as windows:
        visits = {
            name: FirstVisit(windows.enter_context(window(browser)), address + kind.url)
            for name, kind in kinds.items()
        }
        for name, visit in visits.items():
            urls, size = visit.ended().urls, sum(visit.sizes)
            # Without a window Chromium leaves out the icon.
            icon = 0 if any(url.endswith(".svg") for url in urls) else 1
            if len(urls) + icon > MOST_REQUESTS or size > MOST_BYTES:
                faults.append(f"{name}: {size} byte: {', '.join(urls)}")
            assert all(url.startswith(address) for url in urls)
    assert not faults, report(faults)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for weighed in pages(folder):
        visit = first_visit(folder, weighed)
        print(f"{visit.size:6} {len(visit.files)} {weighed}")
