"""Every measurement beside other software: `python -m bench`. Each writes a table of its own."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> int:
    """Run the measurements one after the other; return the exit status of the first that fails."""
    search = [sys.executable, "-m", "bench.search", "--out", str(HERE / "search" / "results.md")]
    return subprocess.run(search, cwd=HERE.parent, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
