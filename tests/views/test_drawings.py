"""A mark that a page shows many times is drawn once."""

import re
from typing import Any

import pytest

from roadmap.views.drawings import drawn_once
from roadmap.views.templating import environment

MARKS: dict[str, Any] = environment().globals
CALLS = {
    "position": ("supports", 20),
    "slip": ("adopted", 1, 28),
    "number_slip": (12, 3),
    "triangle": (22,),
}


@pytest.mark.parametrize("name", CALLS)
def test_each_use_shows_the_one_drawing(name: str) -> None:
    mark = str(MARKS[name](*CALLS[name])).strip()
    found = drawn_once(f"<p>{mark}</p>" * 3)
    (symbol,) = re.findall(
        r'<symbol id="([^"]+)" class="([^"]+)" viewBox="([^"]+)">(.*?)</symbol>', found
    )
    assert f'class="{symbol[1]}"' in mark
    assert f'viewBox="{symbol[2]}"' in mark
    assert symbol[3] in mark
    assert found.count(f'aria-hidden="true"><use href="#{symbol[0]}"/></svg></p>') == 3


def test_what_stands_a_few_times_stays() -> None:
    html = f"{MARKS['position']('supports')}{MARKS['position']('opposes')}" * 2
    assert drawn_once(html) == html


def test_a_mark_in_another_size_is_the_same_drawing() -> None:
    marks = [str(MARKS["position"]("opposes", size)).strip() for size in (20, 20, 24)]
    found = drawn_once("".join(marks))
    assert found.count("<symbol") == 1
    assert found.count('<svg class="mark" aria-hidden="true">') == 2
    assert found.count('<svg class="mark" width="24" height="24" aria-hidden="true">') == 1
