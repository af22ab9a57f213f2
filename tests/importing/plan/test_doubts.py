"""What is told where lines of a plan's texts may be headings, or milestones of their own."""

import pytest

from roadmap.importing import plain_text
from roadmap.importing.lines import Line, Manuscript
from roadmap.importing.plan.reading import plan_of
from roadmap.model.terms import USUAL

AREA = ["Målområde 1: Skola"]
FIRST = ["Strategi 1.1 Läsa", "Vi läser."]
SECOND = ["Strategi 1.2 Räkna", "Vi räknar."]


def doubts(manuscript: Manuscript) -> list[str]:
    """Return what is unsure in a plan."""
    account = plan_of("Plan", USUAL, manuscript)
    return [doubt for area in account.areas for doubt in area.unsure]


def plain(paragraphs: list[str]) -> Manuscript:
    return plain_text.read("\n\n".join(paragraphs).encode(), "plan.txt")


@pytest.mark.parametrize(
    ("paragraphs", "doubt"),
    [
        ([*AREA, *FIRST, "Trygga barn", *SECOND], "1.1: ”Trygga barn” står på en egen rad"),
        ([*AREA, *FIRST, "Så mäter vi det", "Varje år."], "1.1: ”Så mäter vi det” står på en"),
        ([*AREA, *FIRST, "Så mäter vi det\nVarje år."], "1.1: ”Så mäter vi det” står på en"),
        ([*AREA, *FIRST, "Trygga barn", "Trygga vuxna"],
         "1.1: ”Trygga barn” och ”Trygga vuxna” står på egna rader"),
        ([*AREA, "Strategier", "Trygga barn", *FIRST], "”Trygga barn” står i lead_strategies."),
        ([*AREA, "Etappmål 1", "Fler läser.\nFler räknar.", *FIRST],
         "1: Flera rader slutar var för sig med punkt."),
        ([*AREA, "Etappmål", "Fler läser.", *FIRST],
         "”Fler läser.”: Står som ett eget stycke, inte som en punkt i en lista."),
        ([*AREA, "Etappmål", "Fler läser.\nFler räknar.", *FIRST],
         "”Fler läser. Fler räknar.”: Står som ett eget stycke, inte som en punkt i en lista. "
         "Flera rader slutar var för sig med punkt."),
    ],
    ids=["ends a text", "a last part", "right over its text", "two", "before the strategies",
         "under a number", "a paragraph", "its lines"],
)  # fmt: skip
def test_a_line_that_may_be_something_else_is_told(paragraphs: list[str], doubt: str) -> None:
    (told,) = doubts(plain(paragraphs))
    assert told.startswith(doubt)


@pytest.mark.parametrize(
    "paragraphs",
    [
        [*AREA, *FIRST, "Ansvarig: skolan", *SECOND],
        [*AREA, *FIRST, "Skolans ansvar", *SECOND, "Skolans ansvar"],
        [*AREA, *FIRST, "Åtgärd 1 Böcker", "Vi köper."],
        [*AREA, *FIRST, "- Trygga barn"],
        [*AREA, *FIRST, "i alla skolor"],
        [*AREA, *FIRST, "Alla barn som går i skolan och\nde som är hemma."],
        [*AREA, "Strategier", "Två strategier följer.", *FIRST],
        [*AREA, "Etappmål 1", "Fler läser\nFler räknar.", *FIRST],
    ],
    ids=["a field", "in several texts", "a known heading", "an item", "no capital",
         "a text that goes on", "a sentence before the strategies", "one milestone"],
)  # fmt: skip
def test_what_is_plainly_text_is_no_doubt(paragraphs: list[str]) -> None:
    assert doubts(plain(paragraphs)) == []


@pytest.mark.parametrize("bold", [False, True])
def test_where_headings_have_levels_only_a_bold_line_is_a_doubt(bold: bool) -> None:
    lines = (
        Line("Målområde 1: Skola", 1, True, level=1),
        Line("Strategi 1.1 Läsa", 1, True, level=2),
        Line("Vi läser.", 1, True),
        Line("Trygga barn", 1, True, bold=bold),
        Line("Strategi 1.2 Räkna", 1, True, level=2),
        Line("Vi räknar.", 1, True),
    )
    told = doubts(Manuscript("plan", lines, 1, explicit=True))
    assert [*map(quoted, told)] == (["Trygga barn"] if bold else [])


def quoted(doubt: str) -> str:
    return doubt.partition("”")[2].partition("”")[0]
