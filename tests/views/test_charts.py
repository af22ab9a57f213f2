"""Charts: every value at its place, gaps left open, labels apart from each other."""

from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.datafiles.series import parse_figures
from roadmap.model import MilestoneLevel, Series
from roadmap.model.figures import SEXES, Figure
from roadmap.model.periods import calendar_year
from roadmap.views.charts import HEIGHT, Chart, chart, missing_periods
from roadmap.views.templating import environment
from tests.projects import MINI, dataset_of

GOLDEN = Path(__file__).parent / "chart.golden.html"
SERIES = Series(title="Prov", unit="procent", source="Prov", url="https://prov.example/")
figures = st.lists(
    st.builds(
        Figure,
        period=st.integers(1990, 2030).map(calendar_year),
        sex=st.sampled_from(SEXES),
        word=st.just("elever"),
        value=st.none() | st.decimals(-1000, 10**6, allow_nan=False, places=1),
        line=st.just(1),
    ),
    unique_by=lambda one: (one.period, one.sex),
)


def read(rows: str) -> tuple[Figure, ...]:
    return parse_figures("s.csv", f"år;kön;värde\n{rows}".encode()).figures


def missing(rows: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(period.written, groups) for period, groups in missing_periods(read(rows))]


def drawn(rows: str, **levels: MilestoneLevel) -> Chart:
    found = chart(SERIES, read(rows), levels)
    assert found
    return found


def test_the_drawing_is_the_one_that_was_looked_at() -> None:
    """After a wanted change: write what the test has made to tests/views/chart.golden.html."""
    dataset = dataset_of(MINI)
    (milestone,) = dataset.milestones
    assert milestone.series
    assert milestone.judgement
    found = chart(milestone.series, dataset.figures["E1.1"], milestone.judgement.levels)
    assert found
    template = '{% import "_chart.html" as charts %}{{ charts.chart(chart, "prov") }}'
    html = environment().from_string(template).render(chart=found)
    assert html.strip() == GOLDEN.read_text("utf-8").strip()


def test_a_missing_year_breaks_the_line() -> None:
    found = drawn("2016;totalt;1\n2017;totalt;2\n2019;totalt;3\n")
    (curve,) = found.curves
    assert [(one.x1, one.x2) for one in curve.segments] == [(5, 35)]
    assert len(curve.points) == 3
    assert missing("2016;totalt;1\n2017;totalt;2\n2019;totalt;3\n") == [("2018", ())]


def test_every_second_year_is_no_gap() -> None:
    rows = "2014;totalt;1\n2016;totalt;2\n2018;totalt;2\n"
    assert len(drawn(rows).curves[0].segments) == 2
    assert missing(rows) == []


def test_a_value_that_only_some_lack_is_named() -> None:
    rows = "2016;kvinnor;1\n2016;män;2\n2017;kvinnor;2\n2017;män;..\n2018;kvinnor;3\n2018;män;3\n"
    men = next(curve for curve in drawn(rows).curves if curve.sex == "män")
    assert men.segments == ()
    assert missing(rows) == [("2017", ("män",))]


def test_zero_is_a_value() -> None:
    assert missing("2016;män;0\n2017;män;0\n2016;kvinnor;1\n") == [("2017", ("kvinnor",))]


@pytest.mark.parametrize("rows", ["", "2016;kvinnor;1\n2016;män;2\n", "2016;män;1\n2017;män;\n"])
def test_less_than_two_years_is_no_chart(rows: str) -> None:
    assert chart(SERIES, read(rows), {}) is None


def test_a_scale_that_does_not_begin_at_zero_says_so() -> None:
    assert drawn("2016;män;81\n2017;män;82\n").broken == "Skalan börjar på 81, inte på noll."
    assert drawn("2016;män;0\n2017;män;82\n").broken is None


def test_a_target_far_off_is_within_the_scale() -> None:
    target = MilestoneLevel(year="2030", value="200", unit="procent", quote=None)
    found = drawn("2016;män;10\n2017;män;12\n", target=target)
    ((name, y),) = found.levels
    assert name == "target"
    assert found.steps[-1].place <= y <= found.steps[0].place
    assert "Mål: 200 år 2030." in found.told
    assert "Mål 2030" in [label.text for label in found.labels]


@given(figures)
def test_everything_stands_within_the_picture(rows: list[Figure]) -> None:
    found = chart(SERIES, rows, {})
    known = [one for one in rows if one.value is not None]
    if found is None:
        assert len({one.period for one in known}) < 2
        return
    assert sum(len(curve.points) for curve in found.curves) == len(known)
    for curve in found.curves:
        for point in curve.points:
            assert 0 <= point.x <= 100
            assert found.steps[-1].place <= point.y <= found.steps[0].place
    assert 2 <= len(found.steps) <= 6
    assert all(a.place - b.place > 20 for a, b in pairwise(found.steps))
    assert all(b.place > a.place for a, b in pairwise(found.periods))
    assert all(b.y - a.y >= 19.9 for a, b in pairwise(found.labels))
    assert all(0 <= label.y <= HEIGHT for label in found.labels)
    assert Decimal(found.axis) > 0


def test_a_sex_whose_every_value_is_zero_has_been_counted() -> None:
    rows = "2016;män;0\n2018;män;0\n2016;kvinnor;1\n2017;kvinnor;1\n2018;kvinnor;1\n"
    assert missing(rows) == [("2017", ("män",))]


def test_school_years_of_girls_and_boys_are_told_as_the_source_writes_them() -> None:
    rows = "2015/16;flickor;81\n2015/16;pojkar;78\n2017/18;flickor;83,5\n2017/18;pojkar;..\n"
    found = drawn(rows)
    assert found.title == "Prov, procent, 2015/16–2017/18"
    assert found.told == (
        "Flickor: 81 läsåret 2015/16, 83,5 läsåret 2017/18. "
        "Pojkar: 78 läsåret 2015/16, 78 läsåret 2015/16."
    )
    assert [label.text for label in found.labels] == ["Flickor 83,5", "Pojkar 78"]
    assert [curve.sex for curve in found.curves] == ["kvinnor", "män"]
    assert [(one.text, one.anchor) for one in found.periods] == [
        ("2015/16", "start"),
        ("2017/18", "end"),
    ]
    assert missing(rows) == [("2017/18", ("pojkar",))]


def test_a_missing_part_of_a_year_is_named_in_few_letters() -> None:
    rows = "2016 kv 1;totalt;1\n2016 kv 2;totalt;2\n2016 kv 4;totalt;3\n"
    assert missing(rows) == [("2016 K3", ())]
    halves = "vt 2016;totalt;1\nht 2016;totalt;2\nht 2017;totalt;3\n"
    assert missing(halves) == [("2017 H1", ())]
