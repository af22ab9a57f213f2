"""Choosing among the answers on the overview: with one body, and with sixty."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, Route, expect

from roadmap.site.project import current
from tests.projects import TODAY
from tests.theme.conftest import Opener
from tests.waiting import until

pytestmark = pytest.mark.browser

ROWS = "[data-selection-rows] > li"
BODY = "[data-selection-rows] [data-body]"
REAL = "enskede-arsta-vantor"


@pytest.fixture(scope="module")
def answers(sixty_answers: Path) -> list[dict[str, Any]]:
    """Every answer and general comment of the sixty, from the data: about what, how judged."""
    return [*answered(sixty_answers.parent)]


def answered(project: Path) -> Iterator[dict[str, Any]]:
    for path in sorted((project / "data/responses").glob("*.yml")):
        # "Se svar under 3.2." is no answer of its own.
        response = yaml.safe_load(path.read_text("utf-8"))
        for comment in (one for one in response["comments"] if "refers_to" not in one):
            for strategy in comment["strategies"]:
                yield {"body": path.stem, "area": f"M{strategy[1]}", **told(comment)}  # S1.2: M1
        for section in (one for one in response["sections"] if "judgement" in one):
            yield {"body": path.stem, "area": "plan", **told(section)}


def told(text: dict[str, Any]) -> dict[str, Any]:
    judgement = text.get("judgement") or {}
    return {
        "position": judgement.get("position", {}).get("value"),
        "asks": {ask["kind"] for ask in judgement.get("asks", ())},
        "problems": bool(judgement.get("problems")),
        "themes": {mark["theme"] for mark in judgement.get("themes", ())},
    }


def open_filters(open_page: Opener, address: str) -> Page:
    page = open_page(f"{address}oversikt/")
    page.get_by_text("Filtrera svaren", exact=True).click()
    return page


def ready(page: Page) -> Page:
    page.wait_for_selector("[data-selection-ready]", state="attached")
    return page


def shown(page: Page) -> int:
    """Return how many answers there are, when all are shown; each has its own row."""
    page.locator("[data-selection-more]").evaluate(
        "more => { while (more.checkVisibility()) more.click(); }"
    )
    return page.locator(ROWS).count()


# The lists that are narrower than their longest name, where the form has room for it.
CUT = """form => [...form.querySelectorAll("select")].filter(list => {
    const free = list.cloneNode(true);
    free.style.cssText = "position: absolute; width: auto; max-width: none";
    list.after(free);
    const needs = Math.min(free.getBoundingClientRect().width, form.clientWidth);
    free.remove();
    return list.getBoundingClientRect().width < needs - 1;
}).map(list => list.name)"""


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_no_name_is_cut_in_the_lists(open_page: Opener, many: str, width: int) -> None:
    page = open_page(f"{many}oversikt/", width)
    page.get_by_text("Filtrera svaren", exact=True).click()
    page.get_by_label("Remissinstans").focus()
    assert ready(page).locator("#val-body option").count() == 61
    assert page.locator("[data-selection] form").evaluate(CUT) == []


def test_each_choice_shows_its_answers_and_no_other(
    open_page: Opener, many: str, answers: list[dict[str, Any]]
) -> None:
    page = open_page(f"{many}oversikt/")
    for query, expected in (
        ("position=opposes", [one for one in answers if one["position"] == "opposes"]),
        ("area=M3", [one for one in answers if one["area"] == "M3"]),
        (f"body={REAL}", [one for one in answers if one["body"] == REAL]),
        ("area=plan", [one for one in answers if one["area"] == "plan"]),
        ("ask=resources", [one for one in answers if "resources" in one["asks"]]),
        ("ask=any", [one for one in answers if one["asks"]]),
        ("problem=any", [one for one in answers if one["problems"]]),
        ("theme=trygghet", [one for one in answers if "trygghet" in one["themes"]]),
        (
            "area=M4&position=supports&ask=resources",
            [
                one
                for one in answers
                if one["area"] == "M4" and one["position"] == "supports"
                if "resources" in one["asks"]
            ],
        ),
    ):
        page.goto(f"{many}oversikt/?{query}")
        ready(page)
        assert expected, query
        expect(page.locator("[data-selection-status]")).to_contain_text(f"{len(expected)} svar")
        assert shown(page) == len(expected), query


def test_what_is_about_the_whole_plan_is_told_apart(open_page: Opener, address: str) -> None:
    status = "[data-selection-status]"
    page = open_page(f"{address}oversikt/?ask=any")
    expect(page.locator(status)).to_have_text(
        "19 svar av 25: Ber om något. 2 av dem gäller hela planen."
    )
    page.goto(f"{address}oversikt/?ask=any&area=plan")
    expect(page.locator(status)).to_have_text("2 svar av 25: Hela planen, Ber om något.")


def test_the_choice_is_kept_in_the_address_and_in_the_history(open_page: Opener, many: str) -> None:
    page = open_filters(open_page, many)
    page.get_by_label("Ställningstagande", exact=True).select_option("Är emot")
    ready(page)
    assert page.url.endswith("?position=opposes")
    page.get_by_label("Tema", exact=True).select_option("Trygghet")
    expect(page.locator("[data-selection-status]")).to_contain_text("Trygghet")
    assert page.url.endswith("?position=opposes&theme=trygghet")
    link = page.locator(f"{ROWS} a").first
    anchor = str(link.get_attribute("href")).partition("#")[2]
    link.click()
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()
    page.go_back()
    ready(page)
    assert page.url.endswith("?position=opposes&theme=trygghet")
    expect(page.get_by_label("Tema", exact=True)).to_have_value("trygghet")
    page.go_back()
    expect(page.locator("[data-selection-status]")).not_to_contain_text("Trygghet")
    page.get_by_role("button", name="Rensa").click()
    expect(page.locator(ROWS)).to_have_count(0)
    assert page.url.endswith("oversikt/")


def test_the_answers_are_ordered_as_chosen(open_page: Opener, many: str) -> None:
    page = ready(open_page(f"{many}oversikt/?area=M1&sort=body"))
    bodies = page.locator(BODY).all_text_contents()
    assert len(bodies) == 50
    assert bodies[:6] == bodies[:1] * 6
    page.get_by_label("Ordna efter").select_option("Ställningstagande")
    expect(page.locator(ROWS).first.locator("[data-position]")).to_have_attribute(
        "data-position", "supports"
    )
    positions = page.locator(f"{ROWS} [data-position]").evaluate_all(
        "cells => cells.map(cell => cell.dataset.position)"
    )
    assert set(positions) == {"supports"}


def test_the_keyboard_is_enough_and_the_focus_stays(open_page: Opener, many: str) -> None:
    page = open_filters(open_page, many)
    field = page.get_by_label("Målområde", exact=True)
    field.focus()
    page.keyboard.press("ArrowDown")
    ready(page)
    expect(field).to_be_focused()
    expect(page.get_by_role("heading", name="Svaren i urvalet")).to_be_visible()
    page.keyboard.press("Enter")  # there is nothing to send: the choice applies at once
    expect(field).to_be_focused()
    more = page.get_by_role("button", name="Visa fler svar")
    more.focus()
    page.keyboard.press("Enter")
    expect(page.locator(ROWS)).to_have_count(100)
    expect(page.locator(ROWS).nth(50).locator("a").first).to_be_focused()


def test_what_nobody_knows_is_told_and_what_nobody_answered_has_ways_on(
    open_page: Opener, address: str
) -> None:
    page = ready(open_page(f"{address}oversikt/?theme=rymdfart&position=supports"))
    status = page.locator("[data-selection-status]")
    expect(status).to_contain_text("”rymdfart” i adressen finns inte")
    assert shown(page) == 9
    page = ready(open_page(f"{address}oversikt/?position=supports&ask=clarification&area=M2"))
    status = page.locator("[data-selection-status]")
    expect(status).to_contain_text("Inget svar passar urvalet.")
    status.get_by_role("link").first.click()
    expect(page.locator(ROWS).first).to_be_visible()


def test_with_one_body_the_rows_have_the_words(open_page: Opener, address: str) -> None:
    page = ready(open_page(f"{address}oversikt/?position=supports_in_part"))
    assert shown(page) == 2
    expect(page.locator(ROWS).first).to_contain_text("om nätverken i området samordnades")
    assert page.get_by_label("Remissinstans", exact=True).count() == 0 or not (
        page.get_by_label("Remissinstans", exact=True).is_visible()
    )


def test_a_short_cut_is_a_link_that_applies_at_once_and_shows_that_it_does(
    open_page: Opener, address: str
) -> None:
    page = open_page(f"{address}oversikt/")
    page.get_by_role("link", name="Pekar på problem").click()
    ready(page)
    assert page.url.endswith("?problem=any")
    assert shown(page) == 4
    expect(page.get_by_role("link", name="Pekar på problem")).to_have_attribute(
        "aria-current", "true"
    )
    page.get_by_role("link", name="Ber om något").click()
    expect(page.locator("[data-selection-status]")).to_contain_text("Ber om något")
    rows = page.locator(ROWS).all_text_contents()
    assert any("Sammanfattning" in row for row in rows)
    page.get_by_role("link", name="Alla", exact=True).click()
    expect(page.locator(ROWS)).to_have_count(0)
    assert page.url.endswith("oversikt/")


def test_the_bars_are_ordered_as_the_address_says(open_page: Opener, many: str) -> None:
    page = open_page(f"{many}oversikt/?order=plan")
    numbers = "[data-ordered] tr"
    ids = "rows => rows.map(row => row.dataset.strategy)"
    # The script that orders them is fetched first, which takes the time that it takes.
    until(lambda: page.locator(numbers).evaluate_all(ids)[:3] == ["S1.1", "S1.2", "S1.3"])
    page.get_by_role("link", name="Flest stöder").click()
    assert page.url.endswith("?order=for")
    for_it = "rows => rows.map(row => Number(row.dataset.for))"
    amounts = sorted(page.locator(numbers).evaluate_all(for_it), reverse=True)
    until(lambda: page.locator(numbers).evaluate_all(for_it) == amounts)
    page.go_back()
    until(lambda: page.locator(numbers).evaluate_all(ids)[0] == "S1.1")
    expect(page.get_by_role("link", name="Planens ordning")).to_have_attribute(
        "aria-current", "true"
    )


def test_nothing_is_fetched_before_anything_is_chosen(open_page: Opener, address: str) -> None:
    page = open_page(f"{address}oversikt/")
    names = "performance.getEntriesByType('resource').map(entry => entry.name)"
    assert not [name for name in page.evaluate(names) if "selection" in name or "json" in name]


def test_the_bodies_are_listed_as_soon_as_a_reader_goes_to_the_form(
    open_page: Opener, many: str, sixty_answers: Path
) -> None:
    names = [body.name for body in current(sixty_answers.parent, TODAY).received]
    for label in ("Målområde", "Remissinstans"):
        page = open_filters(open_page, many)
        field = page.get_by_label("Remissinstans", exact=True)
        assert field.locator("option").all_text_contents() == ["Alla", "Remissinstanserna hämtas …"]
        # Focus is enough anywhere in the form, and a pointer over the list itself.
        begun = page.get_by_label(label, exact=True)
        begun.hover() if begun.get_attribute("name") == "body" else begun.focus()
        expect(field.locator("option")).to_have_text(["Alla", *names])
        # Nothing is chosen yet, so the page is as it was.
        expect(page.locator("[data-selection-status]")).to_have_text("")
        expect(page.get_by_role("table")).to_be_visible()
        page.context.close()


def test_a_body_is_chosen_from_the_list_and_kept_in_the_address(
    open_page: Opener, many: str, answers: list[dict[str, Any]]
) -> None:
    page = open_filters(open_page, many)
    field = page.get_by_label("Remissinstans", exact=True)
    field.focus()
    field.select_option("Enskede-Årsta-Vantörs stadsdelsnämnd")
    ready(page)
    assert page.url.endswith(f"?body={REAL}")
    expect(page.locator("[data-selection-status]")).to_contain_text("Enskede-Årsta-Vantörs")
    page.reload()
    ready(page)
    expect(field).to_have_value(REAL)
    page.get_by_label("Målområde", exact=True).select_option("M3")
    expected = [one for one in answers if one["body"] == REAL and one["area"] == "M3"]
    expect(page.locator("[data-selection-status]")).to_contain_text(f"{len(expected)} svar av")
    assert page.url.endswith(f"?area=M3&body={REAL}")
    assert set(page.locator(BODY).all_text_contents()) == {"Enskede-Årsta-Vantörs stadsdelsnämnd"}


def test_a_body_in_the_address_stands_while_the_list_is_on_its_way(
    open_page: Opener, many: str
) -> None:
    page = open_page("about:blank")
    waiting: list[Route] = []
    page.route("**/svar.json", lambda route: waiting.append(route))
    page.goto(f"{many}oversikt/?body={REAL}")
    expect(page.locator("[data-selection-status]")).to_have_text("Hämtar svaren …")
    page.get_by_label("Målområde", exact=True).select_option("M3")
    assert page.url.endswith(f"?area=M3&body={REAL}")
    waiting[0].continue_()
    ready(page)
    expect(page.get_by_label("Remissinstans", exact=True)).to_have_value(REAL)
    expect(page.get_by_label("Målområde", exact=True)).to_have_value("M3")


def test_where_the_list_did_not_come_that_is_said_and_it_can_be_fetched_again(
    open_page: Opener, many: str
) -> None:
    page = open_filters(open_page, many)
    page.route("**/svar.json", lambda route: route.fulfill(status=503))
    field = page.get_by_label("Remissinstans", exact=True)
    field.focus()
    expect(page.locator("[data-selection-status]")).to_contain_text(
        "Svaren kan inte visas just nu."
    )
    page.unroute("**/svar.json")
    page.get_by_label("Tema", exact=True).focus()
    field.focus()
    expect(field.locator("option")).to_have_count(61)
    expect(page.locator("[data-selection-status]")).to_have_text("")


def test_without_a_script_the_whole_table_and_the_themes_remain(
    open_page: Opener, many: str
) -> None:
    page = open_page(f"{many}oversikt/?position=opposes", java_script_enabled=False)
    expect(page.get_by_text("För att filtrera svaren behövs JavaScript")).to_be_visible()
    expect(page.get_by_label("Tema", exact=True)).not_to_be_visible()
    expect(page.get_by_role("link", name="efter tema").first).to_be_visible()
    expect(page.locator("table").first).to_be_visible()
    expect(page.get_by_role("link", name="Flest emot")).to_be_visible()
    expect(page.get_by_role("link", name="Flest stöder")).not_to_be_visible()


def test_a_phone_and_paper_have_all_of_it(open_page: Opener, many: str) -> None:
    page = ready(open_page(f"{many}oversikt/?position=opposes", width=360, height=740))
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    total = int(str(page.locator("[data-selection-status] b").text_content()).split()[0])
    assert page.locator(ROWS).count() == 50
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(ROWS).count() == total
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(ROWS).count() == 50


def test_a_field_narrows_the_list_of_bodies(open_page: Opener, many: str) -> None:
    page = open_page(f"{many}remissvar/")
    rows = page.locator(".bodies > li:visible")
    expect(rows).to_have_count(60)
    field = page.get_by_label("Visa bara namn med")
    field.fill("ENSKEDE")
    expect(rows).to_have_count(1)
    field.fill("finns inte")
    expect(rows).to_have_count(0)
    expect(page.locator(".narrow [role=status]")).to_contain_text("Inget namn")
    field.fill("")
    expect(rows).to_have_count(60)
    expect(page.locator(".narrow [role=status]")).to_be_empty()
