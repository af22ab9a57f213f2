"""The files that tell other programs about the project say what is so."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import yaml

from tests.projects import ROOT
from tools.messages import files

BIN = Path(sys.executable).parent


def test_the_hooks_before_a_commit_are_well_formed_and_call_what_is_there() -> None:
    done = subprocess.run(
        [BIN / "pre-commit", "validate-config", ".pre-commit-config.yaml"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0][
        "hooks"
    ]
    assert {hook["id"] for hook in hooks} == {"format", "lint", "rooms", "content"}
    for hook in hooks:
        assert (BIN / Path(hook["entry"].split()[0]).name).exists(), hook["entry"]


def test_the_register_of_public_code_is_told_the_truth() -> None:
    told = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert told["legal"]["license"] == project["license"]
    assert told["name"] == "Färdplanen"
    assert len(told["description"]["sv"]["shortDescription"]) <= 150
    assert 150 <= len(told["description"]["sv"]["longDescription"]) <= 10_000


def test_the_site_needs_no_package_of_the_developers() -> None:
    site, rest = (
        set(re.findall(r"^([\w.-]+)==", (ROOT / name).read_text("utf-8"), re.MULTILINE))
        for name in ("requirements.txt", "requirements-dev.txt")
    )
    assert {"mkdocs", "mkdocs-material", "mkdocs-macros-plugin", "pyyaml", "setuptools"} <= site
    assert {"pytest", "ruff", "mypy", "playwright", "import-linter"} <= rest
    assert site & rest == set()


def test_moves_that_blame_ignores_are_commits_of_this_history() -> None:
    lines = (ROOT / ".git-blame-ignore-revs").read_text("utf-8").splitlines()
    ids = [line for line in lines if line and not line.startswith("#")]
    assert ids
    for commit in ids:
        assert re.fullmatch(r"[0-9a-f]{40}", commit)
        done = subprocess.run(
            ["git", "merge-base", "--is-ancestor", commit, "HEAD"], cwd=ROOT, check=False
        )
        assert done.returncode == 0, commit


def test_the_catalogues_have_the_sentences_that_the_site_shows() -> None:
    stale = [file.name for file, text in files() if file.read_bytes() != text]
    assert stale == [], "python -m tools.messages"
