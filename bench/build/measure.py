"""Measure a command and everything it starts: wall time, processor time and peak memory."""

import os
import resource
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_SAMPLE = 0.02  # seconds between looks at memory, and at a served page
_PATIENCE = 180.0
_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")
_ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
# Where Python may not write its compiled modules, it compiles ours each time, which nobody meets.
_ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)


@dataclass(frozen=True)
class Usage:
    """Seconds of wall and processor time, and bytes of memory at the highest; 0 is not known."""

    wall: float
    cpu: float
    memory: int = 0


class CommandError(Exception):
    """A measured command failed; says what it wrote last."""


def run(command: Sequence[str], folder: Path) -> Usage:
    """Run a command to its end. Raises CommandError where it does not succeed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    with (folder.parent / "output.txt").open("w+b") as output:
        process = subprocess.Popen(
            command, cwd=folder, env=_ENVIRONMENT, stdout=output, stderr=subprocess.STDOUT
        )
        memory = 0
        while process.poll() is None:
            memory = max(memory, _memory([*_tree(process.pid)]))
            time.sleep(_SAMPLE)
        wall = time.perf_counter() - start
        if process.returncode:
            output.seek(0)
            raise CommandError(output.read().decode(errors="replace")[-2000:])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Usage(wall, cpu, memory)


@contextmanager
def served(command: Sequence[str], folder: Path) -> Iterator[tuple[int, str]]:
    """Start a server at a free port; give its process id and address, and stop it at the end.

    `{port}` in the command is replaced by the port.
    """
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [part.replace("{port}", str(port)) for part in command],
        cwd=folder,
        env=_ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process.pid, f"http://127.0.0.1:{port}/"
    finally:
        for pid in reversed(list(_tree(process.pid))):
            os.kill(pid, 15)
        process.wait()


def until_seen(pid: int, address: str, words: str) -> Usage:
    """Wait until a page holds the words; return what that took of the server."""
    start, before = time.perf_counter(), _cpu(pid)
    while words not in _page(address):
        if time.perf_counter() - start > _PATIENCE:
            raise CommandError(f"{address} visar aldrig {words}.")
        time.sleep(_SAMPLE)
    return Usage(time.perf_counter() - start, _cpu(pid) - before)


def _page(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=_PATIENCE) as answer:
            text: str = answer.read().decode()
            return text
    except (OSError, urllib.error.URLError):
        return ""


def _tree(pid: int) -> Iterator[int]:
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    for child in children:
        yield from _tree(int(child))


def _memory(pids: Sequence[int]) -> int:
    """Return the bytes that processes have in memory; what they share counts once."""
    try:
        if len(pids) == 1:
            return int(Path(f"/proc/{pids[0]}/statm").read_text().split()[1]) * _PAGE
        # Each process's part of what is shared: slow to tell, so only where there is any.
        told = [Path(f"/proc/{pid}/smaps_rollup").read_text() for pid in pids]
        return 1024 * sum(int(text.partition("\nPss:")[2].split()[0]) for text in told)
    except (OSError, IndexError):
        return 0  # one has just ended


def _cpu(pid: int) -> float:
    """Return the seconds of processor time of a process tree, ended children included."""
    return sum(_own_cpu(one) for one in _tree(pid))


def _own_cpu(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:15])) / _TICKS
