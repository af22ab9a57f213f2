"""Links between pages, relative to where they stand."""

from urllib.parse import urljoin

from hypothesis import given
from hypothesis import strategies as st

from roadmap.presenters import urls

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
