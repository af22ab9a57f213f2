"""Fetches the site engines that the build is measured beside, at fixed versions.

They are no part of this project, so they live in a folder of their own under `.cache/`. Each
function returns how to call the engine, or None where it could not be fetched.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from tools import system

FOLDER = Path(__file__).parent.parent / ".cache" / "peers"
HUGO, ZENSICAL, ELEVENTY = "0.168.0", "0.0.73", "3.1.8"


def hugo() -> list[str] | None:
    """Return the command for Hugo: the program itself, without its Python wrapper."""
    environment = _python("hugo", HUGO)
    found = environment and next(
        environment.glob("lib/python3*/site-packages/hugo/binaries/*"), None
    )
    return [str(found)] if found and system.starts(str(found), "version") else None


def zensical() -> list[str] | None:
    """Return the command for Zensical."""
    environment = _python("zensical", ZENSICAL)
    command = [str(environment / "bin" / "zensical")] if environment else []
    return command if command and system.starts(*command, "--version") else None


def eleventy() -> list[str] | None:
    """Return the command for Eleventy, which needs Node.js."""
    node = shutil.which("node")
    npm = shutil.which("npm")
    if not node or not npm:
        return None
    package = node_modules() / "@11ty" / "eleventy"
    if not _installed(package / "package.json", ELEVENTY):
        system.say(f"Hämtar Eleventy {ELEVENTY} med npm …")
        install = [npm, "install", "--no-audit", "--no-fund", "--prefix", str(FOLDER)]
        if not system.run([*install, f"@11ty/eleventy@{ELEVENTY}"]):
            return None
    return [node, str(package / "cmd.cjs")]


def node_modules() -> Path:
    """Return the folder where Eleventy and what it needs are."""
    return FOLDER / "node_modules"


def _python(package: str, version: str) -> Path | None:
    """Return a virtual environment with nothing but the package in it."""
    environment = FOLDER / f"{package}-{version}"
    if environment.exists():
        return environment
    system.say(f"Hämtar {package} {version} med pip …")
    python = environment / "bin" / "python"
    pip = [str(python), "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input"]
    made = system.run([sys.executable, "-m", "venv", str(environment)]) and system.run(
        [*pip, "install", f"{package}=={version}"]
    )
    if not made:
        shutil.rmtree(environment, ignore_errors=True)
        return None
    return environment


def _installed(manifest: Path, version: str) -> bool:
    return manifest.exists() and json.loads(manifest.read_text("utf-8"))["version"] == version


def node_version() -> str:
    """Return the version of Node.js, or an empty text."""
    if not shutil.which("node"):
        return ""
    return subprocess.run(["node", "--version"], capture_output=True, text=True).stdout.strip()
