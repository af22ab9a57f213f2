"""Sets up `.venv` with the packages of a lock, and tells what it is doing. Needs Python alone.

python3 tools/install.py site       what the site needs: requirements.txt
python3 tools/install.py project    the project itself, and check that all goes together
python3 tools/install.py rest       what its developers need besides: requirements-dev.txt
python3 tools/install.py check      check that all goes together
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
VENV = ROOT / ".venv"
SITE, REST = ROOT / "requirements.txt", ROOT / "requirements-dev.txt"
OLDEST = (3, 11)
PIP = ("-m", "pip", "--disable-pip-version-check", "--no-input")


def main(what: str) -> int:
    """Install; return the exit status."""
    if sys.version_info < OLDEST:
        version = ".".join(map(str, OLDEST))
        _tell(
            f"Python är för gammal: {sys.executable} måste vara {version} eller nyare."
            " Ange en annan så här: make PYTHON=python3.12 …"
        )
        return 1
    return {"site": _site, "project": _project, "rest": _rest, "check": _check}[what]()


def _site() -> int:
    try:
        import ensurepip  # noqa: F401
        import venv
    except ImportError:
        _tell("Pythons venv saknas. Installera: sudo apt-get install python3-venv")
        return 1
    _tell("Skapar en egen Python-miljö i .venv …")
    shutil.rmtree(VENV, ignore_errors=True)
    venv.create(VENV, with_pip=True)
    return _install(SITE, "Webbplatsens paket")


def _project() -> int:
    _tell("Installerar projektet självt …")
    # Nothing is fetched: the lock has what the project needs, and what builds it.
    options = ("--quiet", "--no-user", "--no-index", "--no-build-isolation", "--editable")
    if status := _pip("install", "--no-deps", *options, str(ROOT)):
        return status
    return _check()


def _rest() -> int:
    return _install(REST, "Utvecklarnas paket")


def _check() -> int:
    """Tell of packages that do not go together, as when each was given a newer version alone."""
    _tell("Kontrollerar att paketen passar ihop …")
    command = [_python(), *PIP, "check"]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        _tell(f"{done.stdout}Versionerna i låsen passar inte ihop, se ovan. Kör: make lock")
    return done.returncode


def _install(lock: Path, what: str) -> int:
    """Install what a lock names, with a line for each; return the exit status."""
    _tell(f"{what}, i de versioner som {lock.name} räknar upp:")
    command = (*PIP, "install", "--no-user", "--no-deps", "--require-hashes", "-r", str(lock))
    process = subprocess.Popen([_python(), *command], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    told = 0
    for line in process.stdout:
        if fetched := re.match(r"Collecting ([\w.-]+)==(\S+)", line):
            told += 1
            _tell(f"  {told}. Hämtar {fetched[1]} {fetched[2]}")
        elif line.startswith("Installing collected packages"):
            _tell(f"  Packar upp {told} paket …")
    if process.wait():
        _tell("Installationen misslyckades, se felet ovan. Kontrollera nätet och försök igen.")
    return process.returncode


def _pip(*arguments: str) -> int:
    return subprocess.run([_python(), *PIP, *arguments], check=False).returncode


def _python() -> str:
    folder = "Scripts" if sys.platform == "win32" else "bin"
    return str(VENV / folder / "python")


def _tell(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
