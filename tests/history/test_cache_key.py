"""What is kept of the history between builds is told apart by all the code that it follows from."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import grimp
import pytest

import roadmap
from roadmap.history import log

PACKAGE = Path(roadmap.__file__).parent


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the package, which the history takes for its own."""
    copy = tmp_path / "roadmap"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(log, "__file__", str(copy / "history" / "log.py"))
    yield copy
    log._program.cache_clear()


def key() -> str:
    """Return the name of the program, as a new process would find it."""
    log._program.cache_clear()
    return log._program("")


def modules_it_follows_from() -> list[str]:
    """Return every module that the history imports, itself or through others, by the graph."""
    graph = grimp.build_graph("roadmap", cache_dir=None)
    return sorted(graph.find_upstream_modules("roadmap.history.log") | {"roadmap.history.log"})


def file_of(package: Path, module: str) -> Path:
    path = package.parent.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def test_the_key_changes_with_every_module_that_the_history_follows_from(package: Path) -> None:
    modules = modules_it_follows_from()
    assert len({module.split(".")[1] for module in modules}) > 1  # rooms
    first = key()
    for module in modules:
        path = file_of(package, module)
        sound = path.read_bytes()
        path.write_bytes(sound + b"\n# another program\n")
        assert key() != first, module
        path.write_bytes(sound)
        assert key() == first


def test_the_key_stays_when_something_else_changes(package: Path) -> None:
    first = key()
    for path in (package / "views").rglob("*.py"):
        path.write_bytes(path.read_bytes() + b"\n# another view\n")
    assert key() == first
