"""Plans with words or nothing for numbers, with groups and with many areas can be read by all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.many_areas import make_areas
from tests.projects import LABELS, build, make_project
from tests.shared import Shared
from tests.theme.accessibility.conftest import Reader
from tests.theme.accessibility.test_axe import assert_faultless
from tools.web import served

pytestmark = pytest.mark.browser

PAGES = (
    "",
    "strategier/",
    "strategier/barn/",
    "strategier/cykelbanor/",
    "malomraden/bo/",
    "malomraden/vag/",
    "planen/",
    "oversikt/",
    "oversikt/bo/",
    "remissvar/provnamnden/",
    "sok/",
    "teman/skola-for-alla/",
)
# More areas than shapes and colours of old.
MANY = 12


def _built(folder: Path) -> None:
    build(make_project(folder, LABELS))


@pytest.fixture(scope="module")
def labels_address(shared: Shared) -> Iterator[str]:
    """The site whose ids are words, with groups."""
    with served(shared.folder("labels-plain", _built) / "site") as address:
        yield address


@pytest.fixture(scope="module")
def areas_address(shared: Shared) -> Iterator[str]:
    folder = shared.folder(f"areas-{MANY}", lambda folder: build(make_areas(folder, MANY)))
    with served(folder / "site") as address:
        yield address


@pytest.mark.parametrize("url", PAGES)
def test_no_fault_where_numbers_are_words_or_absent(
    reader: Reader, labels_address: str, url: str
) -> None:
    assert_faultless(reader.open(labels_address + url), 360, 1440)


@pytest.mark.parametrize("url", ["", "strategier/", "oversikt/", "malomraden/omrade-9/"])
def test_no_fault_with_many_areas(reader: Reader, areas_address: str, url: str) -> None:
    assert_faultless(reader.open(areas_address + url), 360, 1440)


@pytest.mark.parametrize("url", PAGES)
def test_nothing_is_wider_than_the_window(reader: Reader, labels_address: str, url: str) -> None:
    page = reader.open(labels_address + url, width=320)
    for width in (320, 360, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
