"""Work that is shared between the processors."""

import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from roadmap.datafiles.problems import obstacle
from roadmap.site import parallel
from roadmap.site.parallel import Workers, result_of
from tests.waiting import until

FIRST = os.getpid()


def added(shared: int, number: int) -> int:
    return shared + number


def where(_: int) -> int:
    return os.getpid()


def fail(_: int, path: Path) -> None:
    path.read_text("utf-8")


def end(_: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def never_end(_: int, file: Path) -> None:
    file.touch()
    signal.pause()


@pytest.fixture
def workers() -> Iterator[Workers[int]]:
    workers = Workers(40, 2)
    yield workers
    workers.stop()


@pytest.fixture(params=[1, 2])
def processors(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    count: int = request.param
    monkeypatch.setattr(parallel, "processors", lambda: count)
    return count


def test_every_task_has_what_is_shared(processors: int, workers: Workers[int]) -> None:
    tasks = [workers.begin(added, number) for number in range(50)]
    assert [result_of(task) for task in tasks] == [*range(40, 90)]


def test_all_are_done_once_whoever_does_them(processors: int, workers: Workers[int]) -> None:
    assert [*workers.all(added, range(50))] == [*range(40, 90)]
    assert [*workers.all(added, [])] == []


def test_copies_do_the_work_where_there_are_processors(
    processors: int, workers: Workers[int]
) -> None:
    elsewhere = result_of(workers.begin(where)) != os.getpid()
    assert elsewhere == (processors > 1)


def test_what_a_task_raises_is_raised_when_it_is_waited_for(
    processors: int, workers: Workers[int], tmp_path: Path
) -> None:
    task = workers.begin(fail, tmp_path / "saknas")
    with pytest.raises(FileNotFoundError) as caught:
        result_of(task)
    assert caught.value.filename == str(tmp_path / "saknas")


def test_a_process_that_the_system_ends_is_told_of_as_want_of_memory(
    monkeypatch: pytest.MonkeyPatch, workers: Workers[int]
) -> None:
    monkeypatch.setattr(parallel, "processors", lambda: 2)
    with pytest.raises(OSError, match="memory") as caught:
        result_of(workers.begin(end))
    assert obstacle(caught.value) == "Minnet räcker inte."


def test_nobody_is_left_at_work_when_it_is_stopped(
    monkeypatch: pytest.MonkeyPatch, workers: Workers[int], tmp_path: Path
) -> None:
    monkeypatch.setattr(parallel, "processors", lambda: 2)
    workers.begin(never_end, tmp_path / "begun")
    workers.begin(never_end, tmp_path / "begun")
    assert multiprocessing.active_children()
    workers.stop()
    assert not multiprocessing.active_children()


def test_the_others_end_when_the_first_process_is_killed(tmp_path: Path) -> None:
    """A build that was killed must not go on writing into the next one's folder."""
    script = (
        "import os, sys, signal\n"
        "from pathlib import Path\n"
        "from roadmap.site import parallel\n"
        "parallel.processors = lambda: 2\n"
        "def work(_):\n"
        "    print(os.getpid(), flush=True)\n"
        "    signal.pause()\n"
        "workers = parallel.Workers(None, 2)\n"
        "parallel.result_of(workers.begin(work))\n"
    )
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    with process.stdout as told:
        copy = int(told.readline())
        process.kill()
        process.wait()
        # The pipe is at its end when nobody has it open any more.
        assert told.read() == ""
    until(lambda: not is_alive(copy), lambda: "a copy lives on")


def test_a_copy_that_is_ended_as_it_begins_says_nothing() -> None:
    """It still has the first one's way to end then, and would raise in the middle of a fork."""
    script = (
        "import os, signal\n"
        "from roadmap.site import parallel\n"
        "def end(*_):\n"
        "    raise KeyboardInterrupt\n"
        "signal.signal(signal.SIGTERM, end)\n"
        "os.register_at_fork(after_in_child=lambda: os.kill(os.getpid(), signal.SIGTERM))\n"
        "parallel.processors = lambda: 2\n"
        "workers = parallel.Workers(None, 1)\n"
        "try:\n"
        "    parallel.result_of(workers.begin(print))\n"
        "except OSError:\n"
        "    print('ended')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("ended\n", "")


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
