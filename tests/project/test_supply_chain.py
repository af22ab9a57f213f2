"""What is published is made of known parts: pinned, hashed, and apart from what tests it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.project.test_github import FOLDER, WORKFLOWS, load, tool
from tests.projects import ROOT

WORKFLOW: dict[str, Any] = load(FOLDER / "workflows/site.yml")
JOBS: dict[str, dict[str, Any]] = WORKFLOW["jobs"]
DEPENDABOT = FOLDER / "dependabot.yml"
LOCKS = ("requirements.txt", "requirements-dev.txt")
# What these do: fetch the project, Python, and keep files of the run.
HARMLESS = {"checkout", "setup-python", "upload-artifact", "upload-pages-artifact"}


def actions(job: dict[str, Any]) -> list[str]:
    """Return the names of the actions that a job uses, without owner and version."""
    used = [step["uses"] for step in job["steps"] if "uses" in step]
    return [name.partition("@")[0].removeprefix("actions/") for name in used]


def commands(job: dict[str, Any]) -> str:
    return "\n".join(step.get("run", "") for step in job["steps"])


def needed(target: str) -> set[str]:
    """Return a target of the Makefile and everything that it needs."""
    rules = {
        name: found[2].split()
        for found in re.finditer(
            r"^([\w./ -]+):(?!=)([^#=\n]*)", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE
        )
        for name in found[1].split()
    }
    found = {target}
    while more := {part for name in found for part in rules.get(name, [])} - found:
        found |= more
    return found


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_a_known_commit_of_a_named_version(path: Path) -> None:
    lines = re.findall(r"uses: (.*)", path.read_text("utf-8"))
    assert lines
    for line in lines:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line


def test_what_is_published_is_made_with_what_the_site_needs_and_nothing_else() -> None:
    (maker,) = (job for job in JOBS.values() if "upload-pages-artifact" in actions(job))
    assert set(actions(maker)) <= HARMLESS
    assert not [step for step in maker["steps"] if "cache" in str(step.get("with", {}))]
    said = commands(maker)
    targets = re.findall(r"\bmake (\S+)", said)
    assert targets
    for target in targets:
        assert ".venv/.site" in needed(target)
        assert ".venv/.tools" not in needed(target), target
    for word in ("tools.", "pip", "apt", "npm", "npx", "curl", "wget", "pytest"):
        assert word not in said
    assert ".venv/.tools" in needed("test")


def test_locks_that_do_not_go_together_can_be_written_again() -> None:
    """An installation that says so asks for `make lock`, which must not wait for another one."""
    assert "make lock" in (ROOT / "tools/install.py").read_text("utf-8")
    assert {".venv/.site", ".venv/.rest"} & needed("lock") == set()


def test_tests_keep_nothing_that_could_be_published() -> None:
    for job in JOBS.values():
        if "make test" in commands(job) or "tools." in commands(job):
            assert set(actions(job)) == {"checkout", "setup-python"}


def test_only_the_deployment_may_change_anything_and_it_runs_nothing() -> None:
    assert WORKFLOW["permissions"] == {"contents": "read"}
    allowed = {name: job["permissions"] for name, job in JOBS.items() if "permissions" in job}
    assert allowed == {"deploy": {"pages": "write", "id-token": "write"}}
    deploy = JOBS["deploy"]
    assert set(actions(deploy)) == {"configure-pages", "deploy-pages"}
    assert commands(deploy).strip() == ""
    assert deploy["needs"] == ["content", "engine"]
    assert "github.ref == 'refs/heads/main'" in deploy["if"]


def test_no_job_runs_for_ever() -> None:
    assert all(int(job["timeout-minutes"]) <= 30 for job in JOBS.values())


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_of_a_lock_is_one_version_with_its_hashes(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    packages = re.split(r"^(?=[\w.-]+)", text, flags=re.MULTILINE)[1:]
    assert len(packages) > 20
    for package in packages:
        assert re.match(r"[\w.-]+==[\w.]+( ; .+)? \\\n", package), package.partition("\n")[0]
        assert "    --hash=sha256:" in package
    # Where packages come from is decided by whoever installs them.
    assert not re.search(r"^\s*(-|http|\S+ @ )(?!-hash)", text, re.MULTILINE)


def test_what_is_installed_is_what_the_locks_say() -> None:
    text = (ROOT / "tools/install.py").read_text("utf-8")
    assert re.findall(r'"install", .*', text) == [
        # The project itself, for which nothing is fetched, and what a lock names.
        '"install", "--no-deps", *options, str(ROOT)):',
        '"install", "--no-user", "--no-deps", "--require-hashes", "-r", str(lock))',
    ]
    assert '"--no-index"' in text


def test_programs_of_node_are_known_by_hash_and_run_nothing_when_installed() -> None:
    packages = json.loads((ROOT / "tools/npm/package-lock.json").read_text("utf-8"))["packages"]
    assert all("integrity" in package for name, package in packages.items() if name)
    assert '"ci", "--ignore-scripts"' in (ROOT / "tools/node.py").read_text("utf-8")


def test_dependabot_looks_after_every_kind_of_dependency() -> None:
    done = tool("check-jsonschema", "--builtin-schema", "vendor.dependabot", DEPENDABOT)
    assert done.returncode == 0, done.stdout + done.stderr
    done = tool("zizmor", "--offline", "--no-progress", "--persona", "pedantic", DEPENDABOT)
    assert done.returncode == 0, done.stdout + done.stderr
    told = {one["package-ecosystem"]: one for one in load(DEPENDABOT)["updates"]}
    manifests = {
        "github-actions": ".github/workflows/site.yml",
        "npm": "tools/npm/package-lock.json",
        "pip": "pyproject.toml",
    }
    assert told.keys() == manifests.keys()
    for ecosystem, manifest in manifests.items():
        folder = "/" if ecosystem == "github-actions" else f"/{Path(manifest).parent}"
        assert told[ecosystem]["directory"] == folder.replace("/.", "/")
        assert (ROOT / manifest).is_file()
        # A version that was slipped in is mostly found within days.
        assert int(told[ecosystem]["cooldown"]["default-days"]) >= 7


def test_the_locks_have_names_by_which_dependabot_and_its_alerts_know_them() -> None:
    for name in LOCKS:
        assert re.fullmatch(r"requirements[\w-]*\.txt", name)
        # It reads no larger file.
        assert 0 < (ROOT / name).stat().st_size < 500_000


def test_who_finds_a_fault_is_told_where_to_go() -> None:
    text = (ROOT / "SECURITY.md").read_text("utf-8")
    assert len(text.split()) < 500
    for said in ("Report a vulnerability", "security.txt", "requirements.txt"):
        assert said in text
    for target in re.findall(r"\]\((?!https:)([^)]+)\)", text):
        assert (ROOT / target).is_file(), target
