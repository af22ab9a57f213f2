"""Faults of mkdocs.yml, of plugins and of templates are told in Swedish, with file and line."""

from pathlib import Path

import pytest

from roadmap.cli.main import main
from tests.projects import MINI, make_project, run

NAME = "Kontrollera namnet."
NAV = (
    "mkdocs.yml:6:1: varning: nav har ingen verkan: menyn har bara programmets egna sidor. "
    "Ta bort nav, och länka till en egen sida från en annan, som docs/om/index.md."
)
INSTALL = "Kontrollera namnet, eller installera det."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project", MINI)


def edit(project: Path, old: str, new: str) -> None:
    path = project / "mkdocs.yml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("  - roadmap\n", "  - roadmap\n  - finns\n", f'16:1: Tillägget "finns" är inte installerat. {INSTALL}'),
        ("  - roadmap\n", "", '14:1: Tillägget "roadmap" saknas under plugins. Skriv en rad: - roadmap'),
        ("name: material", "name: matrial", '9:1: Temat "matrial" finns inte. De som finns är mkdocs, readthedocs och material.'),
        ("name: material", "name: material\n  custom_dir: eget", "10:1: Mappen {project}/eget (custom_dir) finns inte. Kontrollera namnet."),
        ("strict: true", "strict: true\nsite_dir: annan", '6:1: Fältet "site_dir" står två gånger. Behåll det ena.'),
        ("name: material", "name: material\n  name: mkdocs", '10:3: Fältet "name" står två gånger. Behåll det ena.'),
        ("docs_dir: docs", "docs_dir: sidor", f"3:1: {{project}}/sidor finns inte. {NAME}"),
        ("docs_dir: docs", "docs_dir: data", "3:1: Sidorna ska ligga i mappen docs. Skriv docs_dir: docs"),
        ("site_dir: site", "site_dir: docs/ny", "4:1: docs_dir och site_dir får inte ligga i varandra. Välj en annan mapp."),
        ("strict: true", "strict: kanske", "5:1: Värdet till strict är av fel slag. Här ska det stå true eller false."),
        ("site_name:", "sitename:", "1:1: Inställningen site_name saknas. Lägg till den."),
        ("strict: true", "strict: true\nsitename: Prov", '6:1: Inställningen "sitename" finns inte. Menade du "site_name"?'),
        ("on_undefined: strict", "finns: 1", '18:1: Inställningen "finns" finns inte. Kontrollera namnet, eller ta bort raden.'),
        ("  - tables\n", "  - tables\n  - finns_inte\n", f'25:1: Markdown-tillägget "finns_inte" går inte att läsa in. {INSTALL}'),
        ("strict: true", "strict: true\nnav:\n  - index.md\n  - Om:\n      - Prov: prov.md", f'9:1: Sidan "prov.md" i nav finns inte i docs. {NAME}'),
        ("strict: true", "strict: true\nnav: 3", "6:1: Inställningen nav godtas inte. MkDocs säger på engelska: Expected nav to be a list, got a int: 3"),
        ("strict: true", "strict: true\nhooks: [krok.py]", "1:1: Inställningarna går inte att använda. Python säger: ZeroDivisionError('division by zero')."),
    ],
)  # fmt: skip
def test_a_faulty_configuration_is_told(
    project: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, told: str
) -> None:
    (project / "krok.py").write_text("1 / 0\n")
    edit(project, old, new)
    for verb in (["build"], ["publish"], ["serve"], ["stage", str(project.parent / "ny")]):
        assert main([*verb, "--root", str(project)]) == 1
        said = capsys.readouterr()
        assert said.out == ""
        line = f"mkdocs.yml:{told.format(project=project)}"
        assert line in said.err.splitlines()
    assert not (project / "site").exists()
    assert not (project.parent / "ny").exists()


def test_what_has_no_effect_is_told(project: Path) -> None:
    edit(project, "strict: true", "strict: true\nnav:\n  - index.md")
    for verb in (["build", "--quiet"], ["publish", "--quiet"], ["stage", "ny"]):
        done = run(project, "roadmap", *verb)
        assert done.returncode == 0, done.stderr
        assert NAV in done.stderr.splitlines()


def test_a_project_without_a_configuration_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "mkdocs.yml").unlink()
    for verb in (["build"], ["serve"], ["stage", "ny"]):
        assert main([*verb, "--root", str(project)]) == 1
        assert capsys.readouterr().err.startswith("mkdocs.yml:1:1: Filen finns inte. ")


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("macros.py", "def define_env(env):\n    1 / 0\n", "macros.py:2:1: Det går inte att köra. Python säger: ZeroDivisionError('division by zero')."),
        ("macros.py", "prov = 1\n", "mkdocs.yml:1:1: Ett tillägg (plugins) går inte att köra. Python säger: NameError("),
        ("eget/main.html", "{% if %}\n", "eget/main.html:1:1: Mallen är fel skriven. Jinja säger: "),
        ("docs/prov.md", "---\ntemplate: prov.html\n---\n\n# Prov\n", 'docs:1:1: Mallen "prov.html" finns inte.'),
        ("docs/prov.md", '# Prov\n\n{% include "prov.html" %}\n', 'docs/prov.md:3:1: Filen "prov.html" finns inte. Kontrollera namnet.'),
        ("docs/prov.md", "# Prov\n\n{% if prov %}\n", "docs/prov.md:3:1: Makrot är fel skrivet."),
    ],
)  # fmt: skip
def test_what_stops_a_build_is_told_at_its_file(
    project: Path, name: str, text: str, told: str
) -> None:
    if name.startswith("eget"):
        (project / "eget").mkdir()
        edit(project, "name: material", "name: material\n  custom_dir: eget")
    (project / name).write_text(text, "utf-8")
    done = run(project, "roadmap", "build")
    assert done.returncode == 1
    lines = [line for line in done.stderr.splitlines() if ": varning: " not in line]
    assert lines[0].startswith(told)
    assert lines[1:] == ["Webbplatsen byggdes inte; det som fanns förut är orört."]
    assert done.stdout == ""
