"""Finds the web servers that the hosting tests start; run as a module, fetches missing ones."""

import functools
import os
import shutil
import sys
from pathlib import Path

from tools import system

FOLDER = Path(__file__).parent.parent / ".cache" / "servers"

# Debian's packages. nginx-common has the list of content types.
PACKAGES = {"nginx": ("nginx", "nginx-common"), "caddy": ("caddy",)}
VERSION = {"nginx": "-v", "caddy": "version"}


@functools.cache
def find_server(name: str) -> Path | None:
    """The path of a server that starts, or None: the system's own, or one fetched before."""
    own = [str(FOLDER / name / "usr" / folder) for folder in ("sbin", "bin")]
    # Servers are often in /usr/sbin, which only root has on PATH.
    for folders in ([os.environ.get("PATH", os.defpath), "/usr/sbin"], own):
        path = shutil.which(name, path=os.pathsep.join(folders))
        if path and system.starts(path, VERSION[name]):
            return Path(path)
    return None


def ensure_server(name: str) -> Path | None:
    """As find_server, but fetches the server if there is none."""
    if path := find_server(name):
        return path
    system.unpack(name, PACKAGES[name], FOLDER / name)
    find_server.cache_clear()
    return find_server(name)


def main() -> int:
    """Fetch what is missing; return the exit status."""
    missing = [name for name in PACKAGES if not ensure_server(name)]
    if missing:
        system.say(
            f"Testerna behöver {' och '.join(missing)}."
            f" Installera med: sudo apt-get install {' '.join(missing)}"
        )
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
