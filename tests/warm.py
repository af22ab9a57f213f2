"""Runs `python -m …` without starting Python anew: one that has read it all copies itself.

Starting, importing and reading the templates is half of the work of a command, and as much each
time. Each command has a process of its own still, with the folder, the environment and the channels
that it is given.
"""

import gc
import json
import os
import runpy
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path

from roadmap.search.dictionaries import read_dictionaries
from roadmap.views.templating import environment

ROOT = Path(__file__).parent.parent
# What Python reads when it starts, or what is read once, while modules are imported.
_READ_AT_START = ("PYTHON", "LANG", "LC_", "TZ")
_IMPORTED = (
    "roadmap.cli.main", "roadmap.cli.build", "roadmap.cli.take_in", "roadmap.cli.validate",
    "roadmap.history.diff", "roadmap.exports.open_data.catalogue", "roadmap.exports.word",
    "roadmap.macros", "roadmap.site.mkdocs", "mkdocs.commands.build", "mkdocs_macros.plugin",
    "material.templates", "click", "babel.dates", "pygments.lexers", "pygments.formatters.html",
    "rdflib.plugins.serializers.turtle", "concurrent.futures.process",
)  # fmt: skip


def can_run(changed: Mapping[str, str]) -> bool:
    """Whether a command finds all that differs in its environment, though Python has started."""
    return not any(name.startswith(_READ_AT_START) for name in changed)


def run(
    command: Sequence[str], folder: Path, environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run a module with its arguments in a folder, and capture what it says."""
    server = _server()
    assert server.stdin
    assert server.stdout
    with tempfile.TemporaryDirectory(prefix="said-") as name:
        said = [Path(name) / channel for channel in ("out", "error")]
        for path in said:
            path.touch()
        order = (list(command), str(folder), dict(environment), [str(path) for path in said])
        print(json.dumps(order), file=server.stdin, flush=True)
        status = int(server.stdout.readline())
        return subprocess.CompletedProcess(
            command, status, *(path.read_text("utf-8") for path in said)
        )


@cache
def _server() -> "subprocess.Popen[str]":
    """Start the process that is copied. It ends with this one, which is when its orders end."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.warm"],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _serve() -> None:
    for name in _IMPORTED:
        import_module(name)
    for name in environment().list_templates(extensions=["html", "xml"]):
        environment().get_template(name)
    read_dictionaries()
    gc.freeze()
    for line in sys.stdin:
        process = os.fork()
        if not process:
            _become(*json.loads(line))
        _, status = os.waitpid(process, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _become(
    command: list[str], folder: str, environment: dict[str, str], channels: list[str]
) -> None:
    """Be the command, in a process that is its own, and end as it ends."""
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for number, path in enumerate((os.devnull, *channels)):
        opened = os.open(path, os.O_RDWR)
        os.dup2(opened, number)
        os.close(opened)
    sys.path[0] = folder
    sys.argv = command
    runpy.run_module(command[0], run_name="__main__", alter_sys=True)
    sys.exit()


if __name__ == "__main__":
    _serve()
