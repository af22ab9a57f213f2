"""Finds the LibreOffice that opens Word files in tests; run as a module, installs it if it can.

It needs so many packages that it can only be installed, not unpacked into a folder.
"""

import functools
import os
import shutil
import sys
import tempfile
from pathlib import Path

from tools import system

NAMES = ("soffice", "libreoffice")

# The fonts have the widths of Word's Calibri and Cambria, so lines break as they do there.
APT_PACKAGES = ("libreoffice-writer-nogui", "fonts-crosextra-carlito", "fonts-crosextra-caladea")


@functools.cache
def find_office() -> str | None:
    """The path of a LibreOffice that starts, or None."""
    for name in NAMES:
        path = shutil.which(name)
        if path and system.starts(path, "--version"):
            return path
    return None


def ensure_office() -> str | None:
    """As find_office, but installs LibreOffice if there is none."""
    if path := find_office():
        return path
    system.install("LibreOffice", APT_PACKAGES)
    find_office.cache_clear()
    return find_office()


def must_open() -> bool:
    """Whether a test may not do without: on CI nothing may be left out unseen."""
    return bool(os.environ.get("CI"))


def convert(office: str, file: Path, ending: str, folder: Path) -> Path | None:
    """Convert a file into a folder; return the new file, or None where it could not be opened."""
    with tempfile.TemporaryDirectory() as profile:
        # A profile of its own: two that share one wait for each other.
        own = f"-env:UserInstallation={Path(profile).as_uri()}"
        told = ["--headless", "--convert-to", ending, "--outdir", str(folder), str(file)]
        done = system.run([office, own, *told])
    made = folder / f"{file.stem}.{ending.partition(':')[0]}"
    return made if done and made.exists() else None


def main() -> int:
    """Install LibreOffice where that needs no password; return the exit status."""
    if ensure_office():
        return 0
    system.say(
        "Utan LibreOffice öppnas Word-filen inte i testerna."
        f" Installera med: sudo apt-get install {' '.join(APT_PACKAGES)}"
    )
    return 1 if must_open() else 0


if __name__ == "__main__":
    sys.exit(main())
