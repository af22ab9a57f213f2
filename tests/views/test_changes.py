"""What a site built from a repository says of its changes."""

import shutil
from collections.abc import Callable
from pathlib import Path

import feedparser  # type: ignore[import-untyped]
import pytest

from tests.html import by_attribute, parse, shown
from tests.projects import build, run, snapshot
from tests.repositories import Repository
from tests.views.changed import ADDRESS, RESPONSE, commits, saved


def test_the_page_tells_what_changed_newest_first(changed: Path, versions: Repository) -> None:
    text = shown(changed, "andringar")
    last, second, first = commits(versions)
    places = [text.index(commit[:12]) for commit in (last, second, first)]
    assert places == sorted(places)
    assert "Målområde 1 Lära › Strategi 1.1 › Text: rättat" in text
    assert "Provskolan ska ha Borttaget: fler Tillagt: många böcker." in text
    assert "Provnämnden › Synpunkt på 1.2 och 1.3 › Text: rättat" in text
    assert "Borttaget: varken Tillagt: både ja eller nej." in text
    assert "Provnämnden: tillagt" in text
    assert "två avsnitt och tre synpunkter" in text
    page = parse(changed / "andringar" / "index.html")
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
        "Borttaget: Delvis Tillagt: Ja"
    )
    assert told in shown(site, "andringar")
    for feed in ("feed.xml", "malomraden/lara/feed.xml", "remissvar/provnamnden/feed.xml"):
        entry = feedparser.parse(site / "andringar" / feed).entries[0]
        assert entry.title == "Önskemålet om resurser från Provnämnden (Synpunkt på 1.1): ändrat"
    assert "Önskemålet" not in (site / "andringar/malomraden/bo/feed.xml").read_text("utf-8")


def test_a_body_that_gets_another_name_is_still_the_same(tmp_path: Path) -> None:
    repository = saved(tmp_path / "project")
    repository.git("mv", RESPONSE, "data/responses/namnden.yml")
    repository.change("data/responses/namnden.yml", "name: Provnämnden", "name: Lärnämnden")
    redirects = repository.folder / "data/redirects.yml"
    redirects.write_text("remissvar/provnamnden/: remissvar/namnden/\n", "utf-8")
    for file in (repository.folder / "data").rglob("*.yml"):
        text = file.read_text("utf-8")
        file.write_text(text.replace(": provnamnden\n", ": namnden\n"), "utf-8")
    repository.commit()
    site = build(repository.folder)
    text = " ".join(shown(site, f"andringar/2020-{month}") for month in ("03", "04", "05"))
    assert "Ett svar som inte längre är publicerat" not in text
    assert text.count("Lärnämnden: nytt namn Borttaget: Provnämnden Tillagt: Lärnämnden") == 1
    assert "Lärnämnden › Namn" not in text
    assert "Lärnämnden › Synpunkt på 1.2 och 1.3 › Text: rättat" in text
    older = parse(site / "andringar/2020-04/index.html")
    assert "../../strategier/1-2/#svar-namnden" in [link.get("href") for link in older.iter("a")]


def test_each_month_has_its_page(changed: Path, versions: Repository) -> None:
    assert "Ändringar i april 2020" in shown(changed, "andringar/2020-04")
    assert "både" in shown(changed, "andringar/2020-04")
    assert "många" not in shown(changed, "andringar/2020-04")
    anchors = by_attribute(parse(changed / "andringar" / "2020-04" / "index.html"), "id")
    assert f"andring-{commits(versions)[1][:12]}" in anchors


def test_building_again_or_without_what_is_kept_gives_the_same_bytes(tmp_path: Path) -> None:
    repository = saved(tmp_path / "project")
    first = snapshot(build(repository.folder))
    kept = repository.folder / ".cache" / "roadmap" / "changes.json"
    assert kept.exists()
    assert snapshot(build(repository.folder)) == first
    kept.unlink()
    assert snapshot(build(repository.folder)) == first


def test_what_is_exported_is_what_is_published(
    changed: Path, versions: Repository, tmp_path: Path
) -> None:
    done = run(versions.folder, "roadmap", "export", str(tmp_path), SITE_URL=ADDRESS)
    assert done.returncode == 0, done.stderr
    published = snapshot(changed / "oppna-data")
    del published["index.html"]
    assert snapshot(tmp_path) == published
    assert b"2020-05-02" in published["dcat.rdf"]


def test_without_a_history_the_site_says_so(miniature: Path) -> None:
    assert "Mappen hör inte till något versionsarkiv" in shown(miniature, "andringar")
    for page in ("strategier/1-1", "remissvar/provnamnden"):
        text = shown(miniature, page)
        assert (
            "När texten senast ändrades vet vi inte. Versionshistoriken är inte känd här." in text
        )


def test_the_build_tells_what_is_not_known_and_nothing_where_all_is(
    versions: Repository, tmp_path: Path
) -> None:
    whole, archive = tmp_path / "whole", tmp_path / "archive"
    shutil.copytree(versions.folder, whole)
    shutil.copytree(versions.folder, archive, ignore=shutil.ignore_patterns(".git", ".cache"))
    told = "Obs: Versionshistoriken är inte känd här. Mappen hör inte till något versionsarkiv"
    assert told in run(archive, "roadmap", "build").stderr
    assert "Obs:" not in run(whole, "roadmap", "build").stderr


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


WAITING = "unplaced:\n  - reason: Prov.\n    text: |\n      Väntande ord.\n"


def test_notes_and_what_waits_are_not_published(tmp_path: Path) -> None:
    repository = saved(tmp_path / "project")
    repository.hours += 24 * 40
    repository.change(RESPONSE, "name: Provnämnden", "note: Hemlig lapp.\nname: Provnämnden")
    with (repository.folder / RESPONSE).open("a", encoding="utf-8") as file:
        file.write(WAITING)
    for name in ("data/plan.yml", "data/goal-areas/2-bo.yml"):
        with (repository.folder / name).open("a", encoding="utf-8") as file:
            file.write(WAITING)
    with (repository.folder / "data/goal-areas/2-bo.yml").open("a", encoding="utf-8") as file:
        file.write("unsure:\n  - Väntande ord.\n")
    repository.commit()
    site = build(repository.folder)
    for path, raw in snapshot(site).items():
        assert b"Hemlig lapp" not in raw, path
        assert "Väntande ord".encode() not in raw, path
    # A month in which nothing else changed has no page.
    assert (site / "andringar" / "2020-05").is_dir()
    assert not (site / "andringar" / "2020-06").exists()
