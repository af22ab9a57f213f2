"""What is tested: every type of page, in every state that a reader can bring it into.

A new type of page is a line in PAGE_TYPES (a test says when one is missing), a new state a line
in STATES.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playwright.sync_api import Page


@dataclass(frozen=True)
class PageType:
    """A page that stands for all of its type."""

    url: str
    like: str = ""  # the beginning of the addresses of all pages of the type, if there are several
    ready: str = "main"  # what is there when the page has come to rest


PAGE_TYPES = {
    "start": PageType(""),
    "area": PageType("malomraden/boende-och-stadsmiljo/", like="malomraden/"),
    "strategy": PageType("strategier/2-1/", like="strategier/"),
    "joint": PageType("strategier/3-1/"),
    "responses": PageType("remissvar/"),
    "response": PageType("remissvar/enskede-arsta-vantor/", like="remissvar/"),
    "overview": PageType("oversikt/"),
    "selection": PageType("oversikt/?position=supports", ready="[data-selection-ready]"),
    "no-selection": PageType(
        "oversikt/?position=supports&ask=quality", ready="[data-selection-ready]"
    ),
    "strategies": PageType("strategier/"),
    "requests": PageType("onskemal/", like="onskemal/"),
    "themes": PageType("teman/"),
    "theme": PageType("teman/konsuppdelad-statistik/", like="teman/"),
    "compilation": PageType("sammanstallning/"),
    "about": PageType("om/"),
    "correction": PageType("om/textrattning/"),
    "judgements": PageType("om/bedomningar/"),
    "personal": PageType("om/personuppgifter/"),
    "statement": PageType("tillganglighet/"),
    "changes": PageType("andringar/"),
    "open-data": PageType("oppna-data/"),
    "glossary": PageType("ordlista/"),
    "search": PageType("sok/"),
    "results": PageType("sok/?q=f%C3%B6rskola", ready="[data-search-ready]"),
    "no-results": PageType("sok/?q=xyzzyq", ready="[data-search-ready]"),
    "not-found": PageType("finns/inte/"),
}

# The types in the fictional sites, which have the states of data that the real one lacks.
BILINGUAL = {
    "start": PageType("en/"),
    "area": PageType("en/malomraden/lara/"),
    "strategy": PageType("en/strategier/1-1/"),
    "overview": PageType("en/oversikt/"),
    "requests": PageType("en/onskemal/"),
    "theme": PageType("en/teman/skola/"),
    "search": PageType("en/sok/"),
    "about": PageType("en/om/"),
    "swedish": PageType("strategier/1-1/"),
}
MINIATURE = {
    "start": PageType(""),
    "area": PageType("malomraden/lara/"),
    "area-2": PageType("malomraden/bo/"),
    "strategy": PageType("strategier/1-1/"),
    "strategy-2": PageType("strategier/1-2/"),
    "responses": PageType("remissvar/"),
    "response": PageType("remissvar/provnamnden/"),
    "private-person": PageType("remissvar/privatperson-1/"),
    "overview": PageType("oversikt/"),
    "requests": PageType("onskemal/"),
    "open-data": PageType("oppna-data/"),
    "glossary": PageType("ordlista/"),
    "themes": PageType("teman/"),
    "compilation": PageType("sammanstallning/"),
    "results": PageType("sok/?q=prov", ready="[data-search-ready]"),
}
# The miniature in a language with longer words, in the source's language and in a tree of its own.
PSEUDO = {
    **{name: kind for name, kind in MINIATURE.items() if name not in ("area-2", "strategy-2")},
    "tree": PageType("qps/"),
    "tree-area": PageType("qps/malomraden/lara/"),
    "tree-strategy": PageType("qps/strategier/1-1/"),
    "strategies": PageType("strategier/"),
    "theme": PageType("teman/resurser/"),
    "who-thinks-what": PageType("oversikt/lara/"),
    "selection": PageType("oversikt/?position=opposes", ready="[data-selection-ready]"),
    "changes": PageType("andringar/"),
    "statement": PageType("tillganglighet/"),
    "not-found": PageType("finns/inte/"),
}
TWO_ANSWERS = {
    name: PAGE_TYPES[name]
    for name in ("start", "area", "strategy", "joint", "responses", "overview", "results")
}

# What changes with many answers.
SIXTY_ANSWERS = {
    "start": PageType(""),
    "area": PageType("malomraden/boende-och-stadsmiljo/"),
    "strategy": PageType("strategier/3-1/"),
    "further-answers": PageType("strategier/3-1/sida-2/"),
    "responses": PageType("remissvar/"),
    "overview": PageType("oversikt/"),
    "requests": PageType("onskemal/"),
    "further-requests": PageType("onskemal/sida-2/"),
    "selection": PageType("oversikt/?position=opposes&sort=body", ready="[data-selection-ready]"),
    "theme": PageType("teman/konsuppdelad-statistik/"),
    "who-thinks-what": PageType("oversikt/boende-och-stadsmiljo/"),
    "compilation": PageType("sammanstallning/"),
}

# As wide as a desktop's window, and as one enlarged to 400 %, which has the styles of a phone's.
WIDTHS = (1280, 320)

_MENU = "[data-menu]"


@dataclass(frozen=True)
class State:
    """A state of the page: the part that changes, where it can be, how a reader comes and goes."""

    part: str
    applies: Callable[[Page], bool]
    enter: Callable[[Page], None]
    leave: Callable[[Page], None]


def _click_menu(page: Page) -> None:
    page.locator(_MENU).click()


def _toggle_details(page: Page) -> None:
    """Open what is closed and close what is open; a test of the layout clicks each with a mouse."""
    page.evaluate(
        """() => {
            for (const summary of document.querySelectorAll("main summary")) {
                if (probe.visible(summary)) summary.click();
            }
        }"""
    )


STATES = {
    "menu": State(
        "header", lambda page: page.locator(_MENU).is_visible(), _click_menu, _click_menu
    ),
    "details": State(
        "main",
        lambda page: page.locator("main details").count() > 0,
        _toggle_details,
        _toggle_details,
    ),
}


def states(page: Page) -> Iterator[tuple[str, str]]:
    """Bring a page into each state it can be in; yield its name and the part that it changes."""
    yield "", "html"
    for name, state in STATES.items():
        if state.applies(page):
            state.enter(page)
            yield name, state.part
            state.leave(page)


def report(faults: list[str]) -> str:
    """Return the faults one to a line, for the message of a failed test."""
    return "\n".join(dict.fromkeys(faults))
