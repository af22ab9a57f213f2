"""The published scripts: lighter than their sources, the same to a browser, old ones too."""

import re
from pathlib import Path

import pytest

from roadmap.assets import lighten
from tests.projects import ROOT

ASSETS = ROOT / "theme" / "assets"

# What came after Chrome 96 and Safari 15.1, the browsers of a phone from the autumn of 2021. A
# list of what one might reach for; no such browser is at hand to run the tests in.
NEWER = {
    "array method": r"\.(?:at|findLast|findLastIndex|group|groupBy|toSorted|toReversed|with)\(",
    "object method": r"Object\.(?:hasOwn|groupBy)|Promise\.(?:withResolvers|try)|structuredClone",
    "lookbehind": r"\(\?<[=!]",
    "pattern flags": r"/[a-z]*[vd][a-z]*\.(?:exec|test)\(",
    "class block": r"static\s*\{",
    "private name test": r"#\w+ in ",
    "top-level await": r"^await ",
    "dialog and popover": r"showModal|showPopover|\binert\b",
}


def test_comments_and_indents_are_not_published(site: Path) -> None:
    for source in ASSETS.rglob("*.js"):
        published = (site / "assets" / source.relative_to(ASSETS)).read_text("utf-8")
        assert len(published) < len(source.read_text("utf-8"))
        assert not [line for line in published.splitlines() if line.startswith((" ", "//"))]


def test_strings_and_patterns_are_left_alone(tmp_path: Path) -> None:
    script = tmp_path / "a.js"
    script.write_text(
        'const a = /\\/\\/ "x"/; // bort\nconst b = `1  // 2`;  const c = "  // å";\n'
    )
    lighten(tmp_path)
    once = script.read_text("utf-8")
    assert once == 'const a=/\\/\\/ "x"/;const b=`1  // 2`;const c="  // å";'
    lighten(tmp_path)
    assert script.read_text("utf-8") == once


@pytest.mark.parametrize("name", NEWER)
def test_the_scripts_need_no_newer_browser(name: str) -> None:
    for source in ASSETS.rglob("*.js"):
        assert not re.search(NEWER[name], source.read_text("utf-8"), re.MULTILINE), source
