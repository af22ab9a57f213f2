"""Each kind of edit that an editor makes, before what `make content` runs.

Whether the job of a pull request runs just that, and makes the files to download as well, is tried
in `test_content_job.py`, with the edits together.
"""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project.edits import ORDINARY, REFUSED, Edit
from tests.projects import make_project, run
from tests.repositories import Repository

Done = subprocess.CompletedProcess[str]


def content(project: Path, base: str) -> Iterator[Done]:
    """Run what tries the content; the site is built if nothing else is at fault."""
    checks = [
        run(project, "roadmap", "validate", "--format", "github"),
        run(project, "roadmap", "diff", base, "--addresses"),
    ]
    yield from checks
    if not any(done.returncode for done in checks):
        yield run(project, "roadmap", "build")


def edited(folder: Path, edit: Edit) -> list[Done]:
    """Make an edit in a repository with the frozen site, and try the content."""
    repository = Repository(make_project(folder))
    base = repository.commit()
    edit(repository.folder)
    return [*content(repository.folder, base)]


def said(steps: list[Done]) -> str:
    return "\n".join(done.stdout + done.stderr for done in steps)


@pytest.mark.parametrize("edit", ORDINARY, ids=lambda edit: edit.__name__)
def test_an_ordinary_edit_is_green(tmp_path: Path, edit: Edit) -> None:
    steps = edited(tmp_path / "project", edit)
    assert [done.returncode for done in steps] == [0, 0, 0], said(steps)
    assert "::error" not in said(steps)


@pytest.mark.parametrize(("edit", "file"), REFUSED, ids=[edit.__name__ for edit, _ in REFUSED])
def test_an_edit_that_must_not_be_published_is_refused(
    tmp_path: Path, edit: Edit, file: str | None
) -> None:
    steps = edited(tmp_path / "project", edit)
    assert any(done.returncode for done in steps), said(steps)
    assert "Traceback" not in said(steps)
    at_a_line = set(re.findall(r"^::error file=([^,]+),line=", said(steps), re.MULTILINE))
    assert at_a_line == ({file} if file else set())
