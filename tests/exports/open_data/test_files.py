"""The files of the open data: valid by their own descriptions, and the same every time."""

import io
import json
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from frictionless import validate

from roadmap.exports import open_data
from roadmap.exports.open_data import files
from roadmap.exports.open_data.tables import TABLES
from roadmap.model.dataset import Dataset
from roadmap.presenters.security_headers import OPEN_DATA_FOLDER
from tests.exports.open_data.whole import whole
from tests.projects import MINI, REAL, ROOT, dataset_of

SITE_URL = "https://prov.example/plan/"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the test's own. Frictionless looks for plugins in all that code comes from."""
    monkeypatch.setattr(sys, "path", [path for path in sys.path if Path(path) != ROOT])
    return tmp_path


def write(folder: Path, found: dict[str, bytes]) -> Path:
    for name, content in found.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def test_tables_follow_the_data_package(dataset: Dataset, folder: Path) -> None:
    found = whole(files.data_files(dataset, ""))
    report = validate(str(write(folder, found) / files.DATA_PACKAGE))
    assert report.flatten(["name", "fieldName", "rowNumber", "note"]) == []
    assert {task.name for task in report.tasks} == {table.name for table in TABLES}


def test_a_fault_in_a_table_is_seen(folder: Path, real: Dataset) -> None:
    found = whole(files.data_files(real, ""))
    name = next(name for name in found if name.endswith("/svar.csv"))
    found[name] = found[name].replace(b"\r\nS1.1;", b"\r\nS9.9;", 1)
    report = validate(str(write(folder, found) / files.DATA_PACKAGE))
    assert report.flatten(["type", "rowNumber"]) == [["foreign-key", 2]]


def test_everything_lies_where_the_headers_let_others_read_it(dataset: Dataset) -> None:
    for name in dict(open_data.build(dataset)):
        assert name.startswith(OPEN_DATA_FOLDER)
        assert name.isascii()
        assert name == name.lower()


def test_there_is_a_file_at_each_address_whatever_the_data(dataset: Dataset) -> None:
    assert dict(open_data.build(dataset)).keys() == open_data.addresses(dataset)


def test_the_zip_has_all_of_it(dataset: Dataset) -> None:
    found = whole(files.data_files(dataset, ""))
    with zipfile.ZipFile(io.BytesIO(found.pop(files.ARCHIVE))) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    folder = files.ARCHIVE.rpartition("/")[0] + "/"
    assert inside == {name.removeprefix(folder): content for name, content in found.items()}


def test_a_package_names_its_files_and_terms(real: Dataset) -> None:
    found = whole(files.data_files(real, SITE_URL))
    package = json.loads(found[files.DATA_PACKAGE])
    assert package["homepage"] == "https://prov.example/plan/oppna-data/"
    licences = {
        resource["name"]: resource.get("licenses", [{}])[0].get("title")
        for resource in package["resources"]
    }
    assert licences["synpunkter"] == "Skyddas inte av upphovsrätt"
    assert licences["svar"] == licences["bedomningar"] == "CC0 1.0 Universell"
    assert licences["siffror"] is None
    told = found[files.TERMS].decode()
    assert "Remissvaret är ett yttrande av en svensk myndighet." in told
    assert "Statistiken (statistik, siffror)\nVillkor är inte angivna." in told


def test_the_real_data_has_no_cell_that_a_spreadsheet_takes_for_a_formula(real: Dataset) -> None:
    assert files.survey(real).formulas == ()


def test_other_line_breaks_in_the_data_are_no_other_data(real: Dataset) -> None:
    (body,) = real.received
    comment, *rest = body.response.comments
    wrapped = comment.altered(text="\n".join(comment.text.split()))
    response = body.response.altered(comments=(wrapped, *rest))
    other = replace(real, bodies=(replace(body, response=response),))
    assert whole(files.data_files(other, "")) == whole(files.data_files(real, ""))


_DIGEST = """
import hashlib, sys
from pathlib import Path
from roadmap.exports import open_data
from tests.exports.open_data.whole import whole
from tests.projects import dataset_of
found = whole(open_data.build(dataset_of(Path(sys.argv[1])), sys.argv[2]))
print(hashlib.sha256(repr(sorted(found.items())).encode()).hexdigest())
"""


@pytest.mark.parametrize("site_url", ["", SITE_URL])
@pytest.mark.parametrize("root", [REAL, MINI], ids=["real", "mini"])
def test_two_runs_give_the_same_bytes(root: Path, site_url: str) -> None:
    # In processes of their own, since each hashes strings in its own way.
    digests = {
        subprocess.run(
            [sys.executable, "-c", _DIGEST, str(root), site_url],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(digests) == 1


def test_the_same_data_read_anew_give_the_same_bytes(tmp_path: Path) -> None:
    first = whole(open_data.build(dataset_of(REAL), SITE_URL))
    dataset_of(MINI)
    assert whole(open_data.build(dataset_of(REAL), SITE_URL)) == first
