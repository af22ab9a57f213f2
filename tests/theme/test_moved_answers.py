"""With many answers they stand on several pages, and the address of each goes on to work."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browsers import window
from tests.views.test_many_answers import PAGES, ids
from tools.web import served


@pytest.mark.browser
def test_an_address_leads_to_the_words_wherever_the_answer_has_moved(
    sixty_answers: Path, browser: Browser
) -> None:
    body = ids(sixty_answers, PAGES[2])[5].removeprefix("svar-")
    with served(sixty_answers) as address, window(browser) as opened:
        page = opened.new_page()
        for old in (
            f"strategier/2-1/#svar-{body}",
            f"strategier/2-1/#svar-{body}-onskemal-1",
            f"strategier/2-1/sida-2/#svar-{body}",
            f"malomraden/arbete-och-foretagande/#svar-2-1-{body}",
        ):
            page.goto("about:blank")
            page.goto(address + old)
            page.wait_for_url(f"{address}remissvar/{body}/#strategi-2-1")
            expect(page.locator("[id='strategi-2-1']")).to_be_in_viewport()
        # What never was an answer leads nowhere else.
        page.goto(f"{address}strategier/2-1/#hanvisa")
        expect(page.locator("#hanvisa")).to_be_in_viewport()
        assert page.url == f"{address}strategier/2-1/#hanvisa"


@pytest.mark.browser
def test_an_address_leads_back_to_an_answer_that_has_moved_forward(
    sixty_answers: Path, browser: Browser
) -> None:
    anchor = ids(sixty_answers, PAGES[0])[3]
    with served(sixty_answers) as address, window(browser) as opened:
        page = opened.new_page()
        page.goto(f"{address}{PAGES[1]}#{anchor}")
        page.wait_for_url(f"{address}{PAGES[0]}#{anchor}")
        expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()


@pytest.mark.browser
def test_a_link_to_an_answer_shows_which_strategy_it_is_about(
    sixty_answers: Path, browser: Browser
) -> None:
    answer = ids(sixty_answers, PAGES[1])[20]
    with served(sixty_answers) as address, window(browser, java_script_enabled=False) as opened:
        page = opened.new_page()
        page.goto(address + PAGES[1])
        about = page.locator(".of-strategy")
        expect(about).not_to_be_visible()
        page.goto("about:blank")
        page.goto(f"{address}{PAGES[1]}#{answer}")
        expect(about).to_be_in_viewport()
        expect(about).to_contain_text("2.1 ")
        line, found = about.bounding_box(), page.locator(f"[id='{answer}']").bounding_box()
        assert line
        assert found
        assert line["y"] + line["height"] <= found["y"]
        # On paper it would lie over text, and the page has the title already.
        page.emulate_media(media="print")
        assert not about.is_visible()
