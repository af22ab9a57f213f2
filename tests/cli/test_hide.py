"""`hide`: a name that came in stands in no published file, whichever way it came."""

import shutil
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.projects import MINI, run, snapshot
from tests.repositories import Repository

RESPONSE = "data/responses/provnamnden.yml"
NAME = "Qvintus Låtsasson"
SOUND, PERSONAL = "Provköping vill", f"Provköping och {NAME} vill"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """The miniature site as a repository, its words held against no source."""
    made = Repository(tmp_path / "project")
    shutil.copytree(MINI, made.folder, dirs_exist_ok=True)
    (made.folder / ".gitignore").write_text("site/\n.cache/\n", "utf-8")
    made.commit()
    return made


def on_main(repository: Repository, edit: Callable[[], None]) -> None:
    edit()
    repository.commit()


def merged(repository: Repository, edit: Callable[[], None]) -> None:
    repository.git("checkout", "--quiet", "-b", "gren")
    edit()
    repository.commit()
    repository.git("checkout", "--quiet", "main")
    repository.merge("gren")
    repository.git("branch", "--quiet", "--delete", "gren")


Saving = Callable[[Repository, Callable[[], None]], None]


def come_and_go(repository: Repository, save: Saving) -> None:
    """Bring in a name, broken over two lines in the file, and take it away again."""
    name = PERSONAL.replace(" Låtsasson", "\n      Låtsasson")
    for old, new in ((SOUND, name), (name, SOUND)):
        save(repository, partial(repository.change, RESPONSE, old, new))


def files_with(folder: Path, words: str) -> list[str]:
    """Return the published files that have some words, those in zip and Word files included."""
    found = []
    for name, raw in snapshot(folder).items():
        texts = [raw]
        if raw.startswith(b"PK"):
            archive = ZipFile(BytesIO(raw))
            texts = [archive.read(entry) for entry in archive.namelist()]
        if any(word.encode() in text for text in texts for word in words.split()):
            found.append(name)
    return found


@pytest.mark.parametrize("save", [on_main, merged])
def test_a_name_is_hidden_from_the_whole_site(repository: Repository, save: Saving) -> None:
    come_and_go(repository, save)
    assert run(repository.folder, "roadmap", "publish").returncode == 0
    assert files_with(repository.folder / "site", NAME)
    done = run(repository.folder, "roadmap", "hide", NAME.lower())
    assert done.returncode == 0, done.stderr
    assert "Skrev hidden_changes i data/settings.yml:" in done.stdout
    assert done.stdout.count("döljer en ändring den 1 mars 2020: Provnämnden ›") == 2
    assert "Versionsarkivet (git) har kvar orden i " in done.stdout
    repository.commit()
    checked = run(repository.folder, "roadmap", "validate")
    assert checked.returncode == 0, checked.stderr
    assert checked.stdout.count("döljer en ändring den 1 mars 2020: Provnämnden.") == 2
    assert run(repository.folder, "roadmap", "publish").returncode == 0
    site = repository.folder / "site"
    assert files_with(site, NAME) == []
    names = " ".join(snapshot(site))
    for searched in ("feed.xml", "remissammanstallning.docx", "oppna-data/v1/", "search/"):
        assert searched in names
    again = run(repository.folder, "roadmap", "hide", NAME)
    assert "Alla ändringar med orden är redan dolda." in again.stdout


def test_a_commit_on_a_branch_hides_the_merge_that_brought_it_in(repository: Repository) -> None:
    come_and_go(repository, merged)
    # The parents of the two merges that are no merges themselves.
    branch_commits = repository.git("log", "--no-merges", "--format=%H", "-2").split()
    text = "".join(f"  - {commit[:9]}\n" for commit in branch_commits)
    settings = repository.folder / "data/settings.yml"
    settings.write_text(settings.read_text("utf-8") + f"hidden_changes:\n{text}", "utf-8")
    repository.commit()
    assert run(repository.folder, "roadmap", "publish").returncode == 0
    assert files_with(repository.folder / "site", NAME) == []


def test_what_hides_nothing_is_refused_at_its_line(repository: Repository) -> None:
    (repository.folder / "LÄSMIG").write_text("inget med data att göra", "utf-8")
    elsewhere = repository.commit()[:12]
    settings = repository.folder / "data/settings.yml"
    before = settings.read_text("utf-8")
    ids = f"  - {elsewhere}\n  - {'0' * 12}\n"
    settings.write_text(f"{before}hidden_changes:\n{ids}", "utf-8")
    line = before.count("\n") + 2
    for verb in ("validate", "build"):
        done = run(repository.folder, "roadmap", verb)
        assert done.returncode == 1
        assert (
            f'data/settings.yml:{line}:5: Versionen "{elsewhere}" döljer ingenting.' in done.stderr
        )
        assert f'data/settings.yml:{line + 1}:5: Versionen "{"0" * 12}"' in done.stderr
    assert not (repository.folder / "site").exists()


def test_words_that_still_stand_are_told_at_their_places(repository: Repository) -> None:
    repository.change(RESPONSE, SOUND, PERSONAL)
    line = (repository.folder / RESPONSE).read_text("utf-8").split("Qvintus")[0].count("\n") + 1
    (repository.folder / "docs/index.md").open("a").write(f"\nFråga {NAME}.\n")
    repository.commit()
    done = run(repository.folder, "roadmap", "hide", NAME)
    assert done.returncode == 1
    assert f"{RESPONSE}:{line}:22: Orden står kvar här." in done.stderr
    assert "docs/index.md:" in done.stderr
    assert "kör samma kommando igen" in done.stderr


def test_a_removal_that_is_not_saved_has_no_version_to_hide(repository: Repository) -> None:
    repository.change(RESPONSE, SOUND, PERSONAL)
    repository.commit()
    repository.change(RESPONSE, PERSONAL, SOUND)
    done = run(repository.folder, "roadmap", "hide", NAME)
    assert done.returncode == 1
    assert "Ändringen är inte sparad i git än." in done.stderr


def test_comments_in_the_settings_stay(repository: Repository) -> None:
    settings = repository.folder / "data/settings.yml"
    settings.write_text(f"# Fråga Provsekreteraren först.\n{settings.read_text('utf-8')}", "utf-8")
    come_and_go(repository, on_main)
    assert run(repository.folder, "roadmap", "hide", NAME).returncode == 0
    assert settings.read_text("utf-8").startswith("# Fråga Provsekreteraren först.\n")


def test_a_project_without_settings_gets_them(repository: Repository) -> None:
    (repository.folder / "data/settings.yml").unlink()
    come_and_go(repository, on_main)
    assert run(repository.folder, "roadmap", "hide", NAME).returncode == 0
    settings = (repository.folder / "data/settings.yml").read_text("utf-8")
    assert settings.startswith("hidden_changes:\n  - ")


def test_files_that_nobody_can_search_are_named(repository: Repository) -> None:
    for name in ("data/sources/provnamnden/skannat.PDF", "docs/bild.png"):
        (repository.folder / name).write_bytes(b"%PDF-1.7")
    repository.commit()
    done = run(repository.folder, "roadmap", "hide", "finns ingenstans")
    assert "data/sources/provnamnden/skannat.PDF och docs/bild.png." in done.stdout


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        ("  å ", 2, "Skriv minst 3 tecken av orden."),
        ("finns ingenstans (alls", 0, "Orden finns inte bland ändringarna på webbplatsen."),
    ],
)
def test_words_that_cannot_be_found_are_told(
    repository: Repository, words: str, status: int, told: str
) -> None:
    done = run(repository.folder, "roadmap", "hide", words)
    assert (done.returncode, told in done.stdout + done.stderr) == (status, True)


def test_without_a_history_there_is_nothing_to_hide(tmp_path: Path) -> None:
    shutil.copytree(MINI, tmp_path / "project")
    done = run(tmp_path / "project", "roadmap", "hide", NAME)
    assert done.returncode == 1
    assert done.stderr.startswith("roadmap hide: Versionshistoriken är inte känd här.")
