"""Numbers, dates, lists and whose something is, in the language that is spoken."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.presenters import grammar
from roadmap.presenters.messages import speaking, usual_terms
from roadmap.text import swedish
from roadmap.text.foreign import foreign

NAMES = ("Ö10", "Ängby", "Zon", "Årsta", "Ö2", "Nacka", "Alby")


@pytest.mark.parametrize(
    ("say", "in_swedish", "in_english"),
    [
        (lambda: grammar.in_words(2), "två", "two"),
        (lambda: grammar.in_words(12), "tolv", "twelve"),
        (lambda: grammar.in_words(13), "13", "13"),
        (lambda: grammar.in_words(1380), "1\u00a0380", "1,380"),
        (
            lambda: grammar.ngettext_in_words("ett svar", "%(num)s svar", 1),
            "ett svar",
            "one answer",
        ),
        (
            lambda: grammar.ngettext_in_words("ett svar", "%(num)s svar", 2),
            "två svar",
            "two answers",
        ),
        (
            lambda: grammar.decimal(Decimal("-12345.50")),
            "\u221212\u00a0345,50",
            "\u221212,345.50",
        ),
        (lambda: grammar.decimal(Decimal("1E+3")), "1\u00a0000", "1,000"),
        (lambda: grammar.genitive("Skolnämnden"), "Skolnämndens", "Skolnämnden’s"),
        (lambda: grammar.genitive("Sollentuna AX"), "Sollentuna AX", "Sollentuna AX’s"),
        (lambda: grammar.long_date(date(2018, 9, 5)), "5 september 2018", "5 September 2018"),
        (lambda: grammar.month("2018-05"), "maj 2018", "May 2018"),
        (lambda: grammar.listing(["a{0}", "b", "c"]), "a{0}, b och c", "a{0}, b and c"),
        (lambda: grammar.listing([]), "", ""),
        (
            lambda: " ".join(sorted(NAMES, key=grammar.sort_key)),
            "Alby Nacka Zon Årsta Ängby Ö2 Ö10",
            "Alby Ängby Årsta Nacka Ö2 Ö10 Zon",
        ),
        (lambda: grammar.initial(foreign("ängby")), "Ä", "A"),
    ],
)
def test_each_language_says_it_its_own_way(
    say: Callable[[], str], in_swedish: str, in_english: str
) -> None:
    assert say() == in_swedish
    with speaking(usual_terms("en"), "en"):
        assert say() == in_english
    assert say() == in_swedish


@given(st.dates(min_value=date(1000, 1, 1)), st.lists(st.text(), max_size=5))
def test_swedish_is_what_editors_are_told_too(day: date, words: list[str]) -> None:
    assert grammar.long_date(day) == swedish.long_date(day)
    assert grammar.listing(words) == swedish.listing(words)


def test_a_mark_has_no_place_in_the_alphabet() -> None:
    assert grammar.sort_key(foreign("Nacka")) == grammar.sort_key("Nacka")
