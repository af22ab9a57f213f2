"""axe finds nothing, on any type of page, in any state, on any screen.

What axe leaves undecided, because the text stands in an SVG or on a tint, is computed here.
"""

from importlib.resources import files
from typing import Any, Literal

import pytest
from playwright.sync_api import Page

from tests.theme.accessibility.conftest import Reader
from tests.theme.accessibility.pages import (
    BILINGUAL,
    MINIATURE,
    PAGE_TYPES,
    SIXTY_ANSWERS,
    TWO_ANSWERS,
    WIDTHS,
    report,
    states,
)

pytestmark = pytest.mark.browser

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# The rules that look at the colours of every text: they take most of the time.
COLOURS = ("color-contrast", "link-in-text-block")
RUN = """
([part, tags, colours, look]) => axe.run(part, {
    runOnly: look === "colours" ? colours : tags,
    rules: look === "form"
        ? Object.fromEntries(colours.map(rule => [rule, { enabled: false }])) : {},
    resultTypes: ["violations"],
}).then(result => result.violations.flatMap(rule => rule.nodes.map(
    node => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary}`)))
"""

Look = Literal["all", "colours", "form"]


def faults(page: Page, part: str = "html", look: Look = "all") -> list[str]:
    found: list[str] = page.evaluate(RUN, [part, list(TAGS), list(COLOURS), look])
    return found if look == "form" else found + list(page.evaluate("probe.markContrasts()"))


def assert_faultless(page: Page, *widths: int) -> None:
    """Look at every state at each width; at the colours, also in the dark, at the first width.

    At the others, only at the colours of the menu: few are of one width alone, and those are seen
    on the pages of the miniature and with sixty answers, whose first width is a phone's.
    """
    page.evaluate(AXE)
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        for state, part in states(page):
            colours = width == widths[0] or part == "header"
            page.emulate_media(color_scheme="light")
            found = faults(page, part, "all" if colours else "form")
            if colours:
                page.emulate_media(color_scheme="dark")
                found += faults(page, part, "colours")
            assert not found, f"{width} {state}: {report(found)}"


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_no_fault_on_any_page(reader: Reader, address: str, kind: str) -> None:
    assert_faultless(reader.open_type(address, PAGE_TYPES[kind]), *WIDTHS)


@pytest.mark.parametrize("kind", BILINGUAL)
def test_no_fault_in_another_language(reader: Reader, bilingual_address: str, kind: str) -> None:
    assert_faultless(reader.open_type(bilingual_address, BILINGUAL[kind]), 390)


@pytest.mark.parametrize("kind", MINIATURE)
def test_no_fault_in_any_state_of_the_data(
    reader: Reader, miniature_address: str, kind: str
) -> None:
    assert_faultless(reader.open_type(miniature_address, MINIATURE[kind]), 390)


@pytest.mark.parametrize("kind", TWO_ANSWERS)
def test_no_fault_with_two_answers(reader: Reader, two_answers_address: str, kind: str) -> None:
    assert_faultless(reader.open_type(two_answers_address, TWO_ANSWERS[kind]), 1280)


@pytest.mark.parametrize("kind", SIXTY_ANSWERS)
def test_no_fault_with_sixty_answers(reader: Reader, sixty_answers_address: str, kind: str) -> None:
    assert_faultless(reader.open_type(sixty_answers_address, SIXTY_ANSWERS[kind]), 390)


def test_axe_knows_every_rule_it_is_asked_for(reader: Reader, address: str) -> None:
    """A tag without rules would pass unnoticed; the list is that of axe 4.12."""
    page = reader.open(address)
    page.evaluate(AXE)
    rules: list[dict[str, Any]] = page.evaluate("axe.getRules()")
    for tag in TAGS:
        assert any(tag in rule["tags"] for rule in rules), tag
    page.evaluate("document.querySelector('main').innerHTML = '<img src=x><button></button>'")
    found = " ".join(faults(page))
    assert "image-alt" in found
    assert "button-name" in found


def test_axe_looks_at_the_colours_or_at_all_else(reader: Reader, address: str) -> None:
    page = reader.open(address)
    page.evaluate(AXE)
    page.evaluate(
        """() => {
            const main = document.querySelector("main");
            main.innerHTML = "<img src=x><p>Påhittad text</p>";
            main.style.color = "#eee";
        }"""
    )
    colours, form = " ".join(faults(page, look="colours")), " ".join(faults(page, look="form"))
    assert "color-contrast" in colours
    assert "image-alt" not in colours
    assert "color-contrast" not in form
    assert "image-alt" in form
