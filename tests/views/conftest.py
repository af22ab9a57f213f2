"""The site of a project whose data has changed."""

from pathlib import Path

import pytest

from tests.projects import build
from tests.repositories import Repository
from tests.views.changed import ADDRESS, saved


@pytest.fixture(scope="session")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """The project of `saved`; no test changes it."""
    return saved(tmp_path_factory.mktemp("changes") / "project")


@pytest.fixture(scope="session")
def changed(versions: Repository) -> Path:
    """Its site, at an address."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", ADDRESS)
        return build(versions.folder)
