"""Gets the programs that the tests need out of Debian's packages, where there is apt-get."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path


def say(text: str) -> None:
    """Tell the developer."""
    print(text, file=sys.stderr, flush=True)


def run(command: Sequence[str], *, cwd: Path | None = None, quiet: bool = False) -> bool:
    """Whether the command succeeded; shows the end of what it wrote if it failed."""
    done = subprocess.run(
        command,
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    output = done.stdout.strip()
    if done.returncode != 0 and output and not quiet:
        say("\n".join(output.splitlines()[-5:]))
    return done.returncode == 0


def starts(*command: str) -> bool:
    """Whether a program runs at all: it can be a stub, or lack a library."""
    try:
        done = subprocess.run(command, capture_output=True, timeout=120, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def install(what: str, packages: Sequence[str]) -> None:
    """Install packages, where that needs no password."""
    apt = _apt_as_root()
    if apt is None:
        return
    say(f"Installerar {what} för testerna med apt-get …")
    # A package list that could not be refreshed may still do.
    run([*apt, "update"])
    run([*apt, "install", "-y", "--no-install-recommends", *packages])


def unpack(what: str, packages: Sequence[str], folder: Path) -> None:
    """Put what is in the packages into a folder of their own.

    Nothing is installed: an installed server starts, now and whenever the computer does.
    """
    if not (shutil.which("apt-get") and shutil.which("dpkg-deb")):
        return
    say(f"Hämtar {what} för testerna med apt-get …")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as name:
        fetched = Path(name)
        download = ["apt-get", "-qq", "download", *packages]
        # Without package lists, or with old ones, it fails; only root can refresh them.
        if not run(download, cwd=fetched, quiet=True):
            if apt := _apt_as_root():
                run([*apt, "update"])
            if not run(download, cwd=fetched):
                return
        for package in sorted(fetched.glob("*.deb")):
            if not run(["dpkg-deb", "-x", str(package), str(fetched / "unpacked")]):
                return
        shutil.rmtree(folder, ignore_errors=True)
        (fetched / "unpacked").rename(folder)


def _apt_as_root() -> list[str] | None:
    """How to call apt-get as root without being asked for a password; None if there is no way."""
    if not shutil.which("apt-get"):
        return None
    as_root: list[str] = []
    if os.geteuid() != 0:
        as_root = ["sudo", "-n"]
        if not shutil.which("sudo") or not run([*as_root, "true"], quiet=True):
            return None
    return [
        *(*as_root, "env", "DEBIAN_FRONTEND=noninteractive"),
        *("apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"),
    ]
