"""Finds the Firefox that a few tests drive; run as a module, installs one if it can."""

import functools
import os
import shutil
import sys

from tools import system

NAMES = ("firefox-esr", "firefox")
APT_PACKAGES = ("firefox-esr",)


@functools.cache
def find_firefox() -> str | None:
    """The path of a Firefox that starts, or None."""
    for name in NAMES:
        path = shutil.which(name)
        # Ubuntu's can be a stub that only points to snap.
        if path and system.starts(path, "--version"):
            return path
    return None


def ensure_firefox() -> str | None:
    """As find_firefox, but installs Firefox if there is none."""
    if path := find_firefox():
        return path
    system.install("Firefox", APT_PACKAGES)
    find_firefox.cache_clear()
    return find_firefox()


def must_run() -> bool:
    """Whether a test may not do without: on CI nothing may be left out unseen."""
    return bool(os.environ.get("CI"))


def main() -> int:
    """Install Firefox where that needs no password; return the exit status."""
    if ensure_firefox():
        return 0
    system.say(
        "Utan Firefox prövas webbplatsen bara i Chromium."
        f" Installera med: sudo apt-get install {' '.join(APT_PACKAGES)}"
    )
    return 1 if must_run() else 0


if __name__ == "__main__":
    sys.exit(main())
