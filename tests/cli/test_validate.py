"""`validate` tells every fault in one run: those of the data hide none of those of the pages."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bilingual import make_bilingual
from tests.projects import change, run

AREA = "data/goal-areas/2-bo.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A site in two languages where each rule about pages is broken, once."""
    project = make_bilingual(tmp_path / "project")
    docs = project / "docs"
    (docs / "malomraden/bo.md").rename(docs / "malomraden/bygga.md")
    shutil.copy(docs / "malomraden/bygga.md", docs / "malomraden/lara.md")
    change(project, "docs/om/index.md", "# ", "### ")
    (docs / "lattlast.md").write_text(f"# Lätt\n\n{'Kommunfullmäktigeledamot ' * 30}.\n", "utf-8")
    (docs / "en/mer.md").write_text("# More\n", "utf-8")
    (docs / "en/malomraden/lara.md").unlink()
    (docs / "templates").mkdir()
    (project / "data/redirects.yml").write_text("Gammal/: om/\n", "utf-8")
    return project


# What is told of it whatever the data says, each by where it stands and some of its words.
PAGES = {
    "data/goal-areas/1-lara.yml:1:1": "Målområdet har ingen sida på engelska",
    "data/goal-areas/2-bo.yml:1:1": "Målområdet har ingen sida. Kopiera",
    "data/redirects.yml:1:1": '"Gammal/" är ingen adress till en sida',
    "docs/en/mer.md:1:1": "en sida som inte finns",
    "docs/lattlast.md:1:1": "Sidan är svår för att vara lättläst",
    "docs/malomraden/lara.md:1:15": "Sidan hör till målområde M1, men visar M2",
    "docs/om/index.md:6:1": "står före sidans huvudrubrik",
    "docs/templates:1:1": "Det som ligger här publiceras inte",
}


def told(project: Path) -> dict[str, str]:
    """Return what is said of a faulty project, by its place."""
    done = run(project, "roadmap", "validate")
    assert done.returncode == 1
    return dict(line.split(": ", 1) for line in done.stderr.splitlines())


def break_a_field(project: Path) -> None:
    change(project, AREA, "title: Bo", "titel: Bo")


def break_the_plan(project: Path) -> None:
    change(project, "data/plan.yml", "title:", "titel:")


def break_a_rule(project: Path) -> None:
    change(project, AREA, "id: S2.1", "id: S1.1")


def break_the_settings(project: Path) -> None:
    change(project, "data/settings.yml", "publisher:", "utgivare:")


BREAKS = {
    "nothing": (lambda _: None, ""),
    "field": (break_a_field, AREA),
    "plan": (break_the_plan, "data/plan.yml"),
    "rule": (break_a_rule, AREA),
    "settings": (break_the_settings, "data/settings.yml"),
}


@pytest.mark.parametrize(("break_it", "file"), BREAKS.values(), ids=BREAKS)
def test_faults_of_the_data_hide_none_of_the_pages(
    project: Path, break_it: Callable[[Path], None], file: str
) -> None:
    break_it(project)
    found = told(project)
    for place, words in PAGES.items():
        assert words in found.get(place, ""), (place, found)
    assert any(place.startswith(file) for place in found.keys() - PAGES.keys())


def test_what_follows_from_a_file_that_cannot_be_read_is_not_told(tmp_path: Path) -> None:
    project = make_bilingual(tmp_path / "project")
    easy = "---\ntranslation:\n  of: data\n  hash: 000000000000\n  by: Ann\n  reviewed: true\n---\n"
    (project / "docs/lattlast.md").write_text(f"{easy}\n# Lätt\n\nEtt ord.\n", "utf-8")
    assert "har ändrats" in run(project, "roadmap", "validate").stderr
    settings = "data/settings.yml"
    for file, old, new in ((AREA, "title: Bo", "title: [Bo"), (settings, "publisher:", "[:")):
        sound = (project / file).read_text("utf-8")
        before = {*run(project, "roadmap", "validate").stderr.splitlines()}
        change(project, file, old, new)
        after = {*run(project, "roadmap", "validate").stderr.splitlines()} - before
        assert len(after) == 1, after
        assert after.pop().startswith(file)
        (project / file).write_text(sound, "utf-8")


def test_a_file_in_a_place_that_is_taken_is_told_beside_faults_of_pages(project: Path) -> None:
    (project / "docs/sitemap.xml").write_text("Påhittat\n", "utf-8")
    assert "är upptagen" in told(project)["docs/sitemap.xml:1:1"]


def orphans(project: Path) -> list[str]:
    done = run(project, "roadmap", "validate")
    assert done.returncode == 0, done.stderr
    return [line for line in done.stderr.splitlines() if "länkar hit" in line]


def test_a_page_that_no_other_leads_to_is_told_as_advice(tmp_path: Path) -> None:
    project = make_bilingual(tmp_path / "project")
    assert orphans(project) == []
    (project / "docs/om/mer.md").write_text("# Mer\n\nSe [den här sidan](mer.md).\n", "utf-8")
    advice = (
        "docs/om/mer.md:1:1: varning: Ingen annan sida länkar hit, så läsare hittar knappast "
        "sidan. Länka till den från en annan sida, till exempel från docs/om/index.md."
    )
    assert orphans(project) == [advice]
    about = (project / "docs/om/index.md").read_text("utf-8")
    for link in (
        "[Mer om planen](mer.md#om)",
        "[Mer om planen]: mer.md",
        '<a href="mer/">Mer om planen</a>',
        "[Mer om planen](/om/mer/)",
    ):
        (project / "docs/om/index.md").write_text(f"{about}\n\n{link}\n", "utf-8")
        assert orphans(project) == [], link
    for link in ("[Mer om planen](https://prov.example/om/mer/)", "[Mer om planen](../mer.md)"):
        (project / "docs/om/index.md").write_text(f"{about}\n\n{link}\n", "utf-8")
        assert orphans(project) == [advice], link
