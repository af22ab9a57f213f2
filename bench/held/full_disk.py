"""Verbs on a disk with room for no file beyond a size: files are as before or as they should be."""

import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from tests.datafiles.full_disk import VERBS, full_project, run_with_room
from tests.projects import snapshot

_SIZES = (0, 600, 2_000, 6_000)
_ROOM = 10**9


def tries(folder: Path) -> Iterator[tuple[str, str]]:
    """Run each verb on disks of several sizes; yield both and what went wrong."""
    full = full_project(folder / "full")
    before = _visible(full)
    for verb, size in product(VERBS, _SIZES):
        done_project, project = (folder / name for name in ("done", "project"))
        for made in (done_project, project):
            shutil.rmtree(made, ignore_errors=True)
            shutil.copytree(full, made)
        run_with_room(done_project, verb, _ROOM)
        should_be = _visible(done_project)
        done = run_with_room(project, verb, size)
        after = _visible(project)
        cut = [
            name
            for name in before.keys() | after.keys()
            if after.get(name) not in (before.get(name), should_be.get(name))
        ]
        complete = after == should_be
        sound = not cut and "Traceback" not in done.stderr and complete == (not done.returncode)
        told = done.stderr.splitlines()[-2:]
        yield f"{verb}, {size} bytes", "" if sound else f"{done.returncode} {cut} {told}"


def _visible(project: Path) -> dict[str, bytes]:
    """Return the files of a project but those that git and the history keep for themselves."""
    kept = (".git/", ".cache/")
    return {name: raw for name, raw in snapshot(project).items() if not name.startswith(kept)}
