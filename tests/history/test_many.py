"""The real response, alone and among sixty: one word changes, and all of it is told."""

from pathlib import Path

import pytest

from bench.synthetic import write_project
from roadmap.project import current
from tests.history.repositories import Repository
from tests.html import parse, text_of
from tests.projects import ROOT, build, make_project

REAL = "enskede-arsta-vantor"
EDIT = ("går i linje med redan pågående", "går provvis i linje med redan pågående")


def shown(site: Path, page: str) -> str:
    return text_of(parse(site / page / "index.html"))


@pytest.mark.parametrize("bodies", [1, 60])
def test_a_word_that_changes_is_told_once_and_dates_its_own_text_only(
    tmp_path: Path, bodies: int
) -> None:
    folder = tmp_path / "project"
    if bodies == 1:
        make_project(folder)
    else:
        write_project(current(ROOT), bodies, folder)
    repository = Repository(folder)
    (folder / ".gitignore").write_text("/site*\n/.cache/\n__pycache__/\n", "utf-8")
    first = repository.commit()
    repository.hours += 31 * 24
    # In the comment on 1.1, and nowhere else.
    repository.change(f"data/responses/{REAL}.yml", *EDIT)
    second = repository.commit()
    site = build(folder)

    changes = shown(site, "andringar/2020-04")
    assert changes.count("Synpunkt på 1.1") == 1
    assert "provvis" in changes
    feeds = {path.parent.name: path.read_text("utf-8") for path in site.rglob("feed.xml")}
    told = {name for name, feed in feeds.items() if "provvis" in feed}
    assert told == {"andringar", "uppvaxt-och-utbildning", REAL}
    assert len(feeds) == 1 + 4 + bodies
    own, other = shown(site, f"remissvar/{REAL}"), shown(site, "strategier/2-1")
    assert f"Version 1 april 2020, {second[:12]}" in own
    assert f"Version 1 mars 2020, {first[:12]}" in other
    assert second[:12] not in other
