"""A project whose data has changed: three versions, a month apart."""

from pathlib import Path

from tests.projects import MINI, make_project
from tests.repositories import Repository

RESPONSE = "data/responses/provnamnden.yml"
AREA = "data/goal-areas/1-lara.yml"
ADDRESS = "https://plan.example/prov/"


def saved(folder: Path) -> Repository:
    """Return a project of the miniature site with three commits, a month apart."""
    make_project(folder, MINI)
    repository = Repository(folder)
    (folder / ".gitignore").write_text("/site*\n/.cache/\n__pycache__/\n", "utf-8")
    repository.commit()
    repository.hours += 31 * 24
    repository.change(RESPONSE, "varken ja", "både ja")
    repository.commit()
    repository.hours += 31 * 24
    repository.change(AREA, "fler böcker", "många böcker")
    repository.change(RESPONSE, "Provnämnden saknar siffror", "Nämnden saknar siffror")
    repository.commit()
    return repository


def commits(repository: Repository) -> list[str]:
    return repository.git("log", "--format=%H").split()
