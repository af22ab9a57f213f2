"""Documents that are broken: each is read, or refused in the line that is expected."""

import subprocess
import sys
from pathlib import Path

import pytest

from roadmap.importing.document import read_response
from roadmap.importing.guarded import guarded
from roadmap.importing.lines import UnreadableError, no_progress
from roadmap.model import ImportLimits
from tests.importing.broken import CASES, pdfs, reading, texts, word_files
from tests.projects import MINI, ROOT, dataset_of, environment

LIMITS = ImportLimits(seconds="600")


def test_broken_documents_are_read_or_told_in_a_line(tmp_path: Path) -> None:
    arguments = (dataset_of(MINI), tmp_path)
    assert guarded(reading.faults, *arguments, limits=LIMITS, progress=no_progress) == {}


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the system has no such limit")
@pytest.mark.parametrize("name", ["form-draws-itself.pdf", "bomb.pdf"])
def test_a_reader_that_fills_the_memory_is_told_in_a_line(tmp_path: Path, name: str) -> None:
    [case] = [case for case in CASES if case.name == name]
    case.write(tmp_path / name)
    arguments = (dataset_of(MINI), "provutskottet", tmp_path / name)
    limits = ImportLimits(memory_megabytes="400")
    with pytest.raises(UnreadableError, match=r"höj memory_megabytes under import_limits"):
        guarded(read_response, *arguments, limits=limits, progress=no_progress)


@pytest.mark.parametrize(
    ("name", "sound", "count"),
    [
        ("svar.docx", word_files.sound(), 60),
        ("svar.docx", word_files.unpacked(), 120),
        ("svar.pdf", pdfs.pdf(), 400),
        ("svar.txt", (texts.ANSWER * 3).encode(), 400),
    ],
    ids=["packed", "unpacked", "pdf", "txt"],
)
def test_changed_bytes_never_lead_to_more_than_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, sound: bytes, count: int
) -> None:
    monkeypatch.setenv("PATH", "")  # a PDF whose text is broken need not be read as a picture
    arguments = (dataset_of(MINI), tmp_path / name, sound, count)
    assert guarded(reading.mutated, *arguments, limits=LIMITS, progress=no_progress) == []


def test_the_docs_state_how_many_are_tried() -> None:
    assert f"\n{len(CASES)} hostile documents" in (ROOT / "DEVELOPING.md").read_text("utf-8")


def test_reading_leaves_nothing_open(tmp_path: Path) -> None:
    """Python's development mode warns of what is not closed, and shows all other warnings."""
    script = (
        "import sys\nfrom pathlib import Path\n"
        "from roadmap.importing.readers import read_manuscript\n"
        "for name in sys.argv[1:]: read_manuscript(Path(name))"
    )
    paths = [tmp_path / case.name for case in CASES if case.name.startswith("sound.")]
    for case in CASES:
        if case.name.startswith("sound."):
            case.write(tmp_path / case.name)
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-c", script, *paths],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
