"""Finds the Chromium that the browser tests drive; run as a module, installs one if needed."""

import functools
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools import system

# Chromium without what is around a page, which others draw for every window, seen or not: it
# takes half of the time. What it shares with them is in a package of its own.
SHELL = "chromium-headless-shell"
SHELL_PACKAGES = (SHELL, "chromium-common")
FOLDER = Path(__file__).parent.parent / ".cache" / "browser"
FETCHED_SHELL = FOLDER / "usr" / "lib" / "chromium" / SHELL

NAMES = (str(FETCHED_SHELL), SHELL, "chromium", "chromium-browser", "google-chrome")

# The packages for apt: chromium alone has no font and would draw pages without text.
APT_PACKAGES = ("chromium", "fonts-dejavu-core")

PLAYWRIGHT_PATH = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


def find_chromium() -> str | None:
    """The path of a Chromium that starts, or None.

    Looks at $CHROMIUM (if set, nothing else counts), at the one fetched before, on PATH, then at
    Playwright's own.
    """
    # The cache is per value of $CHROMIUM, so that a test may change it.
    return _find(os.environ.get("CHROMIUM") or None)


@functools.cache
def _find(chosen: str | None) -> str | None:
    for name in (chosen,) if chosen else NAMES:
        path = shutil.which(name)
        # Ubuntu's chromium-browser can be a stub that only points to snap.
        if path and system.starts(path, "--version"):
            return path
    if chosen:
        return None
    path = _playwright_path()
    return path if path and system.starts(path, "--version") else None


def _playwright_path() -> str | None:
    """Where Playwright keeps its browser, whether or not it is installed there."""
    # In a process of its own: Playwright's sync API can't be started inside a running one.
    done = subprocess.run(
        [sys.executable, "-c", PLAYWRIGHT_PATH],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return shutil.which(done.stdout.strip()) if done.returncode == 0 else None


def ensure_chromium() -> str | None:
    """As find_chromium, but installs a Chromium if there is none, and fetches the fast one."""
    if os.environ.get("CHROMIUM"):
        return find_chromium()
    for install in (_install_with_apt, _install_with_playwright):
        if not find_chromium():
            install()
            _find.cache_clear()
    # It needs the libraries and the fonts that came with the other.
    if Path(find_chromium() or SHELL).name != SHELL and _is_offered(SHELL):
        system.unpack("Chromium", SHELL_PACKAGES, FOLDER)
        _find.cache_clear()
    return find_chromium()


def _is_offered(package: str) -> bool:
    """Whether apt knows of a package: not all systems that have apt do."""
    return system.starts("apt-cache", "show", package)


def _install_with_apt() -> None:
    system.install("Chromium", APT_PACKAGES)


def _install_with_playwright() -> None:
    system.say("Hämtar Chromium för testerna med Playwright …")
    system.run([sys.executable, "-m", "playwright", "install", "chromium"])


def main() -> int:
    if ensure_chromium():
        return 0
    if chosen := os.environ.get("CHROMIUM"):
        system.say(f"CHROMIUM pekar på något som inte går att starta: {chosen}")
    else:
        system.say(
            "Testerna behöver Chromium. Installera Chromium eller Chrome"
            " eller ange sökvägen: make test CHROMIUM=/sökväg/till/chromium"
        )
    return 1


if __name__ == "__main__":
    sys.exit(main())
