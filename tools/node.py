"""Finds Node and the programs in tools/npm; run as a module, fetches what is missing."""

import shutil
import sys
import tempfile
from pathlib import Path

from tools import system

WANTED = Path(__file__).parent / "npm"
FOLDER = Path(__file__).parent.parent / ".cache" / "node"
FILES = ("package.json", "package-lock.json")
APT_PACKAGES = ("nodejs", "npm")


def program(name: str) -> list[str] | None:
    """The command that starts a program of tools/npm, or None if it is not fetched."""
    node = shutil.which("node")
    path = FOLDER / "node_modules" / ".bin" / name
    return [node, str(path.resolve())] if node and _fetched() and path.exists() else None


def _fetched() -> bool:
    """Whether what is there is what tools/npm asks for."""
    return all(
        (FOLDER / name).exists() and (FOLDER / name).read_bytes() == (WANTED / name).read_bytes()
        for name in FILES
    )


def ensure_programs() -> bool:
    """Whether the programs are there; fetches them if they are not."""
    if not (shutil.which("node") and shutil.which("npm")):
        system.install("Node", APT_PACKAGES)
    npm = shutil.which("npm")
    if not npm:
        return False
    if not _fetched():
        system.say("Hämtar yaml-language-server och cspell för testerna med npm …")
        FOLDER.parent.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=FOLDER.parent) as name:
            folder = Path(name) / "node"
            folder.mkdir()
            for file in FILES:
                shutil.copy(WANTED / file, folder / file)
            # No package's own scripts: they could do anything, and none is needed.
            command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
            if not system.run(command, cwd=folder):
                return False
            shutil.rmtree(FOLDER, ignore_errors=True)
            folder.rename(FOLDER)
    return True


def main() -> int:
    """Fetch what is missing; return the exit status."""
    if ensure_programs():
        return 0
    system.say("Testerna behöver Node 20.18 eller nyare med npm. Installera det och försök igen.")
    return 1


if __name__ == "__main__":
    sys.exit(main())
