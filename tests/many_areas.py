"""A plan of as many goal areas as one likes, made from the miniature."""

import shutil
from pathlib import Path

from tests.projects import MINI, change, make_project

_AREA = """id: {id}
title: Område nummer {number}
text_from: provnamnden
strategies:
  - id: {id}.1
    title: Första saken i område {number}
    text: |
      Kommunen ska göra den första saken.
  - id: {id}.2
    title: Andra saken i område {number}
    text: |
      Kommunen ska göra den andra saken.
"""
_ANSWERS = """comments:
  - strategies:
      - A.1
    text: |
      Bra.
unanswered: rest
"""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def make_areas(folder: Path, count: int) -> Path:
    """Make a project with areas A, B … of two strategies each, and one that somebody answers."""
    project = make_project(folder, MINI)
    areas, pages = project / "data/goal-areas", project / "docs/malomraden"
    for place in (areas, pages, project / "data/series"):
        shutil.rmtree(place)
        place.mkdir()
    for number, letter in enumerate(LETTERS[:count], start=1):
        text = _AREA.format(id=letter, number=number)
        (areas / f"{number}-omrade-{number}.yml").write_text(text, "utf-8")
        views = (
            f'{{{{ {view}("{letter}") }}}}' for view in ("area_band", "milestones", "strategies")
        )
        (pages / f"omrade-{number}.md").write_text("\n\n".join(views) + "\n", "utf-8")
    response = project / "data/responses/provnamnden.yml"
    whole = response.read_text("utf-8")
    before, _, _ = whole.partition("area_headings:")
    response.write_text(before + _ANSWERS, "utf-8")
    person = project / "data/responses/privatperson-1.yml"
    change(project, "data/responses/privatperson-1.yml", "- S1.1", "- A.1")
    kept, _, _ = person.read_text("utf-8").partition("unanswered:")
    person.write_text(f"{kept}unanswered: rest\n", "utf-8")
    return project
