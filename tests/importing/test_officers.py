"""Three officers' Word habits: what they answer stands where it belongs, or is told and kept."""

import re
from collections.abc import Callable, Iterable

import pytest

from roadmap.importing.law import texts
from roadmap.importing.response import Account, account_of
from tests.importing.officers import changed_plan, letter, table_of_everything
from tests.importing.test_kinds import DATASET, answers
from tests.importing.word.files import manuscript

PLAN_TEXT = {
    key: DATASET.strategy(key).text.split("\n\n")[0] for key in ("S1.1", "S1.2")
}  # what they repeat


def account(make: Callable[[str], bytes], strategy_id: str) -> Account:
    raw = make(PLAN_TEXT[strategy_id])
    return account_of(DATASET, "provforeningen", manuscript(raw))


@pytest.mark.parametrize(
    ("make", "strategy_id"),
    [(table_of_everything, "S1.2"), (changed_plan, "S1.2"), (letter, "S1.1")],
)
def test_every_word_of_their_own_stands_as_often(
    make: Callable[[str], bytes], strategy_id: str
) -> None:
    read = manuscript(make(PLAN_TEXT[strategy_id]))
    came = [*(line.text for line in read.lines), *(text for text, _ in read.aside)]
    stands = [*texts(account(make, strategy_id).response)]
    for word in ("tillstyrks", "avstyrks", "dyrt", "instämmer", "annars", "hyrorna", "pengar"):
        assert count(word, came) == count(word, stands), word


def count(word: str, found: Iterable[str]) -> int:
    return re.findall(r"\w+", " ".join(found).casefold()).count(word)


def test_a_table_of_everything() -> None:
    found = answers(account(table_of_everything, "S1.2"))
    assert {*found} == {"S1.1", "S1.2"}
    for words in ("Tillstyrks.", "Bra med kuratorer."):
        assert words in found["S1.1"]
    for words in ("Avstyrks.", "Dyrt."):
        assert words in found["S1.2"]


def test_a_changed_plan() -> None:
    found = account(changed_plan, "S1.2")
    changed = f"{PLAN_TEXT['S1.2']} Nämnden avstyrker, då målet saknas."
    assert answers(found) == {"S1.2": changed}
    assert [item.text for item in found.unsure] == [
        "Strategi 3.2 a) bör strykas.\n\nb) bör annars följas upp."
    ]
    kept = [item.text for item in found.left]
    assert kept == ["Juristens svar", "Svara här.", "Vi instämmer i strategin."]


def test_a_letter() -> None:
    found = account(letter, "S1.1")
    assert answers(found) == {
        "S1.1": "Vi vill ha mer pengar.",
        "S1.2": "Förskolan behöver fler lärare.",
        "S3.2": "Hyrorna är höga.",
    }
    unsure = [(item.text, item.reason.split("Förslag: ")[1]) for item in found.unsure]
    assert [(text.split(":")[0], proposal) for text, proposal in unsure] == [
        ("Strategi 1.3", "svar på 1.3, 1.4 och 2.1."),
        ("Strategi 3.3 Ja Bra.", "svar på 3.3."),
        ("Strategi 3.4 Nej Dåligt.", "svar på 3.4."),
    ]
    assert [item.text for item in found.left][-2:] == [
        "Hälsningar\n\nKim Prov, Provföreningen",
        "Strategi 2.1",
    ]
