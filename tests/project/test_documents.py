"""README and CONTRIBUTING stay true."""

import re
import shutil
import subprocess
import textwrap
from datetime import date
from pathlib import Path

import pytest
import yaml

from roadmap.cli.main import main
from roadmap.datafiles.checks import check
from roadmap.datafiles.reader import read
from roadmap.presenters.requests import requests
from tests.projects import MINI, REAL, ROOT

README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def tracked(folder: str = ".") -> list[Path]:
    """Return the files that git tracks in a folder, relative to it."""
    command = ["git", "ls-files"]
    listed = subprocess.run(command, cwd=ROOT / folder, capture_output=True, text=True, check=True)
    return [Path(name) for name in listed.stdout.splitlines()]


def block_after(heading: str, text: str, language: str = "") -> str:
    found = re.search(rf"## {heading}\n.*?```{language}\n(.*?)```", text, re.DOTALL)
    assert found
    return found[1]


def test_the_tree_in_the_readme_is_the_tree() -> None:
    told: set[str] = set()
    folder = ""
    for line in block_after("The tree", README).splitlines():
        name = line.split()[0]
        folder = folder if line.startswith(" ") else name
        path = folder + name if line.startswith(" ") else name
        told.add(path.strip("/"))
        assert (ROOT / path).exists(), path
    top = {path.parts[0] for path in tracked()}
    assert {name for name in top if not name.startswith((".", "LICENSE"))} <= told


def test_the_make_targets_in_the_readme_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"(?:`|^)make ([a-z]+)", README + CONTRIBUTING, re.MULTILINE)) <= targets
    assert (
        set(re.findall(r"`([a-z]+)`", README.split("`make` alone lists")[1].split("\n")[0]))
        <= targets
    )


def test_pictures_and_links_in_the_documents_lead_somewhere() -> None:
    for text in (README, CONTRIBUTING):
        headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
        anchors = {heading.casefold().replace(" ", "-") for heading in headings}
        for target in re.findall(r"\]\(([^)]+)\)", text):
            if target.startswith("#"):
                assert target[1:] in anchors, target
            elif "://" not in target:
                assert (ROOT / target).is_file(), target


def test_every_picture_is_shown_and_made_by_the_script() -> None:
    shown = set(re.findall(r"\(pictures/([a-z-]+)\.png\)", README + CONTRIBUTING))
    assert shown == {path.stem for path in (ROOT / "pictures").iterdir()}
    script = (ROOT / "tools/pictures.py").read_text("utf-8")
    assert [name for name in shown if f'"{name}' not in script] == []


def test_the_commands_in_the_documents_exist(capsys: pytest.CaptureFixture[str]) -> None:
    for verb in set(re.findall(r"python -m roadmap ([a-z]+)", README + CONTRIBUTING)):
        with pytest.raises(SystemExit) as ended:
            main([verb, "--help"])
        assert ended.value.code == 0, verb
    capsys.readouterr()


def test_the_example_response_in_contributing_is_sound(tmp_path: Path) -> None:
    shutil.copytree(MINI, tmp_path / "mini")
    example = block_after("Lägga till ett remissvar", CONTRIBUTING, "yaml")
    example = example.replace("name: Provnämnden", "name: Exempelnämnden")
    example = example.replace("facknamnd", "namnd") + "  - S1.3\n  - S2.1\n"
    (tmp_path / "mini/data/responses/exempel.yml").write_text(example, encoding="utf-8")
    problems = check(read(tmp_path / "mini"), date(2020, 6, 1))
    assert [str(problem) for problem in problems] == []


def test_the_example_outcome_in_contributing_is_sound(tmp_path: Path) -> None:
    shutil.copytree(MINI, tmp_path / "mini")
    response = tmp_path / "mini/data/responses/provnamnden.yml"
    text = response.read_text("utf-8")
    asked = (
        "      asks:\n        - kind: clarification\n          quote: saknar siffror om elever\n"
    )
    assert asked in text
    example = block_after("Skriva in vad som hände", CONTRIBUTING, "yaml")
    response.write_text(text.replace(asked, textwrap.indent(example, "      ")), "utf-8")
    found = read(tmp_path / "mini")
    assert [str(problem) for problem in check(found, date(2020, 6, 1))] == []
    assert found.dataset
    asks = [request.ask.outcome_value for request in requests(found.dataset)]
    assert asks == ["partly", "rejected"]


def test_the_example_figures_in_contributing_are_sound(tmp_path: Path) -> None:
    shutil.copytree(MINI, tmp_path / "mini")
    section = "Lägga till siffror till ett etappmål"
    figures = block_after(section, CONTRIBUTING, "csv")
    (tmp_path / "mini/data/series/E1.1.csv").write_text(figures, "utf-8")
    area = tmp_path / "mini/data/goal-areas/1-lara.yml"
    text = area.read_text("utf-8")
    start, end = text.index("    judgement:"), text.index("\nstrategies:") + 1
    example = textwrap.indent(block_after(section, CONTRIBUTING, "yaml"), "    ")
    area.write_text(text[:start] + example + text[end:], "utf-8")
    assert [str(problem) for problem in check(read(tmp_path / "mini"), date(2020, 6, 1))] == []


def test_kinds_in_the_example_are_the_real_ones() -> None:
    example = yaml.safe_load(block_after("Lägga till ett remissvar", CONTRIBUTING, "yaml"))
    plan = yaml.safe_load((REAL / "data/plan.yml").read_text("utf-8"))
    assert example["kind"] in {kind["id"] for kind in plan["body_kinds"]}
