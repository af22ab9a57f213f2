"""The verbs that help an editor write: `new`, `format`, `validate --format`."""

import unicodedata
from pathlib import Path

import pytest

from tests.projects import MINI, change, fill_in, make_project, run, snapshot

NAMND = "data/responses/provnamnden.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project", MINI)


def test_a_new_response_tells_at_once_what_to_fill_in(project: Path) -> None:
    done = run(project, "roadmap", "new", "response", "nya-namnden")
    assert done.returncode == 0
    assert done.stdout == ("Skapade data/responses/nya-namnden.yml. Det här är kvar att fylla i:\n")
    name = "data/responses/nya-namnden.yml"
    assert done.stderr.splitlines() == [
        f'{name}:9:6: Fältet "name" är tomt. Skriv remissinstansens namn.',
        f'{name}:10:6: Fältet "kind" är tomt. Fyll i det. Typ av instans: ur kodlistan '
        "body_kinds i plan.yml.",
        f"{name}:12:9: Det framgår inte vem som talar. Skriv speaker: administration "
        "(förvaltningen) eller body (instansen).",
        f'{name}:16:9: Fältet "title" är tomt. Fyll i det: Dokumentets titel.',
        f'{name}:24:13: Fältet "heading" är tomt. Fyll i det. Rubrik: så som den står i '
        "dokumentet.",
        f'{name}:26:11: Fältet "text" är tomt. Fyll i det. Text: ordagrant. Tom rad mellan '
        "stycken, och | cell | cell | för varje rad i en tabell.",
        f'{name}:31:16: Fältet "strategies" är tomt. Fyll i det. Strategier: de strategier som '
        "synpunkten gäller.",
        f'{name}:33:11: Fältet "text" är tomt. Fyll i det. Text: ordagrant. Tom rad mellan '
        "stycken, och | cell | cell | för varje rad i en tabell.",
    ]
    assert "namnd (Nämnd)" in (project / name).read_text("utf-8")


def test_a_new_response_filled_in_is_sound(project: Path) -> None:
    run(project, "roadmap", "new", "response", "nya-namnden")
    path = "data/responses/nya-namnden.yml"
    fill_in(project, path, "Nya nämnden")
    done = run(project, "roadmap", "validate")
    assert done.stderr == ""
    assert done.returncode == 0


def test_a_file_that_exists_is_never_overwritten(project: Path) -> None:
    before = snapshot(project / "data")
    done = run(project, "roadmap", "new", "response", "provnamnden")
    assert done.returncode == 1
    assert done.stderr == f"{NAMND} finns redan och har inte ändrats.\n"
    assert snapshot(project / "data") == before


@pytest.mark.parametrize("name", ["Nya Nämnden", "../ute", "plan", "sida-2", "a/b", ""])
def test_a_name_that_is_no_address_is_wrong_usage(project: Path, name: str) -> None:
    before = snapshot(project)
    done = run(project, "roadmap", "new", "response", name)
    assert done.returncode == 2
    assert "kan inte bli filnamn och webbadress" in done.stderr
    assert snapshot(project) == before


def test_format_rewrites_what_differs_and_then_nothing(project: Path) -> None:
    change(project, NAMND, "kind: namnd\nstatus: received", "status: received\nkind: 'namnd'")
    change(
        project,
        NAMND,
        "      Provköping vill ha en plan.",
        "      Provköping vill ha\n      en plan.",
    )
    assert run(project, "roadmap", "format", "--check", NAMND).returncode == 1
    done = run(project, "roadmap", "format", NAMND)
    assert (done.returncode, done.stdout) == (0, f"Skrev om {NAMND}.\n")
    text = (project / NAMND).read_text("utf-8")
    assert "kind: namnd\nstatus: received" in text
    assert "      Provköping vill ha en plan.\n" in text
    assert run(project, "roadmap", "format").returncode == 0
    again = run(project, "roadmap", "format", "--check")
    assert (again.returncode, again.stdout) == (0, "Alla filer har redan standardformen.\n")


def test_format_composes_the_letters_of_a_file(project: Path) -> None:
    before = (project / NAMND).read_bytes()
    decomposed = unicodedata.normalize("NFD", before.decode())
    (project / NAMND).write_text(decomposed, encoding="utf-8")
    assert run(project, "roadmap", "validate").returncode == 0
    assert run(project, "roadmap", "format", "--check", NAMND).returncode == 1
    assert run(project, "roadmap", "format", NAMND).stdout == f"Skrev om {NAMND}.\n"
    after = (project / NAMND).read_bytes()
    assert after == unicodedata.normalize("NFC", after.decode()).encode()
    assert run(project, "roadmap", "format", "--check", NAMND).returncode == 0


def test_format_leaves_a_faulty_file_alone_and_does_the_others(project: Path) -> None:
    change(project, NAMND, "status: received", "status: recieved")
    change(project, "data/plan.yml", "title: ", "title:   ")
    before = (project / NAMND).read_bytes()
    done = run(project, "roadmap", "format")
    assert done.returncode == 1
    assert "Skrev om data/plan.yml." in done.stdout
    assert done.stderr.startswith(f'{NAMND}:3:9: "recieved" är inget av de värden')
    assert (project / NAMND).read_bytes() == before


def test_format_of_something_else_is_wrong_usage(project: Path) -> None:
    done = run(project, "roadmap", "format", "mkdocs.yml")
    assert done.returncode == 2
    assert "hör inte till filerna i data/" in done.stderr


def test_problems_as_annotations(project: Path) -> None:
    change(project, NAMND, "status: received", "status: recieved")
    done = run(project, "roadmap", "validate", "--format", "github")
    assert done.returncode == 1
    assert done.stdout == (
        f'::error file={NAMND},line=3,col=9::"recieved" är inget av de värden som "status" kan '
        'ha. Menade du "received"?\n'
    )
    assert run(project, "roadmap", "validate", "--format", "sarif").returncode == 2


def test_schemas_that_the_plan_has_left_behind_are_told_and_made_anew(project: Path) -> None:
    assert run(project, "roadmap", "validate").stderr == ""  # no folder, nobody uses them
    run(project, "roadmap", "schemas")
    assert run(project, "roadmap", "validate").stderr == ""
    change(project, "data/plan.yml", "    name: Nämnd\n", "    name: Nämnd eller styrelse\n")
    done = run(project, "roadmap", "validate")
    assert done.returncode == 0
    assert "schemas/response.json:1:1: varning: Textredigerarens hjälp följer inte" in done.stderr
    run(project, "roadmap", "schemas")
    assert run(project, "roadmap", "validate").stderr == ""
