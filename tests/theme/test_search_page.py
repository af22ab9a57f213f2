"""The search page, as citizens and screen readers meet it."""

import re
import statistics
from functools import cache
from pathlib import Path
from urllib.parse import quote

import brotli  # type: ignore[import-untyped]
import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.projects import ROOT
from tests.theme.conftest import Opener

pytestmark = pytest.mark.browser

BODY = "enskede-arsta-vantor"
LOADED_WITH_PAGE = re.compile(r"assets/js/site\.|\.css$|\.svg$")


def ready(page: Page) -> Page:
    page.wait_for_selector("[data-search-ready]", state="attached")
    return page


def search(open_page: Opener, address: str, words: str, **options: object) -> Page:
    return ready(open_page(f"{address}sok/?q={quote(words)}", **options))


# The results in the texts: the site's own pages, themes and requests are in sections above.
TEXTS = "[data-section=plan] > li, [data-section=answers] > li"


def units(page: Page) -> list[str]:
    found = page.locator(TEXTS)
    return [str(unit) for unit in found.evaluate_all("all => all.map(one => one.dataset.unit)")]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("forskola", "S1.2"),
        ("3.4", "S3.4"),
        ("strategi 3.4", "S3.4"),
        ("målområde 4", "M4"),
        ("SVA", "S3.5"),
        ("sva", "S3.5"),
        ("diskrimminering", "S4.4"),
        ("etappmål otrygga", "M4"),
        ("kompetensförsörjning av lärare", "synpunkter"),
    ],
)
def test_what_is_meant_is_found_first(
    open_page: Opener, address: str, words: str, first: str
) -> None:
    page = search(open_page, address, words)
    firsts = page.locator(":is([data-section=plan], [data-section=answers]) > li:first-child")
    assert first in firsts.evaluate_all("all => all.map(one => one.dataset.unit)")


def test_a_result_leads_to_the_very_words(open_page: Opener, address: str) -> None:
    page = search(open_page, address, "snabbspår")
    result = page.locator(TEXTS).first
    assert result.get_attribute("data-unit") == "S2.1"
    assert result.get_attribute("data-body") == BODY
    expect(result).to_contain_text("Synpunkt av Enskede-Årsta-Vantörs stadsdelsförvaltning")
    expect(result.locator("mark").first).to_contain_text("snabbspår")
    result.get_by_role("link").first.click()
    anchor = page.url.partition("#")[2]
    assert anchor
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()


def test_a_joint_comment_is_found_by_both_numbers(open_page: Opener, address: str) -> None:
    for number in ("3.1", "3.2"):
        page = search(open_page, address, number)
        joint = page.locator(f"li[data-unit='S3.2'][data-body='{BODY}']")
        assert joint.count() >= 1, number


def test_an_absent_topic_gives_no_results_and_says_what_to_try(
    open_page: Opener, address: str
) -> None:
    page = search(open_page, address, "flygplats")
    assert units(page) == []
    status = page.locator("[data-search-status]")
    expect(status).to_contain_text("Inga träffar på ”flygplats”")
    expect(status).to_contain_text("Prova")
    expect(page.get_by_role("heading", name="Alla strategier")).to_be_visible()


def test_a_misspelt_word_is_corrected_and_asked_about(open_page: Opener, address: str) -> None:
    page = search(open_page, address, "diskrimminering")
    status = page.locator("[data-search-status]")
    expect(status).to_contain_text("Menade du diskriminering")
    status.get_by_role("link").click()
    assert "q=diskriminering" in ready(page).url
    expect(page.locator("main input[type=search]")).to_have_value("diskriminering")
    expect(status).to_be_focused()  # for the link is gone


def test_results_follow_the_typing_and_focus_stays(open_page: Opener, address: str) -> None:
    page = open_page(f"{address}sok/")
    field = page.locator("main input[type=search]")
    field.click()
    page.keyboard.type("bostäd", delay=30)
    ready(page)
    assert "S3.1" in units(page)
    expect(field).to_be_focused()
    page.wait_for_url("**q=bost%C3%A4d")
    expect(page.locator("[data-search-status]")).to_have_attribute("role", "status")
    expect(page.locator("[data-search-status]")).to_contain_text("träff")


def test_typing_is_told_once_it_pauses(open_page: Opener, address: str) -> None:
    page = open_page(f"{address}om/")
    page.clock.install(time=0)
    page.goto(f"{address}sok/")
    page.locator("main input[type=search]").click()
    # From here on time goes as the test says: a busy machine makes no pauses of its own.
    page.clock.pause_at(60_000)
    page.evaluate("""() => {
      const status = document.querySelector("[data-search-status]");
      window.told = [];
      new MutationObserver(() => {
        if (status.getAttribute("aria-live") !== "off") window.told.push(status.textContent);
      }).observe(status, { childList: true });
    }""")
    page.keyboard.type("t")
    ready(page)
    expect(page.locator("[data-search-status]")).to_have_text("Skriv minst två bokstäver.")
    for letter in "rygghet":
        page.keyboard.type(letter)
        page.clock.run_for(60)
    expect(page.locator("[data-search-status]")).to_contain_text("på ”trygghet”")
    expect(page.locator("[data-search-status]")).to_have_attribute("aria-live", "off")
    assert page.evaluate("window.told") == []
    page.clock.run_for(5_000)
    expect(page.locator("[data-search-status]")).to_have_attribute("aria-live", "polite")
    told = page.evaluate("window.told")
    assert len(told) == 1, told
    assert "träffar på ”trygghet”" in told[0]


def test_it_says_when_the_hits_are_of_other_words_than_those_typed(
    open_page: Opener, address: str
) -> None:
    told = "Här är träffar på ord med liknande betydelse."
    for words, expected in (
        ("finansiering", True),
        ("finansiering skola", False),
        ("skola", False),
    ):
        page = search(open_page, address, words)
        assert (told in page.locator("[data-search-status]").inner_text()) is expected, words


def test_each_search_has_its_place_in_the_history(open_page: Opener, address: str) -> None:
    page = open_page(f"{address}sok/")
    field = page.locator("main input[type=search]")
    for words in ("skola", "trygghet", "språk"):
        field.fill("")
        field.type(words, delay=20)
        page.keyboard.press("Enter")
        ready(page)
    for words in ("trygghet", "skola"):
        page.go_back()
        expect(field).to_have_value(words)
        expect(page.locator("[data-search-status]")).to_contain_text(f"”{words}”")


@pytest.mark.parametrize("query", ["?q=%20%20", "?q=skola&kind=constructor"])
def test_an_odd_address_breaks_nothing(open_page: Opener, address: str, query: str) -> None:
    page = ready(open_page(f"{address}sok/{query}"))
    assert "native code" not in page.locator("main").inner_text()


def test_every_result_says_whose_words_it_shows(open_page: Opener, address: str) -> None:
    page = search(open_page, address, "målområde 3")
    expect(page.locator(TEXTS).first).to_contain_text(
        "Målområdet, återgivet av Enskede-Årsta-Vantörs stadsdelsförvaltning"
    )
    page = search(open_page, address, "etappmål otrygga")
    expect(page.locator(TEXTS).first).to_contain_text(
        "Etappmålet, återgivet av Enskede-Årsta-Vantörs stadsdelsförvaltning"
    )
    page = search(open_page, address, "elevhälsa rektorer")
    expect(page.locator("[data-search-results]")).to_contain_text(
        "Avsnitt i svaret från Enskede-Årsta-Vantörs stadsdelsförvaltning"
    )


def test_there_are_facets_where_there_is_something_to_narrow(
    open_page: Opener, address: str
) -> None:
    page = search(open_page, address, "unga barn skola arbete")
    for facet in ("kind", "area", "position"):
        expect(page.locator(f"[data-facet^='{facet}=']").first).to_be_attached()
    expect(page.locator("[data-facet^='body=']")).to_have_count(0)  # there is one
    for few in ("snabbspår", "flygplats"):
        page = search(open_page, address, few)
        expect(page.locator("[data-search-narrow]")).to_be_hidden()
        expect(page.get_by_role("link", name="Avgränsa")).to_have_count(0)


def test_results_stand_in_sections_with_their_numbers(open_page: Opener, address: str) -> None:
    page = search(open_page, address, "statistik")
    headings = page.locator("[data-search-results] h2").all_inner_texts()
    assert headings == ["Sidor och teman: 2", "Önskemål: 1", "Svaret: 2"]
    expect(page.locator("[data-search-results] li > :is(svg, span):first-child")).to_have_count(5)
    glossary = page.get_by_role("region", name="Ordlista")
    expect(glossary.get_by_role("link")).to_have_text("Könsuppdelad statistik")
    expect(page.locator("[data-search-status]")).to_contain_text("5 träffar på ”statistik”")


def test_a_strategy_that_is_found_shows_the_answers_to_it(open_page: Opener, address: str) -> None:
    page = search(open_page, address, "introduktionsförskolornas roll")
    first = page.locator(TEXTS).first
    assert first.get_attribute("data-unit") == "S1.2"
    expect(first.locator("[data-answers]")).to_contain_text("Stöder")
    link = first.locator("[data-answers]").get_by_role("link")
    assert str(link.get_attribute("href")).endswith("strategier/1-2/#svar-enskede-arsta-vantor")


def test_by_keyboard_the_results_come_first_and_there_is_a_way_to_the_facets(
    open_page: Opener, address: str
) -> None:
    page = search(open_page, address, "unga barn skola arbete")
    way = page.locator("[data-search-status]").get_by_role("link", name="Avgränsa")
    way.focus()
    page.keyboard.press("Tab")
    inside = "document.querySelector('[data-search-results]').contains(document.activeElement)"
    assert page.evaluate(inside)
    way.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-search-narrow] summary")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.facet")


def test_facets_are_links_kept_in_the_address(open_page: Opener, address: str) -> None:
    page = search(open_page, address, "förskola")
    before = units(page)
    facets = page.get_by_role("region", name="Avgränsa sökningen")
    facets.get_by_role("link", name="Synpunkter").click()
    page.wait_for_url("**kind=comment*")
    ready(page)
    after = units(page)
    assert 0 < len(after) < len(before)
    chosen = facets.get_by_role("link", name="Synpunkter")
    expect(chosen).to_have_attribute("aria-current", "true")
    expect(chosen).to_be_focused()
    page.reload()
    assert units(ready(page)) == after
    page.go_back()
    ready(page)
    expect(page.locator(TEXTS)).to_have_count(len(before))
    assert units(page) == before


def test_the_kinds_of_text_are_told_apart(open_page: Opener, address: str) -> None:
    page = search(open_page, address, "etappmål otrygga")
    kinds = page.locator("[data-facet^='kind=']")
    texts = [str(text).split() for text in kinds.all_inner_texts()]
    told = {" ".join(words): int(count) for *words, count in texts}
    assert set(told) >= {"Målområden", "Etappmål", "Önskemål"}
    status = page.locator("[data-search-status]")
    expect(status).to_contain_text(f"{sum(told.values())} träffar på ”etappmål otrygga”")


def test_on_a_phone_the_results_come_first(open_page: Opener, address: str) -> None:
    page = search(open_page, address, "unga barn skola arbete", width=360, height=740)
    expect(page.locator("[data-search-results] h3").first).to_be_in_viewport()
    facets = page.get_by_role("region", name="Avgränsa sökningen")
    expect(facets).to_be_hidden()
    page.locator("summary").get_by_text("Avgränsa", exact=True).click()
    expect(facets).to_be_visible()
    facets.get_by_role("link", name="Synpunkter").click()
    page.wait_for_url("**kind=comment*")
    ready(page).reload()
    expect(facets).to_be_visible()


def test_a_body_is_a_result_that_speaks_for_itself(open_page: Opener, address: str) -> None:
    page = search(open_page, address, "Enskede")
    first = page.locator("[data-section=answers] > li").first
    assert first.get_attribute("data-body") == BODY
    assert first.get_attribute("data-unit") is None
    expect(first).to_contain_text("Remissinstans")
    assert str(first.get_by_role("link").get_attribute("href")).endswith(f"remissvar/{BODY}/")


def test_a_choice_that_leaves_nothing_says_what_it_hides(open_page: Opener, address: str) -> None:
    page = ready(open_page(f"{address}sok/?q=SVA&kind=milestone"))
    status = page.locator("[data-search-status]")
    expect(status).to_contain_text("Inga träffar på ”SVA” med det urvalet")
    status.get_by_role("link", name="Visa alla").click()
    assert "S3.5" in units(ready(page))
    assert "kind" not in page.url


def test_more_results_are_shown_on_demand_and_again_on_return(
    open_page: Opener, address: str
) -> None:
    page = search(open_page, address, "unga barn skola arbete")
    results = page.locator("[data-section=plan] > li")
    expect(results).to_have_count(8)
    more = page.locator("[data-section=plan] + button")
    assert re.fullmatch(r"Visa (10 till \(\d+ kvar\)|\d+ till)", more.inner_text())
    more.click()
    expect(results).not_to_have_count(8)
    expect(results.nth(8).get_by_role("link").first).to_be_focused()
    shown = units(page)
    page.goto(f"{address}om/")
    page.go_back()
    assert units(ready(page)) == shown


def test_opening_a_search_weighs_little(site: Path, open_page: Opener, address: str) -> None:
    """From the address to the results, but for the page: its document, stylesheet, `site.js`."""
    table = yaml.safe_load((ROOT / "tests" / "search" / "queries.yml").read_text("utf-8"))
    weigh = cache(lambda path: len(brotli.compress((site / path).read_bytes())))
    weights = []
    page = open_page(f"{address}sok/")
    for query in [one["q"] for one in table["tune"] if one["kind"] != "absent"][::5]:
        page.goto(f"{address}sok/?q={quote(query)}")
        ready(page)
        # What the browser has from before is told of too.
        fetched = page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)")
        paths = {str(url).removeprefix(address) for url in fetched}
        weights.append(sum(weigh(path) for path in paths if not LOADED_WITH_PAGE.search(path)))
    assert min(weights) > 10_000
    assert statistics.median(weights) <= 20_000
    assert max(weights) <= 25_000


def test_results_are_a_list_with_headings(open_page: Opener, address: str) -> None:
    page = search(open_page, address, "samverkan")
    results = page.locator(TEXTS)
    assert results.count() == results.locator("h3").count() > 3
    expect(page.get_by_text("Datorns tolkningar. Ingen har granskat dem.").first).to_be_visible()


@pytest.mark.parametrize(("width", "page_url"), [(1280, "om/"), (1280, ""), (360, "om/")])
def test_every_page_has_a_way_to_search(
    open_page: Opener, address: str, width: int, page_url: str
) -> None:
    page = open_page(address + page_url, width=width)
    if width < 400:
        page.locator("header").get_by_role("link", name="Sök").click()
    page.locator("input[type=search]").fill("trygghet")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok/?q=trygghet")
    assert "S4.6" in units(ready(page))[:3]


def test_nothing_of_the_index_is_fetched_before_the_first_search(
    open_page: Opener, address: str
) -> None:
    fetched: list[str] = []
    page = open_page(f"{address}om/")
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(f"{address}sok/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in fetched if "/search/" in url]


def test_hostile_queries_stay_words(open_page: Opener, address: str) -> None:
    page = search(open_page, address, "<img src=x onerror=window.traff=1> förskola")
    assert page.evaluate("typeof window.traff") == "undefined"
    assert "S1.2" in units(page)[:3]


def test_a_lost_network_is_told(open_page: Opener, address: str) -> None:
    page = open_page(f"{address}sok/")
    page.route("**/search/**", lambda route: route.fulfill(status=503, body=""))
    page.locator("main input[type=search]").fill("skola")
    expect(page.locator("[data-search-status]")).to_contain_text("fungerar inte just nu")


def test_without_script_the_page_says_what_it_cannot_do(open_page: Opener, address: str) -> None:
    page = open_page(f"{address}sok/?q=skola", java_script_enabled=False)
    expect(page.get_by_text("Sökningen kräver JavaScript")).to_be_visible()
    assert page.locator(".all li div > a").count() == 23
    expect(page.locator(".examples")).to_be_hidden()
