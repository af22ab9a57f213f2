"""Swedish words, and addresses."""

import unicodedata
from datetime import date
from urllib.parse import urljoin

from hypothesis import given
from hypothesis import strategies as st

from roadmap.presenters import urls
from roadmap.text import swedish


def test_numbers_in_words() -> None:
    assert swedish.counted(1, "svar", "svar") == "ett svar"
    assert swedish.counted(1, "strategi", "strategier", neuter=False) == "en strategi"
    assert swedish.counted(12, "svar", "svar") == "tolv svar"
    assert swedish.counted(40, "svar", "svar") == "40 svar"


def test_dates_and_slugs() -> None:
    assert swedish.long_date(date(2018, 9, 5)) == "5 september 2018"
    assert swedish.slug("Ärendets beredning, é") == "arendets-beredning-e"
    # As macOS writes the names of files.
    assert swedish.slug(unicodedata.normalize("NFD", "Förskolenämnden")) == "forskolenamnden"


def test_swedish_order() -> None:
    names = ["Örebro", "Ängby", "Åre", "Zeta", "Nämnd 10", "Nämnd 2", "Éa", "ål", "Al"]
    assert sorted(names, key=swedish.sort_key) == [
        *("Al", "Éa", "Nämnd 2", "Nämnd 10", "Zeta", "ål", "Åre", "Ängby", "Örebro")
    ]


_pages = st.lists(st.text("abc-", min_size=1), max_size=3).map(
    lambda parts: "".join(f"{part}/" for part in parts)
)


@given(_pages, _pages)
def test_a_link_leads_to_its_page_wherever_the_site_is_put(here: str, target: str) -> None:
    for home in ("https://a.example/", "https://a.example/under/path/"):
        assert urljoin(home + here, urls.link(here, target)) == home + target


def test_a_link_within_the_page_is_its_anchor() -> None:
    assert urls.link("om/", "om/", "x") == "#x"
    assert urls.link("om/", "", "x") == "../#x"
