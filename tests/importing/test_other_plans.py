"""Other plans, other ways to write an answer: the structure is the plan's, not a document's."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from roadmap.datafiles.records import read_record
from roadmap.datafiles.yaml_reader import parse
from roadmap.datafiles.yaml_writer import dump
from roadmap.importing.lines import UnreadableError
from roadmap.importing.readers import read_manuscript
from roadmap.importing.response import response_of
from roadmap.model import AreaHeading, Record, Response, fields_of
from roadmap.text import source_text
from tests.projects import MINI, SITES, dataset_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def imported(folder: Path, text: str, site: str = "mini", body: str = "provutskottet") -> Response:
    path = folder / "svar.txt"
    path.write_text(text, encoding="utf-8")
    return response_of(dataset_of(SITES / site), body, read_manuscript(path))


def told(response: Response) -> list[tuple[str, ...]]:
    return [(*item.strategies, item.heading or "", item.text) for item in response.comments]


def test_a_plan_with_many_areas_and_two_digit_numbers(folder: Path) -> None:
    text = """Yttrande

Lillmåla byråd har läst planen.

1 Skog

Strategi 1.1. Påhittad strategi 1 om skog
Den påhittade kommunen ska vårda skog på sätt 1.
Byrådets kommentar
Byrådet läser 1.1 med intresse.

Fokusområde 5: Äng

5.10 Påhittad strategi 10 om äng

Byrådets kommentar

Byrådet läser 5.10 med intresse.
"""
    response = imported(folder, text, "other", "lillmala-byrad")
    assert told(response) == [
        ("S1.1", "Byrådets kommentar", "Byrådet läser 1.1 med intresse."),
        ("S5.10", "Byrådets kommentar", "Byrådet läser 5.10 med intresse."),
    ]
    assert [item.heading for item in response.area_headings] == ["1 Skog", "Fokusområde 5: Äng"]
    assert [item.id for item in response.sections] == ["synpunkter"]
    assert response.name == "Lillmåla byråd"
    assert not response.unplaced


@pytest.mark.parametrize(
    ("heading", "strategies"),
    [
        ("Strategi 1.1", ("S1.1",)),
        ("S1.1:", ("S1.1",)),
        ("Strategi 1.1 och 1.2", ("S1.1", "S1.2")),
        ("1.1–1.3", ("S1.1", "S1.2", "S1.3")),
        ("Läs mer", ("S1.1",)),
        ("1.3 Läs mer", ("S1.1",)),  # the title counts, the number is a slip
        ("1.1 Lds mer", ("S1.1",)),
        ("Synpunkter på 1.1 och 1.3:", ("S1.1", "S1.3")),
        ("Nämndens svar på strategi 2.1", ("S2.1",)),
    ],
)
def test_headings_of_a_strategy(folder: Path, heading: str, strategies: tuple[str, ...]) -> None:
    response = imported(folder, f"Bakgrund\n\nEn text.\n\n{heading}\n\nUtskottet säger ja.\n")
    assert [(item.strategies, item.text) for item in response.comments] == [
        (strategies, "Utskottet säger ja.")
    ]
    assert not response.unplaced


def test_a_bare_number_is_no_evidence_but_a_proposal(folder: Path) -> None:
    response = imported(folder, "1.1: Utskottet säger ja.\n\n2.1\n\nUtskottet säger nej.\n")
    assert not response.comments
    assert [(item.text, item.reason) for item in response.unplaced] == [
        (
            "1.1: Utskottet säger ja.",
            "Osäkert: bara planens nummer. Förslag: svar på 1.1.",
        ),
        (
            "2.1\n\nUtskottet säger nej.",
            "Osäkert: numret står ensamt på sin rad. Förslag: svar på 2.1.",
        ),
    ]


def test_numbers_and_titles_inside_a_sentence_are_no_headings(folder: Path) -> None:
    text = """1.1 Läs mer

Utskottet tycker att böcker är bra, och det som sägs om
1.3 är bra det också. En mening som nämner
Bygg lagom och fortsätter här är ingen rubrik.
"""
    response = imported(folder, text)
    assert [item.strategies for item in response.comments] == [("S1.1",)]
    assert len(response.comments[0].text.split()) == 28


def test_a_summary_in_other_words_than_the_plans_is_kept(folder: Path) -> None:
    text = """1.1 Läs mer

Utskottet har förstått förslaget så att biblioteken ska få längre öppettider.

Utskottets synpunkter

Det är bra.
"""
    response = imported(folder, text)
    assert told(response) == [("S1.1", "Utskottets synpunkter", "Det är bra.")]
    (kept,) = response.unplaced
    assert kept.text.startswith("Utskottet har förstått")


def test_two_answers_on_one_strategy_become_one(folder: Path) -> None:
    text = "1.1 Läs mer\n\nSynpunkter\n\nJa.\n\n1.1 Läs mer\n\nBedömning\n\nFler böcker.\n"
    response = imported(folder, text)
    assert told(response) == [("S1.1", "Synpunkter", "Ja.\n\nBedömning\n\nFler böcker.")]


def test_footnotes_that_ocr_misread(folder: Path) -> None:
    text = """1.1 Läs mer

Böcker är bra.' Fler behövs, säger ’Boken’ själv.2

! Provbiblioteket, 2019.
2 Provboken, 2018.
\f2.1 Bygg lagom

Ja.
"""
    response = imported(folder, text)
    assert response.comments[0].text == "Böcker är bra.[^1] Fler behövs, säger ’Boken’ själv.[^2]"
    assert [(note.id, note.text) for note in response.footnotes] == [
        ("1", "Provbiblioteket, 2019."),
        ("2", "Provboken, 2018."),
    ]
    assert response.source
    assert response.source.pages == 2


def test_hyphenation_at_the_end_of_a_line_is_undone(folder: Path) -> None:
    text = "1.1 Läs mer\n\nDet behövs samver-\nkan med mark-\noch planfrågor i Enskede-\nÅrsta.\n"
    response = imported(folder, text)
    assert (
        response.comments[0].text
        == "Det behövs samverkan med mark- och planfrågor i Enskede-Årsta."
    )


def test_a_heading_with_nothing_under_it_is_kept(folder: Path) -> None:
    response = imported(folder, "Bilaga\n\n1.1 Läs mer\n\nSynpunkter\n\n2.1 Bygg lagom\n\nJa.\n")
    assert [(item.text, item.reason) for item in response.unplaced] == [
        ("Bilaga", "Rubrik utan text under."),
        ("Synpunkter", "Rubrik utan text under."),
    ]
    assert response.unanswered == ("S1.1", "S1.2", "S1.3")


def test_no_word_is_lost_whatever_the_order(folder: Path) -> None:
    text = """Hit och dit

Bilaga

Lista

Bakgrund

Ett.

Bakgrund

Två.

1. Lära

Om området i stort.

2.1 Bygg lagom

Tre.

1.2 Räkna mer än någonsin tidigare i kommunen

Fyra.
"""
    response = imported(folder, text)
    kept = " ".join(
        [
            *(f"{item.heading} {item.text}" for item in response.sections),
            *(item.heading for item in response.area_headings),
            *(f"{item.heading} {item.text}" for item in response.comments),
            *(item.text for item in response.unplaced),
        ]
    ).split()
    for word in (
        "Hit",
        "dit",
        "Bilaga",
        "Lista",
        "Ett.",
        "Två.",
        "Lära",
        "området",
        "Tre.",
        "någonsin",
        "Fyra.",
    ):
        assert word in kept, word


def test_a_lost_letter_is_kept_for_a_person_to_mend(folder: Path) -> None:
    response = imported(folder, "1.1 Läs mer\nN\ufffdmnden vill l\u00ad\u200bäsa.\n")
    [comment] = response.comments
    assert comment.text == "N\ufffdmnden vill läsa."


def test_a_file_with_windows_letters_is_read(folder: Path) -> None:
    path = folder / "svar.txt"
    path.write_bytes("1.1 Läs mer\r\n\r\nJa, på sätt och vis.\r\n".encode("cp1252"))
    response = response_of(dataset_of(MINI), "prov", read_manuscript(path))
    assert response.comments[0].text == "Ja, på sätt och vis."


TITLES = ["1.1 Läs mer", "Strategi 1.2 Räkna mer", "Skriv mer", "2.1", "1.1 och 1.3", "1. Lära"]
HEADINGS = ["Sammanfattning", "Bakgrund", "Nämndens synpunkter", "Förslag till beslut", "Bilaga"]
pieces = st.one_of(
    st.sampled_from([*TITLES, *HEADINGS, "Se svar under 1.3.", "- en punkt", "\f", "! Not, 2019."]),
    st.text("aåÖ1.' -#:\uf0b7\u200b\u0301’", max_size=40),
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(["a-", "\u0301"], "\n")  # the accent of a letter that was cut from it by a line's end
@given(st.lists(pieces, max_size=25), st.sampled_from(["\n", "\n\n"]))
def test_what_is_imported_is_written_and_read_again(
    folder: Path, parts: list[str], between: str
) -> None:
    try:
        response = imported(folder, between.join(parts))
    except UnreadableError:
        return
    written = dump(response)
    again, problems = read_record(parse("f.yml", written.encode()), Response)
    assert not problems
    assert again
    assert dump(again) == written
    for name in ("sections", "area_headings", "comments", "footnotes", "unplaced"):
        for ours, theirs in zip(getattr(again, name), getattr(response, name), strict=True):
            assert fields(ours) == fields(theirs)


def fields(record: Record) -> dict[str, object]:
    """Return what a record says, without how the lines of its text are broken."""
    words = {name: getattr(record, name) for name in fields_of(type(record))}
    if not isinstance(record, AreaHeading):
        words["text"] = source_text.blocks(words["text"])
    return words
