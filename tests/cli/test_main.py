"""The command line: exit statuses, and all problems at once."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from roadmap.cli.main import main
from tests.projects import MINI, change, environment, make_project, run, snapshot

RESPONSE = "data/responses/enskede-arsta-vantor.yml"


def test_sound_data_is_said_to_be_sound(tmp_path: Path) -> None:
    done = run(make_project(tmp_path / "project"), "roadmap", "validate")
    assert done.returncode == 0
    assert done.stdout == "Inga fel i data: 23 strategier och ett remissvar.\n"
    assert done.stderr == (
        "data/settings.yml:1:1: varning: Inte angivet: utgivare, e-post och källkodsarkiv. "
        "Fyll i när det är bestämt; till dess säger webbplatsen att det saknas.\n"
    )


def test_faults_of_every_kind_are_told_in_one_run(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    change(project, RESPONSE, "status: received", "status: recieved")
    change(project, RESPONSE, "- S1.4\n", "- S1.44\n")
    change(project, RESPONSE, "quote: även förskolan bör", "quote: även förskola bör")
    change(project, RESPONSE, "pages: 2\n", "pages: 22\n")
    change(project, RESPONSE, "[^1]", "[^7]")
    change(project, "data/plan.yml", "issuer:", "isuer:")
    change(project, "data/goal-areas/1-uppvaxt-och-utbildning.yml", "id: S1.2", "id: S1.1")
    change(
        project, "data/goal-areas/2-arbete-och-foretagande.yml", "title: Arbete", "title: [Arbete"
    )
    change(
        project, "data/goal-areas/4-demokrati-och-trygghet.yml", "value: decrease", "value: minska"
    )
    (project / "data" / "responses" / "tom.yml").write_text("")
    done = run(project, "roadmap", "validate")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    told = [line.split(": ", 1) for line in done.stderr.splitlines()]
    by_place = dict(told)
    for place, words in {
        f"{RESPONSE}:6:9": 'Menade du "received"?',
        "data/plan.yml:1:1": 'Fältet "issuer" saknas.',
        "data/goal-areas/1-uppvaxt-och-utbildning.yml:48:9": 'Id "S1.1" används redan',
        "data/goal-areas/2-arbete-och-foretagande.yml:2:8": "stängs aldrig",
        "data/responses/tom.yml:1:1": "Filen är tom.",
    }.items():
        assert words in by_place[place], done.stderr
    for words in (
        "citerade orden",
        "Sida 22 finns inte",
        '"S1.44" finns inte',
        'fotnot "7"',
        '"minska" är',
    ):
        assert words in done.stderr, words


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("", "Det här saknas: VERB."),
        ("valdate", '"valdate" finns inte. Menade du "validate"?'),
        ("new svar x", '"svar" finns inte. Det som finns är response och site.'),
        ("new", "Det här saknas: SLAG."),
        ("new response", "Det här saknas: ID."),
        ("serve --port 99999", '--port: "99999" är ingen port. Välj ett tal mellan 1 och 65535.'),
        ("serve --port", "Efter --port saknas ett värde."),
        ("validate --root=.. --format", "Efter --format saknas ett värde."),
        ("validate --chek", "Det här förstås inte: --chek."),
        (
            "new site ny --name Plan --language sv",
            "--language: Svenska finns alltid. Det som går att lägga till är engelska (en).",
        ),
        (
            "new site ny --name Plan --language de",
            '--language: Programmet kan inte språket "de". Svenska finns alltid. Det som går att '
            "lägga till är engelska (en).",
        ),
        (
            "translate sv",
            "SPRÅK: Svenska finns alltid. Det som går att lägga till är engelska (en).",
        ),
        ("format --check=ja", "Efter --check ska inget värde stå."),
    ],
)
def test_wrong_usage_is_told_in_swedish_and_ends_with_two(
    tmp_path: Path, arguments: str, told: str
) -> None:
    done = run(tmp_path, "roadmap", *arguments.split())
    assert done.returncode == 2
    first, second = done.stderr.splitlines()
    assert first == f"roadmap: {told}"
    assert second.startswith("Hjälp: ")
    assert second.endswith(" --help")


def test_a_folder_without_data_is_wrong_usage(tmp_path: Path) -> None:
    done = run(tmp_path, "roadmap", "validate")
    assert done.returncode == 2
    assert "har ingen data-mapp" in done.stderr


def test_the_help_of_every_verb_is_swedish_and_has_an_example(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    verbs = re.findall(r"^    (\w+)  ", run(tmp_path, "roadmap", "--help").stdout, re.MULTILINE)
    assert len(verbs) > 10
    for verb in verbs:
        with pytest.raises(SystemExit):
            main([verb, "--help"])
        told = capsys.readouterr().out
        assert re.search(rf"\nExempel:\n  .+ -m roadmap {verb}", told), told
        assert not re.search(r"usage|options|arguments|show this", told)


def test_exporting_writes_the_open_data_of_the_site(site: Path, tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    done = run(project, "roadmap", "export", str(tmp_path / "ut"))
    assert done.returncode == 0
    written = snapshot(tmp_path / "ut")
    assert done.stdout == f"{len(written)} filer ligger i {tmp_path / 'ut'}.\n"
    published = snapshot(site / "oppna-data")
    published.pop("index.html")
    assert written == published


def test_exporting_tells_what_is_wrong_and_writes_nothing(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    (tmp_path / "fil").write_text("x")
    done = run(project, "roadmap", "export", str(tmp_path / "fil"))
    assert done.returncode == 1
    assert done.stderr.endswith("En del av sökvägen är en fil, inte en mapp.\n")
    assert str(tmp_path / "fil") in done.stderr
    change(project, RESPONSE, "status: received", "status: recieved")
    done = run(project, "roadmap", "export")
    assert done.returncode == 1
    assert 'Menade du "received"?' in done.stderr
    assert not (project / "oppna-data").exists()


def test_a_reader_that_has_seen_enough_is_no_fault(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", MINI)
    process = subprocess.Popen(
        [sys.executable, "-m", "roadmap", "schemas"],
        cwd=project,
        env=environment(PYTHONUNBUFFERED="1"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    process.stdout.close()
    assert process.stderr
    assert process.stderr.read() == ""
    process.stderr.close()
    assert process.wait() == 1
