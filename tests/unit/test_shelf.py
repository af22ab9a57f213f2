"""Long texts that are put away read as before."""

import errno
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.datafiles.reader import read
from roadmap.model import Comment, Record, fields_of, reader_of
from roadmap.model.shelf import put_away

ROOT = Path(__file__).parents[2]


def comment(text: str) -> Comment:
    return reader_of(Comment).validate_python({"strategies": ["S1.1"], "text": text})


def in_memory(record: Record) -> object:
    """Return what the record itself has in the place of its text."""
    return vars(type(record))["text"]._slot.__get__(record)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)))
def test_texts_that_are_put_away_read_as_before(texts: list[str]) -> None:
    records = [comment(f"Förslag: {text}") for text in texts]
    before = [record.text for record in records]
    for record in records:
        put_away(record)
        put_away(record)
    assert [record.text for record in records] == before


def test_a_record_is_the_same_with_its_text_away() -> None:
    away, there = comment("Nämnden vill ha åtta nya lekplatser."), comment("Nej.")
    same = comment(away.text)
    put_away(away)
    assert isinstance(in_memory(away), int)
    assert away == same != there
    assert hash(away) == hash(same)
    assert repr(away) == repr(same)
    assert pickle.loads(pickle.dumps(away)) == same
    assert away.altered(heading="Rubrik").text == away.text
    assert there.altered(text=away.text) == same.altered(strategies=there.strategies)
    assert [*fields_of(Comment)] == ["note", *Comment.__annotations__]


def test_the_texts_of_the_real_response_are_put_away() -> None:
    dataset = read(ROOT).dataset
    assert dataset
    response = dataset.received[0].response
    assert {type(in_memory(part)) for part in (*response.comments, *response.sections)} == {int}


def test_a_text_stays_where_there_is_no_room_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    record = comment("Nämnden vill ha åtta nya lekplatser.")
    monkeypatch.setattr(os, "pwrite", full)
    put_away(record)
    assert in_memory(record) == record.text == "Nämnden vill ha åtta nya lekplatser."


def test_a_text_stays_where_files_cannot_be_read_at_a_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    record = comment("Nämnden vill ha åtta nya lekplatser.")
    monkeypatch.delattr(os, "pread")
    put_away(record)
    assert in_memory(record) == record.text


@pytest.mark.skipif(sys.platform != "linux", reason="copies of the process are made on Linux")
def test_a_copy_of_the_process_reads_and_leaves_the_file_alone() -> None:
    script = (
        "import os\n"
        "from tests.unit.test_shelf import comment, in_memory, put_away\n"
        "first, second, third = map(comment, ('Första.', 'Andra svaret.', 'Tredje.'))\n"
        "put_away(first)\n"
        "if os.fork() == 0:\n"
        "    put_away(second)\n"
        "    assert in_memory(second) == 'Andra svaret.'\n"
        "    os._exit(0 if first.text == 'Första.' else 1)\n"
        "assert os.wait()[1] == 0\n"
        "put_away(third)\n"
        "assert (first.text, third.text) == ('Första.', 'Tredje.')\n"
        "assert isinstance(in_memory(third), int)\n"
    )
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True)
