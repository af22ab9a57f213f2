"""The Word file holds the same as the pages, as Word has headings, lists of contents and tables."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from bench.synthetic import with_bodies
from roadmap.datafiles.load import checked
from roadmap.exports.word import compilation_docx
from roadmap.exports.word.document import column_widths
from roadmap.exports.word.styles import WIDTH
from roadmap.model.dataset import Dataset
from roadmap.presenters.compilation_words import ENTRY_COLUMNS
from roadmap.presenters.messages import said
from tests import judged
from tests.html import by_attribute, parse
from tests.projects import MINI, change, dataset_of, make_project
from tools import office

ADDRESS = "https://fardplan.example/"
TODAY = date(2026, 11, 1)


@pytest.fixture(scope="module")
def file(real: Dataset) -> bytes:
    return compilation_docx(real, ADDRESS)


@pytest.fixture(scope="module")
def document(file: bytes) -> Document:
    return docx.Document(io.BytesIO(file))


def lines(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the style and the text of every line outside tables."""
    for paragraph in document.paragraphs:
        assert paragraph.style
        yield str(paragraph.style.name), paragraph.text


def entries(document: Document) -> list[list[str]]:
    """Return the rows that tell what a body says, each cell's lines joined by line breaks."""
    return [
        [cell.text for cell in row.cells]
        for table in document.tables
        if tuple(cell.text for cell in table.rows[0].cells) == tuple(map(said, ENTRY_COLUMNS))
        for row in table.rows[1:]
    ]


def test_every_quote_is_there_with_its_source(document: Document) -> None:
    found = entries(document)
    shown = Counter(
        quote
        for who, stand, asks in found
        for quote in re.findall("”(.*?)”", f"{stand}\n{asks}")
        if "Enskede-Årsta-Vantörs stadsdelsförvaltning\nFörvaltningens tjänsteutlåtande, " in who
    )
    assert shown == judged.quotes(judged.judged())
    for who, _, _ in found:
        assert re.search(r", (sida \d+|sidorna \d+–\d+)\n", who)
        assert who.endswith("Datorns tolkning. Ingen har granskat den.")


def test_the_sources_link_to_the_words(document: Document, site: Path) -> None:
    targets = [
        link.address + "#" + link.fragment if link.fragment else link.address
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
        for link in paragraph.hyperlinks
    ]
    assert len(targets) == len(entries(document))
    for target in targets:
        path, _, anchor = target.removeprefix(ADDRESS).partition("#")
        assert anchor in by_attribute(parse(site / path / "index.html"), "id"), target


def test_without_an_address_there_are_no_links_but_pages(real: Dataset) -> None:
    document = docx.Document(io.BytesIO(compilation_docx(real)))
    with ZipFile(io.BytesIO(compilation_docx(real))) as opened:
        assert b'TargetMode="External"' not in opened.read("word/_rels/document.xml.rels")
    assert all(re.search(r", sid(a|orna) \d", who) for who, _, _ in entries(document))


def test_the_headings_are_words_own_and_form_an_outline(document: Document, real: Dataset) -> None:
    headings = [
        (int(style[-1]), text) for style, text in lines(document) if re.match(r"Heading \d", style)
    ]
    assert headings[0] == (1, "Sammanfattning")
    assert [text for level, text in headings if level == 1][1:-2] == [
        f"Målområde {area.id[1:]}: {area.title}" for area in real.goal_areas
    ]
    for strategy in real.strategies:
        assert (2, f"Strategi {strategy.id[1:]}: {strategy.title}") in headings
    levels = [level for level, _ in headings]
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_the_list_of_contents_is_a_field_and_filled(document: Document) -> None:
    fields = [one.text.strip() for one in document.element.body.iter(qn("w:instrText"))]
    assert [field.split()[0] for field in fields] == ["TOC"]
    wanted = [text for style, text in lines(document) if style in ("Heading 1", "Heading 2")]
    listed = [text for style, text in lines(document) if style in ("toc 1", "toc 2")]
    assert listed == wanted
    marks = {one.get(qn("w:name")) for one in document.element.body.iter(qn("w:bookmarkStart"))}
    anchors = [
        one.get(qn("w:anchor"))
        for one in document.element.body.iter(qn("w:hyperlink"))
        if one.get(qn("w:anchor"))
    ]
    assert set(anchors) == marks
    assert len(anchors) == len(set(anchors)) == len(wanted)
    assert document.settings.element.find(qn("w:updateFields")) is not None


def test_a_table_with_long_headings_is_as_wide_as_the_page() -> None:
    short = column_widths(["Strategi", "Ja", "Nej"])
    assert short[0] > short[1] + short[2]
    long = column_widths(["Strategi", *["Ställningstagandebeskrivning"] * 6])
    assert min(long) > 0
    for widths in (short, long):
        assert sum(widths) == WIDTH


def test_pages_are_numbered_and_the_text_is_swedish(document: Document) -> None:
    (section,) = document.sections
    for footer in (section.footer, section.first_page_footer):
        fields = [one.text.strip() for one in footer._element.iter(qn("w:instrText"))]
        assert fields == ["PAGE", "NUMPAGES"]
    languages = {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"sv-SE"}
    told = document.core_properties
    assert told.language == "sv-SE"
    assert told.title == "Remissammanställning: Färdplan för ett Stockholm för alla"
    assert told.author == ""


def test_tables_have_names_and_headers_that_are_repeated(document: Document) -> None:
    for table in document.tables:
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        for number, row in enumerate(table._tbl.tr_lst):
            assert bool([*row.iter(qn("w:tblHeader"))]) == (number == 0)
        assert all(cell.text for cell in table.rows[0].cells)


def test_every_count_can_be_recounted(real: Dataset) -> None:
    many = with_bodies(real, 8)
    document = docx.Document(io.BytesIO(compilation_docx(many)))
    positions = [*judged.positions(judged.judged())]
    shown: dict[str, list[str]] = {}
    for table in document.tables:
        first, *columns = [cell.text for cell in table.rows[0].cells]
        if first == "Strategi":
            assert columns[-1] == "Yttrar sig inte"
            for row in table.rows[1:]:
                title, *numbers = [cell.text for cell in row.cells]
                shown[title.split()[0]] = numbers
    assert [*shown] == [strategy.id[1:] for strategy in many.strategies]
    assert set(positions) == set(shown)
    for numbers in shown.values():
        assert sum(int(number) for number in numbers if number != "–") == 8
    assert len(entries(document)) == 8 * len(many.strategies) + 2
    assert "Sammanställningen bygger på 8 remissvar." in "\n".join(t for _, t in lines(document))


def test_the_same_data_gives_the_same_bytes(real: Dataset, file: bytes) -> None:
    assert compilation_docx(real, ADDRESS) == file
    with ZipFile(io.BytesIO(file)) as opened:
        assert {entry.date_time for entry in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms:created" not in opened.read("docProps/core.xml")


def test_the_files_dates_are_those_of_the_data() -> None:
    mini, _ = checked(MINI, date(2020, 6, 1))
    document = docx.Document(io.BytesIO(compilation_docx(mini)))
    assert str(document.core_properties.modified)[:10] == "2020-01-20"
    assert "–" in "".join(cell for row in entries(document) for cell in row)
    told = "\n".join(text for _, text in lines(document))
    assert "Privatperson 1 och Provnämnden yttrar sig inte om strategin." in told
    assert "Inget publicerat svar tar upp strategin." in told


def test_what_came_of_a_request_stands_by_it_with_its_source() -> None:
    real = dataset_of(MINI)
    told = (
        "Vad hände sedan: Delvis, 20 februari 2020. ”får mer pengar till böcker”. "
        "Skäl: Pengarna räcker inte till allt. Källa: Provstyrelsens beslut om provplanen, "
        "sida 2. Tolkning. Granskad av Provsekreteraren den 2 mars 2020."
    )
    document = docx.Document(io.BytesIO(compilation_docx(real, ADDRESS)))
    cells = [cell for row in entries(document) for cell in row if "Vad hände sedan" in cell]
    assert [line for cell in cells for line in cell.split("\n") if "sedan" in line] == [told]
    links = {relation.target_ref for relation in document.part.rels.values()}
    assert f"{ADDRESS}kallor/provstyrelsen/beslut.txt" in links
    summary = "Vi vet hur det gick för 1 av 2 önskemål."
    assert ("Normal", summary) in lines(document)


def test_a_table_stands_on_the_page_of_what_leads_to_it() -> None:
    document = docx.Document(io.BytesIO(compilation_docx(dataset_of(MINI))))
    for table in document.tables:
        before = table._tbl.getprevious()
        assert before is not None
        line = Paragraph(before, document)
        assert line.style
        kept = line.paragraph_format.keep_with_next
        style = line.style.paragraph_format.keep_with_next
        assert style if kept is None else kept, line.text


def test_a_table_of_the_plan_is_a_table(tmp_path: Path) -> None:
    project = make_project(tmp_path / "plan", MINI)
    rows = (
        "| Skola | Böcker |\n      |---|---|\n      | Provskolan | 12<br>- nya |\n\n      | a | |\n"
    )
    text = "Provskolan ska ha fler böcker.\n"
    change(project, "data/goal-areas/1-lara.yml", text, f"{text}\n      {rows}")
    document = docx.Document(io.BytesIO(compilation_docx(dataset_of(project))))
    shown = [[[cell.text for cell in row.cells] for row in one.rows] for one in document.tables]
    assert [["Skola", "Böcker"], ["Provskolan", "12\n– nya"]] in shown
    assert [["a", ""]] in shown
    table = document.tables[shown.index([["Skola", "Böcker"], ["Provskolan", "12\n– nya"]])]
    assert table._tbl.tr_lst[0].get_or_add_trPr().find(qn("w:tblHeader")) is not None
    before = table._tbl.getprevious()
    assert before is not None
    assert Paragraph(before, document).text == "Provskolan ska ha fler böcker."


def test_libreoffice_opens_the_file(file: bytes, tmp_path: Path) -> None:
    found = office.find_office()
    if found is None:
        assert not office.must_open(), "LibreOffice saknas. Kör: python -m tools.office"
        pytest.skip("LibreOffice saknas")
    (tmp_path / "fil.docx").write_bytes(file)
    made = office.convert(found, tmp_path / "fil.docx", "pdf", tmp_path)
    assert made
    pdf = made.read_bytes()
    assert pdf.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)) >= 10
    text = office.convert(found, tmp_path / "fil.docx", "txt:Text (encoded):UTF8", tmp_path)
    assert text
    words = " ".join(text.read_text("utf-8-sig").split())
    for one in judged.judged():
        for quote in one.quotes:
            assert f"”{quote}”" in words


def test_ci_does_not_go_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "ensure_office", lambda: None)
    monkeypatch.delenv("CI", raising=False)
    assert office.main() == 0
    monkeypatch.setenv("CI", "true")
    assert office.must_open()
    assert office.main() == 1
