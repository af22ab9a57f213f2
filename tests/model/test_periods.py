"""Periods: read as they are written, in order, and never guessed."""

import pytest

from roadmap.model.periods import calendar_year, read_period


@pytest.mark.parametrize(
    ("written", "start", "kind", "short"),
    [
        ("2016", (2016, 0), "år", "2016"),
        ("År 2016", (2016, 0), "år", "2016"),
        ("2016/17", (2016, 6), "läsår", "2016/17"),
        ("2016/2017", (2016, 6), "läsår", "2016/17"),
        ("2016–17", (2016, 6), "läsår", "2016/17"),
        ("2016-17", (2016, 6), "läsår", "2016/17"),
        ("1999/00", (1999, 6), "läsår", "1999/00"),
        ("läsåret 2011-12", (2011, 6), "läsår", "2011/12"),
        ("Läsår  2016/17", (2016, 6), "läsår", "2016/17"),
        ("2016 H1", (2016, 0), "halvår", "2016 H1"),
        ("första halvåret 2016", (2016, 0), "halvår", "2016 H1"),
        ("ht 2016", (2016, 6), "halvår", "2016 H2"),
        ("2016K3", (2016, 6), "kvartal", "2016 K3"),
        ("kvartal 4 2016", (2016, 9), "kvartal", "2016 K4"),
    ],
)
def test_a_period_is_kept_as_it_is_written(
    written: str, start: tuple[int, int], kind: str, short: str
) -> None:
    period = read_period(written)
    assert divmod(period.start, 12) == start
    assert period.year == start[0]
    assert (period.kind, period.short) == (kind, short)
    assert period.written == " ".join(written.split())


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("16", "Skriv fyra siffror"),
        ("2016/18", "två år i följd, till exempel 2016/17"),
        ("2016–2018", "två år i följd"),
        ("2016/017", "Skriv fyra siffror"),
        ("2011-12", "ett läsår eller en månad. Skriv läsåret 2011/12"),
        ("2016-04", "två år i följd"),
        ("2016 K5", "Skriv fyra siffror"),
        ("2016M01", "Skriv fyra siffror"),
        ("", "Skriv fyra siffror"),
    ],
)
def test_what_is_no_period_is_refused(written: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        read_period(written)


def test_periods_are_the_same_and_in_order_however_they_are_written() -> None:
    assert read_period("2016/17") == read_period("läsåret 2016–2017")
    written = ["2018", "2016/17", "2016", "2017/18", "2017"]
    ordered = ["2016", "2016/17", "2017", "2017/18", "2018"]
    assert [period.written for period in sorted(map(read_period, written))] == ordered
    assert calendar_year(2016).later(24) == read_period("2018")
    assert read_period("1999/00").later(12).written == "2000/01"
