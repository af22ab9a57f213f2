"""Marks that people type: told where a page would show them in another way than expected."""

import pytest

from roadmap.datafiles.typed_marks import typed_marks
from tests.projects import MINI, OTHER, REAL

LIST = 'och blir löpande text. Skriv "- " i stället, så blir det en punkt i en lista.'
APART = "blir ett enda stycke. Sätt en tom rad mellan dem, så blir var och en ett eget stycke."
SHOWN = "visas på webbplatsen. Ta bort dem om källan inte har dem."
PRIVATE = (
    "står inom citattecken. Är det en privatpersons namn? Ta i så fall bort det. "
    "Privatpersoners namn publiceras inte."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("text: |\n  Så här:\n  • böcker\n", [f'3:3: varning: Raden börjar med "•" {LIST}']),
        ("text: |\n  · böcker\n", [f'2:3: varning: Raden börjar med "·" {LIST}']),
        ("text: |\n  * böcker\n", [f'2:3: varning: Raden börjar med "*" {LIST}']),
        (
            "text: |\n  Så här:\n  1. böcker\n  2. pennor\n\n  3) fler\n  4) flest\n",
            [
                f"3:3: varning: Punkterna 1 till 2 {APART}",
                f"6:3: varning: Punkterna 3 till 4 {APART}",
            ],
        ),
        ("name: ”Provnämnden”\n", [f"1:7: varning: Citattecknen kring ”Provnämnden” {SHOWN}"]),
        ("name: '\"Provet\"'\n", [f'1:8: varning: Citattecknen kring "Provet" {SHOWN}']),
        ("- heading: »Om provet»\n", [f"1:12: varning: Citattecknen kring »Om provet» {SHOWN}"]),
        (
            "text: |\n  Vi träffade ”Prova Provsson” i maj.\n",
            [f'2:16: varning: "Prova Provsson" {PRIVATE}'],
        ),
        (
            'text: |\n  Vi träffade "Prova-Lisa Provsson".\n',
            [f'2:16: varning: "Prova-Lisa Provsson" {PRIVATE}'],
        ),
    ],
)
def test_a_mark_that_is_shown_in_another_way_is_told(text: str, expected: list[str]) -> None:
    assert [str(one).removeprefix("a.yml:") for one in typed_marks("a.yml", text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "text: |\n  - böcker\n  - pennor\n",
        "strategies:\n  - S1.1\n",
        "text: |\n  1. Böcker\n\n  2. Pennor\n",
        "text: |\n  Se avsnitt\n  3. Därefter följer\n  text.\n",
        "text: |\n  Summan är 12\n  000 kronor * 2\n",
        'name: "Provköpings Namnd"\n',
        "name: 'Provnämnden'\n",
        "heading: 'Barn: en fråga'\n",
        "heading: ”Provplanen” och barnen\n",
        "text: |\n  Det kallas ”lagom mycket” i planen.\n",
        'issuer: "Prova Provsson"\n',
        '- "Prova Provsson"\n',
    ],
)
def test_sound_texts_are_left_in_peace(text: str) -> None:
    assert list(typed_marks("a.yml", text)) == []


def test_the_sites_of_the_tests_have_no_such_marks() -> None:
    for site in (MINI, OTHER, REAL):
        for path in sorted((site / "data").rglob("*.yml")):
            assert list(typed_marks(path.name, path.read_text("utf-8"))) == []
