"""The plan's texts that belong to no milestone or strategy: its goal areas' and its sections."""

import json
from itertools import groupby
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
from roadmap.views import plan_facts
from tests.bilingual import make_bilingual
from tests.exports.open_data.whole import whole
from tests.html import by_attribute, parse, shown, text_of
from tests.projects import LABELS, MINI, build, dataset_of
from tests.repositories import Repository
from tests.shared import Shared

AREA = "Den som växer upp här ska kunna bo kvar som vuxen. nära naturen nära bussen"


@pytest.fixture(scope="module")
def project(shared: Shared) -> Path:
    """The site in two languages, with a history: a word of each text is changed."""

    def make(folder: Path) -> None:
        repository = Repository(make_bilingual(folder, LABELS))
        repository.commit()
        repository.change("data/goal-areas/2-bo.yml", "bo kvar som vuxen", "bo kvar som gammal")
        repository.change("data/plan.yml", "och alla får vara med", "och alla ska vara med")
        repository.commit()
        repository.change("data/goal-areas/2-bo.yml", "bo kvar som gammal", "bo kvar som vuxen")
        repository.change("data/plan.yml", "och alla ska vara med", "och alla får vara med")
        repository.commit()
        build(folder, ROADMAP_PUBLISH="1")

    return shared.folder("plan-texts", make)


@pytest.fixture(scope="module")
def labels() -> Dataset:
    return dataset_of(LABELS)


def quoted(page: Element, text_id: str) -> Element:
    (found,) = by_attribute(page, "data-text")[text_id]
    return found


def test_the_text_of_a_goal_area_stands_above_its_milestones(project: Path) -> None:
    page = parse(project / "site/malomraden/bo/index.html")
    text = quoted(page, "bo/text")
    assert (text.tag, text.get("class"), text_of(text)) == ("blockquote", "source", AREA)
    order = [one.get("data-text") for one in page.iter() if one.get("data-text")]
    assert order[:2] == ["bo/text", "bo/lead-milestones"]
    (place,) = by_attribute(page, "id")["malomrade-bo"]
    links = [link.get("href") for link in place.iter("a")]
    source, own, edit = links
    assert (source, own) == ("../../remissvar/provnamnden/#malomrade-bo", "#malomrade-bo")
    assert edit
    assert edit.endswith("/data/goal-areas/2-bo.yml#L4")
    assert "Målområdets text, återgiven av" in text_of(place)


def test_a_goal_area_without_a_text_is_as_before(project: Path) -> None:
    page = parse(project / "site/malomraden/skola/index.html")
    assert "skola/text" not in by_attribute(page, "data-text")
    assert "malomrade-skola" not in by_attribute(page, "id")


def test_its_translation_stands_beside_it(project: Path) -> None:
    page = parse(project / "site/en/malomraden/bo/index.html")
    text = quoted(page, "bo/text")
    assert (text.get("lang"), text_of(text)) == ("sv", AREA)
    (place,) = by_attribute(page, "id")["malomrade-bo"]
    assert "Words of bo text" in text_of(place)


def test_who_retells_the_plan_retells_it(project: Path, labels: Dataset) -> None:
    words = " ".join(source_words(labels, labels.body("provnamnden")))
    assert "bo kvar som vuxen. - nära naturen - nära bussen Så ska det bli." in words
    page = parse(project / "site/remissvar/provnamnden/index.html")
    assert text_of(quoted(page, "bo/text")) == AREA


def test_the_word_file_has_it_below_the_heading(labels: Dataset, tmp_path: Path) -> None:
    path = tmp_path / "svar.docx"
    path.write_bytes(compilation_docx(labels, None))
    told = [one.text for one in docx.Document(str(path)).paragraphs]
    first = max(at for at, text in enumerate(told) if text == "Boende i hela kommunen")
    assert told[first + 1] == "Den som växer upp här ska kunna bo kvar som vuxen."


def test_the_search_finds_it(labels: Dataset) -> None:
    (found,) = [unit for unit in units(labels) if "bo kvar som vuxen" in unit.text]
    assert (found.kind, found.url) == ("area", "malomraden/bo/")


def test_the_open_data_tell_of_it_only_where_there_is_one(labels: Dataset) -> None:
    files = whole(open_data.build(labels, ""))
    rows = {row["id"]: row for row in json.loads(files["oppna-data/v1/malomraden.json"])}
    assert rows["bo"]["text"].split("\n\n") == [
        "Den som växer upp här ska kunna bo kvar som vuxen.",
        "- nära naturen\n- nära bussen",
    ]
    assert (rows["bo"]["first_page"], rows["bo"]["last_page"]) == (2, 2)
    assert rows["skola"]["text"] is None
    without = whole(open_data.build(dataset_of(MINI), ""))
    assert [*json.loads(without["oppna-data/v1/malomraden.json"])[0]][-2:] == ["address", "number"]


def test_its_changes_are_told(project: Path) -> None:
    told = shown(project / "site", "andringar")
    assert "Målområde Boende i hela kommunen › Text" in told
    assert "bo kvar som Borttaget: vuxen. Tillagt: gammal." in told


def test_a_response_that_repeats_it_does_not_answer_with_it(
    labels: Dataset, tmp_path: Path
) -> None:
    path = tmp_path / "svar.txt"
    path.write_text(
        "Boende i hela kommunen\n\nDen som växer upp här ska kunna bo kvar som vuxen.\n\n"
        "Vi tycker att det är bra.\n\nBygg lagom\n\nVi bygger.\n",
        "utf-8",
    )
    response = response_of(labels, "provutskottet", read_manuscript(path))
    assert [one.text for one in response.unplaced] == ["Vi tycker att det är bra."]


def test_the_sections_of_the_plan_have_a_page(project: Path) -> None:
    page = parse(project / "site/planen/index.html")
    found = [(one.tag, text_of(one)) for one in page.iter() if one.tag in ("h1", "h2")]
    assert found[:4] == [
        ("h1", "Planens övriga avsnitt"),
        ("h2", "1. Inledning"),
        ("h2", "Så följer vi planen"),
        ("h2", "Ansvar"),
    ]
    text = quoted(page, "plan/inledning")
    assert text_of(text) == "Planen gäller till 2030, och alla får vara med."
    assert text.get("class") == "source"
    assert "plan/sa-foljer-vi-planen" not in by_attribute(page, "data-text")
    assert quoted(page, "plan/ansvar").find(".//table") is not None
    told = shown(project / "site", "planen")
    assert "Ur planen, sida 1." in told
    assert "Ur planen, sidorna 4–5." in told
    edits = [href for one in page.iter("a") if "/edit/" in (href := one.get("href") or "")]
    assert [href.partition("/main/")[2] for href in edits] == [
        "data/plan.yml#L28",
        "data/plan.yml#L35",
    ]


@pytest.mark.parametrize("page", ["", "strategier/", "en/", "en/strategier/"])
def test_it_is_led_to_from_where_the_plan_is_looked_for(project: Path, page: str) -> None:
    links = {link.get("href") for link in parse(project / f"site/{page}index.html").iter("a")}
    to_root = "../" * (page.removeprefix("en/").count("/"))
    assert f"{to_root}planen/" in links


def test_it_is_among_the_facts_about_the_plan(labels: Dataset) -> None:
    assert '<a href="../planen/">Planens övriga avsnitt</a>' in plan_facts(labels, "om/")


def test_the_page_in_another_language_has_the_translations(project: Path) -> None:
    page = parse(project / "site/en/planen/index.html")
    text = quoted(page, "plan/inledning")
    assert text.get("lang") == "sv"
    (place,) = by_attribute(page, "aria-labelledby")["inledning"]
    assert "Words of plan sections inledning text" in text_of(place)
    assert "Words of plan sections inledning heading" in text_of(place)


def test_a_plan_without_sections_has_no_such_page(site: Path) -> None:
    assert not (site / "planen").exists()
    assert not (site / "oppna-data/v1/planens-avsnitt.csv").exists()
    for page in ("index.html", "strategier/index.html", "om/index.html"):
        assert "planen/" not in (site / page).read_text("utf-8")


def test_changes_of_sections_are_changes_of_the_source(project: Path) -> None:
    page = parse(project / "site/andringar/index.html")
    told = shown(project / "site", "andringar")
    change = "Om planen › Avsnitt 1. Inledning › Text: rättat"
    before = told[: told.index(change)]
    assert before.rindex("Källornas ord") > before.rfind("Webbplatsens egna ord")
    links = [link.get("href") for link in page.iter("a") if "Inledning" in text_of(link)]
    assert set(links) == {"../planen/#inledning"}


def test_the_search_finds_each_section(labels: Dataset) -> None:
    found = [unit for unit in units(labels) if unit.url == "planen/"]
    assert [(unit.anchor, unit.title, unit.told) for unit in found] == [
        (None, "Planens övriga avsnitt", ""),
        ("inledning", "1. Inledning", "Ur planen"),
        ("sa-foljer-vi-planen", "Så följer vi planen", "Ur planen"),
        ("ansvar", "Ansvar", "Ur planen"),
    ]
    # The index counts the texts of a group, so they have to stand together.
    groups = [group for group, _ in groupby(unit.group for unit in units(labels))]
    assert len(groups) == len(set(groups))


def test_the_open_data_have_a_table_of_sections(labels: Dataset) -> None:
    files = whole(open_data.build(labels, ""))
    rows = json.loads(files["oppna-data/v1/planens-avsnitt.json"])
    assert [(row["id"], row["heading"], row["first_page"], row["address"]) for row in rows] == [
        ("inledning", "1. Inledning", 1, "planen/#inledning"),
        ("sa-foljer-vi-planen", "Så följer vi planen", None, "planen/#sa-foljer-vi-planen"),
        ("ansvar", "Ansvar", 4, "planen/#ansvar"),
    ]
    assert open_data.addresses(labels) == files.keys()
