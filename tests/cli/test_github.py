"""Annotations on GitHub: each at its line, and no text of the data gets out of its command."""

import re

from hypothesis import given
from hypothesis import strategies as st

from roadmap.cli.github import github
from roadmap.datafiles.problems import Problem


def test_an_annotation_has_file_line_and_column() -> None:
    problem = Problem("data/responses/a,b:c.yml", 4, 7, "100 % fel:", "Gör om.")
    assert github(problem) == (
        "::error file=data/responses/a%2Cb%3Ac.yml,line=4,col=7::100 %25 fel: Gör om."
    )


def test_a_warning_is_one() -> None:
    assert github(Problem("f.yml", 1, 1, "Hm.", severity="warning")).startswith("::warning file=")


hostile = st.text(st.sampled_from("a%:,\r\n \"'`$(){};|&"))


@given(file=hostile, message=hostile, hint=hostile)
def test_no_text_begins_a_command_of_its_own(file: str, message: str, hint: str) -> None:
    told = github(Problem(file, 1, 1, message, hint))
    assert "\n" not in told
    assert "\r" not in told
    assert re.fullmatch(r"::error file=[^:,]*,line=1,col=1::.*", told)
