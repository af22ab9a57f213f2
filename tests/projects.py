"""Make project folders for tests, and build them as a user would."""

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

from roadmap.datafiles.load import checked
from roadmap.model.dataset import Dataset
from tests import warm

ROOT = Path(__file__).parent.parent
SITES = Path(__file__).parent / "sites"
# Whole projects: the frozen copy of a real plan, a miniature with every state, and another town.
REAL, MINI, OTHER, TERMS, LABELS = (
    SITES / name for name in ("real", "mini", "other", "terms", "labels")
)
# The day on which tests read data: later than every day written there.
TODAY = date(2026, 11, 29)
_PARTS = ("macros.py", "mkdocs.yml", "data", "docs")


def make_project(folder: Path, source: Path = REAL) -> Path:
    """Make a project: a copy of `source`."""
    folder.mkdir(parents=True)
    for name in _PARTS:
        copy = shutil.copytree if (source / name).is_dir() else shutil.copy
        copy(source / name, folder / name)
    return folder


def fill_in(project: Path, file: str, name: str) -> None:
    """Fill in a new response as an editor would: one section and an answer to S1.1."""
    for old, new in (
        ("name:\n", f"name: {name}\n"),
        ("kind:\n", "kind: namnd\n"),
        ("speaker:\n", "speaker: body\n"),
        ("title:\n", "title: Svar\n"),
        ("heading:\n", "heading: Synpunkter\n"),
        ("text: |\ncomments", "text: |\n      Nämnden svarar.\ncomments"),
        ("strategies:\n", "strategies:\n      - S1.1\n"),
        ("text: |\nunanswered:", "text: |\n      Ja.\nunanswered:"),
    ):
        change(project, file, old, new)


def let_words_change(project: Path) -> None:
    """Hold the words of the responses against no source, so that a test may change them."""
    for path in (project / "data" / "responses").glob("*.yml"):
        text = path.read_text("utf-8")
        kept = (line for line in text.splitlines(keepends=True) if "  corrected: " not in line[:14])
        path.write_text("".join(kept), encoding="utf-8")


def dataset_of(project: Path) -> Dataset:
    """Return the data of a project, without a history."""
    return checked(project, TODAY)[0]


def change(project: Path, name: str, old: str, new: str) -> None:
    """Replace words in a file; they must be there."""
    path = project / name
    text = path.read_text("utf-8")
    assert old in text, f"{old!r} is not in {name}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def environment(**more: str) -> dict[str, str]:
    """Return the environment that every command of the tests runs in."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", **more}


def run(project: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m …` in a project and capture what it says."""
    if warm.can_run(more):
        return warm.run(arguments, project, environment(**more))
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=project,
        env=environment(**more),
        capture_output=True,
        text=True,
        check=False,
    )


def build(project: Path, **more: str) -> Path:
    """Build a project that must build; return its site."""
    done = run(project, "roadmap", "build", **more)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


def make_site(folder: Path, words: str) -> Path:
    """Make what a build takes for an earlier site of ours."""
    for name, content in (("andringar/feed.xml", ""), ("index.html", words)):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    return folder


def snapshot(site: Path) -> dict[str, bytes]:
    """Return every file of a site with its bytes."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
