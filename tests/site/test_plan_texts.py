"""The plan's texts that belong to no milestone or strategy: those of its goal areas."""

import json
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
        repository.commit()
        repository.change("data/goal-areas/2-bo.yml", "bo kvar som gammal", "bo kvar som vuxen")
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
