"""Every rule, broken on purpose: one fault in a miniature site, the complete message."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from roadmap.datafiles import reader
from roadmap.datafiles.checks import CHECKS, RESPONSE_CHECKS, check
from roadmap.datafiles.reader import read
from tests.datafiles.checks import language_faults, plan_faults, response_faults
from tests.datafiles.checks.faults import Break, Edit
from tests.projects import MINI, TERMS
from tests.site.test_terms import USUAL

TODAY = date(2020, 6, 1)
# Words and ids of the data, the names of its fields, and addresses.
QUOTED = re.compile(r'"[^"]*"|\bstrategies\b|\bstrategier/|\S*-strategi\S*')
CASES = [*plan_faults.CASES, *response_faults.CASES, *language_faults.CASES]


def problems_of(root: Path) -> list[str]:
    return [str(problem) for problem in check(read(root), TODAY)]


@pytest.fixture
def mini(tmp_path: Path) -> Path:
    shutil.copytree(MINI, tmp_path / "mini")
    return tmp_path / "mini"


def break_it(root: Path, *faults: Edit | Break) -> None:
    for fault in faults:
        if callable(fault):
            fault(root / "data")
            continue
        name, old, new = fault
        path = root / "data" / name
        text = path.read_text("utf-8")
        assert text.count(old) >= 1, f"{old!r} is not in {name}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_miniature_site_is_sound(mini: Path) -> None:
    assert problems_of(mini) == []


@pytest.mark.parametrize(
    ("faults", "expected"),
    [
        pytest.param(faults, expected, id=f"{rule}-{n}")
        for n, (rule, faults, expected) in enumerate(CASES)
    ],
)
def test_a_broken_rule_says_what_is_wrong_and_where(
    mini: Path, faults: list[Edit | Break], expected: list[str]
) -> None:
    sound = problems_of(mini)
    break_it(mini, *faults)
    # What is remembered of the sound site tells no more and no less than to read it all anew.
    assert problems_of(mini) == expected
    reader._kept.clear()
    assert problems_of(mini) == expected
    assert expected != sound


@pytest.mark.parametrize(
    "faults", [pytest.param(faults, id=f"{rule}-{n}") for n, (rule, faults, _) in enumerate(CASES)]
)
def test_a_broken_rule_is_told_of_in_the_sites_own_words(
    mini: Path, faults: list[Edit | Break]
) -> None:
    own = (TERMS / "data/terms.yml").read_text("utf-8")
    (mini / "data/terms.yml").write_text(own, encoding="utf-8")
    break_it(mini, *faults)
    if (mini / "data/terms.yml").read_text("utf-8") == own:
        told = [QUOTED.sub("", line.partition(" ")[2]) for line in problems_of(mini)]
        assert [line for line in told if USUAL.search(line)] == []


def test_synonyms_are_checked_like_everything_else(mini: Path) -> None:
    folder = mini / "data" / "search"
    folder.mkdir()
    text = "# Kommentarer får stå här.\nskola: plugget\nbok:\ntal: [siffra]\nbok: lektyr\n"
    (folder / "synonyms.yml").write_text(text, encoding="utf-8")
    (folder / "list.yml").write_text("- skola\n", encoding="utf-8")
    assert problems_of(mini) == [
        "data/search/list.yml:1:1: Filen ska ha ett ord per rad. Skriv till exempel förskola: dagis, daghem.",
        'data/search/synonyms.yml:5:1: Fältet "bok" står två gånger. Behåll det ena.',
    ]
    (folder / "list.yml").unlink()
    (folder / "synonyms.yml").write_text(text.replace("\nbok: lektyr", ""), encoding="utf-8")
    assert problems_of(mini) == [
        'data/search/synonyms.yml:3:5: Efter "bok" ska det stå ord med komma emellan. Skriv till exempel förskola: dagis, daghem.',
        'data/search/synonyms.yml:4:6: Efter "tal" ska det stå ord med komma emellan. Skriv till exempel förskola: dagis, daghem.',
    ]


def test_words_to_search_by_are_read_in_each_language(mini: Path) -> None:
    folder = mini / "data" / "search"
    words = {"ord.yml": "bok: lektyr", "sv/ord.yml": "bok: bibba", "en/words.yml": "book: novel"}
    for name, word in words.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"{word}\n", encoding="utf-8")
    dataset = read(mini).dataset
    assert dataset
    assert dataset.synonyms_in == {
        "sv": (("bok", "lektyr"), ("bok", "bibba")),
        "en": (("book", "novel"),),
    }
    (folder / "en" / "more").mkdir()
    (folder / "en" / "words.txt").touch()
    told = [line for line in problems_of(mini) if "varning" not in line]
    assert told == [
        "data/search/en/more:1:1: Mappen läses inte. Lägg filerna direkt i data/search/en/.",
        "data/search/en/words.txt:1:1: Filen läses inte. Filnamn i den här mappen slutar på .yml.",
    ]


def test_every_rule_has_a_case() -> None:
    rules = {rule.__name__ for rule in (*CHECKS, *RESPONSE_CHECKS)}
    assert rules | {"personal_data"} == {rule for rule, _, _ in CASES}
