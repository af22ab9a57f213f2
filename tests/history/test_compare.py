"""Changes are told by meaning: a reformatting is none."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from roadmap.history.compare import compare
from roadmap.history.tree import read_file
from roadmap.presenters.change_words import names, place, said
from roadmap.site.project import current
from tests.projects import MINI, REAL, TODAY

RESPONSE = "data/responses/provnamnden.yml"
AREA = "data/goal-areas/1-lara.yml"
REDIRECTS = "data/redirects.yml"

Files = dict[str, bytes]


def files(root: Path) -> Files:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in (root / "data").rglob("*")
        if path.is_file()
    }


@pytest.fixture
def mini() -> Files:
    return files(MINI)


def edited(state: Files, name: str, *edits: tuple[str, str]) -> Files:
    text = state[name].decode()
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    return {**state, name: text.encode()}


def told(before: Files, after: Files) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (change.kind, place(change, {}), change.before, change.after)
        for change in compare(before, after).changes
    ]


REFORMATTED: dict[str, Callable[[Any], str]] = {
    "one-line": lambda data: yaml.safe_dump(data, allow_unicode=True, width=10**6),
    "narrow": lambda data: yaml.safe_dump(data, allow_unicode=True, width=20),
    "quoted": lambda data: yaml.safe_dump(data, allow_unicode=True, default_style="'"),
    "escaped": lambda data: yaml.safe_dump(data, default_style='"'),
    "flow": lambda data: yaml.safe_dump(data, allow_unicode=True, default_flow_style=True),
    "own-order": lambda data: yaml.safe_dump(data, allow_unicode=True, sort_keys=False),
    "decomposed": lambda data: unicodedata.normalize(
        "NFD", yaml.safe_dump(data, allow_unicode=True)
    ),
}


@pytest.mark.parametrize("how", REFORMATTED)
@pytest.mark.parametrize("root", [REAL, MINI], ids=["real", "mini"])
def test_a_reformatting_is_no_change(root: Path, how: str) -> None:
    before = files(root)
    after = {
        path: REFORMATTED[how](yaml.load(raw, yaml.BaseLoader)).encode()
        if path.endswith(".yml")
        else raw
        for path, raw in before.items()
    }
    assert {path for path in after if after[path] != before[path]}
    assert all(read_file(path, raw) for path, raw in after.items())
    assert told(before, after) == []


def test_a_file_name_is_the_same_however_its_letters_are_written(mini: Files) -> None:
    before, after = (
        {**mini, unicodedata.normalize(form, "data/search/vård.yml"): "vård: sjukvård\n".encode()}
        for form in ("NFC", "NFD")
    )
    assert before.keys() != after.keys()
    assert told(before, after) == []


def test_files_of_one_name_in_two_languages_are_two(mini: Files) -> None:
    swedish = {**mini, "data/search/ord.yml": b"bok: lektyr\n"}
    both = {**swedish, "data/search/en/ord.yml": b"book: novel\n"}
    changed = {**both, "data/search/ord.yml": b"bok: roman\n"}
    assert told(swedish, both) == [("added", "Sökord", None, "")]
    assert told(both, swedish) == [("removed", "Sökord", "", None)]
    assert told(both, changed) == [("changed", "Sökord › bok", "lektyr", "roman")]


def test_an_address_that_has_moved_is_told_in_words(mini: Files) -> None:
    one = {**mini, REDIRECTS: b"gammal/: ny/\n"}
    two = {**mini, REDIRECTS: b"gammal/: ny/\nforra/: ny/\n"}
    moved = "Adress som har flyttat"
    assert told(mini, one) == [("added", f"{moved} › gammal/", None, "ny/")]
    assert told(one, two) == [("added", f"{moved} › forra/", None, "ny/")]
    assert told(two, mini) == [
        ("removed", f"{moved} › forra/", "ny/", None),
        ("removed", f"{moved} › gammal/", "ny/", None),
    ]


@pytest.mark.parametrize(
    ("pages", "name"), [("", "Rättelse"), ("pages: 2-3, ", "Rättelse på sida 2-3")]
)
def test_a_correction_is_told_by_its_page_if_it_has_one(mini: Files, pages: str, name: str) -> None:
    correction = f"corrections: [{{{pages}stood: kronor för, stands: kronor till, reason: Prov}}]"
    before, after = (
        {RESPONSE: f"name: Provnämnden\n{more}\n".encode()} for more in ("", correction)
    )
    found = [place for _kind, place, _before, _after in told(before, after)]
    assert f"Provnämnden › {name} › Står" in found
    assert all(place.startswith(f"Provnämnden › {name} › ") for place in found)


def test_other_spellings_of_the_same_are_no_change(mini: Files) -> None:
    after = edited(
        mini,
        RESPONSE,
        ("      - S1.2\n      - S1.3\n", "      - S1.3\n      - S1.2\n"),
        ("name: Provnämnden", "name: 'Provnämnden'\nfootnotes: []\ndecision:"),
        ("decision:\n  date: 2020-01-20\n  text: Provnämnden ställer sig bakom svaret.\n", ""),
    )
    after = edited(
        after,
        RESPONSE,
        (
            "decision:\n",
            "decision:\n  text: Provnämnden ställer sig bakom svaret.\n  date: 2020-01-20\n",
        ),
        ("\nfootnotes: []", ""),
    )
    after = edited(after, "data/series/E1.1.csv", ("81,5", "81,50"))
    after = edited(
        after, "data/plan.yml", ("    name: Nämnd\n", "    name: Nämnd\n    private: false\n")
    )
    assert told(mini, after) == []


# What is changed in the miniature site's files, and everything that is told of it.
# fmt: off
CASES: list[tuple[str, list[tuple[str, str]], list[tuple[str, str, str | None, str | None]]]] = [
    (RESPONSE, [("varken ja", "både ja")], [
        ("changed", "Provnämnden › Synpunkt på 1.2 och 1.3 › Text", "Nämnden säger varken ja eller nej.", "Nämnden säger både ja eller nej."),
    ]),
    (RESPONSE, [("        value: supports\n", "        value: opposes\n")], [
        ("changed", "Provnämnden › Synpunkt på 1.1 › Tolkning › Ställningstagande", "supports", "opposes"),
    ]),
    (RESPONSE, [("      - S1.2\n      - S1.3\n", "      - S1.3\n")], [
        ("renamed", "Provnämnden › Synpunkt på 1.3", "S1.2+S1.3", "S1.3"),
    ]),
    (RESPONSE, [("  - strategies:\n      - S1.2\n    text: |\n      Se svar under 1.3.\n    refers_to: S1.3\n", "")], [
        ("removed", "Provnämnden › Synpunkt på 1.2", "Se svar under 1.3.", None),
    ]),
    (RESPONSE, [("unanswered:\n  - S2.1\n", "unanswered:\n  - S2.1\n  - S1.1\n")], [
        ("changed", "Provnämnden › Utan svar", "S2.1", "S1.1, S2.1"),
    ]),
    (RESPONSE, [("decision:\n  date: 2020-01-20\n  text: Provnämnden ställer sig bakom svaret.\n", "")], [
        ("removed", "Provnämnden › Instansens beslut", "Provnämnden ställer sig bakom svaret.", None),
    ]),
    (RESPONSE, [("kind: clarification", "kind: resources")], [
        ("added", "Provnämnden › Avsnitt Nämndens synpunkter › Tolkning › Önskemål resources › Citat", None, "saknar siffror om elever"),
        ("removed", "Provnämnden › Avsnitt Nämndens synpunkter › Tolkning › Önskemål clarification › Citat", "saknar siffror om elever", None),
    ]),
    (RESPONSE, [("böckerna.[^1] Det", "böckerna.[^1]\n\n      Det")], [
        ("changed", "Provnämnden › Synpunkt på 1.1 › Text", "Provnämnden välkomnar böckerna.[^1] Det behövs mer pengar till provskolan.", "Provnämnden välkomnar böckerna.[^1]\nDet behövs mer pengar till provskolan."),
    ]),
    (AREA, [("title: Räkna mer", "title: Räkna mest")], [
        ("changed", "Målområde 1 Lära › Strategi 1.2 › Titel", "Räkna mer", "Räkna mest"),
    ]),
    (AREA, [("  - id: S1.3\n    title: Skriv mer\n    text: |\n      Provskolan ska skriva varje vecka.\n    pages: 2\n", ""), ("strategies:\n", "strategies:\n  - id: S1.3\n    title: Skriv mer\n    text: |\n      Provskolan ska skriva varje vecka.\n    pages: 2\n")], [
        ("moved", "Målområde 1 Lära › Strategier", None, None),
    ]),
    ("data/series/E1.1.csv", [("81,5", "82,5")], [
        ("changed", "Siffror till etappmål 1.1 › 2019, kvinnor", "81,5", "82,5"),
    ]),
    ("data/sources/provnamnden/svar.txt", [("Provköping", "Provbyn")], [
        ("changed", "Källfil provnamnden/svar.txt", "…", "…"),
    ]),
    ("data/plan.yml", [("issuer: Provstyrelsen", "isuer: Provstyrelsen")], [
        ("added", "Om planen › isuer", None, "Provstyrelsen"),
        ("removed", "Om planen › Avsändare", "Provstyrelsen", None),
    ]),
]
# fmt: on


@pytest.mark.parametrize(("name", "edits", "expected"), CASES)
def test_every_change_is_told_once_with_its_words(
    mini: Files,
    name: str,
    edits: list[tuple[str, str]],
    expected: list[tuple[str, str, str | None, str | None]],
) -> None:
    found = told(mini, edited(mini, name, *edits))
    if name.startswith("data/sources/"):  # whose words are not compared
        found = [(kind, place, "…", "…") for kind, place, _, _ in found]
    assert found == expected


def test_a_new_response_is_one_change(mini: Files) -> None:
    without = {path: raw for path, raw in mini.items() if path != RESPONSE}
    whole = "två avsnitt och tre synpunkter"
    assert sorted(told(without, mini)) == [("added", "Provnämnden", None, whole)]
    assert sorted(told(mini, without)) == [("removed", "Provnämnden", whole, None)]


def test_a_response_under_another_name_of_its_file_is_the_same(mini: Files) -> None:
    after = {path.replace("provnamnden.yml", "namnden.yml"): raw for path, raw in mini.items()}
    (change,) = compare(mini, after).changes
    assert (change.kind, change.before, change.after) == ("renamed", "provnamnden", "namnden")
    assert change.was == ("responses", "provnamnden")
    assert change.path == ("responses", "namnden")


def renamed_body(state: Files, redirects: str) -> Files:
    """Return a state in which Provnämnden has another name and file, and there are redirects."""
    after = edited(
        state,
        RESPONSE,
        ("name: Provnämnden", "name: Nämnden för prov"),
        ("Orden säger varken", "Texten säger varken"),
    )
    after["data/responses/provet.yml"] = after.pop(RESPONSE)
    return {**after, REDIRECTS: redirects.encode()}


def test_a_response_whose_page_leads_on_is_the_same_under_another_name(mini: Files) -> None:
    after = renamed_body(mini, "remissvar/provnamnden/: remissvar/provet/\n")
    redirect, renamed, text = compare(mini, after).changes
    assert (renamed.kind, renamed.before, renamed.after) == (
        "renamed",
        "Provnämnden",
        "Nämnden för prov",
    )
    assert (renamed.was, renamed.path) == (
        ("responses", "provnamnden"),
        ("responses", "provet"),
    )
    assert (text.kind, text.path[:2]) == ("changed", ("responses", "provet"))
    assert redirect.file == REDIRECTS


@pytest.mark.parametrize(
    "redirects",
    [
        "remissvar/provnamnden/: remissvar/\n",
        "remissvar/annan/: remissvar/provet/\n",
        "- remissvar/provnamnden/\n",
        "remissvar/provnamnden/: [",
    ],
)
def test_a_response_that_nothing_leads_on_to_is_a_new_one(mini: Files, redirects: str) -> None:
    changes = compare(mini, renamed_body(mini, redirects)).changes
    found = {(change.kind, change.path[1]) for change in changes if change.file != REDIRECTS}
    assert found == {("removed", "provnamnden"), ("added", "provet")}


def test_an_area_under_another_name_of_its_file_is_unchanged(mini: Files) -> None:
    after = {path.replace("1-lara.yml", "1-lara-mer.yml"): raw for path, raw in mini.items()}
    assert told(mini, after) == []


def test_nothing_is_said_of_a_file_that_cannot_be_read(mini: Files) -> None:
    broken = {**mini, RESPONSE: b"name: [Prov"}
    after = edited(mini, AREA, ("Läs mer", "Läs mest"))
    forth = compare(broken, after)
    assert [change.place[0].text for change in forth.changes] == ["Målområde 1 Lära"]
    assert forth.unreadable_before == (RESPONSE,)
    back = compare(after, broken)
    assert len(back.changes) == 1
    assert back.unreadable_after == (RESPONSE,)


def test_the_strategies_and_the_area_of_a_change_are_known(mini: Files) -> None:
    after = edited(mini, RESPONSE, ("varken ja", "både ja"), ("1. Lära", "1. Läsa"))
    lara, bo = current(MINI, TODAY).goal_areas
    heading, comment = compare(mini, after).changes
    assert comment.strategies == ("S1.2", "S1.3")
    assert comment.body == heading.body == "provnamnden"
    assert heading.is_in(lara)
    assert comment.is_in(lara)
    assert not heading.is_in(bo)
    assert not comment.is_in(bo)
    (figure,) = compare(mini, edited(mini, "data/series/E1.1.csv", ("81,5", "1,5"))).changes
    assert figure.is_in(lara)
    (strategy,) = compare(mini, edited(mini, AREA, ("Läs mer", "Läs"))).changes
    assert strategy.strategies == ("S1.1",)
    assert strategy.is_in(lara)


def test_readers_meet_the_numbers_that_the_plan_gives(mini: Files) -> None:
    dataset = current(MINI, TODAY)
    area = dataset.goal_areas[0]
    lettered = area.altered(
        strategies=tuple(
            strategy.altered(number=f"A.{place}")
            for place, strategy in enumerate(area.strategies, 1)
        ),
    )
    known = names(replace(dataset, goal_areas=(lettered, *dataset.goal_areas[1:])))
    after = edited(
        mini,
        RESPONSE,
        ("      - S1.2\n      - S1.3\n", "      - S1.3\n"),
        ("unanswered:\n  - S2.1\n", "unanswered:\n  - S2.1\n  - S1.1\n"),
    )
    assert [
        (place(change, known), *said(change, known)) for change in compare(mini, after).changes
    ] == [
        ("Provnämnden › Synpunkt på A.3", "A.2 och A.3", "A.3"),
        ("Provnämnden › Utan svar", "2.1", "A.1, 2.1"),
    ]


@given(st.data())
def test_comparing_is_symmetrical(data: st.DataObject) -> None:
    before = files(MINI)
    lines = before[RESPONSE].decode().splitlines(keepends=True)
    cut = data.draw(st.integers(0, len(lines) - 1))
    after = {**before, RESPONSE: "".join(lines[:cut] + lines[cut + 1 :]).encode()}
    forth, back = compare(before, after), compare(after, before)
    turned = {"added": "removed", "removed": "added"}
    assert {(change.kind, change.path) for change in forth.changes if not change.was} == {
        (turned.get(change.kind, change.kind), change.path)
        for change in back.changes
        if not change.was
    }
    assert compare(after, after).changes == ()


@pytest.mark.parametrize("site", [MINI, REAL])
def test_a_file_alone_is_told_as_one_that_is_added_among_others(site: Path) -> None:
    """Nothing is looked for within what cannot be compared; what is told of it is the same."""
    beside = {"data/terms.yml": b"{}\n"}
    for path, raw in files(site).items():
        one = {path: raw}
        for before, after in (({}, one), (one, {})):
            alone = compare(before, after)
            assert alone == compare({**beside, **before}, {**beside, **after})
            assert len(alone.changes) == 1, path
