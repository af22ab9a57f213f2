"""The table of what was measured, as Markdown in Swedish."""

import gzip
import os
import platform
import statistics
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

from bench.build.measure import Usage
from roadmap.model.dataset import Dataset
from roadmap.presenters import urls
from tools import peers

T = TypeVar("T")
# Bytes of HTML that our site may have, uncompressed, with so many bodies.
MOST_HTML, BODIES = 55_000_000, 300
SLOW = 120  # seconds of a build; whoever takes more is measured once


@dataclass(frozen=True)
class Pages:
    """How much a site is: pages, bytes of HTML, and packed bytes of the pages read most."""

    count: int
    total: int
    packed: dict[str, int]


@dataclass
class Results:
    """Everything measured, by engine and number of bodies. The first engine is ours.

    `failed` says what an engine said last that could not do it.
    """

    engines: list[str]
    repeats: int
    builds: dict[tuple[str, int], list[Usage]] = field(default_factory=dict)
    edits: dict[tuple[str, int], list[Usage]] = field(default_factory=dict)
    validate: dict[tuple[str, int], list[Usage]] = field(default_factory=dict)
    pages: dict[tuple[str, int], Pages] = field(default_factory=dict)
    failed: dict[tuple[str, int], str] = field(default_factory=dict)


def weigh(dataset: Dataset, output: Path) -> Pages:
    """Weigh the pages of a built site."""
    found = [path.stat().st_size for path in output.rglob("*.html")]
    shown = {
        "start": urls.START,
        "målområde": urls.goal_area(dataset, dataset.goal_areas[0]),
        "strategi": urls.strategy(dataset.strategies[0]),
        "remissvar": urls.response(dataset.received[-1]),
        "översikt": urls.OVERVIEW,
    }
    packed = {
        name: len(gzip.compress((output / url / "index.html").read_bytes()))
        for name, url in shown.items()
        if (output / url / "index.html").exists()
    }
    return Pages(len(found), sum(found), packed)


def too_heavy(results: Results) -> bool:
    """Return whether our site is heavier than it may be; not if that was not measured."""
    weighed = results.pages.get((results.engines[0], BODIES))
    return weighed is not None and weighed.total > MOST_HTML


def table(results: Results) -> str:
    """Return all tables with the machine and the versions they were made with."""
    return "\n".join(
        [
            *_preface(results),
            "",
            "## Hela bygget",
            "",
            *_builds(results),
            "",
            "## Från ändrat ord till visad sida",
            "",
            *_edits(results),
            "",
            "## Granskningen av data",
            "",
            *_validate(results),
            "",
            "## Sidornas vikt",
            "",
            *_weights(results),
            "",
        ]
    )


def _preface(results: Results) -> Iterator[str]:
    yield (
        "R är antalet remissinstanser, alla utom en påhittade; var och en har en synpunkt om"
        " ungefär 100 ord på varje strategi."
    )
    yield (
        f"Medianer av {results.repeats} mätningar, varvade, med minsta och största inom parentes."
        f" Den vars bygge tar mer än {SLOW} sekunder mäts en gång."
        " Varje bygge börjar utan något sparat från det förra."
    )
    yield (
        "Alla bygger start, målområden, strategier med alla synpunkter, remissvar, teman,"
        " översikter, sammanställning och önskemål ur samma YAML-filer, och texterna jämförs ord"
        " för ord. De andra sätter en hel lista på en sida; Färdplanen delar den på flera."
        " Bara Färdplanen granskar data, gör ett sökregister och öppna data, kontrollerar länkar"
        " och märker ut citaten i texten."
    )
    yield f"Dator: {_machine()}. Versioner: {_versions()}."


def _machine() -> str:
    names: list[str] = []
    memory = ""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        names = [line.partition(": ")[2] for line in lines if line.startswith("model name")]
        kilobytes = int(Path("/proc/meminfo").read_text().split()[1])
        memory = f", {kilobytes / 2**20:.0f} GB minne"
    except OSError:
        pass
    name = names[0] if names else platform.machine()
    return f"{name}, {os.cpu_count()} kärnor{memory}, {platform.system()} {platform.release()}"


def _versions() -> str:
    packages = ("mkdocs", "mkdocs-material", "mkdocs-macros-plugin")
    found = [f"Python {platform.python_version()}", *(f"{one} {version(one)}" for one in packages)]
    if node := peers.node_version():
        found.append(f"Node.js {node}")
    return ", ".join(found)


def _builds(results: Results) -> Iterator[str]:
    yield "| R | program | tid s | processortid s | minne MB | sidor | HTML MB | tid mot oss |"
    yield "|---|---|---|---|---|---|---|---|"
    for (engine, size), used in _by_size(results.builds):
        pages = results.pages[engine, size]
        ours = _median(one.wall for one in results.builds[results.engines[0], size])
        memory = f"{max(one.memory for one in used) / 1e6:.0f}" if used[0].memory else "–"
        yield (
            f"| {size} | {engine} | {_spread([one.wall for one in used])} "
            f"| {_spread([one.cpu for one in used])} | {memory} | {pages.count} "
            f"| {pages.total / 1e6:.1f} | {_median(one.wall for one in used) / ours:.2f} |"
        )
    if results.failed:
        yield ""
    for (engine, size), words in results.failed.items():
        yield f"- {engine} klarar inte R = {size}: ”{words}”"


def _edits(results: Results) -> Iterator[str]:
    yield "Ett ord läggs till i en synpunkt, tills den sida av remissvaret som visas har det."
    yield ""
    yield "| R | program | tid s | processortid s |"
    yield "|---|---|---|---|"
    for (engine, size), used in _by_size(results.edits):
        wall, cpu = [one.wall for one in used], [one.cpu for one in used]
        yield f"| {size} | {engine} | {_spread(wall)} | {_spread(cpu)} |"


def _validate(results: Results) -> Iterator[str]:
    yield (
        f"PyYAML {version('pyyaml')} läser bara in samma filer, med sin tolk i C, och granskar"
        " inget."
    )
    yield ""
    yield "| R | program | tid s | processortid s | minne MB |"
    yield "|---|---|---|---|---|"
    for (engine, size), used in _by_size(results.validate):
        wall, cpu = [one.wall for one in used], [one.cpu for one in used]
        memory = max(one.memory for one in used) / 1e6
        yield f"| {size} | {engine} | {_spread(wall)} | {_spread(cpu)} | {memory:.0f} |"


def _weights(results: Results) -> Iterator[str]:
    if weighed := results.pages.get((results.engines[0], BODIES)):
        yield (
            f"Vid R = {BODIES} väger Färdplanens HTML {weighed.total / 1e6:.1f} MB opackad,"
            f" av högst {MOST_HTML / 1e6:.0f}."
        )
        yield ""
    yield "HTML i kB, packad med gzip."
    yield ""
    names = list(results.pages[results.engines[0], min(size for _, size in results.pages)].packed)
    yield f"| R | program | {' | '.join(names)} |"
    yield f"|---|---|{'---|' * len(names)}"
    for (engine, size), pages in _by_size(results.pages):
        kilobytes = (
            f"{pages.packed[name] / 1000:.1f}" if name in pages.packed else "–" for name in names
        )
        yield f"| {size} | {engine} | {' | '.join(kilobytes)} |"


def _by_size(table: dict[tuple[str, int], T]) -> list[tuple[tuple[str, int], T]]:
    return sorted(table.items(), key=lambda item: item[0][1])


def _median(values: Iterable[float]) -> float:
    return statistics.median(values)


def _spread(values: list[float]) -> str:
    return f"{_median(values):.2f} ({min(values):.2f}–{max(values):.2f})"
