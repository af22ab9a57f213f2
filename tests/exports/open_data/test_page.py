"""The page of open data, and that every count on any page is the count in the open data."""

import ast
import re
import subprocess
import sys
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from roadmap import views
from roadmap.exports import open_data
from roadmap.exports.open_data import files
from roadmap.exports.open_data.tables import SETS, TABLES
from roadmap.model.dataset import Dataset
from roadmap.presenters import urls
from roadmap.presenters.wording import POSITION_WORDS
from tests.exports.open_data.test_formats import read_csv
from tests.exports.open_data.whole import whole
from tests.html import by_attribute, parse, text_of
from tests.projects import REAL, ROOT, SITES

PAGE = (REAL / "docs/oppna-data.md").read_text("utf-8")


def shown(html: str, tmp_path: Path) -> Element:
    """Parse what a view returns as a browser does."""
    path = tmp_path / "page.html"
    path.write_text(f"<!doctype html><title>x</title>{html}", encoding="utf-8")
    return parse(path)


def csv_rows(dataset: Dataset) -> dict[str, list[dict[str, str]]]:
    """Return every table as one reads it from CSV alone."""
    found = whole(files.data_files(dataset, ""))
    return {table.name: read_csv(found[files.csv_url(table)].decode("utf-8")) for table in TABLES}


def rebuilt(archive: Path, folder: Path) -> list[Any]:
    """Unpack the zip and run the script as it stands on the page."""
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder)
    script = re.search(r"```\n(import csv\n.*?)```", PAGE, re.DOTALL)
    assert script
    assert len(script[1].splitlines()) == 10
    (folder / "bygg.py").write_text(script[1], encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-W", "ignore", "bygg.py"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return [ast.literal_eval(line) for line in done.stdout.splitlines()]


def overview_rows(site: Path) -> dict[str, Element]:
    found = by_attribute(parse(site / "oversikt/index.html"), "data-strategy")
    return {strategy: row for strategy, (row,) in found.items()}


def title_of(row: Element) -> str:
    return text_of(next(row.iter("a")))


def test_the_script_on_the_page_rebuilds_the_overview(site: Path, tmp_path: Path) -> None:
    found = rebuilt(site / files.ARCHIVE, tmp_path)
    rows = overview_rows(site)
    assert len(found) == len(rows) == 23
    for strategy, title, stands, judged in found:
        row = rows[strategy]
        assert title_of(row) == f"{strategy[1:]} {title}"
        (stand,) = by_attribute(row, "data-position").values()
        assert text_of(stand[0]) == ", ".join(stands)
        wanted = [ask for _, ask, _ in judged if ask]
        assert (f"{len(wanted)} önskemål" in text_of(row)) == bool(wanted)
        # A part of support is told by what the rest is, not by the quote.
        told = wanted or "Stöder delvis" in stands or "Pekar på problem" in text_of(row)
        for _, _, quote in judged:
            assert quote in text_of(row) or told, quote


def test_the_script_counts_as_the_overview_does_with_several_answers(
    two_answers: Path, tmp_path: Path
) -> None:
    found = rebuilt(two_answers / files.ARCHIVE, tmp_path)
    for strategy, title, stands, _ in found:
        row = overview_rows(two_answers)[strategy]
        assert title_of(row) == f"{strategy[1:]} {title}"
        cells = {
            word: int(text_of(cell)) for word, (cell,) in by_attribute(row, "data-label").items()
        }
        assert {word: number for word, number in cells.items() if number} == stands


def test_the_copies_for_tests_and_for_new_sites_are_the_page() -> None:
    for folder in (SITES / "mini", SITES / "other", ROOT / "roadmap/starter/site"):
        assert (folder / "docs/oppna-data.md").read_text("utf-8") == PAGE


def test_each_table_says_how_many_rows_it_has(dataset: Dataset, tmp_path: Path) -> None:
    page = shown(views.open_data_tables(dataset, urls.OPEN_DATA), tmp_path)
    words = {"inga": 0, "en": 1}
    tables = csv_rows(dataset)
    told = {}
    for name, (element,) in by_attribute(page, "data-rows").items():
        number = text_of(element).lower().partition(" rad")[0].replace(" ", "")
        told[name] = words[number] if number in words else int(number)
    assert told == {name: len(rows) for name, rows in tables.items()}


def test_every_field_is_explained_on_the_page(real: Dataset, tmp_path: Path) -> None:
    page = shown(views.open_data_tables(real, urls.OPEN_DATA), tmp_path)
    told = text_of(page)
    codes = Counter(element.text for element in page.iter("code"))
    assert codes == Counter(field.name for table in TABLES for field in table.fields)
    for table in TABLES:
        for field in table.fields:
            assert " ".join(field.description.split()) in told


def test_counts_on_the_pages_are_those_of_the_open_data(dataset: Dataset, tmp_path: Path) -> None:
    tables = csv_rows(dataset)
    received = [row for row in tables["remissinstanser"] if row["status"] == "received"]
    fields = shown(views.goal_areas(dataset, ""), tmp_path)
    assert len([*fields.iter("h3")]) == len(tables["malomraden"])
    assert len([*fields.iter("li")]) == len(tables["strategier"])
    positions = Counter((row["strategy"], row["position"]) for row in tables["svar"])
    if len(received) > 1:
        page = shown(views.overview(dataset, urls.OVERVIEW), tmp_path)
        rows = by_attribute(page, "data-strategy")
        assert rows.keys() == {strategy["id"] for strategy in tables["strategier"]}
        for strategy in tables["strategier"]:
            (row,) = rows[strategy["id"]]
            cells = by_attribute(row, "data-label")
            for position, word in POSITION_WORDS.items():
                (cell,) = cells[word]
                assert text_of(cell) == str(positions[strategy["id"], position]), strategy["id"]
        finding = text_of(shown(views.finding(dataset, ""), tmp_path))
        stands = Counter(row["position"] for row in tables["svar"])
        for position, word in POSITION_WORDS.items():
            assert not stands[position] or f"{word} {stands[position]}" in finding
    for body in dataset.received:
        own = [row for row in tables["synpunkter"] if row["body"] == body.id]
        comments = {row["id"] for row in own if not row["refers_to"]}
        assert len(comments) == len([c for c in body.response.comments if not c.refers_to])
        answered = [row for row in tables["svar"] if row["body"] == body.id and row["comment"]]
        links = {
            row["strategy"]
            for row in tables["synpunkternas-strategier"]
            if row["comment"] in comments
        }
        assert {row["strategy"] for row in answered} == links


def test_terms_of_each_set_have_a_place_that_the_catalogue_leads_to(
    real: Dataset, tmp_path: Path
) -> None:
    page = shown(views.open_data_terms(real, urls.OPEN_DATA), tmp_path)
    assert set(by_attribute(page, "id")) == {f"villkor-{each.id}" for each in SETS}
    catalogue = whole(open_data.build(real))[urls.CATALOGUE].decode()
    anchors = set(re.findall(r"#(villkor-[a-z]+)", catalogue))
    assert anchors
    assert anchors <= set(by_attribute(page, "id"))


def test_a_formula_is_told_on_the_page(tmp_path: Path, real: Dataset) -> None:
    plan = real.plan.altered(title='=HYPERLINK("x")')
    told = text_of(shown(views.open_data_formulas(replace(real, plan=plan), ""), tmp_path))
    assert "title i planen" in told
    told = text_of(shown(views.open_data_formulas(real, ""), tmp_path))
    assert "Just nu finns det ingen text" in told


def test_the_footer_leads_to_the_page(site: Path) -> None:
    for name in ("index.html", "strategier/1-1/index.html", "404.html"):
        links = [text_of(link) for link in next(parse(site / name).iter("footer")).iter("a")]
        assert "Ladda ned" in links


@pytest.mark.parametrize("fixture", ["miniature", "other_municipality"])
def test_another_municipality_has_its_own(fixture: str, request: pytest.FixtureRequest) -> None:
    built: Path = request.getfixturevalue(fixture)
    assert (built / files.ARCHIVE).is_file()
    assert (built / urls.CATALOGUE).is_file()
    assert "Stockholm" not in (built / urls.CATALOGUE).read_text("utf-8")
