"""What search engines and other sites are told: sitemap, robots, pictures, JSON-LD."""

import json
import struct
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from roadmap.site import structured_data
from tests.html import pages, parse
from tests.projects import build, make_project, snapshot
from tests.shared import Shared

HOME = "https://prov.example/plan/"


@pytest.fixture(scope="module")
def addressed(shared: Shared) -> Path:
    """The frozen site, built for an address."""

    def make(folder: Path) -> None:
        build(make_project(folder), SITE_URL=HOME.rstrip("/"))

    return shared.folder("addressed", make) / "site"


def url(page: str) -> str:
    return HOME + page.removesuffix("index.html")


def metas(site: Path, page: str) -> dict[str, str]:
    return {
        str(meta.get("property") or meta.get("name")): str(meta.get("content"))
        for meta in parse(site / page).iter("meta")
    }


def structured(site: Path, page: str) -> dict[str, Any]:
    (script,) = [each for each in parse(site / page).iter("script") if each.get("type")]
    assert script.get("type") == "application/ld+json"
    found: dict[str, Any] = json.loads(script.text or "")
    return found


def test_the_sitemap_lists_every_page_once(addressed: Path) -> None:
    root = ElementTree.fromstring((addressed / "sitemap.xml").read_bytes())
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    found = [each.text for each in root.findall("s:url/s:loc", names)]
    assert sorted(map(str, found)) == sorted(
        url(page) for page in pages(addressed) if page != "404.html"
    )
    assert b"lastmod" not in (addressed / "sitemap.xml").read_bytes()


def test_without_an_address_there_is_no_sitemap(site: Path) -> None:
    assert not [name for name in snapshot(site) if "sitemap" in name]
    assert (site / "robots.txt").read_text() == "User-agent: *\nAllow: /\n"


def test_robots_are_let_in_and_shown_the_sitemap(addressed: Path) -> None:
    assert (addressed / "robots.txt").read_text() == (
        f"User-agent: *\nAllow: /\nSitemap: {HOME}sitemap.xml\n"
    )


def test_every_page_tells_its_address_title_and_picture(addressed: Path) -> None:
    for page in pages(addressed):
        if page == "404.html":
            continue
        told = metas(addressed, page)
        (canonical,) = [
            link.get("href")
            for link in parse(addressed / page).iter("link")
            if link.get("rel") == "canonical"
        ]
        assert canonical == told["og:url"] == url(page)
        assert told["og:title"], page
        assert told["og:description"] == told["description"], page
        assert told["og:locale"] == "sv_SE"
        assert told["og:image"] == f"{HOME}assets/img/share.png"
        assert "robots" not in told


def test_without_an_address_a_page_still_tells_its_title(site: Path) -> None:
    told = metas(site, "oversikt/index.html")
    assert told["og:title"] == "Svaren"
    assert not {"og:url", "og:image"} & set(told)


def test_the_picture_has_the_size_that_others_ask_for(site: Path) -> None:
    content = (site / "assets/img/share.png").read_bytes()
    assert content.startswith(b"\x89PNG")
    assert struct.unpack(">II", content[16:24]) == (1200, 630)


def test_every_page_says_what_it_is_about(addressed: Path, site: Path) -> None:
    for page in pages(addressed):
        if page == "404.html":
            continue
        told = structured(addressed, page)
        assert told["url"] == url(page)
        assert told["name"] == metas(addressed, page)["og:title"]
        assert told["isPartOf"]["url"] == HOME
        assert "url" not in structured(site, page)
    strategy = structured(site, "strategier/1-2/index.html")["mainEntity"]
    assert strategy["position"] == "1.2"
    response = structured(site, "remissvar/enskede-arsta-vantor/index.html")["mainEntity"]
    assert response["author"]["name"].endswith("stadsdelsförvaltning")


def test_the_open_data_are_a_dataset_for_search_engines(addressed: Path, site: Path) -> None:
    told = structured(addressed, "oppna-data/index.html")["mainEntity"]
    assert told["@type"] == "Dataset"
    archive = told["distribution"]["contentUrl"]
    assert (addressed / archive.removeprefix(HOME)).is_file()
    relative = structured(site, "oppna-data/index.html")["mainEntity"]["distribution"]
    assert (site / "oppna-data" / relative["contentUrl"]).resolve().is_file()


def test_a_private_person_is_no_author(miniature: Path) -> None:
    response = structured(miniature, "remissvar/privatperson-1/index.html")["mainEntity"]
    assert "author" not in response


def test_no_text_can_end_the_block_that_it_stands_in() -> None:
    head = {"title": "</script><script>alert(1)</script><!--", "description": "]]>"}
    told = structured_data.structured_data(head, "", "sv", "</SCRIPT>", "", None)
    assert "<" not in told
    assert json.loads(told)["name"] == head["title"]
