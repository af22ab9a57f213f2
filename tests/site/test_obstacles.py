"""What the disk refuses ends a build in one Swedish line and leaves the last site standing."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import MINI, environment, make_project, make_site, run, snapshot
from tests.site.test_interrupted import faulty

EARLIER = {"andringar/feed.xml": b"", "index.html": b"den"}
NOT_BUILT = "Webbplatsen byggdes inte; det som fanns förut är orört."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a site that was built earlier."""
    project = make_project(tmp_path / "project", MINI)
    make_site(project / "site", "den")
    return project


def assert_told_in_one_line(done: subprocess.CompletedProcess[str], line: str) -> None:
    assert done.returncode != 0
    lines = [told for told in done.stderr.splitlines() if ": varning: " not in told]
    assert lines == [line]
    assert done.stdout == ""


def assert_earlier_site_stands(project: Path) -> None:
    assert snapshot(project / "site") == EARLIER
    assert sorted(path.name for path in project.glob("site*")) == ["site"]


def small_files() -> None:
    """Let no file grow beyond 12 kB; inherited by the engine that the command starts."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (12_000, 12_000))


def test_a_disk_that_takes_no_more(project: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "roadmap", "build"],
        cwd=project,
        env=environment(PYTHONDONTWRITEBYTECODE="1"),
        preexec_fn=small_files,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    page = project / "site.new/index.html"
    assert_told_in_one_line(done, f"{NOT_BUILT} {page}: Filen får inte bli så stor.")
    assert_earlier_site_stands(project)


@pytest.mark.parametrize("file", [1, 2, 7, 19, 31, 43])
def test_a_disk_that_is_full_from_any_file_on(project: Path, file: int) -> None:
    done = faulty(project, "full", str(file))
    assert_told_in_one_line(done, done.stderr.strip())
    assert done.stderr.startswith(f"{NOT_BUILT} {project}/site.new")
    assert done.stderr.endswith(": Disken är full.\n")
    assert_earlier_site_stands(project)


@pytest.mark.parametrize("verb", ["roadmap", "mkdocs"])
def test_a_folder_that_cannot_be_made(project: Path, tmp_path: Path, verb: str) -> None:
    (tmp_path / "file").write_text("x")
    done = run(project, verb, "build", "--site-dir", str(tmp_path / "file" / "site"))
    what = "En del av sökvägen är en fil, inte en mapp."
    lines = done.stderr.splitlines()
    assert done.returncode != 0
    assert lines[-1] == f"{NOT_BUILT} {tmp_path / 'file'}: {what}"
    assert_earlier_site_stands(project)


@pytest.mark.parametrize(
    ("folder", "told"),
    [
        ("/proc/prov", "/proc/.prov.lock: Filen eller mappen finns inte."),
        ("/", "/ är en hel disk. Välj en mapp på den."),
    ],
)
def test_a_folder_that_nothing_can_be_written_beside(project: Path, folder: str, told: str) -> None:
    done = run(project, "roadmap", "stage", folder)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == told
    done = run(project, "roadmap", "build", "--site-dir", folder)
    assert done.returncode == 1
    assert_told_in_one_line(done, done.stderr.splitlines()[-1])
    assert_earlier_site_stands(project)


def test_a_site_that_is_a_file(project: Path) -> None:
    file = project / "site" / "index.html"
    done = run(project, "roadmap", "build", "--site-dir", str(file))
    what = "är en fil, inte en mapp. Flytta den eller välj en annan mapp."
    assert_told_in_one_line(done, f"{NOT_BUILT} {file} {what}")
    assert_earlier_site_stands(project)


def test_a_folder_with_something_else_in_it(project: Path) -> None:
    before = snapshot(project / "data")
    done = run(project, "roadmap", "build", "--site-dir", "data")
    what = "innehåller annat än en byggd webbplats och skulle skrivas över. Välj en annan mapp."
    assert_told_in_one_line(done, f"{NOT_BUILT} {project / 'data'} {what}")
    assert snapshot(project / "data") == before
    assert_earlier_site_stands(project)


def test_another_site_of_somebody(project: Path, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("en annan webbplats")
    before = snapshot(tmp_path)
    done = run(project, "roadmap", "build", "--site-dir", "..")
    what = "innehåller annat än en byggd webbplats och skulle skrivas över. Välj en annan mapp."
    assert_told_in_one_line(done, f"{NOT_BUILT} {tmp_path} {what}")
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("stage", "docs/ny"),
        ("build", "--site-dir", "data/ny"),
        ("publish", "--site-dir", "docs/om/ny"),
        ("export", "data/ny"),
        ("compile", "--out", "docs/ny.docx"),
    ],
)
def test_a_folder_among_the_sources_of_the_site(project: Path, arguments: tuple[str, ...]) -> None:
    done = run(project, "roadmap", *arguments)
    folder = project / arguments[-1]
    assert done.returncode == 1
    sources = project / Path(arguments[-1]).parts[0]
    what = f"{arguments[-1]} ligger i {sources}, som webbplatsen görs av. Välj en annan mapp."
    assert what in done.stderr
    assert "Traceback" not in done.stderr
    assert not folder.exists()


def test_a_time_of_the_source_that_is_no_time(project: Path) -> None:
    done = run(project, "roadmap", "build", SOURCE_DATE_EPOCH="9" * 14)
    assert done.returncode == 1
    assert "SOURCE_DATE_EPOCH ska vara sekunder sedan 1970" in done.stderr
    assert "Traceback" not in done.stderr
    assert_earlier_site_stands(project)


def test_a_link_to_a_folder_elsewhere_stays_a_link(project: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere" / "www"
    elsewhere.parent.mkdir()
    (project / "site").rename(elsewhere)
    (project / "site").symlink_to(elsewhere)
    done = run(project, "roadmap", "build")
    assert done.returncode == 0, done.stderr
    assert (project / "site").is_symlink()
    assert (elsewhere / "404.html").exists()
    assert [path.name for path in elsewhere.parent.glob("[!.]*")] == ["www"]


def test_files_that_may_only_be_read_are_no_obstacle(project: Path) -> None:
    for path in (*project.rglob("*.yml"), *project.rglob("*.md"), *project.rglob("*.txt")):
        path.chmod(0o444)
    for _ in range(2):
        done = run(project, "roadmap", "build")
        assert done.returncode == 0, done.stderr


def test_data_that_cannot_be_read_is_told_at_its_place(project: Path) -> None:
    response = project / "data" / "responses" / "provnamnden.yml"
    response.unlink()
    response.mkdir()
    (project / "data" / "series" / "E1.2.csv").mkdir()
    (project / "data" / "respons").mkdir()
    done = run(project, "roadmap", "build")
    assert done.returncode == 1
    what = "Mappen läses inte. Lägg filerna direkt i data/"
    lines = done.stderr.splitlines()
    assert f"data/responses/provnamnden.yml:1:1: {what}responses/." in lines
    assert f"data/series/E1.2.csv:1:1: {what}series/." in lines
    assert (
        "data/respons:1:1: Mappen läses inte. Menade du data/responses/? "
        "Mapparna i data/ är goal-areas, responses, series, search, sources och translations."
    ) in lines
    assert "Traceback" not in done.stderr
    assert_earlier_site_stands(project)


def test_a_file_that_a_writing_program_has_locked_is_no_obstacle(project: Path) -> None:
    for folder in ("data", "data/responses"):
        (project / folder / ".#plan.yml").symlink_to("anna@dator.4711")
    done = run(project, "roadmap", "validate")
    assert done.returncode == 0, done.stderr
