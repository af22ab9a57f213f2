"""Every page is HTML as the standard has it."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from tests.html import pages, parse, text_of
from tools import checker

# The policy's 'self' means nothing in a file, so the checker believes our own files blocked.
NOT_TOLD = "Resource violates Content Security Policy (meta tag): external "


def is_known(message: dict[str, Any]) -> bool:
    """Whether the checker only misjudges the policy: JSON-LD is data, which never runs."""
    data = "Inline script violates" in message["message"] and "ld+json" in message["extract"]
    return data or message["message"].startswith(NOT_TOLD)


def test_every_page_conforms(
    site: Path,
    two_answers: Path,
    miniature: Path,
    other_municipality: Path,
) -> None:
    sites = (site, two_answers, miniature, other_municipality)
    found = checker.find_checker()
    if found is None:
        assert not checker.must_check(), "Nu HTML Checker saknas. Kör: python -m tools.checker"
        for folder in sites:
            for page in pages(folder):
                parse(folder / page)
        return
    told = [
        f"{message['type']} {message.get('url', '')}:{message.get('lastLine', '')}"
        f" {message['message']} {message.get('extract', '')}"
        for message in checker.check(found, *sites)
        if not (message["type"] == "info" and is_known(message))
    ]
    assert told == []


def shown(element: Element) -> Iterator[Element]:
    """Yield an element and all in it but what is hidden until a script has filled it."""
    if "hidden" not in element.attrib:
        yield element
        for child in element:
            yield from shown(child)


def test_nothing_that_is_folded_or_quoted_is_empty(
    site: Path,
    two_answers: Path,
    miniature: Path,
    other_municipality: Path,
) -> None:
    folded = 0
    for folder in (site, two_answers, miniature, other_municipality):
        for page in pages(folder):
            for element in shown(parse(folder / page)):
                where = f"{folder.parent.name}: {page}"
                if element.tag in ("blockquote", "q"):
                    assert text_of(element), where
                elif element.tag == "details":
                    folded += 1
                    summary, *opened = element
                    assert any(map(text_of, opened)), f"{where}: {text_of(summary)}"
    assert folded


def test_the_checker_sees_faults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = checker.find_checker()
    if found is None:
        pytest.skip("Nu HTML Checker saknas")
    (tmp_path / "index.html").write_text(
        "<!doctype html><html lang=sv><title>x</title><p><ul></ul></p><img src=x>", "utf-8"
    )
    assert sum(message["type"] == "error" for message in checker.check(found, tmp_path)) >= 2


def test_ci_does_not_go_without_the_checker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    assert not checker.must_check()
    monkeypatch.setenv("CI", "true")
    assert checker.must_check() == checker.has_java()
    monkeypatch.setattr(checker, "ensure_checker", lambda: None)
    assert checker.main() == int(checker.has_java())
    monkeypatch.setenv("PATH", "")
    assert shutil.which("java") is None
    assert not checker.must_check()
    assert checker.main() == 0
