"""A repository with a history of its own for each test."""

from pathlib import Path

import pytest

from tests.repositories import Repository, miniature


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """The miniature site's data in one commit."""
    return miniature(tmp_path / "project")
