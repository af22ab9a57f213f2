"""`format`: the canonical form, with everything that a person wrote kept."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.datafiles.formatter import formatted, record_files
from roadmap.datafiles.problems import DataError
from roadmap.datafiles.records import read_record
from roadmap.datafiles.yaml_places import comments
from roadmap.datafiles.yaml_reader import parse
from roadmap.model import Record, Response, fields_of
from roadmap.text import source_text
from tests.projects import MINI, REAL

PATH = "data/responses/provnamnden.yml"
SOUND = (MINI / PATH).read_text("utf-8")
LINES = SOUND.splitlines(keepends=True)


def record_of(text: str) -> Response:
    record, problems = read_record(parse(PATH, text.encode()), Response)
    assert record
    assert not problems
    return record


def meaning(value: object) -> object:
    """What a record says: wrapping is not part of it, nor is a field left at its default."""
    if isinstance(value, Record):
        return {name: meaning(getattr(value, name)) for name in fields_of(type(value))}
    if isinstance(value, tuple):
        return [meaning(item) for item in value]
    return source_text.blocks(value) if isinstance(value, str) else value


def test_sound_files_are_changed_in_form_only() -> None:
    text = formatted(PATH, SOUND.encode())
    assert meaning(record_of(text)) == meaning(record_of(SOUND))
    assert formatted(PATH, text.encode()) == text


@pytest.mark.parametrize("name", record_files(REAL))
def test_data_in_canonical_form_is_left_as_it_is(name: str) -> None:
    raw = (REAL / name).read_bytes()
    assert formatted(name, raw) == raw.decode()


@pytest.mark.parametrize("name", [name for name in record_files(REAL) if name.count("/") > 1])
def test_a_word_added_to_the_real_data_gives_a_small_diff(name: str) -> None:
    before = formatted(name, (REAL / name).read_bytes())
    after = formatted(name, re.sub(r"(text: \|\n +\S+)", r"\1 ett", before, count=1).encode())
    changed = [line for line in after.splitlines() if line not in before.splitlines()]
    paragraph = max(len(block.split("\n")) for block in before.split("\n\n"))
    assert 0 < len(changed) <= paragraph


def test_keys_lists_and_quotes_take_the_canonical_form() -> None:
    text = (
        "status: 'declined'\r\nkind:   namnd\r\n\r\n\r\nunanswered: [S1.1,\r\n  S1.2]\r\n"
        'name: "Provnämnden: för prov"\r\nnote: en anteckning\r\n'
    )
    assert formatted(PATH, text.encode()) == (
        "note: |\n  en anteckning\nname: 'Provnämnden: för prov'\nkind: namnd\nstatus: declined\n"
        "unanswered:\n  - S1.1\n  - S1.2\n"
    )


def test_decomposed_letters_are_composed() -> None:
    text = f"# på svenska\n{SOUND}"
    decomposed = unicodedata.normalize("NFD", text)
    assert record_of(decomposed) == record_of(text)
    new = formatted(PATH, decomposed.encode())
    assert new == formatted(PATH, text.encode()) == unicodedata.normalize("NFC", new)
    assert formatted(PATH, new.encode()) == new


def test_comments_stay_above_what_they_stood_above() -> None:
    text = (
        "# överst\nname: Provnämnden\n# om status\nstatus: declined\nkind: namnd\n"
        "unanswered: # om listan\n  - S1.1\n  # om S1.2\n  # på två rader\n  - S1.2\n# sist\n"
    )
    assert formatted(PATH, text.encode()) == (
        "# överst\nname: Provnämnden\nkind: namnd\n# om status\nstatus: declined\n"
        "# om listan\nunanswered:\n  - S1.1\n  # om S1.2\n  # på två rader\n  - S1.2\n# sist\n"
    )


def test_what_is_not_sound_is_left_alone() -> None:
    with pytest.raises(DataError, match="Menade du"):
        formatted(PATH, SOUND.replace("status: received", "status: recieved").encode())
    with pytest.raises(DataError, match="klipps av vid #"):
        formatted(PATH, SOUND.replace("name: Provnämnden", "name: Prov # nämnden").encode())
    with pytest.raises(DataError, match="Filen kan inte skrivas om"):
        formatted("data/search/ord.yml", b"skola: plugg\n")


def indented_alike(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


@given(st.lists(st.tuples(st.integers(0, len(LINES)), st.integers(0, 9)), max_size=6))
def test_no_comment_is_lost_wherever_it_stands(places: list[tuple[int, int]]) -> None:
    lines = list(LINES)
    for number, word in places:
        indent = indented_alike(lines[number]) if number < len(lines) else ""
        lines.insert(number, f"{indent}# kommentar {word}\n")
    text = "".join(lines)
    told = sorted(comment.text for comment in comments(text))
    new = formatted(PATH, text.encode())
    assert sorted(comment.text for comment in comments(new)) == told
    assert meaning(record_of(new)) == meaning(record_of(text))
    assert formatted(PATH, new.encode()) == new


signs = st.text(st.sampled_from("aÖ1 .-#:'\"|>[]{}&*!%@?~\\\n"), min_size=1).filter(str.strip)


@given(name=signs, text=signs, note=signs)
def test_whatever_is_written_is_the_same_when_rewritten(name: str, text: str, note: str) -> None:
    quoted = [
        '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
        for words in (name, text, note)
    ]
    written = (
        "name: {}\nkind: namnd\nstatus: received\ncomments:\n  - strategies: [S1.1]\n"
        "    text: {}\n    note: {}\n"
    ).format(*quoted)
    new = formatted(PATH, written.encode())
    assert meaning(record_of(new)) == meaning(record_of(written))
    assert formatted(PATH, new.encode()) == new


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> main", "-"])
def test_what_would_mean_something_first_on_a_line_is_never_wrapped_to_it(mark: str) -> None:
    for length in range(50, 75):
        words = f"{'x' * length} {mark} {'y' * 60}"
        text = SOUND.replace("Provköping vill", f"Provköping {words} vill", 1)
        written = formatted(PATH, text.encode())
        assert meaning(record_of(written)) == meaning(record_of(text))


def test_what_cannot_be_written_is_told_of_the_file_as_it_is() -> None:
    """A mark of git first in a paragraph, written with an escape: no lines of ours can hold it."""
    escaped = '    text: "Ett.\\n\\n<<<<<<< HEAD två."\n    note: |\n'
    text = SOUND.replace("    text: |\n", escaped, 1)
    with pytest.raises(DataError) as caught:
        formatted(PATH, text.encode())
    told = [str(problem) for problem in caught.value.problems]
    assert told == [f"{PATH}:1:1: Filen kan inte skrivas om utan att något går förlorat."]
