"""A site that calls everything by words of its own is told of itself in them."""

import re
import shutil
from pathlib import Path

import pytest

from tests.projects import TERMS, change, make_project, run
from tests.repositories import Repository
from tests.site.test_terms import USUAL

# Names of files and fields, ids of sections, and an id that is asked for.
NAMES = re.compile(
    r"[\w./-]*/[\w./-]*|\bstrategies\b|beredning, synpunkter|id: synpunkter|\"synpunkter\""
)
RESPONSE = """\
Ett brev först.

1. Lära

Något om allt i delen.

Delmål

Vi vill mer.

Åtgärd 1.1 Läs mer

Ja.

Åtgärd 1.2 Räkna mer

Nej. När det gäller åtgärd 2.1 har vi inget att säga.

Övriga frågor

Tack.
"""
PLAN = """\
Plan för Påhittby

En titelsida.

Insatsområde 1: Lära

Delmål

- Fler elever klarar skolan.

Delmål 1.2

Åtgärd 1.1 Läxhjälp åt alla

Kommunen ska erbjuda läxhjälp.

Åtgärd 1.2 Fler böcker

Insatsområde 2

Vi vill mycket.

- Fler ska bo.
- Fler ska bygga.

Åtgärd 2.1 Bygg mer

Kommunen ska bygga.

Andra saker

Text.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project", TERMS)


def usual(*told: str) -> list[str]:
    """Return the lines that say a usual word."""
    lines = (NAMES.sub("", line) for text in told for line in text.splitlines())
    return [line for line in lines if USUAL.search(line)]


def said(project: Path, *arguments: str) -> str:
    """Return what a verb says, which has no usual word."""
    done = run(project, "roadmap", *arguments)
    told = done.stdout + done.stderr
    assert told
    assert usual(told) == []
    return told


def test_a_usual_word_is_seen() -> None:
    assert usual("docs/strategier/\nstrategin\n- strategies:") == ["strategin"]


@pytest.mark.parametrize(
    "verb",
    ["", "import", "import plan", "new", "new response", "new site", "repair", "hide", "compile"],
)
def test_the_help_says_its_words(project: Path, verb: str) -> None:
    said(project, *verb.split(), "--help")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("import figures.xlsx --milestone E9.9", "Det finns inget delmål med id"),
        ("import nothing.txt", "instansens id"),
        ("new site new --area 99", "Skriv ett insatsområdes namn"),
    ],
)
def test_what_is_refused_is_told_in_its_words(project: Path, arguments: str, words: str) -> None:
    told = said(project, *arguments.split()) + said(project, "import", "--help")
    assert words in told


def test_misplaced_files_are_told_of_in_its_words(project: Path) -> None:
    (project / "data/svar.yml").write_text("a: b\n", "utf-8")
    (project / "data/redirects.yml").write_text("- a\n", "utf-8")
    (project / "docs/malomraden/bo.md").unlink()
    told = said(project, "validate")
    assert "Yttranden hör hemma i data/responses/, insatsområden i data/goal-areas/." in told
    assert "Insatsområdet har ingen sida. Kopiera sidan för ett insatsområde till" in told
    shutil.rmtree(project / "data/goal-areas")
    assert "Inga insatsområden finns." in said(project, "validate")


def test_the_help_text_of_a_field_says_its_words(project: Path) -> None:
    change(project, "data/responses/privatperson-1.yml", "  - strategies:\n      - S1.1\n", "  -\n")
    assert "Åtgärder: de åtgärder som påpekandet gäller." in said(project, "validate")


def test_where_its_words_cannot_be_read_the_usual_ones_are_said(project: Path) -> None:
    (project / "data/terms.yml").write_text("strategy: [", "utf-8")
    shutil.rmtree(project / "data/goal-areas")
    done = run(project, "roadmap", "validate")
    assert "Inga målområden finns." in done.stderr


def test_addresses_in_a_hint_are_its_own(project: Path) -> None:
    terms = project / "data/terms.yml"
    terms.write_text(f"{terms.read_text('utf-8')}addresses: true\n", "utf-8")
    (project / "data/redirects.yml").write_text("- a\n", "utf-8")
    assert "till exempel yttranden/namnden/: yttranden/provnamnden/." in said(project, "validate")


def test_a_new_response_says_its_words(project: Path) -> None:
    assert "Åtgärder: de åtgärder som påpekandet gäller" in said(
        project, "new", "response", "nya-namnden"
    )
    text = (project / "data/responses/nya-namnden.yml").read_text("utf-8")
    assert "Ett påpekande per åtgärd" in text
    assert usual(text) == []


def test_a_response_is_read_in_with_its_words(project: Path) -> None:
    (project / "svar.txt").write_text(RESPONSE, "utf-8")
    told = said(project, "import", "svar.txt", "--body", "nya-namnden")
    assert "två påpekanden" in told
    assert "insatsområdets rubrik" in told
    assert "name (instansens namn)" in told
    assert usual((project / "data/responses/nya-namnden.yml").read_text("utf-8")) == []
    said(project, "validate")


def test_a_plan_is_read_in_with_its_words(project: Path) -> None:
    (project / "plan.txt").write_text(PLAN, "utf-8")
    told = said(project, "import", "plan", "plan.txt", "--replace")
    assert "Står före planens första insatsområde." in told
    files = [path.read_text("utf-8") for path in (project / "data/goal-areas").iterdir()]
    assert usual(*files) == []
    assert (project / "data/goal-areas/2-del-2.yml").exists()
    said(project, "validate")
    (project / "plan.txt").write_text("Bara en rad.\n", "utf-8")
    nothing = said(project, "import", "plan", "plan.txt", "--replace")
    assert "Inga insatsområden hittades." in nothing
    assert "Insatsområde 1, Åtgärd 1.1." in nothing


def test_changes_are_told_in_its_words(project: Path) -> None:
    repository = Repository(project)
    repository.commit()
    change(project, "data/goal-areas/1-lara.yml", "ska ha fler böcker", "ska ha många böcker")
    change(project, "data/responses/privatperson-1.yml", "tycker om böcker", "gillar böcker")
    assert "åtgärd" in said(project, "diff").casefold()
    repository.commit()
    said(project, "hide", "gillar")
    said(project, "validate")


def test_the_schemas_say_its_words(project: Path) -> None:
    said(project, "schemas")
    schemas = {path.name: path.read_text("utf-8") for path in (project / "schemas").iterdir()}
    # That of the terms tells which words they take the place of.
    del schemas["terms.json"]
    assert usual(*schemas.values()) == []
    assert '"title": "Insatsområde"' in schemas["goal-area.json"]
