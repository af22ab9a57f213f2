"""A PDF without a text layer."""

import pytest

from roadmap.importing import pdf
from roadmap.importing.lines import UnreadableError, unheard
from roadmap.model import ImportLimits
from tests.importing.documents import Piece, Script, pdf_file, pictures_of


def test_a_scan_without_the_program_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    scan = pictures_of(pdf_file(Script([Piece("Ett svar", 1, 1)])))
    with pytest.raises(UnreadableError) as told:
        pdf.read(scan, "svar.pdf", ImportLimits(), unheard)
    assert str(told.value) == (
        "Sidan 1 är en bild. För att läsa den behövs programmet tesseract. "
        "Installera det: sudo apt-get install tesseract-ocr tesseract-ocr-swe"
    )
