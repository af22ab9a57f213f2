"""Building: what an editor adds appears by itself, and a failure leaves the last site standing."""

import re
from pathlib import Path

import pytest

from roadmap.site.macro_errors import module_problem
from tests.projects import MINI, change, make_project, make_site, run, snapshot

RESPONSE = "data/responses/enskede-arsta-vantor.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a site that was built earlier."""
    project = make_project(tmp_path / "project")
    make_site(project / "site", "den förra")
    return project


@pytest.mark.parametrize("verb", ["build", "publish"])
def test_the_folder_that_is_told_is_the_one_that_was_built(tmp_path: Path, verb: str) -> None:
    project = make_project(tmp_path / "project", MINI)
    change(project, "mkdocs.yml", "site_dir: site", "site_dir: ../www/plan")
    done = run(project, "roadmap", verb)
    assert done.stdout.startswith(f"Webbplatsen ligger i {tmp_path / 'www/plan'} ("), done.stderr
    assert (tmp_path / "www/plan/index.html").exists()
    assert not (project / "site").exists()
    change(project, "mkdocs.yml", "site_dir: ../www/plan\n", "")
    done = run(project, "roadmap", verb)
    assert done.stdout.startswith(f"Webbplatsen ligger i {project / 'site'} (")
    done = run(project, "roadmap", verb, "--site-dir", "annan")
    assert done.stdout.startswith("Webbplatsen ligger i annan (")
    assert (project / "annan/index.html").exists()


CANNOT_RUN = "Filen går inte att köra. Python säger:"


def assert_fails_and_keeps_the_site(project: Path, *expected: str) -> None:
    for command in (("roadmap", "build"), ("mkdocs", "build")):
        done = run(project, *command)
        assert done.returncode != 0
        for words in expected:
            assert words in done.stderr
        assert "Traceback" not in done.stderr
        assert snapshot(project / "site") == {
            "andringar/feed.xml": b"",
            "index.html": "den förra".encode(),
        }
        assert sorted(path.name for path in project.glob("site*")) == ["site"]


def test_every_fault_of_the_data_stops_the_build(project: Path) -> None:
    change(project, RESPONSE, "kind: stadsdelsnamnd", "kind: stadsdelsnemnd")
    change(project, "data/goal-areas/3-boende-och-stadsmiljo.yml", "id: S3.2", "id: S3.1")
    change(project, "data/plan.yml", "title: Färdplan", "titel: Färdplan")
    assert_fails_and_keeps_the_site(
        project,
        'data/plan.yml:1:1: Fältet "title" saknas. Lägg till det. Titel: planens titel, ordagrant.',
        'data/plan.yml:1:1: Fältet "titel" finns inte här. Menade du "title"?',
        'data/goal-areas/3-boende-och-stadsmiljo.yml:56:9: Id "S3.1" används redan',
        f'{RESPONSE}:5:7: "stadsdelsnemnd" finns inte bland typerna av remissinstanser',
    )


def test_a_macro_that_fails_stops_the_build(project: Path) -> None:
    change(project, "docs/oversikt.md", "{{ overview() }}", '{{ strategy("S9.9") }}')
    assert_fails_and_keeps_the_site(project, 'docs/oversikt.md:13:1: "S9.9" finns inte i data.')


def test_a_misspelt_macro_stops_the_build(project: Path) -> None:
    change(project, "docs/oversikt.md", "{{ overview() }}", "{{ overvew() }}")
    assert_fails_and_keeps_the_site(
        project, 'docs/oversikt.md:13:1: Makrot "overvew" finns inte. Menade du "overview"?'
    )


def test_a_macro_written_wrong_stops_the_build(project: Path) -> None:
    change(project, "docs/oversikt.md", "{{ overview() }}", "{{ overview( }}")
    assert_fails_and_keeps_the_site(project, "docs/oversikt.md:13:1: Makrot är fel skrivet.")


def test_a_page_that_would_hide_one_made_of_the_data_stops_the_build(project: Path) -> None:
    (project / "docs/strategier").mkdir()
    (project / "docs/strategier/1-1.md").write_text("# En egen sida\n", "utf-8")
    said = 'docs/strategier/1-1.md:1:1: Adressen "strategier/1-1/" har redan en sida som görs av'
    assert_fails_and_keeps_the_site(project, said)


def test_a_module_of_macros_that_fails_stops_the_build(project: Path) -> None:
    (project / "macros.py").write_text("import re\n\n1 / 0\n", "utf-8")
    said = f"macros.py:3:1: {CANNOT_RUN} ZeroDivisionError('division by zero')."
    assert_fails_and_keeps_the_site(project, said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("import re\n\ndef (\n", f"macros.py:3:1: {CANNOT_RUN} SyntaxError("),
        ("import finnsinte\n", f"macros.py:1:1: {CANNOT_RUN} ModuleNotFoundError("),
        ("import sys\nsys.exit(3)\n", f"macros.py:2:1: {CANNOT_RUN} SystemExit(3)."),
    ],
)
def test_what_is_wrong_with_a_module_of_macros_is_told(
    tmp_path: Path, text: str, said: str
) -> None:
    (tmp_path / "macros.py").write_text(text, "utf-8")
    assert str(module_problem(tmp_path / "macros.py")).startswith(said)


def test_a_link_that_leads_nowhere_stops_the_build(project: Path) -> None:
    change(
        project, "docs/om/index.md", "# Om webbplatsen", '# Om\n\n<a href="../finns-inte/">x</a>'
    )
    assert_fails_and_keeps_the_site(
        project, "om/index.html: länken ../finns-inte/ leder ingenstans."
    )


def test_a_markdown_link_that_leads_nowhere_stops_the_build(project: Path) -> None:
    change(project, "docs/om/index.md", "(textrattning.md)", "(textratning.md)")
    assert_fails_and_keeps_the_site(project, "textratning.md")


def test_plain_mkdocs_builds_the_same_site(site: Path, tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    done = run(project, "mkdocs", "build", "--quiet")
    assert done.returncode == 0, done.stderr
    assert snapshot(project / "site") == snapshot(site)


def test_a_response_is_added_by_one_file(site: Path, two_answers: Path) -> None:
    before, after = snapshot(site), snapshot(two_answers)
    new = {path for path in set(after) - set(before) if not path.startswith("search/")}
    areas = {path.split("/")[1] for path in before if re.match("malomraden/[^/]+/", path)}
    tables = {f"oversikt/{area}/index.html" for area in areas}
    own = {"remissvar/provnamnden/index.html", "andringar/remissvar/provnamnden/feed.xml"}
    further = {"onskemal/sida-2/index.html"}
    assert new == own | tables | further
    name = "Påhittade provnämnden".encode()
    for page in (
        "index",
        "remissvar/index",
        "remissvar/provnamnden/index",
    ):
        assert name in after[f"{page}.html"], page
    strategies = [page for page in after if re.match(r"strategier/\d", page)]
    assert len(strategies) == 23
    speaker = "Påhittade provförvaltningen".encode()
    for page in strategies:
        assert speaker in after[page], page
        assert b'id="svar-provnamnden"' in after[page], page
        assert b'id="svar-enskede-arsta-vantor"' in after[page], page


def test_another_municipality_needs_only_its_own_data_and_pages(other_municipality: Path) -> None:
    files = snapshot(other_municipality)
    strategies = [page for page in files if page.startswith("strategier/")]
    assert len(strategies) == 20
    assert "malomraden/ang/index.html" in files
    for name, content in files.items():
        for word in ("Stockholm", "Färdplan", "Enskede", "Kommunstyrelsen"):
            assert word.encode() not in content, f"{word} in {name}"
    assert "Inte tolkat än".encode() in files["strategier/1-1/index.html"]
