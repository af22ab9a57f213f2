"""The published assets: lighter than their sources, the same to a browser, named by content."""

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import minify  # type: ignore[import-untyped]
import pytest

from roadmap.site.assets import THEME, assets, light
from tests.html import pages
from tests.projects import MINI, build, change, make_project

ASSETS = THEME / "assets"
# What the page's own script fetches when it is needed.
FETCHED = ("search-page", "selection", "ordering", "narrowing")
NAMED = re.compile(r"(.+)\.([0-9a-f]{12})\.(?:css|js|svg)")


def test_what_is_published_is_lighter_and_named_by_its_content(site: Path) -> None:
    sources = [path for path in ASSETS.rglob("*") if path.suffix in (".js", ".css")]
    assert len(sources) > 5
    published = {path.name: path for path in (site / "assets").rglob("*") if path.is_file()}
    assert published.pop("share.png").read_bytes() == (ASSETS / "img/share.png").read_bytes()
    names = {}
    for name, path in published.items():
        found = NAMED.fullmatch(name)
        assert found, name
        assert found[2] == sha256(path.read_bytes()).hexdigest()[:12]
        names[found[1] + path.suffix] = path
    scripts = {f"{name}.js" for name in ("site", "moved", *FETCHED)}
    assert set(names) == {*scripts, "site.css", "fewer.css", "response.css", "favicon.svg"}
    before = sum(path.stat().st_size for path in sources)
    # What few pages need is left out of a second style sheet.
    sizes = [names[f"{name}.css"].stat().st_size for name in ("fewer", "response", "site")]
    assert sizes == sorted(sizes)
    assert sizes[0] < 0.8 * sizes[2]
    for sheet in ("response.css", "site.css"):
        del names[sheet]
    after = sum(path.stat().st_size for path in names.values() if path.suffix != ".svg")
    assert after < 0.7 * before
    for fetched in (f"{name}.js" for name in FETCHED):
        assert f'"./{names[fetched].name}"' in names["site.js"].read_text("utf-8")
        assert f'"./{fetched}"' not in names["site.js"].read_text("utf-8")


def test_what_depends_on_the_width_is_made_light_too(site: Path) -> None:
    (sheet,) = (site / "assets/css").glob("site.*")
    css = sheet.read_text("utf-8")
    assert css.count("@container (") == (ASSETS / "css/site.css").read_text("utf-8").count(
        "@container ("
    )
    assert "\n" not in css
    assert "; " not in css


def test_a_change_gives_new_names_to_all_that_lead_to_it(tmp_path: Path) -> None:
    before = assets()
    script = tmp_path / "assets/js/elements.js"
    script.parent.mkdir(parents=True)
    script.write_text((ASSETS / "js/elements.js").read_text("utf-8") + "export const added = 1;\n")
    after = assets(tmp_path)
    changed = {name for name in before.urls if before.urls[name] != after.urls[name]}
    # Both take in the changed module, and the first fetches them.
    assert changed == {f"assets/js/{name}.js" for name in ("site", "search-page", "selection")}
    # Where the earlier files are kept, an earlier page goes on with its own.
    assert not [
        url for url in before.files if before.files[url] != after.files.get(url, before.files[url])
    ]


def test_a_projects_own_file_goes_before_that_of_the_theme(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", MINI)
    mark = project / "docs/assets/img/favicon.svg"
    mark.parent.mkdir(parents=True)
    mark.write_text("<svg/>")
    sheet = project / "own/assets/css/site.css"
    sheet.parent.mkdir(parents=True)
    sheet.write_text("main { color: red; }")
    (sheet.parent / "more.css").write_text("b { }")
    change(project, "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: own\n")
    (project / "data/redirects.yml").write_text("om/forr/: om/\n")
    site = build(project)
    assert [path.read_text() for path in site.glob("assets/css/site.*")] == ["main{color:red}"]
    assert [path.read_text() for path in site.glob("assets/img/favicon.*.svg")] == ["<svg/>"]
    # What the theme does not have keeps the name that it was given.
    assert (site / "assets/css/more.css").read_text() == "b { }"
    for page in pages(site):
        html = (site / page).read_text("utf-8")
        assert re.search(
            r'href="[./]*assets/css/(?:site|fewer|response)\.[0-9a-f]{12}\.css"', html
        ), page
        assert re.search(r'href="[./]*assets/img/favicon\.[0-9a-f]{12}\.svg"', html), page


@pytest.fixture
def lightened(tmp_path: Path) -> Callable[..., str]:
    """Write files, and return what is published of the last."""

    def lightened(**texts: str) -> str:
        for name, text in texts.items():
            (tmp_path / name.replace("_", ".")).write_text(text, "utf-8")
        return light(name.replace("_", "."), [tmp_path]).decode()

    return lightened


def test_strings_patterns_and_what_others_import_are_left_alone(
    lightened: Callable[..., str],
) -> None:
    once = lightened(
        a_js='export const pattern = /\\/\\/ "x"/; // bort\n'
        "export function long(name) { return `1  // ${name}`; }\n"
        'export const text = "  // å";\n'
    )
    for kept in ('pattern=/\\/\\/ "x"/', "function long(e){return`1  // ${e}`}", 'text="  // å"'):
        assert kept in once
    assert lightened(a_js=once) == once


def test_a_script_takes_in_what_it_imports_once(lightened: Callable[..., str]) -> None:
    script = lightened(
        words_js="export const word = () => document.title;\n",
        index_js='import { word } from "./words.js";\n'
        "export async function index() { return word(); }\n",
        page_js='import { index } from "./index.js";\nimport { word } from "./words.js";\n'
        "document.body.append(index(), word());\n",
    )
    assert script.count("document.title") == 1
    assert "import" not in script
    assert "export" not in script


def test_names_that_two_modules_share_stop_the_build(lightened: Callable[..., str]) -> None:
    with pytest.raises(minify.MinifyError, match="other has already been declared"):
        lightened(
            words_js="export const word = 1;\nconst other = 2;\n",
            page_js='import { word } from "./words.js";\nconst other = word;\n',
        )


def test_selectors_keep_their_meaning(lightened: Callable[..., str]) -> None:
    sheet = lightened(
        a_css=".a :is(.b) { color: #ff0000; }\n.a:is(.b) { content: '  ·'; }\n",
    )
    assert sheet == ".a :is(.b){color:red}.a:is(.b){content:'  ·'}"
