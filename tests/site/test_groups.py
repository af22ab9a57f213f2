"""A plan of three levels: groups between a goal area and its milestones and strategies."""

import json
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

import docx
import pytest

from roadmap.exports import open_data
from roadmap.exports.word import compilation_docx
from roadmap.importing.readers import read_manuscript
from roadmap.importing.response import response_of
from roadmap.model.dataset import Dataset
from roadmap.presenters.transcript import source_words
from roadmap.search.entries import units
from tests.exports.open_data.whole import whole
from tests.html import by_attribute, parse, shown, text_of
from tests.projects import LABELS, MINI, build, dataset_of, make_project
from tests.repositories import Repository
from tests.shared import Shared


@pytest.fixture(scope="module")
def project(shared: Shared) -> Path:
    """The site built with a history: a group gets another title, and a strategy moves to it."""

    def make(folder: Path) -> None:
        repository = Repository(make_project(folder, LABELS))
        repository.commit()
        areas = "data/goal-areas/2-bo.yml"
        repository.change(areas, "title: Framtiden", "title: Vår framtid")
        repository.change(areas, "någonstans att bo", "någon stans att bo")
        repository.change(
            areas, "- id: unga\n    group: hus-och-hem", "- id: unga\n    group: framtiden"
        )
        repository.commit()
        build(folder, ROADMAP_PUBLISH="1")

    return shared.folder("groups", make)


@pytest.fixture(scope="module")
def labels() -> Dataset:
    return dataset_of(LABELS)


def headings(page: Element) -> list[tuple[str, str]]:
    levels = ("h1", "h2", "h3", "h4", "h5")
    main = page.find(".//main")
    assert main is not None
    return [(one.tag, text_of(one)) for one in main.iter() if one.tag in levels]


def test_the_areas_page_has_each_group_over_what_stands_in_it(project: Path) -> None:
    page = parse(project / "site/malomraden/bo/index.html")
    told = [one for one in headings(page) if one[0] in ("h2", "h3")]
    assert told == [
        ("h2", "Etappmål"),
        ("h3", "Hus och hem"),
        ("h2", "Strategier"),
        ("h3", "Hus och hem"),
        ("h3", "Del 2 Vår framtid"),
        ("h3", "Bygg lagom"),
        ("h2", "Hus och hem"),
        ("h3", "Bygg för barn"),
        ("h2", "Del 2 Vår framtid"),
        ("h3", "Bygg för unga"),
        ("h3", "Bygg för barn och unga tillsammans"),
    ]
    assert "Alla ska ha någon stans att bo." in shown(project / "site", "malomraden/bo")
    (text,) = by_attribute(page, "data-text")["hus-och-hem"]
    assert text_of(text) == "Alla ska ha någon stans att bo."


@pytest.mark.parametrize("page", ["", "strategier", "sok"])
def test_lists_have_the_groups_too(project: Path, page: str) -> None:
    found = headings(parse(project / "site" / page / "index.html"))
    (first,) = [at for at, one in enumerate(found) if one[1] == "Hus och hem"]
    level, next_level = found[first - 1][0], found[first][0]
    assert int(next_level[1]) <= int(level[1]) + 1, "no level is skipped"
    assert found[first + 1][1] == "Del 2 Vår framtid"


def test_a_strategy_says_where_it_stands(project: Path) -> None:
    page = parse(project / "site/strategier/unga/index.html")
    (crumbs,) = by_attribute(page, "class")["crumbs"]
    links = [(text_of(link), link.get("href")) for link in crumbs.iter("a")]
    assert links == [
        ("Start", "../../"),
        ("Strategier", "../../strategier/"),
        ("Boende i hela kommunen", "../../malomraden/bo/"),
        ("Del 2 Vår framtid", "../../malomraden/bo/#grupp-framtiden"),
    ]
    outside = parse(project / "site/strategier/bygg-lagom/index.html")
    (crumbs,) = by_attribute(outside, "class")["crumbs"]
    assert [text_of(link) for link in crumbs.iter("a")][-1] == "Boende i hela kommunen"


def test_changes_of_groups_are_told(project: Path) -> None:
    told = shown(project / "site", "andringar")
    assert "Grupp ”Framtiden” › Titel" in told or "Grupp Del 2 › Titel" in told
    assert "Strategi ”Bygg för unga” › Grupp: rättat ”Hus och hem” Del 2" in told.replace(
        "Borttaget: ", ""
    ).replace("Tillagt: ", "")


def test_the_word_file_has_strategies_below_their_groups(labels: Dataset, tmp_path: Path) -> None:
    path = tmp_path / "svar.docx"
    path.write_bytes(compilation_docx(labels, None))
    paragraphs = docx.Document(str(path)).paragraphs
    told = [(one.style.name, one.text) for one in paragraphs if one.style and one.style.name]
    first = told.index(("Heading 1", "Boende i hela kommunen"))
    found = [one for one in told[first:] if one[0].startswith("Heading")][:9]
    assert found == [
        ("Heading 1", "Boende i hela kommunen"),
        ("Heading 2", "Bygg lagom"),
        ("Heading 2", "Hus och hem"),
        ("Heading 3", "Etappmål"),
        ("Heading 3", "Bygg för barn"),
        ("Heading 3", "Bygg för unga"),
        ("Heading 2", "Del 2 Framtiden"),
        ("Heading 3", "Bygg för barn och unga tillsammans"),
        ("Heading 1", "Mål 3: Vägar"),
    ]
    assert ("toc 3", "Bygg för barn") in [(style, text.split("\t")[0]) for style, text in told]
    assert "Alla ska ha någonstans att bo." in [text for _style, text in told]


def test_the_open_data_tell_of_groups_only_where_there_are_any(labels: Dataset) -> None:
    files = whole(open_data.build(labels, ""))
    rows = json.loads(files["oppna-data/v1/strategier.json"])
    groups = {row["id"]: (row["group"], row["group_number"], row["group_title"]) for row in rows}
    assert groups["barn"] == ("hus-och-hem", None, "Hus och hem")
    assert groups["barn-och-unga"] == ("framtiden", "Del 2", "Framtiden")
    assert groups["las-mer"] == (None, None, None)
    (milestone,) = [
        row
        for row in json.loads(files["oppna-data/v1/etappmal.json"])
        if row["id"] == "nojda-hyresgaster"
    ]
    assert milestone["group_text"] == "Alla ska ha någonstans att bo."
    package = json.loads(files["oppna-data/v1/datapackage.json"])
    (table,) = [one for one in package["resources"] if one["name"] == "strategier"]
    assert [one["name"] for one in table["schema"]["fields"]][-4:] == [
        *("group", "group_number", "group_title", "group_text")
    ]
    without = whole(open_data.build(dataset_of(MINI), ""))
    assert b"group_title" not in b"".join(without.values())


def test_the_search_finds_what_stands_in_a_group_by_its_title(labels: Dataset) -> None:
    found = [unit for unit in units(labels) if "Hus och hem" in f"{unit.hidden} {unit.text}"]
    assert {(unit.group, unit.kind) for unit in found} == {
        ("bo", "area"),
        ("bo", "milestone"),
        ("barn", "strategy"),
        ("unga", "strategy"),
    }


def test_who_retells_the_plan_retells_its_groups(labels: Dataset) -> None:
    words = " ".join(source_words(labels, labels.body("provnamnden")))
    assert "Hus och hem Alla ska ha någonstans att bo. - Andelen hyresgäster" in words
    assert "Del 2 Framtiden Bygg för barn och unga tillsammans" in words


def test_the_groups_of_a_document_are_the_plans_own_words(labels: Dataset, tmp_path: Path) -> None:
    path = tmp_path / "svar.txt"
    path.write_text(
        "Boende i hela kommunen\n\nBygg lagom\n\nVi bygger.\n\nHus och hem\n\n"
        "Alla ska ha någonstans att bo.\n\nBygg för barn\n\nVi bygger för barn.\n\n"
        "Del 2 Framtiden\n\nHela delen är bra.\n\n"
        "Bygg för barn och unga tillsammans\n\nVi bygger för alla.\n",
        "utf-8",
    )
    response = response_of(labels, "provutskottet", read_manuscript(path))
    assert {one.strategies: one.text for one in response.comments} == {
        ("bygg-lagom",): "Vi bygger.",
        ("barn",): "Vi bygger för barn.",
        ("barn-och-unga",): "Vi bygger för alla.",
    }
    assert [(one.text, one.reason) for one in response.unplaced] == [
        ("Hela delen är bra.", "Gäller en grupp av strategier, inte bara en.")
    ]


def test_an_area_may_have_nothing_but_groups(labels: Dataset) -> None:
    area = labels.goal_areas[1]
    strategies = tuple(one.altered(group=one.group or "hus-och-hem") for one in area.strategies)
    all_in_groups = area.altered(strategies=strategies)
    assert [part.group and part.group.id for part in all_in_groups.parts] == [
        "hus-och-hem",
        "framtiden",
    ]
    changed = replace(
        labels, goal_areas=(labels.goal_areas[0], all_in_groups, labels.goal_areas[2])
    )
    assert compilation_docx(changed, None)
