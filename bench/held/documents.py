"""Count the hostile documents that are held: `python -m bench.hostile_documents [WORDS]`.

Each is imported at the command line, as an editor would. A document is held if there is a response
that `validate` can read or one line that says why not, within the time, and nothing else.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from roadmap.datafiles.problems import DataError
from roadmap.datafiles.yaml_reader import parse
from tests.importing.broken import CASES
from tests.importing.broken.case import Case
from tests.importing.broken.reading import is_mended_by_hand
from tests.projects import MINI, environment

BODY = "provutskottet"
SECONDS = 100


def main() -> int:
    """Try the documents; print those that are not held, and the numbers. Return 1 if any is not."""
    parser = argparse.ArgumentParser()
    parser.add_argument("words", nargs="*", help="only documents whose names have one of these")
    words: list[str] = parser.parse_args().words
    cases = [case for case in CASES if not words or any(word in case.name for word in words)]
    held = 0
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "mini"
        shutil.copytree(MINI, project)
        for case in cases:
            started = time.monotonic()
            fault = _fault(project, case)
            seconds = time.monotonic() - started
            held += not fault
            if fault or seconds > 10 or words:
                print(f"{case.name!r:.60}: {fault or 'held'} ({seconds:.1f} s)", flush=True)
    print(f"{len(cases)} documents tried, {held} held.")
    return int(held < len(cases))


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


if __name__ == "__main__":
    sys.exit(main())
