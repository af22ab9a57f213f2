"""`new site`: a whole project for another town, with nothing in it of the town it came from."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from roadmap.cli.main import main
from tests.html import shown
from tests.projects import ROOT, build, change, fill_in, run, snapshot
from tests.shared import Shared

NAME = 'Plan: "Å" för #Öby & {{ C:o }}'
TOWN = "Öby: 'kommun'"
AREAS = ('Skola: "allt" - 1', "å", "å", "日本", "index", "con", "sammanstallning", "2")
ELSEWHERE = re.compile("stockholm|färdplan|enskede", re.IGNORECASE)
WARNING = ": varning: "


def make(folder: Path) -> None:
    areas = [word for area in AREAS for word in ("--area", area)]
    done = run(
        folder.parent, "roadmap", "new", "site", folder.name,
        "--name", NAME, "--municipality", TOWN, *areas,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    first, *next_steps = done.stdout.splitlines()
    assert first == f"Skapade {len(snapshot(folder))} filer i {folder.name}. Gör så här:"
    assert [line[:3] for line in next_steps] == ["1. ", "2. ", "3. "]


@pytest.fixture(scope="module")
def made(shared: Shared) -> Path:
    def make_and_build(folder: Path) -> None:
        make(folder)
        build(folder)

    return shared.folder("new-site", make_and_build)


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made, tmp_path / "project", ignore=shutil.ignore_patterns("site"))


def write_in_all_places(project: Path) -> None:
    for path in (project / "data").rglob("*.yml"):
        path.write_text(path.read_text("utf-8").replace("FYLL I", "Här står"), "utf-8")


def test_a_new_site_has_no_faults_and_tells_what_is_left(project: Path) -> None:
    done = run(project, "roadmap", "validate")
    assert done.returncode == 0, done.stderr
    assert done.stdout == "Inga fel i data: nio strategier och noll remissvar.\n"
    told = done.stderr.splitlines()
    assert all(WARNING in line for line in told)
    # Two of every strategy, two titles of areas, two of the plan, and what the settings lack.
    assert len(told) == 9 * 2 + 2 + 2 + 1
    assert told[0] == (
        'data/goal-areas/1-skola-allt-1.yml:6:12: varning: Det här är kvar att skriva: "FYLL I '
        'titeln". Innan dess kan webbplatsen byggas, men inte publiceras.'
    )


def test_its_data_has_the_names_and_the_standard_form(project: Path) -> None:
    done = run(project, "roadmap", "format", "--check")
    assert done.returncode == 0, done.stdout
    (line,) = (project / "README.md").read_text("utf-8").splitlines()[:1]
    assert line.replace("\\", "") == f"# {NAME}"
    names = {path.name for path in (project / "docs/malomraden").iterdir()}
    assert {"skola-allt-1.md", "a.md", "a-3.md", "del-4.md", "del-9.md"} <= names


def test_it_names_what_it_is_built_with_and_nothing_of_the_developers(project: Path) -> None:
    lines = (project / "requirements.txt").read_text("utf-8").splitlines()
    (wheel,) = (project / "program").glob("*.whl")
    assert lines[-2:] == ["-c program/versions.txt", f"./program/{wheel.name}"]
    versions = (project / "program/versions.txt").read_text("utf-8").splitlines()
    names = {line.partition("==")[0] for line in versions}
    assert {"mkdocs", "pyyaml", "pydantic-core", "mkdocs-material"} <= names
    assert names.isdisjoint({"pytest", "ruff", "setuptools", "fardplanen"})


def test_a_built_new_site_says_nothing_of_another_town(made: Path) -> None:
    texts = {
        name: content.decode()
        for name, content in snapshot(made).items()
        if name.startswith(("data/", "docs/", "site/")) and not name.startswith("site/assets/")
        if name.endswith((".md", ".yml", ".html", ".json", ".csv", ".xml", ".txt", ".ttl"))
    }
    assert "site/malomraden/skola-allt-1/index.html" in texts
    assert [name for name, text in texts.items() if ELSEWHERE.search(text)] == []


@pytest.mark.parametrize("folder", [ROOT, None], ids=["engine", "site"])
def test_what_prepares_a_change_tells_each_warning_once(made: Path, folder: Path | None) -> None:
    makefile = ((folder or made) / "Makefile").read_text("utf-8")
    _, content = re.split(r"^content:.*\n", makefile, maxsplit=1, flags=re.MULTILINE)
    verbs = re.findall(r"-m roadmap (\w+)(.*)", content.split("\n\n")[0])
    assert [verb for verb, options in verbs if "--quiet" not in options] == ["validate", "diff"]


def test_a_quiet_build_tells_errors_alone(project: Path) -> None:
    assert WARNING in run(project, "roadmap", "build").stderr
    assert WARNING not in run(project, "roadmap", "build", "--quiet").stderr
    done = run(project, "roadmap", "publish", "--quiet")
    assert done.returncode == 1
    *left, _ = done.stderr.splitlines()
    assert left
    assert all("FYLL I" in line for line in left)
    change(project, "data/plan.yml", "title:", "titel:")
    assert 'Menade du "title"?' in run(project, "roadmap", "build", "--quiet").stderr


def test_what_is_left_to_fill_in_is_not_published(project: Path) -> None:
    done = run(project, "roadmap", "publish")
    assert done.returncode == 1
    assert "Skriv först det som ska stå där det står FYLL I" in done.stderr
    assert not (project / "site").exists()
    write_in_all_places(project)
    done = run(project, "roadmap", "publish")
    assert done.returncode == 0, done.stderr
    assert (project / "site/sammanstallning/index.html").is_file()


def test_an_ordinary_edit_and_a_response_stay_green(project: Path) -> None:
    done = run(project, "roadmap", "new", "response", "obynamnden")
    assert done.returncode == 0
    name = "data/responses/obynamnden.yml"
    fill_in(project, name, "Öbynämnden")
    change(project, "data/goal-areas/2-a.yml", "FYLL I titeln", "Fler ängar")
    site = build(project)
    assert "Nämnden svarar." in (site / "remissvar/obynamnden/index.html").read_text("utf-8")
    # That nobody has interpreted it is said once, in one word.
    for page in ("strategier/1-1", "remissvar/obynamnden"):
        said = re.findall("inte [^.]{0,9}(?:tolkat|klassificerat)[^.]*", shown(site, page), re.I)
        assert [words[:14] for words in said] == ["Inte tolkat än"], page


@pytest.mark.parametrize("name", ["min.txt", ".gitignore"])
def test_a_folder_with_something_in_it_is_left_as_it_is(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Mitt.\n", "utf-8")
    done = run(tmp_path, "roadmap", "new", "site", ".", "--name", "Plan")
    assert done.returncode == 1
    assert done.stderr == (
        "roadmap: mappen . är inte tom. Inget har skrivits. Ange en ny eller tom mapp.\n"
    )
    assert snapshot(tmp_path) == {name: b"Mitt.\n"}


def test_a_repository_without_files_is_an_empty_folder(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    done = run(tmp_path, "roadmap", "new", "site", ".", "--name", "Plan")
    assert done.returncode == 0, done.stderr
    assert "FYLL I kommunens namn" in (tmp_path / "data/plan.yml").read_text("utf-8")
    assert "publisher:" not in (tmp_path / "data/settings.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ([], "Det här saknas: --name."),
        (["--name", " "], "--name: Namnet är tomt."),
        (["--name", "Plan\x07"], "--name: "),
        (["--name", "Plan", "--area", "0"], "--area: Skriv ett målområdes namn"),
        (["--name", "Plan", "--area", "9999999999"], "--area: Skriv ett målområdes namn"),
    ],
)
def test_what_cannot_be_a_name_is_wrong_usage(
    tmp_path: Path, options: list[str], told: str
) -> None:
    done = run(tmp_path, "roadmap", "new", "site", "plan", *options)
    assert done.returncode == 2
    assert done.stderr.startswith(f"roadmap: {told}")
    assert snapshot(tmp_path) == {}


def test_at_a_terminal_it_asks_for_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter(["Plan för Öby", "", "0", "Skola", "2", "", "kanske", "ja"])
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return next(answers)

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", answer)
    assert main(["new", "site", str(tmp_path / "plan")]) == 0
    assert [question[:10] for question in asked] == [
        "Planens na", "Kommunen, ", *["Ett målomr"] * 4, *["Också på e"] * 2,
    ]  # fmt: skip
    said = capsys.readouterr().out
    assert "Skriv ett målområdes namn" in said
    assert "Svara ja eller nej." in said
    assert "Så översätter du orden till engelska" in said
    assert (tmp_path / "plan/docs/en/index.md").is_file()
    areas = (tmp_path / "plan/data/goal-areas").iterdir()
    assert sorted(path.name for path in areas) == [
        "1-skola.yml",
        "2-del-2.yml",
        "3-del-3.yml",
    ]


def test_the_make_targets_in_its_documents_exist(project: Path) -> None:
    makefile = (project / "Makefile").read_text("utf-8")
    for name in ("README.md", "CONTRIBUTING.md", ".github/workflows/site.yml"):
        for target in re.findall(
            r"(?:`|^|run: )make (\S+?)[`\s]", (project / name).read_text("utf-8")
        ):
            assert re.search(rf"^{re.escape(target)}:", makefile, re.MULTILINE), (name, target)


def test_its_steps_save_in_git_before_what_compares_with_the_saved_version(project: Path) -> None:
    _, steps = (project / "README.md").read_text("utf-8").split("## Kom i gång")
    assert 0 < steps.index("git init") < steps.index("make content")


@pytest.mark.parametrize("folder", [ROOT, None], ids=["engine", "site"])
def test_a_container_to_work_in_begins_with_what_there_is(made: Path, folder: Path | None) -> None:
    path = (folder or made) / ".devcontainer/devcontainer.json"
    told = json.loads(path.read_text("utf-8"))
    assert told["image"].startswith("python:3.")
    assert told["postCreateCommand"] == "make check"


def test_a_language_that_is_added_later_has_the_same_words(tmp_path: Path) -> None:
    files: list[dict[str, bytes]] = []
    for languages in (["--language", "en"], []):
        project = tmp_path / f"ny-{len(files)}"
        options = ["--name", "Plan", "--area", "Skola", *languages]
        assert main(["new", "site", str(project), *options]) == 0
        if not languages:
            with (project / "data/settings.yml").open("a", encoding="utf-8") as settings:
                settings.write("languages:\n  - sv\n  - en\n")
        assert run(project, "roadmap", "translate", "en").returncode == 0
        files.append(snapshot(project / "data/translations"))
    assert files[0] == files[1]


def test_a_new_site_in_another_language_has_its_pages(tmp_path: Path) -> None:
    project = tmp_path / "ny"
    options = ["--name", "Plan", "--area", "Skola", *["--language", "en"] * 2]
    assert main(["new", "site", str(project), *options]) == 0
    assert "languages:\n  - sv\n  - en\n" in (project / "data/settings.yml").read_text("utf-8")
    done = run(project, "roadmap", "build")
    assert done.returncode == 0, done.stderr
    assert "har ändrats" not in done.stderr
    # The words that the program has put there it has in the other language too.
    file = project / "data/translations/en/plan.yml"
    assert file.read_text("utf-8").startswith(
        "by: Maskinöversättning\nmachine: true\nreviewed: false"
    )
    assert run(project, "roadmap", "translate", "en").returncode == 0
    left = yaml.safe_load((project / "data/translations/en/att-oversatta.yml").read_text("utf-8"))
    of_plan = {one["of"] for one in left["texts"] if one["of"].startswith("plan/")}
    assert of_plan == {"plan/title", "plan/summary", "plan/municipality", "plan/issuer"}
    assert "Public authority" in file.read_text("utf-8")
    assert "What we do not know" in (project / "site/en/index.html").read_text("utf-8")
    assert (project / "site/en/malomraden/skola/index.html").is_file()
