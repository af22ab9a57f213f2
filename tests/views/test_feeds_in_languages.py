"""The feeds of another language's tree: its sentences, and the data's own words marked."""

from pathlib import Path
from xml.etree import ElementTree

import html5lib
import pytest

from tests.bilingual import ADDRESS, REVIEWER, english, make_bilingual
from tests.html import by_attribute, parse
from tests.projects import build
from tests.repositories import Repository, change_all
from tests.shared import Shared
from tests.site.test_languages import SWEDISH, unmarked
from tests.views.test_feeds import ATOM, assert_is_atom

FEEDS = (
    "andringar/feed.xml",
    "andringar/malomraden/lara/feed.xml",
    "andringar/malomraden/bo/feed.xml",
)


@pytest.fixture(scope="module")
def changed(shared: Shared) -> Path:
    """The miniature site in two languages, with changes in everybody's words behind it."""

    def make(folder: Path) -> None:
        repository = Repository(make_bilingual(folder))
        (folder / ".gitignore").write_text("/site*\n/.cache/\n__pycache__/\n", "utf-8")
        repository.commit()
        repository.change("data/plan.yml", "name: Skola", "name: Skola\n    description: Lektion.")
        repository.commit()
        translation = english("M1/strategies/S1.1/text")
        repository.change("data/translations/en/all.yml", translation, "Otherwise")
        repository.commit()
        repository.change("data/translations/en/all.yml", REVIEWER, "kanslisten")
        repository.commit()
        change_all(repository)
        build(folder, SITE_URL=ADDRESS)

    return shared.folder("changed-bilingual", make) / "site"


def content(feed: ElementTree.Element) -> str:
    return "".join(str(one.text) for one in feed.iter(f"{ATOM}content"))


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_is_in_its_language_and_leads_to_what_there_is(changed: Path, name: str) -> None:
    feed = assert_is_atom((changed / "en" / name).read_bytes())
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert feed.find(f"{ATOM}entry") is not None
    rels = {str(one.get("rel")): str(one.get("href")) for one in feed.findall(f"{ATOM}link")}
    assert rels["self"] == f"{ADDRESS}en/{name}"
    page = name.removeprefix("andringar/").removesuffix("feed.xml")
    assert rels["alternate"] == ADDRESS + (f"en/{page}" if page else "andringar/")
    for link in feed.iter(f"{ATOM}link"):
        path, _, anchor = str(link.get("href")).removeprefix(ADDRESS).partition("#")
        target = changed / path
        assert target.exists(), path
        assert not anchor or anchor in by_attribute(parse(target / "index.html"), "id")
        in_swedish = link.get("rel") == "alternate" and not path.startswith("en/")
        assert (link.get("hreflang") == "sv") == in_swedish, path


def test_its_sentences_are_english_and_the_changed_words_marked_as_swedish(changed: Path) -> None:
    feed = ElementTree.fromstring((changed / "en/andringar/feed.xml").read_bytes())
    titles = [str(one.findtext(f"{ATOM}title")) for one in feed.iter(f"{ATOM}entry")]
    assert any("Strategy 1.1 › Text: corrected" in title for title in titles), titles
    html = content(feed)
    assert "The sources’ words" in html
    page = html5lib.parse(html, namespaceHTMLElements=False)
    words = " ".join(unmarked(page)).split()
    assert not {"många", "böcker", "varken"} & {*words}
    assert 'lang="sv">många</span>' in html
    assert {"Removed:", "milestone", "80.1"} <= {*words}, "what is our own words is not marked"


def test_what_is_translated_is_named_so_in_titles(changed: Path) -> None:
    feed = ElementTree.fromstring((changed / "en/andringar/feed.xml").read_bytes())
    titles = [str(one.findtext(f"{ATOM}title")) for one in feed.iter(f"{ATOM}entry")]
    for of in ("M1/title", "plan/themes/skola/name"):
        assert any(english(of) in title for title in titles), titles
    translation = "The editors changed: The translation into English of “"
    assert any(title.startswith(translation) for title in titles), titles
    assert not [title for title in titles if "Lära" in title or "Skola" in title]


def test_words_of_a_translation_are_not_marked_as_swedish(changed: Path) -> None:
    feed = ElementTree.fromstring((changed / "en/andringar/feed.xml").read_bytes())
    page = html5lib.parse(content(feed), namespaceHTMLElements=False)
    told = " ".join(unmarked(page)).split()
    assert "Otherwise" in told
    assert "Lektion." not in told
    assert "kanslisten" not in told, "who reviewed it is told by the town, in its language"


def test_words_of_a_translation_are_marked_for_readers_of_swedish(changed: Path) -> None:
    feed = ElementTree.fromstring((changed / "andringar/feed.xml").read_bytes())
    page = (changed / "andringar/index.html").read_text("utf-8")
    for html in (content(feed), page):
        assert '<span lang="en">Otherwise</span>' in html
        assert 'lang="sv">' not in html.partition("<main")[2]


def test_the_source_has_its_feeds_as_before(changed: Path) -> None:
    raw = (changed / "andringar/feed.xml").read_text("utf-8")
    assert 'xml:lang="sv"' in raw
    english = (changed / "en/andringar/feed.xml").read_text("utf-8")
    ids = [
        {str(one.text) for one in ElementTree.fromstring(text).iter(f"{ATOM}id")}
        for text in (raw, english)
    ]
    assert not ids[0] & ids[1]
    assert not (changed / "en/andringar/remissvar").exists()


@pytest.mark.parametrize(
    ("page", "feed"),
    [
        ("malomraden/lara/", "en/andringar/malomraden/lara/feed.xml"),
        ("", "en/andringar/feed.xml"),
    ],
)
def test_a_page_leads_to_the_feed_in_its_language(changed: Path, page: str, feed: str) -> None:
    here = changed / "en" / page
    (head,) = [
        one for one in parse(here / "index.html").iter("link") if "atom" in (one.get("type") or "")
    ]
    assert (here / str(head.get("href"))).resolve() == changed / feed


def test_without_a_history_a_feed_says_so_in_its_language(bilingual: Path) -> None:
    feed = assert_is_atom((bilingual / "en/andringar/feed.xml").read_bytes())
    told = feed.findtext(f"{ATOM}subtitle", "")
    assert told
    assert not SWEDISH.search(told)
