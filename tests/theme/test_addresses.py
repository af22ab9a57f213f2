"""Whatever a reader's address has in it, the page works, and all of its scripts."""

import random
import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browsers import window
from tests.theme.conftest import Opener

pytestmark = pytest.mark.browser

BROKEN = ("#%", "#%E5%", "#%ED%A0%80", "?%#%zz", "?q=%&kind=%E5#%C3")


def assert_controls_work(page: Page) -> None:
    before = page.locator("html").get_attribute("data-theme")
    page.locator("[data-scheme]").click()
    assert page.locator("html").get_attribute("data-theme") != before
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("[data-printed]")).to_contain_text("Utskriven")


def test_a_malformed_percent_sequence_stops_nothing(open_page: Opener, address: str) -> None:
    page = open_page("about:blank")
    for broken in BROKEN:
        page.goto(f"{address}strategier/2-1/{broken}")
        assert_controls_work(page)
    page.evaluate("location.hash = '#%F'")
    assert_controls_work(page)


def test_a_broken_control_does_not_take_the_others_along(browser: Browser, address: str) -> None:
    """Without the buttons for the colours and the menu both fail; the others come after them."""

    def without_buttons(route: Route) -> None:
        html = route.fetch().text()
        route.fulfill(body=html.replace(" data-scheme", "").replace(" data-menu", ""))

    with window(browser) as opened:
        page = opened.new_page()
        told: list[str] = []
        page.on("console", lambda said: told.append(said.type))
        uncaught: list[str] = []
        page.on("pageerror", lambda error: uncaught.append(str(error)))
        page.route("**/sok/", without_buttons)
        page.goto(f"{address}sok/")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        expect(page.locator("[data-printed]")).to_contain_text("Utskriven")
        page.locator("main input[type=search]").fill("trygghet")
        expect(page.locator("[data-search-status]")).to_contain_text("träffar")
        assert told == ["error", "error"]
        assert uncaught == []


# What every object of JavaScript has without being given it.
INHERITED = ("constructor", "__proto__", "toString", "hasOwnProperty")


@pytest.mark.parametrize("name", ["sort", "area", "body"])
def test_an_unknown_choice_is_told_and_does_not_count(
    open_page: Opener, address: str, name: str
) -> None:
    page = open_page("about:blank")
    for value in INHERITED:
        page.goto(f"{address}oversikt/?{name}={value}&position=supports_in_part")
        status = page.locator("[data-selection-status]")
        expect(status).to_contain_text(f"Valet ”{value}” i adressen finns inte")
        expect(status).to_contain_text("svar av")


def test_a_word_that_every_object_knows_is_only_a_word(open_page: Opener, address: str) -> None:
    page = open_page("about:blank")
    for word in INHERITED:
        page.goto(f"{address}sok/?q={word}&kind={word}")
        page.wait_for_selector("[data-search-ready]", state="attached")


LONG = "skola och trygghet " * 2_500


def test_a_long_question_is_cut_and_that_is_told(open_page: Opener, address: str) -> None:
    page = open_page(f"{address}sok/?q={quote(LONG)}")
    field = page.locator("main input[type=search]")
    status = page.locator("[data-search-status]")
    expect(status).to_contain_text("Vi söker bara på de första 200 tecknen.")
    expect(field).to_have_value(LONG[:200])
    assert page.locator("[data-search-results] ol > li").count() > 0
    field.fill("skola")
    expect(status).to_have_text(re.compile("^[0-9]+ träffar på ”skola”.$"))
    field.fill("")
    page.keyboard.insert_text(LONG * 20)  # as if pasted
    expect(field).to_have_value(LONG[:200])
    expect(status).to_contain_text("Vi söker bara på de första 200 tecknen.")


def test_a_long_question_from_another_page_is_cut(open_page: Opener, address: str) -> None:
    page = open_page(f"{address}om/")
    page.locator("header input[type=search]").click()
    page.keyboard.insert_text(LONG * 20)
    page.keyboard.press("Enter")
    expect(page.locator("[data-search-status]")).to_contain_text(
        "Vi söker bara på de första 200 tecknen."
    )


PIECES = (
    "q=", "kind=", "body=", "area=", "position=", "sort=", "theme=", "ask=", "&", "?", "#", "%",
    "%00", "%C3", "%ED%A0%80", "%F0%9F%98%80", "%22%3E%3Csvg%20onload=alert(1)%3E", "skola", "M1",
    "S1.1", "3.4", "..%2F..%2F", "+", "=", "[]", "constructor", "__proto__", "å", "\\", "'", ";",
    "%E2%80%AE", "NaN", "-1", "svar-", "innehall", "aaaaaaaa" * 30, "1.1.1.1", "e1 m1 s1 ", "null",
)  # fmt: skip


def test_no_address_breaks_a_page(open_page: Opener, address: str) -> None:
    """Whatever stands after the page's own address, nothing fails uncaught, and it can be used."""
    # The same addresses at every run.
    chance = random.Random(22)
    page = open_page("about:blank")
    for turn in range(12):
        odd = "".join(chance.choices(PIECES, k=chance.randint(2, 9)))
        kind = ("sok/", "oversikt/", "strategier/2-1/")[turn % 3]
        page.goto("about:blank")
        page.goto(f"{address}{kind}?{odd}")
        assert_controls_work(page)
        if kind == "sok/":
            page.locator("main input[type=search]").fill("trygghet")
            expect(page.locator("[data-search-status]")).to_contain_text("på ”trygghet”")
        elif kind == "oversikt/":
            page.get_by_label("Målområde", exact=True).select_option("M3")
            page.get_by_label("Målområde", exact=True).select_option("M1")
            page.wait_for_selector("[data-selection-ready]", state="attached")
            assert "area=M1" in page.url
