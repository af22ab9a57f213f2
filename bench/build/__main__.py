"""Measure and write the table: `python -m bench.build [--sizes 1,60,300] [--engines ours,hugo]`."""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from bench import synthetic
from bench.build import report
from bench.build.engines import Engine, engines
from bench.build.measure import CommandError, Usage, run, served, until_seen
from bench.build.report import Results
from bench.build.same import missing_texts
from roadmap.datafiles.reader import read
from roadmap.model.dataset import Dataset
from tests.projects import REAL, dataset_of
from tools.system import say

EDITED = "pahittade-1"
VALIDATE = (sys.executable, "-m", "roadmap", "validate")
LOAD = (sys.executable, str(Path(__file__).with_name("load.py")), "data")


def main() -> int:
    """Measure, print the table and write it where asked; return 1 if the site is too heavy."""
    options = _options()
    data = dataset_of(REAL)
    chosen = [one for one in engines() if not options.engines or one.key in options.engines]
    results = Results([one.name for one in chosen], options.repeats)
    with tempfile.TemporaryDirectory() as name:
        for size in options.sizes:
            folder = Path(name) / str(size)
            say(f"R = {size}: skriver påhittade data …")
            synthetic.write_project(data, size, folder / "project")
            measured = read(folder / "project").dataset
            assert measured
            within = [engine for engine in chosen if size <= engine.limit]
            for engine in within:
                engine.prepare(folder / "project", folder / engine.key)
            for turn in range(options.repeats):
                _turn(results, within, folder, measured, turn)
            shutil.rmtree(folder)
    text = report.table(results)
    print(text)
    if options.out:
        options.out.write_text(text, "utf-8")
    return int(report.too_heavy(results))


def _options() -> argparse.Namespace:
    def words(text: str) -> list[str]:
        return [word for word in text.split(",") if word]

    def sizes(text: str) -> list[int]:
        return [int(word) for word in words(text)]

    parser = argparse.ArgumentParser(prog="python -m bench.build")
    parser.add_argument("--sizes", type=sizes, default=[1, 60, 300, 1000, 3000])
    parser.add_argument("--engines", type=words, help="till exempel ours,hugo,eleventy,naive")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--out", type=Path)
    return parser.parse_args()


def _turn(
    results: Results, chosen: Iterable[Engine], folder: Path, data: Dataset, turn: int
) -> None:
    """Measure every engine once: the turns go around, so that a slow while hits all alike."""
    size = len(data.received)
    for engine in chosen:
        if (engine.name, size) in results.failed or (turn and _is_slow(results, engine, size)):
            continue
        try:
            _measure(results, engine, folder / engine.key, data, turn)
        except CommandError as error:
            if engine.key == "ours":
                raise
            results.failed[engine.name, size] = str(error).strip().rpartition("\n")[2]
            say(f"R = {size}: {engine.name} klarar inte det: {error}")


def _measure(results: Results, engine: Engine, here: Path, data: Dataset, turn: int) -> None:
    size = len(data.received)
    engine.chill(here)
    _tell(engine.name, size, turn, "bygger", _build(results, engine, here, data))
    if size > 1 and engine.serve:
        _tell(engine.name, size, turn, "visar en ändring", _edit(results, engine, here, size))
    if engine.key == "ours":
        for name, what, command in (
            (engine.name, "granskar", VALIDATE),
            ("PyYAML", "läser", LOAD),
        ):
            used = run(command, here)
            results.validate.setdefault((name, size), []).append(used)
            _tell(name, size, turn, what, used)


def _is_slow(results: Results, engine: Engine, size: int) -> bool:
    return results.builds[engine.name, size][0].wall > report.SLOW


def _build(results: Results, engine: Engine, here: Path, data: Dataset) -> Usage:
    used = run(engine.build, here)
    key = engine.name, len(data.received)
    if key not in results.pages:
        output = here / engine.output
        if missing := missing_texts(data, output):
            raise CommandError(f"{engine.name} saknar texter på {', '.join(missing[:5])}.")
        results.pages[key] = report.weigh(data, output)
    results.builds.setdefault(key, []).append(used)
    return used


def _edit(results: Results, engine: Engine, here: Path, size: int) -> Usage:
    """Serve, add a word to one comment, and wait until its page has the word."""
    path = here / "data" / "responses" / f"{EDITED}.yml"
    original = path.read_text("utf-8")
    word = "Provordet"
    with served(engine.serve, here) as (pid, address):
        page = f"{address}remissvar/{EDITED}/"
        until_seen(pid, page, "Påhittat svar 1")
        # The first judgement in the file follows the words of the first comment.
        path.write_text(
            original.replace("\n  judgement:", f"\n    {word}\n  judgement:", 1), "utf-8"
        )
        used = until_seen(pid, page, word)
    path.write_text(original, "utf-8")
    results.edits.setdefault((engine.name, size), []).append(used)
    return used


def _tell(name: str, size: int, turn: int, what: str, used: Usage) -> None:
    say(f"R = {size}, varv {turn + 1}: {name} {what}: {used.wall:.2f} s, cpu {used.cpu:.2f} s")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except CommandError as error:
        sys.exit(str(error))
