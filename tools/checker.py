"""Finds the Nu HTML checker, which needs Java; run as a module, fetches it with npm if it can."""

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tools import system

# npm's package vnu-jar. Both lines change together: npm view vnu-jar version dist.integrity
VERSION = "26.9.27"
SHA512 = "TkQd5DFfOaWC9ebtvozTsrH2Vaod3jYg+vrOeREzIXxBexLz9+rS2DNtjn7+RPUiZhgli0SghgBX6RJRNea0KA=="

FOLDER = Path(__file__).parent.parent / ".cache" / "checker" / VERSION
JAR = FOLDER / "vnu.jar"


def has_java() -> bool:
    """Whether there is a Java that starts."""
    return system.starts("java", "-version")


def find_checker() -> list[str] | None:
    """How to start the checker, or None: there is no Java, or it has not been fetched."""
    if JAR.exists() and system.starts("java", "-jar", str(JAR), "--version"):
        return ["java", "-Xss1m", "-jar", str(JAR)]
    return None


def ensure_checker() -> list[str] | None:
    """As find_checker, but fetches the checker if there is none."""
    if found := find_checker():
        return found
    if has_java() and shutil.which("npm"):
        _fetch()
    return find_checker()


def must_check() -> bool:
    """Whether a test may not do without: on CI with Java nothing may be left out unseen."""
    return bool(os.environ.get("CI")) and has_java()


def check(checker: Sequence[str], *paths: Path) -> list[dict[str, Any]]:
    """Return what the checker says of the pages and pictures in some folders."""
    done = subprocess.run(
        [*checker, "--format", "json", "--exit-zero-always", "--skip-non-html", *map(str, paths)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    messages: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return messages


def _fetch() -> None:
    system.say("Hämtar Nu HTML Checker för testerna med npm …")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=FOLDER) as name:
        folder = Path(name)
        if not system.run(["npm", "pack", "--silent", f"vnu-jar@{VERSION}"], cwd=folder):
            return
        (archive,) = folder.glob("*.tgz")
        digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
        if digest != SHA512:
            system.say(f"Kontrollsumman för vnu-jar {VERSION} stämmer inte.")
            return
        with tarfile.open(archive) as package:
            packed = package.extractfile("package/build/dist/vnu.jar")
            assert packed is not None
            (folder / "vnu.jar").write_bytes(packed.read())
        (folder / "vnu.jar").replace(JAR)


def main() -> int:
    """Fetch the checker where it can run; return the exit status."""
    if ensure_checker():
        return 0
    if must_check():
        system.say("Java finns men inte Nu HTML Checker. npm behövs för att hämta den.")
        return 1
    system.say("Utan Java och npm prövas sidornas HTML med html5lib i stället för Nu HTML Checker.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
