"""Run the comparison and write its table: `python -m bench.search [--sizes 1,60,300]`."""

import argparse
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import brotli  # type: ignore[import-untyped]
import yaml
from playwright.sync_api import Browser, Page

from bench import synthetic
from bench.search import metrics, pagefind_peer
from bench.search.report import COLD, ENGINES, Measured, machine, table
from roadmap import search, views
from roadmap.model.dataset import Dataset
from roadmap.search.dictionaries import read_dictionaries
from roadmap.search.entries import units
from roadmap.search.index import build_index
from roadmap.search.word_forms import fold
from roadmap.site.assets import light
from tests.projects import REAL, dataset_of
from tools.web import launched, served

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
SCRIPTS = ROOT / "roadmap" / "theme" / "assets" / "js"
STYLES = ROOT / "roadmap" / "theme" / "assets" / "css" / "site.css"
TYPED = "otrygghet i förorten"
FIRST = 10  # results whose texts are fetched
READY = "[data-search-ready]"

# From each keystroke in the field of the search page until its results are laid out, in ms.
KEYSTROKES = """async (text) => {
  const field = document.querySelector("main input[type=search]");
  const status = document.querySelector("[data-search-status]");
  const times = [];
  for (let end = 1; end <= text.length; end++) {
    const ready = new Promise((done) => {
      new MutationObserver((_, observer) => {
        if (!("searchReady" in status.dataset)) return;
        observer.disconnect();
        done();
      }).observe(status, { attributes: true });
    });
    const start = performance.now();
    field.value = text.slice(0, end);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await ready;
    document.body.getBoundingClientRect(); // laid out
    times.push(performance.now() - start);
  }
  return times;
}"""


def measure(browser: Browser, data: Dataset, queries: list[metrics.Query]) -> dict[str, Measured]:
    """Build and try every engine for one data set."""
    found = {engine: Measured() for engine in ENGINES}
    with tempfile.TemporaryDirectory() as name:
        for engine, measured in found.items():
            folder = Path(name) / engine
            folder.mkdir()
            _prepare(folder, data)
            measured.build = _BUILDERS[engine](data, folder)
            built = folder / ("search" if engine == "ours" else "pagefind")
            sizes = [path.stat().st_size for path in built.rglob("*") if path.is_file()]
            measured.files, measured.total = len(sizes), sum(sizes)
            with served(folder) as address:
                _try(browser, engine, address, folder, queries, measured)
    return found


def _prepare(folder: Path, data: Dataset) -> None:
    """Put the scripts in a folder as they are published, with a page to ask and the search page."""
    page = folder / "sok" / "index.html"
    page.parent.mkdir()
    for script in ("search-page.js", "bench.js"):
        (folder / script).write_bytes(light(script, [SCRIPTS, HERE]))
    shutil.copy(HERE / "page.html", folder / "index.html")
    shutil.copy(STYLES, page.parent)
    page.write_text(
        f'<!doctype html><html lang="sv" class="js"><meta charset="utf-8"><title>Sök</title>'
        f'<link rel="stylesheet" href="{STYLES.name}">'
        f"<main>{views.search_page(data, 'sok/')}</main>"
        f'<script type="module" src="../search-page.js"></script></html>',
        "utf-8",
    )


def _ours(data: Dataset, folder: Path) -> float:
    start = time.perf_counter()
    for name, content in search.build(data):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return time.perf_counter() - start


def _plain(data: Dataset, folder: Path) -> float:
    return pagefind_peer.build(units(data), folder / "pagefind", None)


def _layered(data: Dataset, folder: Path) -> float:
    dictionaries = read_dictionaries(data.synonyms)
    found = units(data)
    seconds = pagefind_peer.build(found, folder / "pagefind", dictionaries)
    terms = build_index(units(synthetic.with_bodies(data, 1)), dictionaries)
    forms = sorted({form for term in terms.values() for form in term.forms})
    typed = sorted(word for word in dictionaries.synonyms if " " not in word)
    words = {
        "stop": sorted(dictionaries.stop | {fold(w) for w in dictionaries.stop}),
        "forms": forms + typed,
    }
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
    asked = [one.text for one in queries if one.exact]
    for text in asked[:: max(1, len(asked) // COLD)]:
        fetched, seconds = _cold(browser, engine, address, text)
        measured.bytes.append(sum(_compressed(folder, path) for path in fetched))
        measured.first.append(seconds)
    if engine == "ours":
        measured.keys = _keys(browser, address)


def _find(page: Page, engine: str, text: str, snippets: int) -> list[str]:
    found: list[str] = page.evaluate("([e, t, n]) => runQuery(e, t, n)", [engine, text, snippets])
    return found


def _cold(browser: Browser, engine: str, address: str, text: str) -> tuple[list[str], float]:
    """Search once with nothing in the cache; return the paths fetched and the time.

    Ours is the search page as readers meet it, from its address to the drawn results; of the
    other, only its library is weighed and timed.
    """
    context = browser.new_context()
    page = context.new_page()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.removeprefix(address)))
    if engine == "ours":
        start = time.perf_counter()
        page.goto(f"{address}sok/?q={quote(text)}")
        page.wait_for_selector(READY, state="attached")
    else:
        page.goto(address)
        page.wait_for_function("'runQuery' in window")
        fetched = [path for path in fetched if path == "search-words.js"]  # the query layer's
        start = time.perf_counter()
        _find(page, engine, text, FIRST)
    seconds = time.perf_counter() - start
    context.close()
    paths = [path.partition("?")[0] for path in fetched]
    page_itself = ("sok/", f"sok/{STYLES.name}", "favicon.ico")
    return [path for path in paths if path not in page_itself], seconds


def _compressed(folder: Path, path: str) -> int:
    content = (folder / path).read_bytes()
    # Pagefind's own files are compressed already.
    packed = path.rpartition(".")[2] in {"pf_meta", "pf_index", "pf_fragment", "pagefind"}
    return len(content) if packed else len(brotli.compress(content, quality=11))


def _keys(browser: Browser, address: str) -> list[float]:
    """Return the times from keystroke to laid out results on a four times slower processor."""
    page = browser.new_page()
    page.goto(f"{address}sok/?q={quote(TYPED)}")
    page.wait_for_selector(READY, state="attached")
    client = page.context.new_cdp_session(page)
    client.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    times: list[float] = page.evaluate(KEYSTROKES, TYPED)
    page.close()
    return times


def main() -> int:
    """Measure, print the table and write it where asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.search")
    parser.add_argument("--sizes", default="1,60,300")
    parser.add_argument("--queries", type=Path, default=ROOT / "tests" / "search" / "queries.yml")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    data = dataset_of(REAL)
    queries = metrics.read(yaml.safe_load(options.queries.read_text("utf-8")))
    results: dict[int, dict[str, Measured]] = {}
    with launched() as browser:
        for size in map(int, options.sizes.split(",")):
            results[size] = measure(browser, synthetic.with_bodies(data, size), queries)
        made_with = machine(browser.version)
    text = table(results, len(queries), made_with)
    print(text)
    if options.out:
        options.out.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
