"""Run the comparison and write its table: `python -m bench.search [--sizes 1,60,300]`."""

import argparse
import json
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import brotli  # type: ignore[import-untyped]
import yaml
from playwright.sync_api import Browser, Page, sync_playwright

from bench import synthetic
from bench.search import metrics, pagefind_peer
from roadmap import dataset, search
from roadmap.dataset import Dataset
from roadmap.search.index import build_index
from roadmap.search.tables import read_tables
from roadmap.search.units import units
from roadmap.search.words import fold
from tools.browser import find_chromium

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
SCRIPTS = ROOT / "theme" / "assets" / "js"
ENGINES = {"ours": "Egen motor", "plain": "Pagefind", "layered": "Pagefind + tabeller + frågelager"}
TYPED = "otrygghet i förorten"
FIRST = 10  # results whose texts are fetched


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


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def measure(browser: Browser, data: Dataset, queries: list[metrics.Query]) -> dict[str, Measured]:
    """Build and try every engine for one data set."""
    found = {engine: Measured() for engine in ENGINES}
    with tempfile.TemporaryDirectory() as name:
        for engine, measured in found.items():
            folder = Path(name) / engine
            folder.mkdir()
            _prepare(folder)
            measured.build = _BUILDERS[engine](data, folder)
            built = folder / ("search" if engine == "ours" else "pagefind")
            sizes = [path.stat().st_size for path in built.rglob("*") if path.is_file()]
            measured.files, measured.total = len(sizes), sum(sizes)
            with _served(folder) as address:
                _try(browser, engine, address, folder, queries, measured)
    return found


def _prepare(folder: Path) -> None:
    for path in [*SCRIPTS.glob("search*.js"), HERE / "bench.js"]:
        shutil.copy(path, folder)
    shutil.copy(HERE / "page.html", folder / "index.html")


def _ours(data: Dataset, folder: Path) -> float:
    start = time.perf_counter()
    for name, content in search.build(data).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return time.perf_counter() - start


def _plain(data: Dataset, folder: Path) -> float:
    return pagefind_peer.build(units(data), folder / "pagefind", None)


def _layered(data: Dataset, folder: Path) -> float:
    tables = read_tables(data.synonyms)
    found = units(data)
    seconds = pagefind_peer.build(found, folder / "pagefind", tables)
    terms = build_index(units(synthetic.with_bodies(data, 1)), tables)
    forms = sorted({form for term in terms.values() for form in term.forms})
    typed = sorted(word for word in tables.synonyms if " " not in word)
    words = {"stop": sorted(tables.stop | {fold(w) for w in tables.stop}), "forms": forms + typed}
    (folder / "words.json").write_text(json.dumps(words, ensure_ascii=False), "utf-8")
    return seconds


_BUILDERS: dict[str, Callable[[Dataset, Path], float]] = {
    "ours": _ours,
    "plain": _plain,
    "layered": _layered,
}


def _try(
    browser: Browser,
    engine: str,
    address: str,
    folder: Path,
    queries: list[metrics.Query],
    measured: Measured,
) -> None:
    page = browser.new_page()
    page.goto(address)
    page.wait_for_function("'runQuery' in window")
    run = {query.text: _find(page, engine, query.text, 60) for query in queries}
    measured.quality = metrics.score(queries, run)
    page.close()
    for query in [one for one in queries if one.exact][:: max(1, len(queries) // 12)]:
        fetched, seconds = _cold(browser, engine, address, query.text)
        measured.bytes.append(sum(_compressed(folder, path) for path in fetched))
        measured.first.append(seconds)
    if engine == "ours":
        measured.keys = _keys(browser, address)


def _find(page: Page, engine: str, text: str, snippets: int) -> list[str]:
    found: list[str] = page.evaluate("([e, t, n]) => runQuery(e, t, n)", [engine, text, snippets])
    return found


def _cold(browser: Browser, engine: str, address: str, text: str) -> tuple[list[str], float]:
    """Search once with nothing in the cache; return the paths fetched and the time."""
    context = browser.new_context()
    page = context.new_page()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.removeprefix(address)))
    page.goto(address)
    page.wait_for_function("'runQuery' in window")
    start = time.perf_counter()
    _find(page, engine, text, FIRST)
    seconds = time.perf_counter() - start
    context.close()
    skipped = {"", "bench.js", "favicon.ico"} | (
        set() if engine == "ours" else {"search.js", "search-index.js", "search-query.js"}
    )
    return [path.partition("?")[0] for path in fetched if path not in skipped], seconds


def _compressed(folder: Path, path: str) -> int:
    content = (folder / path).read_bytes()
    # Pagefind's own files are compressed already.
    packed = path.rpartition(".")[2] in {"pf_meta", "pf_index", "pf_fragment", "pagefind"}
    return len(content) if packed else len(brotli.compress(content, quality=11))


def _keys(browser: Browser, address: str) -> list[float]:
    """Return the times from keystroke to results on a four times slower processor."""
    page = browser.new_page()
    page.goto(address)
    page.wait_for_function("'runQuery' in window")
    _find(page, "ours", TYPED, FIRST)
    client = page.context.new_cdp_session(page)
    client.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    times: list[float] = page.evaluate("(text) => keystrokes(text)", TYPED)
    page.close()
    return times


def table(results: dict[int, dict[str, Measured]], sets: str) -> str:
    """Return the results as Markdown, in Swedish."""
    lines = [
        f"Mätt på {sets}. Byte är brotli-packade, från tom cache till de tio första träffarna;",
        "medianer. R är antalet remissinstanser, alla utom en påhittade.",
        "",
        "| R | motor | R@5 | nDCG@10 | noll träffar | falska träffar | bygge s | filer | index kB"
        " | första träff kB | största | första träff s | tangent ms |",
        "|---|---|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for size, engines in results.items():
        for engine, name in ENGINES.items():
            one = engines[engine]
            total = one.quality["ALL"]
            keys = f"{statistics.median(one.keys):.0f}" if one.keys else "–"
            lines.append(
                f"| {size} | {name} | {total.recall:.3f} | {total.ndcg:.3f} | {total.zero:.3f} "
                f"| {one.quality['absent'].zero:.2f} | {one.build:.2f} | {one.files} "
                f"| {one.total / 1000:.0f} | {statistics.median(one.bytes) / 1000:.1f} "
                f"| {max(one.bytes) / 1000:.1f} | {statistics.median(one.first):.2f} | {keys} |"
            )
    return "\n".join(lines) + "\n"


def main() -> int:
    """Measure, print the table and write it where asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.search")
    parser.add_argument("--sizes", default="1,60,300")
    parser.add_argument("--queries", type=Path, default=ROOT / "tests" / "search" / "queries.yml")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    data = dataset.read(ROOT).dataset
    chromium = find_chromium()
    if data is None or chromium is None:
        print("Data går inte att läsa, eller så saknas Chromium.", file=sys.stderr)
        return 1
    queries = metrics.read(yaml.safe_load(options.queries.read_text("utf-8")))
    results: dict[int, dict[str, Measured]] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for size in map(int, options.sizes.split(",")):
            results[size] = measure(browser, synthetic.with_bodies(data, size), queries)
        browser.close()
    text = table(results, f"{len(queries)} egna frågor")
    print(text)
    for size, engines in results.items():
        for engine, one in engines.items():
            parts = [f"{kind} {score.recall:.2f}" for kind, score in one.quality.items()]
            print(f"R={size} {engine}: {', '.join(parts)}")
    if options.out:
        options.out.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
