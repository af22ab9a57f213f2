"""Whatever bytes the files of a plan have, there are only problems, at places that are there.

`python -m bench.held files` tries many thousands; the same ones every time, as here.
"""

from pathlib import Path
from random import Random

import pytest

from tests.datafiles.mutated import data_files, fault, mutated, project_to_mutate
from tests.projects import MINI, OTHER


@pytest.mark.parametrize("source", [MINI, OTHER], ids=["mini", "other"])
def test_changed_bytes_give_only_problems_at_places_that_are_there(
    tmp_path: Path, source: Path
) -> None:
    project = project_to_mutate(tmp_path / "project", source)
    chance = Random(source.name)
    names = data_files(project)
    for _ in range(80):
        name = chance.choice(names)
        raw = mutated((project / name).read_bytes(), chance)
        assert not fault(project, name, raw), (name, raw)
