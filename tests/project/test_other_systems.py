"""What the package does where a system has less than Linux, as far as Linux can show it."""

import subprocess
import sys
from pathlib import Path

from tests.projects import MINI, environment, make_project, snapshot

WITHOUT_POSIX = Path(__file__).with_name("without_posix.py")


def test_a_site_is_the_same_where_nothing_is_of_posix(miniature: Path, tmp_path: Path) -> None:
    """Every module is imported, and a site built by one process, since none can be copied."""
    project = make_project(tmp_path / "project", MINI)
    done = subprocess.run(
        [sys.executable, str(WITHOUT_POSIX), "build"],
        cwd=project,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert snapshot(project / "site") == snapshot(miniature)
