"""What the build of the index promises, without a browser."""

import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from roadmap import search
from roadmap.model.codes import SOURCE_LANGUAGE
from roadmap.model.dataset import Dataset
from roadmap.model.terms import USUAL
from roadmap.search import index_files
from roadmap.search.dictionaries import number_words, read_dictionaries
from roadmap.search.entries import units
from roadmap.search.index import build_index
from roadmap.search.word_forms import forms_in, tokens
from tests.projects import MINI, dataset_of

stem = forms_in(SOURCE_LANGUAGE).stem


@pytest.mark.parametrize(
    "forms",
    [
        "förskola förskolan förskolor förskolornas",
        "lärare läraren lärarna lärarnas",
        "bostad bostaden bostäder bostäderna bostads",
        "medborgare medborgarnas medborgaren",
        "enkät enkäten enkäter",
        "strategi strategin strategins strategier",
        "social sociala socialt",
        "kvinna kvinnan kvinnor kvinnors",
        "område områden området områdenas",
        "plan planen planer planernas",
        "kostnad kostnader kostnaden",
        "förälder föräldrar föräldrarnas",
        "rektor rektorn rektorer rektorernas",
        "miljö miljön miljöer miljöns",
        "öka ökar ökad ökning",
        "gäst gäster gästen gästernas",
        "hyresgäst hyresgäster hyresgästen",
        "arbetslös arbetslösa arbetslöst arbetslöshet",
    ],
)
def test_forms_of_a_word_share_a_stem(forms: str) -> None:
    assert len({stem(word) for word in forms.split()}) == 1


def test_a_language_without_tables_compares_words_as_they_stand() -> None:
    forms, dictionaries = forms_in("qqq"), read_dictionaries((), "qqq")
    assert [forms.stem(word) for word in ("Skolorna", "PLANS", "1.1")] == [
        "skolorna",
        "plans",
        "1.1",
    ]
    assert forms.meant("a", "å")
    assert not {*dictionaries.stop, *dictionaries.known, *dictionaries.synonyms}
    assert number_words(USUAL, "qqq")["m"] == ["malomrade", "malomraden", "m"]


def test_different_words_have_different_stems() -> None:
    words = (
        "lärare",
        "lära",
        "bil",
        "billig",
        "trygg",
        "otrygg",
        "vård",
        "värd",
        "person",
        "personal",
    )
    assert len({stem(word) for word in words}) == len(words)


def test_the_same_data_gives_the_same_bytes(real: Dataset, built: dict[str, bytes]) -> None:
    assert dict(search.build(real)) == built


def test_paths_are_safe_and_parts_are_named_by_content(
    real: Dataset, built: dict[str, bytes]
) -> None:
    head = json.loads(built["search/head.json"])
    assert all(
        name == "search/head.json" or name.startswith(f"search/{head['folder']}/") for name in built
    )
    other = dict(search.build(replace(real, bodies=())))
    assert json.loads(other["search/head.json"])["folder"] != head["folder"]


def test_enrichment_is_not_in_the_texts(built: dict[str, bytes]) -> None:
    texts = b"".join(content for name, content in built.items() if "/t" in name)
    assert b"dagis" not in texts


def test_units_bear_their_groups(real: Dataset) -> None:
    found = tuple(units(real))
    joint = next(unit for unit in found if unit.numbers == ("3.1", "3.2"))
    assert (joint.group, joint.area, joint.anchor) == ("S3.2", "M3", "synpunkt-3-1-och-3-2")
    footnote = next(unit for unit in found if unit.kind == "footnote")
    assert (footnote.group, footnote.anchor) == ("S2.1", "fotnot-1")
    milestone = next(unit for unit in found if unit.numbers == ("e4.1",))
    assert (milestone.group, milestone.anchor) == ("M4", "etappmal-4-1")
    assert not any("[^" in unit.text for unit in found)


def test_every_compound_and_synonym_is_read(real: Dataset) -> None:
    terms = build_index(units(real), read_dictionaries(real.synonyms))
    assert "vuxenutbildning" in terms["utbildning"].sources
    lines = [line for _, line in index_files.alias_lines(terms, read_dictionaries(real.synonyms))]
    assert "dagis>förskol" in lines


def test_a_phrase_stands_with_its_first_word_that_counts(real: Dataset) -> None:
    terms = build_index(units(real), read_dictionaries(real.synonyms))
    lines = list(index_files.alias_lines(terms, read_dictionaries(real.synonyms)))
    assert ("tid", "i tid>förebygg") in lines
    assert lines == sorted(lines)


def test_every_text_has_an_anchor_on_its_page(real: Dataset, site: Path) -> None:
    pages: dict[str, str] = {}
    for unit in units(real):
        html = pages.setdefault(unit.url, (site / unit.url / "index.html").read_text("utf-8"))
        assert unit.anchor is None or f' id="{unit.anchor}"' in html, unit


def test_an_editors_table_is_used(real: Dataset) -> None:
    typed = {"sv": (("snabbspår", "gräddfil, grädd fil"),)}
    files = dict(search.build(replace(real, synonyms_in=typed)))
    aliases = b"".join(content for name, content in files.items() if "/a" in name).decode()
    assert "gräddfil>snabbspår" in aliases
    assert "grädd fil>snabbspår" in aliases


@pytest.mark.parametrize(("value", "digits"), [(0, "A"), (31, "f"), (32, "gB"), (1024, "ggB")])
def test_numbers_in_five_bit_digits(value: int, digits: str) -> None:
    assert index_files.number(value) == digits


def test_tokens() -> None:
    found = [token.text for token in tokens("Strategi 3.4, mark- och KS 2018/911.")]
    assert found == ["Strategi", "3.4", "mark", "och", "KS", "2018", "911"]


def test_the_name_of_the_index_says_what_is_in_which_file() -> None:
    """Browsers keep a part for ever, so the same words in other files are another index."""

    def name(parts: dict[str, str]) -> str:
        with TemporaryFile() as file:
            store = index_files.TextStore(file)
            for part, text in parts.items():
                store.add(part, text)
            return store.digest()

    split = [{"a.txt": "ett", "b.txt": "tva"}, {"a.txt": "et", "b.txt": "ttva"}]
    named = [{"a.txt": "ett", "c.txt": "tva"}, {"a.txt": "etttva"}]
    assert len({name(parts) for parts in [*split, *named]}) == 4
    assert name({"b.txt": "tva", "a.txt": "ett"}) == name(split[0])


def test_the_rows_of_a_table_are_found_and_shown_as_lines() -> None:
    (unit,) = [unit for unit in units(dataset_of(MINI)) if "Provbokbussen" in unit.text]
    assert unit.text.split("\n") == [
        "Jag tycker om böcker.",
        "Bok | Provskolebiblioteket | Provstadsbiblioteket | Provbokbussen",
        "Provboken | 2 | 3",
        "Provspråkslärorna | Saknas: första delen andra delen | 1 | 2",
        "Läs | Mer",
        "Räkna | Mindre",
    ]
