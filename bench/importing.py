"""Time how long large documents take to import: `python -m bench.importing`.

Each is read in a process of its own, as `import` does. The limits are what an editor can wait for.
"""

import random
import resource
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from roadmap.importing.document import read_response
from roadmap.importing.guarded import guarded
from roadmap.model import ImportLimits
from tests.importing.pdf_pages import Page, pdf_of
from tests.projects import REAL, dataset_of

SECONDS = 20
MEGABYTES = 500
BODY = "enskede-arsta-vantor"
WORDS = (Path(__file__).parent / "repair" / "control.txt").read_text("utf-8").split()


def main() -> int:
    """Import the documents and print a line on each; return 1 if one takes too much."""
    is_slow = False
    with tempfile.TemporaryDirectory() as folder:
        for name, content in DOCUMENTS.items():
            path = Path(folder) / name
            path.write_bytes(content())
            pages: list[int] = []
            started = time.monotonic()
            guarded(
                read_response,
                dataset_of(REAL),
                BODY,
                path,
                limits=ImportLimits(),
                progress=lambda done, total, scanned, pages=pages: pages.append(done),  # type: ignore[misc]
            )
            seconds = time.monotonic() - started
            # The largest of all processes so far.
            megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
            told = f"{len(pages)} pages told of"
            print(f"{name}: {seconds:.1f} s, {megabytes:.0f} MB, {told}", flush=True)
            is_slow |= seconds > SECONDS or megabytes > MEGABYTES
    return int(is_slow)


def _pages() -> bytes:
    """Return 500 pages of running text."""
    chance = random.Random(1)
    pages = []
    for _ in range(500):
        page = Page()
        text = " ".join(chance.choice(WORDS) for _ in range(480))
        page.write(60, 800, textwrap.wrap(text, 88)[:52])
        pages.append(page)
    return pdf_of(pages)


DOCUMENTS: Mapping[str, Callable[[], bytes]] = {
    "500-pages.pdf": _pages,
    "100,000-lines.txt": lambda: b"1.1 Ja.\n\n" + b"rad\n" * 100_000,
    "100,000-hyphens.txt": lambda: b"1.1 Ja.\n\n" + b"sam-\nverkan\n" * 50_000,
    "20,000-paragraphs.txt": lambda: b"1.1 Ja.\n\n" + b"Rad.\n\n" * 20_000,
}

if __name__ == "__main__":
    sys.exit(main())
