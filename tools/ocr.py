"""Finds the OCR program that reads scanned pages; run as a module, installs it with Swedish."""

import subprocess
import sys

from tools import system

PACKAGES = ("tesseract-ocr", "tesseract-ocr-swe")


def has_swedish() -> bool:
    """Whether tesseract starts and has its Swedish data."""
    try:
        done = subprocess.run(
            ["tesseract", "--list-langs"], capture_output=True, text=True, check=False, timeout=120
        )
    except OSError:
        return False
    return "swe" in done.stdout.split()


def ensure_ocr() -> bool:
    """As has_swedish, but installs the packages where they are missing."""
    if not has_swedish():
        system.install("tesseract", PACKAGES)
    return has_swedish()


def main() -> int:
    """Install what is missing; return the exit status."""
    if ensure_ocr():
        return 0
    system.say(
        f"Testerna behöver tesseract. Installera med: sudo apt-get install {' '.join(PACKAGES)}"
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
