"""What stands in .github/: sound, safe with a stranger's pull request, and true to the project."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from roadmap.cli.github import github
from roadmap.presenters.edit_links import ADDRESS_FIELD, ISSUE_FORM
from tests.projects import ROOT
from tools.spelling import changed, misspelt

FOLDER = ROOT / ".github"
# What a new site begins with is held to the same.
FOLDERS = (FOLDER, ROOT / "roadmap/starter/site/dot-github")
WORKFLOWS = [path for folder in FOLDERS for path in sorted(folder.glob("workflows/*.yml"))]
FORMS = [
    path
    for folder in FOLDERS
    for path in sorted(folder.glob("ISSUE_TEMPLATE/*.yml"))
    if path.stem != "config"
]


def tool(name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).parent / name
    return subprocess.run(
        [program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


def load(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in load(path)["jobs"].values() for step in job["steps"]]


def test_zizmor_finds_nothing() -> None:
    done = tool("zizmor", "--offline", "--no-progress", "--persona", "pedantic", *WORKFLOWS)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("schema", "paths"),
    [("vendor.github-workflows", WORKFLOWS), ("vendor.github-issue-forms", FORMS)],
)
def test_files_have_the_form_that_github_asks_for(schema: str, paths: list[Path]) -> None:
    assert paths
    done = tool("check-jsonschema", "--builtin-schema", schema, *paths)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_text_of_a_stranger_reaches_a_shell_and_no_secret_a_stranger(path: Path) -> None:
    text = path.read_text("utf-8")
    assert "pull_request_target" not in text
    assert "secrets." not in text
    assert load(path)["permissions"] == {"contents": "read"}
    for step in steps(path):
        assert "${{" not in step.get("run", ""), step
        if "checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] == "false"
    # The only words of a pull request that are used at all are ids of commits.
    for words in re.findall(r"\$\{\{\s*(github\.event\.[^}]*?)\s*\}\}", text):
        assert words in (
            "github.event.pull_request.base.sha || github.event.before",
            "github.event_name == 'pull_request'",
        )


def test_a_pull_request_gets_annotations_and_a_preview() -> None:
    told = [step.get("run", "") for step in steps(FOLDER / "workflows/site.yml")]
    assert ".venv/bin/python -m roadmap validate --format github" in told
    assert '.venv/bin/python -m tools.spelling "$BASE"' in told
    diff = '.venv/bin/python -m roadmap diff "$BASE" HEAD'
    assert f'{diff} --format markdown >> "$GITHUB_STEP_SUMMARY"' in told
    assert "make content SITE_DIR=site" in told


def test_what_is_shown_and_published_is_the_whole_site() -> None:
    """Folders whose names begin with a dot are left out unless they are asked for."""
    kept = [
        step["with"]
        for step in steps(FOLDER / "workflows/site.yml")
        if step.get("uses", "").partition("@")[0].endswith(("upload-artifact", "-pages-artifact"))
    ]
    assert len(kept) == 2
    for told in kept:
        assert (told["path"], told.get("include-hidden-files")) == ("site/", "true")


def test_the_issue_form_has_the_field_that_the_site_fills_in() -> None:
    form = load(FOLDER / "ISSUE_TEMPLATE" / ISSUE_FORM)
    assert ADDRESS_FIELD in [field.get("id") for field in form["body"]]
    assert form["labels"]


def test_the_paths_of_codeowners_exist() -> None:
    lines = (FOLDER / "CODEOWNERS").read_text("utf-8").splitlines()
    paths = [found[1] for line in lines if (found := re.match(r"(?:# )?/(\S+)\s+@", line))]
    assert len(paths) > 5
    for path in paths:
        assert (ROOT / path).exists(), path


def test_misspelt_words_are_warned_of_at_their_places(tmp_path: Path) -> None:
    text = (
        "name: Provnämnden\nkind: facknamnd\nsections:\n  - text: |\n"
        "      Nämnden vill se fler förskolor.\n      Stadsdelsnämmnden framhåler samvekran.\n"
    )
    (tmp_path / "data").mkdir()
    (tmp_path / "data/prov.yml").write_text(text, encoding="utf-8")
    told = [github(problem) for problem in misspelt(["data/prov.yml"], tmp_path)]
    assert told == [
        f"::warning file=data/prov.yml,line=6,col={column}::"
        f'Ordet "{word}" finns inte i ordlistan. Rätta det om det är felstavat.'
        for column, word in ((7, "Stadsdelsnämmnden"), (25, "framhåler"), (35, "samvekran"))
    ]


def test_only_what_differs_is_looked_at(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        author = ("-c", "user.name=Prov", "-c", "user.email=prov@prov.example")
        subprocess.run(["git", *author, *arguments], cwd=tmp_path, check=True, capture_output=True)

    git("init", "-q")
    (tmp_path / "data").mkdir()
    for name in ("a.yml", "b.yml", "c.txt", "borta.yml"):
        (tmp_path / "data" / name).write_text("name: Prov\n", encoding="utf-8")
    git("add", "-A")
    git("commit", "-qm", "Prov")
    for name in ("b.yml", "c.txt"):
        (tmp_path / "data" / name).write_text("name: Provet\n", encoding="utf-8")
    (tmp_path / "data/borta.yml").unlink()
    assert changed("HEAD", tmp_path) == ["data/b.yml"]
