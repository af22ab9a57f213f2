"""A build that is killed at any moment leaves a whole site, and the next one cleans up."""

import json
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.projects import build, change, environment, snapshot
from tests.site.faulty import fingerprint

FAULTY = Path(__file__).with_name("faulty.py")
MKDOCS = ("mkdocs", "build", "--quiet")


def faulty(
    project: Path, *arguments: str, command: tuple[str, ...] = MKDOCS
) -> subprocess.CompletedProcess[str]:
    """Build a project with a fault at a step; return when everybody who worked at it has ended."""
    return subprocess.run(
        [sys.executable, str(FAULTY), *arguments, *command],
        cwd=project,
        # Bytecode that is written once would make the first build take more steps.
        env=environment(PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True,
        text=True,
        check=False,
    )


class Watched(NamedTuple):
    """A project that has been changed since it was built, and what a whole build of it does."""

    project: Path
    old: str
    new: str
    seen: list[str]
    at: dict[str, int]

    def put_back(self) -> None:
        """Let the site be the old one again."""
        shutil.rmtree(self.project / "site")
        shutil.copytree(self.project / "old", self.project / "site")


@pytest.fixture(scope="module")
def watched(miniature: Path, tmp_path_factory: pytest.TempPathFactory) -> Watched:
    project = tmp_path_factory.mktemp("watched") / "project"
    site = project / "site"
    shutil.copytree(miniature.parent, project)
    shutil.copytree(site, project / "old")
    old = fingerprint(site)
    change(project, "docs/om/index.md", "title: Påhittad sida", "title: En annan sida")
    done = faulty(project, "watch")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    return Watched(project, old, fingerprint(site), told["seen"], told["at"])


def test_there_is_a_whole_site_at_every_step_of_a_build(watched: Watched) -> None:
    assert watched.seen == [watched.old, watched.new]
    assert watched.old != watched.new
    assert watched.at["ends"] - watched.at["writes"] > 300


@pytest.mark.parametrize(
    ("begin", "end", "kills"),
    [(None, "writes", 2), ("writes", "swaps", 3), ("swaps", "ends", 4)],
    ids=["at the start", "as it writes", "as it swaps"],
)
def test_a_build_that_is_killed_leaves_a_whole_site(
    watched: Watched, begin: str | None, end: str, kills: int
) -> None:
    first = watched.at[begin] if begin else 1
    site = watched.project / "site"
    for step in random.Random(end).sample(range(first, watched.at[end]), kills):
        watched.put_back()
        done = faulty(watched.project, "kill", str(step))
        assert done.returncode == -signal.SIGKILL, step
        assert fingerprint(site) in (watched.old, watched.new), step
    build(watched.project)
    assert fingerprint(site) == watched.new
    assert [path.name for path in watched.project.glob("site*")] == ["site"]


def test_a_build_of_many_pages_killed_leaves_a_whole_site_and_nobody_at_work(
    sixty_answers: Path, tmp_path: Path
) -> None:
    project = tmp_path / "project"
    shutil.copytree(sixty_answers.parent, project)
    site, fresh = project / "site", project / "site.new"
    old = snapshot(site)
    # Into the pages that several processes make, after the few that MkDocs makes of docs/: this
    # one makes at least a share of them, however busy the machine is.
    for page in ("20", "32", "48"):
        done = faulty(project, "page", page, command=("roadmap", "build"))
        assert done.returncode == -signal.SIGKILL
        assert snapshot(site) == old
        # All have ended, and not because they were done.
        assert len(list(fresh.rglob("*.html"))) < len(list(site.rglob("*.html")))
    build(project)
    assert snapshot(site) == old
    assert [path.name for path in project.glob("site*")] == ["site"]


def test_many_pages_are_the_same_whoever_makes_them(sixty_answers: Path, tmp_path: Path) -> None:
    """One processor makes every page itself; several share them."""
    project = tmp_path / "project"
    shutil.copytree(sixty_answers.parent, project)
    taskset = shutil.which("taskset")
    assert taskset
    subprocess.run(
        [taskset, "--cpu-list", "0", sys.executable, "-m", "roadmap", "build"],
        cwd=project,
        env=environment(),
        check=True,
        capture_output=True,
    )
    assert snapshot(project / "site") == snapshot(sixty_answers)
