"""A checkout with the line ends of Windows in every file gives the same site and no complaints."""

import shutil
from pathlib import Path

from roadmap.datafiles.editor_schemas import outdated, schemas
from roadmap.datafiles.files import write_whole
from roadmap.datafiles.formatter import formatted, record_files
from tests.projects import MINI, ROOT, dataset_of, make_project, run, snapshot

# Published byte for byte: the documents as they came, and a picture that is a text.
AS_IT_IS = ("kallor/",)


def with_windows_line_ends(folder: Path) -> None:
    for path in folder.rglob("*"):
        # Python reads its own files in one way whatever their line ends.
        if path.is_file() and path.suffix not in (".py", ".pyc", ".png"):
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def test_the_line_ends_of_windows_change_nothing(miniature: Path, tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", MINI)
    for name in record_files(project):
        write_whole(project / name, formatted(name, (project / name).read_bytes()))
    for name, text in schemas(dataset_of(project)).items():
        (project / name).parent.mkdir(exist_ok=True)
        write_whole(project / name, text)
    package = shutil.copytree(ROOT / "roadmap", tmp_path / "package" / "roadmap")
    for folder in (project, package):
        with_windows_line_ends(folder)
    assert b"\r\n" in (package / "theme/base.html").read_bytes()
    assert outdated(dataset_of(project)) == []
    for verb in (["format", "--check"], ["build"]):
        done = run(project, "roadmap", *verb, PYTHONPATH=str(package.parent))
        assert done.returncode == 0, (verb, done.stdout, done.stderr)
    built, expected = snapshot(project / "site"), snapshot(miniature)
    assert built.keys() == expected.keys()
    differ = [name for name in built if built[name] != expected[name]]
    assert all(name.startswith(AS_IT_IS) for name in differ), differ
    assert all(built[name].replace(b"\r\n", b"\n") == expected[name] for name in differ)
