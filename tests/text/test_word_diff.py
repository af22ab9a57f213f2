"""What differs between two texts, word by word."""

from hypothesis import given
from hypothesis import strategies as st

from roadmap.text.word_diff import Piece, excerpt, pieces


def test_words_are_marked_one_by_one() -> None:
    assert pieces("Staden bör bygga mer.", "Staden ska bygga mycket mer.") == (
        Piece("same", "Staden"),
        Piece("removed", "bör"),
        Piece("added", "ska"),
        Piece("same", "bygga"),
        Piece("added", "mycket"),
        Piece("same", "mer."),
    )
    assert pieces("ett två", "ett\ntvå")[1] == Piece("added", "¶")


def test_only_the_words_near_a_change_are_shown() -> None:
    long = " ".join(f"ord{number}" for number in range(30))
    shown = excerpt(pieces(f"{long} gammalt {long}", f"{long} nytt {long}"), around=2)
    assert [piece.text for piece in shown] == ["… ord28 ord29", "gammalt", "nytt", "ord0 ord1 …"]


WORDS = st.lists(st.sampled_from(["ja", "nej", "kanske", "¶", "å"]), max_size=12)


@given(WORDS, WORDS)
def test_both_texts_are_in_the_pieces(before: list[str], after: list[str]) -> None:
    found = pieces(" ".join(before), " ".join(after))
    for kind, words in (("removed", before), ("added", after)):
        kept = [piece.text for piece in found if piece.kind in ("same", kind)]
        assert " ".join(kept).split() == words


def test_a_table_is_compared_by_its_words() -> None:
    before = "Så här:\n| Bok | Antal |\n|---|---|\n| Provboken | 2<br>eller fler |"
    assert pieces(before, before.replace("2", "3")) == (
        Piece("same", "Så här: ¶ Bok · Antal ¶ Provboken ·"),
        Piece("removed", "2"),
        Piece("added", "3"),
        Piece("same", "eller fler"),
    )
    assert pieces("\\| ingen tabell", "\\| ingen tabell") == (Piece("same", "| ingen tabell"),)
