"""The YAML reader: everything stays text, and every fault is told at its place."""

import unicodedata
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from roadmap.datafiles.characters import MAX_BYTES, forbidden_characters
from roadmap.datafiles.problems import DataError
from roadmap.datafiles.yaml_errors import syntax_problem
from roadmap.datafiles.yaml_reader import parse


def problems_of(raw: bytes | str) -> list[str]:
    data = raw.encode() if isinstance(raw, str) else raw
    with pytest.raises(DataError) as caught:
        parse("f.yml", data)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    "word", ["no", "yes", "010", "1.10", "12:30:45", "2018-02-30", "0x1F", "1e3", ".inf", "true"]
)
def test_a_word_stays_the_word_it_is(word: str) -> None:
    assert parse("f.yml", f"a: {word}\n".encode()).data == {"a": word}


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_nothing_written_is_none_and_not_text(nothing: str) -> None:
    assert parse("f.yml", f"a: {nothing}\n".encode()).data == {"a": None}


def test_windows_files_read_as_any_other() -> None:
    raw = "a: |\r\n  å\r\n  ä\r\n".encode("utf-8-sig")
    assert parse("f.yml", raw).data == {"a": "å\nä\n"}


@pytest.mark.parametrize("written", ["a: åäö é", "a: 'åäö é'", "a: |-\n  åäö é", '"a": "åäö é"'])
def test_decomposed_letters_read_as_the_letters_they_are(written: str) -> None:
    raw = unicodedata.normalize("NFD", written).encode()
    assert raw != written.encode()
    assert parse("f.yml", raw).data == {"a": "åäö é"}


def test_letters_composed_by_escapes_read_as_the_letters_they_are() -> None:
    document = parse("f.yml", b'"\\u00e5\\u0323": "fo\\u0308r"\n')
    assert document.data == {"\u1ea1\u030a": "för"}
    assert document.at("\u1ea1\u030a") == (1, 17)


def test_columns_count_letters_however_they_are_written() -> None:
    composed = "name: på\nå: b: c\n"
    decomposed = unicodedata.normalize("NFD", composed)
    assert problems_of(decomposed) == problems_of(composed)
    broken = "å: ".encode() + b"\xff\n"
    assert problems_of(unicodedata.normalize("NFD", "å: ").encode() + b"\xff\n") == (
        problems_of(broken)
    )


def test_places_of_keys_and_values() -> None:
    document = parse("f.yml", b"a: 1\nb:\n  - x: y\n    t: |\n      hej\n  - {q: no, r: }\n")
    assert document.at("b", 0, "t") == (4, 8)
    assert document.at_key("b", 0, "t") == (4, 5)
    assert document.at("b", 1, "q") == (6, 9)
    assert document.at("b", 1, "missing") == (6, 5)
    assert document.at("b", 1) == (6, 5)


def test_places_stay_right_when_faulty_items_are_dropped() -> None:
    document = parse("f.yml", b"a:\n  - x\n  - y\n  - z\n  - w\n")
    document.drop("a", 2)
    document.drop("a", 0)
    assert document.data == {"a": ["y", "w"]}
    assert [document.at("a", 0), document.at("a", 1)] == [(3, 5), (5, 5)]


# fmt: off
FAULTS: list[tuple[str, bytes | str, list[str]]] = [
    ("empty file", "", ["f.yml:1:1: Filen är tom. Fyll i den eller ta bort den."]),
    ("only a comment", "# hej\n", ["f.yml:1:1: Filen är tom. Fyll i den eller ta bort den."]),
    ("duplicate key", "a: 1\na: 2\n", ['f.yml:2:1: Fältet "a" står två gånger. Behåll det ena.']),
    ("alias", "a: *x\n", ["f.yml:1:4: Hänvisningar med * får inte användas. Skriv ut texten i stället. Börjar texten med *, sätt den inom citattecken."]),
    ("anchor", "a: &x b\n", ["f.yml:1:4: Ankare med & får inte användas. Ta bort det. Börjar texten med &, sätt den inom citattecken."]),
    ("tag", "a: !!python/name:os.system x\n", ['f.yml:1:4: Taggen "!!python/name:os.system" får inte användas. Ta bort den. Börjar texten med utropstecken, sätt den inom citattecken.']),
    ("tab", "a:\n\tb: 1\n", ["f.yml:2:1: Indraget har en tabb. Byt den mot mellanslag."]),
    ("no-break space", "a:\n\u00a0 b: 1\n", ["f.yml:2:1: Indraget har ett hårt mellanslag (U+00A0). Byt det mot vanliga mellanslag."]),
    ("latin-1", "a: å\n".encode("latin-1"), ["f.yml:1:4: Filen är inte sparad som UTF-8: å, ä, ö och andra tecken går inte att läsa. Spara den på nytt och välj teckenkodningen \"UTF-8\"."]),
    ("utf-16", "a: b\n".encode("utf-16"), ['f.yml:1:1: Filen är inte sparad som UTF-8 utan som UTF-16. Spara den på nytt och välj teckenkodningen "UTF-8".']),
    ("colon in text", "a: b: c\n", ["f.yml:1:5: Texten har ett kolon, och det läses som ett nytt fält. Sätt hela texten inom citattecken."]),
    ("open quote", "a: 'x\nb: y\n", ["f.yml:1:4: Ett citattecken som öppnas stängs aldrig. Sätt ett likadant citattecken sist i texten."]),
    ("open bracket", "a: [b\n", ["f.yml:1:4: En klammer som öppnas stängs aldrig. Sätt ] eller } på slutet. Om klammern hör till texten: sätt hela texten inom citattecken."]),
    ("at sign", "a: @b\n", ['f.yml:1:4: Tecknet "@" får inte stå först i en text. Sätt hela texten inom citattecken.']),
    ("hash cuts text", "a: Nummer # ett\n", ["f.yml:1:11: Texten klipps av vid #, och det som följer kommer inte med. Sätt hela texten inom citattecken, eller flytta kommentaren till ett note-fält."]),
    ("merge marker", "<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> main\n", [
        "f.yml:1:1: Här står en konfliktmarkering från git. Välj vilken av de två versionerna som gäller och ta bort markeringarna.",
        "f.yml:3:1: Här står en konfliktmarkering från git. Välj vilken av de två versionerna som gäller och ta bort markeringarna.",
        "f.yml:5:1: Här står en konfliktmarkering från git. Välj vilken av de två versionerna som gäller och ta bort markeringarna.",
    ]),
    ("two documents", "a: 1\n---\nb: 2\n", ["f.yml:2:1: Filen har flera dokument. Dela upp den i flera filer eller ta bort raden med ---."]),
    ("list as key", "? [a]\n: b\n", ["f.yml:1:3: Här väntas ett fältnamn. Skriv fältnamn: värde. Börjar en text med klammer, sätt den inom citattecken."]),
    ("wrong indent", "a:\n  b: 1\n c: 2\n", ["f.yml:3:2: Indraget eller ett citattecken stämmer inte med raderna ovanför. Rader på samma nivå ska börja i samma kolumn."]),
    ("lost dash", "a:\n  - b\n  c: d\n", ["f.yml:3:3: Här väntas en ny punkt i listan. Om det är en ny punkt: börja raden med bindestreck i samma kolumn som punkterna ovanför. Om den hör till punkten ovanför: dra in den lika långt som raderna där."]),
    ("backslash", 'a: "C:\\dokument"\n', ["f.yml:1:7: Ett omvänt snedstreck står i en text inom dubbla citattecken. Byt till enkla citattecken."]),
    ("zero width", "a: för\u200bslag\n", ["f.yml:1:7: Tecknet U+200B (mellanslag utan bredd) är osynligt och får inte användas. Ta bort det."]),
    ("bidi", "a: |\n  ett\n  \u202etvå\n", ["f.yml:3:3: Tecknet U+202E (skrivriktning) är osynligt och får inte användas. Ta bort det."]),
    ("escaped bidi", 'a: "\\u202Ehej"\n', ["f.yml:1:4: Ett omvänt snedstreck i texten blir till ett osynligt tecken. Sätt texten inom enkla citattecken, där det betyder sig självt."]),
    ("control", b"a: x\x07y\n", ["f.yml:1:5: Tecknet U+0007 (styrtecken) är osynligt och får inte användas. Ta bort det."]),
    ("stacked accents", "a: q\u0308\u0308\u0308\n", ["f.yml:1:5: Tre eller fler kombinerande tecken står på rad. Ta bort det."]),
    ("deep", "[" * 900, ["f.yml:1:21: Listorna ligger för djupt i varandra. Kontrollera indragen."]),
    ("nothing but a directive", "%YAML 1.2\n", ["f.yml:1:10: Det här hör inte ihop med raderna ovanför. Kontrollera indraget."]),
    ("nothing after a bracket", "{a: b,\n\n", ["f.yml:1:7: Filen går inte att läsa här. Kontrollera indrag, kolon och citattecken."]),
    ("latin-1 with the line ends of old Macs", "a: 1\rb: å\r".encode("latin-1"), ["f.yml:2:4: Filen är inte sparad som UTF-8: å, ä, ö och andra tecken går inte att läsa. Spara den på nytt och välj teckenkodningen \"UTF-8\"."]),
    ("deep dashes", "- " * 200_000, ["f.yml:1:41: Listorna ligger för djupt i varandra. Kontrollera indragen."]),
    ("huge", b"a: " + b"x" * MAX_BYTES, ["f.yml:1:1: Filen är för stor: 5 000 003 byte, högst 5 000 000. Dela upp den i flera filer."]),
]
# fmt: on


@pytest.mark.parametrize(
    ("raw", "expected"), [pytest.param(raw, expected, id=name) for name, raw, expected in FAULTS]
)
def test_a_fault_is_told_at_its_place(raw: bytes | str, expected: list[str]) -> None:
    assert problems_of(raw) == expected


def test_what_the_parser_finds_too_deep_is_told_as_too_deep() -> None:
    """Since libyaml 0.2.6 the parser itself has a limit; before that, it gives its events."""
    for raw in ("[" * 200_000, f"a:\n  - {'[' * 200_000}"):
        (told,) = problems_of(raw)
        assert told.endswith(": Listorna ligger för djupt i varandra. Kontrollera indragen.")
    mark = yaml.Mark("f.yml", 1002, 0, 1002, None, 0)
    words = ("while increasing flow level", mark, "exceeded maximum nesting depth", mark)
    problem = syntax_problem("f.yml", "[" * 2000, yaml.scanner.ScannerError(*words))
    assert str(problem) == (
        "f.yml:1:1003: Listorna ligger för djupt i varandra. Kontrollera indragen."
    )


def test_a_comment_is_kept_from_being_lost() -> None:
    document = parse("f.yml", b"a: |\n  # rubrik\n# kom ih\xc3\xa5g\nb: c\n")
    assert document.data == {"a": "# rubrik\n", "b": "c"}
    assert [str(problem) for problem in document.warnings] == [
        "f.yml:3:1: varning: En #-kommentar försvinner när filen sparas av ett verktyg. "
        "Flytta den till ett note-fält, som inte publiceras."
    ]


def test_a_document_that_was_let_go_of_still_knows_its_places() -> None:
    file = [b"a: 1\nb:\n  - x\n  - y\n"]
    document = parse("f.yml", file[0])
    document.let_go(lambda: file[0])
    assert document.data is None
    assert document.has("b")
    assert document.at("b", 1) == (4, 5)


@pytest.mark.parametrize("by_then", [b"a: [", b"\xff"])
def test_a_file_that_was_broken_since_it_was_read_has_no_places(by_then: bytes) -> None:
    document = parse("f.yml", b"a: 1\nb: 2\n")
    document.let_go(lambda: by_then)
    assert document.at("b") == (1, 1)


_words = (
    st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=30)
    .map(lambda text: unicodedata.normalize("NFC", text))
    .filter(lambda text: not any(forbidden_characters("f.yml", text)))
)
_data = st.recursive(
    _words,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(_words, inner, max_size=3)
    ),
    max_leaves=12,
)


@given(st.dictionaries(_words, _data, min_size=1, max_size=4))
def test_what_is_written_is_read_back(data: dict[str, Any]) -> None:
    # Unbroken: a hard space first on a line is told as a fault of its indentation.
    text = yaml.safe_dump(data, default_style='"', allow_unicode=True, sort_keys=False, width=10**9)
    assert parse("f.yml", text.encode()).data == data
