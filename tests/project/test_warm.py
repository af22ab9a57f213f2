"""A command that is run by a Python already started does what one that starts anew does."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import warm
from tests.projects import MINI, change, environment, make_project

SHOW = """
import os, sys
from pathlib import Path
print(__name__, sys.argv[1:], sys.path[0], Path.cwd(), sys.stdin.read(), sorted(os.environ.items()))
print("å", file=sys.stderr)
sys.exit(3)
"""


def anew(project: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=project, env=environment(OWN="värde"),
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    "command",
    [("show", "ett", "två"), ("roadmap", "validate"), ("roadmap", "valdate")],
    ids=" ".join,
)
def test_a_command_meets_and_says_the_same(tmp_path: Path, command: tuple[str, ...]) -> None:
    project = make_project(tmp_path / "project", MINI)
    change(project, "data/plan.yml", "title:", "titel:")
    (project / "show.py").write_text(SHOW, "utf-8")
    expected = anew(project, *command)
    done = warm.run(command, project, environment(OWN="värde"))
    assert (done.returncode, done.stdout, done.stderr) == (
        expected.returncode,
        expected.stdout,
        expected.stderr,
    )


def test_a_command_that_is_killed_has_the_signal_as_its_status(tmp_path: Path) -> None:
    (tmp_path / "end.py").write_text("import os\nos.kill(os.getpid(), 9)\n")
    assert warm.run(["end"], tmp_path, os.environ).returncode == -9


def test_what_python_reads_as_it_starts_needs_a_new_one() -> None:
    assert warm.can_run({"SITE_URL": "https://plan.example/"})
    assert not warm.can_run({"PYTHONHASHSEED": "0"})
    assert not warm.can_run({"LC_ALL": "C"})
