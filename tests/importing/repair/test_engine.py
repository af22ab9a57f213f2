"""Which words are changed, which are not, and what is told."""

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.importing.repair import lexicon
from roadmap.importing.repair.engine import Engine, Repair
from roadmap.importing.repair.lexicon import MissingDictionaryError
from roadmap.text.frequencies import common_words

# A text that has lost most of its å, ä and ö, so that the engine knows what it is up against.
MISREAD = (
    "Forvaltningen vill framhalla att forslagen behover utvecklas, sarskilt for aldre manniskor. "
    "Namnden valkomnar aven att forskolan far storre mojligheter att mota fordldrar. "
)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def repaired(engine: Engine, text: str) -> str:
    [_, repairs] = engine.repair([MISREAD * 3, text])
    for repair in reversed(repairs):
        text = text[: repair.start] + repair.after + text[repair.end :]
    return text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("behdver", "behöver"),
        ("mdjligheter", "möjligheter"),
        ("FORSLAG", "FORSLAG"),
        ("stadsdelsndmnden", "stadsdelsnämnden"),
        ("Okad trygghet", "Ökad trygghet"),
        ("6ka", "öka"),
        ("d&ven har", "även har"),
        ("1 skolan", "i skolan"),
        ("Det ar bra. 1 skolan", "Det är bra. I skolan"),
        ("sidan 1 och 1.1 samt 2018", "sidan 1 och 1.1 samt 2018"),
        ("m.fl. och t.ex.", "m.fl. och t.ex."),
        ("namnd@kommun.example", "namnd@kommun.example"),
        ("ordet[^1] star", "ordet[^1] står"),
        ("mark- och vattenfragor", "mark- och vattenfrågor"),
    ],
)
def test_words(engine: Engine, before: str, after: str) -> None:
    assert repaired(engine, before) == after


def test_a_real_word_with_a_rival_is_told(engine: Engine) -> None:
    [_, repairs] = engine.repair([MISREAD * 3, "Staden bor utveckla det."])
    (doubt,) = [repair for repair in repairs if repair.before == "bor"]
    assert not doubt.sure
    assert {doubt.after, *doubt.rivals} == {"bor", "bör"}


def test_a_word_that_nobody_knows_is_told(engine: Engine) -> None:
    [_, repairs] = engine.repair([MISREAD * 3, "en fullständig xqzwrt"])
    assert repairs == [Repair(15, 21, "xqzwrt", "xqzwrt", 0.5)]


@settings(max_examples=50)
@given(st.lists(st.sampled_from(sorted(common_words())), min_size=1, max_size=60))
def test_healthy_words_are_never_touched(words: list[str]) -> None:
    text = " ".join(words)
    assert SHARED.repair([text]) == [[]]


SHARED = Engine(["kvartersråd", "byradet"])


@settings(max_examples=50)
@given(st.lists(st.text("adéi&146oO0.,- \n[^]", max_size=70), max_size=3))
def test_whatever_the_machine_read_the_places_are_right(texts: list[str]) -> None:
    for text, repairs in zip(texts, SHARED.repair(texts), strict=True):
        end = 0
        for repair in repairs:
            assert end <= repair.start < repair.end
            assert text[repair.start : repair.end] == repair.before
            assert not set(repair.after) & set(" \n")
            assert 0 < repair.certainty <= 1
            end = repair.end


def test_words_of_the_plan_are_known() -> None:
    assert SHARED.repair([f"{MISREAD} byradet"])[0][-1].before != "byradet"


def test_a_missing_dictionary_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lexicon.open_dictionary.cache_clear()
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    with pytest.raises(MissingDictionaryError, match="hunspell-sv saknas"):
        lexicon.open_dictionary()
