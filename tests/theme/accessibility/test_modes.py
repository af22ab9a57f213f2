"""The page as others have it: in forced colours, without motion, without scripts, on paper."""

import base64

import pytest
from playwright.sync_api import Page, expect

from tests.theme.accessibility.conftest import Reader
from tests.theme.accessibility.pages import (
    MINIATURE,
    PAGE_TYPES,
    SIXTY_ANSWERS,
    TWO_ANSWERS,
    report,
)

pytestmark = pytest.mark.browser

SEARCH = ("search", "results", "no-results")
SELECTIONS = ("selection", "no-selection")
READING = [kind for kind in PAGE_TYPES if kind not in SEARCH]

# What a picture shows within each rectangle: the strongest contrast between any two colours.
SEEN = """async ([picture, boxes]) => {
    const bytes = Uint8Array.from(atob(picture), letter => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d");
    context.drawImage(bitmap, 0, 0);
    const channel = value => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    };
    return boxes.map(([x, y, width, height]) => {
        const { data } = context.getImageData(x, y, width, height);
        let low = 1;
        let high = 0;
        for (let at = 0; at < data.length; at += 4) {
            const light = 0.2126 * channel(data[at]) + 0.7152 * channel(data[at + 1])
                + 0.0722 * channel(data[at + 2]);
            low = Math.min(low, light);
            high = Math.max(high, light);
        }
        return (high + 0.05) / (low + 0.05);
    });
}"""
# Each with a little of what is around it.
SHAPES = """selector =>
[...document.querySelectorAll(selector)].filter(
    shape => probe.visible(shape) && !probe.heardOnly(shape)
).map(shape => {
    const { left, top, width, height } = shape.getBoundingClientRect();
    const box = [left + scrollX - 4, top + scrollY - 4, width + 8, height + 8].map(Math.round);
    return [probe.named(shape.parentElement), box];
})"""


def unseen(reader: Reader, page: Page, selector: str) -> list[str]:
    """Return what of a kind does not stand out from its ground, in a picture of the page."""
    shapes = page.evaluate(SHAPES, selector)
    picture = base64.b64encode(page.screenshot(full_page=True, scale="css")).decode()
    contrasts = reader.judge.evaluate(SEEN, [picture, [box for _, box in shapes]])
    return [
        f"{name}: {found:.2f}"
        for (name, _), found in zip(shapes, contrasts, strict=True)
        if found < 3
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", TWO_ANSWERS)
def test_marks_and_frames_are_seen_in_forced_colours(
    reader: Reader, two_answers_address: str, kind: str, scheme: str
) -> None:
    page = reader.open_type(
        two_answers_address, TWO_ANSWERS[kind], 1280, scheme, forced_colors="active"
    )
    marks = "header svg, main svg, .band, .field, .judgement"
    found = unseen(reader, page, f"{marks}, input, button, [aria-current]")
    found += page.evaluate("probe.markContrasts()")
    assert not found, report(found)


def test_marks_of_every_position_are_seen_in_forced_colours(
    reader: Reader, miniature_address: str
) -> None:
    for kind in ("start", "area", "overview", "response"):
        page = reader.open_type(miniature_address, MINIATURE[kind], forced_colors="active")
        found = unseen(reader, page, "main svg") + page.evaluate("probe.markContrasts()")
        assert not found, f"{kind}: {report(found)}"


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_nothing_moves_for_those_who_want_stillness(
    reader: Reader, address: str, kind: str
) -> None:
    page = reader.open_type(address, PAGE_TYPES[kind], reduced_motion="reduce")
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter(element => {
            const style = getComputedStyle(element);
            return parseFloat(style.transitionDuration) > 0 || style.animationName !== "none"
                || style.scrollBehavior === "smooth";
        }).map(probe.named)"""
    )
    assert moving == []
    assert page.evaluate("document.getAnimations().length") == 0
    page.locator("a.home").focus()
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_without_scripts_everything_can_be_read_and_reached(
    reader: Reader, address: str, kind: str, width: int
) -> None:
    text = """() => {
        const controls = "[data-selection], [data-chips], main button";
        for (const control of document.querySelectorAll(controls)) control.hidden = true;
        return document.querySelector("main").innerText;
    }"""
    # A selection is of what the whole page has.
    same = PAGE_TYPES["overview" if kind in SELECTIONS else kind]
    with_scripts = reader.open_type(address, same, width).evaluate(text)
    page = reader.open_type(address, PAGE_TYPES[kind], width, java_script_enabled=False)
    if kind in SEARCH:
        expect(page.locator(".without-script")).to_be_visible()
        assert page.locator("[data-search-all] li:visible").count() == 23
    else:
        if kind in ("overview", *SELECTIONS):
            expect(page.locator(".without-script")).to_be_visible()
        assert page.evaluate(text) == with_scripts
    for name in ("Strategier", "Svaren", "Önskemål", "Teman", "Om"):
        link = page.get_by_role("navigation", name="Huvudmeny").get_by_role(
            "link", name=name, exact=True
        )
        expect(link).to_be_visible()
    # A button that only scripts bring to life would be dead; a search form needs none.
    for button in page.locator("button:visible").all():
        assert button.get_attribute("type") == "submit"
    assert page.evaluate("probe.layoutFaults()") == []


def test_without_scripts_the_search_form_leads_to_the_search_page(
    reader: Reader, address: str
) -> None:
    for start in ("", "om/"):
        page = reader.open(address + start, java_script_enabled=False)
        page.locator("input[name=q]").fill("skola")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}sok/?q=skola")


A4 = 673  # the width of a page less its margins


def printed(page: Page) -> Page:
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    return page


@pytest.mark.parametrize("kind", READING)
def test_print_has_the_content_alone_and_nothing_is_cut(
    reader: Reader, address: str, kind: str
) -> None:
    page = reader.open_type(address, PAGE_TYPES[kind], A4, "dark")
    page.evaluate(
        """document.querySelector("main h1").insertAdjacentHTML("afterend",
            "<details><summary>Fler</summary><p>Det som doldes</p></details>")"""
    )
    printed(page)
    for selector in (
        "nav:not(.contents > nav)",
        "footer",
        "button",
        "input",
        "form",
        ".skip",
        "[data-copy]",
    ):
        assert page.locator(f"{selector}:visible").count() == 0, selector
    found = page.evaluate("probe.layoutFaults()")
    assert not found, report(found)
    expect(page.locator("main h1")).to_be_visible()
    expect(page.get_by_text("Det som doldes")).to_be_visible()
    # Backgrounds are not printed: every text must be dark by itself.
    pale = page.evaluate(
        """() => [...document.querySelectorAll("body :not(svg *)")].filter(element =>
            probe.visible(element)
            && [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())
            && probe.contrast(probe.rgba(getComputedStyle(element).color), [255, 255, 255]) < 4.5
        ).map(probe.named)"""
    )
    assert pale == []
    line = page.locator("[data-printed]")
    expect(line).to_be_visible()
    expect(line).to_contain_text(page.url)
    expect(line).to_contain_text(page.evaluate("new Date().toLocaleDateString('sv-SE')"))


@pytest.mark.parametrize("kind", SIXTY_ANSWERS)
def test_paper_cuts_no_table(reader: Reader, sixty_answers_address: str, kind: str) -> None:
    """What one scrolls to on a screen cannot be reached on paper."""
    page = printed(reader.open_type(sixty_answers_address, SIXTY_ANSWERS[kind], A4))
    cut = page.evaluate(
        """() => [...document.querySelectorAll("main :not(.vh)")].filter(element =>
            probe.visible(element)
            && getComputedStyle(element).overflowX !== "visible"
            && element.scrollWidth > element.clientWidth + 1
        ).map(probe.named)"""
    )
    assert cut == []


@pytest.mark.parametrize("kind", ["area", "strategy", "response"])
def test_print_names_the_source(reader: Reader, address: str, kind: str) -> None:
    page = printed(reader.open_type(address, PAGE_TYPES[kind], A4))
    shown = page.evaluate("document.body.innerText").casefold()
    assert "sida" in shown
    assert "stadsdelsförvaltning" in shown
    assert "förslag till svar" in shown
    assert "ingen har granskat" in shown


def test_a_chosen_dark_scheme_is_not_printed(reader: Reader, address: str) -> None:
    page = reader.open(address, A4)
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    printed(page)
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_a_printed_file_holds_the_whole_response(reader: Reader, address: str) -> None:
    """The browser's own printing: as many pages as the text needs, and `beforeprint` fires."""
    page = reader.open_type(address, PAGE_TYPES["response"])
    pdf = page.pdf(format="A4")
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") >= 8
    assert page.url in page.locator("[data-printed]").inner_text() or page.evaluate(
        "document.querySelector('[data-printed]').textContent"
    ).count(page.url)
