"""The channels of the program: closed when it starts, or refusing what is printed."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from roadmap.cli import verbs
from tests.ports import free_port
from tests.projects import MINI, environment, make_project
from tests.repositories import Repository
from tests.waiting import until

ARGUMENTS = {
    "translate": ["en"],
    "new": ["response", "ny-namnd"],
    "export": ["ut"],
    "stage": ["zensical"],
    "compile": ["--out", "ut.docx"],
    "import": ["data/sources/provnamnden/svar.txt", "--body", "inlast"],
    "repair": ["provnamnden"],
    "hide": ["Finns Ingenstans"],
    "diff": ["HEAD"],
    "format": ["data/plan.yml"],
}
# Buffered, as it is outside a terminal.
BUFFERED = {**environment(), "PYTHONUNBUFFERED": ""}


def verb_names() -> list[str]:
    """Return every verb that ends by itself."""
    named = re.findall(r"^    (\w+)  ", verbs.parser().format_help(), re.MULTILINE)
    return [name for name in named if name != "serve"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The miniature site, saved in a repository."""
    project = make_project(tmp_path / "project", MINI)
    Repository(project).commit()
    return project


def closing(*numbers: int) -> Callable[[], None]:
    """Return what closes channels in the process that becomes the program."""

    def close() -> None:
        for number in numbers:
            os.close(number)

    return close


@pytest.mark.parametrize("verb", verb_names())
def test_every_verb_works_with_its_channels_closed(project: Path, verb: str) -> None:
    command = [sys.executable, "-m", "roadmap", verb, *ARGUMENTS.get(verb, [])]
    heard = subprocess.run(
        command,
        cwd=project,
        env=BUFFERED,
        preexec_fn=closing(0, 1),
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert "Error" not in heard.stderr
    assert heard.returncode == 0, heard.stderr


@pytest.mark.parametrize("verb", ["validate", "build"])
def test_a_verb_that_nobody_hears_does_what_it_should(project: Path, verb: str) -> None:
    command = [sys.executable, "-m", "roadmap", verb]
    done = subprocess.run(
        command, cwd=project, env=BUFFERED, preexec_fn=closing(0, 1, 2), check=False
    )
    assert done.returncode == 0
    assert (verb == "build") == (project / "site" / "index.html").exists()


def test_a_site_is_served_with_the_channels_closed(project: Path) -> None:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "roadmap", "serve", "--port", str(port)],
        cwd=project,
        env=BUFFERED,
        preexec_fn=closing(0, 1, 2),
        start_new_session=True,
    )

    def answers() -> bool:
        assert process.poll() is None
        try:
            with urlopen(f"http://127.0.0.1:{port}/") as answer:
                return "Provplan" in answer.read().decode()
        except (URLError, OSError):
            return False

    try:
        until(answers)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()


@pytest.mark.parametrize("arguments", [["validate"], ["--help"], ["diff", "HEAD"]])
def test_what_cannot_be_printed_is_told_and_no_reader_is_a_fault(
    project: Path, arguments: list[str]
) -> None:
    command = [sys.executable, "-m", "roadmap", *arguments]
    with Path("/dev/full").open("wb") as full:
        refused = subprocess.run(
            command,
            cwd=project,
            env=BUFFERED,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert refused.stderr.splitlines()[-1] == "Disken är full."
    assert "Error" not in refused.stderr
    assert refused.returncode == 1
    reader, writer = os.pipe()
    os.close(reader)
    unread = subprocess.run(
        command,
        cwd=project,
        env=BUFFERED,
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writer)
    assert "Error" not in unread.stderr
    assert unread.returncode == 1
