"""What `validate` refuses to let into `data/` and `docs/`, each with its complete message."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from roadmap.datafiles.checks.files import files_can_be_published
from roadmap.text.file_names import fault_of_name
from tests.projects import MINI, make_project, run


def told(root: Path) -> list[str]:
    return [str(problem) for problem in files_can_be_published(root)]


def linked(name: str, target: str) -> Callable[[Path], None]:
    return lambda root: (root / name).symlink_to(target)


def written(*names: str) -> Callable[[Path], None]:
    def write(root: Path) -> None:
        for name in names:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text("")

    return write


COPY = "Lägg en kopia av filen här i stället, om den ska publiceras."
RENAME = "Byt namn på filen eller mappen."
TYPES = (
    "Dokument av den här typen publiceras inte. Spara dokumentet som PDF. De typer som går är "
    ".pdf, .docx, .odt, .rtf, .txt, .md, .doc, .csv, .xlsx, .ods, .xls, .pptx, .odp, .png, .jpg, "
    ".jpeg, .tif och .tiff."
)
LEFTOVER = (
    "varning: Filen är lämnad av ett program och läses inte. Ta bort den, och ta inte in den i git."
)
CASES = {
    "what another program has left": (
        written(
            "data/responses/svar.yml~",
            "data/sources/~$svar.docx",
            "docs/#om.md#",
            "docs/om.md~",
            "docs/om/index.md.orig",
            "docs/Thumbs.db",
        ),
        [
            f"data/responses/svar.yml~:1:1: {LEFTOVER}",
            f"data/sources/~$svar.docx:1:1: {LEFTOVER}",
            f"docs/#om.md#:1:1: {LEFTOVER}",
            f"docs/Thumbs.db:1:1: {LEFTOVER}",
            f"docs/om.md~:1:1: {LEFTOVER}",
            f"docs/om/index.md.orig:1:1: {LEFTOVER}",
        ],
    ),
    "a link to a file outside": (
        linked("data/sources/svar.pdf", "/etc/hostname"),
        [f"data/sources/svar.pdf:1:1: Länken leder ut ur projektet. {COPY}"],
    ),
    "a link to a folder outside": (
        linked("docs/mapp", "/etc"),
        [f"docs/mapp:1:1: Länken leder ut ur projektet. {COPY}"],
    ),
    "a way out through a link inside": (
        lambda root: (root / "docs/bild.png").symlink_to(
            f"../data/../{os.path.relpath('/etc/hostname', root)}"
        ),
        [f"docs/bild.png:1:1: Länken leder ut ur projektet. {COPY}"],
    ),
    "a link to a folder inside": (
        linked("docs/mapp", "../data"),
        ["docs/mapp:1:1: Länken leder till en mapp. Lägg filerna här i stället."],
    ),
    "a link to nothing": (
        linked("docs/bild.png", "borta.png"),
        ["docs/bild.png:1:1: Länken leder ingenstans. Ta bort den eller lägg filen här i stället."],
    ),
    "a link to itself": (
        linked("data/responses/jag.yml", "jag.yml"),
        [
            "data/responses/jag.yml:1:1: Länken leder ingenstans. "
            "Ta bort den eller lägg filen här i stället."
        ],
    ),
    "an endless device": (
        linked("data/responses/noll.yml", "/dev/zero"),
        [f"data/responses/noll.yml:1:1: Länken leder ut ur projektet. {COPY}"],
    ),
    "a pipe": (
        lambda root: os.mkfifo(root / "data/responses/ror.yml"),
        ["data/responses/ror.yml:1:1: Det är ingen vanlig fil. Ta bort den."],
    ),
    "a page that runs scripts": (
        written("data/sources/svar.HTML", "data/sources/a/svar.js", "data/sources/utan"),
        [
            f"data/sources/a/svar.js:1:1: {TYPES}",
            f"data/sources/svar.HTML:1:1: {TYPES}",
            f"data/sources/utan:1:1: {TYPES}",
        ],
    ),
    "a name kept for a device": (
        written("docs/aux.md", "docs/con/sida.md"),
        [
            f'docs/aux.md:1:1: "aux.md" är reserverat i Windows. {RENAME}',
            f'docs/con/sida.md:1:1: "con" är reserverat i Windows. {RENAME}',
        ],
    ),
    "names that some disks take for one": (
        written("docs/Om.md", "docs/om.md", "docs/Mapp/a.md", "docs/mapp/b.md"),
        [
            "docs/mapp/b.md:1:1: På många datorer är namnet detsamma som docs/Mapp. "
            "Stora och små bokstäver skiljer dem inte åt. Byt namn på det ena.",
            "docs/om.md:1:1: På många datorer är namnet detsamma som docs/Om.md. "
            "Stora och små bokstäver skiljer dem inte åt. Byt namn på det ena.",
        ],
    ),
    "a name in another encoding": (
        lambda root: Path(os.fsdecode(os.fsencode(root) + b"/docs/\xe5.md")).write_text(""),
        [f"docs/\N{REPLACEMENT CHARACTER}.md:1:1: Namnet är inte skrivet i UTF-8. {RENAME}"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_cannot_be_published_is_refused(case: str, tmp_path: Path) -> None:
    make, expected = CASES[case]
    for name in ("data/sources", "data/responses", "docs"):
        (tmp_path / name).mkdir(parents=True)
    make(tmp_path)
    assert sorted(told(tmp_path)) == expected


def test_links_within_the_project_and_hidden_files_are_allowed(tmp_path: Path) -> None:
    written("data/sources/svar.pdf", "data/sources/.DS_Store", "docs/index.md")(tmp_path)
    linked("docs/svar.pdf", "../data/sources/svar.pdf")(tmp_path)
    assert told(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "expected"),
    {
        "svar.md": None,
        "Com1.yml": '"Com1.yml" är reserverat i Windows.',
        "commun.yml": None,
        "a:b.md": 'Tecknet ":" får inte stå i ett filnamn i Windows.',
        "a\nb.md": 'Tecknet "U+000A" får inte stå i ett filnamn i Windows.',
        "svar.": "Ett filnamn får inte sluta med punkt eller mellanslag i Windows.",
        "å" * 128: "Namnet är för långt.",
    }.items(),
)
def test_names_work_on_every_system(name: str, expected: str | None) -> None:
    assert fault_of_name(name) == expected


def test_what_programs_leave_behind_is_not_published(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", MINI)
    made = ("docs/Thumbs.db", "docs/om/~$sida.md", "docs/index.md~", "data/sources/desktop.ini")
    written(*made)(project)
    for verb, folder in (("build", project / "site"), ("stage", tmp_path / "staged")):
        done = run(project, "roadmap", verb, *([str(folder)] if verb == "stage" else []))
        assert done.returncode == 0, done.stderr
        names = {path.name for path in folder.rglob("*")}
        assert names
        assert names.isdisjoint(Path(name).name for name in made)


def test_validate_refuses_and_a_build_publishes_nothing_of_it(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", MINI)
    linked("data/sources/hemligt.txt", "/etc/hostname")(project)
    os.mkfifo(project / "data/settings2.yml")
    (project / "data/settings.yml").unlink(missing_ok=True)
    os.mkfifo(project / "data/settings.yml")
    for verb in ("validate", "build"):
        done = run(project, "roadmap", verb)
        assert done.returncode == 1
        assert "data/sources/hemligt.txt:1:1: Länken leder ut ur projektet." in done.stderr
        assert "data/settings.yml:1:1: " in done.stderr
        assert "Traceback" not in done.stderr
    assert not (project / "site").exists()
