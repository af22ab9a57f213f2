"""What `import` and `repair` say and do at the command line."""

import shutil
from pathlib import Path

import pytest

from tests.projects import MINI, run

TARGET = "data/responses/provutskottet.yml"
ANSWER = """\
Dnr PROV 2020:1

Bakgrund

Provutskottet har läst planen.

1.1 Läs mer

Provutskottet välkomnar böckerna.

Övrigt som ingen strategi har

1.2 Se svar under 1.3.

1.3 Skriv mer

Provutskottet säger ja.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "mini"
    shutil.copytree(MINI, root)
    (root / "svar.txt").write_text(ANSWER, encoding="utf-8")
    return root


def test_import_tells_what_it_found_and_what_it_could_not_place(project: Path) -> None:
    done = run(project, "roadmap", "import", "svar.txt", "--body", "provutskottet")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        f"{TARGET} är skriven: ett avsnitt, tre synpunkter och noll fotnoter.\n"
        "Fyll i kind (typ av instans) och speaker (vem som talar).\n"
        "Inget svar hittades på 2.1. De står under unanswered; stämmer det?\n"
        "Kunde inte placera ett textstycke. Allt finns kvar i filen under unplaced:\n"
        "- ”Dnr PROV 2020:1” Står före den första rubrik som känns igen.\n"
    )
    checked = run(project, "roadmap", "validate")
    assert checked.returncode == 1
    assert "Text ur dokumentet är inte placerad och publiceras inte." in checked.stderr
    assert (
        (project / TARGET).read_text("utf-8")
        == """\
note: |
  Inläst ur svar.txt. Granska mot dokumentet.
name: Provutskottet
kind: okand
status: received
source:
  title: svar.txt
sections:
  - id: bakgrund
    heading: Bakgrund
    text: |
      Provutskottet har läst planen.
comments:
  - strategies:
      - S1.1
    text: |
      Provutskottet välkomnar böckerna.

      Övrigt som ingen strategi har
  - strategies:
      - S1.2
    text: |
      Se svar under 1.3.
    refers_to: S1.3
  - strategies:
      - S1.2
      - S1.3
    text: |
      Provutskottet säger ja.
unanswered:
  - S2.1
unplaced:
  - reason: Står före den första rubrik som känns igen.
    text: |
      Dnr PROV 2020:1
"""
    )


def test_an_existing_file_is_never_overwritten(project: Path) -> None:
    (project / TARGET).write_text("mitt\n", encoding="utf-8")
    done = run(project, "roadmap", "import", "svar.txt", "--body", "provutskottet")
    assert done.returncode == 1
    assert done.stderr == (
        f"roadmap import: {TARGET} finns redan och skrivs inte över. "
        "Flytta den först, eller välj ett annat id.\n"
    )
    assert (project / TARGET).read_text("utf-8") == "mitt\n"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("finns-inte.txt", None, "Filen finns-inte.txt finns inte."),
        ("svar.odt", b"x", 'Filer som slutar på ".odt" kan inte läsas.'),
        ("svar.docx", b"x", "Filen går inte att läsa som Word-dokument."),
        ("svar.pdf", b"x", "Filen går inte att läsa som PDF."),
        ("svar.txt", b"\x00\x01", "Filen är ingen textfil."),
        ("svar.txt", b" \n", "Dokumentet har ingen text."),
    ],
)
def test_unreadable_documents_are_told_without_a_traceback(
    project: Path, name: str, content: bytes | None, told: str
) -> None:
    if content is not None:
        (project / name).write_bytes(content)
    done = run(project, "roadmap", "import", name, "--body", "provutskottet")
    assert done.returncode == 1
    assert done.stderr.startswith(f"roadmap import: {name}: {told}")
    assert done.stderr.count("\n") == 1
    assert not (project / TARGET).exists()


def test_a_bad_id_is_wrong_usage(project: Path) -> None:
    done = run(project, "roadmap", "import", "svar.txt", "--body", "../Prov")
    assert done.returncode == 2
    assert '"../Prov" kan inte bli en webbadress.' in done.stderr


def test_repair_needs_a_response(project: Path) -> None:
    done = run(project, "roadmap", "repair", "provnamden")
    assert done.returncode == 1
    told = 'data/responses/provnamden.yml finns inte. Menade du "provnamnden"?'
    assert done.stderr == f"roadmap repair: {told}\n"


def test_repair_leaves_a_sound_response_as_it_is(project: Path) -> None:
    path = project / "data/responses/provnamnden.yml"
    before = path.read_bytes()
    done = run(project, "roadmap", "repair", "provnamnden")
    assert done.returncode == 0, done.stderr
    assert "oförändrad" in done.stdout
    assert path.read_bytes() == before
