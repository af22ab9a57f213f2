"""The file to begin with: the same in Excel and CSV, each thing once, and never a formula."""

import zipfile
from dataclasses import replace
from io import BytesIO

from roadmap.exports.open_data import files
from roadmap.exports.open_data.flat_table import FLAT
from roadmap.exports.open_data.workbook import workbook
from roadmap.importing.workbook import read_sheets
from roadmap.model.dataset import Dataset
from roadmap.presenters.requests import requests
from tests.exports.open_data.test_formats import read_csv
from tests.exports.open_data.whole import whole


def cells(raw: bytes) -> list[list[str]]:
    (sheet,) = read_sheets(raw, 10)
    assert not sheet.faults
    return [[cell.text for cell in row] for row in sheet.rows]


def test_it_has_every_request_problem_and_comment_once(real: Dataset) -> None:
    rows = [*FLAT.rows(real)]
    asked = [row["önskemål"] for row in rows if row["besked"]]
    assert sorted(map(str, asked)) == sorted(str(one.sentence) for one in requests(real))
    problems = [row for row in rows if row["slag"] == "Pekar på problem"]
    assert len(problems) == 4
    assert all(str(row["önskemål"]).startswith("Säger att") for row in problems)
    assert all(row["hela_meningen"] for row in problems)
    silent = [row for row in rows if not row["slag"]]
    assert all(row["besked"] is None and row["strategi"] for row in silent)
    assert {str(row["vem"]) for row in rows} == {"Enskede-Årsta-Vantörs stadsdelsförvaltning"}
    whole_plan = [row for row in rows if row["strategi"] is None]
    assert {row["titel"] for row in whole_plan} == {"Hela planen"}
    assert all(
        str(row["hela_meningen"]).endswith((".", "m.fl.", "Färdplanen")) for row in whole_plan
    )


def test_it_quotes_every_reading_that_rests_on_words(real: Dataset) -> None:
    rows = [*FLAT.rows(real)]
    assert [row["strategi"] for row in rows if not row["hela_meningen"]] == []
    # No words show that it takes no stand: those of its theme are quoted.
    (row,) = (row for row in rows if row["strategi"] == "4.3")
    assert row["ställning"] == "Tar inte ställning"
    assert "myndighetspersoners bemötande" in str(row["hela_meningen"])


def test_it_says_from_where_an_address_goes_that_is_not_whole(real: Dataset) -> None:
    (link,) = (field for field in FLAT.fields if field.name == "länk")
    assert "räknad från startsidan" in link.description
    for site, begins in ((None, "remissvar/"), ("https://prov.example/", "https://prov.example/")):
        rows = FLAT.rows(replace(real, address=site))
        assert all(str(row["länk"]).startswith(begins) for row in rows)


def test_excel_and_csv_have_the_same_rows(real: Dataset) -> None:
    found = whole(files.data_files(real, ""))
    heading, *rows = cells(found[files.xlsx_url(FLAT)])
    assert heading == [field.title for field in FLAT.fields]
    table = read_csv(found[files.csv_url(FLAT)].decode("utf-8"))
    assert rows == [list(row.values()) for row in table]


def test_a_text_is_never_a_formula_a_link_or_a_number(real: Dataset) -> None:
    odd = ["=1+1", "@SUM(A1)", "https://prov.example/", "007", "+46"]
    rows = [{field.name: text for field in FLAT.fields} for text in odd]
    raw = workbook(FLAT, rows)
    assert [row[0] for row in cells(raw)[1:]] == odd
    with zipfile.ZipFile(BytesIO(raw)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet


def test_the_same_data_give_the_same_bytes(real: Dataset) -> None:
    assert workbook(FLAT, FLAT.rows(real)) == workbook(FLAT, FLAT.rows(real))


def test_without_answers_there_are_headings_alone(real: Dataset) -> None:
    nobody = replace(real, bodies=())
    assert len(cells(workbook(FLAT, FLAT.rows(nobody)))) == 1
