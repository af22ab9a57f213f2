"""Nothing is cut, hidden or too small: narrow windows, large text, wide spacing, thick fingers."""

import pytest
from playwright.sync_api import Page, expect

from tests.theme.accessibility.conftest import Reader
from tests.theme.accessibility.pages import (
    BILINGUAL,
    MINIATURE,
    PAGE_TYPES,
    PSEUDO,
    SIXTY_ANSWERS,
    TWO_ANSWERS,
    report,
    states,
)
from tests.waiting import until

pytestmark = pytest.mark.browser

# WCAG 1.4.12
SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }
"""
TWICE = "html { font-size: 200% !important }"
# As a browser's text-only zoom: every text twice as large, everything else as it was.
TEXT_ONLY = """() => {
    const texts = [...document.body.querySelectorAll("*")].filter(element =>
        element instanceof HTMLElement
        && [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()));
    const sizes = texts.map(text => parseFloat(getComputedStyle(text).fontSize));
    texts.forEach((text, place) =>
        text.style.setProperty("font-size", `${sizes[place] * 2}px`, "important"));
}"""

FOLDED = "place => document.querySelectorAll('main summary')[place].closest('details').open"

# The page's own observers of size are told after a frame.
SETTLE = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


def style(page: Page, rules: str) -> None:
    """Add a reader's own style, which no policy of the site can stop."""
    page.evaluate(
        """rules => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(rules);
            document.adoptedStyleSheets = [sheet];
        }""",
        rules,
    )


def assert_nothing_is_cut(page: Page, *widths: int, targets: bool = False) -> None:
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(SETTLE)
        for state, _ in states(page):
            found = page.evaluate("probe.layoutFaults()")
            if targets:
                found += page.evaluate("probe.smallTargets()")
            assert not found, f"{width} {state}: {report(found)}"


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_every_page_fits_every_window_and_every_target_a_thumb(
    reader: Reader, address: str, kind: str
) -> None:
    # 320 is a desktop's window of 1280 enlarged to 400 %, 640 to 200 %.
    page = reader.open_type(address, PAGE_TYPES[kind])
    assert_nothing_is_cut(page, 320, 390, 640, 768, 960, 1120, 1280, 1920, targets=True)


@pytest.mark.parametrize("kind", MINIATURE)
def test_every_state_of_the_data_fits(reader: Reader, miniature_address: str, kind: str) -> None:
    page = reader.open_type(miniature_address, MINIATURE[kind])
    assert_nothing_is_cut(page, 320, 1280, targets=True)


@pytest.mark.parametrize("kind", BILINGUAL)
def test_another_language_fits(reader: Reader, bilingual_address: str, kind: str) -> None:
    page = reader.open_type(bilingual_address, BILINGUAL[kind])
    assert_nothing_is_cut(page, 320, 768, 1280, targets=True)


@pytest.mark.parametrize("kind", PSEUDO)
def test_words_that_are_longer_by_two_fifths_fit(
    reader: Reader, pseudo_address: str, kind: str
) -> None:
    page = reader.open_type(pseudo_address, PSEUDO[kind])
    assert_nothing_is_cut(page, 320, 360, 1440)


@pytest.mark.parametrize("kind", TWO_ANSWERS)
def test_two_answers_fit(reader: Reader, two_answers_address: str, kind: str) -> None:
    page = reader.open_type(two_answers_address, TWO_ANSWERS[kind])
    assert_nothing_is_cut(page, 320, 768, 1280, targets=True)


@pytest.mark.parametrize("kind", SIXTY_ANSWERS)
def test_sixty_answers_fit(reader: Reader, sixty_answers_address: str, kind: str) -> None:
    page = reader.open_type(sixty_answers_address, SIXTY_ANSWERS[kind])
    assert_nothing_is_cut(page, 320, 1280, targets=True)


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_text_spacing_cuts_nothing(reader: Reader, address: str, kind: str) -> None:
    page = reader.open_type(address, PAGE_TYPES[kind])
    style(page, SPACING)
    assert_nothing_is_cut(page, 320, 768, 1280)


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_text_twice_as_large_cuts_nothing(reader: Reader, address: str, kind: str) -> None:
    page = reader.open_type(address, PAGE_TYPES[kind])
    style(page, TWICE)
    assert_nothing_is_cut(page, 640, 1280)
    style(page, "")
    page.evaluate(TEXT_ONLY)
    assert_nothing_is_cut(page, 1280)


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_what_is_folded_opens_at_a_click(reader: Reader, address: str, kind: str) -> None:
    page = reader.open_type(address, PAGE_TYPES[kind], 390)
    for place, summary in enumerate(page.locator("main summary").all()):
        if summary.is_visible():
            opened = page.evaluate(FOLDED, place)
            summary.click()
            assert page.evaluate(FOLDED, place) != opened


def test_wide_tables_scroll_in_a_region_with_a_name_only_when_they_must(
    reader: Reader, two_answers_address: str
) -> None:
    page = reader.open(f"{two_answers_address}oversikt/boende-och-stadsmiljo/")
    box = page.locator(".scroll:visible")
    assert box.get_attribute("role") is None
    assert box.get_attribute("tabindex") is None
    page.evaluate("document.querySelector('.matrix').style.minWidth = '2000px'")
    expect(page.get_by_role("region", name="Tabell: ")).to_have_attribute("tabindex", "0")
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    page.evaluate("document.querySelector('.matrix').style.minWidth = ''")
    expect(box).not_to_have_attribute("role", "region")
    assert box.get_attribute("tabindex") is None


def test_wide_tables_of_a_source_scroll_in_regions_with_names_of_their_own(
    reader: Reader, miniature_address: str
) -> None:
    page = reader.open(f"{miniature_address}remissvar/privatperson-1/", 320)
    first = page.get_by_role("region", name="Tabell 1: Bok, Provskolebiblioteket")
    expect(first).to_have_attribute("tabindex", "0")
    first.focus()
    page.keyboard.press("ArrowRight")
    until(lambda: page.evaluate("document.activeElement.scrollLeft > 0"))
    page.evaluate("document.querySelectorAll('.source table')[1].style.minWidth = '2000px'")
    expect(page.get_by_role("region", name="Tabell 2", exact=True)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_probe_sees_what_is_cut(reader: Reader, address: str) -> None:
    """A probe that sees nothing would let everything pass."""
    page = reader.open(f"{address}om/")
    for spoil, seen in (
        ("p => { p.style.height = '1em'; p.style.overflow = 'hidden'; }", "kapar sitt innehåll"),
        ("p => { p.style.marginTop = '-3rem'; }", "ligger över varandra"),
        ("p => { p.style.width = '3000px'; p.style.maxWidth = 'none'; }", "bred"),
        (
            "p => { p.innerHTML = '<a href=x>a</a><br><a href=y>b</a>'; p.style.font = '9px/1 x' }",
            "a ",
        ),
    ):
        page.locator("main h2 + p").first.evaluate(spoil)
        found = page.evaluate("[...probe.layoutFaults(), ...probe.smallTargets()]")
        assert any(seen in fault for fault in found), spoil
