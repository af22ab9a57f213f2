"""An address that was published goes on answering, in the built site and in a browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browsers import window
from tests.html import parse, text_of
from tests.projects import build, make_project, run
from tools.web import served

OLD = "remissvar/enskede/"
NEW = "remissvar/enskede-arsta-vantor/"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = make_project(tmp_path / "project")
    (project / "data" / "redirects.yml").write_text(f"{OLD}: {NEW}\n", "utf-8")
    return project


def test_an_old_address_leads_on(project: Path, browser: Browser) -> None:
    site = build(project)
    page = parse(site / OLD / "index.html")
    links = {str(link.get("rel")): str(link.get("href")) for link in page.iter("link")}
    assert links["canonical"] == f"../../{NEW}"
    assert text_of(next(page.iter("h1"))) == "Sidan har flyttat"
    with served(site) as address, window(browser, java_script_enabled=False) as opened:
        shown = opened.new_page()
        shown.goto(address + OLD)
        shown.wait_for_url(address + NEW)


def test_with_a_script_the_place_and_the_question_come_along(site: Path, browser: Browser) -> None:
    with served(site) as address, window(browser) as opened:
        shown = opened.new_page()
        for old, new in {
            "oversikt/vad-hande-sedan/#ingen-uppgift": "onskemal/#ingen-uppgift",
            "sammanstallning/boende-och-stadsmiljo/#strategi-3-3": (
                "malomraden/boende-och-stadsmiljo/#strategi-3-3"
            ),
            "malomraden/?q=1": "strategier/?q=1",
        }.items():
            shown.goto(address + old)
            shown.wait_for_url(address + new)


def test_what_the_program_has_moved_a_town_can_neither_move_nor_lead_to(project: Path) -> None:
    (project / "data" / "redirects.yml").write_text(
        f"oversikt/vad-hande-sedan/: {NEW}\nom/onskemal/: oversikt/vad-hande-sedan/\n", "utf-8"
    )
    done = run(project, "roadmap", "validate")
    assert done.returncode == 1
    assert (
        'data/redirects.yml:1:1: Adressen "oversikt/vad-hande-sedan/" leder redan vidare till '
        '"onskemal/". Ta bort raden.\n'
        'data/redirects.yml:2:15: "oversikt/vad-hande-sedan/" leder själv vidare. '
        'Skriv "onskemal/" direkt.\n'
    ) in done.stderr


def test_a_page_of_the_towns_own_goes_before_what_the_program_has_moved(project: Path) -> None:
    own = project / "docs/malomraden/index.md"
    own.write_text("---\ntitle: Egen\ndescription: Egen sida.\n---\n\n# Egen sida\n", "utf-8")
    site = build(project)
    assert "Egen sida" in text_of(next(parse(site / "malomraden/index.html").iter("h1")))


def test_the_canonical_address_is_whole_where_the_site_has_one(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://plan.example/x/")
    page = parse(build(project) / OLD / "index.html")
    links = {str(link.get("rel")): str(link.get("href")) for link in page.iter("link")}
    assert links["canonical"] == f"https://plan.example/x/{NEW}"


def test_a_redirect_to_nowhere_stops_the_build(project: Path) -> None:
    (project / "data" / "redirects.yml").write_text(f"{OLD}: remissvar/enskede-arsta/\n", "utf-8")
    for verb in ("validate", "build"):
        done = run(project, "roadmap", verb)
        assert done.returncode == 1
        assert done.stderr.startswith(
            'data/redirects.yml:1:21: Det finns ingen sida på adressen "remissvar/enskede-arsta/".'
            f' Menade du "{NEW}"?\n'
        )
    assert not (project / "site").exists()
