"""Plans number their strategies in other ways than 1.1, or not at all."""

from dataclasses import replace
from pathlib import Path

import pytest

from roadmap.importing.numbering import Numbering
from roadmap.importing.readers import read_manuscript
from roadmap.importing.response import response_of
from roadmap.model import Response
from roadmap.model.dataset import Dataset
from roadmap.model.terms import term
from tests.projects import LABELS, dataset_of


@pytest.fixture(scope="module")
def labels() -> Dataset:
    return dataset_of(LABELS)


def renumbered(dataset: Dataset, *numbers: str | None) -> Dataset:
    """Return the plan with its three first strategies numbered so."""
    first, *others = dataset.goal_areas
    strategies = tuple(
        strategy.altered(number=number)
        for strategy, number in zip(first.strategies, numbers, strict=True)
    )
    return replace(dataset, goal_areas=(first.altered(strategies=strategies), *others))


def imported(dataset: Dataset, folder: Path, text: str) -> Response:
    path = folder / "svar.txt"
    path.write_text(text, encoding="utf-8")
    return response_of(dataset, "provutskottet", read_manuscript(path))


def told(response: Response) -> dict[tuple[str, ...], str]:
    return {comment.strategies: comment.text for comment in response.comments}


def answers(first: str, second: str, third: str) -> str:
    return f"""Yttrande

Provutskottet har läst planen.

{first}

Utskottet vill ha fler böcker.

{second}

Utskottet räknar gärna.

{third}

Utskottet skriver gärna.
"""


FOUND = {
    ("las-mer",): "Utskottet vill ha fler böcker.",
    ("rakna-mer",): "Utskottet räknar gärna.",
    ("skriv-mer",): "Utskottet skriver gärna.",
}


@pytest.mark.parametrize(
    ("numbers", "headings"),
    [
        (("A.1", "A.2", "A.10"), ("Strategi A.1", "Strategi A.2", "Strategi A.10")),
        (("A.1", "A.2", "A.10"), ("A.1 Läs mer", "A.2. Räkna mer", "A.10: Skriv mer")),
        (("A.1", "A.2", "A.10"), ("Strategi A1", "A:2 Räkna mer", "Punkt A10:")),
        (("1.1.1", "1.1.2", "1.1.10"), ("1.1.1 Läs mer", "Strategi 1.1.2", "Ang. 1.1.10:")),
        (
            ("Mål 1 – Insats 1", "Mål 1 – Insats 2", "Mål 1 – Insats 10"),
            ("Mål 1 – Insats 1", "Mål 1, insats 2: Räkna mer", "MÅL 1 - INSATS 10"),
        ),
        (("1", "2", "10"), ("1. Läs mer", "Strategi 2", "10 Skriv mer")),
        (("a", "b", "c"), ("a) Läs mer", "b) Räkna mer", "c) Skriv mer")),
        ((None, None, None), ("Läs mer", "Strategi: Räkna mer", "Skriv mer")),
    ],
    ids=lambda value: str(value[0]),
)
def test_the_headings_of_answers_are_found(
    labels: Dataset, tmp_path: Path, numbers: tuple[str | None, ...], headings: tuple[str, ...]
) -> None:
    dataset = renumbered(labels, *numbers)
    response = imported(dataset, tmp_path, answers(*headings))
    assert told(response) == FOUND
    assert [item.text for item in response.unplaced] == []


def test_a_plan_may_number_some_strategies_and_not_others(labels: Dataset, tmp_path: Path) -> None:
    text = """Yttrande

A.1 Läs mer

Utskottet läser.

Bygg för barn och unga tillsammans

Utskottet bygger.

Bygg för barn

Se svar under Bygg för barn och unga tillsammans.

Mål 3 – Insats 2: Säkrare gångvägar

Utskottet går.
"""
    response = imported(labels, tmp_path, text)
    assert told(response) == {
        ("las-mer",): "Utskottet läser.",
        ("barn",): "Se svar under Bygg för barn och unga tillsammans.",
        ("barn", "barn-och-unga"): "Utskottet bygger.",
        ("gangvagar",): "Utskottet går.",
    }
    [reference] = [item for item in response.comments if item.refers_to]
    assert reference.refers_to == "barn-och-unga"


def test_the_plans_own_word_leads_to_a_number(labels: Dataset, tmp_path: Path) -> None:
    own = term("insats", "insatsen", "insatser", "insatserna")
    dataset = replace(renumbered(labels, "1", "2", "10"), terms=labels.terms.altered(strategy=own))
    headings = ("Insats 1", "Ang. insats 2:", "Insatsen 10")
    assert told(imported(dataset, tmp_path, answers(*headings))) == FOUND


def test_a_number_of_a_single_part_says_nothing_alone(labels: Dataset, tmp_path: Path) -> None:
    dataset = renumbered(labels, "1", "2", "10")
    text = answers("1 Läs mer", "2 Räkna mer", "10 Skriv mer").replace(
        "Utskottet räknar gärna.", "2 av 10 elever räknar gärna.\n\n1 elev räknar inte."
    )
    assert told(imported(dataset, tmp_path, text)) == {
        **FOUND,
        ("rakna-mer",): "2 av 10 elever räknar gärna.\n\n1 elev räknar inte.",
    }


@pytest.mark.parametrize(
    ("numbers", "text", "found"),
    [
        (("A.1", "A.2", "A.3", "A.10"), "A.1–A.3", ["A.1", "A.2", "A.3"]),
        (("A.1", "A.2"), "BA.1 eller a.1", []),
        (("A.1", "A.2"), "A.11 och A.2", ["A.2"]),
        (("1.1.1", "1.1.2"), "1.1 och 1.1.2", ["1.1.2"]),
        (("1.1.1",), "1.1.1.1 eller den 1.1.10", []),
        (("Mål 1 – Insats 2",), "mål 1, insats 2", ["Mål 1 – Insats 2"]),
        (("7",), "7 av 10 är för strategi 7.", ["7"]),
        (("7",), "7 av 10 är för.", []),
        ((), "1.1 och A.1", []),
    ],
)
def test_known_numbers_are_found_in_a_text(
    numbers: tuple[str, ...], text: str, found: list[str]
) -> None:
    assert Numbering(numbers).numbers_in(text) == found
