"""The start page says who has answered, and shows nothing that nobody has read yet."""

from dataclasses import replace

import pytest
from markupsafe import Markup

from roadmap.model.dataset import Dataset
from roadmap.views import finding, goal_areas, opening
from tests.projects import MINI, OTHER, dataset_of


def words(html: Markup) -> str:
    return " ".join(html.striptags().split())


@pytest.fixture(scope="module")
def mini() -> Dataset:
    return dataset_of(MINI)


def test_who_has_answered(mini: Dataset) -> None:
    assert "Här kan du läsa de två remissvaren ord för ord" in words(opening(mini, ""))
    one = replace(mini, bodies=tuple(body for body in mini.bodies if body.id == "provnamnden"))
    assert "Här finns ett förslag till remissvar, skrivet av Förvaltningen, Provnämnden." in words(
        opening(one, "")
    )
    assert "Tolkningen står i en egen ruta." in words(opening(one, ""))


def test_before_anybody_has_answered(mini: Dataset) -> None:
    nobody = replace(mini, bodies=())
    assert "Här ska svaren stå, ord för ord, när de har kommit." in words(opening(nobody, ""))
    assert words(finding(nobody, "")) == "Vi har inget svar än."


def test_an_answer_that_nobody_has_read_has_no_map_and_no_reading() -> None:
    other = dataset_of(OTHER)
    assert words(finding(other, "")) == "Svaret är inte tolkat än."
    assert "Tolkningen" not in words(opening(other, ""))


def test_every_strategy_stands_with_its_number_and_title(mini: Dataset) -> None:
    shown = words(goal_areas(mini, ""))
    assert shown.startswith("Planen har två målområden och fyra strategier")
    for strategy in mini.strategies:
        assert f"{strategy.shown_number} {strategy.title}" in shown
