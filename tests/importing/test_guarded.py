"""A function in a process of its own: whatever becomes of it, one line and no process is left."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from roadmap.importing.guarded import guarded
from roadmap.importing.lines import UnreadableError, no_progress
from roadmap.model import ImportLimits
from tests.importing import in_child
from tests.projects import ROOT, environment

LIMITS = ImportLimits()
LARGE = "Om dokumentet är stort: höj memory_megabytes under import_limits i data/settings.yml."
ANEW = "Om filen går att öppna: spara den på nytt, eller som ren text (.txt)."
FAILED = "Programmet som läser dokument klarade inte filen"


def told(function: Callable[..., Any], limits: ImportLimits = LIMITS) -> str:
    with pytest.raises(UnreadableError) as error:
        guarded(function, limits=limits, progress=no_progress)
    return str(error.value)


def test_the_result_and_the_pages_come_back() -> None:
    pages: list[object] = []

    def progress(*page: object) -> None:
        pages.append(page)

    assert guarded(in_child.added, 2, 3, limits=LIMITS, progress=progress) == 5
    assert pages == [(1, 2, False), (2, 2, True)]


def test_what_a_library_says_is_not_shown(capfd: pytest.CaptureFixture[str]) -> None:
    assert guarded(in_child.talkative, limits=LIMITS, progress=no_progress) == "read"
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("function", "message"),
    [
        (in_child.unreadable, "Dokumentet har ingen text."),
        (in_child.faulty, f"{FAILED} (KeyError: 'rId9\\nlist'). {ANEW}"),
        (in_child.crashed, f"{FAILED} och avbröts (signal 11). {ANEW} {LARGE}"),
        (in_child.silent, f"{FAILED} och avbröts (kod 0). {ANEW} {LARGE}"),
        (in_child.garbled, f"{FAILED} och avbröts (kod 0). {ANEW} {LARGE}"),
    ],
)
def test_every_other_end_becomes_one_line(function: Callable[..., Any], message: str) -> None:
    assert told(function) == message


def test_faults_of_our_own_become_one_line() -> None:
    assert told(in_child.unsendable).startswith(f"{FAILED} (")
    assert told(in_child.deep).startswith(f"{FAILED} (RecursionError: ")


def test_the_time_is_limited() -> None:
    assert told(in_child.endless, LIMITS.altered(seconds=0.4)) == (
        "Läsningen tog mer än 0 sekunder och avbröts. "
        "Om dokumentet ska läsas ändå: höj seconds under import_limits i data/settings.yml."
    )


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the system has no such limit")
def test_the_memory_is_limited() -> None:
    assert told(in_child.hungry) == (
        "Läsningen behövde mer än 1000 MB minne. Om dokumentet ska läsas ändå: "
        "höj memory_megabytes under import_limits i data/settings.yml."
    )


def test_a_system_without_a_limit_on_memory_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "resource.py").write_text("raise ImportError\n")
    monkeypatch.syspath_prepend(tmp_path)
    assert guarded(in_child.added, 2, 3, limits=LIMITS, progress=no_progress) == 5
    assert told(in_child.silent) == (
        f"{FAILED} och avbröts (kod 0). {ANEW} "
        "Det kan ha tagit allt minne, som inte går att begränsa i det här systemet."
    )


@pytest.fixture
def queue(tmp_path: Path) -> Path:
    path = tmp_path / "queue"
    os.mkfifo(path)
    return path


@pytest.fixture
def end(queue: Path) -> Iterator[int]:
    descriptor = os.open(queue, os.O_RDONLY | os.O_NONBLOCK)
    yield descriptor
    os.close(descriptor)


def all_have_ended(end: int) -> bool:
    """Whether no process holds the queue open any longer."""
    while select.select([end], [], [], 60)[0]:
        if not os.read(end, 100):
            return True
    return False


def test_ctrl_c_leaves_no_process(queue: Path, end: int) -> None:
    def progress(*page: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        guarded(in_child.endless_with_program, queue, limits=LIMITS, progress=progress)
    assert all_have_ended(end)


def test_a_killed_parent_leaves_no_process(queue: Path, end: int) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom tests.importing.test_guarded import *\n"
        "read = in_child.endless_with_program\n"
        "guarded(read, Path(sys.argv[1]), limits=LIMITS, progress=no_progress)"
    )
    command = [sys.executable, "-c", script, str(queue)]
    with subprocess.Popen(command, cwd=ROOT, env=environment()) as parent:
        assert select.select([end], [], [], 60)[0]
        parent.send_signal(signal.SIGKILL)
    assert all_have_ended(end)
