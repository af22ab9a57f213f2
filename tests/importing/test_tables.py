"""What becomes of the tables of a document: answers on evidence, and tables as they were."""

from collections.abc import Sequence

import pytest

from roadmap.importing.lines import Cell, Line, Manuscript
from roadmap.importing.response import Account, account_of
from tests.projects import MINI, dataset_of

DATASET = dataset_of(MINI)
FIRST, SECOND = (f"{item.shown_number} {item.title}" for item in DATASET.strategies[:2])
ANSWERS = {"S1.1": "Bra.", "S1.2": "Saknar mål."}
HEADS = "Rubriker i en tabell med svar."
AFTER = "Står efter en tabell med svar, och hör kanske inte till det sista av dem."

Rows = Sequence[Sequence[str]]


def account(*parts: str | Rows) -> Account:
    """Return what becomes of paragraphs and tables. A cell's paragraphs have ¶ between them."""
    lines: list[Line] = []
    for number, part in enumerate(parts):
        if isinstance(part, str):
            lines.append(Line(part, None, True, certain=True))
            continue
        for row, cells in enumerate(part):
            for column, text in enumerate(cells):
                cell = Cell(number, row, column, head=row == 0)
                lines.extend(
                    Line(paragraph, None, True, certain=True, cell=cell)
                    for paragraph in text.split("¶")
                    if paragraph
                )
    return account_of(DATASET, "provnamnden", Manuscript("svar", tuple(lines), explicit=True))


def answers(found: Account) -> dict[str, str]:
    return {"+".join(item.strategies): item.text for item in found.response.comments}


def left(found: Account) -> list[tuple[str, str]]:
    return [(item.reason, item.text) for item in found.left]


def test_a_table_stays_one_where_it_stands() -> None:
    rows = [["Bakgrund", "Yttrande"], ["1.1", "a | b¶- c"], ["Förslag", ""]]
    found = account("Bakgrund", "Se tabellen.", rows, "Efter den.")
    assert not found.response.comments
    assert [(item.id, item.text) for item in found.response.sections] == [
        (
            "bakgrund",
            "Se tabellen.\n\n"
            "| Bakgrund | Yttrande |\n|---|---|\n| 1.1 | a \\| b<br>- c |\n| Förslag | |\n\n"
            "Efter den.",
        )
    ]


def test_a_table_of_one_row_or_column_is_running_text() -> None:
    found = account("Bakgrund", [["Ett.", "Två."]], [["Tre."], ["Fyra."]])
    assert found.response.sections[0].text == "Ett.\n\nTvå.\n\nTre.\n\nFyra."


@pytest.mark.parametrize(
    "rows",
    [
        [["Strategi", "Yttrande"], ["1.1", "Bra."], ["1.2", "Saknar mål."]],
        [["Yttrande", "Strategi"], ["Bra.", FIRST], ["Saknar mål.", SECOND]],
        [
            ["Nr", "Strategi", "Svar"],
            ["1.1", "Läs mer", "Bra."],
            ["1.2", "Räkna mer", "Saknar mål."],
        ],
        [["Svar", "Plan"], ["Bra.", FIRST], ["Saknar mål.", SECOND]],
        [[FIRST, SECOND], ["Bra.", "Saknar mål."]],
        [["", FIRST, SECOND], ["Synpunkt", "Bra.", "Saknar mål."]],
    ],
)
def test_a_table_of_strategies_has_an_answer_on_each(rows: Rows) -> None:
    found = account("Bakgrund", "Se tabellen.", rows, "Efter den.")
    assert answers(found) == ANSWERS
    assert found.response.sections[0].text == "Se tabellen."
    assert (AFTER, "Efter den.") in left(found)
    heads = [text for reason, text in left(found) if reason == HEADS]
    assert all("Bra" not in text and "mål" not in text for text in heads)
    assert not found.unsure


def test_an_answer_of_several_cells_keeps_them_apart() -> None:
    rows = [
        ["Strategi", "Yttrande", "Förslag"],
        [FIRST, "Bra.", "Behåll."],
        [SECOND, "Saknar mål.", "Lägg till."],
        ["", "Saknar pengar.", "Ge mer."],
    ]
    assert answers(account(rows)) == {
        "S1.1": "Bra.\n\nBehåll.",
        "S1.2": "| Saknar mål. | Lägg till. |\n| Saknar pengar. | Ge mer. |",
    }


def test_a_form_for_each_strategy() -> None:
    forms = [
        [["Strategi", name], ["Synpunkt", text]]
        for name, text in ((FIRST, "Bra."), (SECOND, "Saknar mål."))
    ]
    found = account(*forms)
    assert answers(found) == ANSWERS
    assert not found.left


def test_a_column_of_strategies_ends_with_its_table() -> None:
    versions = [["Version", "Ändring"], ["1.1", "Rättat."], ["1.2", "Mer."]]
    found = account([["Strategi", "Svar"], ["1.1", "Bra."], ["1.2", "Saknar mål."]], versions)
    assert answers(found) == ANSWERS
    assert left(found)[-1] == (
        AFTER,
        "| Version | Ändring |\n|---|---|\n| 1.1 | Rättat. |\n| 1.2 | Mer. |",
    )


def test_a_table_of_names_stays_with_the_signature() -> None:
    names = [["Anna Provsson", "Bo Provsson"], ["Ordförande", "Sekreterare"]]
    found = account("Bakgrund", "Text.", "Med vänlig hälsning", names)
    assert "Underskrift" in left(found)[-1][0]
    assert "Bo Provsson" in left(found)[-1][1]


def test_a_paragraph_with_strokes_is_no_table() -> None:
    found = account("Bakgrund", "| a | b |", "Slut.")
    assert found.response.sections[0].text == "\\| a | b |\n\nSlut."
