"""`unanswered: rest` spares an editor the ids of all that a response says nothing of."""

from datetime import date
from pathlib import Path

import pytest

from roadmap.datafiles.checks import check
from roadmap.datafiles.formatter import formatted
from roadmap.datafiles.reader import read
from roadmap.exports import open_data
from roadmap.model.dataset import Dataset
from roadmap.presenters import answers
from roadmap.presenters.blank_response import blank_response
from tests.exports.open_data.whole import whole
from tests.projects import MINI, change, make_project

RESPONSE = "data/responses/provnamnden.yml"
LISTED = "unanswered:\n  - S2.1\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = make_project(tmp_path / "project", MINI)
    change(project, RESPONSE, LISTED, "unanswered: rest\n")
    return project


def dataset(project: Path) -> Dataset:
    reading = read(project)
    problems = check(reading, date(2020, 6, 1))
    assert [str(problem) for problem in problems if problem.severity == "error"] == []
    assert reading.dataset
    return reading.dataset


def test_it_means_what_no_comment_is_about(project: Path) -> None:
    found = dataset(project)
    assert found.unanswered(found.body("provnamnden")) == ("S2.1",)
    assert "Provnämnden" in answers.silent(found, "S2.1")
    assert "Provnämnden" not in answers.silent(found, "S1.2")


def test_everything_is_published_as_if_it_were_listed(project: Path) -> None:
    short = whole(open_data.build(dataset(project)))
    change(project, RESPONSE, "unanswered: rest\n", LISTED)
    assert whole(open_data.build(dataset(project))) == short


def test_it_stays_a_word_in_the_canonical_form(project: Path) -> None:
    raw = (project / RESPONSE).read_bytes()
    assert "\nunanswered: rest\n" in formatted(RESPONSE, raw)


def test_a_response_to_fill_in_has_it() -> None:
    assert blank_response(()).endswith("\nunanswered: rest\n")
