"""Figures from Excel and CSV: as the sheet shows them, nothing hidden, guessed or passed over."""

import contextlib
import io
import random
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from roadmap.importing.figures import Taken, read_figures
from roadmap.importing.guarded import guarded
from roadmap.importing.lines import UnreadableError, no_progress
from roadmap.model import ImportLimits
from tests.importing.workbooks import Made, Number, Raw, Value, workbook, zipped

HEADING: list[Value] = ["Läsår", "Flickor", "Pojkar"]


def read(folder: Path, sheets: Mapping[str, Made], sheet: str | None = None, **more: str) -> Taken:
    path = folder / "siffror.xlsx"
    path.write_bytes(workbook(sheets, **more))
    return read_figures(path, sheet, ImportLimits(), no_progress)


def taken(folder: Path, *rows: Sequence[Value], **more: str) -> Taken:
    return read(folder, {"Blad1": Made(rows)}, **more)


def values(found: Taken) -> list[tuple[str, str, str | None]]:
    assert not found.faults
    return [
        (one.period.written, one.word, None if one.value is None else str(one.value))
        for one in found.figures
    ]


def test_a_table_is_read_with_what_stands_around_it(tmp_path: Path) -> None:
    found = taken(
        tmp_path,
        ["Elever som trivs, procent"],
        [],
        HEADING,
        ["2015/16", 81.5, 79],
        ["2016/17", "82,25", ".."],
        [],
        ["Källa: Provmyndigheten"],
    )
    assert values(found) == [
        ("2015/16", "flickor", "81.5"),
        ("2015/16", "pojkar", "79"),
        ("2016/17", "flickor", "82.25"),
        ("2016/17", "pojkar", None),
    ]
    assert [(place, aside.text, aside.field) for place, aside in found.asides] == [
        ("Blad1!A1", "Elever som trivs, procent", "title"),
        ("Blad1!A7", "Provmyndigheten", "source"),
    ]
    assert found.sheet == "Blad1"
    assert found.told == ()


PERCENT = "Celler har procentformat, så 0,45 är läst som 45 %: B2."


@pytest.mark.parametrize(
    ("value", "shown", "told"),
    [
        (Number("0.45", "0%"), "45 %", PERCENT),
        (Number("7.0000000000000007E-2", "0%"), "7 %", PERCENT),
        (Number("81.46666667", "0.00"), "81.47", "Celler är avrundade så som arket visar dem: B2."),
        (Number("0.125", "0.00"), "0.13", "Celler är avrundade så som arket visar dem: B2."),
        (Number("81.5", "0.00"), "81.50", None),
        (Number("1234", "#,##0"), "1234", None),
        (Number("1.234"), "1.234", None),
        (Number("81.500000000000014"), "81.5", None),
        (Number("12.5", '0.0" kr"'), "12.5", None),
        (Number("-12.5", "0.0;[Red]-0.0"), "-12.5", None),
        (Number("1e3"), "1000", None),
        (
            Number("12345", "0,"),
            "12345",
            "Celler har ett talformat som inte går att följa, och läses oavrundade: B2.",
        ),
        (Number("81", formula="A1*2"), "81", "Celler är räknade av en formel: B2."),
        (Raw('t="str"', "<f>A1</f><v>81,5</v>"), "81.5", "Celler är räknade av en formel: B2."),
        (Raw('t="inlineStr"', "<is><r><t>81</t></r><r><t>,5</t></r></is>"), "81.5", None),
        ("1 234,5", "1234.5", None),
        ("1\u00a0234", "1234", None),
        ("81,5 %", "81.5 %", None),
        ("\u22123", "-3", None),
    ],
)
def test_a_number_is_read_as_the_sheet_shows_it(
    tmp_path: Path, value: Value, shown: str, told: str | None
) -> None:
    found = taken(tmp_path, ["år", "totalt"], [2018, value])
    (figure,) = found.figures
    assert f"{figure.value}{' %' * figure.percent}" == shown
    assert found.told == ((told,) if told else ())


@pytest.mark.parametrize(
    ("rows", "faults"),
    [
        (
            [
                ["år", "män"],
                [2018, Raw('t="e"', "<v>#DIV/0!</v>")],
                [2019, Raw("", "<f>B2</f><v/>")],
            ],
            [
                "Blad1!B2: Cellen visar #DIV/0!. Rätta den i arket, eller lämna cellen tom om "
                "värdet saknas.",
                "Blad1!B3: Cellen har en formel utan sparat värde. Öppna filen i kalkylprogrammet "
                "och spara den på nytt.",
            ],
        ),
        (
            [["år", "män"], [Number("40878", "yyyy-mm-dd"), 81]],
            [
                'Blad1!A2: "2011-12-01" är inget år. Kalkylprogrammet kan ha gjort om perioden '
                "till ett datum. Skriv den som text, till exempel 2011/12."
            ],
        ),
        (
            [["år", "män"], [2018, "1,234"]],
            [
                'Blad1!B2: "1,234" kan vara 1 234 eller 1,234. Skriv 1234 om det är ett tusental, '
                "och 1,2340 om det är ett decimaltal."
            ],
        ),
        (
            [["år", "antal skolor", "andra"], [2018, 1, 2]],
            [
                "Blad1!B1: Kolumnernas namn stämmer inte. Skriv år, kön och värde, eller år och "
                "sedan en kolumn för varje grupp (kvinnor, män, totalt)."
            ],
        ),
        (
            [["år", "män"], [2018, Raw('t="b"', "<v>1</v>")]],
            ['Blad1!B2: "SANT" är inget tal. Skriv till exempel 84,5.'],
        ),
        (
            [["år", "män"], [2018, Raw('s="99"', "<v>NaN</v>")], [2019, Raw("", "<f>B2</f>")]],
            [
                'Blad1!B2: "NaN" är inget tal. Skriv till exempel 84,5.',
                "Blad1!B3: Cellen har en formel utan sparat värde. Öppna filen i kalkylprogrammet "
                "och spara den på nytt.",
            ],
        ),
    ],
)
def test_what_cannot_be_read_is_told_at_its_cell(
    tmp_path: Path, rows: list[list[Value]], faults: list[str]
) -> None:
    found = taken(tmp_path, *rows)
    assert [f"{place}: {words}" for place, words in found.faults] == faults
    assert not found.figures


def test_what_is_hidden_is_told_and_not_read(tmp_path: Path) -> None:
    shown = Made(
        [["år", "män", "kvinnor"], [2018, 1, 2], [2019, 3, 4]],
        before='<cols><col min="3" max="3" hidden="1"/></cols>',
        row_attributes={2: 'hidden="1"'},
    )
    secret = Made([["år", "män"], [2018, 99]], state="veryHidden")
    found = read(tmp_path, {"Blad1": shown, "Hemligt": secret})
    assert values(found) == [("2019", "män", "3")]
    assert found.told == (
        "Dolda blad är inte lästa: Hemligt.",
        "Dolda rader är inte lästa: 2.",
        "Dolda kolumner är inte lästa: C.",
    )


def test_a_period_in_merged_cells_stands_in_all_their_rows(tmp_path: Path) -> None:
    made = Made(
        [["år", "kön", "värde"], [2018, "kvinnor", 1], [None, "män", 2]],
        after='<mergeCells><mergeCell ref="A2:A3"/></mergeCells>',
    )
    found = read(tmp_path, {"Blad1": made})
    assert values(found) == [("2018", "kvinnor", "1"), ("2018", "män", "2")]
    assert found.told == ("Sammanslagna celler gäller alla sina rader: A2:A3.",)


def test_a_percentage_is_rounded_as_the_sheet_shows_it(tmp_path: Path) -> None:
    found = taken(tmp_path, ["år", "totalt"], [2018, Number("0.4567", "0.0%")])
    assert str(found.figures[0].value) == "45.7"
    assert found.told == (PERCENT, "Celler är avrundade så som arket visar dem: B2.")


def test_a_day_that_is_shown_as_its_year_is_the_year(tmp_path: Path) -> None:
    found = taken(tmp_path, ["år", "män"], [Number("43101", "yyyy"), 1])
    assert values(found) == [("2018", "män", "1")]


def test_days_may_be_counted_from_1904(tmp_path: Path) -> None:
    first_day = '<workbookPr date1904="1"/>'
    found = taken(tmp_path, ["år", "män"], [Number("41639", "yyyy"), 1], properties=first_day)
    assert values(found) == [("2018", "män", "1")]


TABLE = Made([["år", "män"], [2018, 1]])


def test_the_sheet_with_a_table_is_read_and_the_others_told(tmp_path: Path) -> None:
    sheets = {"Om": Made([["Provmyndighetens siffror"]]), "Data": TABLE, "Tomt": Made([])}
    found = read(tmp_path, sheets)
    assert found.sheet == "Data"
    assert found.told == ("Andra blad är inte lästa: Om.",)


@pytest.mark.parametrize(
    ("sheets", "sheet", "message"),
    [
        ({"A": TABLE, "B": TABLE}, None, "Flera blad har siffror: A och B. Välj ett med --sheet."),
        ({"Data": TABLE}, "Dat", 'Bladet "Dat" finns inte. Menade du "Data"?'),
        ({"A": Made([])}, None, "Filen har inget blad med innehåll som visas."),
        (
            {"A": TABLE, "B": Made(TABLE.rows, state="hidden")},
            "b",
            "Bladet B är dolt. Det som källan har dolt publiceras inte. Visa bladet i "
            "kalkylprogrammet om det ska läsas.",
        ),
    ],
)
def test_a_sheet_is_asked_for_when_it_does_not_follow(
    tmp_path: Path, sheets: Mapping[str, Made], sheet: str | None, message: str
) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(tmp_path, sheets, sheet)
    assert str(caught.value) == message
    if sheet is None and len(sheets) > 1:
        assert read(tmp_path, sheets, "b").sheet == "B"


def test_a_stray_cell_far_away_makes_no_sheet_large(tmp_path: Path) -> None:
    far = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    path = tmp_path / "siffror.xlsx"
    parts = _parts(workbook({"Blad1": TABLE}))
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace("</sheetData>", far)
    path.write_bytes(zipped(parts))
    found = read_figures(path, None, ImportLimits(), no_progress)
    assert values(found) == [("2018", "män", "1")]
    assert [(place, aside.text) for place, aside in found.asides] == [("Blad1!XFD1048576", "x")]


def _parts(raw: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


UNREADABLE = "Filen går inte att läsa som Excel-ark. Spara den som .xlsx eller CSV."
BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda parts: {**parts, "xl/workbook.xml": BOMB + parts["xl/workbook.xml"]}, UNREADABLE),
        (lambda parts: {**parts, "xl/styles.xml": "<styleSheet"}, UNREADABLE),
        (lambda parts: {"a.txt": "a"}, UNREADABLE),
        (
            lambda parts: {**parts, "xl/media/bomb.bin": "0" * 101_000_000},
            "Dokumentet är 101 MB uppackat, och högst 100 MB läses. Om dokumentet ska läsas ändå: "
            "höj file_megabytes under import_limits i data/settings.yml.",
        ),
    ],
)
def test_a_hostile_workbook_gives_one_line(
    tmp_path: Path, change: Callable[[dict[str, str]], dict[str, str]], message: str
) -> None:
    path = tmp_path / "siffror.xlsx"
    path.write_bytes(zipped(change(_parts(workbook({"Blad1": TABLE})))))
    with pytest.raises(UnreadableError) as caught:
        guarded(read_figures, path, None, limits=ImportLimits(), progress=no_progress)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("s.ods", b"PK", "Siffror läses ur .xlsx och .csv. Spara den som .xlsx eller CSV."),
        (
            "s.xlsx",
            b"\xd0\xcf\x11\xe0...",
            "Filen är låst med lösenord, eller sparad i ett äldre format. Spara den som .xlsx "
            "eller CSV.",
        ),
        ("s.xlsx", b"hej", UNREADABLE),
        ("s.csv", b"", "Filen är tom."),
    ],
)
def test_another_kind_of_file_is_refused(
    tmp_path: Path, name: str, raw: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(UnreadableError) as caught:
        read_figures(tmp_path / name, None, ImportLimits(), no_progress)
    assert str(caught.value) == message


def test_csv_is_read_with_its_own_places(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("Trivsel\når;män\n2018;1\n2019;x\n", "utf-8")
    found = read_figures(path, None, ImportLimits(), no_progress)
    assert values(found) == [("2018", "män", "1"), ("2019", "män", None)]
    assert [(place, aside.text) for place, aside in found.asides] == [("1:1", "Trivsel")]
    path.write_text("år;män\n2018;många\n", "utf-8")
    found = read_figures(path, None, ImportLimits(), no_progress)
    assert found.faults == (("2:6", '"många" är inget tal. Skriv till exempel 84,5.'),)


@pytest.mark.parametrize("seed", range(5))
def test_changed_bytes_give_figures_or_a_line(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    parts = _parts(workbook({"Data": Made([HEADING, ["2016/17", Number("0.8", "0%"), "x"]])}))
    path = tmp_path / "siffror.xlsx"
    splices = ("-1", "9" * 12, "1e999", "XFD1048576", "A0", 't="s"', 't="e"', "<row/>", '"', "")
    for _ in range(40):
        name = chance.choice([*parts])
        at = chance.randrange(len(parts[name]))
        changed = (
            parts[name][:at] + chance.choice(splices) + parts[name][at + chance.choice((0, 1)) :]
        )
        path.write_bytes(zipped({**parts, name: changed}))
        with contextlib.suppress(UnreadableError):
            found = read_figures(path, None, ImportLimits(), no_progress)
            assert found.faults or found.figures or found.told or found.sheet
