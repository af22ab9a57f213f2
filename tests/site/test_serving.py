"""Parts of serving that only a moment decides: a request between two builds, an unseen edit."""

import os
from pathlib import Path
from typing import Any

from roadmap.site.serving import Watch, answered_by_one_build, fingerprint
from tests.projects import MINI, make_project
from tests.waiting import until


def test_a_page_that_the_next_build_lacks_is_made_there_too() -> None:
    builds = [set[str](), set[str]()]
    present = builds[0]

    def serve(environ: dict[str, str], start_response: Any) -> list[bytes]:
        nonlocal present
        # The first request has been prepared for when another build takes over.
        present = builds[1]
        made = environ["PATH_INFO"] in present
        start_response("200 OK" if made else "404 Not Found", [])
        return [b"found" if made else b"lost"]

    answers: list[str] = []
    answer = answered_by_one_build(serve, lambda path: present.add(path), lambda: present)
    content = answer({"PATH_INFO": "/strategier/1-1/"}, lambda status, _: answers.append(status))
    assert (answers, list(content)) == (["200 OK"], [b"found"])


def test_an_edit_that_keeps_size_and_time_is_seen(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", MINI)
    path = project / "data" / "plan.yml"
    before, status = fingerprint(project), path.stat()
    path.write_bytes(path.read_bytes().replace(b"Prov", b"Krov", 1))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert path.stat().st_size == status.st_size
    assert fingerprint(project) != before


def test_a_folder_that_comes_back_is_seen_again(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", MINI)
    seen: list[object] = []
    watch = Watch(project)
    watch.building()
    watch.start(lambda: seen.append(fingerprint(project)))
    try:
        (project / "data").rename(project / "borta")
        until(lambda: len(seen) == 1)
        (project / "borta").rename(project / "data")
        until(lambda: len(seen) == 2)
        (project / "data/plan.yml").write_text("ny")
        until(lambda: len(seen) >= 3)
    finally:
        watch.end()
