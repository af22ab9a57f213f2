"""Pagefind, the library to beat: plain, and enriched with the same dictionaries as ours."""

import subprocess
import sys
import time
from collections.abc import Iterable
from html import escape
from pathlib import Path

from roadmap.search.dictionaries import Dictionaries, phrase
from roadmap.search.unit import Unit
from roadmap.search.word_forms import tokens


def build(units: Iterable[Unit], folder: Path, dictionaries: Dictionaries | None) -> float:
    """Write Pagefind's bundle for the units; with dictionaries, enriched with what they say.

    Returns the seconds that Pagefind took; writing the pages it reads is not its time.
    """
    more = _Enrichment(dictionaries) if dictionaries else None
    pages = folder.with_name("pages")
    pages.mkdir()
    for place, unit in enumerate(units):
        if unit.kind != "body":
            html = _page(unit, more.of(unit) if more else "")
            (pages / f"{place}.html").write_text(html, "utf-8")
    start = time.perf_counter()
    command = [sys.executable, "-m", "pagefind", "--site", str(pages), "--output-path", str(folder)]
    subprocess.run([*command, "--force-language", "sv"], check=True, capture_output=True)
    return time.perf_counter() - start


def _page(unit: Unit, more: str) -> str:
    number = " ".join(f"nummer{number.replace('.', 'x')}" for number in unit.numbers)
    extra = f'<p data-pagefind-weight="0.5">{escape(more)}</p>' if more else ""
    numbers = f'<p data-pagefind-weight="5">{number}</p>' if more else " ".join(unit.numbers)
    return (
        f'<html lang="sv"><body data-pagefind-body><h2>{escape(unit.title)}</h2>'
        f'<p data-pagefind-meta="unit:{unit.group}">{escape(unit.text)}</p>'
        f"<p>{escape(unit.hidden)}</p>{numbers}{extra}"
        f'<span data-pagefind-meta="unit:{unit.group}"></span></body></html>'
    )


class _Enrichment:
    """The parts of compounds and the words typed for what a text says."""

    def __init__(self, dictionaries: Dictionaries) -> None:
        self._compounds = dictionaries.compounds
        self._stop = dictionaries.stop
        self._forms = dictionaries.forms
        self._typed: dict[tuple[str, ...], list[str]] = {}
        for word, targets in dictionaries.synonyms.items():
            for target in targets:
                self._typed.setdefault(target, []).append(word)

    def of(self, unit: Unit) -> str:
        """Return the words to add to a unit."""
        stems = {self._forms.stem(token.text) for token in tokens(f"{unit.title} {unit.text}")}
        found: dict[str, None] = {}
        for one in sorted(stems):
            for part, form in self._compounds.get(one, ()):
                found[form] = None
                stems.add(part)
        for target, typed in self._typed.items():
            if stems.issuperset(target):
                found.update(dict.fromkeys(typed))
        return " ".join(word for word in found if phrase(word, self._forms, self._stop))
