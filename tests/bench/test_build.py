"""The benchmark of builds: what it measures, and that it compares like with like."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from bench.build import measure, report
from bench.build.engines import Engine
from bench.build.measure import CommandError, Usage, run
from bench.build.same import missing_texts
from roadmap.model.dataset import Dataset
from roadmap.presenters import urls


def python(code: str, folder: Path) -> Usage:
    return run((sys.executable, "-c", code), folder)


BIG = "x = b'1' * 100_000_000"
# A program has all that it wants in memory when it makes the first file, and ends at the second.
WAIT = (
    "import time; from pathlib import Path; Path('big').touch()\n"
    "while not Path('seen').exists(): time.sleep(0.01)"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    return folder


@pytest.fixture
def looks(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the measured program live until its memory has been looked at."""
    memory = measure._memory

    def look(pids: Sequence[int]) -> int:
        is_big = (folder / "big").exists()
        found = memory(pids)
        if is_big and found:
            (folder / "seen").touch()
        return found

    monkeypatch.setattr(measure, "_memory", look)


def test_the_time_of_a_command_is_told(folder: Path) -> None:
    assert python("import time; time.sleep(0.3)", folder).wall >= 0.3


def test_the_memory_of_a_command_and_what_it_starts_is_told(folder: Path, looks: None) -> None:
    big = f"{BIG}; {WAIT}"
    assert 100_000_000 < python(big, folder).memory < 200_000_000
    for name in ("big", "seen"):
        (folder / name).unlink()
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {big!r}])"
    assert 100_000_000 < python(child, folder).memory < 200_000_000


def test_what_processes_share_counts_once(folder: Path, looks: None) -> None:
    assert 100_000_000 < python(f"import os; {BIG}; os.fork(); {WAIT}", folder).memory < 200_000_000


def test_a_command_that_fails_is_told_with_its_last_words(folder: Path) -> None:
    with pytest.raises(CommandError, match="it did not work"):
        python("raise SystemExit('it did not work')", folder)


def test_a_build_starts_with_nothing_left_of_the_last(tmp_path: Path) -> None:
    engine = Engine("ours", "Färdplanen", 1, (), (), "site")
    for name in ("site", ".cache", "data"):
        (tmp_path / name).mkdir()
    (tmp_path / ".hugo_build.lock").touch()
    engine.chill(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_an_engine_that_leaves_out_texts_is_found_out(
    real: Dataset, site: Path, tmp_path: Path
) -> None:
    assert missing_texts(real, site) == []
    missing = set(missing_texts(real, tmp_path))
    assert urls.strategy(real.strategies[0]) in missing
    assert urls.response(real.received[0]) in missing


def results(dataset: Dataset, site: Path) -> report.Results:
    found = report.Results(["Vår", "Annan"], repeats=2)
    pages = report.weigh(dataset, site)
    for name, walls in (("Vår", (2.0, 4.0)), ("Annan", (1.0, 2.0))):
        found.builds[name, 1] = [Usage(wall, 2 * wall, 5_000_000) for wall in walls]
        found.pages[name, 1] = pages
    found.edits["Vår", 1] = [Usage(0.5, 0.25)]
    found.failed["Tredje", 1] = "out of memory"
    found.validate["Vår", 1] = [Usage(0.75, 0.7, 9_000_000)]
    return found


def test_the_table_has_medians_spread_and_how_others_stand_to_us(real: Dataset, site: Path) -> None:
    table = report.table(results(real, site)).splitlines()
    count = len(list(site.rglob("*.html")))
    ours, other = (
        next(line for line in table if f"| 1 | {name} |" in line) for name in ("Vår", "Annan")
    )
    assert ours.startswith(f"| 1 | Vår | 3.00 (2.00–4.00) | 6.00 (4.00–8.00) | 5 | {count} |")
    assert ours.endswith("| 1.00 |")
    assert other.endswith("| 0.50 |")
    assert "- Tredje klarar inte R = 1: ”out of memory”" in table
    assert "| 1 | Vår | 0.50 (0.50–0.50) | 0.25 (0.25–0.25) |" in table
    assert "| 1 | Vår | 0.75 (0.75–0.75) | 0.70 (0.70–0.70) | 9 |" in table
    assert "| R | program | start | målområde | strategi | remissvar | översikt |" in table


def test_a_site_that_is_too_heavy_is_told(real: Dataset, site: Path) -> None:
    found = results(real, site)
    assert not report.too_heavy(found)
    for total, heavy in ((report.MOST_HTML, False), (report.MOST_HTML + 1, True)):
        found.pages["Vår", report.BODIES] = report.Pages(1, total, {})
        assert report.too_heavy(found) == heavy
    assert "HTML 55.0 MB opackad, av högst 55." in report.table(found)
