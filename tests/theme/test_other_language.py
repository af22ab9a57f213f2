"""The way to the same page in another language keeps what the reader has chosen and where."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.theme.conftest import Opener
from tools.web import served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def bilingual_address(bilingual: Path) -> Iterator[str]:
    with served(bilingual) as address:
        yield address


def follow(page: Page, name: str = "a.language") -> None:
    page.locator(name).click()
    page.wait_for_load_state()


@pytest.mark.parametrize(("here", "there"), [("", "en/"), ("en/", "")])
def test_the_question_is_asked_in_the_other_language_too(
    open_page: Opener, bilingual_address: str, here: str, there: str
) -> None:
    page = open_page(f"{bilingual_address}{here}sok/")
    page.locator("main input[type=search]").fill("books & böcker")
    follow(page)
    expect(page).to_have_url(f"{bilingual_address}{there}sok/?q=books+%26+b%C3%B6cker")
    expect(page.locator("main input[type=search]")).to_have_value("books & böcker")


def test_the_link_to_whole_answers_keeps_the_question(
    open_page: Opener, bilingual_address: str
) -> None:
    page = open_page(f"{bilingual_address}en/sok/?q=Provskolan")
    follow(page, "main a[rel=alternate]")
    expect(page).to_have_url(f"{bilingual_address}sok/?q=Provskolan")


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("strategier/1-1/#svar-provnamnden", "en/strategier/1-1/#svar-provnamnden"),
        ("en/oversikt/?theme=skola#alla-strategier", "oversikt/?theme=skola#alla-strategier"),
        ("en/strategier/1-1/", "strategier/1-1/"),
        # This page is in Swedish alone: the link leads to the start page.
        ("remissvar/provnamnden/#synpunkt-1-1", "en/"),
    ],
)
def test_the_place_on_the_page_is_kept(
    open_page: Opener, bilingual_address: str, here: str, there: str
) -> None:
    page = open_page(f"{bilingual_address}{here}")
    follow(page)
    expect(page).to_have_url(f"{bilingual_address}{there}")
    anchor = there.partition("#")[2]
    if anchor:
        expect(page.locator(f"[id='{anchor}']")).to_have_count(1)


def test_without_scripts_the_link_leads_to_the_page(
    open_page: Opener, bilingual_address: str
) -> None:
    page = open_page(f"{bilingual_address}en/sok/?q=book", java_script_enabled=False)
    follow(page)
    expect(page).to_have_url(f"{bilingual_address}sok/")


def test_a_link_is_as_the_address_is_now(open_page: Opener, bilingual_address: str) -> None:
    """Whoever comes back to the page has asked for something else, or for nothing."""
    page = open_page(f"{bilingual_address}en/sok/?q=first")
    link = page.locator("a.language")
    link.click(modifiers=["ControlOrMeta"])
    page.locator("main input[type=search]").fill("second")
    follow(page)
    expect(page).to_have_url(f"{bilingual_address}sok/?q=second")
