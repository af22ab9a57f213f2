"""Figures from CSV files, as spreadsheets write them."""

from decimal import Decimal

import pytest

from roadmap.figures import parse_figures
from roadmap.problems import DataError


def test_swedish_excel_writes_semicolons_and_decimal_commas() -> None:
    raw = "År;Kön;Värde\r\n2019;Kvinnor;81,5\r\n;;\r\n2019;män;79\r\n".encode("utf-8-sig")
    figures = parse_figures("s.csv", raw)
    assert [(f.year, f.sex, f.value, f.line) for f in figures] == [
        (2019, "kvinnor", Decimal("81.5"), 2),
        (2019, "män", Decimal("79"), 4),
    ]


def test_other_programs_write_commas_and_points() -> None:
    figures = parse_figures("s.csv", "år,kön,värde\n2019,totalt,80.25\n".encode())
    assert figures[0].value == Decimal("80.25")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["s.csv:1:1: Kolumnernas namn stämmer inte. Skriv år,kön,värde."]),
        ("year;sex;value\n", ["s.csv:1:1: Kolumnernas namn stämmer inte. Skriv år;kön;värde."]),
        ("år;kön;värde\n2019;män\n", ["s.csv:2:1: Raden har 2 värden; den ska ha 3."]),
        (
            "år;kön;värde\n19;män;1\n2019;mann;1\n2019;män;många\n",
            [
                's.csv:2:1: "19" är inget år. Skriv fyra siffror, till exempel 2018.',
                's.csv:3:1: "mann" är inget av de värden som kön kan ha. Menade du "män"?',
                's.csv:4:1: "många" är inget tal. Skriv till exempel 84,5.',
            ],
        ),
    ],
)
def test_every_faulty_row_is_told(text: str, expected: list[str]) -> None:
    with pytest.raises(DataError) as caught:
        parse_figures("s.csv", text.encode())
    assert [str(problem) for problem in caught.value.problems] == expected
