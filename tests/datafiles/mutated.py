"""Data files with some of their bytes changed, and what must hold of each, whatever it says."""

from pathlib import Path
from random import Random

from roadmap.datafiles.formatter import formatted, record_files
from roadmap.datafiles.load import checked
from roadmap.datafiles.problems import DataError, Problem
from tests.projects import TODAY, make_project

# What is likely to mean something to one of the readers.
_PIECES = [
    *(b"\n", b"\r", b"\r\n", b"\t", b" ", b"  ", b"- ", b"-", b": ", b":", b"#", b" #", b"'", b'"'),
    *(b"|", b">", b"|\n", b"[", b"]", b"{", b"}", b"*x", b"&x ", b"!x ", b"%", b"@", b"`", b"?"),
    *(b"? ", b"\\", b"\0", b"\xff", b"\xc3", b"\xef\xbb\xbf", b"\xc2\xa0", b"\xe2\x80\xa8"),
    *(b"\xc2\x85", b"\xed\xa0\x80", b"a\xcc\x88\xcc\x88\xcc\x88", b"---\n", b"...\n", b"<<: "),
    *(b"<<<<<<< a\n", b"%YAML 1.3\n", b"~", b"null", b"yes", b'"\\ud800"', b"\\x00", b"1e999"),
    *(b"9" * 400, b"-1", b";", b",", b"..", b".inf", b"0x1F", b"2020-02-30", b"S1.1", b"M1"),
    *(b"\xd9\xa1\xd9\xa2", b"\xc2\xb2", b"\xe2\x91\xa0"),
]
_ENCODINGS = ("utf-16", "utf-32", "latin-1", "utf-8-sig")
_LENGTHS = (1, 2, 8, 40, 400)


def project_to_mutate(folder: Path, source: Path) -> Path:
    """Make a project that has a file of every kind that is read."""
    project = make_project(folder, source)
    (project / "data/search").mkdir(exist_ok=True)
    (project / "data/search/ord.yml").write_text("förskola: dagis, daghem\n", "utf-8")
    (project / "data/redirects.yml").write_text("om/gammal/: om/\n", "utf-8")
    return project


def data_files(project: Path) -> list[str]:
    """Return the files that a project is read from."""
    paths = [path for path in sorted((project / "data").rglob("*")) if path.is_file()]
    names = [path.relative_to(project).as_posix() for path in paths]
    return [name for name in names if "/sources/" not in name]


def mutated(raw: bytes, chance: Random) -> bytes:
    """Return the bytes of a file with a few changes."""
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        raw = chance.choice((_in_bytes, _in_lines))(raw, chance)
    if not chance.randrange(20):
        raw = raw.decode("utf-8", "replace").encode(chance.choice(_ENCODINGS), "replace")
    if not chance.randrange(20):
        raw = raw.replace(b"\n", chance.choice((b"\r", b"\r\n")))
    return raw


def _in_bytes(raw: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(raw) + 1)
    end = start + chance.choice((0, 0, *_LENGTHS, len(raw)))
    elsewhere = chance.randrange(len(raw) + 1)
    copied = raw[elsewhere : elsewhere + chance.choice(_LENGTHS)]
    piece = chance.choice((chance.choice(_PIECES), chance.randbytes(1), copied, b""))
    return raw[:start] + piece + raw[end:]


def _in_lines(raw: bytes, chance: Random) -> bytes:
    lines = raw.split(b"\n")
    first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
    line = lines[first]
    match chance.randrange(4):
        case 0:
            lines[first], lines[second] = lines[second], line
        case 1:
            lines[first] = b" " * chance.choice((1, 2, 3, 5)) + line
        case 2:
            lines[first] = line.lstrip()
        case _:
            lines[first] = line.partition(b": ")[0] + b": " + chance.choice(_PIECES)
    return b"\n".join(lines)


def fault(project: Path, name: str, raw: bytes) -> str:
    """Return what should not happen when a file says this, if it does; the file is put back.

    Nothing but problems may be told, each at a place that is in a file; and a sound file can be
    written anew without a loss.
    """
    path = project / name
    before = path.read_bytes()
    path.write_bytes(raw)
    try:
        problems = _problems(project)
        if all(problem.severity == "warning" for problem in problems) and (
            name in record_files(project)
        ):
            problems += _problems_of_format(name, raw)
        return "; ".join(str(problem) for problem in problems if not _is_there(project, problem))
    except Exception as error:
        return repr(error)
    finally:
        path.write_bytes(before)


def _problems(project: Path) -> list[Problem]:
    try:
        return [*checked(project, TODAY)[1]]
    except DataError as error:
        return error.problems


def _problems_of_format(name: str, raw: bytes) -> list[Problem]:
    try:
        formatted(name, raw)
    except DataError as error:
        return error.problems
    return []


def _is_there(project: Path, problem: Problem) -> bool:
    """Whether there is such a place: in a line, or at its end."""
    path = project / problem.file
    if not path.is_file():
        return (problem.line, problem.column) == (1, 1)
    text = path.read_bytes().decode("utf-8-sig", "replace")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")
    in_file = 1 <= problem.line <= len(lines)
    return in_file and 1 <= problem.column <= len(lines[problem.line - 1]) + 1
