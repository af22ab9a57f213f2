"""What was measured of each engine, and its table."""

import os
import platform
import statistics
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from bench.search import metrics

ENGINES = {"ours": "Egen motor", "plain": "Pagefind", "layered": "Pagefind + tabeller + frågelager"}
COLD = 40  # queries that are asked with nothing in the cache

_NOTE = f"""\
Kilobyte är brotli-packade och räknas för {COLD} frågor, från tom cache till de tio första
träffarna. För den egna motorn räknas allt som söksidan hämtar utom sidan själv, och tiden är
från att sidan öppnas tills träffarna syns; för Pagefind räknas bara biblioteket. Tangent är
mediantiden från ett nedslag tills träffarna står på sidan, när processorn är fyra gånger
långsammare. R är antalet remissinstanser, alla utom en påhittade."""


@dataclass
class Measured:
    """What was measured of one engine at one size."""

    build: float = 0.0
    files: int = 0
    total: int = 0
    quality: dict[str, metrics.Score] = field(default_factory=dict)
    bytes: list[int] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    keys: list[float] = field(default_factory=list)


def table(results: dict[int, dict[str, Measured]], count: int, made_with: str) -> str:
    """Return the results as Markdown, in Swedish."""
    lines = [
        f"Mätt på {count} egna frågor. {made_with}",
        "",
        *_NOTE.splitlines(),
        "",
        "| R | motor | R@5 | nDCG@10 | noll träffar | falska träffar | bygge s | filer | index kB"
        " | första träff kB: median | nio av tio | störst | första träff s | tangent ms |",
        f"|{'---|' * 14}",
    ]
    for size, engines in results.items():
        for engine, name in ENGINES.items():
            one = engines[engine]
            total = one.quality["ALL"]
            keys = f"{statistics.median(one.keys):.0f}" if one.keys else "–"
            weights = [weight / 1000 for weight in sorted(one.bytes)]
            lines.append(
                f"| {size} | {name} | {total.recall:.3f} | {total.ndcg:.3f} | {total.zero:.3f} "
                f"| {one.quality['absent'].zero:.2f} | {one.build:.2f} | {one.files} "
                f"| {one.total / 1000:.0f} | {statistics.median(weights):.1f} "
                f"| {weights[len(weights) * 9 // 10]:.1f} | {weights[-1]:.1f} "
                f"| {statistics.median(one.first):.2f} | {keys} |"
            )
    return "\n".join([*lines, "", *_kinds(results[min(results)])]) + "\n"


def _kinds(engines: dict[str, Measured]) -> Iterator[str]:
    """Yield a table of how well each kind of query does, with the fewest bodies."""
    yield "R@5 per slag av fråga, med så få remissinstanser som möjligt:"
    yield ""
    yield f"| slag | antal | {' | '.join(ENGINES.values())} |"
    yield f"|{'---|' * (2 + len(ENGINES))}"
    for kind, score in engines["ours"].quality.items():
        if kind not in (metrics.ALL, metrics.ABSENT):
            recalls = [engines[engine].quality[kind].recall for engine in ENGINES]
            yield f"| {kind} | {score.count} | {' | '.join(f'{one:.2f}' for one in recalls)} |"


def machine(chromium: str) -> str:
    """Return, in Swedish, what the measurements were made with."""
    info = Path("/proc/cpuinfo")
    text = info.read_text("utf-8") if info.exists() else ""
    names = [line.partition(":")[2].strip() for line in text.splitlines() if "model name" in line]
    return (
        f"Pagefind {version('pagefind')}, Chromium {chromium}, "
        f"Python {platform.python_version()}, {os.cpu_count()} kärnor "
        f"{names[0] if names else platform.machine()}."
    )
