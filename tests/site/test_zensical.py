"""Zensical builds the same site: texts, headings, anchors and links, page by page."""

import re
import shutil
from datetime import date
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import pytest

from roadmap.site.assets import THEME
from roadmap.site.links import Links, broken_links
from tests.bilingual import make_bilingual
from tests.html import pages, parse, text_of
from tests.projects import MINI, ROOT, SITES, build, change, make_project, run, snapshot
from tests.shared import Shared

ADDRESS = "https://plan.example/farplan/"
OWN_THEME = "mini with a theme of its own"
BILINGUAL = "mini in two languages"
OWN_WORDS = "Provköpings egen sidfot."
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
DEVELOPING = (ROOT / "DEVELOPING.md").read_text("utf-8")


def zensical(project: Path, **environment: str) -> Path:
    """Stage a project that must stage, and build it with Zensical; return the site."""
    staged = project / "staged"
    done = run(project, "roadmap", "stage", str(staged), **environment)
    assert done.returncode == 0, done.stderr
    built = run(staged, "zensical", "build", "--clean", "--strict", **environment)
    assert built.returncode == 0, built.stdout + built.stderr
    return staged / "site"


def change_theme(project: Path) -> None:
    """Give a project files of the theme of its own: one more, and two instead of ours."""
    own = project / "tema"
    shutil.copytree(THEME / "partials", own / "partials")
    change(project, "tema/partials/site-footer.html", "<footer", f"<p>{OWN_WORDS}</p><footer")
    for name, text in {
        "assets/css/site.css": "main { color: red; }",
        "assets/img/vapen.svg": "<svg/>",
        "README.md": "Om temat",
    }.items():
        (own / name).parent.mkdir(parents=True, exist_ok=True)
        (own / name).write_text(text, "utf-8")
    change(project, "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: tema\n")


Sites = tuple[Path, Path]


@pytest.fixture(scope="module", params=["real", "mini", OWN_THEME, BILINGUAL])
def sites(request: pytest.FixtureRequest, shared: Shared) -> Sites:
    """The same project built by MkDocs and by Zensical."""

    def make(folder: Path) -> None:
        if request.param == BILINGUAL:
            make_bilingual(folder)
        else:
            make_project(folder, SITES / request.param.partition(" ")[0])
        if request.param == OWN_THEME:
            change_theme(folder)
        (folder / "data/redirects.yml").write_text("strategier/ett/: strategier/1-1/\n", "utf-8")
        with (folder / "data/settings.yml").open("a", encoding="utf-8") as settings:
            settings.write(f"security:\n  contact: tel:+468123456\n  expires: {date.max}\n")
        build(folder)
        zensical(folder)

    project = shared.folder(f"zensical-{request.param.replace(' ', '-')}", make)
    return project / "site", project / "staged" / "site"


# A mark that our own pages draw once and use: Zensical's draw it each time.
DRAWN = re.compile(r"_\d+")
NO_WORDS = ("script", "style", "template", "sup", "{http://www.w3.org/2000/svg}svg")


def letters(text: str) -> str:
    """Return a text without spaces: our own pages have none that nobody sees."""
    return "".join(text.split())


def said(page: str, document: Element) -> dict[str, list[object]]:
    """Return what must be the same on a page, whatever has built it."""
    here = urljoin(ADDRESS, page.removesuffix("index.html"))
    elements = list(document.iter())
    return {
        "title": [text_of(element) for element in elements if element.tag == "title"],
        "texts": [
            (element.get("data-text"), letters(text_of(element, hidden=())))
            for element in elements
            if element.get("data-text")
        ],
        "headings": [
            (element.tag, element.get("id"), letters(text_of(element)))
            for element in elements
            if element.tag in HEADINGS
        ],
        "anchors": [
            anchor
            for element in elements
            if (anchor := element.get("id")) and not DRAWN.fullmatch(anchor)
        ],
        "links": [
            # Zensical makes a page after its head: it has all styles.
            (
                element.tag,
                re.sub(r"css/.*", "css", urljoin(here, link)),
            )
            for element in elements
            for name in ("href", "src")
            if (link := element.get(name)) and not DRAWN.fullmatch(link.removeprefix("#"))
        ],
        "metadata": [element.get("content") for element in elements if element.tag == "meta"],
        "structured data": [
            element.text for element in elements if element.get("type") == "application/ld+json"
        ],
        "languages": [(element.tag, lang) for element in elements if (lang := element.get("lang"))],
        "words": [
            letters(text_of(element, hidden=NO_WORDS))
            for element in elements
            if element.tag == "body"
        ],
    }


def test_every_page_says_the_same(sites: Sites) -> None:
    ours, theirs = sites
    assert pages(ours) == pages(theirs)
    assert ("en/strategier/1-1/index.html" in pages(ours)) == (ours.parent / "docs/en").is_dir()
    for page in pages(ours):
        expected, found = (said(page, parse(site / page)) for site in sites)
        for what in expected:
            assert found[what] == expected[what], f"{what}: {page}"


@pytest.mark.parametrize("sites", [OWN_THEME], indirect=True)
def test_a_theme_of_ones_own_is_kept_with_ours_beneath(sites: Sites) -> None:
    for site in sites:
        assert OWN_WORDS in (site / "index.html").read_text("utf-8")
        for page in pages(site):
            html = (site / page).read_text("utf-8")
            assert (OWN_WORDS in html) == ("<footer" in html), page
        (sheet,) = site.glob("assets/css/site*")
        assert sheet.read_text() == "main{color:red}"
        assert (site / "assets/img/vapen.svg").read_text() == "<svg/>"


def test_what_the_configuration_says_is_staged(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", MINI)
    # A name from the environment, a function, a value of the project's own, another configuration.
    change(project, "mkdocs.yml", "site_name: Provplan", 'site_name: !ENV [PROV, "Provplan"]')
    change(project, "mkdocs.yml", "site_dir: site", "site_dir: ../www")
    emoji = "pymdownx.emoji:\n      emoji_index: !!python/name:material.extensions.emoji.twemoji"
    change(project, "mkdocs.yml", "  - tables", f"  - tables\n  - {emoji}")
    (project / "mkdocs.yml").rename(project / "grund.yml")
    (project / "mkdocs.yml").write_text("INHERIT: grund.yml\nextra:\n  prov: sant\n", "utf-8")
    for _ in range(2):  # an earlier stage is replaced
        site = zensical(project, PROV="Egenplan")
    assert "Egenplan" in str(said("", parse(site / "index.html"))["metadata"])
    staged = (project / "staged/mkdocs.yml").read_text("utf-8")
    assert staged.startswith("# Skrivet av roadmap stage")
    assert "prov: sant" in staged
    assert "emoji_index: !!python/name:material.extensions.emoji.twemoji" in staged
    assert not (project.parent / "www").exists()
    assert not (project / "www").exists()


def test_every_head_knows_the_same_address(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", MINI)
    address = "HTTPS://Plan.example/farplan"  # another way to write it
    assert run(project, "roadmap", "build", SITE_URL=address).returncode == 0
    ours, theirs = project / "site", zensical(project, SITE_URL=address)
    assert f"{ADDRESS}assets/img/share.png" in str(said("", parse(ours / "index.html")))
    for page in pages(ours):
        expected, found = (said(page, parse(site / page)) for site in (ours, theirs))
        for what in ("metadata", "links", "structured data"):
            assert found[what] == expected[what], f"{what}: {page}"


def test_its_links_hold(sites: Sites) -> None:
    assert broken_links(sites[1], Links()) == []


def test_files_differ_just_as_is_told(sites: Sites) -> None:
    ours, theirs = (
        {name: content for name, content in snapshot(site).items() if not name.endswith(".html")}
        for site in sites
    )
    table = DEVELOPING.split("## Life after Material")[1].split("## ")[0]
    told = re.findall(r"^\| `(.+?)` \|", table, re.MULTILINE)
    differ = {name for name in ours | theirs if ours.get(name) != theirs.get(name)}
    assert [name for name in sorted(differ) if not name.startswith(tuple(told))] == []
    assert [name for name in told if not any(one.startswith(name) for one in differ)] == []


def test_staging_tells_faults_and_spares_what_is_no_stage(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", MINI)
    done = run(project, "roadmap", "stage", "docs")
    what = "innehåller något annat. Välj en tom eller ny mapp."
    assert (done.returncode, done.stderr) == (1, f"{project / 'docs'} {what}\n")
    change(project, "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: tema\n")
    done = run(project, "roadmap", "stage", str(tmp_path / "new"))
    assert (done.returncode, done.stderr.startswith("mkdocs.yml:")) == (1, True)
    assert "(custom_dir) finns inte." in done.stderr
    (project / "tema").mkdir()
    done = run(project, "roadmap", "stage", "tema/ny")
    assert (done.returncode, "som webbplatsen görs av" in done.stderr) == (1, True)
    (tmp_path / "file").write_text("x")
    done = run(project, "roadmap", "stage", str(tmp_path / "file" / "stage"))
    what = "En del av sökvägen är en fil, inte en mapp."
    assert (done.returncode, done.stderr) == (1, f"{tmp_path / 'file'}: {what}\n")
    change(project, "data/plan.yml", "title:", "titel:")
    done = run(project, "roadmap", "stage", str(tmp_path / "new"))
    assert done.returncode == 1
    assert 'data/plan.yml:1:1: Fältet "titel" finns inte här. Menade du "title"?' in done.stderr
    assert not (tmp_path / "new").exists()
