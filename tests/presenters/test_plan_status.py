"""The line on what one reads: of which goal area, and which of how many it is."""

from dataclasses import replace

import pytest

from roadmap.presenters import plan_status
from tests.projects import MINI, dataset_of


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        (("1", "2"), ("målområde 1 av 2", "målområde 2 av 2")),
        (("1", "3"), ("målområde 1 av 2", "målområde 3, ett av 2")),
        (("2", "1"), ("målområde 2, ett av 2", "målområde 1, ett av 2")),
        (("0", "1"), ("målområde 0, ett av 2", "målområde 1, ett av 2")),
        (("A", "B"), ("målområde A, ett av 2", "målområde B, ett av 2")),
        (("II", "Mål 2"), ("målområde II, ett av 2", "Mål 2, ett av 2")),
    ],
)
def test_a_goal_area_is_number_so_and_so_of_all_only_where_it_is(
    numbers: tuple[str, ...], told: tuple[str, ...]
) -> None:
    dataset = dataset_of(MINI)
    areas = tuple(
        area.altered(number=number)
        for area, number in zip(dataset.goal_areas, numbers, strict=True)
    )
    dataset = replace(dataset, goal_areas=areas)
    said = tuple(plan_status.of_goal_area(dataset, area).facts[1] for area in areas)
    assert said == told
