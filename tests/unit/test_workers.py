"""Work that is shared between the processors."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from roadmap.datafiles.problems import obstacle
from roadmap.site import workers


def numbered(count: int) -> list[Callable[[list[int]], None]]:
    """Return tasks that each gather a number."""
    return [partial(lambda number, found: found.append(number), number) for number in range(count)]


@pytest.mark.parametrize("alone", [True, False])
def test_every_task_is_done_once_whoever_does_it(alone: bool) -> None:
    gathered = workers.run(numbered(50), list, alone)
    assert sorted(number for found in gathered for number in found) == [*range(50)]
    assert len(gathered) == 1 if alone else len(gathered) <= workers.processors()


def test_nothing_to_do_is_done() -> None:
    assert workers.run([], list) == [[]]


@pytest.mark.parametrize("alone", [True, False])
def test_what_a_task_raises_is_raised(alone: bool, tmp_path: Path) -> None:
    missing = tmp_path / "saknas"

    def fail(_: object) -> None:
        missing.read_text("utf-8")

    with pytest.raises(FileNotFoundError) as caught:
        workers.run([fail, fail], list, alone)
    assert caught.value.filename == str(missing)


@pytest.mark.parametrize("processors", [1, 2])
def test_a_task_that_is_begun_is_done_meanwhile_or_when_it_is_waited_for(
    processors: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "processors", lambda: processors)

    def fail() -> None:
        (tmp_path / "saknas").read_text("utf-8")

    begun, failed = workers.Begun(partial(pow, 3, 2)), workers.Begun(fail)
    assert begun.result() == 9
    with pytest.raises(FileNotFoundError):
        failed.result()
    begun.stop()
    failed.stop()


def test_what_is_begun_has_a_processor_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "processors", lambda: 2)
    begun = workers.Begun(partial(time.sleep, 60))
    try:
        assert workers.run(numbered(50), list) == [[*range(50)]]
    finally:
        begun.stop()
    assert not multiprocessing.active_children()


@pytest.mark.skipif(sys.platform != "linux", reason="copies of the process are made on Linux")
def test_a_process_that_the_system_ends_is_told_of_as_want_of_memory(tmp_path: Path) -> None:
    if len(os.sched_getaffinity(0)) < 2:
        pytest.skip("with one processor there are no other processes")

    first, begun = os.getpid(), tmp_path / "begun"

    def end(_: object) -> None:
        if os.getpid() != first:
            begun.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        while not begun.exists():  # leave a task to the other process
            time.sleep(0.01)

    with pytest.raises(OSError, match="memory") as caught:
        workers.run([end, end], list)
    assert obstacle(caught.value) == "Minnet räcker inte."


def test_nobody_is_left_at_work_when_a_task_fails_in_the_first_process(tmp_path: Path) -> None:
    first = os.getpid()

    def work(_: object) -> None:
        if os.getpid() == first:
            raise ValueError("fel")
        time.sleep(60)

    start = time.monotonic()
    with pytest.raises(ValueError, match="fel"):
        workers.run([work, work], list)
    assert time.monotonic() - start < 30
    assert not multiprocessing.active_children()


def test_the_others_end_when_the_first_process_is_killed(tmp_path: Path) -> None:
    """A build that was killed must not go on writing into the next one's folder."""
    script = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from roadmap import workers\n"
        "def work(_):\n"
        "    for _ in range(600):\n"
        "        Path(sys.argv[1]).write_text(str(time.monotonic_ns()))\n"
        "        time.sleep(0.05)\n"
        "workers.run([work, work, work], list)\n"
    )
    file = tmp_path / "written"
    process = subprocess.Popen([sys.executable, "-c", script, str(file)])
    while not file.exists():
        assert process.poll() is None
        time.sleep(0.05)
    process.kill()
    process.wait()
    time.sleep(0.5)
    before = file.read_text()
    time.sleep(0.5)
    assert file.read_text() == before
