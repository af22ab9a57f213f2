"""What a script cannot fetch is told to the reader: the true cause, and what to do."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browsers import window

pytestmark = pytest.mark.browser

Answer = Callable[[Route], None]


def cut_short(route: Route) -> None:
    route.fulfill(body=route.fetch().body()[:-4])


# What comes instead of a file, and what the reader is told of it.
ANSWERS: dict[str, tuple[Answer, str]] = {
    "lost contact": (lambda route: route.abort(), "Kontrollera nätet och försök igen."),
    "gone": (lambda route: route.fulfill(status=404, body="<p>"), "Ladda om sidan."),
    "refused": (lambda route: route.fulfill(status=503, body="<p>"), "svarade med fel 503."),
    "a page": (lambda route: route.fulfill(body="<!doctype html>"), "kan ha uppdaterats"),
    "damaged": (lambda route: route.fulfill(body="\0}"), "är skadat."),
    "cut short": (cut_short, "är skadat."),
}
INDEX = ("head.json", "*/p*.txt", "*/t*.json")
SCRIPTS = {name: ANSWERS[name] for name in ("lost contact", "gone", "refused")} | {
    "faulty": (lambda route: route.fulfill(body="}", content_type="text/javascript"), "fel i sidan")
}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that may tell of faults in its console, but that catches them all."""
    uncaught: list[str] = []
    with window(browser, viewport={"width": 1280, "height": 900}) as opened:
        page = opened.new_page()
        page.on("pageerror", lambda error: uncaught.append(str(error)))
        yield page
    assert uncaught == []


@pytest.mark.parametrize("kind", ANSWERS)
def test_a_part_of_the_index_that_does_not_come(page: Page, address: str, kind: str) -> None:
    answer, told = ANSWERS[kind]
    status = page.locator("[data-search-status]")
    for part in INDEX:
        page.goto(f"{address}sok/")
        page.route(f"**/search/{part}", answer)
        page.locator("main input[type=search]").fill("skola")
        expect(status).to_contain_text("Sökningen fungerar inte just nu.")
        expect(status).to_contain_text(told)
        page.unroute(f"**/search/{part}")
        page.locator("main input[type=search]").fill("skolan")
        expect(status).to_contain_text("träffar på ”skolan”")


@pytest.mark.parametrize("kind", ANSWERS)
def test_the_answers_that_do_not_come(page: Page, address: str, kind: str) -> None:
    answer, told = ANSWERS[kind]
    page.route("**/svar.json", answer)
    page.goto(f"{address}oversikt/?position=supports")
    status = page.locator("[data-selection-status]")
    expect(status).to_contain_text("Svaren kan inte visas just nu.")
    expect(status).to_contain_text(told)
    page.unroute("**/svar.json")
    page.locator(".choose summary").click()
    page.get_by_label("Målområde", exact=True).select_option("M3")
    expect(status).to_contain_text("svar av")


@pytest.mark.parametrize("kind", SCRIPTS)
def test_a_script_that_does_not_come(page: Page, address: str, kind: str) -> None:
    answer, told = SCRIPTS[kind]
    for script, url, status, what in (
        ("search-page", "sok/?q=skola", "[data-search-status]", "Sökningen fungerar inte"),
        ("search-page", "sok/", "[data-search-status]", "Sökningen fungerar inte"),
        ("selection", "oversikt/?area=M3", "[data-selection-status]", "Svaren kan inte visas"),
        ("selection", "oversikt/", "[data-selection-status]", "Svaren kan inte visas"),
    ):
        page.route(f"**/{script}*.js", answer)
        page.goto(address + url)
        if url == "sok/":
            page.locator("main input[type=search]").fill("skola")
        elif url == "oversikt/":
            page.locator(".choose summary").click()
            page.get_by_label("Målområde", exact=True).focus()
        expect(page.locator(status)).to_contain_text(what)
        expect(page.locator(status)).to_contain_text(told)
        # To try again is to send the form, which needs no script.
        page.unroute(f"**/{script}*.js")
        page.locator("main form").get_by_role("button").first.click()
        page.wait_for_selector("[data-search-ready], [data-selection-ready]", state="attached")


def test_answers_that_the_page_does_not_know_are_newer_than_it(page: Page, address: str) -> None:
    page.route(
        "**/svar.json",
        lambda route: route.fulfill(body=route.fetch().text().replace("S2.1", "S9.9")),
    )
    page.goto(f"{address}oversikt/?area=M2")
    expect(page.locator("[data-selection-status]")).to_contain_text("Ladda om sidan.")


def test_hits_that_the_page_does_not_know_are_newer_than_it(page: Page, address: str) -> None:
    page.route(
        "**/search/head.json",
        lambda route: route.fulfill(body=route.fetch().text().replace('"S2.1"', '"S9.9"')),
    )
    page.goto(f"{address}sok/?q=strategi 2.1")
    expect(page.locator("[data-search-status]")).to_contain_text("Ladda om sidan.")


def test_more_hits_that_do_not_come(page: Page, many: str) -> None:
    page.goto(f"{many}sok/?q=3.1")
    page.wait_for_selector("[data-search-ready]", state="attached")
    more = page.locator("[data-search-results] .also button").first
    page.route("**/search/*/t*.json", lambda route: route.abort())
    more.click()
    expect(page.locator("[data-search-status]")).to_contain_text("Kontrollera nätet")
    page.unroute("**/search/*/t*.json")
    more.click()
    expect(page.locator("[data-search-results] .also li:nth-child(3) a").first).to_be_focused()
