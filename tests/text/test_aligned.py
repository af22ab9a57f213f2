"""A text beside its source: every difference is a correction that is written down, or is told."""

from hypothesis import assume, given
from hypothesis import strategies as st

from roadmap.text.aligned import Alignment, Correction, align

WORDS = st.sampled_from(["staden", "ska", "bör", "och", "mer", "-", "å"])
TEXT = st.lists(WORDS, max_size=30)


def told(way: Alignment) -> list[tuple[str, str]]:
    """Return what the text and the source say where no correction explains the difference."""
    return [
        (
            " ".join(way.text[found.start : found.end]),
            " ".join(way.source[found.source_start : found.source_end]),
        )
        for found in way.differences
    ]


def test_the_same_words_have_no_difference() -> None:
    way = align(["ett", "två", "tre"], ["ett", "två", "tre", "fyra"], [])
    assert told(way) == []
    assert way.at == 3


def test_a_changed_a_new_and_a_lost_word_are_told() -> None:
    source = "staden ska bygga fler hem åt alla"
    for text, difference in (
        ("staden bör bygga fler hem åt alla", ("bör", "ska")),
        ("staden ska nu bygga fler hem åt alla", ("nu", "")),
        ("staden ska bygga hem åt alla", ("", "fler")),
    ):
        assert told(align(text.split(), source.split(), [])) == [difference]


def test_a_correction_explains_one_place_and_no_more() -> None:
    source = ["bor", "de", "här", "bor", "de", "där"]
    once = [Correction(["bor"], ["bör"])]
    assert told(align(["bör", "de", "här", "bor", "de", "där"], source, once)) == []
    assert once[0].used
    again = [Correction(["bor"], ["bör"])]
    assert told(align(["bör", "de", "här", "bör", "de", "där"], source, again)) == [("bör", "bor")]


def test_a_correction_may_bring_or_take_words_beside_those_that_stay() -> None:
    source = ["behov", "av", "personal", "och", "lokaler"]
    more = [Correction(["av", "personal"], ["av", "mer", "personal"])]
    assert told(align(["behov", "av", "mer", "personal", "och", "lokaler"], source, more)) == []
    less = [Correction(["personal", "och", "lokaler"], ["personal"])]
    assert told(align(["behov", "av", "personal"], source, less)) == []
    double = [Correction(["ja", "ja"], ["ja", "ja", "ja"])]
    assert told(align(["ja", "ja", "ja", "nej"], ["ja", "ja", "nej"], double)) == []


def test_a_correction_of_other_words_explains_nothing() -> None:
    wrong = [Correction(["ska"], ["måste"])]
    way = align(["staden", "bör"], ["staden", "ska"], wrong)
    assert told(way) == [("bör", "ska")]
    assert not wrong[0].used


def test_of_corrections_that_fit_the_one_that_explains_the_rest_is_taken() -> None:
    source = ["staden", "staden", "staden", "bor", "staden"]
    corrections = [
        Correction(["staden"], words) for words in (["ny", "ny"], ["ny"], ["ny"], ["annan", "ny"])
    ]
    for text in ("ny ny staden bor ny ny", "ny ny ny staden bor annan ny"):
        for correction in corrections:
            correction.used = False
        assert told(align(text.split(), source, corrections)) == []


@given(TEXT, st.data())
def test_what_is_corrected_and_written_down_is_no_difference(
    source: list[str], data: st.DataObject
) -> None:
    text = list(source)
    corrections: list[Correction] = []
    for place in sorted(data.draw(st.sets(st.integers(0, 29), max_size=4)), reverse=True):
        if place < len(source):
            new = data.draw(st.lists(st.sampled_from(["nytt", "annat"]), min_size=1, max_size=3))
            text[place : place + 1] = new
            corrections.append(Correction([source[place]], new))
    way = align(text, source, corrections)
    assert told(way) == []
    assert way.at == len(source)
    assert all(correction.used for correction in corrections)


@given(TEXT, TEXT)
def test_without_corrections_only_the_very_words_pass(text: list[str], source: list[str]) -> None:
    way = align(text, source, [])
    assert (way.differences == []) == (source[: len(text)] == text)


@given(TEXT, st.integers(0, 29), st.integers(0, 3))
def test_a_change_without_its_correction_is_always_told(
    source: list[str], place: int, others: int
) -> None:
    assume(place < len(source))
    text = [*source[:place], "falskt", *source[place + 1 :]]
    elsewhere = [Correction(["finns", "inte"], ["falskt"])] * others
    assert any("falskt" in words for words, _ in told(align(text, source, elsewhere)))
