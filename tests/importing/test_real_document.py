"""The one real document, imported as text, Word, PDF and scan: always the same response."""

from difflib import SequenceMatcher
from pathlib import Path

import pytest

from roadmap.importing.readers import read_manuscript
from roadmap.importing.response import response_of
from roadmap.model import Response
from roadmap.model.dataset import Dataset
from roadmap.text import source_text
from tests.importing.documents import Script, pdf_file, pictures_of, script_of, word_file
from tests.projects import REAL
from tools.ocr import ensure_ocr

BODY = "enskede-arsta-vantor"
OCR_TEXT = REAL / "data/sources" / BODY / "tjansteutlatande.ocr.txt"


@pytest.fixture(scope="module")
def written(real: Dataset) -> Response:
    return real.body(BODY).response


@pytest.fixture(scope="module")
def script(real: Dataset) -> Script:
    return script_of(real, real.body(BODY))


def imported(real: Dataset, path: Path) -> Response:
    return response_of(real, BODY, read_manuscript(path))


def structure(response: Response) -> list[object]:
    """Return all that the text is arranged by, without its words."""
    found: list[object] = []
    for section in response.sections:
        found.append((section.id, section.pages, *shape(section.text)))
    for heading in response.area_headings:
        found.append((heading.area, heading.pages, len(heading.heading.split())))
    for comment in response.comments:
        told = (comment.strategies, comment.refers_to, comment.pages)
        found.append((*told, len((comment.heading or "").split()), *shape(comment.text)))
    found.extend((note.id, note.pages) for note in response.footnotes)
    return found


def shape(text: str) -> list[object]:
    return [
        *(type(block).__name__ for block in source_text.blocks(text)),
        *source_text.references(text),
    ]


def words(response: Response) -> list[object]:
    """Return every word, text by text, without how its lines are broken."""
    found: list[object] = [source_text.blocks(section.text) for section in response.sections]
    found.extend(section.heading for section in response.sections)
    found.extend(heading.heading for heading in response.area_headings)
    found.extend(
        (comment.heading, source_text.blocks(comment.text)) for comment in response.comments
    )
    found.extend(note.text for note in response.footnotes)
    return found


def test_the_ocr_text_has_the_structure_of_the_response(real: Dataset, written: Response) -> None:
    response = imported(real, OCR_TEXT)
    assert structure(response) == structure(written)
    assert response.unplaced == ()
    assert response.unanswered == ()
    assert response.kind == "stadsdelsnamnd"
    assert response.name == "Enskede-Arsta-Vantors stadsdelsnimnd"
    assert response.source
    assert response.source.pages == 10


def test_a_word_file_is_imported_word_for_word(
    real: Dataset, written: Response, script: Script, tmp_path: Path
) -> None:
    path = tmp_path / "svar.docx"
    path.write_bytes(word_file(script))
    response = imported(real, path)
    assert structure(response) == structure(written)
    assert words(response) == words(written)
    assert response.unplaced == ()
    assert response.name == written.name


def test_a_pdf_is_imported_word_for_word(
    real: Dataset, written: Response, script: Script, tmp_path: Path
) -> None:
    path = tmp_path / "svar.pdf"
    path.write_bytes(pdf_file(script, "Tjänsteutlåtande Sid"))
    response = imported(real, path)
    assert structure(response) == structure(written)
    assert words(response) == words(written)
    assert [item.text for item in response.unplaced] == ["Tjänsteutlåtande Sid 1 (10)"]


def test_a_scan_is_read_and_has_the_same_structure(
    real: Dataset, written: Response, script: Script, tmp_path: Path
) -> None:
    assert ensure_ocr()
    path = tmp_path / "svar.pdf"
    path.write_bytes(pictures_of(pdf_file(script)))
    response = imported(real, path)
    assert structure(response) == structure(written)
    assert response.unplaced == ()
    ours = " ".join(comment.text for comment in response.comments).split()
    theirs = " ".join(comment.text for comment in written.comments).split()
    assert SequenceMatcher(None, ours, theirs, autojunk=False).ratio() > 0.97
