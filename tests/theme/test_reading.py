"""The real pages in a real browser, as readers meet them."""

from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.theme.conftest import Opener

pytestmark = pytest.mark.browser

BODY = "enskede-arsta-vantor"
PAGE_TYPES = {
    "start": "",
    "area": "malomraden/boende-och-stadsmiljo/",
    "strategy": "strategier/2-1/",
    "joint": "strategier/3-1/",
    "responses": "remissvar/",
    "response": f"remissvar/{BODY}/",
    "overview": "oversikt/",
    "about": "om/",
    "correction": "om/textrattning/",
    "open-data": "oppna-data/",
    "not-found": "finns/inte/",
}


SCREENS: tuple[tuple[int, Literal["light", "dark"]], ...] = ((320, "dark"), (1440, "light"))
# What cannot be seen, of what a selector finds.
UNSEEN = """all => all
    .filter(one => !one.checkVisibility({ visibilityProperty: true })
        || one.getBoundingClientRect().width * one.getBoundingClientRect().height === 0)
    .map(one => one.outerHTML.slice(0, 200))"""


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_every_page_fits_every_screen(open_page: Opener, address: str, kind: str) -> None:
    url = address + PAGE_TYPES[kind]
    page = open_page(url)
    for width, scheme in SCREENS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.goto(url)  # as somebody meets it who has such a screen from the start
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator("h1").count() == 1
        background = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert (background == "rgb(255, 255, 255)") == (scheme == "light")
        expect(page.locator("main")).to_be_visible()


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_reading_needs_no_script(open_page: Opener, address: str, kind: str) -> None:
    page = open_page(address + PAGE_TYPES[kind], width=360, java_script_enabled=False)
    expect(page.locator("h1")).to_be_visible()
    for name in ("Svaren", "Alla remissvar"):
        expect(page.get_by_role("link", name=name, exact=True).first).to_be_visible()
    assert page.locator("[data-text]").evaluate_all(UNSEEN) == []
    assert page.get_by_role("button", name="läge").count() == 0


# The lines of a sentence that ends where something in it ends: how far its full stop is below that.
FALLEN = """inner => {
    const line = (text, at) => {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getBoundingClientRect().bottom;
    };
    const { firstChild: text, nextSibling: after } = inner;
    return [after.data[0], line(after, 0) - line(text, text.length - 1)];
}"""


@pytest.mark.parametrize("width", [320, 360, 390, 1440])
def test_a_full_stop_stays_with_its_sentence(
    open_page: Opener, address: str, many: str, width: int
) -> None:
    for start in (address, many):
        asked = open_page(start, width).locator("main .asked")
        assert asked.evaluate(FALLEN) == [".", 0]


def test_the_number_of_a_request_is_no_footnote_to_eye_or_ear(
    open_page: Opener, address: str
) -> None:
    """Both are raised: one is framed, and each says what it is."""
    page = open_page(f"{address}strategier/2-1/")
    frame = "all => all.map(one => parseFloat(getComputedStyle(one).borderTopWidth))"
    for name, framed in (("Önskemål 1", True), ("Fotnot 1, Enskede-Årsta-Vantörs", False)):
        found = page.locator(".source").get_by_role("link", name=name)
        assert found.all_inner_texts()[0] in "1¹"
        assert [width > 0 for width in found.evaluate_all(frame)] == [framed]


def test_the_skip_link_comes_first_and_leads_to_the_content(
    open_page: Opener, address: str
) -> None:
    page = open_page(address)
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.inner_text() == "Hoppa till innehållet"
    assert focused.bounding_box()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_colour_scheme_is_chosen_and_remembered(open_page: Opener, address: str) -> None:
    page = open_page(address, color_scheme="light")
    page.get_by_role("button", name="Mörkt läge").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.goto(f"{address}om/")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)"
    page.get_by_role("button", name="Ljust läge").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    assert page.context.cookies() == []
    assert page.evaluate("Object.keys(localStorage).length") == 1


def test_a_link_to_a_text_is_copied_and_said(open_page: Opener, address: str) -> None:
    url = f"{address}malomraden/boende-och-stadsmiljo/"
    page = open_page(url, permissions=["clipboard-read", "clipboard-write"])
    page.locator('[data-copy][href="#strategi-3-2"]').click()
    expect(page.locator('[role="status"]')).to_contain_text("kopierad")
    assert page.evaluate("navigator.clipboard.readText()") == f"{url}#strategi-3-2"


def test_the_letter_to_the_city_is_copied_and_said(open_page: Opener, address: str) -> None:
    page = open_page(f"{address}strategier/2-1/", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopiera texten").click()
    expect(page.locator('[role="status"]')).to_contain_text("Texten är kopierad")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator(".letter").inner_text()
    assert "KS 2018/911" in copied


@pytest.mark.parametrize("kind", ["area", "strategy", "response"])
def test_every_text_has_a_visible_link_of_its_own(
    open_page: Opener, address: str, kind: str
) -> None:
    page = open_page(address + PAGE_TYPES[kind])
    copies = page.locator("[data-copy]")
    assert copies.count() > 0
    assert copies.evaluate_all(UNSEEN) == []
    for href in copies.evaluate_all("all => all.map(one => one.getAttribute('href'))"):
        url, _, anchor = href.rpartition("#")
        assert anchor
        if not url:
            assert page.locator(f"[id='{anchor}']").count() == 1


@pytest.mark.parametrize("kind", ["area", "strategy", "response"])
def test_print_is_a_clean_document_with_source_and_address(
    open_page: Opener, address: str, kind: str
) -> None:
    page = open_page(address + PAGE_TYPES[kind])
    page.emulate_media(media="print")
    assert page.locator("[data-text]").evaluate_all(UNSEEN) == []
    expect(page.locator("header nav")).not_to_be_visible()
    assert page.locator(":is(button, [data-copy]):visible").count() == 0
    shown = page.evaluate("document.body.innerText")
    assert "sida" in shown.casefold()
    assert "Datorns tolkning" in shown


def follow(page: Page, name: str) -> None:
    page.get_by_role("link", name=name).first.click()
    page.wait_for_load_state()


def test_a_reader_finds_the_way_under_any_path(open_page: Opener, sub_address: str) -> None:
    page = open_page(sub_address)
    follow(page, "Boende och stadsmiljö")
    assert page.url == f"{sub_address}malomraden/boende-och-stadsmiljo/"
    page.goto(f"{sub_address}strategier/3-2/")
    follow(page, "3.3")
    assert page.url == f"{sub_address}strategier/3-3/"
    follow(page, "Läs i svaret")
    assert page.url.startswith(f"{sub_address}remissvar/{BODY}/#")
    follow(page, "Svaren")
    assert page.url == f"{sub_address}oversikt/"


def test_the_not_found_page_helps_in_swedish(open_page: Opener, address: str) -> None:
    page = open_page(f"{address}finns/inte/")
    assert "finns inte" in page.locator("h1").inner_text()
    follow(page, "Svaren")
    assert page.url == f"{address}oversikt/"
