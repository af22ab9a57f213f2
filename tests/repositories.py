"""Make git repositories for tests. Everything in them is fictional, and so is their time."""

import os
import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.projects import MINI

_START = datetime(2020, 3, 1, 12, tzinfo=UTC)


class Repository:
    """A git repository whose commits are an hour apart, by an author who does not exist."""

    def __init__(self, folder: Path, *init_options: str) -> None:
        self.folder = folder
        self.hours = 0
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main", *init_options)

    def git(self, *arguments: str) -> str:
        """Run git without any configuration of the machine's; return what it says."""
        now = (_START + timedelta(hours=self.hours)).isoformat()
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith("GIT_")
        } | {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            **{f"GIT_{who}_NAME": "Prov Provsson" for who in ("AUTHOR", "COMMITTER")},
            **{f"GIT_{who}_EMAIL": "prov@example.org" for who in ("AUTHOR", "COMMITTER")},
            **{f"GIT_{who}_DATE": now for who in ("AUTHOR", "COMMITTER")},
        }
        return subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()

    def commit(self, message: str = "Provändring") -> str:
        """Save everything as it stands; return the commit's id."""
        self.hours += 1
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)
        return self.git("rev-parse", "HEAD")

    def merge(self, branch: str) -> str:
        """Merge a branch with a commit of its own; return that commit's id."""
        self.hours += 1
        self.git("merge", "--quiet", "--no-ff", "--no-edit", branch)
        return self.git("rev-parse", "HEAD")

    def change(self, name: str, old: str, new: str) -> None:
        """Replace words in a file; they must be there."""
        path = self.folder / name
        text = path.read_text("utf-8")
        assert old in text, f"{old!r} is not in {name}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


def miniature(folder: Path, *init_options: str) -> Repository:
    """Return a repository with the data of the miniature site, in one commit."""
    repository = Repository(folder, *init_options)
    shutil.copytree(MINI / "data", folder / "data")
    repository.commit()
    return repository


def change_all(repository: Repository) -> None:
    """Change something in everybody's words, in a copy of the miniature site."""
    for name, old, new in (
        ("goal-areas/1-lara.yml", "ska ha fler böcker", "ska ha många böcker"),
        ("responses/provnamnden.yml", "Orden säger varken", "Texten säger varken"),
        ("responses/provnamnden.yml", "    pages: 2-3\n", "    pages: 3\n"),
        ("plan.yml", "name: Resurser", "name: Pengar"),
        ("series/E1.1.csv", "80,1", "80,2"),
    ):
        repository.change(f"data/{name}", old, new)
    repository.commit()
