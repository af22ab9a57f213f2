"""A build that is killed at any moment leaves a whole site, and the next one cleans up."""

import json
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.projects import MINI, build, change, environment, make_project, snapshot

FAULTY = Path(__file__).with_name("faulty.py")
RUNS = 4
KILLS = 7


def faulty(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Build a project with plain MkDocs, and a fault at a step."""
    return subprocess.run(
        [sys.executable, str(FAULTY), *arguments, "mkdocs", "build", "--quiet"],
        cwd=project,
        # Bytecode that is written once would make the first build take more steps.
        env=environment(PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def steps(project: Path) -> dict[str, int]:
    """Build, and return at which step the build writes, swaps and ends."""
    done = faulty(project, "count")
    assert done.returncode == 0, done.stderr
    found: dict[str, int] = json.loads(done.stdout)
    return found


def moments(seed: int, at: dict[str, int]) -> list[int]:
    """Return steps at random: of the start, of the writing, and close to the swap."""
    rng = random.Random(seed)
    return [
        *rng.sample(range(1, at["writes"]), 2),
        *rng.sample(range(at["writes"], at["swaps"]), 3),
        *rng.sample(range(at["swaps"], at["ends"]), KILLS - 5),
    ]


@pytest.mark.parametrize("seed", range(RUNS))
def test_a_build_killed_at_any_step_leaves_a_whole_site(tmp_path: Path, seed: int) -> None:
    project = make_project(tmp_path / "project", MINI)
    site = build(project)
    old = snapshot(site)
    shutil.copytree(site, tmp_path / "old")
    change(project, "docs/om/index.md", "title: Påhittad sida", "title: En annan sida")
    at = steps(project)
    new = snapshot(site)
    assert new != old
    for step in moments(seed, at):
        shutil.rmtree(site)
        shutil.copytree(tmp_path / "old", site)
        done = faulty(project, "kill", str(step))
        assert done.returncode == -signal.SIGKILL, step
        assert snapshot(site) in (old, new), step
    build(project)
    assert snapshot(site) == new
    assert [path.name for path in project.glob("site*")] == ["site"]


def test_a_build_of_many_pages_killed_leaves_a_whole_site_and_nobody_at_work(
    sixty_answers: Path, tmp_path: Path
) -> None:
    project = tmp_path / "project"
    shutil.copytree(sixty_answers.parent, project)
    site, fresh = project / "site", project / "site.new"
    old = snapshot(site)
    for share in (0.0, 0.3, 0.9):
        process = subprocess.Popen(
            [sys.executable, "-m", "roadmap", "build"], cwd=project, env=environment()
        )
        # Into the pages that several processes make.
        while len(list((fresh / "teman").glob("*/index.html"))) <= share * 10:
            assert process.poll() is None
            time.sleep(0.005)
        process.kill()
        process.wait()
        time.sleep(0.3)
        left = snapshot(fresh)
        assert snapshot(site) == old
        time.sleep(0.3)
        assert snapshot(fresh) == left, "somebody goes on writing"
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
