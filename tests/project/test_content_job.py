"""The job that an editor's pull request meets, step by step, in a project with the frozen content.

Its fresh clone is of a repository with today's engine and the frozen site as its content: what
editors have written since is nobody's business here. Each kind of edit is in `test_edits.py`.
"""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.project.edits import ORDINARY, RESPONSE, TOGETHER, Edit, link_broken, strategy_unknown
from tests.project.runner import Event, Job, run_job, steps
from tests.projects import REAL, ROOT, change, snapshot

CONTENT = ("data", "docs", "mkdocs.yml", "macros.py")
Installed = tuple["Repository", Job]
Try = Callable[..., Job]
PHONE = "Ring 08-123 45 67 till Provpersonen."


class Repository:
    """A clone whose branch `main` has the frozen content, and edits of it on branches."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def git(self, *arguments: str) -> str:
        author = ("-c", "user.name=Prov", "-c", "user.email=prov@prov.example")
        done = subprocess.run(
            ["git", *author, *arguments],
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.strip()

    def commit(self) -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "Prov")
        return self.git("rev-parse", "HEAD")

    def after(self, *edits: Edit) -> None:
        """Make the edits on a branch of their own."""
        self.git("checkout", "--quiet", "--force", "-B", "edit", "main")
        self.git("clean", "--quiet", "--force", "-d")
        for edit in edits:
            edit(self.folder)
        self.commit()

    @property
    def base(self) -> str:
        return self.git("rev-parse", "main")


def engine() -> list[str]:
    """Return the files of the repository that are not its content, as they are on the disk."""
    done = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--",
         *(f":!{name}" for name in CONTENT), ":!tests"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [name for name in done.stdout.split("\0") if (ROOT / name).is_file()]


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A fresh clone, of a repository with today's engine and the frozen content."""
    origin = Repository(tmp_path_factory.mktemp("origin"))
    origin.git("init", "--quiet", "--initial-branch", "main")
    for name in engine():
        (origin.folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, origin.folder / name)
    for name in CONTENT:
        source = REAL / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, origin.folder / name)
    origin.commit()
    folder = tmp_path_factory.mktemp("clone") / "project"
    subprocess.run(["git", "clone", "--quiet", str(origin.folder), str(folder)], check=True)
    return Repository(folder)


@pytest.fixture(scope="module")
def installed(clone: Repository, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The clone after the job's first run, which sets everything up, and what came of that run."""
    event = Event("pull_request", clone.base)
    clone.after(ORDINARY[0])
    return clone, run_job("content", clone.folder, event, tmp_path_factory.mktemp("runner"))


@pytest.fixture
def tried(installed: Installed, tmp_path: Path) -> Try:
    """Make edits in the clone, whose environment is there already, and run the job."""
    clone, _ = installed

    def run(*edits: Edit) -> Job:
        clone.after(*edits)
        shutil.rmtree(clone.folder / "site", ignore_errors=True)
        return run_job("content", clone.folder, Event("pull_request", clone.base), tmp_path)

    return run


def test_every_step_runs_in_a_fresh_clone(installed: Installed) -> None:
    clone, job = installed
    assert not job.failed, job.said
    assert [step.command for step in job.steps] == [step["run"] for step in steps("content")]
    assert job.outputs == {"changed": "false"}
    assert "| Påhittade provnämnden | tillagt |" in job.summary
    assert (clone.folder / "site/remissvar/provnamnden/index.html").exists()
    assert (clone.folder / "site/sammanstallning/remissammanstallning.docx").exists()
    for name in ("pytest", "ruff", "playwright"):
        assert not (clone.folder / ".venv/bin" / name).exists(), "only what the site needs"


def test_what_is_kept_is_where_it_is_looked_for(installed: Installed, tried: Try) -> None:
    """Wherever the configuration says that a site is built."""
    job = tried(lambda project: change(project, "mkdocs.yml", "site_dir: site", "site_dir: www"))
    assert not job.failed, job.said
    assert (installed[0].folder / "site/index.html").exists()
    assert not (installed[0].folder / "www").exists()


def test_setting_up_tells_what_it_is_doing(installed: Installed) -> None:
    said = next(step.said for step in installed[1].steps if step.command == "make .venv/.site")
    assert "Skapar en egen Python-miljö i .venv …" in said
    assert "Hämtar mkdocs-material " in said
    assert "Packar upp " in said


def test_ordinary_edits_together_are_green(tried: Try) -> None:
    job = tried(*TOGETHER)
    assert not job.failed, job.said
    assert job.outputs == {"changed": "false"}


def test_an_edit_that_must_not_be_published_is_refused(tried: Try) -> None:
    job = tried(strategy_unknown, link_broken)
    assert job.failed, job.said
    assert "Traceback" not in job.said
    assert [one for one in job.annotations if one.startswith(f"::error file={RESPONSE},line=")]
    assert "make: ***" in job.steps[-1].said


def test_personal_data_can_be_hidden(tried: Try, installed: Installed) -> None:
    """A number that came in and was taken away again stands in no published file."""
    clone, _ = installed
    branch = clone.git("rev-parse", "main")
    try:
        clone.git("checkout", "--quiet", "--force", "main")
        response = clone.folder / RESPONSE
        text = response.read_text("utf-8")
        response.write_text(text.replace("reason: ", f"reason: {PHONE} ", 1), "utf-8")
        came = clone.commit()
        response.write_text(text, "utf-8")
        went = clone.commit()

        def hide(project: Path) -> None:
            settings = project / "data/settings.yml"
            hidden = f"hidden_changes:\n  - {came[:12]}\n  - {went[:12]}\n"
            settings.write_text(settings.read_text("utf-8") + hidden, "utf-8")

        job = tried(hide)
        assert not job.failed, job.said
        published = snapshot(clone.folder / "site")
        assert [name for name, raw in published.items() if b"Provpersonen" in raw] == []
    finally:
        clone.git("checkout", "--quiet", "--force", "-B", "main", branch)


def test_a_change_of_the_engine_asks_for_its_tests(tried: Try) -> None:
    def engine_changed(project: Path) -> None:
        (project / "roadmap/text/swedish.py").open("a").write("\n")

    job = tried(engine_changed)
    assert not job.failed, job.said
    assert job.outputs == {"changed": "true"}


def test_a_first_push_has_nothing_to_be_held_against(installed: Installed, tmp_path: Path) -> None:
    clone, _ = installed
    clone.after()
    event = Event("push", "0" * 40, "refs/heads/main")
    job = run_job("content", clone.folder, event, tmp_path)
    assert not job.failed, job.said
    assert job.outputs == {"changed": "true"}
