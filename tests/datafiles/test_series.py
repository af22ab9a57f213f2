"""Figures from CSV files, as spreadsheets write them."""

import csv
import io
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from roadmap.datafiles.problems import DataError
from roadmap.datafiles.series import left_over, parse_figures, series_text
from roadmap.model.figures import SEX_WORDS, SEXES, Figure
from roadmap.model.periods import Period, calendar_year
from roadmap.presenters.grammar import decimal

_HEADINGS = (
    "Kolumnernas namn stämmer inte. Skriv år, kön och värde, eller år och sedan en kolumn för "
    "varje grupp (kvinnor, män, totalt)."
)
_ENGLISH = {"kvinnor": "women", "män": "men", "totalt": "Total"}


def _series(periods: st.SearchStrategy[Period], words: Sequence[str]) -> st.SearchStrategy[Any]:
    """Return lists of figures, each group of each period once."""
    return st.lists(
        st.builds(
            lambda period, word, value: Figure(
                period,
                SEX_WORDS[word],
                word,
                value if isinstance(value, Decimal) else None,
                line=0,
                mark=value if isinstance(value, str) else None,
            ),
            periods,
            st.sampled_from(words),
            st.sampled_from([None, "..", "x", "-"])
            | st.decimals(-(10**9), 10**9, allow_nan=False, places=2)
            | st.decimals(-1000, 1000, allow_nan=False, places=3),
        ),
        unique_by=lambda one: (one.period, one.sex),
    )


_years = st.integers(1900, 2099).map(calendar_year)
_figures = _series(_years, SEXES)


def _asked_about(figures: Sequence[Figure]) -> bool:
    """Whether a number with three decimals could be another one a thousand times as large."""
    values = [one.value for one in figures if one.value is not None]
    return any(value.as_tuple().exponent == -3 for value in values)


def read(text: str) -> list[tuple[str, str, Decimal | None]]:
    figures = parse_figures("s.csv", text.encode()).figures
    return [(one.period.written, one.word, one.value) for one in figures]


def faults(text: str) -> list[str]:
    with pytest.raises(DataError) as caught:
        parse_figures("s.csv", text.encode())
    return [str(problem) for problem in caught.value.problems]


def test_swedish_excel_writes_semicolons_and_decimal_commas() -> None:
    raw = "År;Kön;Värde\r\n2019;Kvinnor;81,5\r\n;;\r\n2019;män;79\r\n".encode("utf-8-sig")
    figures = parse_figures("s.csv", raw).figures
    assert [(f.period.year, f.sex, f.value, f.line, f.column) for f in figures] == [
        (2019, "kvinnor", Decimal("81.5"), 2, 14),
        (2019, "män", Decimal("79"), 4, 10),
    ]


def test_decomposed_letters_are_the_letters_they_are() -> None:
    text = "år;kön;värde\n2019;män;81,5\n2019;männ;1\n"
    for form in ("NFC", "NFD"):
        with pytest.raises(DataError, match=r's.csv:3:6: "männ" är inget'):
            parse_figures("s.csv", unicodedata.normalize(form, text).encode())
    raw = unicodedata.normalize("NFD", text.rpartition("2019")[0])
    assert [figure.sex for figure in parse_figures("s.csv", raw.encode()).figures] == ["män"]


def test_other_programs_write_commas_and_points() -> None:
    assert read("år,kön,värde\n2019,totalt,80.25\n") == [("2019", "totalt", Decimal("80.25"))]


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
        ("– 3,5", "-3.5"),
        ("12\u2007345", "12345"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1,234,567", "1234567"),
        ("0,125", "0.125"),
        ("1 234,125", "1234.125"),
        ("1234,125", "1234.125"),
        ("1,234", "1.234"),
        ("", None),
        ("..", None),
        ("–", None),
        ("\u2212", None),
        ("x", None),
        ("*", None),
    ],
)
def test_numbers_as_people_write_them(written: str, value: str | None) -> None:
    (figure,) = parse_figures("s.csv", f"år;kön;värde\n2019;män;{written}\n".encode()).figures
    assert figure.value == (None if value is None else Decimal(value))
    assert figure.percent == ("%" in written)
    assert figure.mark == (written or None if value is None else None)


@settings(max_examples=1000)
@given(
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp1252"]),
    separator=st.sampled_from([";", ",", "\t"]),
    english=st.booleans(),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    figures=_figures,
    order=st.permutations(range(3)),
)
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
        rows.append((one.period.written, _ENGLISH[one.sex] if english else one.sex, value))
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=separator, lineterminator=line_end)
    writer.writerows([row[index] for index in order] for row in rows)
    raw = written.getvalue().replace("\u2212", "-").encode(encoding)
    assume(separator == ";" or not _asked_about(figures))
    again = parse_figures("s.csv", raw).figures
    assert [(one.period, one.sex, one.value) for one in again] == [
        (one.period, one.sex, one.value) for one in figures
    ]
    assert [one.line for one in again] == [*range(2, len(figures) + 2)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [f"s.csv:1:1: {_HEADINGS}"]),
        ("år;kön;andel\n", [f"s.csv:1:8: {_HEADINGS}"]),
        ("Trivsel\når;kvinnor;män;skolor\n2019;1;2;3\n", [f"s.csv:2:16: {_HEADINGS}"]),
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
                "s.csv:2:13: Raden har 4 värden; den ska ha 3. Har ett tal delats vid sitt komma? "
                'Skriv det inom citattecken: "84,5".'
            ],
        ),
        (
            "år;kön;värde\n19;män;1\n2019;mann;1\n2019;män;många\n2018;alla;1.23,5\n",
            [
                's.csv:2:1: "19" är inget år. Skriv fyra siffror (2018) eller ett läsår (2016/17).',
                's.csv:3:6: "mann" är inget av de värden som kön kan ha. Menade du "män"?',
                's.csv:4:10: "många" är inget tal. Skriv till exempel 84,5.',
                's.csv:5:6: "alla" är inget av de värden som kön kan ha. '
                "Välj kvinnor, män, flickor, pojkar eller totalt.",
                's.csv:5:11: "1.23,5" är inget tal. Skriv till exempel 84,5.',
            ],
        ),
    ],
)
def test_every_fault_is_told_at_its_place(text: str, expected: list[str]) -> None:
    assert faults(text) == expected


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


WIDE = [
    ("2018", "kvinnor", Decimal("80.1")),
    ("2018", "män", Decimal("78.4")),
    ("2019", "kvinnor", Decimal("81.5")),
    ("2019", "män", None),
]


@pytest.mark.parametrize(
    "text",
    [
        "år;kvinnor;män\n2018;80,1;78,4\n2019;81,5;..\n",
        ";Kvinnor;Män\n2018;80,1;78,4\n2019;81,5;\n",
        "Män;Kvinnor;År\n78,4;80,1;2018\n-;81,5;2019\n",
        "year,women,men\n2018,80.1,78.4\n2019,81.5,x\n",
        "kön;2018;2019\nkvinnor;80,1;81,5\nmän;78,4;..\n",
        "\t2018\t2019\nKvinnor\t80,1\t81,5\nMän\t78,4\t*\n",
        "År;Kvinnor (%);Män, procent;;\n2018;80,1;78,4;;\n2019;81,5;..;;\n",
        "År;Andel kvinnor;Andel män\n2018;80,1;78,4\n2019;81,5;..\n",
        "Trivsel\n\når;kvinnor;män\n;procent;procent\n2018;80,1;78,4\n2019;81,5;..\n\nKälla: Prov\n",
        "Elever;2018;2019\nkvinnor;80,1;81,5\nmän;78,4;..\n",
    ],
)
def test_a_table_may_lie_in_any_way(text: str) -> None:
    assert sorted(read(text)) == WIDE


def test_what_stands_around_a_table_is_told_with_where_it_belongs() -> None:
    text = (
        "Elever som trivs;;\nÅr;Flickor (%);Pojkar (%)\n;andel;andel\n2019;81,5;79\n"
        ";;\nKälla: Provmyndigheten;;\n* Uppgiften är skyddad;;\n"
    )
    table = parse_figures("s.csv", text.encode())
    assert [figure.percent for figure in table.figures] == [True, True]
    belongs = "Den hör hemma i {} under series, vid etappmålet. Ta sedan bort den här."
    elsewhere = "Behövs den, skriv den i löptext i docs/. Ta sedan bort den här."
    assert [str(problem) for problem in left_over("s.csv", table)] == [
        f's.csv:{place}: varning: "{words}" hör inte till tabellen och publiceras inte. {hint}'
        for place, words, hint in (
            ("2:4", "%", belongs.format("unit")),
            ("2:16", "%", belongs.format("unit")),
            ("1:1", "Elever som trivs", belongs.format("title")),
            ("3:2", "andel andel", elsewhere),
            ("6:1", "Provmyndigheten", belongs.format("source")),
            ("7:1", "* Uppgiften är skyddad", elsewhere),
        )
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "år;kvinnor;män\n2018;80,1\n2019;81,5;79;78\n",
            [
                "s.csv:2:1: Raden har 2 värden; den ska ha 3. Skriv år, kvinnor och män på varje rad. Finns inget värde, lämna det tomt.",
                's.csv:3:14: Raden har 4 värden; den ska ha 3. Har ett tal delats vid sitt komma? Skriv det inom citattecken: "84,5".',
            ],
        ),
        (
            "år;kvinnor;;män\n2018;80,1;5;78\n",
            ["s.csv:2:11: Kolumnen saknar rubrik. Skriv vad den visar, eller ta bort den."],
        ),
        (
            "år;kvinnor\n2018;80,1\n\når;män\n2018;78\n",
            ["s.csv:4:1: Här börjar en tabell till. Lägg den i en egen fil."],
        ),
        (
            "år;kvinnor;män\n201;80,1;78\n",
            ['s.csv:2:1: "201" är inget år. Skriv fyra siffror (2018) eller ett läsår (2016/17).'],
        ),
        (
            "kön;2018\nkvinnor;80,1\nbarn;78\n",
            [
                's.csv:3:1: "barn" är inget av de värden som kön kan ha. Välj kvinnor, män, flickor, pojkar eller totalt.'
            ],
        ),
        (
            "läsår;flickor\n2016/17;80,1\n2018;78\n",
            [
                's.csv:3:1: "2018" är inget läsår. Skriv till exempel 2016/17.',
                "s.csv:3:6: 2018 är ett år, men 2016/17 (rad 2) är ett läsår. En fil har perioder av ett enda slag.",
            ],
        ),
        (
            "år;kön;värde\n2018;flickor;1\n2019;kvinnor;2\n",
            [
                's.csv:3:14: Här står "kvinnor", men på rad 2 "flickor". Är det samma grupp? Skriv samma ord i hela filen.'
            ],
        ),
        (
            "år;kön;värde\n2016/17;män;1\n2016/2017;män;2\n",
            ["s.csv:3:15: Värdet för 2016/2017, män står redan på rad 2."],
        ),
    ],
)
def test_a_fault_of_a_table_is_told_at_its_place(text: str, expected: list[str]) -> None:
    assert faults(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('år,kön,värde\n2018,män,"1,234"\n2019,män,"81,5"\n', "1.234"),
        ('år,kön,värde\n2018,män,"1,234"\n2019,män,"1,234,567"\n', "1234"),
        ('år,kön,värde\n2018,män,"1,234"\n2019,män,"1,234.5"\n', "1234"),
        ("år,kön,värde\n2018,män,1.234\n2019,män,2\n", "1.234"),
        ("år;kön;värde\n2018;män;1.234\n2019;män;1.234,5\n", "1234"),
        ("år;kön;värde\n2018;män;1.234\n2019;män;81.5\n", "1.234"),
        ("år;kön;värde\n2018;män;1,234\n2019;män;2\n", "1.234"),
    ],
)
def test_the_other_numbers_say_what_a_sign_stands_for(text: str, value: str) -> None:
    assert read(text)[0][2] == Decimal(value)


@pytest.mark.parametrize(
    ("text", "place", "written"),
    [
        ('år,kön,värde\n2018,män,"1,234"\n', "2:10", "1,234"),
        ('år,kön,värde\n2018,män,"1,234"\n2019,män,81.5\n', "2:10", "1,234"),
        ("år;kön;värde\n2018;män;1.234\n", "2:10", "1.234"),
        ("år\tkön\tvärde\n2018\tmän\t1,234\n", "2:10", "1,234"),
        ("år;kön;värde\n2018;män;81.5\n2019;män;1,234\n", "3:10", "1,234"),
    ],
)
def test_a_number_that_can_be_read_in_two_ways_is_asked_about(
    text: str, place: str, written: str
) -> None:
    assert faults(text) == [
        f's.csv:{place}: "{written}" kan vara 1 234 eller 1,234. '
        f"Skriv 1234 om det är ett tusental, och {written}0 om det är ett decimaltal."
    ]
    for settled in ("1234", f"{written}0"):
        assert parse_figures("s.csv", text.replace(written, settled).encode())


def test_numbers_written_in_two_ways_are_told() -> None:
    text = "år;kön;värde\n2018;män;81,5\n2019;män;81.5\n"
    (warning,) = parse_figures("s.csv", text.encode()).warnings
    assert str(warning) == (
        "s.csv:3:1: varning: Talen har både decimalkomma (rad 2) och decimalpunkt (rad 3). "
        "Se efter i källan, och skriv alla tal på samma sätt."
    )
    assert len(faults(f"{text}2020;män;1,234\n")) == 2


@given(
    _figures | _series(_years.map(lambda year: year.later(6)), ["flickor", "pojkar", "samtliga"])
)
def test_what_is_written_is_read_again(figures: list[Figure]) -> None:
    table = parse_figures("s.csv", series_text(figures).encode())
    assert not table.asides
    assert [replace(figure, line=0, column=1) for figure in table.figures] == figures


@given(
    st.lists(
        st.tuples(st.integers(0, 8), st.integers(0, 4), st.integers(0, 99)), unique=True, max_size=5
    ),
    st.booleans(),
)
@example([(4, 1, 0), (4, 2, 0), (4, 3, 0)], False)
def test_no_word_of_a_table_is_lost(words: list[tuple[int, int, int]], across: bool) -> None:
    """A word at any place in or around a table is told as left over, or as a fault."""
    table = [["år", "kvinnor", "män"], ["2018", "80,1", "78,4"], ["2019", "81,5", ".."]]
    if across:
        table = [list(row) for row in zip(*table, strict=True)]
        table[0][0] = "kön"
    rows = [[""] * 5 for _ in range(9)]
    for number, row in enumerate(table, start=3):
        rows[number][1:4] = row
    for line, column, word in words:
        rows[line][column] += f"ord{word}x"
    text = "\n".join(";".join(row) for row in rows)
    try:
        found = parse_figures("s.csv", text.encode())
    except DataError:
        return
    told = " ".join(aside.text for aside in found.asides)
    places = {(line, column) for line, column, _ in words}
    for _, _, word in words:
        assert f"ord{word}x" in told
    # A row of words alone is told whole.
    spoilt = sum({(line, column) for column in (1, 2, 3)} <= places for line in (4, 5))
    assert len(found.figures) == 4 - 2 * spoilt
