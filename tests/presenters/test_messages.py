"""The sentences that readers see: how they are filled in."""

import pytest

from roadmap.model.terms import Term, Terms, placeholders
from roadmap.presenters.messages import _, ngettext


def test_a_message_takes_values_and_the_nouns_of_the_plan() -> None:
    message = _("%(The_strategy)s %(number)s av %(the_goal_areas)s", number="1.1")
    assert message == "Strategin 1.1 av målområdena"


def test_numbers_are_written_as_swedish_writes_them() -> None:
    assert _("%(n)s svar", n=1380) == "1\u00a0380 svar"
    assert _("%(n)s svar", n=999) == "999 svar"


@pytest.mark.parametrize(("count", "words"), [(0, "0 svar"), (1, "ett svar"), (2, "2 svar")])
def test_one_and_many(count: int, words: str) -> None:
    assert ngettext("ett svar", "%(num)s svar", count) == words


def test_a_value_that_is_missing_is_an_error() -> None:
    with pytest.raises(KeyError):
        _("%(somebody)s svarade")


def test_a_noun_of_another_gender_brings_its_own_words() -> None:
    action = Term(one="åtgärd", the_one="åtgärden", many="åtgärder", the_many="åtgärderna")
    words = placeholders(Terms(milestone=action))
    assert words["no_milestone"] == "ingen åtgärd"
    assert placeholders(Terms())["no_milestone"] == "inget etappmål"
    assert words["The_milestones"] == "Åtgärderna"
