"""What `import` and `repair` say and do at the command line."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.importing.documents import Piece, Script, pdf_file, pictures_of
from tests.projects import MINI, environment, run

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
        "Placerat:\n"
        "- 1.1: ”1.1 Läs mer” (planens nummer och titel).\n"
        "- 1.2: ”1.2 Se svar under 1.3.” (bara planens nummer, i ordning mellan 1.1 och 1.3).\n"
        "- 1.3: ”1.3 Skriv mer” (planens nummer och titel).\n"
        "Inte placerat (står under unplaced):\n"
        "- ”Dnr PROV 2020:1”. Står före den första rubrik som känns igen.\n"
        "Ur dokumentet. Stämmer det?\n"
        "- Diarienummer: PROV 2020:1, av orden ”Dnr PROV 2020:1” (inget fält).\n"
        "- 6 ord är planens egna (titlar och texter) och står inte i svaret.\n"
        "Gör så här:\n"
        "1. Fyll i kind (typ av instans) och speaker (vem som talar).\n"
        "2. Flytta en text under unplaced dit den hör, och ta bort posten.\n"
        "3. Inget svar hittades på 2.1. Numret står under unanswered; stämmer det?\n"
        "4. Kör make content. Det säger till så länge något är kvar.\n"
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
      1.2 Se svar under 1.3.
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
        ("finns-inte.txt", None, "Filen finns inte."),
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


def limited(project: Path, **limits: int) -> None:
    rows = "".join(f"  {name}: {value}\n" for name, value in limits.items())
    path = project / "data/settings.yml"
    before = path.read_text("utf-8").split("import_limits:")[0]
    path.write_text(f"{before}import_limits:\n{rows}", encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "limit", "raised", "told"),
    [
        ("file_megabytes", 0, 1, "Filen är på 1 MB, och högst 0 MB läses."),
        ("pages", 1, 2, "Dokumentet har 2 sidor, och högst 1 läses."),
        ("seconds", 0, 90, "Läsningen tog mer än 0 sekunder och avbröts."),
    ],
)
def test_a_setting_raises_each_limit(
    project: Path, name: str, limit: int, raised: int, told: str
) -> None:
    (project / "svar.txt").write_text(f"{ANSWER}\f{ANSWER}" + "\n" * 10**5, encoding="utf-8")
    limited(project, **{name: limit})
    done = run(project, "roadmap", "import", "svar.txt", "--body", "provutskottet")
    hint = f"Om dokumentet ska läsas ändå: höj {name} under import_limits i data/settings.yml."
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"roadmap import: svar.txt: {told} {hint}\n"
    assert not (project / TARGET).exists()
    limited(project, **{name: raised})
    done = run(project, "roadmap", "import", "svar.txt", "--body", "provutskottet")
    assert (done.returncode, done.stderr) == (0, "")


def test_more_text_than_a_file_may_have_is_refused(project: Path) -> None:
    (project / "svar.txt").write_text(ANSWER + "ett ord " * 700_000, encoding="utf-8")
    done = run(project, "roadmap", "import", "svar.txt", "--body", "provutskottet")
    assert done.returncode == 1
    assert done.stderr == (
        "roadmap import: svar.txt: Dokumentet har 5,6 MB text, och en fil i data/ får ha 5,0 MB. "
        "Dela upp det i flera dokument.\n"
    )
    assert not (project / TARGET).exists()


@pytest.mark.skipif(sys.platform != "linux", reason="names are always text there")
def test_a_name_that_is_no_text_and_a_terminal_that_lacks_letters(project: Path) -> None:
    name = os.fsdecode("två\nnämnder.txt".encode("cp1252"))
    (project / "svar.txt").rename(project / name)
    done = run(
        project,
        "roadmap",
        "import",
        name,
        "--body",
        "provutskottet",
        PYTHONIOENCODING="ascii",
        PYTHONDEVMODE="1",
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{TARGET} ?r skriven" in done.stdout
    assert "Inläst ur två nämnder.txt." in (project / TARGET).read_text("utf-8")
    again = run(project, "roadmap", "import", f"{name}.odt", "--body", "annan-namnd")
    assert again.stderr.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is no signal there")
def test_ctrl_c_while_a_page_is_read_leaves_no_program_and_no_file(project: Path) -> None:
    scan = pictures_of(pdf_file(Script([Piece("Ett svar", 1, 1)])))
    (project / "svar.pdf").write_bytes(scan)
    program = project / "programs" / "tesseract"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\nexec >{project}/queue\necho begun\nexec tail -f /dev/null\n")
    program.chmod(0o755)
    os.mkfifo(project / "queue")
    path = f"{program.parent}:{os.environ['PATH']}"
    with subprocess.Popen(
        [sys.executable, "-m", "roadmap", "import", "svar.pdf", "--body", "provutskottet"],
        cwd=project,
        env=environment(PATH=path),
        stderr=subprocess.PIPE,
        # In the background of a shell it would be told to take no notice.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as running:
        with (project / "queue").open("rb") as queue:
            assert queue.readline() == b"begun\n"
            running.send_signal(signal.SIGINT)
            assert queue.read() == b""  # the end comes when the program has ended
        _, error = running.communicate()
    assert (running.returncode, error) == (130, b"\n")
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
