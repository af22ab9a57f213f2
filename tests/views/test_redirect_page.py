"""A page at an old address leads on: with a script to the same place, else to the page."""

import pytest

from roadmap.datafiles.reader import read
from roadmap.model.dataset import Dataset
from roadmap.views.redirect_page import pages
from tests.projects import MINI

ASSETS = {
    "assets/css/site.css": "assets/css/site.1.css",
    "assets/js/moved.js": "assets/js/moved.3.js",
    "assets/img/favicon.svg": "mark.2.svg",
}


@pytest.fixture
def dataset() -> Dataset:
    found = read(MINI).dataset
    assert found
    return found


def test_a_page_leads_on_with_a_script_and_without(dataset: Dataset) -> None:
    (name, raw), *others = pages(dataset, {"remissvar/namnden/": "strategier/1-1/"}, ASSETS).items()
    assert others == []
    assert name == "remissvar/namnden/index.html"
    page = raw.decode()
    refresh = '<meta http-equiv="refresh" content="0; url=../../strategier/1-1/">'
    assert f"<noscript>{refresh}</noscript>" in page
    assert '<a href="../../strategier/1-1/">' in page
    assert '<script src="../../assets/js/moved.3.js"></script>' in page
    assert 'href="../../assets/css/site.1.css"' in page
    assert 'href="../../mark.2.svg"' in page
