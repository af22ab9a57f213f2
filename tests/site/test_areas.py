"""Two to fifteen goal areas: each has a shape, a number and colours that differ."""

import math
import re
from itertools import combinations
from pathlib import Path

import pytest

from roadmap.presenters.colours import contrast
from roadmap.presenters.marks import SHAPES, Mark
from roadmap.site.assets import THEME, assets
from roadmap.views.templating import environment
from tests.html import pages, parse
from tests.many_areas import make_areas
from tests.projects import build
from tests.shared import Shared

SHEET = (THEME / "assets/css/site.css").read_text("utf-8")
# The colours of the first four are as they were, and their shapes are seen on their fields.
FIRST, SEEN, READ = 4, 3, 4.5
ALL = range(1, SHAPES + 1)
_COLOUR = re.compile(r"--([\w-]+): (#[0-9a-f]{3,6});")
# How unlike two colours are in OKLab; 0.02 is just noticed side by side.
UNLIKE = 0.06


def scheme(first: str, last: str) -> dict[str, str]:
    text = SHEET[SHEET.index(first) : SHEET.index(last)]
    found = dict(_COLOUR.findall(text))
    # #fff is short for #ffffff.
    return {
        name: value if len(value) > 4 else re.sub(r"[^#]", r"\g<0>\g<0>", value)
        for name, value in found.items()
    }


LIGHT = scheme(":root {", "@media screen and (prefers-color-scheme")
DARK = scheme("@media screen { :root[data-theme=dark]", ".area-1")
DARK_BY_WISH = scheme("@media screen and (prefers-color-scheme", "@media screen { :root[data-theme")
SCHEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def oklab(colour: str) -> tuple[float, float, float]:
    """Return a colour where equal distances look equally unlike (Ottosson 2020)."""
    channels = (value / 255 for value in bytes.fromhex(colour[1:]))
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def drawn(area: int) -> str:
    shape = environment().globals["shape"]
    return str(shape(Mark(area, "A.1", "A.1", "strategi A.1"), 44))  # type: ignore[operator]


@SCHEMES
@pytest.mark.parametrize("area", ALL)
def test_every_area_can_be_seen_and_read(colours: dict[str, str], area: int) -> None:
    mark, field = colours[f"mark-{area}"], colours[f"field-{area}"]
    for ground in ("paper", "note"):
        assert contrast(mark, colours[ground]) >= READ, "the shape, and the number in it"
    assert contrast(colours["ink"], field) >= READ, "text on the field"
    assert contrast(mark, field) >= (SEEN if area <= FIRST else READ), "the shape on its field"


@SCHEMES
@pytest.mark.parametrize("of", ["mark", "field"])
def test_the_colours_of_two_areas_are_never_alike(colours: dict[str, str], of: str) -> None:
    found = {area: oklab(colours[f"{of}-{area}"]) for area in ALL}
    alike = [
        (one, other)
        for one, other in combinations(ALL, 2)
        if math.dist(found[one], found[other]) < (UNLIKE if max(one, other) > FIRST else 0)
    ]
    assert alike == []


def test_both_ways_to_dark_have_the_same_colours() -> None:
    assert DARK == DARK_BY_WISH


def test_the_shapes_differ() -> None:
    shapes = {re.sub(r' class="[^"]*"|<text.*</text>', "", drawn(area)) for area in ALL}
    assert len(shapes) == SHAPES


def test_the_first_four_shapes_are_as_they_were() -> None:
    assert [re.findall(r"<(?:circle|path)[^>]*>", drawn(area)) for area in ALL[:FIRST]] == [
        ['<circle cx="34" cy="34" r="33"/>'],
        ['<path d="M3 3h62v62H3z"/>'],
        ['<path d="M34 2l32 19v45H2V21z"/>'],
        ['<path d="M34 0l34 34-34 34L0 34z"/>'],
    ]


@pytest.mark.parametrize("areas", [2, 4, 6, 15])
def test_style_sheets_know_no_more_areas_than_there_are(areas: int) -> None:
    published = assets(areas=areas)
    for url, content in published.files.items():
        if url.endswith(".css"):
            known = {int(number) for number in re.findall(r"\.area-(\d+)", content.decode())}
            assert known == set(range(1, max(areas, FIRST) + 1)), url
            assert f"-{max(areas, FIRST) + 1}:" not in content.decode()


def test_four_areas_cost_no_more_than_before() -> None:
    few, many = assets(areas=FIRST), assets(areas=SHAPES)
    sizes = [
        sum(len(raw) for url, raw in one.files.items() if url.endswith("css"))
        for one in (few, many)
    ]
    assert sizes[0] < sizes[1]


@pytest.fixture(scope="module", params=[2, 6, 12])
def built(request: pytest.FixtureRequest, shared: Shared) -> tuple[int, Path]:
    """A site with this many areas."""
    count: int = request.param
    folder = shared.folder(f"areas-{count}", lambda folder: build(make_areas(folder, count)))
    return count, folder / "site"


def test_a_site_of_many_areas_is_whole(built: tuple[int, Path]) -> None:
    count, site = built
    start = (site / "index.html").read_text("utf-8")
    assert {int(number) for number in re.findall(r'class="field area-(\d+)"', start)} == set(
        range(1, count + 1)
    )
    shapes = re.findall(r'<svg class="shape area-\d+" width="34"[^>]*>(<[^>]*>)', start)
    assert len(set(shapes)) == len(shapes) == count
    for page in pages(site):
        parse(site / page)
    for area in range(1, count + 1):
        assert (site / f"malomraden/omrade-{area}/index.html").is_file()
