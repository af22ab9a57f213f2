"""The site of a project whose data has changed."""

from pathlib import Path

import pytest

from tests.projects import build
from tests.repositories import Repository
from tests.shared import Shared
from tests.views.changed import ADDRESS, saved


@pytest.fixture(scope="session")
def changed(shared: Shared) -> Path:
    """The site of the project of `saved`, at an address."""

    def make(folder: Path) -> None:
        build(saved(folder).folder, SITE_URL=ADDRESS)

    return shared.folder("changes", make) / "site"


@pytest.fixture(scope="session")
def versions(changed: Path) -> Repository:
    """That project; no test changes it."""
    return Repository(changed.parent)
