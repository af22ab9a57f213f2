"""A site's own look follows from its settings: pages, style sheets, icon, feeds and Word."""

import io
import re
from pathlib import Path

import docx
import pytest

from roadmap.exports.word.document import compilation_docx
from roadmap.presenters.colours import DARK_GROUNDS, TEXT, least_contrast
from tests.html import pages
from tests.look import COLOUR, LOGO_TEXT, give_look
from tests.projects import OTHER, build, dataset_of, make_project, run
from tests.shared import Shared


@pytest.fixture(scope="module")
def project(shared: Shared) -> Path:
    """A fictional municipality's site with a look of its own, built."""
    return shared.folder("look", lambda folder: build(give_look(make_project(folder, OTHER))))


def test_every_page_has_the_logo_and_the_icon(project: Path) -> None:
    found = pages(project / "site")
    assert len(found) > 10
    for url in found:
        html = (project / "site" / url).read_text("utf-8")
        (logo,) = re.findall(r'<a class="home"[^>]*>\s*<img ([^>]*)>', html)
        assert re.search(r'src="[./]*bilder/logotyp\.svg"', logo), url
        assert f'alt="{LOGO_TEXT}" width="88" height="44"' in logo
        assert re.search(r'<link rel="icon" href="[./]*bilder/ikon\.png" type="image/png">', html)
        assert "area-1" not in html.partition('<a class="home"')[2].partition("</a>")[0]
        assert "<style" not in html
        assert " style=" not in html.partition("<main")[0]


def test_every_style_sheet_has_the_colour_and_a_tone_of_it_for_the_dark(project: Path) -> None:
    sheets = list((project / "site/assets/css").glob("*.css"))
    assert len(sheets) == 3
    for sheet in sheets:
        own = sheet.read_text("utf-8").rpartition(":root{--link:#8a1538")[2]
        assert own.startswith(";--slab:#8a1538}")
        tones = set(re.findall(r"--link:(#\w{6})", own))
        (tone,) = tones
        assert tone != COLOUR
        assert least_contrast(tone, DARK_GROUNDS) >= TEXT
        assert ".home img{" in own


def test_feeds_and_the_word_file_have_it_too(project: Path) -> None:
    feed = (project / "site/andringar/feed.xml").read_text("utf-8")
    assert "<icon>../bilder/ikon.png</icon>" in feed
    assert "<logo>../bilder/logotyp.svg</logo>" in feed
    document = docx.Document(io.BytesIO(compilation_docx(dataset_of(project))))
    for style in ("Title", "Hyperlink"):
        assert str(document.styles[style].font.color.rgb) == COLOUR.strip("#").upper()


def test_the_data_is_sound_and_a_faulty_look_stops_the_build(project: Path, tmp_path: Path) -> None:
    done = run(project, "roadmap", "validate")
    assert done.returncode == 0, done.stderr
    faulty = give_look(make_project(tmp_path / "other", OTHER), colour="#ff7f00")
    done = run(faulty, "roadmap", "build")
    assert done.returncode == 1
    assert "Närmast som räcker är '#ad5600'." in done.stderr
    assert not (faulty / "site").exists()


def test_a_page_that_a_site_does_not_have_has_no_link_in_the_footer(tmp_path: Path) -> None:
    project = make_project(tmp_path / "other", OTHER)
    for name in ("om/textrattning", "om/personuppgifter", "andringar"):
        (project / f"docs/{name}.md").unlink()
    site = build(project)
    footer = (site / "index.html").read_text("utf-8").partition('<footer class="site">')[2]
    links = re.findall(r'href="([^"]*)"', footer.partition("</nav>")[0])
    assert "om/bedomningar/" in links
    assert {"om/textrattning/", "om/personuppgifter/", "andringar/"}.isdisjoint(links)
