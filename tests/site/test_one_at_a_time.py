"""Two builds at once give one whole site: the second waits for the first, and says so."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.projects import change, environment, run, snapshot
from tests.site.test_interrupted import FAULTY, MKDOCS

WAITS = "Väntar tills det är klart …"


@pytest.fixture
def project(miniature: Path, tmp_path: Path) -> Path:
    """A project whose site is not built yet, and a page that says so."""
    project = tmp_path / "project"
    shutil.copytree(miniature.parent, project, ignore=shutil.ignore_patterns("site"))
    return project


@contextmanager
def started(project: Path, *command: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, *command],
        cwd=project,
        env=environment(),
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


@contextmanager
def resting(project: Path, page: int = 5) -> Iterator[subprocess.Popen[str]]:
    """A build that has come to one of its pages and rests."""
    with started(project, str(FAULTY), "rest", str(page), *MKDOCS) as process:
        _, status = os.waitpid(process.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)
        yield process


def waits(second: subprocess.Popen[str]) -> bool:
    """Whether a build says that it waits for another."""
    assert second.stderr
    return any(WAITS in line for line in iter(second.stderr.readline, ""))


def go_on(process: subprocess.Popen[str]) -> int:
    process.send_signal(signal.SIGCONT)
    return process.wait()


def die(process: subprocess.Popen[str]) -> int:
    process.kill()
    process.send_signal(signal.SIGCONT)
    return process.wait()


@pytest.mark.parametrize(("end", "status"), [(go_on, 0), (die, -signal.SIGKILL)])
@pytest.mark.parametrize("verb", ["build", "publish"])
def test_the_second_build_waits_for_the_first_to_end(
    project: Path, end: Callable[[subprocess.Popen[str]], int], status: int, verb: str
) -> None:
    with resting(project) as first:
        # What only the second build knows.
        change(project, "docs/om/index.md", "title: Påhittad sida", "title: En annan sida")
        with started(project, "-m", "roadmap", verb) as second:
            assert waits(second)
            assert end(first) == status
            assert second.wait() == 0
    expected = snapshot(project / "site")
    assert run(project, "roadmap", verb).returncode == 0
    assert snapshot(project / "site") == expected
    assert "En annan sida" in (project / "site/om/index.html").read_text("utf-8")
    assert sorted(path.name for path in project.glob("site*")) == ["site"]


def test_builds_in_different_folders_do_not_wait(project: Path) -> None:
    with resting(project) as first:
        done = run(project, "roadmap", "build", "--site-dir", "annan")
        assert done.returncode == 0
        assert WAITS not in done.stderr
        assert go_on(first) == 0
    assert snapshot(project / "site") == snapshot(project / "annan")


def test_staging_waits_too(project: Path) -> None:
    held = subprocess.run(
        [sys.executable, "-c", HOLD, str(project / "zensical")],
        cwd=project,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert held.returncode == 0, held.stderr
    assert WAITS in held.stdout


# Holds the folder while another process stages there, and lets go when that one waits.
HOLD = """
import subprocess, sys
from pathlib import Path
from roadmap.site.folder_swap import take_turn
held = take_turn(Path(sys.argv[1]), print)
other = subprocess.Popen(
    [sys.executable, "-m", "roadmap", "stage", sys.argv[1]], stderr=subprocess.PIPE, text=True
)
for line in other.stderr:
    if "Väntar" in line:
        print(line)
        break
held.release()
other.communicate()
sys.exit(other.returncode)
"""
