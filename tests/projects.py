"""Make project folders for tests, and build them as a user would."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SITES = Path(__file__).parent / "sites"
ENGINE = ("macros.py", "mkdocs.yml")


def make_project(folder: Path, source: Path = ROOT, site_name: str | None = None) -> Path:
    """Make a project: the data and pages of `source`, and this project's engine untouched."""
    folder.mkdir(parents=True)
    for name in ENGINE:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    for name in ("data", "docs"):
        shutil.copytree(source / name, folder / name)
    if site_name:
        change(
            folder,
            "mkdocs.yml",
            "site_name: Färdplan för ett Stockholm för alla",
            f"site_name: {site_name}",
        )
    return folder


def let_words_change(project: Path) -> None:
    """Hold the words of the responses against no source, so that a test may change them."""
    for path in (project / "data" / "responses").glob("*.yml"):
        text = path.read_text("utf-8")
        kept = (line for line in text.splitlines(keepends=True) if "  corrected: " not in line[:14])
        path.write_text("".join(kept), encoding="utf-8")


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
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=project,
        env=environment(**more),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def build(project: Path) -> Path:
    """Build a project that must build; return its site."""
    done = run(project, "roadmap", "build")
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


def snapshot(site: Path) -> dict[str, bytes]:
    """Return every file of a site with its bytes."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
