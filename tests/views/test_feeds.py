"""The feeds of what has changed: sound Atom, each with its own changes."""

import re
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import feedparser  # type: ignore[import-untyped]
import pytest

from tests.html import by_attribute, parse, shown
from tests.projects import build, run, snapshot
from tests.repositories import Repository
from tests.views.changed import ADDRESS, AREA, RESPONSE, commits, saved

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = {
    "andringar/feed.xml": 3,
    "andringar/malomraden/lara/feed.xml": 3,
    "andringar/malomraden/bo/feed.xml": 1,
    "andringar/remissvar/provnamnden/feed.xml": 3,
    "andringar/remissvar/privatperson-1/feed.xml": 1,
}


def assert_is_atom(raw: bytes) -> ElementTree.Element:
    """Hold a feed to RFC 4287: the elements it must have, once each, and nothing unknown."""
    feed = ElementTree.fromstring(raw)
    assert feed.tag == f"{ATOM}feed"
    once = {"id", "title", "updated"}
    allowed = {
        "feed": once | {"subtitle", "author", "link", "entry"},
        "entry": once | {"link", "content"},
    }
    ids = set()
    for element in [feed, *feed.iter(f"{ATOM}entry")]:
        name = element.tag.removeprefix(ATOM)
        names = [child.tag.removeprefix(ATOM) for child in element]
        assert set(names) <= allowed[name]
        assert all(names.count(part) == 1 for part in once)
        identity = element.findtext(f"{ATOM}id", "")
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", identity)
        ids.add(identity)
        assert element.findtext(f"{ATOM}title")
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated", "")).tzinfo
        rels = [str(link.get("rel")) for link in element.findall(f"{ATOM}link")]
        assert rels == (["self", "alternate"] if name == "feed" else ["alternate"])
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    assert len(ids) == 1 + len(feed.findall(f"{ATOM}entry"))
    days = [str(entry.findtext(f"{ATOM}updated")) for entry in feed.iter(f"{ATOM}entry")]
    assert days == sorted(days, reverse=True)
    if days:
        assert feed.findtext(f"{ATOM}updated") == days[0]
    parsed = feedparser.parse(raw)
    assert not parsed.bozo
    assert parsed.version == "atom10"
    assert len(parsed.entries) == len(days)
    return feed


def links(site: Path, page: str) -> set[str]:
    return {str(link.get("href")) for link in parse(site / page / "index.html").iter("a")}


def assert_is_led_to(site: Path, feed: str) -> None:
    """The page of changes leads to the feeds but those of responses, which stand on theirs."""
    if "remissvar" in feed:
        response = feed.removeprefix("andringar/").removesuffix("feed.xml")
        assert f"../../{feed}" in links(site, response)
    else:
        assert f"../{feed}" in links(site, "andringar/")


@pytest.mark.parametrize("name", FEEDS)
def test_each_feed_is_sound_and_has_its_changes(changed: Path, name: str) -> None:
    feed = assert_is_atom((changed / name).read_bytes())
    assert len(feed.findall(f"{ATOM}entry")) == FEEDS[name]
    for link in feed.iter(f"{ATOM}link"):
        href = str(link.get("href"))
        assert href.startswith(ADDRESS)
        path, _, anchor = href.removeprefix(ADDRESS).partition("#")
        target = changed / path
        assert target.exists()
        if anchor:
            assert anchor in by_attribute(parse(target / "index.html"), "id")


def test_there_is_a_feed_for_all_areas_and_responses_and_a_page_leads_to_each(
    changed: Path,
) -> None:
    assert {name for name in snapshot(changed) if name.endswith(".xml") and "feed" in name} == {
        *FEEDS
    }
    for name in FEEDS:
        assert_is_led_to(changed, name)
    assert "../remissvar/" in links(changed, "andringar/")
    for url, feed in (
        ("andringar/", "feed.xml"),
        ("malomraden/lara/", "../../andringar/malomraden/lara/feed.xml"),
    ):
        heads = {
            str(link.get("rel")): link for link in parse(changed / url / "index.html").iter("link")
        }
        assert heads["alternate"].get("href") == feed


def test_a_feed_of_a_body_tells_of_that_body_only(changed: Path) -> None:
    raw = (changed / "andringar/remissvar/provnamnden/feed.xml").read_text("utf-8")
    assert "Provnämnden" in raw
    assert "Strategi 1.1" not in raw
    area = (changed / "andringar/malomraden/lara/feed.xml").read_text("utf-8")
    assert "många" in area
    assert "både" in area
    assert "saknar siffror" not in area


def test_a_new_response_is_in_the_feeds_of_the_areas_it_speaks_of(tmp_path: Path) -> None:
    repository = saved(tmp_path / "project")
    new = repository.folder / "data" / "responses" / "nya-namnden.yml"
    old = (repository.folder / "data/responses/privatperson-1.yml").read_text("utf-8")
    text = old.replace("kind: privatperson", "name: Nya nämnden\nkind: namnd")
    new.write_text(text, "utf-8")
    repository.commit()
    site = build(repository.folder)
    feeds = site / "andringar" / "malomraden"
    assert "Nya nämnden: tillagt" in (feeds / "lara" / "feed.xml").read_text("utf-8")
    assert "Nya nämnden" not in (feeds / "bo" / "feed.xml").read_text("utf-8")


@pytest.mark.parametrize("name", FEEDS)
def test_without_a_history_the_feeds_answer_and_say_so(miniature: Path, name: str) -> None:
    feed = assert_is_atom((miniature / name).read_bytes())
    assert "Mappen hör inte till något versionsarkiv" in feed.findtext(f"{ATOM}subtitle", "")
    assert feed.findall(f"{ATOM}entry") == []
    # No time is made up that a feed reader would take for news.
    assert feed.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00+00:00"
    assert_is_led_to(miniature, name)


def test_a_shallow_clone_builds_and_says_so(versions: Repository, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    versions.git("clone", "--quiet", "--depth=2", f"file://{versions.folder}", str(clone))
    site = build(clone)
    assert "utan historiken före den 1 april 2020" in shown(site, "andringar")
    assert "många" in shown(site, "andringar")
    feed = assert_is_atom((site / "andringar/feed.xml").read_bytes())
    assert "utan historiken före den 1 april 2020" in feed.findtext(f"{ATOM}subtitle", "")
    assert len(feed.findall(f"{ATOM}entry")) == 1
    # Without an address of the site, links are relative to the feed.
    assert [str(link.get("href")) for link in feed.findall(f"{ATOM}link")] == [
        "../andringar/feed.xml",
        "../andringar/",
    ]
    assert "När texten senast ändrades vet vi inte." in shown(site, "strategier/1-3")


def test_a_clone_of_one_version_has_feeds_that_say_why_they_are_empty(
    versions: Repository, tmp_path: Path
) -> None:
    clone = tmp_path / "clone"
    versions.git("clone", "--quiet", "--depth=1", f"file://{versions.folder}", str(clone))
    done = run(clone, "roadmap", "build")
    assert done.returncode == 0
    missing = "Webbplatsen är byggd utan historiken före den 2 maj 2020."
    assert f"Obs: {missing}" in done.stderr
    assert "git fetch --unshallow" in done.stderr
    for name in FEEDS:
        feed = assert_is_atom((clone / "site" / name).read_bytes())
        assert feed.findtext(f"{ATOM}subtitle", "").startswith(missing)
        assert feed.findall(f"{ATOM}entry") == []
        assert feed.findtext(f"{ATOM}updated") == "2020-05-02T15:00:00+00:00"


def test_a_body_under_another_name_of_its_file_keeps_its_changes(tmp_path: Path) -> None:
    repository = saved(tmp_path / "project")
    name = "site/andringar/remissvar/provnamnden/feed.xml"
    build(repository.folder)
    before = ElementTree.parse(repository.folder / name).findtext(f"{ATOM}id")
    repository.git("mv", RESPONSE, "data/responses/namnden.yml")
    for path in (
        "data/plan.yml",
        AREA,
        "data/goal-areas/2-bo.yml",
        "data/responses/provbolaget.yml",
    ):
        text = (repository.folder / path).read_text("utf-8")
        (repository.folder / path).write_text(text.replace(": provnamnden", ": namnden"), "utf-8")
    (repository.folder / "data/redirects.yml").write_text(
        "remissvar/provnamnden/: remissvar/namnden/\n"
    )
    repository.commit()
    site = build(repository.folder)
    feed = (site / "andringar/remissvar/namnden/feed.xml").read_text("utf-8")
    assert "både" in feed
    assert "nytt namn" in feed
    # Whoever followed it at the old address goes on being told.
    old = assert_is_atom((site / "andringar/remissvar/provnamnden/feed.xml").read_bytes())
    assert len(old.findall(f"{ATOM}entry")) == feed.count("<entry>") == 4
    assert [link.get("href") for link in old.findall(f"{ATOM}link")] == [
        "../../../andringar/remissvar/provnamnden/feed.xml",
        "../../../remissvar/provnamnden/",
    ]
    assert old.findtext(f"{ATOM}id") == before
    _, _, second, first = commits(repository)
    assert f"/blob/{first}/{RESPONSE}" in (site / "strategier/1-1/index.html").read_text("utf-8")
    assert f"/blob/{second}/{RESPONSE}" in (site / "strategier/1-3/index.html").read_text("utf-8")
