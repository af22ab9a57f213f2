"""Every measurement beside other software: `python -m bench`. Each writes a table of its own."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
# module: where its table goes
MEASUREMENTS = {
    "bench.search": HERE / "search" / "results.md",
    "bench.build": HERE / "build" / "results.md",
    "bench.repair": HERE / "repair" / "results.md",
    "bench.lighthouse": HERE / "lighthouse.md",
}


def main() -> int:
    """Run the measurements one after the other; return 1 if any fails or falls short."""
    statuses = [
        subprocess.run(
            [sys.executable, "-m", module, "--out", str(table)], cwd=HERE.parent, check=False
        ).returncode
        for module, table in MEASUREMENTS.items()
    ]
    return int(any(statuses))


if __name__ == "__main__":
    sys.exit(main())
