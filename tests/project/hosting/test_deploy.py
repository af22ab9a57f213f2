"""The script that puts a site in the place of the last one: in one step, or not at all."""

import ast
import errno
import fcntl
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hosting.deploy import KEPT, back, deploy, main
from roadmap.presenters.urls import SEARCH_INDEX
from roadmap.site.assets import THEME
from tests.project.hosting.crowd import RELEASES, read_while_deploying, release_files
from tests.project.hosting.servers import HOSTING, ask, nginx
from tests.projects import ROOT, snapshot

SCRIPT = HOSTING / "deploy.py"
UNCHANGED = "Inget publicerades; det som visas är som förut."
Site = Callable[[str], Path]


@pytest.fixture(autouse=True)
def _no_wait_for_the_disks(monkeypatch: pytest.MonkeyPatch) -> None:
    """All disks of the machine, and what others write to them."""
    monkeypatch.setattr(os, "sync", lambda: None)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Build the site of a release, named by a word."""

    def make(word: str) -> Path:
        folder = tmp_path / "site"
        shutil.rmtree(folder, ignore_errors=True)
        for name, text in release_files(word).items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        return folder

    return make


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "www"


def shown(target: Path) -> dict[str, str]:
    return {name: raw.decode() for name, raw in snapshot(target / "current").items()}


def releases(target: Path) -> list[str]:
    return sorted(path.name for path in (target / "releases").iterdir() if path.is_dir())


def refusal(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    """Run the script in vain; return what it says after that nothing was published."""
    assert main([str(argument) for argument in arguments]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    (line,) = told.err.splitlines()
    assert line.startswith(f"{UNCHANGED} ")
    return line.removeprefix(f"{UNCHANGED} ")


def test_the_first_release_is_the_site(site: Site, target: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-I", SCRIPT, site("ett"), target],
        capture_output=True, text=True, check=False, umask=0o077,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "Version 1 visas.\n", "")
    assert shown(target) == release_files("ett")
    assert ".well-known/security.txt" in shown(target)
    # Whoever built it, the web server may read it, and sees the times of the build.
    for path in (target / "current/").resolve().rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644)
    built = target.with_name("site") / "index.html"
    assert (target / "current/index.html").stat().st_mtime_ns == built.stat().st_mtime_ns


def test_what_an_open_page_asks_for_is_kept_for_one_release(site: Site, target: Path) -> None:
    deploy(site("ett"), target)
    deploy(site("tva"), target)
    one, two = release_files("ett"), release_files("tva")
    assert shown(target) == two | {
        name: one[name] for name in ("assets/site.ett.css", "search/ett/part.json")
    }
    assert "om/ett/index.html" not in shown(target)
    deploy(site("tre"), target)
    assert "assets/site.tva.css" in shown(target)
    assert not [name for name in shown(target) if "ett" in name]
    assert releases(target) == ["2", "3"]
    # The same site again: what readers of the release before ask for is its own.
    deploy(site("tre"), target)
    assert shown(target) == release_files("tre")


def test_what_is_kept_can_be_chosen(site: Site, target: Path) -> None:
    for word in ("ett", "tva"):
        assert main([str(site(word)), str(target), "--keep", "om/*"]) == 0
    assert "om/ett/index.html" in shown(target)
    assert "assets/site.ett.css" not in shown(target)


def test_the_folders_that_are_kept_are_those_of_the_engine() -> None:
    assert {f"{SEARCH_INDEX}*", f"*/{SEARCH_INDEX}*"} <= {*KEPT}
    assert f"{(THEME / 'assets').name}/*" in KEPT


def test_there_is_a_way_back(site: Site, target: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for word in ("ett", "tva", "tre"):
        deploy(site(word), target)
    assert main(["--back", str(target)]) == 0
    assert capsys.readouterr().out == "Version 4 visas.\n"
    two, three = release_files("tva"), release_files("tre")
    # What was kept for the readers of the first release has been there for long enough.
    assert shown(target) == two | {
        name: three[name] for name in ("assets/site.tre.css", "search/tre/part.json")
    }
    back(target)
    assert shown(target).items() >= three.items()


def test_without_an_earlier_release_there_is_no_way_back(
    site: Site, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = f"{target} har ingen tidigare version att gå tillbaka till."
    assert refusal(capsys, "--back", target) == said
    deploy(site("ett"), target)
    assert refusal(capsys, "--back", target) == said
    assert shown(target) == release_files("ett")


def test_what_is_no_site_is_refused(
    site: Site, target: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deploy(site("ett"), target)
    (tmp_path / "empty").mkdir()
    for folder in (tmp_path / "empty", tmp_path / "nowhere"):
        said = f"{folder} är ingen byggd webbplats: index.html saknas."
        assert refusal(capsys, folder, target) == said
    built = site("tva")
    for inner in (built / "www", built):
        said = f"{built} och {inner} får inte ligga i varandra."
        assert refusal(capsys, built, inner) == said
    (built / "om/hemligt").symlink_to("/etc/passwd")
    said = f"{built}/om/hemligt är varken en vanlig fil eller en mapp."
    assert refusal(capsys, built, target) == said
    assert shown(target) == release_files("ett")
    assert releases(target) == ["1"]


def test_a_folder_of_something_else_is_left_alone(
    site: Site, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    built = site("ett")
    (target / "releases").mkdir(parents=True)
    (target / "budget.xlsx").write_text("viktigt")
    said = f"{target} innehåller annat än versioner av webbplatsen: budget.xlsx."
    assert refusal(capsys, built, target) == f"{said} Ange en tom eller ny mapp."
    (target / "budget.xlsx").unlink()
    (target / "current").mkdir()
    said = f"{target}/current är inte en länk som det här skriptet har gjort."
    assert refusal(capsys, built, target) == said
    (target / "current").rmdir()
    (target / "current").symlink_to("/etc")
    assert refusal(capsys, built, target) == said
    (target / "current").unlink()
    deploy(built, target)
    assert shown(target) == release_files("ett")
    said = "En del av sökvägen är en fil, inte en mapp."
    assert refusal(capsys, built, built.with_name("www") / "lock" / "x").endswith(said)


def test_two_at_once_are_one_too_many(
    site: Site, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deploy(site("ett"), target)
    built = site("tva")
    with (target / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        said = f"En annan publicering till {target} pågår. Försök igen när den är klar."
        assert refusal(capsys, built, target) == said
        assert refusal(capsys, "--back", target) == said
    assert shown(target) == release_files("ett")
    deploy(built, target)
    assert shown(target).items() >= release_files("tva").items()


@pytest.mark.parametrize("file", range(len(release_files("tva")) + 3))
def test_a_disk_that_is_full_from_any_file_on(
    site: Site,
    target: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    file: int,
) -> None:
    """Files are copied, then the list is written, and the link made and renamed."""
    deploy(site("ett"), target)
    before = snapshot(target)
    built = site("tva")
    left = iter(range(file))

    def until_full(real: Callable[..., object]) -> Callable[..., object]:
        def act(*arguments: object, **options: object) -> object:
            if next(left, None) is None:
                raise OSError(errno.ENOSPC, "No space left on device", str(target))
            return real(*arguments, **options)

        return act

    with monkeypatch.context() as full:
        full.setattr(shutil, "copyfile", until_full(shutil.copyfile))
        for name in ("write_text", "symlink_to", "replace"):
            full.setattr(Path, name, until_full(getattr(Path, name)))
        assert refusal(capsys, built, target) == f"{target}: Disken är full."
    assert snapshot(target) == before
    deploy(built, target)
    assert shown(target).items() >= release_files("tva").items()


def test_a_disk_that_takes_no_more(site: Site, target: Path) -> None:
    deploy(site("ett"), target)
    before = snapshot(target)
    built = site("tva")
    (built / "stor.bin").write_bytes(bytes(20_000))
    done = subprocess.run(
        [sys.executable, "-I", SCRIPT, built, target],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (12_000, 12_000)),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith(UNCHANGED)
    assert done.stderr.endswith("Filen får inte bli så stor.\n")
    assert snapshot(target) == before


@pytest.mark.parametrize("moment", ["shutil.copyfile", "os.sync", "pathlib.Path.replace"])
def test_a_run_that_is_killed_changes_nothing(site: Site, target: Path, moment: str) -> None:
    deploy(site("ett"), target)
    built = site("tva")
    killed = f"{moment} = lambda *_: os.kill(os.getpid(), 9)"
    lines = f"import os, pathlib, shutil, hosting.deploy; {killed}; hosting.deploy.main()"
    run = subprocess.run([sys.executable, "-c", lines, built, target], cwd=ROOT, check=False)
    assert run.returncode < 0
    assert shown(target) == release_files("ett")
    # The next run clears up.
    deploy(built, target)
    assert shown(target).items() >= release_files("tva").items()
    assert releases(target) == ["1", "2"]
    assert not (target / "current.new").is_symlink()


def test_a_run_that_is_stopped_after_the_step_leaves_the_new_release(
    site: Site, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deploy(site("ett"), target)
    built = site("tva")
    replace = Path.replace

    def stopped(link: Path, name: Path) -> None:
        replace(link, name)
        raise KeyboardInterrupt

    with monkeypatch.context() as told:
        told.setattr(Path, "replace", stopped)
        with pytest.raises(KeyboardInterrupt):
            deploy(built, target)
    assert shown(target).items() >= release_files("tva").items()


def test_the_releases_may_lie_on_another_disk(site: Site, target: Path) -> None:
    elsewhere = target.with_name("disk")
    elsewhere.mkdir()
    target.mkdir()
    (target / "releases").symlink_to(elsewhere)
    for word in ("ett", "tva", "tre"):
        deploy(site(word), target)
    assert shown(target).items() >= release_files("tre").items()
    assert releases(target) == ["2", "3"]


def test_it_needs_no_newer_python_than_it_says() -> None:
    text = SCRIPT.read_text("utf-8")
    assert "Python 3.9" in text
    ast.parse(text, feature_version=(3, 9))


def test_a_page_that_was_open_finds_its_files(site: Site, target: Path) -> None:
    deploy(site("ett"), target)
    with nginx(target / "current") as address:
        deploy(site("tva"), target)
        assert ask(address, "/assets/site.ett.css").body == b"/* ett */"
        assert ask(address, "/").body.decode() == release_files("tva")["index.html"]
        deploy(site("tre"), target)
        assert ask(address, "/assets/site.ett.css").status == 404


def test_readers_notice_nothing(site: Site, target: Path) -> None:
    seen = read_while_deploying(site, target, requests=10_000)
    assert seen.faults == []
    assert seen.requests >= 10_000
    assert seen.releases >= RELEASES
