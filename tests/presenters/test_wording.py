"""The site's own words about records."""

import pytest

from roadmap.model.periods import read_period
from roadmap.presenters import wording


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2016", "år 2016"),
        ("År 2016", "År 2016"),
        ("2016/17", "läsåret 2016/17"),
        ("2016–17", "läsåret 2016–17"),
        ("läsåret 2011-12", "läsåret 2011-12"),
        ("ht 2016", "ht 2016"),
        ("2016K3", "2016K3"),
    ],
)
def test_a_period_is_told_as_it_is_written(written: str, told: str) -> None:
    assert wording.period(read_period(written)) == told


@pytest.mark.parametrize(
    ("written", "kind"),
    [("2016", "År"), ("2016/17", "Läsår"), ("ht 2016", "Halvår"), ("2016K3", "Kvartal")],
)
def test_a_period_has_a_kind(written: str, kind: str) -> None:
    assert wording.period_kind(read_period(written)) == kind
