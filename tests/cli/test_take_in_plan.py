"""What `import plan` writes, says and leaves alone at the command line."""

import shutil
from pathlib import Path

import pytest

from roadmap.datafiles.load import checked
from tests.importing.documents import Piece, Script, pdf_file, pictures_of
from tests.importing.plan.test_golden import pdf_plan
from tests.projects import TODAY, build, run, snapshot
from tests.shared import Shared

PLAN = """\
Plan för Provköping

Remissversion

Förord

Det här är en påhittad plan.

Målområde 1: Skola

Alla barn ska lyckas.

Etappmål

- Fler elever klarar skolan.

Strategi 1.1 Läxhjälp åt alla

Kommunen ska erbjuda läxhjälp.

Strategi 1.2 Fler böcker

Målområde 2: Boende

Strategi 2.1 Bygg mer

Kommunen ska bygga.
"""
WARNING = ": varning: "


@pytest.fixture(scope="module")
def new(shared: Shared) -> Path:
    """A new site as `new site` makes it."""

    def make(folder: Path) -> None:
        done = run(
            folder.parent, "roadmap", "new", "site", folder.name,
            "--name", "Plan för Provköping", "--municipality", "Provköpings kommun",
        )  # fmt: skip
        assert done.returncode == 0, done.stderr

    return shared.folder("new-for-plan", make)


@pytest.fixture
def project(new: Path, tmp_path: Path) -> Path:
    root = shutil.copytree(new, tmp_path / "plan")
    (root / "plan.txt").write_text(PLAN, "utf-8")
    return root


def test_it_tells_what_it_found_what_is_left_and_what_to_do(project: Path) -> None:
    done = run(project, "roadmap", "import", "plan", "plan.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "Planen är inläst: två målområden, ett etappmål och tre strategier.\n"
        "Skrivet:\n"
        "- data/goal-areas/1-skola.yml: 1 Skola (ett etappmål och två strategier)\n"
        "- data/goal-areas/2-boende.yml: 2 Boende (noll etappmål och en strategi)\n"
        "Målområdenas egna texter. Stämmer det?\n"
        "- ”Alla barn ska lyckas.” (data/goal-areas/1-skola.yml)\n"
        "Planens övriga avsnitt (står under sections i data/plan.yml). Stämmer det?\n"
        "- Förord: ”Det här är en påhittad plan.”\n"
        "Inte placerat (står under unplaced):\n"
        "- ”Remissversion” – Står före planens första målområde. "
        "(data/plan.yml)\n"
        "Ersatt:\n"
        "- data/goal-areas/1-del-1.yml\n"
        "- docs/malomraden/del-1.md\n"
        "Ur dokumentet. Stämmer det?\n"
        "- Rubriken ”Plan för Provköping” är planens titel.\n"
        "- Står inte i texterna, utan säger vad rubrikerna är: Målområde 1, Etappmål, "
        "Strategi 1.1, Strategi 1.2, Målområde 2, Strategi 2.1.\n"
        "Gör så här:\n"
        "1. Skriv det som dokumentet inte har, där det står FYLL I.\n"
        "2. Flytta en text under unplaced dit den hör, och ta bort posten. Det som inte ska "
        "stå på webbplatsen tar du bort.\n"
        "3. Kör make content. Det säger till så länge något är kvar.\n"
    )
    assert (
        (project / "data/goal-areas/1-skola.yml").read_text("utf-8")
        == """\
note: |
  Inläst ur plan.txt. Granska mot dokumentet.
id: M1
title: Skola
text_from: plan
text: |
  Alla barn ska lyckas.
milestones:
  - id: etappmal-1-1
    text: Fler elever klarar skolan.
strategies:
  - id: S1.1
    title: Läxhjälp åt alla
    text: |
      Kommunen ska erbjuda läxhjälp.
  - id: S1.2
    title: Fler böcker
    text: |
      FYLL I texten, ord för ord ur planen.
"""
    )


def test_what_is_left_is_told_by_validate_and_the_site_builds(project: Path) -> None:
    before = run(project, "roadmap", "validate").stderr.splitlines()
    assert run(project, "roadmap", "import", "plan", "plan.txt").returncode == 0
    done = run(project, "roadmap", "validate")
    assert done.returncode == 0, done.stderr
    told = [line.partition(WARNING)[::2] for line in done.stderr.splitlines()]
    of_areas = [(place, what) for place, what in told if place.startswith("data/goal-areas/")]
    assert [place for place, _ in of_areas] == ["data/goal-areas/1-skola.yml:19:7"]
    assert "FYLL I texten" in of_areas[0][1]
    # Besides those of the new site, only what stands before the foreword waits.
    others = {what for place, what in told if not place.startswith("data/goal-areas/")}
    old = {line.partition(WARNING)[2] for line in before}
    (new_one,) = others - old
    assert new_one.startswith("Text ur dokumentet är inte placerad")
    assert run(project, "roadmap", "format", "--check").returncode == 0
    site = build(project)
    page = (site / "malomraden/skola/index.html").read_text("utf-8")
    assert page.index("Alla barn ska lyckas.") < page.index("Fler elever klarar skolan.")
    assert "Läxhjälp åt alla" in page
    assert "Det här är en påhittad plan." in (site / "planen/index.html").read_text("utf-8")
    waiting = b"Remissversion"
    assert [name for name, raw in snapshot(site).items() if waiting in raw] == []
    refused = run(project, "roadmap", "publish")
    assert refused.returncode == 1
    assert "FYLL I" in refused.stderr


def test_the_pages_in_other_languages_follow(tmp_path: Path) -> None:
    root = tmp_path / "plan"
    options = ["--name", "Plan", "--municipality", "Provköping", "--language", "en"]
    assert run(tmp_path, "roadmap", "new", "site", root.name, *options).returncode == 0
    (root / "plan.txt").write_text(PLAN, "utf-8")
    done = run(root, "roadmap", "import", "plan", "plan.txt")
    assert done.returncode == 0, done.stderr
    assert "docs/en/malomraden/del-1.md" in done.stdout
    pages = {path.name for path in (root / "docs/en/malomraden").iterdir()}
    assert pages == {path.name for path in (root / "docs/malomraden").iterdir()}
    assert run(root, "roadmap", "validate").returncode == 0


def test_the_pages_lie_where_the_addresses_say(project: Path) -> None:
    (project / "data/terms.yml").write_text(
        "goal_area: {one: del, the_one: delen, many: delar, the_many: delarna}\naddresses: true\n"
    )
    done = run(project, "roadmap", "validate")
    assert [line for line in done.stderr.splitlines() if "malomraden" in line] == [
        "data/terms.yml:1:1: Adresserna börjar med delar/, men sidorna ligger i docs/malomraden/. "
        "Döp om mappen till docs/delar/, och likadant i mappen för varje annat språk."
    ]
    (project / "docs/malomraden").rename(project / "docs/delar")
    terms = (project / "data/terms.yml").read_text("utf-8")
    (project / "data/terms.yml").write_text(terms.replace("one: del", "en: del"))
    told = run(project, "roadmap", "validate").stderr
    assert "data/terms.yml:1:13: " in told
    assert "docs/" not in told, "what follows from a file that cannot be read is not told"
    (project / "data/terms.yml").write_text(terms)
    assert run(project, "roadmap", "import", "plan", "plan.txt").returncode == 0
    names = sorted(path.name for path in (project / "docs/delar").iterdir())
    assert names == ["boende.md", "skola.md"]
    site = build(project)
    assert (site / "delar/skola/index.html").exists()
    assert not (site / "malomraden").exists()


def test_a_plan_of_three_levels_becomes_groups_on_its_pages(project: Path) -> None:
    (project / "plan.pdf").write_bytes(pdf_plan())
    done = run(project, "roadmap", "import", "plan", "plan.pdf")
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 Skola (två grupper, noll etappmål och tre strategier)\n" in done.stdout
    checked_again = run(project, "roadmap", "validate")
    assert checked_again.returncode == 0, checked_again.stderr
    page = (build(project) / "malomraden/skola/index.html").read_text("utf-8")
    assert page.index("Trygghet") < page.index("Mindre mobbning") < page.index("Kunskap")


def test_a_plan_that_is_written_is_replaced_only_on_request(project: Path) -> None:
    assert run(project, "roadmap", "import", "plan", "plan.txt").returncode == 0
    (project / "docs/malomraden/boende.md").write_text("# Min egen sida\n", "utf-8")
    before = snapshot(project)
    (project / "ny.txt").write_text(PLAN.replace("1: Skola", "1: Lärande"), "utf-8")
    done = run(project, "roadmap", "import", "plan", "ny.txt")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "roadmap import plan: Planen är redan inläst eller skriven: data/goal-areas/1-skola.yml "
        "och data/goal-areas/2-boende.yml. Inget är skrivet. Lägg till --replace om allt det ska "
        "ersättas. Spara i git först, så att det går att få tillbaka.\n"
    )
    (project / "ny.txt").rename(project / "plan.txt")
    assert {**snapshot(project), "plan.txt": before["plan.txt"]} == before
    done = run(project, "roadmap", "import", "plan", "plan.txt", "--replace")
    assert (done.returncode, done.stderr) == (0, "")
    assert "- data/goal-areas/1-skola.yml\n- docs/malomraden/skola.md\n" in done.stdout
    names = {path.name for path in (project / "data/goal-areas").iterdir()}
    assert names == {"1-larande.yml", "2-boende.yml"}
    assert (project / "docs/malomraden/boende.md").read_text("utf-8") == "# Min egen sida\n"
    dataset, _ = checked(project, TODAY)
    assert len(dataset.plan.unplaced) == 1  # not once more for each time
    assert len(dataset.plan.sections) == 1


def test_the_title_of_the_document_is_written_where_none_is_known(project: Path) -> None:
    plan = project / "data/plan.yml"
    kept = "# En rad som någon har skrivit.\n"
    text = plan.read_text("utf-8").replace("title: Plan för Provköping", "title: FYLL I titel", 1)
    plan.write_text(kept + text, "utf-8")
    (project / "plan.txt").rename(project / "plan.docx.txt")
    done = run(project, "roadmap", "import", "plan", "plan.docx.txt")
    assert (done.returncode, done.stderr) == (0, "")
    # A text file says nothing of which line is its title, so that nothing is made up.
    assert "title: FYLL I titel" in plan.read_text("utf-8")
    assert plan.read_text("utf-8").startswith(kept)
    assert "Plan för Provköping" in plan.read_text("utf-8").partition("unplaced:")[2]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("finns-inte.docx", None, "Filen finns inte."),
        ("plan.docx", b"x", "Filen går inte att läsa som Word-dokument."),
        ("plan.pdf", b"%PDF-1.7", "Filen går inte att läsa som PDF."),
        ("plan.txt", b"Hej.", "Inga målområden hittades. Inget är skrivet."),
    ],
)
def test_a_document_that_is_no_plan_changes_nothing(
    project: Path, name: str, content: bytes | None, told: str
) -> None:
    if content is not None:
        (project / name).write_bytes(content)
    before = snapshot(project)
    done = run(project, "roadmap", "import", "plan", name)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"roadmap import plan: {name}: {told}")
    assert done.stderr.count("\n") == 1
    assert snapshot(project) == before


@pytest.mark.parametrize(
    ("limit", "told"),
    [("seconds", "Läsningen tog mer än 0 sekunder och avbröts."),
     ("pages", "Dokumentet har 1 sidor, och högst 0 läses.")],
)  # fmt: skip
def test_the_document_is_read_in_a_process_with_limits(
    project: Path, limit: str, told: str
) -> None:
    with (project / "data/settings.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"import_limits:\n  {limit}: 0\n")
    (project / "plan.txt").write_text(PLAN + "\n" * 10**5, encoding="utf-8")
    done = run(project, "roadmap", "import", "plan", "plan.txt")
    assert done.returncode == 1
    assert done.stderr.startswith(f"roadmap import plan: plan.txt: {told}")


def test_a_scanned_plan_is_read_as_a_response_is(project: Path) -> None:
    rows = ["Målområde 1: Skola", "Strategi 1.1 Fler böcker", "Kommunen ska köpa böcker."]
    script = Script([Piece(row, 1, 1) for row in rows])
    (project / "plan.pdf").write_bytes(pictures_of(pdf_file(script)))
    done = run(project, "roadmap", "import", "plan", "plan.pdf")
    assert done.returncode == 0, done.stderr
    text = (project / "data/goal-areas/1-skola.yml").read_text("utf-8")
    assert "title: Fler böcker" in text
    assert "Kommunen ska köpa böcker." in text


def test_a_faulty_plan_file_is_told(project: Path) -> None:
    (project / "data/plan.yml").write_text("title: [", "utf-8")
    done = run(project, "roadmap", "import", "plan", "plan.txt")
    assert done.returncode == 1
    assert "data/plan.yml:1" in done.stderr


@pytest.mark.parametrize("verb", ["import", "import plan"])
def test_both_ways_to_import_have_their_help(project: Path, verb: str) -> None:
    done = run(project, "roadmap", *verb.split(), "--help")
    assert done.returncode == 0
    example = "planen.docx" if verb.endswith("plan") else "svar.docx --body provnamnden"
    assert done.stdout.endswith(f"roadmap {verb} {example}\n")
