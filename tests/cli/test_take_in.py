"""What `import` and `repair` say and do at the command line."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.importing.documents import Piece, Script, pdf_file, pictures_of
from tests.importing.workbooks import Made, Number, Value, workbook
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
        "- ”Dnr PROV 2020:1” – Står före den första rubrik som känns igen.\n"
        "Ur dokumentet. Stämmer det?\n"
        "- Diarienummer: PROV 2020:1, av orden ”Dnr PROV 2020:1” (inget fält).\n"
        "- 6 ord är planens egna (titlar och texter) och står inte i svaret.\n"
        "Gör så här:\n"
        "1. Fyll i kind (typ av instans: namnd eller privatperson) och speaker (vem som talar: "
        "administration eller body).\n"
        "2. Skriv dokumentets titel i source.title. Nu står filens namn där.\n"
        "3. Flytta en text under unplaced dit den hör, och ta bort posten.\n"
        "4. Inget svar hittades på 2.1. Numret står under unanswered; stämmer det?\n"
        "5. Kör make content. Det säger till så länge något är kvar.\n"
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


MISREAD = """\
name: Provutskottet
kind: namnd
status: received
speaker: administration
source:
  title: Yttrande
sections:
  - id: synpunkter
    heading: Synpunkter
    text: |
      Provutskottet vill framhalla att forslagen behover utvecklas, sarskilt for aldre.
      Det okar mojligheterna till storre trygghet och battre forskolor. Fru Bjork bor i Provby.
"""


def test_repair_says_on_one_screen_what_a_program_did(project: Path) -> None:
    (project / TARGET).write_text(MISREAD, encoding="utf-8")
    done = run(project, "roadmap", "repair", "provutskottet")
    assert done.returncode == 0, done.stderr
    first, *rows = done.stdout.splitlines()
    assert first == f"{TARGET}: 13 ord är rättade av ett program."
    assert "ingen människa har prövat det" in done.stdout
    assert "- framhalla → framhålla, rad 11." in rows
    assert "- Bjork → Björk, rad 13. Kan också vara Bjork." in rows
    assert "- Provby står kvar, rad 13." in rows
    assert "1. Läs varje ändrat ord." in done.stdout
    assert "Pröva fem osäkra läsningar mot dokumentet" in done.stdout
    assert len(rows) < 30
    assert "%" not in done.stdout


def test_repair_lists_every_word_on_request(project: Path) -> None:
    (project / TARGET).write_text(MISREAD, encoding="utf-8")
    done = run(project, "roadmap", "repair", "provutskottet", "--all")
    assert f"{TARGET}:11:26: framhalla → framhålla (säker)." in done.stdout.splitlines()
    assert done.stdout.count(f"{TARGET}:1") == 14


def test_warnings_stop_no_repair(project: Path) -> None:
    text = MISREAD + "unplaced:\n  - text: Ett stycke utan plats.\n    reason: Okänt.\n"
    (project / TARGET).write_text(text, encoding="utf-8")
    told = run(project, "roadmap", "validate").stderr
    assert f"{TARGET}:" in told
    assert "varning: " in told
    done = run(project, "roadmap", "repair", "provutskottet")
    assert (done.returncode, done.stderr) == (0, "")
    assert "rättade av ett program" in done.stdout


def test_faults_elsewhere_stop_no_repair(project: Path) -> None:
    (project / TARGET).write_text(MISREAD, encoding="utf-8")
    (project / "data/responses/provbolaget.yml").write_text("kind: [", encoding="utf-8")
    done = run(project, "roadmap", "repair", "provutskottet")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", ["data/plan.yml", TARGET])
def test_a_fault_that_stops_repair_is_told(project: Path, name: str) -> None:
    (project / TARGET).write_text(MISREAD, encoding="utf-8")
    (project / name).write_text("title: [", encoding="utf-8")
    done = run(project, "roadmap", "repair", "provutskottet")
    assert done.returncode == 1
    assert f"{name}:" in done.stderr
    assert done.stderr.endswith("roadmap repair: Rätta felen först.\n")


def test_without_a_plan_every_fault_that_stops_repair_is_told(project: Path) -> None:
    for path in (project / "data/goal-areas").glob("*.yml"):
        path.write_text("id: [", encoding="utf-8")
    done = run(project, "roadmap", "repair", "provnamnden")
    assert done.returncode == 1
    assert "data/goal-areas/" in done.stderr


def test_repair_leaves_a_sound_response_as_it_is(project: Path) -> None:
    path = project / "data/responses/provnamnden.yml"
    before = path.read_bytes()
    done = run(project, "roadmap", "repair", "provnamnden")
    assert done.returncode == 0, done.stderr
    assert "oförändrad" in done.stdout
    assert path.read_bytes() == before


def imported_figures(project: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return run(project, "roadmap", "import", *arguments)


def test_figures_are_imported_and_what_stands_around_them_is_told(project: Path) -> None:
    (project / "data/series/E1.1.csv").unlink()
    made = Made(
        [
            ["Elever som trivs"],
            ["Läsår", "Flickor", "Pojkar"],
            ["2016/17", Number("0.815", "0.0%"), ".."],
            ["2017/18", Number("0.82", "0.0%"), Number("0.79", "0.0%")],
            ["Källa: Provmyndigheten"],
        ]
    )
    hidden = Made([["år", "män"], [2018, 1]], state="hidden")
    (project / "s.xlsx").write_bytes(workbook({"Data": made, "Gömt": hidden}))
    done = imported_figures(project, "s.xlsx", "--milestone", "E1.1")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "data/series/E1.1.csv är skriven: fyra värden för flickor och pojkar, 2016/17 till "
        "2017/18. Läst ur bladet Data.\n"
        'Saknas i källan: ett värde ("..").\n'
        "Om filen:\n"
        "- Dolda blad är inte lästa: Gömt.\n"
        "- Celler har procentformat, så 0,45 är läst som 45 %: B3, B4 och C4.\n"
        "Står runt tabellen och är inte inläst:\n"
        '- Data!A1: "Elever som trivs" (vad siffrorna visar? Fältet title)\n'
        '- Data!A5: "Provmyndigheten" (källa? Fältet source)\n'
        "Gör så här:\n"
        "1. Stäm av siffrorna mot källan.\n"
        "2. Stäm av title, unit, source och url under E1.1 i data/goal-areas/1-lara.yml.\n"
        "3. Kör make content.\n"
    )
    assert (project / "data/series/E1.1.csv").read_text("utf-8") == (
        "år;kön;värde\n"
        "2016/17;flickor;81,5 %\n"
        "2016/17;pojkar;..\n"
        "2017/18;flickor;82,0 %\n"
        "2017/18;pojkar;79,0 %\n"
    )
    again = imported_figures(project, "s.xlsx", "--milestone", "E1.1")
    assert again.returncode == 1
    assert "data/series/E1.1.csv finns redan och skrivs inte över." in again.stderr


def test_faulty_figures_are_told_at_their_cells_and_nothing_is_written(project: Path) -> None:
    (project / "data/series/E1.1.csv").unlink()
    rows: list[list[Value]] = [["år", "män"], [2018, "många"], [18, 1]]
    (project / "s.xlsx").write_bytes(workbook({"Data": Made(rows)}))
    done = imported_figures(project, "s.xlsx", "--milestone", "E1.1")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        's.xlsx:Data!B2: "många" är inget tal. Skriv till exempel 84,5.',
        's.xlsx:Data!A3: "18" är inget år. Skriv fyra siffror (2018) eller ett läsår (2016/17).',
        "roadmap import: Ingenting är skrivet. Rätta felen ovan.",
    ]
    assert not (project / "data/series/E1.1.csv").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["s.xlsx", "--milestone", "E1.9"], 'inget etappmål med id "E1.9". Menade du "E1.1"?'),
        (["s.xlsx", "--body", "a", "--milestone", "E1.1"], "--milestone går inte ihop med --body."),
        (["s.xlsx"], "Något av det här saknas: --body --milestone."),
        (["svar.txt", "--body", "a", "--sheet", "Blad1"], "--sheet gäller siffror"),
    ],
)
def test_figures_are_for_a_milestone(project: Path, arguments: list[str], message: str) -> None:
    done = imported_figures(project, *arguments)
    assert done.returncode == 2
    assert message in done.stderr
