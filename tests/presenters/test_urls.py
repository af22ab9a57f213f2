"""Links between pages, relative to where they stand."""

from urllib.parse import urljoin

from hypothesis import example, given
from hypothesis import strategies as st

from roadmap.model import Comment
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


# Four parts are too few for what reads as a joint comment's address, which no id may be.
_PARTS = st.sampled_from(["a", "och", "b", "1", "2"])
_WORDS = st.lists(_PARTS, min_size=1, max_size=4).map("-".join)
_IDS = st.one_of(_WORDS, st.sampled_from(["S1.1", "S1.2", "S11.1", "A.1", "1.1.2", "E1.1"]))


def _is_one_address(one: str, other: str) -> bool:
    """Whether two ids are refused beside each other, since they make the same address."""
    return urls.strategy_anchor(one) == urls.strategy_anchor(other)


@example(["a-och-b"], ["a", "b"])
@example(["a-och-b", "1"], ["a", "b-och-1"])
@given(st.lists(_IDS, min_size=1, max_size=3), st.lists(_IDS, min_size=1, max_size=3))
def test_comments_on_different_strategies_have_different_anchors(
    one: list[str], other: list[str]
) -> None:
    same = len(one) == len(other) and all(map(_is_one_address, one, other))
    anchors = {urls.comment_anchor(Comment(strategies=ids, text="Ja.")) for ids in (one, other)}
    assert (len(anchors) == 1) == same


@example("a", "b-1", "a-b", "1")
@example("S1.1", "1-a", "1.1.1", "a")
@given(_IDS, _WORDS, _IDS, _WORDS)
def test_answers_to_different_strategies_have_different_anchors(
    one: str, body: str, other: str, other_body: str
) -> None:
    same = _is_one_address(one, other) and body == other_body
    anchors = {
        urls.answer_anchor_start(one) + body,
        urls.answer_anchor_start(other) + other_body,
    }
    assert (len(anchors) == 1) == same
