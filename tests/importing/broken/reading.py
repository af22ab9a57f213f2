"""Read broken documents in one process of its own, and tell what should not have happened."""

from pathlib import Path
from random import Random

from roadmap.datafiles.problems import DataError, Problem
from roadmap.datafiles.records import read_record
from roadmap.datafiles.yaml_reader import parse
from roadmap.importing.document import read_response
from roadmap.importing.lines import Progress, UnreadableError
from roadmap.model import ImportLimits, Response
from roadmap.model.dataset import Dataset
from tests.importing.broken import CASES

_MENDED_BY_HAND = ("Här har ett tecken gått förlorat", "filen har sparats fel")


def is_mended_by_hand(problem: Problem) -> bool:
    """Whether a response has letters that were lost before its document came."""
    return any(words in problem.message for words in _MENDED_BY_HAND)


def faults(
    dataset: Dataset,
    folder: Path,
    limits: ImportLimits,
    progress: Progress,
) -> dict[str, str]:
    """Return what is wrong with how each document is read, by its name."""
    found: dict[str, str] = {}
    for number, case in enumerate(case for case in CASES if not case.costly):
        (folder / str(number)).mkdir()
        path = folder / str(number) / case.name
        case.write(path)
        told, fault = _read(dataset, path)
        if case.told is None or (case.told in told and bool(case.told) == bool(told)):
            continue
        found[case.name] = fault or told or "read"
    return found


def mutated(
    dataset: Dataset, path: Path, sound: bytes, count: int, limits: ImportLimits, progress: Progress
) -> list[str]:
    """Return what is wrong with how a document is read with some of its bytes changed."""
    random = Random(sound)
    found = []
    for number in range(count):
        content = bytearray(sound)
        for _ in range(random.choice((1, 2, 8, 64))):
            at = random.randrange(len(content))
            piece = random.choice((b"x", random.randbytes(1), b"9999999999", content[at : at + 40]))
            content[at : at + random.choice((0, 1, 1, 20))] = piece
        path.write_bytes(content)
        _, fault = _read(dataset, path)
        if fault:
            found.append(f"{number}: {fault}")
    return found


def _read(dataset: Dataset, path: Path) -> tuple[str, str]:
    """Return what is told of a document, and what should not have happened."""
    try:
        _, text = read_response(dataset, "provutskottet", path)
        _, problems = read_record(parse(path.name, text.encode()), Response)
    except UnreadableError as error:
        told = str(error)
        return told, "" if "\n" not in told else told
    except DataError as error:
        problems = [item for item in error.problems if not is_mended_by_hand(item)]
    except Exception as error:
        return "fault", repr(error)
    return "", " ".join(map(str, problems))
