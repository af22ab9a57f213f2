"""Builds that are ended at some page, and builds of one site at once: it is always a whole one."""

import signal
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from tests.projects import MINI, build, change, make_project, run
from tests.site.faulty import fingerprint
from tests.site.test_interrupted import faulty
from tests.site.test_one_at_a_time import die, go_on, resting, started, waits

_SIGNALS = ("SIGTERM", "SIGINT", "SIGHUP", "SIGKILL")
_PAGES = (1, 4, 8, 12, 16, 20)
_OLD, _NEW = "title: Påhittad sida", "title: En annan sida"


def _changed(folder: Path) -> tuple[Path, str]:
    """Return a project that has been changed since it was built, and the print of its site."""
    project = make_project(folder / "project", MINI)
    site = build(project)
    old = fingerprint(site)
    change(project, "docs/om/index.md", _OLD, _NEW)
    return project, old


def signals(folder: Path) -> Iterator[tuple[str, str]]:
    """End a build at a page by a signal; yield both and what went wrong."""
    # In the background of a shell, or under nohup, builds would be told to take no notice.
    for ignored in (signal.SIGINT, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_DFL)
    project, old = _changed(folder)
    for name, page in product(_SIGNALS, _PAGES):
        done = faulty(project, name, str(page), command=("roadmap", "build"))
        yield f"{name} at page {page}", _fault_of_end(project, old, done.returncode, done.stderr)
    build(project)
    left = sorted(path.name for path in project.glob("site*"))
    yield (
        "the next build",
        "" if left == ["site"] and fingerprint(project / "site") != old else f"{left}",
    )


def _fault_of_end(project: Path, old: str, status: int, told: str) -> str:
    if fingerprint(project / "site") != old:
        return "the site is another"
    if status == -signal.SIGKILL:
        return ""
    if not status or "Traceback" in told:
        return f"status {status}: {told[-500:]}"
    left = [path.name for path in project.glob("site?*")]
    return f"left: {left}" if left else ""


def pairs(folder: Path) -> Iterator[tuple[str, str]]:
    """Begin a build while another is at a page, and let that one end or die."""
    project, _ = _changed(folder)
    expected = {verb: _site(project, verb) for verb in ("build", "publish")}
    for page, verb, end in product(_PAGES, expected, (go_on, die)):
        with (
            resting(project, page) as first,
            started(project, "-m", "roadmap", verb) as second,
        ):
            waited = waits(second)
            end(first)
            second.wait()
        whole = fingerprint(project / "site") == expected[verb]
        left = [path.name for path in project.glob("site?*")]
        sound = waited and not second.returncode and whole and not left
        fault = "" if sound else f"waited {waited}, {second.returncode=}, whole {whole}, {left}"
        yield f"{verb} while another is at page {page}, which then is to {end.__name__}", fault


def _site(project: Path, verb: str) -> str:
    done = run(project, "roadmap", verb)
    assert done.returncode == 0, done.stderr
    return fingerprint(project / "site")
