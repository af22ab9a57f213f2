"""Try everything again: `python -m bench.held [KIND …]`. Prints what is not held, and a table."""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from bench.held import addresses, builds, data_files, documents, full_disk, names, own_tests

KINDS: dict[str, Callable[[Path], Iterator[tuple[str, str]]]] = {
    "documents": documents.tries,
    "files": data_files.tries,
    "names": names.tries,
    "addresses": addresses.tries,
    "signals": builds.signals,
    "pairs": builds.pairs,
    "disk": full_disk.tries,
    "serving": partial(own_tests.tries, own_tests.SERVING),
    "browsers": partial(own_tests.tries, own_tests.BROWSERS),
    "hosts": partial(own_tests.tries, own_tests.HOSTS),
}


def main() -> int:
    """Try the kinds that are asked for, else all; return 1 if anything is not held."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"of {', '.join(KINDS)}")
    kinds: list[str] = parser.parse_args().kinds or [*KINDS]
    if unknown := set(kinds) - KINDS.keys():
        parser.error(f"no such kind: {', '.join(sorted(unknown))}")
    rows = [_row(kind) for kind in kinds]
    print("| kind | tried | held | seconds |\n|---|--:|--:|--:|")
    for kind, tried, held, seconds in rows:
        print(f"| {kind} | {tried:,} | {held:,} | {seconds:.0f} |")
    return int(any(held < tried or not tried for _, tried, held, _ in rows))


def _row(kind: str) -> tuple[str, int, int, float]:
    """Return the kind, how many were tried and held, and how long that took."""
    started = time.monotonic()
    tried = held = 0
    with tempfile.TemporaryDirectory() as folder:
        for case, fault in KINDS[kind](Path(folder)):
            tried += 1
            held += not fault
            if fault:
                print(f"{kind}: {case!r:.80}: {fault}", flush=True)
    return kind, tried, held, time.monotonic() - started


if __name__ == "__main__":
    sys.exit(main())
