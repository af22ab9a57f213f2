"""Runs the steps of a workflow's job as GitHub's runner does, as far as they are shell commands."""

import json
import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.projects import ROOT

WORKFLOW = ROOT / ".github" / "workflows" / "site.yml"
_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}", re.DOTALL)
_COMPARED = re.compile(r"(?P<name>[\w.]+) == '(?P<word>[^']*)'")


@dataclass(frozen=True)
class Event:
    """What GitHub tells a run: `name` of what happened, and in which versions."""

    name: str
    base: str
    ref: str = "refs/pull/1/merge"

    def value(self, name: str) -> str:
        """Return what an expression's name stands for; nothing where it is not set."""
        return {
            "github.event_name": self.name,
            "github.ref": self.ref,
            "github.event.pull_request.base.sha": self.base if self.name == "pull_request" else "",
            "github.event.before": self.base if self.name == "push" else "",
            "vars.SITE_URL": "",
        }[name]

    def filled_in(self, text: str) -> str:
        """Return a text with its expressions worked out: names, with || between them."""

        def first(match: re.Match[str]) -> str:
            return next(filter(None, map(self.value, match[1].split(" || "))), "")

        return _EXPRESSION.sub(first, text)

    def holds(self, condition: str, failed: bool) -> bool:
        """Whether a step is to be run, after another has failed or not."""
        wrapped = _EXPRESSION.fullmatch(condition)
        asked = wrapped[1] if wrapped else condition
        if asked == "!cancelled()":
            return True
        compared = _COMPARED.fullmatch(asked)
        assert compared, f"the test does not know the condition {condition!r}"
        return not failed and self.value(compared["name"]) == compared["word"]


@dataclass(frozen=True)
class Ran:
    """A step that was run: what it printed on both channels, and its exit status."""

    name: str
    command: str
    said: str
    status: int


@dataclass(frozen=True)
class Job:
    """What came of a job: its steps, the summary of the run, and the outputs by name."""

    steps: tuple[Ran, ...]
    summary: str
    outputs: Mapping[str, str]

    @property
    def failed(self) -> bool:
        return any(step.status for step in self.steps)

    @property
    def said(self) -> str:
        """All that it printed, to be shown when it did not end as it should."""
        return "\n".join(f"$ {step.command}\n{step.said}" for step in self.steps)

    @property
    def annotations(self) -> list[str]:
        """The faults that GitHub shows at their lines."""
        return re.findall(r"^::error .*$", self.said, re.MULTILINE)


def steps(job: str) -> Iterator[dict[str, Any]]:
    """Yield the steps of a job that are shell commands."""
    workflow = yaml.load(WORKFLOW.read_text("utf-8"), Loader=yaml.BaseLoader)
    yield from (step for step in workflow["jobs"][job]["steps"] if "run" in step)


def run_job(name: str, project: Path, event: Event, files: Path) -> Job:
    """Run the commands of a job in a project; `files` is a folder for the runner's own."""
    workflow = yaml.load(WORKFLOW.read_text("utf-8"), Loader=yaml.BaseLoader)
    summary, outputs, told = (files / part for part in ("summary.md", "output.txt", "event.json"))
    summary.touch()
    outputs.touch()
    told.write_text(json.dumps({"pull_request": {"base": {"sha": event.base}}}), "utf-8")
    shared = {
        **_clean(files),
        "CI": "true",
        "GITHUB_ACTIONS": "true",
        "GITHUB_EVENT_NAME": event.name,
        "GITHUB_EVENT_PATH": str(told),
        "GITHUB_OUTPUT": str(outputs),
        "GITHUB_REF": event.ref,
        "GITHUB_STEP_SUMMARY": str(summary),
        "GITHUB_WORKSPACE": str(project),
        **{key: event.filled_in(value) for key, value in workflow["env"].items()},
    }
    ran: list[Ran] = []
    for step in steps(name):
        failed = any(one.status for one in ran)
        condition = step.get("if")
        if failed if condition is None else not event.holds(condition, failed):
            continue
        own = {key: event.filled_in(value) for key, value in step.get("env", {}).items()}
        # As the runner does: bash that ends at the first command that fails.
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=project,
            env={**shared, **own},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        ran.append(Ran(step.get("name", ""), step["run"], done.stdout, done.returncode))
    lines = outputs.read_text("utf-8").splitlines()
    return Job(tuple(ran), summary.read_text("utf-8"), dict(line.split("=", 1) for line in lines))


def _clean(home: Path) -> dict[str, str]:
    """Return an environment in which nothing of this one is set but where programs are found."""
    kept = ("PATH", "LANG", "SSL_CERT_FILE", "PIP_INDEX_URL", "PIP_CERT", "PIP_FIND_LINKS")
    return {"HOME": str(home), **{name: os.environ[name] for name in kept if name in os.environ}}
