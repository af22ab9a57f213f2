"""Lighthouse's judgement of the site on a slow phone: `python -m bench.lighthouse [--out FILE]`.

Each page is measured three times, from a site just built and served by nginx; the median counts.
Needs node and npm.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

from tests.project.hosting.servers import nginx
from tests.projects import build, make_project
from tools import system
from tools.browser import find_chromium
from tools.servers import ensure_server

ROOT = Path(__file__).parent.parent
VERSION = "13.5.0"
FOLDER = ROOT / ".cache" / "lighthouse" / VERSION
PROGRAM = FOLDER / "node_modules" / ".bin" / "lighthouse"

PAGES = {
    "Start": "",
    "Målområde": "malomraden/boende-och-stadsmiljo/",
    "Strategi": "strategier/2-1/",
    "Remissvar": "remissvar/enskede-arsta-vantor/",
    "Översikt": "oversikt/",
    "Sök": "sok/",
}
# category: its name in the table, and the least that is good enough
CATEGORIES = {
    "accessibility": ("Tillgänglighet", 100),
    "best-practices": ("God praxis", 100),
    "seo": ("Sökmotorer", 100),
    "performance": ("Prestanda", 95),
}
METRICS = {
    "largest-contentful-paint": ("Största innehållet, s", lambda value: f"{value / 1000:.1f}"),
    "total-blocking-time": ("Blockerat, ms", lambda value: f"{value:.0f}"),
    "cumulative-layout-shift": ("Förskjutning", lambda value: f"{value:.3f}"),
    "total-byte-weight": ("kB", lambda value: f"{value / 1000:.1f}"),
}
TIMES = 3
ATTEMPTS = 4  # now and then the browser loses the recording; Lighthouse then asks to run it again

Measured = dict[str, float]


def ensure_lighthouse() -> bool:
    """Whether Lighthouse starts; fetches it if need be."""
    if system.starts(str(PROGRAM), "--version"):
        return True
    system.say("Hämtar Lighthouse med npm …")
    FOLDER.mkdir(parents=True, exist_ok=True)
    install = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"]
    try:
        system.run([*install, "--prefix", str(FOLDER), f"lighthouse@{VERSION}"])
    except OSError:
        return False
    return system.starts(str(PROGRAM), "--version")


def measure(url: str, chromium: str, folder: Path) -> Measured:
    """Return Lighthouse's scores, 0 to 100, and metrics of one visit."""
    report = folder / "report.json"
    for attempt in range(1, ATTEMPTS + 1):
        done = subprocess.run(
            [
                *(PROGRAM, url, "--quiet", "--output=json", f"--output-path={report}"),
                "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
                f"--only-categories={','.join(CATEGORIES)}",
            ],
            env={**os.environ, "CHROME_PATH": chromium},
            check=attempt == ATTEMPTS,
            timeout=300,
        )
        if done.returncode == 0:
            break
    found = json.loads(report.read_text("utf-8"))
    scores = {name: 100 * found["categories"][name]["score"] for name in CATEGORIES}
    return scores | {name: found["audits"][name]["numericValue"] for name in METRICS}


def medians(visits: list[Measured]) -> Measured:
    """Return the median of each number."""
    return {name: median(visit[name] for visit in visits) for name in visits[0]}


def table(rows: dict[str, Measured]) -> str:
    """Return the measurements as a Markdown table."""
    shown: dict[str, Callable[[float], str]] = dict.fromkeys(CATEGORIES, "{:.0f}".format)
    heads = [head for head, _ in CATEGORIES.values()]
    for name, (head, form) in METRICS.items():
        shown[name] = form
        heads.append(head)
    lines = [f"| Sida | {' | '.join(heads)} |", "|---|" + "--:|" * len(heads)]
    for page, numbers in rows.items():
        cells = [form(numbers[name]) for name, form in shown.items()]
        lines.append(f"| {page} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Measure and print; return 1 where a page is not good enough."""
    arguments = argparse.ArgumentParser(prog="python -m bench.lighthouse", description=__doc__)
    arguments.add_argument("--out", type=Path, help="skriv tabellen även i en fil")
    out: Path | None = arguments.parse_args().out
    chromium = find_chromium()
    if not (chromium and ensure_server("nginx") and ensure_lighthouse()):
        system.say("Lighthouse behöver node, npm, Chromium och nginx.")
        return 1
    rows: dict[str, Measured] = {}
    with tempfile.TemporaryDirectory() as name:
        site = build(make_project(Path(name) / "project"))
        # nginx must be let into a folder that only its owner may read.
        Path(name).chmod(0o755)
        with nginx(site) as address:
            for page, url in PAGES.items():
                system.say(f"Mäter {page} …")
                visits = [measure(address + url, chromium, Path(name)) for _ in range(TIMES)]
                rows[page] = medians(visits)
    found = table(rows)
    print(found)
    if out:
        head = f"# Lighthouse {VERSION}, mobil, medianen av {TIMES}\n\n"
        tail = "\nSkrivs av `python -m bench.lighthouse --out`. Prestanda beror på datorn.\n"
        out.write_text(head + found + tail, encoding="utf-8")
    short = [
        f"{page}: {head} {numbers[name]:.0f} < {least}"
        for page, numbers in rows.items()
        for name, (head, least) in CATEGORIES.items()
        if round(numbers[name]) < least
    ]
    for line in short:
        system.say(line)
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
