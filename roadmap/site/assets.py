"""The published scripts and stylesheets: fewer files and bytes than their sources."""

import re
from collections.abc import Iterator
from pathlib import Path

import minify  # type: ignore[import-untyped]

THEME = Path(__file__).parents[1] / "theme"
_TYPES = {".js": "application/javascript", ".css": "text/css"}
# As our modules are written: they import names from each other, one line each, and export by name.
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./([^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=class|function|const)", re.MULTILINE)


def lighten(folder: Path) -> None:
    """Rewrite every script and stylesheet under `folder` in fewer bytes. Deterministic.

    A module takes in the modules that it imports, which are then no files of their own. Comments
    and space go, and names that nobody else can see are shortened. Raises minify.MinifyError
    where two modules of a script have a name in common.
    """
    sources = {path: path.read_text("utf-8") for path in sorted(folder.rglob("*.js"))}
    imported = {path.parent / name for path in sources for name in _IMPORT.findall(sources[path])}
    for path in imported:
        path.unlink()
    for path in sources.keys() - imported:
        path.write_text("".join(_joined(path, sources, set())), encoding="utf-8")
    for path in folder.rglob("*"):
        if path.suffix in _TYPES:
            text = minify.string(_TYPES[path.suffix], path.read_text("utf-8"))
            path.write_text(text, encoding="utf-8")


def _joined(path: Path, sources: dict[Path, str], taken: set[Path]) -> Iterator[str]:
    """Yield a module's own text after those of the modules that it needs, each once."""
    for name in _IMPORT.findall(sources[path]):
        needed = path.parent / name
        if needed not in taken:
            taken.add(needed)
            yield from (_EXPORT.sub("", text) for text in _joined(needed, sources, taken))
    yield _IMPORT.sub("", sources[path])
