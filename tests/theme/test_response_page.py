"""The page of a response in a browser: its first screen, its switch, and exact links."""

import pytest
from playwright.sync_api import Page, expect

from tests.theme.conftest import Opener

pytestmark = pytest.mark.browser

PAGE = "remissvar/enskede-arsta-vantor/"
RETOLD = '[data-text="S1.1"]'
SAID = '[data-text="enskede-arsta-vantor/S1.1"]'


def assert_only_comments(page: Page) -> None:
    expect(page.locator(RETOLD)).not_to_be_visible()
    expect(page.locator(SAID)).to_be_visible()
    expect(page.locator("#strategi-1-1")).to_be_visible()


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (360, 800)])
def test_the_answer_begins_on_the_first_screen(
    open_page: Opener, address: str, width: int, height: int
) -> None:
    page = open_page(address + PAGE, width=width, height=height)
    box = page.locator("blockquote").first.bounding_box()
    assert box
    assert box["y"] + 30 < height


@pytest.mark.parametrize("scripts", [True, False])
def test_the_plans_words_can_be_left_out(open_page: Opener, address: str, scripts: bool) -> None:
    page = open_page(address + PAGE, java_script_enabled=scripts)
    expect(page.locator(RETOLD)).to_be_visible()
    page.get_by_role("link", name="Visa bara synpunkterna").click()
    assert "visa=synpunkter" in page.url
    assert_only_comments(page)
    page.get_by_role("link", name="Hela svaret").click()
    expect(page.locator(RETOLD)).to_be_visible()


def test_the_choice_stays_while_one_reads(open_page: Opener, address: str) -> None:
    page = open_page(f"{address}{PAGE}?visa=synpunkter")
    chosen = page.locator(".switch [aria-current]")
    assert chosen.inner_text() == "Visa bara synpunkterna"
    page.get_by_role("link", name="Nästa synpunkt: 1.3", exact=True).click()
    assert page.url.endswith("?visa=synpunkter#synpunkt-1-3")
    assert_only_comments(page)


@pytest.mark.parametrize("width", [360, 1440])
def test_an_exact_link_shows_the_comment_with_its_strategys_title(
    open_page: Opener, address: str, width: int
) -> None:
    page = open_page(f"{address}{PAGE}#synpunkt-3-3", width=width)
    for place in ("#strategi-3-3", '[data-text="enskede-arsta-vantor/S3.3"]'):
        expect(page.locator(place)).to_be_in_viewport(ratio=1)


def test_the_contents_are_folded_where_the_window_is_narrow(
    open_page: Opener, address: str
) -> None:
    page = open_page(address + PAGE, width=360)
    link = page.get_by_role("link", name="Bakgrund", exact=True)
    expect(link).not_to_be_visible()
    page.get_by_text("Innehåll", exact=True).click()
    link.click()
    assert page.url.endswith("#bakgrund")
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(link).to_be_visible()
