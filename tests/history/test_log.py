"""The history of the data, from repositories of every kind."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from roadmap.history import log
from roadmap.history.git import GitError, Revision, checked_out
from roadmap.model.history import History, joint_key
from roadmap.presenters.change_words import place
from tests.repositories import Repository, miniature

RESPONSE = "data/responses/provnamnden.yml"
AREA = "data/goal-areas/1-lara.yml"
COMMENT = ("responses", "provnamnden", "comments", "S1.2+S1.3", "text")
STRATEGY = ("goal-areas", "M1", "strategies", "S1.1", "text")


def history(root: Path) -> History:
    """Read the history anew, as a new process would."""
    log.saved.cache_clear()
    try:
        version: Revision | str = checked_out(root)
    except GitError as error:
        version = str(error)
    return log.read(root, version)


def told(found: History) -> list[list[str]]:
    return [
        [f"{change.kind} {place(change, {})}" for change in event.changes] for event in found.events
    ]


def test_the_first_commit_brings_everything(repository: Repository) -> None:
    found = history(repository.folder)
    assert found.missing is None
    assert found.oldest is not None
    assert found.oldest.id == repository.git("rev-parse", "HEAD")
    (places,) = told(found)
    assert "added Provnämnden" in places
    assert "added Målområde 1 Lära" in places
    assert found.version(COMMENT).commit == found.oldest


def test_each_change_has_its_commit(repository: Repository) -> None:
    first = repository.git("rev-parse", "HEAD")
    repository.change(RESPONSE, "varken ja", "både ja")
    second = repository.commit()
    repository.change(AREA, "fler böcker", "många böcker")
    third = repository.commit()
    (repository.folder / "LÄSMIG").write_text("inget med data att göra", "utf-8")
    repository.commit()
    found = history(repository.folder)
    assert [event.commit.id for event in found.events] == [third, second, first]
    assert told(found)[:2] == [
        ["changed Målområde 1 Lära › Strategi 1.1 › Text"],
        ["changed Provnämnden › Synpunkt på 1.2 och 1.3 › Text"],
    ]
    versions = [found.version(path).commit for path in (STRATEGY, COMMENT)]
    assert [version and version.id for version in versions] == [third, second]
    other = found.version(("goal-areas", "M1", "strategies", "S1.2", "text"))
    assert other.commit
    assert other.commit.id == first
    assert str(other.commit.when) == "2020-03-01 13:00:00+00:00"


def test_a_reformatting_is_no_event_and_no_new_version(repository: Repository) -> None:
    first = repository.git("rev-parse", "HEAD")
    repository.change(RESPONSE, "välkomnar böckerna.[^1] Det behövs\n", "välkomnar\n")
    repository.change(RESPONSE, "      mer pengar", "      böckerna.[^1] Det behövs mer pengar")
    repository.change(RESPONSE, "name: Provnämnden", 'name: "Provnämnden"')
    repository.commit()
    found = history(repository.folder)
    assert [event.commit.id for event in found.events] == [first]


def test_what_a_merge_brought_in_is_told_once(repository: Repository) -> None:
    repository.git("switch", "--quiet", "--create", "gren")
    repository.change(RESPONSE, "varken ja", "både ja")
    repository.commit()
    repository.change(RESPONSE, "både ja", "just ja")
    repository.commit()
    repository.git("switch", "--quiet", "main")
    repository.change(AREA, "fler böcker", "många böcker")
    repository.commit()
    merged = repository.merge("gren")
    found = history(repository.folder)
    assert told(found)[:2] == [
        ["changed Provnämnden › Synpunkt på 1.2 och 1.3 › Text"],
        ["changed Målområde 1 Lära › Strategi 1.1 › Text"],
    ]
    version = found.version(COMMENT).commit
    assert version
    assert version.id == merged
    assert found.events[0].changes[0].after == "Nämnden säger just ja eller nej."


def test_a_renamed_file_keeps_the_age_of_its_texts(repository: Repository) -> None:
    first = repository.git("rev-parse", "HEAD")
    repository.git("mv", RESPONSE, "data/responses/namnden.yml")
    repository.git("mv", AREA, "data/goal-areas/1-larande.yml")
    repository.commit()
    found = history(repository.folder)
    assert told(found)[0] == ["renamed Provnämnden"]
    version = found.version(("responses", "namnden", *COMMENT[2:])).commit
    assert version
    assert version.id == first


def test_a_body_with_another_name_and_file_keeps_its_history(repository: Repository) -> None:
    first = repository.git("rev-parse", "HEAD")
    repository.git("mv", RESPONSE, "data/responses/namnden.yml")
    repository.change("data/responses/namnden.yml", "name: Provnämnden", "name: Nämnden")
    redirects = repository.folder / "data/redirects.yml"
    redirects.write_text("remissvar/provnamnden/: remissvar/namnden/\n", "utf-8")
    repository.commit()
    found = history(repository.folder)
    assert "renamed Nämnden" in told(found)[0]
    assert found.body_now("provnamnden") == "namnden"
    version = found.version(("responses", "namnden", *COMMENT[2:])).commit
    assert version
    assert version.id == first


def test_a_comment_on_more_strategies_keeps_the_age_of_its_text(repository: Repository) -> None:
    first = repository.git("rev-parse", "HEAD")
    repository.change(
        RESPONSE, "      - S1.2\n      - S1.3\n", "      - S1.2\n      - S1.3\n      - S2.1\n"
    )
    repository.commit()
    found = history(repository.folder)
    path = (*COMMENT[:3], joint_key(["S2.1", "S1.3", "S1.2"]), "text")
    version = found.version(path).commit
    assert version
    assert version.id == first


def test_a_broken_version_hides_only_itself(repository: Repository) -> None:
    repository.change(RESPONSE, "name: Provnämnden", "name: [Provnämnden")
    repository.change(AREA, "fler böcker", "många böcker")
    broken = repository.commit()
    repository.change(RESPONSE, "name: [Provnämnden", "name: Provnämnden")
    repository.change(RESPONSE, "varken ja", "både ja")
    mended = repository.commit()
    found = history(repository.folder)
    assert told(found)[:2] == [
        ["changed Provnämnden › Synpunkt på 1.2 och 1.3 › Text"],
        ["changed Målområde 1 Lära › Strategi 1.1 › Text"],
    ]
    assert [event.unreadable for event in found.events] == [(), (RESPONSE,), ()]
    assert [event.commit.id for event in found.events[:2]] == [mended, broken]
    version = found.version(COMMENT).commit
    assert version
    assert version.id == mended


def test_a_file_that_could_not_be_read_before_has_no_age(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "project")
    shutil.copytree(miniature(tmp_path / "other").folder / "data", repository.folder / "data")
    repository.change(RESPONSE, "name: Provnämnden", "name: [Provnämnden")
    repository.commit()
    repository.change(RESPONSE, "name: [Provnämnden", "name: Provnämnden")
    repository.commit()
    found = history(repository.folder)
    assert [event.unreadable for event in found.events] == [(RESPONSE,), (RESPONSE,)]
    assert told(found)[0] == []
    version = found.version(COMMENT)
    assert version.commit is None
    assert version.why == (
        "Äldre versioner av filen går inte att läsa, så textens ålder är inte känd."
    )
    repository.change(RESPONSE, "varken ja", "både ja")
    changed = repository.commit()
    now = history(repository.folder).version(COMMENT).commit
    assert now
    assert now.id == changed


def test_what_is_not_saved_has_no_version(repository: Repository) -> None:
    repository.change(RESPONSE, "varken ja", "både ja")
    found = history(repository.folder)
    assert len(found.events) == 1
    version = found.version(COMMENT)
    assert version.commit is None
    assert version.why == "Texten är ändrad, men ändringen är inte sparad i versionshistoriken."
    other = ("responses", "provnamnden", "comments", "S1.1", "text")
    assert found.version(other).commit == found.oldest
    repository.change(RESPONSE, "både ja", "varken ja")
    assert history(repository.folder).version(COMMENT).commit == found.oldest


def test_only_windows_line_ends_are_no_unsaved_change(repository: Repository) -> None:
    path = repository.folder / RESPONSE
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    found = history(repository.folder)
    assert found.version(COMMENT).commit == found.oldest


def clone(repository: Repository, folder: Path, *options: str) -> Path:
    repository.git("clone", "--quiet", *options, f"file://{repository.folder}", str(folder))
    return folder


def test_a_shallow_clone_says_what_it_does_not_know(repository: Repository, tmp_path: Path) -> None:
    repository.change(RESPONSE, "varken ja", "både ja")
    repository.commit()
    repository.change(AREA, "fler böcker", "många böcker")
    last = repository.commit()
    found = history(clone(repository, tmp_path / "two", "--depth=2"))
    assert told(found) == [["changed Målområde 1 Lära › Strategi 1.1 › Text"]]
    assert found.missing == (
        "Webbplatsen är byggd utan historiken före den 1 mars 2020. "
        "Vad som ändrades då är inte känt här."
    )
    version = found.version(STRATEGY).commit
    assert version
    assert version.id == last
    unknown = found.version(COMMENT)
    assert (unknown.commit, unknown.why) == (None, found.missing)
    alone = history(clone(repository, tmp_path / "one", "--depth=1"))
    assert alone.events == ()
    assert alone.version(STRATEGY).commit is None


def test_a_clone_of_everything_knows_everything(repository: Repository, tmp_path: Path) -> None:
    found = history(clone(repository, tmp_path / "whole"))
    assert found == history(repository.folder)


def test_an_archive_says_that_it_has_no_history(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    packed = subprocess.run(
        ["git", "archive", "HEAD"], cwd=repository.folder, capture_output=True, check=True
    )
    subprocess.run(["tar", "-x", "-C", tmp_path / "archive"], input=packed.stdout, check=True)
    found = history(tmp_path / "archive")
    assert found.events == ()
    assert found.missing == (
        "Versionshistoriken är inte känd här. Mappen hör inte till något versionsarkiv (git)."
    )
    assert found.version(COMMENT).why == found.missing


def test_a_machine_without_git_says_so(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert history(repository.folder).missing == (
        "Versionshistoriken är inte känd här. Programmet git finns inte på datorn."
    )


def test_a_repository_without_a_commit_or_without_data_says_so(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "project")
    told_empty = history(repository.folder).missing
    assert told_empty
    assert "ingen sparad version" in told_empty
    (repository.folder / "annat.txt").write_text("x")
    repository.commit()
    (repository.folder / "data").mkdir()
    told_other = history(repository.folder).missing
    assert told_other
    assert "Mappen data är inte sparad" in told_other


@pytest.mark.parametrize("name", ["sub", "två\nrader", "mapp med blanktecken"])
def test_a_project_in_a_folder_of_its_repository(tmp_path: Path, name: str) -> None:
    outer = Repository(tmp_path / "outer")
    shutil.copytree(miniature(tmp_path / "other").folder / "data", outer.folder / name / "data")
    outer.commit()
    outer.change(f"{name}/{RESPONSE}", "varken ja", "både ja")
    outer.commit()
    found = history(outer.folder / name)
    assert told(found)[0] == ["changed Provnämnden › Synpunkt på 1.2 och 1.3 › Text"]


def test_settings_of_the_users_do_not_matter(repository: Repository) -> None:
    repository.change(RESPONSE, "varken ja", "både ja")
    repository.commit()
    before = history(repository.folder)
    for name, value in (
        ("log.showRoot", "false"),
        ("log.decorate", "full"),
        ("diff.renames", "copies"),
        ("diff.noprefix", "true"),
        ("core.quotePath", "true"),
        ("color.ui", "always"),
        ("log.date", "relative"),
        ("core.abbrev", "4"),
    ):
        repository.git("config", name, value)
    assert history(repository.folder) == before


def test_what_is_kept_between_builds_changes_nothing(repository: Repository) -> None:
    for word in ("både ja", "just ja", "bara ja"):
        text = (repository.folder / RESPONSE).read_text("utf-8")
        old = next(old for old in ("varken ja", "både ja", "just ja") if old in text)
        repository.change(RESPONSE, old, word)
        repository.commit()
    kept = repository.folder / ".cache" / "roadmap" / "changes.json"
    without = history(repository.folder)
    assert kept.exists()
    content = kept.read_bytes()
    assert history(repository.folder) == without
    assert kept.read_bytes() == content
    for damaged in (b"", b"{", b"[]", b'{"program": 1}', content.replace(b'"program"', b'"p"')):
        kept.write_bytes(damaged)
        assert history(repository.folder) == without
        assert kept.read_bytes() == content


def test_the_whole_is_read_in_few_calls_of_git(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(20):
        repository.change(RESPONSE, "Nämnden säger", "Nämnden säger ännu")
        repository.commit()
    monkeypatch.setenv("GIT_TRACE", str(tmp_path / "trace"))
    assert len(history(repository.folder).events) == 21
    trace = (tmp_path / "trace").read_text("utf-8")
    assert re.findall(r"built-in: git ([a-z-]+)", trace) == [
        "rev-parse",
        "log",
        "cat-file",
        "ls-tree",
    ]


def test_files_of_the_system_are_no_history(repository: Repository) -> None:
    before = history(repository.folder)
    (repository.folder / "data/responses/._svar.yml").write_bytes(b"\0\5")
    (repository.folder / "data/.DS_Store").write_bytes(b"\0\1")
    assert not history(repository.folder).unsaved
    repository.git("add", "-A")
    repository.commit()
    found = history(repository.folder)
    assert found.events == before.events
    assert not found.unsaved


def test_a_repository_that_names_with_sha_256_has_the_same_history(
    tmp_path: Path, repository: Repository
) -> None:
    other = miniature(tmp_path / "sha256", "--object-format=sha256")
    assert told(history(other.folder)) == told(history(repository.folder))
    assert len(other.git("rev-parse", "HEAD")) == 64
    assert not history(other.folder).unsaved
