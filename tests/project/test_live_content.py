"""The guard that keeps the engine's tests from this repository's own content."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import live_content
from tests.projects import MINI, ROOT

Look = Callable[[Path], object]


@pytest.mark.parametrize(
    "look",
    [
        lambda root: (root / "data" / "plan.yml").read_bytes(),
        lambda root: next(iter((root / "docs").rglob("*.md"))).read_text("utf-8"),
        lambda root: sorted((root / "data").iterdir()),
        lambda root: (root / "mkdocs.yml").open().close(),
    ],
    ids=["a file", "a folder and what is in it", "a list", "the configuration"],
)
def test_a_test_that_reads_the_content_is_told_of(look: Look) -> None:
    look(MINI)
    assert live_content.told() is None
    look(ROOT)
    assert live_content.told()
    assert live_content.told() is None


def test_also_from_where_one_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    Path("data/plan.yml").read_bytes()
    told = live_content.told()
    assert told
    assert told.endswith(f": {ROOT / 'data/plan.yml'}")
