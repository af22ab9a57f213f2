"""What repeats the plan is left out of a response; a word that the plan lacks never is."""

from dataclasses import replace

import pytest

from roadmap.importing.law import texts
from roadmap.importing.lines import Line, Manuscript
from roadmap.importing.response import account_of
from tests.importing.test_kinds import DATASET, FIRST, SECOND, account, answers

TITLE = SECOND.removeprefix("1.2 ")
TEXT = DATASET.strategy("S1.2").text.split("\n\n")[0]


def told(rows: tuple[str, ...]) -> str:
    """Return all texts of what becomes of paragraphs."""
    return "\n\n".join(texts(account(*rows).response))


@pytest.mark.parametrize(
    "row",
    [
        f"{SECOND}: avslås.",
        f"{SECOND} nej",
        f"{TITLE}. Nej.",
        SECOND.replace("Öka", "Öka inte"),
        SECOND.replace("stärk", "minska"),
        f"{TEXT} Vi avstyrker.",
        f"{TEXT} 7",
        TEXT.replace("behöver", "behöver inte", 1),
        TEXT.replace("som inte deltar", "som deltar"),
    ],
)
def test_a_word_that_the_plan_lacks_is_kept_with_its_sentence(row: str) -> None:
    assert row in told((FIRST, "Ja.", SECOND, row, "Mer.", "1.3", "Nej."))
    assert row in told((row, "Mer."))


@pytest.mark.parametrize(
    "row",
    [
        TEXT,
        TEXT.replace("förskolan", "förskoIan").replace("stärka", "starka"),
        TEXT.replace("introduktionsförskolornas", "introduktions förskolornas"),
    ],
)
def test_the_plans_text_is_left_out_also_misread(row: str) -> None:
    assert answers(account(SECOND, row, "Ja.")) == {"S1.2": "Ja."}
    assert answers(account(row, "Ja.")) == {"S1.2": "Ja."}


def test_a_title_with_the_answer_after_it() -> None:
    found = account("Bakgrund", "A.", f"{TITLE}. Vi saknar mål.", f"{FIRST}: ja.")
    assert answers(found) == {"S1.1": f"{FIRST}: ja.", "S1.2": f"{TITLE}. Vi saknar mål."}


def test_the_plans_own_heading_over_milestones_is_left_out() -> None:
    lead = "Etappmål i B"
    area = DATASET.goal_areas[0].altered(lead_milestones=lead)
    dataset = replace(DATASET, goal_areas=(area, *DATASET.goal_areas[1:]))
    lines = tuple(Line(text, None, True) for text in (area.title, lead, FIRST, "Ja."))
    found = account_of(dataset, "provnamnden", Manuscript("svar", lines, explicit=True))
    assert answers(found)["S1.1"] == "Ja."
    assert lead not in "".join(texts(found.response))
