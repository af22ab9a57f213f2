"""What lies in docs/ takes no place on the site from anything else, and loses none in silence."""

from pathlib import Path

import pytest

from roadmap.cli.main import main
from roadmap.datafiles.load import redirects
from roadmap.site.assets import assets
from roadmap.site.outputs import OUTPUTS, Content, collisions, left_out
from roadmap.site.structured_data import ROBOTS
from tests.projects import MINI, build, dataset_of, make_project

TAKEN = "är upptagen: där lägger programmet något annat. Byt namn på filen eller mappen."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = make_project(tmp_path / "project", MINI)
    (project / "data" / "redirects.yml").write_text("gammal/: om/\n", "utf-8")
    return project


def put(project: Path, name: str) -> None:
    path = project / "docs" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("Påhittat\n", "utf-8")


def told(project: Path) -> list[str]:
    dataset = dataset_of(project)
    problems = (*left_out(project), *collisions(dataset, redirects(dataset)))
    return [str(problem) for problem in problems]


def test_the_place_of_every_output_is_taken(project: Path) -> None:
    dataset = dataset_of(project)
    content = Content(dataset, redirects(dataset), assets())
    made = {url for output in OUTPUTS for url, _ in output.files(content)}
    names = made - {*content.assets.files, ROBOTS}
    assert {"kallor/provnamnden/svar.txt", "gammal/index.html", "oppna-data/dcat.rdf"} <= names
    for name in names:
        put(project, name)
    dataset = dataset_of(project)
    found = {problem.file for problem in collisions(dataset, redirects(dataset))}
    assert found == {f"docs/{name}" for name in names}


@pytest.mark.parametrize(
    "name",
    [
        "kallor/ny.pdf",
        "Kallor/ny.pdf",
        "search/ny.txt",
        "sitemap.xml",
        "404.html",
        "strategier",
        "strategier/1-1/index.html",
        "om/index.html",
        "oversikt/svar.json/ny.txt",
    ],
)
def test_a_file_in_a_place_that_is_taken_is_told(project: Path, name: str) -> None:
    put(project, name)
    assert told(project) == [f'docs/{name}:1:1: Adressen "{name}" {TAKEN}']


def test_folders_that_are_left_out_are_told(project: Path) -> None:
    put(project, "templates/sida.md")
    put(project, ".well-known/security.txt")
    assert told(project) == [
        "docs/templates:1:1: Det som ligger här publiceras inte. Byt namn på mappen.",
        "docs/.well-known:1:1: Det som ligger här publiceras inte. "
        "Skriv security i data/settings.yml, så görs security.txt av det.",
    ]


def test_faults_of_places_are_told_by_the_verbs(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(project, "kallor/ny.pdf")
    for verb in (["validate"], ["stage", str(project.parent / "ny")]):
        assert main([*verb, "--root", str(project)]) == 1
        assert (
            f'docs/kallor/ny.pdf:1:1: Adressen "kallor/ny.pdf" {TAKEN}' in capsys.readouterr().err
        )


def test_what_is_to_stand_instead_of_ours_does(project: Path) -> None:
    names = ("robots.txt", "assets/img/favicon.svg", "om/bild.txt", "google1.html")
    for name in names:
        put(project, name)
    assert told(project) == []
    site = build(project)
    for name in names:
        published = next(site.glob(f"{Path(name).with_suffix('')}*{Path(name).suffix}"))
        assert published.read_text("utf-8") == "Påhittat\n", name
