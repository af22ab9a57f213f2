"""Writes the two locks: requirements.txt has what the site needs, requirements-dev.txt the rest.

With --upgrade newer versions are taken, as far as pyproject.toml lets them.
"""

import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

SITE, REST = Path("requirements.txt"), Path("requirements-dev.txt")
COMMAND = (
    *(sys.executable, "-m", "uv", "--no-config", "--system-certs", "pip", "compile", "--quiet"),
    *("--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--custom-compile-command", "make lock"),
)


def main(arguments: Sequence[str]) -> int:
    """Write both; return the exit status."""
    if status := _lock(SITE, "--extra", "build", *arguments):
        return status
    names = re.findall(r"^([\w.-]+)==", SITE.read_text("utf-8"), re.MULTILINE)
    elsewhere = [option for name in names for option in ("--no-emit-package", name)]
    return _lock(REST, "--extra", "dev", "--constraint", str(SITE), *elsewhere, *arguments)


def _lock(lock: Path, *options: str) -> int:
    command = [*COMMAND, *options, "--output-file", str(lock), "pyproject.toml"]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
