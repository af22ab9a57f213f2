"""Ways to break the miniature site on purpose, and its files."""

import shutil
from collections.abc import Callable
from pathlib import Path

PLAN = "plan.yml"
LARA = "goal-areas/1-lara.yml"
BO = "goal-areas/2-bo.yml"
NAMND = "responses/provnamnden.yml"
BOLAG = "responses/provbolaget.yml"
PERSON = "responses/privatperson-1.yml"
SERIES = "series/E1.1.csv"

Edit = tuple[str, str, str]
Break = Callable[[Path], object]


def rename(old: str, new: str) -> Break:
    return lambda data: (data / old).rename(data / new)


def write(name: str, text: str) -> Break:
    """Write a file below `data/`."""

    def written(data: Path) -> None:
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_text(text, encoding="utf-8")

    return written


def look(line: str, picture: str = "") -> Break:
    """Give the site a look with one line in its settings, and perhaps `docs/bild.svg`."""

    def give(data: Path) -> None:
        with (data / "settings.yml").open("a", encoding="utf-8") as settings:
            settings.write(f"look:\n  {line}\n")
        if picture:
            (data.parent / "docs/bild.svg").write_text(picture, "utf-8")

    return give


def copy(old: str, new: str) -> Break:
    return lambda data: shutil.copy(data / old, data / new)


# The rule, what is broken, every message that follows.
Case = tuple[str, list[Edit | Break], list[str]]
