"""Everything can be done from the keyboard, in order and in sight, and nothing by accident."""

import string
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.theme.accessibility.conftest import Reader
from tests.theme.accessibility.pages import MINIATURE, PAGE_TYPES, STATES, TWO_ANSWERS, report

pytestmark = pytest.mark.browser

# So that a step is where it is going to be at once.
STILL: dict[str, Any] = {"reduced_motion": "reduce"}


def walk(page: Page, *, back: bool = False) -> None:
    """Go with Tab through the whole page, out of it, and maybe back; judge every step."""
    expected = page.evaluate("probe.startWalk()")
    faults: list[str] = []
    for place, name in enumerate(expected):
        page.keyboard.press("Tab")
        step = page.evaluate("probe.focused()")
        assert step["at"] == place, f"efter {place} steg väntades {name}, men: {step['name']}"
        faults += [f"{step['name']}: {fault}" for fault in step["faults"]]
    assert not faults, report(faults)
    page.evaluate("probe.startRecord()")
    page.keyboard.press("Tab")
    # Out of the page, or round to its beginning: but not held fast.
    assert page.evaluate("probe.focused().at") <= 0
    if back:
        page.locator("footer a").last.focus()
        page.evaluate("probe.startRecord()")
        for _ in expected[1:]:
            page.keyboard.press("Shift+Tab")
        assert page.evaluate("probe.recorded()") == expected[-2::-1]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_every_control_is_reached_in_order_and_seen(
    reader: Reader, address: str, kind: str, width: int
) -> None:
    walk(reader.open_type(address, PAGE_TYPES[kind], width, **STILL), back=width == 1280)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("kind", ["correction", "results"])
def test_every_control_is_reached_in_every_state(
    reader: Reader, address: str, kind: str, state: str
) -> None:
    page = reader.open_type(address, PAGE_TYPES[kind], 390, **STILL)
    if STATES[state].applies(page):
        STATES[state].enter(page)
        walk(page, back=True)


@pytest.mark.parametrize("kind", ["strategy", "overview"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_is_seen_in_forced_colours(
    reader: Reader, two_answers_address: str, kind: str, scheme: str
) -> None:
    walk(
        reader.open_type(
            two_answers_address, TWO_ANSWERS[kind], 1280, scheme, forced_colors="active", **STILL
        )
    )


@pytest.mark.parametrize("kind", ["start", "area", "response"])
def test_the_focus_is_seen_in_the_dark(reader: Reader, miniature_address: str, kind: str) -> None:
    walk(reader.open_type(miniature_address, MINIATURE[kind], 1280, "dark", **STILL))


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_menu_opens_and_closes_from_the_keyboard(
    reader: Reader, address: str, key: str
) -> None:
    page = reader.open(address, 390, **STILL)
    button = page.get_by_role("button", name="Meny")
    links = page.locator("#meny a[href]")
    closed = page.evaluate("probe.controls()")
    button.focus()
    page.keyboard.press(key)
    expect(links.first).to_be_visible()
    assert button.get_attribute("aria-expanded") == "true"
    # What the button opened comes right after it.
    page.keyboard.press("Tab")
    expect(links.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(links.first).not_to_be_visible()
    expect(button).to_be_focused()
    assert button.get_attribute("aria-expanded") == "false"
    # Closed again, none of it can be reached.
    assert page.evaluate("probe.controls()") == closed
    page.keyboard.press(key)
    expect(links.first).to_be_visible()
    page.keyboard.press(key)
    expect(links.first).not_to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#meny') === null")


def test_escape_does_nothing_where_no_menu_is_open(reader: Reader, address: str) -> None:
    page = reader.open(address, 390, **STILL)
    link = page.locator("main a[href]").first
    link.focus()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_colour_scheme_changes_from_the_keyboard(
    reader: Reader, address: str, key: str
) -> None:
    page = reader.open(address, **STILL)
    button = page.locator("[data-scheme]")
    before = button.inner_text()
    button.focus()
    page.keyboard.press(key)
    assert button.inner_text() != before
    expect(button).to_be_focused()
    page.keyboard.press(key)
    assert button.inner_text() == before
    page.evaluate("localStorage.clear()")


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_no_single_key_does_anything(reader: Reader, address: str, kind: str) -> None:
    page = reader.open_type(address, PAGE_TYPES[kind], 1280, **STILL)
    look = """() => [document.documentElement.outerHTML, location.href, scrollX, scrollY,
        probe.named(document.activeElement)]"""
    page.locator("main a[href], main p").first.focus()
    before = page.evaluate(look)
    page.keyboard.type(f"{string.ascii_letters}{string.digits}.,-/?'+*")
    assert page.evaluate(look) == before
