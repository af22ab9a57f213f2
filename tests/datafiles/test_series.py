"""Figures from CSV files, as spreadsheets write them."""

import csv
import io
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.datafiles.problems import DataError
from roadmap.datafiles.series import parse_figures
from roadmap.model.figures import SEXES, Figure
from roadmap.text.swedish import decimal

_ENGLISH = {"kvinnor": "women", "män": "men", "totalt": "Total"}
_figures = st.lists(
    st.builds(
        Figure,
        year=st.integers(1900, 2099),
        sex=st.sampled_from(SEXES),
        value=st.none() | st.decimals(-(10**9), 10**9, allow_nan=False, places=2),
        line=st.just(0),
        percent=st.just(False),
    )
)


def test_swedish_excel_writes_semicolons_and_decimal_commas() -> None:
    raw = "År;Kön;Värde\r\n2019;Kvinnor;81,5\r\n;;\r\n2019;män;79\r\n".encode("utf-8-sig")
    figures = parse_figures("s.csv", raw)
    assert [(f.year, f.sex, f.value, f.line) for f in figures] == [
        (2019, "kvinnor", Decimal("81.5"), 2),
        (2019, "män", Decimal("79"), 4),
    ]


def test_decomposed_letters_are_the_letters_they_are() -> None:
    text = "år;kön;värde\n2019;män;81,5\n2019;männ;1\n"
    for form in ("NFC", "NFD"):
        with pytest.raises(DataError, match=r's.csv:3:6: "männ" är inget'):
            parse_figures("s.csv", unicodedata.normalize(form, text).encode())
    raw = unicodedata.normalize("NFD", text.rpartition("2019")[0])
    assert [figure.sex for figure in parse_figures("s.csv", raw.encode())] == ["män"]


def test_other_programs_write_commas_and_points() -> None:
    figures = parse_figures("s.csv", "år,kön,värde\n2019,totalt,80.25\n".encode())
    assert figures[0].value == Decimal("80.25")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12 345,5", "12345.5"),
        ("12\u00a0345", "12345"),
        ("12\u202f345", "12345"),
        ("1\u2009234\u2009567", "1234567"),
        ("84,5 %", "84.5"),
        ("84,5\u00a0%", "84.5"),
        ("84%", "84"),
        ("\u22123,5", "-3.5"),
        ("-3", "-3"),
        ("", None),
        ("..", None),
        ("–", None),
    ],
)
def test_numbers_as_people_write_them(written: str, value: str | None) -> None:
    (figure,) = parse_figures("s.csv", f"år;kön;värde\n2019;män;{written}\n".encode())
    assert figure.value == (None if value is None else Decimal(value))
    assert figure.percent == ("%" in written)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("english", [False, True])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@given(figures=_figures, order=st.permutations(range(3)))
def test_what_a_spreadsheet_writes_is_read_again(
    encoding: str,
    separator: str,
    english: bool,
    line_end: str,
    figures: list[Figure],
    order: list[int],
) -> None:
    columns = ("Year", "sex", "value") if english else ("År", "Kön", "värde")
    rows = [columns]
    for one in figures:
        value = "" if one.value is None else decimal(one.value)
        rows.append((str(one.year), _ENGLISH[one.sex] if english else one.sex, value))
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=separator, lineterminator=line_end)
    writer.writerows([row[index] for index in order] for row in rows)
    raw = written.getvalue().replace("\u2212", "-").encode(encoding)
    again = parse_figures("s.csv", raw)
    assert [(one.year, one.sex, one.value) for one in again] == [
        (one.year, one.sex, one.value) for one in figures
    ]
    assert [one.line for one in again] == [*range(2, len(figures) + 2)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["s.csv:1:1: Kolumnernas namn stämmer inte. Skriv år,kön,värde."]),
        (
            "år;kön;andel\n",
            ["s.csv:1:8: Kolumnernas namn stämmer inte. Skriv år;kön;värde."],
        ),
        (
            "år;kön;värde\n2019;män\n",
            [
                "s.csv:2:1: Raden har 2 värden; den ska ha 3. Skriv år, kön och värde på varje "
                "rad. Finns inget värde, lämna det tomt."
            ],
        ),
        (
            "år,kön,värde\n2019,män,81,5\n",
            [
                "s.csv:2:13: Raden har 4 värden; den ska ha 3. Skriv semikolon mellan värdena, "
                'eller talet inom citattecken: "84,5".'
            ],
        ),
        (
            "år;kön;värde\n19;män;1\n2019;mann;1\n2019;män;många\n2018;alla;1.234,5\n",
            [
                's.csv:2:1: "19" är inget år. Skriv fyra siffror, till exempel 2018.',
                's.csv:3:6: "mann" är inget av de värden som kön kan ha. Menade du "män"?',
                's.csv:4:10: "många" är inget tal. Skriv till exempel 84,5.',
                's.csv:5:6: "alla" är inget av de värden som kön kan ha. '
                "Välj kvinnor, män eller totalt.",
                's.csv:5:11: "1.234,5" är inget tal. Skriv till exempel 84,5.',
            ],
        ),
    ],
)
def test_every_fault_is_told_at_its_place(text: str, expected: list[str]) -> None:
    with pytest.raises(DataError) as caught:
        parse_figures("s.csv", text.encode())
    assert [str(problem) for problem in caught.value.problems] == expected


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ("år\tkön\tvärde\n".encode("utf-16"), "utan som UTF-16."),
        ("år;kön;värde\n".encode("mac_roman"), "Filen är inte sparad som UTF-8"),
        (b"PK\x03\x04...", "ett Word- eller Excel-dokument"),
    ],
)
def test_another_kind_of_file_tells_how_to_save_it(raw: bytes, message: str) -> None:
    with pytest.raises(DataError) as caught:
        parse_figures("s.csv", raw)
    (problem,) = caught.value.problems
    assert message in problem.message
    assert problem.hint == 'Öppna den i kalkylprogrammet och spara den som "CSV UTF-8".'
