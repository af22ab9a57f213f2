"""Measure the repair of misread words and write the table: `python -m bench.repair --out FILE`."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from bench.repair.measure import Outcome, damaged, joined, measure, readings_of
from roadmap.importing.repair.engine import Engine
from roadmap.importing.repair.responses import vocabulary
from tests.projects import REAL, dataset_of

HERE = Path(__file__).parent
SOURCES = REAL / "data" / "sources" / "enskede-arsta-vantor"
SEEDS = range(1, 6)
HEAD = """\
# Repair of misread words

Made by `make bench`. Words are counted between spaces.

* *The real document*: its words as received and as corrected by hand.
* *Control*: a story (`control.txt`), another kind of text, written for this. Its å, ä and ö are
  misread by a script as often and as variously as those of the real document, five times over.
* *With the plan* the words of the plan are known; the plan's texts here come from the real
  document itself, so the line without them is the fairer one for another document.
* *Untold*: wrong, and not among the words told as unsure. Two such words in the real document are
  footnote marks (`!` and `'` for ¹), which `import` resolves and `repair` does not touch.
* *Unsure* words are told once per kind.

| text | broken | right | | healthy damaged | wrong, untold | left, untold | unsure | kinds |
|---|--:|--:|--:|--:|--:|--:|--:|--:|
"""
CLEAN = """
## Sound Swedish

| text | words | changed | per 1,000 | told as unsure |
|---|--:|--:|--:|--:|
"""


def main() -> int:
    """Measure, and write or print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path)
    out: Path | None = parser.parse_args().out
    text = "".join(_report())
    if out:
        out.write_text(text, encoding="utf-8")
    else:
        print(text, end="")
    return 0


def _report() -> Iterator[str]:
    received = (SOURCES / "tjansteutlatande.ocr.txt").read_text("utf-8")
    right = (SOURCES / "tjansteutlatande.corrected.txt").read_text("utf-8")
    control = (HERE / "control.txt").read_text("utf-8")
    readings = readings_of(received, right)
    words = vocabulary(dataset_of(REAL))
    engines = {"with the plan": Engine(words), "without the plan": Engine()}
    yield HEAD
    for name, engine in engines.items():
        yield _row(f"The real document, {name}", measure(engine, received, right))
    for name, engine in engines.items():
        found = [measure(engine, damaged(control, readings, seed), control) for seed in SEEDS]
        yield _row(f"Control, {name}", joined(found))
    yield CLEAN
    prose = "\n\n".join(
        re.sub(
            r"\{.*?\}+|\(\S*?\)|`.*?`|”.*?”|^---$.*?^---$",
            "",
            path.read_text("utf-8"),
            flags=re.S | re.M,
        )
        for path in sorted((REAL / "docs").rglob("*.md"))
    )
    for title, sound in (
        ("The real document, corrected", right),
        ("The control text", control),
        ("This site's own prose (docs/)", prose),
    ):
        for name, engine in engines.items():
            outcome = measure(engine, sound, sound)
            changes = f"{outcome.damaged} | {outcome.changes_per_thousand:.1f}"
            yield f"| {title}, {name} | {outcome.words} | {changes} | {outcome.unsure} |\n"


def _row(title: str, outcome: Outcome) -> str:
    share = f"{outcome.right} | {outcome.share:.1%}"
    told = f"{outcome.wrong_untold} | {outcome.left_untold} | {outcome.unsure} | {outcome.groups}"
    return f"| {title} | {outcome.broken} | {share} | {outcome.damaged} | {told} |\n"


if __name__ == "__main__":
    raise SystemExit(main())
