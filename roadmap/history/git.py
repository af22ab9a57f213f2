"""What git knows about a project, in few calls: its versions and the files in them.

Nothing here changes a repository or fetches anything into it.
"""

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from roadmap.datafiles.files import is_left_out
from roadmap.model.history import Commit
from roadmap.presenters.messages import _

# The branch that the site is built from, as it was last fetched.
MAIN_BRANCH = "origin/main"
# Git sets these when it runs hooks; they would direct every call to another repository.
_HOOK_VARS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX")
# Every setting that a user's own configuration could change is given explicitly.
_LOG = (
    *("-c", "log.showRoot=true", "log", "--first-parent", "-m", "--raw", "-z", "--no-abbrev"),
    *("--no-renames", "--no-color", "--no-show-signature", "--no-ext-diff", "--relative"),
    "--format=%x01%H%x00%cI%x00%P",
)
# How an editor saves the first version.
_SAVE = 'git add . && git commit -m "Planen"'


class GitError(Exception):
    """Git has no answer. The message is a sentence that says why, to readers too.

    `advice` is a Swedish sentence on what an editor can do about it, if there is anything.
    """

    def __init__(self, message: str, advice: str | None = None) -> None:
        super().__init__(message)
        self.advice = advice

    @property
    def for_editors(self) -> str:
        """Why there is no answer, and what to do."""
        return f"{self} {self.advice}" if self.advice else str(self)


@dataclass(frozen=True)
class Revision:
    """The version that is checked out.

    `cut` are the commits whose parents were not fetched. `prefix` is the path from the top of the
    repository to the project.
    """

    id: str
    cut: frozenset[str]
    prefix: str


@dataclass(frozen=True)
class Saved:
    """A commit and the files that it changed: for each path, the blobs before and after it.

    `is_first` if nothing is known about the state before it.
    """

    commit: Commit
    blobs: Mapping[str, tuple[str | None, str | None]]
    is_first: bool


def checked_out(root: Path) -> Revision:
    """Return the version that is checked out in a project's folder. Raises GitError."""
    output = os.fsdecode(_git(root, "rev-parse", "--show-prefix", "HEAD", "--git-path", "shallow"))
    # The names of folders may have line breaks in them; the commit between them has none.
    prefix, commit, path = re.split(r"^([0-9a-f]{40,})\n", output, maxsplit=1, flags=re.MULTILINE)
    prefix, path = prefix.removesuffix("\n"), path.removesuffix("\n")
    shallow = root / path
    cut = shallow.read_text("utf-8").split() if shallow.exists() else []
    return Revision(commit, frozenset(cut), prefix)


def resolve(root: Path, revision: str) -> str:
    """Return the id of the commit that a branch, a tag or the like names. Raises GitError."""
    present = checked_out(root)
    command = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    try:
        return _git(root, *command).decode().strip()
    except GitError:
        hint = "Kontrollera stavningen."
        if present.cut:
            hint = "Arkivet är hämtat utan hela sin historik; kör: git fetch --unshallow"
        raise GitError(f"Versionen ”{revision}” finns inte i arkivet. {hint}") from None


def names_a_version(word: str | None) -> bool:
    """Whether a word may name a version: hosts write nothing or zeros if there is none."""
    return bool(word and word.strip("0"))


def base_revision(root: Path) -> str:
    """Return the version to compare a change with: origin/main, or else the one saved here.

    Raises GitError if there is no version at all.
    """
    try:
        resolve(root, MAIN_BRANCH)
    except GitError:
        return checked_out(root).id
    return MAIN_BRANCH


def commits(root: Path, since: Revision, folder: str) -> list[Saved]:
    """Return the commits that changed a folder, oldest first.

    A merge counts as what it brought into the branch that is checked out, so each commit follows
    on the one before it.
    """
    output = _git(root, *_LOG, since.id, "--", folder)
    saved_commits: list[Saved] = []
    blobs: dict[str, tuple[str | None, str | None]] = {}
    words = iter(output.decode("utf-8", "surrogateescape").split("\0"))
    for word in words:
        if word.startswith("\x01"):
            commit = Commit(word[1:], datetime.fromisoformat(next(words)))
            blobs = {}
            saved_commits.append(Saved(commit, blobs, not next(words)))
        elif word.strip():
            before, after = word.split()[2:4]
            path = next(words)
            if not is_left_out(path):
                blobs[path] = (_blob(before), _blob(after))
    return saved_commits[::-1]


def brought_in_by(root: Path, revision: str) -> str | None:
    """Return the merge that brought a commit into what is checked out, or the commit itself.

    None if it has not been brought in. Raises GitError if there is no such commit.
    """
    commit = resolve(root, revision)
    merges = _git(root, "rev-list", "--first-parent", "HEAD").decode().split()
    descendants = _git(root, "rev-list", "--ancestry-path", f"{commit}..HEAD").decode().split()
    since = {commit, *descendants}
    return next((merge for merge in reversed(merges) if merge in since), None)


def search(root: Path, *search: str) -> list[Commit]:
    """Return the commits of every branch that a search of `git log` finds. Raises GitError."""
    output = _git(root, "log", "--all", "-i", "--format=%H %cI", *search).decode()
    lines = (line.split() for line in output.splitlines())
    return [Commit(name, datetime.fromisoformat(when)) for name, when in lines]


def files(root: Path, commit: str, *folders: str) -> dict[str, str]:
    """Return the files of a commit in some folders: path relative to the root → blob."""
    output = _git(root, "ls-tree", "-r", "-z", commit, "--", *folders)
    blob_by_path = {}
    for line in output.decode("utf-8", "surrogateescape").split("\0"):
        description, _tab, path = line.partition("\t")
        if description.split()[1:2] == ["blob"] and not is_left_out(path):
            blob_by_path[path] = description.split()[2]
    return blob_by_path


class Contents:
    """Reads blobs through one git process, started at the first. A context manager."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._git: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Contents":
        return self

    def __exit__(self, *exception: object) -> None:
        if self._git:
            self._git.communicate()

    def read(self, blob: str) -> bytes:
        """Return the bytes of a blob. Raises GitError if it was not fetched."""
        if self._git is None:
            self._git = subprocess.Popen(
                _command(self._root, "cat-file", "--batch"),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
            )
        assert self._git.stdin
        assert self._git.stdout
        self._git.stdin.write(f"{blob}\n".encode())
        self._git.stdin.flush()
        description = self._git.stdout.readline().split()
        if description[1:2] != [b"blob"]:
            raise GitError(
                _("Innehåll saknas i arkivet (%(blob)s); kör: git fetch --refetch", blob=blob[:12])
            )
        return self._git.stdout.read(int(description[2]) + 1)[:-1]


def _blob(name: str) -> str | None:
    return name if name.strip("0") else None


def _command(root: Path, *arguments: str) -> list[str]:
    return ["git", "-C", str(root), *arguments]


def _environment() -> dict[str, str]:
    variables = {name: value for name, value in os.environ.items() if name not in _HOOK_VARS}
    return {**variables, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"}


def _git(root: Path, *arguments: str) -> bytes:
    command = _command(root, *arguments)
    try:
        result = subprocess.run(command, capture_output=True, env=_environment(), check=False)
    except OSError:
        raise GitError(
            _("Programmet git finns inte på datorn."), "Installera det: https://git-scm.com"
        ) from None
    if result.returncode == 0:
        return result.stdout
    message = result.stderr.decode("utf-8", "replace")
    if "not a git repository" in message:
        raise GitError(
            _("Mappen hör inte till något versionsarkiv (git)."),
            f"Spara projektet i git: git init -b main && {_SAVE}",
        )
    if "ambiguous argument 'HEAD'" in message:
        raise GitError(
            _("Versionsarkivet har ingen sparad version än."), f"Spara den första: {_SAVE}"
        )
    if "dubious ownership" in message:
        raise GitError(
            _(
                "Versionsarkivet tillhör en annan användare på datorn, och git läser det därför "
                "inte. Tillåt det med: git config --global --add safe.directory %(folder)s",
                folder=root,
            )
        )
    reason = message.strip().splitlines()[-1:] or [_("git svarade inte")]
    raise GitError(_("Versionsarkivet går inte att läsa (%(reason)s).", reason=reason[0]))
