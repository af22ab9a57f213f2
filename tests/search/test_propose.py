"""Candidates for the table of compounds, from a fictional dictionary and text."""

from dataclasses import replace
from pathlib import Path

import pytest

from roadmap.model.codes import SOURCE_LANGUAGE
from roadmap.model.dataset import Dataset
from roadmap.search.dictionaries import Dictionaries, read_dictionaries
from roadmap.search.propose import candidates, read_dictionary
from roadmap.search.word_forms import forms_in
from tests.projects import REAL
from tools.compounds import main

stem = forms_in(SOURCE_LANGUAGE).stem

WORDS = frozenset({"skog", "sjö", "väg", "vård", "kyrka", "bild", "person"})
TEXTS = [
    "Ny skogsvård vid sjön.\nSkogsvården ska öka.",
    "En kyrkogård, en kyrkbild och vård av vägen. SKOGSVÅRD",
    "Skogsvårdens sjövägar i Sjövård.",
]


@pytest.fixture
def dictionaries(real: Dataset) -> Dictionaries:
    return read_dictionaries(real.synonyms)


def test_the_most_helpful_come_first_with_their_context(dictionaries: Dictionaries) -> None:
    found = candidates(TEXTS, dictionaries, WORDS)
    assert [(one.word, one.head, one.tail, one.texts) for one in found] == [
        ("skogsvård", "skog", "vård", 2),
        ("sjövägar", "sjö", "vägar", 1),
        ("kyrkbild", "kyrka", "bild", 1),
    ]
    assert found[0].line == "skogsvård: skog vård  # 2 texter: … Ny skogsvård vid sjön. …"


def test_what_is_decided_is_not_proposed_again(dictionaries: Dictionaries) -> None:
    decided = replace(
        dictionaries,
        compounds={**dictionaries.compounds, stem("skogsvård"): ((stem("skog"), "skog"),)},
        simple=frozenset({stem("kyrkbild")}),
    )
    assert [one.word for one in candidates(TEXTS, decided, WORDS)] == ["sjövägar"]


def test_a_hunspell_dictionary_is_read(tmp_path: Path) -> None:
    path = tmp_path / "ord.dic"
    path.write_text("5\nskog/ADGv\nsjö\tpo:noun\nSundby/A\n16-del/A\nå\n", encoding="utf-8")
    assert read_dictionary(path) == {"skog", "sjö"}


def test_every_word_of_the_frozen_texts_is_decided(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(REAL)
    path = tmp_path / "ord.dic"
    path.write_text("3\nvuxen/A\nutbildning/A\nsyn/A\npunkt/A\n", encoding="utf-8")
    assert main([str(path)]) == 0
    assert capsys.readouterr().out == "Inga nya sammansättningar att granska.\n"
    assert main([str(tmp_path / "saknas.dic")]) == 1
