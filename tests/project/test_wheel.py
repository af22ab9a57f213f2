"""The package is everybody's: its wheel makes a site in a folder that knows no repository."""

import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.projects import MINI, ROOT, environment, make_project, snapshot

# What a wheel is built from.
SOURCE = ("roadmap", "pyproject.toml", "LICENSE")


def run(*command: str | Path, cwd: Path) -> str:
    # Nothing may lead back to the repository.
    own = {name: value for name, value in environment().items() if not name.startswith("PYTHONP")}
    done = subprocess.run(
        command, cwd=cwd, env=own, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python that has the wheel, and what it depends on."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    for name in SOURCE:
        if (ROOT / name).is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / name, source / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, source / name)
    pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
    run(*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", folder, source, cwd=folder)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "venv")
    python = folder / "venv" / "bin" / "python"
    run(*pip, "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=folder)
    (packages,) = (folder / "venv" / "lib").glob("python*/site-packages")
    # The packages of this environment, but not its link to the repository: that is in a file of
    # this kind too, and such a file is not followed from here.
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    return python


def test_the_package_is_the_wheels_own(python: Path, tmp_path: Path) -> None:
    found = run(python, "-c", "import roadmap; print(roadmap.__file__)", cwd=tmp_path).strip()
    assert Path(found).is_relative_to(python.parent.parent)


@pytest.mark.parametrize("module", ["roadmap", "mkdocs"])
def test_a_wheel_in_an_empty_folder_makes_the_same_site(
    python: Path, miniature: Path, tmp_path: Path, module: str
) -> None:
    project = make_project(tmp_path / "project", MINI)
    run(python, "-m", module, "build", cwd=project)
    assert snapshot(project / "site") == snapshot(miniature)


def test_a_wheel_in_an_empty_folder_begins_a_site_that_has_the_wheel(
    python: Path, tmp_path: Path
) -> None:
    run(python, "-m", "roadmap", "new", "site", "plan", "--name", "Plan för Öby", cwd=tmp_path)
    run(python, "-m", "roadmap", "build", cwd=tmp_path / "plan")
    (built,) = python.parent.parent.parent.glob("*.whl")
    packed = tmp_path / "plan" / "program" / built.name
    assert packed.name in (tmp_path / "plan" / "requirements.txt").read_text("utf-8")
    assert contents(packed) == contents(built)


def contents(wheel: Path) -> dict[str, bytes]:
    """Return each file by its name; of the list of files, which has any order, its lines."""
    with zipfile.ZipFile(wheel) as archive:
        return {
            name: b"\n".join(sorted(content.split())) if name.endswith("/RECORD") else content
            for name, content in ((name, archive.read(name)) for name in archive.namelist())
        }
