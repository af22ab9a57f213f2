"""Documents made to crash, fill or fool whoever reads them, imported as an editor would.

A document is held if there is a response that `validate` can read or one line that says why not,
within the time, and nothing else.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from roadmap.datafiles.problems import DataError
from roadmap.datafiles.yaml_reader import parse
from tests.importing.broken import CASES
from tests.importing.broken.case import Case
from tests.importing.broken.reading import is_mended_by_hand
from tests.projects import MINI, environment, make_project

BODY = "provutskottet"
SECONDS = 100


def tries(folder: Path) -> Iterator[tuple[str, str]]:
    """Import each document; yield its name and what is wrong with how it went."""
    project = make_project(folder / "project", MINI)
    for case in CASES:
        yield case.name, _fault(project, case)


def _fault(project: Path, case: Case) -> str:
    """Return what is wrong with the import of a document, if anything is."""
    documents = project / "documents"
    documents.mkdir()
    target = project / "data" / "responses" / f"{BODY}.yml"
    try:
        path = documents / case.name
        case.write(path)
        command = [sys.executable, "-X", "dev", "-m", "roadmap", "import", str(path)]
        try:
            done = subprocess.run(
                [*command, "--body", BODY],
                cwd=project,
                env=environment(),
                capture_output=True,
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return f"more than {SECONDS} s"
        error = done.stderr.decode("utf-8", "replace")
        told = [line for line in error.splitlines() if not line.startswith("Läser sida ")]
        if done.returncode not in (0, 1) or "Traceback" in error:
            return f"status {done.returncode}: {told[-1:]}"
        if target.exists() != (done.returncode == 0):
            return "a file although it was refused"
        if len(told) != done.returncode:
            return f"not one line: {told}"
        if case.told is not None and not (case.told in error and bool(case.told) == bool(told)):
            return f"not as expected: {told}"
        if target.exists():
            parse(target.name, target.read_bytes())
    except DataError as error:
        if not all(is_mended_by_hand(problem) for problem in error.problems):
            return f"a response that cannot be read: {error}"
    finally:
        target.unlink(missing_ok=True)
        shutil.rmtree(documents)
    return ""
