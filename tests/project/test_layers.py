"""The rooms of the package are held to their floors: broken on purpose, the check fails."""

import shutil
import subprocess
import sys
from pathlib import Path

import grimp
import pytest

from tests.projects import ROOT

LINTER = Path(sys.executable).with_name("lint-imports")
UPWARDS = "A room imports only from the rooms below it BROKEN"
CIRCLE = "No modules of a room import each other in a circle BROKEN"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A folder with a copy of the package and its contracts."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "roadmap", tmp_path / "roadmap", ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def lint(folder: Path) -> tuple[int, str]:
    command = [str(LINTER), "--no-cache", "--no-logo"]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout


def add(folder: Path, module: str, code: str) -> None:
    with folder.joinpath(*module.split(".")).with_suffix(".py").open("a", encoding="utf-8") as file:
        file.write(code)


def test_the_package_keeps_to_its_contracts(copy: Path) -> None:
    status, told = lint(copy)
    assert status == 0, told
    assert "BROKEN" not in told


def test_an_import_of_a_higher_room_is_found_also_inside_a_function(copy: Path) -> None:
    code = "\n\ndef _up() -> None:\n    from roadmap.cli import main\n\n    main.main([])\n"
    add(copy, "roadmap.text.swedish", code)
    status, told = lint(copy)
    assert status == 1
    assert UPWARDS in told
    assert "roadmap.text.swedish" in told


def test_a_circle_within_a_room_is_found(copy: Path) -> None:
    lower, higher = neighbours("roadmap.presenters")
    add(copy, lower, f"\n\ndef _round() -> object:\n    import {higher}\n\n    return {higher}\n")
    status, told = lint(copy)
    assert status == 1
    assert CIRCLE in told
    assert UPWARDS not in told


def neighbours(room: str) -> tuple[str, str]:
    """Return two modules of a room, the second of which imports the first."""
    graph = grimp.build_graph("roadmap", cache_dir=None)
    return next(
        (lower, higher)
        for higher in sorted(graph.find_children(room))
        for lower in sorted(graph.find_modules_directly_imported_by(higher))
        if lower.startswith(f"{room}.")
    )
