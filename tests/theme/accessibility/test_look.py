"""A site's own colour and logo can be read and told apart, in light and dark, as they are shown."""

import re
from typing import Literal

import pytest
from playwright.sync_api import Page

from roadmap.presenters.colours import DARK_GROUNDS, TEXT, contrast, nearest_sufficient
from tests.look import COLOUR, LOGO_TEXT
from tests.theme.accessibility.conftest import Reader
from tests.theme.accessibility.test_axe import assert_faultless

pytestmark = pytest.mark.browser

PAGES = ("", "strategier/", "oversikt/", "remissvar/", "om/", "andringar/", "finns/inte/")
SCHEMES: dict[Literal["light", "dark"], str] = {
    "light": COLOUR,
    "dark": nearest_sufficient(COLOUR, DARK_GROUNDS),
}
COLOURS = """
selector => { const link = document.querySelector(selector), style = getComputedStyle(link);
    for (let at = link; at; at = at.parentElement) {
        const ground = getComputedStyle(at).backgroundColor;
        if (ground !== "rgba(0, 0, 0, 0)") return [style.color, ground];
    } }
"""


def shown(page: Page, selector: str) -> list[str]:
    """Return the colour of an element and of what it stands on, as the browser computes them."""
    found: list[str] = page.evaluate(COLOURS, selector)
    rgb = [[int(part) for part in re.findall(r"\d+", colour)[:3]] for colour in found]
    return ["#{:02x}{:02x}{:02x}".format(*parts) for parts in rgb]


@pytest.mark.parametrize("url", PAGES)
def test_no_fault_on_a_page_with_a_look_of_its_own(
    reader: Reader, look_address: str, url: str
) -> None:
    assert_faultless(reader.open(look_address + url), 360, 1440)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_links_have_the_colour_or_its_tone(
    reader: Reader, look_address: str, scheme: Literal["light", "dark"]
) -> None:
    page = reader.open(f"{look_address}finns/inte/", scheme=scheme)
    colour, ground = shown(page, "main li a")
    assert colour == SCHEMES[scheme]
    assert contrast(colour, ground) >= TEXT
    words, slab = shown(page, "footer.site a")
    assert contrast(words, slab) >= TEXT
    assert (slab == COLOUR) == (scheme == "light")


def test_the_logo_is_shown_whole_and_says_its_text(reader: Reader, look_address: str) -> None:
    page = reader.open(look_address, width=360)
    logo = page.locator("header.site img")
    assert logo.get_attribute("alt") == LOGO_TEXT
    assert logo.evaluate("image => image.complete && image.naturalWidth") == 120
    box = logo.bounding_box()
    assert box
    assert 40 <= box["height"] <= 48
    assert box["width"] <= 126
    page.emulate_media(media="print")
    assert logo.is_visible()
