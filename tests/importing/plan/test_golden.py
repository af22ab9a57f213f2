"""Two whole plans, one in Word with two levels and one in PDF with three, and what they become."""

import io
from pathlib import Path

import docx

from roadmap.datafiles.yaml_writer import dump
from roadmap.importing.plan.reading import read_plan
from roadmap.model import Terms
from tests.importing.pdf_pages import Page, pdf_of

GOLDEN = Path(__file__).parent / "golden"
TITLE = "Plan för Provköping"
TEXT = (
    "Det här är en rad som är lika lång som de flesta raderna på sidan, så att det syns vad som är",
    "en full rad, och den fortsätter med ord som är delade så som ord ofta är: skolan ska sam-",
    "verka med hemmen i allt som rör barnen.",
)


def became(path: Path, raw: bytes) -> str:
    """Return all that a document became, as it is written and as it is told."""
    path.write_bytes(raw)
    account = read_plan(TITLE, Terms(), path)
    records = [dump(record) for record in (*account.areas, *account.sections, *account.unplaced)]
    return "---\n".join([*records, "".join(f"# {sentence}\n" for sentence in account.told)])


def word_plan() -> bytes:
    """Return a plan whose headings have levels and neither numbers nor words for what they are."""
    document = docx.Document()
    document.add_heading(TITLE, 0)
    document.add_paragraph("Remissversion")
    document.add_heading("Inledning", 1)
    document.add_paragraph("Planen gäller till 2030.")
    document.add_heading("Skola och lärande", 1)
    document.add_paragraph("Alla barn ska lyckas i skolan.")
    document.add_heading("Etappmål", 2)
    document.add_paragraph("Fler elever klarar skolan.", style="List Bullet")
    document.add_paragraph("Färre elever är borta.", style="List Bullet")
    document.add_heading("Läxhjälp åt alla", 2)
    document.add_paragraph("Kommunen ska erbjuda läxhjälp.")
    document.add_heading("Så gör vi", 3)
    document.add_paragraph("Vi anställer fler.")
    document.add_heading("Fler böcker", 2)
    document.add_paragraph("Varje skola ska ha ett bibliotek.")
    document.add_heading("Så gör vi", 3)
    document.add_paragraph("Vi köper böcker.", style="List Bullet")
    document.add_heading("Boende", 1)
    document.add_heading("Bygg mer", 2)
    document.add_paragraph("Kommunen ska bygga så här:")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("År", "Bostäder", "2030", "3.2 tusen"), strict=True):
        cell.text = text
    document.add_heading("Uppföljning", 1)
    document.add_paragraph("Planen följs upp varje år.")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf_plan() -> bytes:
    """Return a plan with contents, running heads, and numbers in three parts."""
    pages = [Page() for _ in range(3)]
    for number, page in enumerate(pages, start=1):
        page.write(60, 810, [f"Provköpings kommun {number} (3)"])
    pages[0].write(60, 780, [TITLE])
    pages[0].write(60, 740, ["Innehåll", "1 Skola ........ 2", "2 Boende ........ 3"])
    pages[1].write(60, 780, ["1 Skola"])
    pages[1].write(60, 750, [*TEXT, "Alla barn ska lyckas."])
    pages[1].write(60, 680, ["1.1 Trygghet"])
    pages[1].write(60, 650, ["1.1.1 Fler vuxna"])
    pages[1].write(60, 620, [*TEXT, "Det kostar 3.2 miljoner kronor, och kommunen betalar."])
    pages[1].write(60, 550, ["1.1.2 Mindre mobbning"])
    pages[1].write(60, 520, [*TEXT, "Ingen ska bli mobbad i skolan eller känna sig"])
    # The page ends inside a sentence, and the heading on the next has its text right under it.
    pages[2].write(60, 780, ["ensam på en rast."])
    pages[2].write(60, 750, ["1.2 Kunskap"])
    pages[2].write(60, 720, ["1.2.1 Läxhjälp", "Kommunen ska erbjuda läxhjälp.", *TEXT])
    pages[2].write(60, 640, ["2 Boende"])
    pages[2].write(60, 610, ["2.1 Hus"])
    pages[2].write(60, 580, ["2.1.1 Bygg mer"])
    pages[2].write(60, 550, TEXT)
    return pdf_of(pages)


def test_a_word_plan_of_two_levels(tmp_path: Path) -> None:
    expected = (GOLDEN / "two-levels.yml").read_text("utf-8")
    assert became(tmp_path / "plan.docx", word_plan()) == expected


def test_a_pdf_plan_of_three_levels(tmp_path: Path) -> None:
    expected = (GOLDEN / "three-levels.yml").read_text("utf-8")
    assert became(tmp_path / "plan.pdf", pdf_plan()) == expected
