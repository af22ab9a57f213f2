"""The published scripts: lighter than their sources, the same to a browser."""

from pathlib import Path

import minify  # type: ignore[import-untyped]
import pytest

from roadmap.site.assets import lighten
from tests.projects import ROOT

ASSETS = ROOT / "roadmap" / "theme" / "assets"


def test_what_is_published_is_lighter(site: Path) -> None:
    sources = [path for path in ASSETS.rglob("*") if path.suffix in (".js", ".css")]
    assert len(sources) > 5
    published = [path for path in (site / "assets").rglob("*") if path.suffix in (".js", ".css")]
    assert {path.name for path in published} == {
        "site.js",
        "search-page.js",
        "selection.js",
        "site.css",
    }
    before, after = (sum(path.stat().st_size for path in all) for all in (sources, published))
    assert after < 0.7 * before


def test_strings_patterns_and_what_others_import_are_left_alone(tmp_path: Path) -> None:
    script = tmp_path / "a.js"
    script.write_text(
        'export const pattern = /\\/\\/ "x"/; // bort\n'
        "export function long(name) { return `1  // ${name}`; }\n"
        'export const text = "  // å";\n'
    )
    lighten(tmp_path)
    once = script.read_text("utf-8")
    for kept in ('pattern=/\\/\\/ "x"/', "function long(e){return`1  // ${e}`}", 'text="  // å"'):
        assert kept in once
    lighten(tmp_path)
    assert script.read_text("utf-8") == once


def test_a_script_takes_in_what_it_imports_once(tmp_path: Path) -> None:
    (tmp_path / "words.js").write_text("export const word = () => document.title;\n")
    (tmp_path / "index.js").write_text(
        'import { word } from "./words.js";\nexport function index() { return word(); }\n'
    )
    (tmp_path / "page.js").write_text(
        'import { index } from "./index.js";\nimport { word } from "./words.js";\n'
        "document.body.append(index(), word());\n"
    )
    lighten(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["page.js"]
    script = (tmp_path / "page.js").read_text("utf-8")
    assert script.count("document.title") == 1
    assert "import" not in script
    assert "export" not in script


def test_names_that_two_modules_share_stop_the_build(tmp_path: Path) -> None:
    (tmp_path / "words.js").write_text("export const word = 1;\nconst other = 2;\n")
    (tmp_path / "page.js").write_text('import { word } from "./words.js";\nconst other = word;\n')
    with pytest.raises(minify.MinifyError, match="other has already been declared"):
        lighten(tmp_path)


def test_selectors_keep_their_meaning(tmp_path: Path) -> None:
    sheet = tmp_path / "a.css"
    sheet.write_text(".a :is(.b) { color: #ff0000; }\n.a:is(.b) { content: '  ·'; }\n")
    lighten(tmp_path)
    assert sheet.read_text("utf-8") == ".a :is(.b){color:red}.a:is(.b){content:'  ·'}"
