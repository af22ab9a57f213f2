"""Data files with changed bytes: nothing but problems, at places that are there, and no loss."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.datafiles.mutated import data_files, fault, mutated, project_to_mutate
from tests.projects import MINI, OTHER

# Of each site: as many as once were tried.
_COUNT = 12_000


def tries(folder: Path) -> Iterator[tuple[str, str]]:
    """Change files again and again; yield the number of the change and what went wrong."""
    for source in (MINI, OTHER):
        project = project_to_mutate(folder / source.name, source)
        names = data_files(project)
        chance = Random(f"{source.name}, many")
        for number in range(_COUNT):
            name = chance.choice(names)
            raw = mutated((project / name).read_bytes(), chance)
            wrong = fault(project, name, raw)
            yield f"{source.name} {number} {name}", wrong and f"{wrong} {raw!r}"
