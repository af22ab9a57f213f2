"""The published scripts and stylesheets, in fewer files and bytes than their sources."""

import re
from collections.abc import Iterator
from pathlib import Path

import minify  # type: ignore[import-untyped]

THEME = Path(__file__).parents[1] / "theme"
_TYPES = {".js": "application/javascript", ".css": "text/css"}
# The form of our modules: one import of names per line, and exports by name.
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./([^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=class|function|async function|const)", re.MULTILINE)


def lighten(folder: Path) -> None:
    """Rewrite every script and stylesheet under `folder` in fewer bytes. Deterministic.

    The modules that a script imports are inserted in it, and their files are removed. Comments and
    space are removed, and local names are shortened. Raises minify.MinifyError if two modules of a
    script have a name in common.
    """
    sources = {path: path.read_text("utf-8") for path in sorted(folder.rglob("*.js"))}
    imported_paths = {
        path.parent / name for path in sources for name in _IMPORT.findall(sources[path])
    }
    for path in imported_paths:
        path.unlink()
    for path in sources.keys() - imported_paths:
        path.write_text("".join(_joined(path, sources, set())), encoding="utf-8")
    for path in folder.rglob("*"):
        if path.suffix in _TYPES:
            text = minify.string(_TYPES[path.suffix], path.read_text("utf-8"))
            path.write_text(text, encoding="utf-8")


def _joined(path: Path, sources: dict[Path, str], included: set[Path]) -> Iterator[str]:
    """Yield the texts of the modules that a module needs, each once, and then its own."""
    for name in _IMPORT.findall(sources[path]):
        dependency = path.parent / name
        if dependency not in included:
            included.add(dependency)
            yield from (_EXPORT.sub("", text) for text in _joined(dependency, sources, included))
    yield _IMPORT.sub("", sources[path])
