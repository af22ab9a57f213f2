"""The data that the exports are tried on: the real, sixty bodies, and every state."""

import pytest

from bench.synthetic import with_bodies
from roadmap.model.dataset import Dataset
from tests.projects import SITES, dataset_of


@pytest.fixture(scope="session")
def sixty(real: Dataset) -> Dataset:
    """The real response and fifty-nine fictional ones."""
    return with_bodies(real, 60)


@pytest.fixture(params=["real", "sixty", "mini", "other"])
def dataset(request: pytest.FixtureRequest) -> Dataset:
    if request.param in ("mini", "other"):
        return dataset_of(SITES / request.param)
    found: Dataset = request.getfixturevalue(request.param)
    return found
