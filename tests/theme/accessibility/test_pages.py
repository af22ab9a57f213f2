"""What every page of every site has around and in its content: landmarks, headings, names."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import pytest

from tests.html import SVG, pages, parse
from tests.theme.accessibility.pages import PAGE_TYPES, report

SITES = ("site", "two_answers", "sixty_answers", "miniature", "other_municipality")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
MENU = ("article", "aside", "main", "nav", "section")

# The words of the base theme, should one of its controls come back.
ENGLISH = {
    text.casefold()
    for text in re.findall(
        r'^  "[^"]+": "([^"#]+)"',
        files("material").joinpath("templates/partials/languages/en.html").read_text("utf-8"),
        re.MULTILINE,
    )
    if len(text) > 3 and text not in ("Metadata", "Index")
} | {"permanent link", "made with", "menu", "close", "toggle", "copy link", "dark mode"}


@pytest.fixture(scope="module", params=SITES)
def documents(request: pytest.FixtureRequest) -> dict[str, Element]:
    """Every page of a site, by its name."""
    folder: Path = request.getfixturevalue(request.param)
    return {page: parse(folder / page) for page in pages(folder)}


def name(element: Element, document: Element) -> str:
    """Return what a screen reader calls an element."""
    if label := element.get("aria-label"):
        return label
    if ids := element.get("aria-labelledby"):
        by_id = {found.get("id"): found for found in document.iter() if found.get("id")}
        return " ".join(heard(by_id[id]) for id in ids.split())
    return heard(element)


def heard(element: Element) -> str:
    """Return the text of an element that is not hidden from screen readers."""

    def parts(node: Element) -> Iterator[str]:
        if not isinstance(node.tag, str) or node.get("aria-hidden") == "true":
            return
        yield node.get("aria-label") or node.text or ""
        for child in node:
            if not node.get("aria-label"):
                yield from parts(child)
            yield child.tail or ""

    return " ".join("".join(parts(element)).split())


def assert_none(faults: list[str]) -> None:
    assert not faults, report(faults)


def test_every_page_belongs_to_a_type_that_is_tested(site: Path) -> None:
    urls = {page.removesuffix("index.html") for page in pages(site)} - {"404.html"}
    own = {kind.url for kind in PAGE_TYPES.values()}
    for kind in PAGE_TYPES.values():
        if kind.like:
            own |= {url for url in urls if url.startswith(kind.like) and url != kind.like}
    assert urls <= own, "Lägg till sidan i tests/theme/accessibility/pages.py"


def test_every_page_says_its_language_and_title(documents: dict[str, Element]) -> None:
    titles: Counter[str] = Counter()
    for page, document in documents.items():
        assert document.get("lang") == "sv", page
        (title,) = document.iter("title")
        assert title.text, page
        titles[title.text] += 1
    # The fictional sites have pages that are there only to be linked to.
    twice = {title for title, count in titles.items() if count > 1}
    assert not [title for title in twice if not title.startswith("Påhittad sida")]


def test_the_first_thing_on_every_page_skips_to_the_content(documents: dict[str, Element]) -> None:
    for page, document in documents.items():
        body = document.find("body")
        assert body is not None
        first = next(element for element in body.iter() if element.get("href"))
        assert heard(first) == "Hoppa till innehållet", page
        target = (first.get("href") or "").removeprefix("#")
        (main,) = document.iter("main")
        assert main.get("id") == target, page
        assert main.get("tabindex") == "-1", page


def test_landmarks_have_names_of_their_own(documents: dict[str, Element]) -> None:
    faults: list[str] = []
    for page, document in documents.items():
        names: Counter[tuple[str, str]] = Counter()
        for element in document.iter():
            role = element.get("role") or ("search" if element.tag == "search" else element.tag)
            if role not in ("nav", "navigation", "section", "region", "search", "form", "aside"):
                continue
            labelled = element.get("aria-label") or element.get("aria-labelledby")
            if role in ("nav", "navigation", "section", "region") and not labelled:
                faults.append(f"{page}: {element.tag} utan namn")
            if labelled:
                names[role, name(element, document)] += 1
        faults += [f"{page}: {n} × {key}" for key, n in names.items() if n > 1]
        for tag in ("header", "main", "footer"):
            outer = list(document.iter(tag))
            if len(outer) != 1:
                faults.append(f"{page}: {len(outer)} {tag}")
    assert_none(faults)


def test_headings_form_an_outline(documents: dict[str, Element]) -> None:
    faults: list[str] = []
    for page, document in documents.items():
        levels = [
            (HEADINGS.index(element.tag) + 1, heard(element))
            for element in document.iter()
            if element.tag in HEADINGS
        ]
        if [level for level, _ in levels].count(1) != 1 or levels[0][0] != 1:
            faults.append(f"{page}: {levels[:3]}")
        for (above, _), (level, text) in pairwise(levels):
            if level > above + 1:
                faults.append(f"{page}: h{above} följs av h{level} {text}")
        faults += [f"{page}: tom rubrik" for _, text in levels if not text]
    assert_none(faults)


# The folders whose pages belong somewhere in the menu.
IN_MENU = ("malomraden", "strategier", "remissvar", "oversikt", "onskemal", "teman", "om")


def test_the_menu_says_where_the_reader_is(documents: dict[str, Element]) -> None:
    for page, document in documents.items():
        (header,) = document.iter("header")
        current = [one for one in header.iter() if one.get("aria-current")]
        url = page.removesuffix("index.html")
        for one in current:
            exact = urljoin(f"/{url}", one.get("href")).split("#")[0] == f"/{url}"
            assert one.get("aria-current") == ("page" if exact else "true"), page
        if url.split("/")[0] in ("", *IN_MENU):
            assert len(current) == 1, page


def test_nothing_is_in_english_and_nothing_is_said_by_a_tooltip_alone(
    documents: dict[str, Element],
) -> None:
    faults: list[str] = []
    for page, document in documents.items():
        for element in document.iter():
            # The title of a <link> is what a feed reader calls the feed, and no tooltip.
            if element.get("title") and element.tag != "link":
                faults.append(f"{page}: title={element.get('title')}")
            said = [element.get(key) or "" for key in ("aria-label", "placeholder", "alt", "value")]
            # The names of fields, in <code>, are for programs.
            said += ["" if element.tag == "code" else element.text or "", element.tail or ""]
            faults += [
                f"{page}: {text.strip()}" for text in said if text.strip().casefold() in ENGLISH
            ]
    assert_none(faults)


def test_the_not_found_page_is_a_page_like_the_others(documents: dict[str, Element]) -> None:
    document = documents["404.html"]
    (heading,) = document.iter("h1")
    assert heard(heading) == "Sidan finns inte"
    assert document.get("lang") == "sv"
    for link in document.iter("a"):
        # It is shown at any address, so its links must not depend on that.
        assert re.match("/|#|https?:|mailto:", link.get("href") or ""), link.get("href")


def test_links_of_the_same_name_lead_to_the_same_place(documents: dict[str, Element]) -> None:
    faults: list[str] = []
    for page, document in documents.items():
        targets: defaultdict[str, set[str]] = defaultdict(set)
        # The number of a request in a text, and the request beside it, lead to each other.
        pairs = {
            link
            for one in document.iter()
            if one.tag == "sup" or one.get("class") == "asks"
            for link in one.iter("a")
            if str(link.get("href")).startswith("#")
        }
        for link in document.iter("a"):
            if link in pairs:
                continue
            text = name(link, document)
            if not text:
                faults.append(f"{page}: länk utan namn till {link.get('href')}")
            targets[text].add(urljoin(f"/{page}", link.get("href")))
        faults += [
            f"{page}: {text!r} → {sorted(to)}" for text, to in targets.items() if len(to) > 1
        ]
    assert_none(faults)


def test_controls_have_names(documents: dict[str, Element]) -> None:
    for page, document in documents.items():
        labels = {one.get("for") for one in document.iter("label") if heard(one)}
        for control in document.iter():
            if control.tag == "button":
                assert name(control, document), page
                assert control.get("type") in ("button", "submit", "reset"), page
            elif control.tag in ("input", "select", "textarea"):
                assert control.get("id") in labels or control.get("aria-label"), page


def test_pictures_are_hidden_or_named(documents: dict[str, Element]) -> None:
    for page, document in documents.items():
        parts = {one for svg in document.iter(SVG) for one in svg.iter(SVG) if one is not svg}
        for element in document.iter():
            if element.tag == "img":
                assert element.get("alt") is not None, page
            elif element.tag == SVG and element not in parts:
                hidden = element.get("aria-hidden") == "true"
                assert hidden or name(element, document), page


def test_tables_have_headers_and_names(documents: dict[str, Element]) -> None:
    """A source's table has the heads that its document has, and no words of ours."""
    faults: list[str] = []
    for page, document in documents.items():
        texts = [element for element in document.iter() if element.get("data-text")]
        of_sources = [table for text in texts for table in text.iter("table")]
        assert all(head.get("scope") for table in of_sources for head in table.iter("th")), page
        for table in document.iter("table"):
            if table in of_sources:
                continue
            heads = list(table.iter("th"))
            if not heads or any(not head.get("scope") for head in heads):
                faults.append(f"{page}: tabell utan rubriker")
            if table.find("caption") is None:
                faults.append(f"{page}: tabell utan namn")
    assert_none(faults)


def test_nothing_stands_in_the_order_of_tab_by_number(documents: dict[str, Element]) -> None:
    for page, document in documents.items():
        for element in document.iter():
            assert element.get("tabindex") in (None, "-1", "0"), page
            assert element.get("accesskey") is None, page
            assert element.get("autofocus") is None, page


def test_no_part_of_the_base_theme_that_shuts_people_out_comes_back(
    documents: dict[str, Element],
) -> None:
    """Its drawer and palette are checkboxes and radios; its tabs and task lists have no names."""
    for page, document in documents.items():
        for element in document.iter():
            classes = (element.get("class") or "").split()
            assert not any(one.startswith(("md-", "tabbed-", "task-list")) for one in classes), page
            assert element.get("type") not in ("checkbox", "radio"), page
