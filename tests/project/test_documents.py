"""README and CONTRIBUTING stay true."""

import re
import shutil
import textwrap
from datetime import date
from pathlib import Path

import pytest
import yaml

from roadmap.cli.main import main
from roadmap.datafiles.checks import check
from roadmap.datafiles.reader import read
from roadmap.presenters.requests import requests
from tests.projects import MINI, REAL, ROOT, TODAY

README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
DEVELOPING = (ROOT / "DEVELOPING.md").read_text("utf-8")
SECURITY = (ROOT / "SECURITY.md").read_text("utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")
DOCUMENTS = README + CONTRIBUTING + DEVELOPING


def block_after(heading: str, text: str, language: str = "") -> str:
    found = re.search(rf"## {heading}\n.*?```{language}\n(.*?)```", text, re.DOTALL)
    assert found
    return found[1]


def test_the_make_targets_in_the_readme_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"(?:`|^)make ([a-z]+)", DOCUMENTS, re.MULTILINE)) <= targets


def test_pictures_and_links_in_the_documents_lead_somewhere() -> None:
    product = (ROOT / "FOR-KOMMUNER.md").read_text("utf-8")
    for text in (README, product, CONTRIBUTING, ARCHITECTURE, DEVELOPING, SECURITY, CHANGELOG):
        headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
        anchors = {heading.casefold().replace(" ", "-") for heading in headings}
        prose = re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)
        for target in re.findall(r"\]\(([^)]+)\)", prose):
            if target.startswith("#"):
                assert target[1:] in anchors, target
            elif "://" not in target:
                assert (ROOT / target.partition("#")[0]).is_file(), target


def test_every_picture_is_shown_and_made_by_the_script() -> None:
    shown = set(re.findall(r"\(pictures/([a-z-]+)\.png\)", DOCUMENTS))
    assert shown == {path.stem for path in (ROOT / "pictures").iterdir()}
    script = (ROOT / "tools/pictures.py").read_text("utf-8")
    assert [name for name in shown if f'"{name}' not in script] == []


def test_the_commands_in_the_documents_exist(capsys: pytest.CaptureFixture[str]) -> None:
    for verb in set(re.findall(r"python -m roadmap ([a-z]+)", DOCUMENTS)):
        with pytest.raises(SystemExit) as ended:
            main([verb, "--help"])
        assert ended.value.code == 0, verb
    capsys.readouterr()


def test_the_example_response_in_contributing_is_sound(tmp_path: Path) -> None:
    shutil.copytree(MINI, tmp_path / "mini")
    example = block_after("Lägga till ett remissvar", CONTRIBUTING, "yaml")
    example = example.replace("name: Provnämnden", "name: Exempelnämnden")
    example = example.replace("facknamnd", "namnd")
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


def test_the_example_security_contact_in_contributing_is_sound(tmp_path: Path) -> None:
    shutil.copytree(MINI, tmp_path / "mini")
    example = block_after("Ta emot rapporter om säkerhetsbrister", CONTRIBUTING, "yaml")
    with (tmp_path / "mini/data/settings.yml").open("a", encoding="utf-8") as settings:
        settings.write(example)
    assert [str(problem) for problem in check(read(tmp_path / "mini"), TODAY)] == []


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


def test_the_places_in_the_architecture_exist() -> None:
    """Every file and folder that it names is there, in the repository or in the package.

    What editors add and take away in data/ and docs/ isn't asked for.
    """
    places = set(re.findall(r"`([\w.]+(?:/[\w.]+)*/?)`", ARCHITECTURE))
    named = {place for place in places if "/" in place or place.endswith((".py", ".yml", ".toml"))}
    assert len(named) > 20
    for place in named:
        if place.startswith(("data/", "docs/")):
            continue
        assert (ROOT / place).exists() or (ROOT / "roadmap" / place).exists(), place


def test_every_room_is_in_the_architecture() -> None:
    rooms = {path.parent.name for path in (ROOT / "roadmap").glob("*/__init__.py")}
    table = ARCHITECTURE.split("| room |")[1].split("\n\n")[0]
    assert rooms <= set(re.findall(r"^\| `(\w+)/`", table, re.MULTILINE))
    assert len(rooms) <= 12


def test_kinds_in_the_example_are_the_real_ones() -> None:
    example = yaml.safe_load(block_after("Lägga till ett remissvar", CONTRIBUTING, "yaml"))
    plan = yaml.safe_load((REAL / "data/plan.yml").read_text("utf-8"))
    assert example["kind"] in {kind["id"] for kind in plan["body_kinds"]}
