"""The site's own words about records."""

import pytest

from roadmap.model import GoalArea, Milestone, Strategy
from roadmap.model.periods import read_period
from roadmap.presenters import wording
from roadmap.presenters.marks import Mark


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


def strategy(entity_id: str, number: str | None = None) -> Strategy:
    return Strategy(id=entity_id, number=number, title="Läs mer", text="Alla ska läsa.")


@pytest.mark.parametrize(
    ("record", "named", "titled", "heading", "sign"),
    [
        (strategy("S1.1"), "strategi 1.1", "Strategi 1.1: Läs mer", "1.1 Läs mer", "1.1"),
        (strategy("A.10"), "strategi A.10", "Strategi A.10: Läs mer", "A.10 Läs mer", "A.10"),
        (strategy("1.1.2"), "strategi 1.1.2", "Strategi 1.1.2: Läs mer", "1.1.2 Läs mer", "1.1.2"),
        (
            strategy("S1.1", "A.iii"),
            "strategi A.iii",
            "Strategi A.iii: Läs mer",
            "A.iii Läs mer",
            "A.iii",
        ),
        (strategy("las-mer"), "”Läs mer”", "Läs mer", "Läs mer", ""),
        (strategy("2030-mal"), "”Läs mer”", "Läs mer", "Läs mer", ""),
        (
            strategy("las-mer", "Mål 2 – Insats 4"),
            "Mål 2 – Insats 4",
            "Mål 2 – Insats 4: Läs mer",
            "Mål 2 – Insats 4 Läs mer",
            "2.4",
        ),
    ],
    ids=lambda value: value.id if isinstance(value, Strategy) else "",
)
def test_a_strategy_is_called_by_its_number_or_its_title(
    record: Strategy, named: str, titled: str, heading: str, sign: str
) -> None:
    assert wording.named(record) == named
    assert wording.titled(record) == titled
    assert wording.heading_of(record) == heading
    assert Mark(1, record.shown_number, record.label, named).sign == sign


def test_a_milestone_without_a_number_is_called_by_its_first_words() -> None:
    text = "Andelen hyresgäster som är nöjda med sin bostad ska öka från ett år till nästa"
    milestone = Milestone(id="nojda", text=text)
    assert (
        wording.named(milestone)
        == "”Andelen hyresgäster som är nöjda med sin bostad ska öka från …”"
    )
    assert wording.named(milestone.altered(number="A.1")) == "etappmål A.1"
    assert wording.named(milestone.altered(text="Fler trivs")) == "”Fler trivs”"


def test_an_area_has_its_noun_unless_the_number_has_words() -> None:
    area = GoalArea(id="M3", title="Väg", text_from="plan", strategies=[strategy("S3.1")])
    assert wording.area_line(area) == "Målområde 3 Väg"
    assert wording.area_line(area.altered(number="Mål 3")) == "Mål 3 Väg"
    assert wording.area_line(area.altered(id="vag")) == "Målområde Väg"
