"""Contrast as WCAG computes it, and the nearest colour that can be read."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.presenters.colours import (
    DARK_GROUNDS,
    LIGHT_GROUNDS,
    TEXT,
    contrast,
    least_contrast,
    nearest_sufficient,
)
from roadmap.site.assets import STYLES, THEME

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        # Those of the understanding documents, either side of the limit.
        ("#767676", "#ffffff", 4.54),
        ("#777777", "#ffffff", 4.48),
    ],
)
def test_the_contrast_of_known_colours(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.01)


@given(COLOURS)
def test_some_tone_of_every_colour_can_be_read(colour: str) -> None:
    for grounds in (LIGHT_GROUNDS, DARK_GROUNDS):
        found = nearest_sufficient(colour, grounds)
        assert least_contrast(found, grounds) >= TEXT
        if least_contrast(colour, grounds) >= TEXT:
            assert found == colour


def test_where_nothing_is_enough_it_is_the_better_of_black_and_white() -> None:
    assert nearest_sufficient("#ff0000", ("#ffffff", "#777777"), 7) == "#000000"
    assert nearest_sufficient("#ff0000", ("#777777",), 21) == "#000000"


def test_the_grounds_are_those_of_the_style_sheet() -> None:
    css = (THEME / STYLES).read_text("utf-8")
    found = re.findall(r"--paper: (#\w+); --note: (#\w+);", css)
    written = [tuple(colour.replace("#fff", "#ffffff") if len(colour) == 4 else colour
                     for colour in pair) for pair in found]  # fmt: skip
    assert written == [LIGHT_GROUNDS, DARK_GROUNDS, DARK_GROUNDS]
