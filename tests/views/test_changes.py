"""What a site built from a repository says of its changes: pages, feeds and references."""

import re
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import feedparser  # type: ignore[import-untyped]
import pytest

from tests.html import by_attribute, parse, text_of
from tests.projects import SITES, build, make_project, run, snapshot
from tests.repositories import Repository

RESPONSE = "data/responses/provnamnden.yml"
AREA = "data/goal-areas/1-lara.yml"
ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESS = "https://plan.example/prov/"


def saved(folder: Path) -> Repository:
    """Return a project of the miniature site with three commits, a month apart."""
    make_project(folder, SITES / "mini", site_name="Provplan")
    repository = Repository(folder)
    (folder / ".gitignore").write_text("/site*\n/.cache/\n__pycache__/\n", "utf-8")
    repository.commit()
    repository.hours += 31 * 24
    repository.change(RESPONSE, "varken ja", "både ja")
    repository.commit()
    repository.hours += 31 * 24
    repository.change(AREA, "fler böcker", "många böcker")
    repository.change(RESPONSE, "Provnämnden saknar siffror", "Nämnden saknar siffror")
    repository.commit()
    return repository


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return saved(tmp_path_factory.mktemp("changes") / "project")


@pytest.fixture(scope="module")
def site(repository: Repository) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", ADDRESS)
        return build(repository.folder)


def shown(site: Path, page: str) -> str:
    body = parse(site / page / "index.html").find("body")
    assert body is not None
    return text_of(body)


def commits(repository: Repository) -> list[str]:
    return repository.git("log", "--format=%H").split()


def test_the_page_tells_what_changed_newest_first(site: Path, repository: Repository) -> None:
    text = shown(site, "andringar")
    last, second, first = commits(repository)
    places = [text.index(commit[:12]) for commit in (last, second, first)]
    assert places == sorted(places)
    assert "Målområde 1 Lära › Strategi 1.1 › Text: ändrat" in text
    assert "Provskolan ska ha Borttaget: fler Tillagt: många böcker." in text
    assert "Provnämnden › Synpunkt på 1.2 och 1.3 › Text: ändrat" in text
    assert "Borttaget: varken Tillagt: både ja eller nej." in text
    assert "Provnämnden: tillagt" in text
    assert "två avsnitt och tre synpunkter" in text
    page = parse(site / "andringar" / "index.html")
    links = [str(link.get("href")) for link in page.iter("a")]
    assert f"https://git.example/provkoping/plan/commit/{last}" in links
    assert "../strategier/1-1/" in links
    assert "../strategier/1-2/#svar-provnamnden" in links
    assert "../andringar/2020-05/" in links


def test_what_came_of_a_request_is_told_in_words(tmp_path: Path) -> None:
    repository = saved(tmp_path / "project")
    repository.hours += 31 * 24
    repository.change(RESPONSE, "value: partly", "value: adopted")
    repository.commit()
    site = build(repository.folder)
    told = (
        "Önskemålet om resurser från Provnämnden (Synpunkt på 1.1): ändrat "
        "Borttaget: Delvis tillgodosett Tillagt: Tillgodosett"
    )
    assert told in shown(site, "andringar")
    for feed in ("feed.xml", "malomraden/lara/feed.xml", "remissvar/provnamnden/feed.xml"):
        entry = feedparser.parse(site / "andringar" / feed).entries[0]
        assert entry.title == "Önskemålet om resurser från Provnämnden (Synpunkt på 1.1): ändrat"
    assert "Önskemålet" not in (site / "andringar/malomraden/bo/feed.xml").read_text("utf-8")


def test_each_month_has_its_page(site: Path, repository: Repository) -> None:
    assert "Ändringar i april 2020" in shown(site, "andringar/2020-04")
    assert "både" in shown(site, "andringar/2020-04")
    assert "många" not in shown(site, "andringar/2020-04")
    anchors = by_attribute(parse(site / "andringar" / "2020-04" / "index.html"), "id")
    assert f"andring-{commits(repository)[1][:12]}" in anchors


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


FEEDS = {
    "andringar/feed.xml": 3,
    "andringar/malomraden/lara/feed.xml": 3,
    "andringar/malomraden/bo/feed.xml": 1,
    "andringar/remissvar/provnamnden/feed.xml": 3,
    "andringar/remissvar/privatperson-1/feed.xml": 1,
}


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
def test_each_feed_is_sound_and_has_its_changes(site: Path, name: str) -> None:
    feed = assert_is_atom((site / name).read_bytes())
    assert len(feed.findall(f"{ATOM}entry")) == FEEDS[name]
    for link in feed.iter(f"{ATOM}link"):
        href = str(link.get("href"))
        assert href.startswith(ADDRESS)
        path, _, anchor = href.removeprefix(ADDRESS).partition("#")
        target = site / path
        assert target.exists()
        if anchor:
            assert anchor in by_attribute(parse(target / "index.html"), "id")


def test_there_is_a_feed_for_all_areas_and_responses_and_a_page_leads_to_each(site: Path) -> None:
    assert {name for name in snapshot(site) if name.endswith(".xml") and "feed" in name} == {*FEEDS}
    for name in FEEDS:
        assert_is_led_to(site, name)
    assert "../remissvar/" in links(site, "andringar/")
    for url, feed in (
        ("andringar/", "feed.xml"),
        ("malomraden/lara/", "../../andringar/malomraden/lara/feed.xml"),
    ):
        heads = {
            str(link.get("rel")): link for link in parse(site / url / "index.html").iter("link")
        }
        assert heads["alternate"].get("href") == feed


def test_a_feed_of_a_body_tells_of_that_body_only(site: Path) -> None:
    raw = (site / "andringar/remissvar/provnamnden/feed.xml").read_text("utf-8")
    assert "Provnämnden" in raw
    assert "Strategi 1.1" not in raw
    area = (site / "andringar/malomraden/lara/feed.xml").read_text("utf-8")
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


def test_references_bear_the_version_of_their_own_text(site: Path, repository: Repository) -> None:
    last, second, first = commits(repository)
    strategy = shown(site, "strategier/1-1")
    assert f"{ADDRESS}strategier/1-1/. Version 2 maj 2020, {last[:12]}." in strategy
    comment = "synpunkt på strategi 1.1 i Provplan för Provköping. Ur förvaltningens"
    place = f"tjänsteutlåtande, s. 2. {ADDRESS}strategier/1-1/#svar-provnamnden."
    assert f"{comment} {place} Version 1 mars 2020, {first[:12]}." in strategy
    joint = shown(site, "strategier/1-3")
    assert "synpunkt på strategierna 1.2 och 1.3" in joint
    assert f"#svar-provnamnden. Version 1 april 2020, {second[:12]}." in joint
    response = shown(site, "remissvar/provnamnden")
    assert f"{ADDRESS}remissvar/provnamnden/. Version 2 maj 2020, {last[:12]}." in response
    letter = shown(site, "remissvar/privatperson-1")
    assert f"u.å. {ADDRESS}remissvar/privatperson-1/. Version 1 mars 2020, {first[:12]}." in letter
    links = [str(link.get("href")) for link in parse(site / "strategier/1-1/index.html").iter("a")]
    assert f"https://git.example/provkoping/plan/blob/{last}/{AREA}" in links
    assert f"https://git.example/provkoping/plan/blob/{first}/{RESPONSE}" in links


def test_pages_are_shortened_in_references_only(site: Path) -> None:
    for page in ("strategier/1-1", "strategier/1-3", "remissvar/provnamnden"):
        text = shown(site, page)
        references = re.findall(rf"\bs\. [\d–]+\. {ADDRESS}", text)
        assert len(re.findall(r"\bs\. \d", text)) == len(references)
    assert "sida 2" in shown(site, "strategier/1-1")


def test_without_an_archive_on_the_web_a_version_leads_to_what_it_changed(tmp_path: Path) -> None:
    repository = saved(tmp_path / "project")
    address = "repository: https://git.example/provkoping/plan\nrepository_kind: github\n"
    repository.change("data/settings.yml", address, "")
    repository.commit()
    site = build(repository.folder)
    _, last, second, first = commits(repository)
    for page, months in {
        "strategier/1-1": {"2020-05": last, "2020-03": first},
        "strategier/1-3": {"2020-04": second},
        "remissvar/provnamnden": {"2020-05": last},
    }.items():
        links = [str(link.get("href")) for link in parse(site / page / "index.html").iter("a")]
        for month, commit in months.items():
            anchor = f"andring-{commit[:12]}"
            assert f"../../andringar/{month}/#{anchor}" in links
            assert anchor in by_attribute(parse(site / f"andringar/{month}/index.html"), "id")
    told = "Versionens nummer är det som den har i källkodsarkivet (git)"
    for page in ("andringar", "andringar/2020-04"):
        assert told in shown(site, page)


def test_with_an_archive_on_the_web_a_version_needs_no_explanation(site: Path) -> None:
    assert "Versionens nummer" not in shown(site, "andringar")


def test_building_again_or_without_what_is_kept_gives_the_same_bytes(tmp_path: Path) -> None:
    repository = saved(tmp_path / "project")
    first = snapshot(build(repository.folder))
    kept = repository.folder / ".cache" / "roadmap" / "changes.json"
    assert kept.exists()
    assert snapshot(build(repository.folder)) == first
    kept.unlink()
    assert snapshot(build(repository.folder)) == first


def test_a_judgement_changes_no_reference(tmp_path: Path) -> None:
    repository = saved(tmp_path / "project")
    before = snapshot(build(repository.folder))
    repository.change(RESPONSE, "        value: supports\n", "        value: opposes\n")
    repository.change(AREA, "pages: 1\n  - id: S1.2", "pages: 2\n  - id: S1.2")
    repository.commit()
    after = snapshot(build(repository.folder))
    for page in ("strategier/1-3/index.html", "strategier/2-1/index.html"):
        assert after[page] == before[page]
    assert commits(repository)[1][:12].encode() in after["remissvar/provnamnden/index.html"]
    assert commits(repository)[0][:12].encode() not in after["remissvar/provnamnden/index.html"]
    assert "Borttaget: Stöder" in text_of(parse(repository.folder / "site/andringar/index.html"))


def test_what_is_exported_is_what_is_published(
    site: Path, repository: Repository, tmp_path: Path
) -> None:
    done = run(repository.folder, "roadmap", "export", str(tmp_path), SITE_URL=ADDRESS)
    assert done.returncode == 0, done.stderr
    published = snapshot(site / "oppna-data")
    del published["index.html"]
    assert snapshot(tmp_path) == published
    assert b"2020-05-02" in published["dcat.rdf"]


def test_without_a_history_the_site_says_so(miniature: Path) -> None:
    assert "Mappen hör inte till något versionsarkiv" in shown(miniature, "andringar")
    for page in ("strategier/1-1", "remissvar/provnamnden"):
        text = shown(miniature, page)
        assert "Versionen är inte känd. Versionshistoriken är inte känd här." in text


@pytest.mark.parametrize("name", FEEDS)
def test_without_a_history_the_feeds_answer_and_say_so(miniature: Path, name: str) -> None:
    feed = assert_is_atom((miniature / name).read_bytes())
    assert "Mappen hör inte till något versionsarkiv" in feed.findtext(f"{ATOM}subtitle", "")
    assert feed.findall(f"{ATOM}entry") == []
    # No time is made up that a feed reader would take for news.
    assert feed.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00+00:00"
    assert_is_led_to(miniature, name)


def test_a_shallow_clone_builds_and_says_so(repository: Repository, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth=2", f"file://{repository.folder}", str(clone))
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
    assert "Versionen är inte känd." in shown(site, "strategier/1-3")


def test_a_clone_of_one_version_has_feeds_that_say_why_they_are_empty(
    repository: Repository, tmp_path: Path
) -> None:
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.folder}", str(clone))
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


def test_the_build_tells_what_is_not_known_and_nothing_where_all_is(
    repository: Repository, tmp_path: Path
) -> None:
    archive = tmp_path / "archive"
    shutil.copytree(repository.folder, archive, ignore=shutil.ignore_patterns(".git", ".cache"))
    told = "Obs: Versionshistoriken är inte känd här. Mappen hör inte till något versionsarkiv"
    assert told in run(archive, "roadmap", "build").stderr
    assert "Obs:" not in run(repository.folder, "roadmap", "build").stderr


Edit = Callable[[Repository], None]


def withdrawn(repository: Repository) -> None:
    repository.git("rm", "--quiet", "data/responses/privatperson-1.yml")


def hidden(repository: Repository) -> None:
    commit = repository.git("rev-parse", "HEAD")[:10]
    repository.change(
        "data/settings.yml", "publisher:", f"hidden_changes:\n  - {commit}\npublisher:"
    )


@pytest.mark.parametrize("take_away", [withdrawn, hidden])
def test_words_that_were_taken_away_are_not_published_again(
    tmp_path: Path, take_away: Edit
) -> None:
    repository = saved(tmp_path / "project")
    name = "data/responses/privatperson-1.yml"
    repository.change(name, "Jag tycker om böcker.", "Jag bor på Påhittade gatan.")
    repository.commit()
    take_away(repository)
    repository.commit()
    site = build(repository.folder)
    for path, raw in snapshot(site).items():
        if path.startswith("andringar/"):
            assert "Påhittade".encode() not in raw, path
    assert "Orden visas inte." in shown(site, "andringar")


def test_personal_data_is_not_published_once_more(tmp_path: Path) -> None:
    repository = saved(tmp_path / "project")
    repository.change(RESPONSE, "både ja", "både prov@example.org ja")
    repository.commit()
    repository.change(RESPONSE, "både prov@example.org ja", "både ja")
    repository.commit()
    site = build(repository.folder)
    for path, raw in snapshot(site).items():
        if path.startswith("andringar/"):
            assert b"prov@example.org" not in raw, path


def test_notes_and_what_waits_are_not_published(tmp_path: Path) -> None:
    repository = saved(tmp_path / "project")
    repository.hours += 24 * 40
    repository.change(RESPONSE, "name: Provnämnden", "note: Hemlig lapp.\nname: Provnämnden")
    with (repository.folder / RESPONSE).open("a", encoding="utf-8") as file:
        file.write("unplaced:\n  - reason: Prov.\n    text: |\n      Väntande ord.\n")
    repository.commit()
    site = build(repository.folder)
    for path, raw in snapshot(site).items():
        assert b"Hemlig lapp" not in raw, path
        assert "Väntande ord".encode() not in raw, path
    # A month in which nothing else changed has no page.
    assert (site / "andringar" / "2020-05").is_dir()
    assert not (site / "andringar" / "2020-06").exists()


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
