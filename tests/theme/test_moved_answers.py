"""With many answers they stand on several pages, and the address of each goes on to work."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browsers import window
from tests.views.test_many_answers import PAGES, ids
from tools.web import served


@pytest.mark.browser
def test_an_address_leads_to_the_answer_wherever_it_has_moved(
    sixty_answers: Path, browser: Browser
) -> None:
    anchor = ids(sixty_answers, PAGES[2])[5]
    body = anchor.removeprefix("svar-")
    with served(sixty_answers) as address, window(browser) as opened:
        page = opened.new_page()
        for old in (
            f"strategier/2-1/#svar-{body}",
            f"malomraden/arbete-och-foretagande/#svar-2-1-{body}",
        ):
            page.goto("about:blank")
            page.goto(address + old)
            page.wait_for_url(f"{address}{PAGES[2]}#{anchor}")
            expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()
        # What never was an answer leads nowhere else.
        page.goto(f"{address}strategier/2-1/#hanvisa")
        expect(page.locator("#hanvisa")).to_be_in_viewport()
        assert page.url == f"{address}strategier/2-1/#hanvisa"


@pytest.mark.browser
def test_without_scripts_an_old_address_leads_to_the_link_onwards(
    sixty_answers: Path, browser: Browser
) -> None:
    anchor = ids(sixty_answers, PAGES[1])[0]
    settled = window(browser, java_script_enabled=False)
    with served(sixty_answers) as address, settled as opened:
        page = opened.new_page()
        page.goto(f"{address}{PAGES[0]}#{anchor}")
        link = page.locator(f"a[id='{anchor}']")
        expect(link).to_be_in_viewport()
        link.click()
        assert page.url == f"{address}{PAGES[1]}#{anchor}"
