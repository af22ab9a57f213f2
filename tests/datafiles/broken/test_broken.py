"""A corpus of broken files: each fault told at its place, in words that say what to do.

`data/` is laid over the miniature site and read in one run; `messages.txt` is everything that the
run says. What is too large to keep here is made by the test.
"""

import random
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.datafiles.characters import MAX_BYTES
from roadmap.datafiles.checks import check
from roadmap.datafiles.problems import DataError
from roadmap.datafiles.reader import read
from roadmap.datafiles.records import read_record
from roadmap.datafiles.series import parse_figures
from roadmap.datafiles.yaml_reader import parse
from roadmap.model import Response
from tests.projects import MINI, OTHER, REAL, change, run

HERE = Path(__file__).parent
TODAY = date(2020, 6, 1)
MESSAGES = (HERE / "messages.txt").read_text("utf-8").splitlines()
DEEP = 200_000
MADE = {
    "djupa-klamrar.yml": b"[" * DEEP,
    "djupa-klamrar-med-kommentar.yml": b"[" * DEEP + b" # djupt",
    "djupa-listor.yml": b"- " * DEEP,
    "djupa-mangder.yml": b"{a: " * DEEP,
    "djupa-fragetecken.yml": b"? " * DEEP,
    "for-stor.yml": b"name: " + b"x" * MAX_BYTES,
    "lang-rad.yml": b"name: " + b"x" * (MAX_BYTES - 100),
    "manga-citattecken.yml": b"'" * 100_001,
    "manga-ankare.yml": b"&" * DEEP,
}
# Messages are Swedish; what an editor wrote stands in quotes, fields in English stand alone.
ENGLISH = re.compile(
    r"\b(the|expected|found|while|invalid|error|input|should|valid|must|could|cannot|token|"
    r"character|mapping|scanning|parsing|required|permitted|Traceback)\b"
)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    project = tmp_path / "project"
    copytree(MINI, project)
    change(project, "data/plan.yml", "responses_total: 3\n", "")
    copytree(HERE / "data", project / "data", dirs_exist_ok=True)
    return project


def corpus() -> list[str]:
    return sorted(
        path.relative_to(HERE).as_posix() for path in (HERE / "data").rglob("*") if path.is_file()
    )


def test_every_fault_is_told_at_its_place_in_one_run(broken: Path) -> None:
    problems = check(read(broken), TODAY)
    assert [str(problem) for problem in problems] == MESSAGES


def test_no_broken_file_is_passed_over() -> None:
    assert len(corpus()) >= 60
    told = {line.split(":")[0] for line in MESSAGES}
    assert [name for name in corpus() if name not in told] == []


def test_the_places_are_in_the_files() -> None:
    for line in MESSAGES:
        name, row, column, _ = line.split(":", 3)
        path = next(p for p in (HERE / name, MINI / name) if p.exists())
        text = path.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n")
        lines = text.replace("\r", "\n").split("\n")
        assert int(row) <= len(lines), line
        assert int(column) <= len(lines[int(row) - 1]) + 1, line


def test_the_command_tells_the_same_without_a_crash(broken: Path) -> None:
    for name, raw in MADE.items():
        (broken / "data/responses" / name).write_bytes(raw)
    done = run(broken, "roadmap", "validate")
    assert done.returncode == 1
    assert done.stdout == ""
    told = done.stderr.splitlines()
    assert all(re.match(r"data[^:]*:\d+:\d+: ", line) for line in told)
    assert {line for line in MESSAGES if "2031" not in line} <= set(told)
    for name in MADE:
        assert [line for line in told if f"/{name}:" in line], name


@pytest.mark.parametrize("message", MESSAGES)
def test_messages_are_whole_swedish_sentences(message: str) -> None:
    assert message.endswith((".", "?"))
    assert not english(message)


def english(message: str) -> str | None:
    """Return the English word of a message, if any, outside what was quoted from a file."""
    found = ENGLISH.search(re.sub(r'"[^"]*"', "", message.split(": ", 1)[-1]))
    return found[0] if found else None


def sound_files() -> Iterator[bytes]:
    for folder in (REAL, MINI, OTHER):
        for path in sorted((folder / "data").rglob("*.yml")):
            yield path.read_bytes()


SOUND = list(sound_files())
SPLICES = [
    b"\t", b"\xc2\xa0", b": ", b" #", b"'", b'"', b"- ", b"-", b"  ", b"\n", b"\n\n", b"\r", b"{",
    b"}", b"[", b"]", b"&a ", b"*a", b"!t ", b"|", b">", b"%", b"@", b"`", b"? ", b"---\n",
    b"...\n", b"<<: ", b"\xe5", b"\xff\xfe", b"\x00", b"\xe2\x80\xae", b"<<<<<<< HEAD\n", b"~",
]  # fmt: skip


def tell(raw: bytes) -> None:
    """Read bytes as a response and as figures; every message has a place and is Swedish."""
    messages = []
    try:
        document = parse("f.yml", raw)
        messages = [*document.warnings, *read_record(document, Response)[1]]
    except DataError as error:
        messages = error.problems
    try:
        parse_figures("f.csv", raw)
    except DataError as error:
        messages = [*messages, *error.problems]
    for problem in messages:
        assert problem.line >= 1
        assert problem.column >= 1
        assert not english(str(problem)), problem


@given(st.binary(max_size=400))
def test_no_bytes_crash_the_reader(raw: bytes) -> None:
    tell(raw)


@given(st.text(st.sampled_from("abc :#-'\"|>[]{},&*!%@`?~<=\n\t 01åé\u00a0\\"), max_size=60))
def test_no_signs_crash_the_reader(text: str) -> None:
    tell(text.encode())


cuts = st.tuples(st.integers(0, 10**6), st.integers(0, 20), st.sampled_from(SPLICES))


@given(st.sampled_from(SOUND), st.lists(cuts, min_size=1, max_size=5))
def test_no_damage_to_a_sound_file_crashes_the_reader(
    raw: bytes, cuts: list[tuple[int, int, bytes]]
) -> None:
    for offset, length, splice in cuts:
        start = offset % (len(raw) + 1)
        raw = raw[:start] + splice + raw[start + length :]
    tell(raw)


def test_no_lost_or_doubled_line_crashes_the_checks(tmp_path: Path) -> None:
    """Every line of a response left out, doubled or indented, one at a time, through all checks."""
    project = tmp_path / "project"
    copytree(MINI, project)
    path = project / "data/responses/provnamnden.yml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    chance = random.Random(8)
    for number in range(len(lines)):
        how = chance.choice(["out", "twice", "indented"])
        changed = {"out": "", "twice": lines[number] * 2, "indented": f"  {lines[number]}"}[how]
        path.write_text("".join([*lines[:number], changed, *lines[number + 1 :]]), "utf-8")
        for problem in check(read(project), TODAY):
            assert not english(str(problem)), problem
