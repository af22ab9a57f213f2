"""The compilation, written chapter by chapter into a Word file."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from roadmap.exports.word import markup, styles, tables
from roadmap.model import GoalArea, Part
from roadmap.model.dataset import Dataset
from roadmap.presenters import answers, compilation, compilation_summary, urls, wording
from roadmap.presenters.compilation import Entry, PlanText, SourcePlace, Subject
from roadmap.presenters.compilation_summary import Front, Tally
from roadmap.presenters.compilation_words import (
    ASK_COLUMNS,
    BODY_COLUMNS,
    ENTRY_COLUMNS,
    READING,
    WORDING,
)
from roadmap.presenters.messages import _, said
from roadmap.presenters.wording import heading_of, named, titled
from roadmap.text import source_text
from roadmap.text.tables import Table

# The earliest time of the zip format, so that the file does not depend on the clock.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
# The width of a column of numbers: the least, the margins, and each letter of its longest word.
_LEAST_WIDTH, _MARGINS, _LETTER_WIDTH = Cm(1.55), Cm(0.4), Cm(0.17)


def compilation_docx(dataset: Dataset, site_url: str | None = None) -> bytes:
    """Return the compilation as a Word file (.docx), the same bytes for the same data.

    With `site_url`, the address of the published site, each source links to the exact words.
    """
    return _Writer(dataset, site_url).file()


def is_compilation(path: Path) -> bool:
    """Whether a file is a compilation that nobody has changed. Raises OSError."""
    try:
        properties = docx.Document(str(path)).core_properties
    except OSError:
        raise
    except Exception:  # whatever the file is, a compilation can be read
        return False
    # A program that saves the file says when.
    return (properties.keywords, properties.modified) == (WORDING["title"], properties.created)


class _Writer:
    """Writes one file, and collects its headings for the table of contents."""

    def __init__(self, dataset: Dataset, site_url: str | None) -> None:
        self.dataset = dataset
        self.site_url = f"{site_url.rstrip('/')}/" if site_url else None
        self.document: Document = docx.Document()
        self.headings: list[tuple[int, str, str]] = []
        # The levels of the table of contents: strategies stand below their groups.
        self.depth = 3 if dataset.groups else 2

    def file(self) -> bytes:
        """Write everything and return the file."""
        front = compilation_summary.front(self.dataset)
        styles.set_page(self.document)
        colour = self.dataset.settings.look.colour
        styles.set_styles(self.document, self.depth, colour)
        markup.set_language(self.document)
        markup.set_behaviour(self.document)
        self._properties(front)
        self._running_lines(front)
        contents = self._opening(front)
        self._summary(front)
        for area in self.dataset.goal_areas:
            self._heading(1, _area_heading(area), new_page=True)
            if text := compilation.area_text(self.dataset, area):
                self._plan(text)
            for part in area.parts:
                self._part(area, part)
        self._remarks()
        self._bodies(front)
        self._contents(contents)
        return _without_times(self.document)

    def _properties(self, front: Front) -> None:
        properties = self.document.core_properties
        properties.title = f"{WORDING['title']}: {front.subject}"
        properties.subject = front.subject
        properties.author = self.dataset.settings.publisher or ""
        properties.last_modified_by = properties.author
        properties.comments, properties.keywords = "", WORDING["title"]
        day = _last_day(self.dataset)
        for name in ("created", "modified"):
            if day:
                setattr(properties, name, datetime(day.year, day.month, day.day))
            else:
                for element in properties._element.findall(qn(f"dcterms:{name}")):
                    properties._element.remove(element)
        # The thumbnail of the template.
        package = self.document.part.package
        for key, relation in list(package.rels.items()):
            if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
                del package.rels[key]

    def _running_lines(self, front: Front) -> None:
        (section,) = self.document.sections
        section.different_first_page_header_footer = True
        section.header.paragraphs[0].text = f"{WORDING['title']}: {front.subject}"
        for footer in (section.footer, section.first_page_footer):
            line = footer.paragraphs[0]
            told = _("Sida %(page)s av %(pages)s", page="PAGE", pages="NUMPAGES")
            for part in filter(None, re.split("(NUMPAGES|PAGE)", told)):
                if part in ("NUMPAGES", "PAGE"):
                    markup.add_field(line, part, "1")
                else:
                    line.add_run(part)

    def _opening(self, front: Front) -> Paragraph:
        """Write the title and the facts; return the place of the table of contents."""
        self.document.add_paragraph(WORDING["title"], "Title")
        self.document.add_paragraph(front.subject, "Subtitle")
        for fact in front.facts:
            line = self.document.add_paragraph()
            line.add_run(f"{fact.label}: ").bold = True
            line.add_run(fact.value)
            if fact.seen_in:
                self.document.add_paragraph(fact.seen_in, styles.NOTE)
        self.document.add_paragraph(WORDING["contents"], styles.CONTENTS_HEADING)
        return self.document.add_paragraph()

    def _contents(self, place: Paragraph) -> None:
        lines = [
            (place.insert_paragraph_before(style=f"toc {level}"), text, bookmark)
            for level, text, bookmark in self.headings
        ]
        markup.open_field(lines[0][0], rf'TOC \o "1-{self.depth}" \h \z \u')
        for line, text, bookmark in lines:
            markup.add_inner_link(line, text, bookmark)
        markup.close_field(place)

    def _heading(self, level: int, text: str, *, new_page: bool = False) -> None:
        heading = self.document.add_heading(text, level)
        heading.paragraph_format.page_break_before = new_page or None
        if level <= self.depth:
            number = len(self.headings) + 1
            bookmark = f"_Toc{number:08}"
            markup.add_bookmark(heading, bookmark, number)
            self.headings.append((level, text, bookmark))

    def _summary(self, front: Front) -> None:
        self._heading(1, WORDING["summary"], new_page=True)
        self._paragraphs(front.summary)
        self._heading(2, WORDING["reading"])
        self._paragraphs(map(said, READING))
        self._heading(2, WORDING["positions"])
        self._lead(WORDING["positions_lead"])
        for area, tallies in front.tallies:
            self._tallies(front, area, tallies)
        self._heading(2, WORDING["asks"])
        self._lead(WORDING["asks_lead"] if front.asks else WORDING["no_asks"])
        if front.asks:
            rows = [
                [tables.said(ask.name), tables.said(str(ask.times)), tables.said(str(ask.bodies))]
                for ask in front.asks
            ]
            columns = tuple(map(said, ASK_COLUMNS))
            tables.add_table(self.document, WORDING["asks"], columns, [Cm(8), Cm(4), Cm(4)], rows)

    def _tallies(self, front: Front, area: GoalArea, tallies: Sequence[Tally]) -> None:
        name = heading_of(area)
        self._heading(3, name)
        columns = (WORDING["strategy"], *map(wording.position, front.positions), WORDING["silent"])
        rows = []
        for tally in tallies:
            numbers = [tally.numbers.get(value, 0) for value in front.positions]
            cells = [tables.said(str(number or "–")) for number in (*numbers, tally.silent)]
            rows.append([tables.said(heading_of(tally.strategy)), *cells])
        tables.add_table(self.document, name, columns, column_widths(columns), rows)

    def _part(self, area: GoalArea, part: Part) -> None:
        """Write what stands in a group, a level below it, or in none."""
        level = 3 if part.group else 2
        if part.group:
            self._heading(2, heading_of(part.group))
            if text := compilation.group_text(self.dataset, area, part.group):
                self._plan(text)
        self._milestones(level, compilation.milestones(self.dataset, part.milestones))
        for strategy in part.strategies:
            self._subject(level, compilation.subject(self.dataset, urls.START, strategy))

    def _milestones(self, level: int, milestones: Sequence[PlanText]) -> None:
        if milestones:
            self._heading(level, WORDING["milestones"])
        for milestone in milestones:
            self._plan(milestone)

    def _subject(self, level: int, subject: Subject) -> None:
        self._heading(level, titled(subject.strategy))
        self._plan(subject.plan)
        for label, text in compilation.tally_lines(subject):
            line = self._lead("")
            line.add_run(f"{label}: ").bold = True
            line.add_run(f"{text}.")
        if silence := answers.silence(subject.silent, whole=True):
            self._lead(silence)
        if subject.entries:
            name = _("Svar på %(name)s", name=named(subject.strategy))
            self._entries(name, subject.entries)
        else:
            self._paragraphs([WORDING["unanswered"]])

    def _remarks(self) -> None:
        self._heading(1, WORDING["remarks"], new_page=True)
        entries = compilation.remarks(self.dataset, urls.START)
        self._lead(WORDING["remarks_lead"] if entries else WORDING["no_remarks"])
        if entries:
            self._entries(WORDING["remarks"], entries)

    def _bodies(self, front: Front) -> None:
        self._heading(1, WORDING["bodies"])
        if not front.bodies:
            self._paragraphs([WORDING["no_bodies"]])
            return
        rows = [
            [
                tables.bold(body.name),
                tables.said(body.kind),
                tables.said(body.status),
                tables.said(body.document),
            ]
            for body in front.bodies
        ]
        tables.add_table(
            self.document,
            WORDING["bodies"],
            tuple(map(said, BODY_COLUMNS)),
            [Cm(4.8), Cm(3), Cm(2.8), Cm(5.4)],
            rows,
        )

    def _lead(self, text: str) -> Paragraph:
        """Write a paragraph, and keep it on the same page as the next one."""
        line = self.document.add_paragraph(text)
        line.paragraph_format.keep_with_next = True
        return line

    def _paragraphs(self, texts: Iterable[str]) -> None:
        for text in texts:
            self.document.add_paragraph(text)

    def _plan(self, plan: PlanText) -> None:
        before: Paragraph | None = None
        for block in source_text.blocks(plan.text):
            if isinstance(block, Table):
                # Word would make one of two tables without a paragraph between them.
                before = before or self.document.add_paragraph("", styles.SOURCE_TEXT)
                before.paragraph_format.keep_with_next = True
                tables.add_source_table(self.document, block, styles.WIDTH)
                before = None
                continue
            for text in tables.shown_lines(block):
                before = self.document.add_paragraph(text, styles.SOURCE_TEXT)
        line = self.document.add_paragraph(plan.label, styles.NOTE)
        if plan.source:
            line.add_run(". ")
            self._source(line, plan.source, plan.source.name)

    def _source(self, line: Paragraph, source: SourcePlace, name: str | None = None) -> None:
        """Write the document and the page, as a link if the site's address is known."""
        line.add_run(", ".join(filter(None, [name, source.document])))
        page = source.page or (_("läs orden") if self.site_url else None)
        if page is None:
            return
        line.add_run(", ")
        if self.site_url:
            markup.add_link(line, page, f"{self.site_url}{source.url}#{source.anchor}", styles.LINK)
        else:
            line.add_run(page)

    def _entries(self, name: str, entries: Sequence[Entry]) -> None:
        rows = [
            [self._who(entry), tables.stand(entry), tables.asks(entry, self.site_url)]
            for entry in entries
        ]
        tables.add_table(
            self.document, name, tuple(map(said, ENTRY_COLUMNS)), [Cm(4.6), Cm(4.9), Cm(6.5)], rows
        )

    def _who(self, entry: Entry) -> tables.Filled:
        def fill(cell: _Cell) -> None:
            tables.line_of(cell).add_run(entry.source.name).bold = True
            self._source(tables.line_of(cell), entry.source)
            if entry.joint:
                tables.line_of(cell).add_run(entry.joint)
            tables.line_of(cell).add_run(entry.box.status or WORDING["unjudged"])

        return fill


def _area_heading(area: GoalArea) -> str:
    return titled(area)


def column_widths(columns: Sequence[str]) -> list[int]:
    """Return the widths of a name and of numbers, which get what their headings need.

    The name gets what is left, and never less than a third: then headings go over several lines.
    """
    needed = [_width_for(column) for column in columns[1:]]
    given = min(sum(needed), styles.WIDTH * 2 // 3)
    widths = [width * given // sum(needed) for width in needed]
    return [styles.WIDTH - sum(widths), *widths]


def _width_for(heading: str) -> int:
    """Return the width of a column of numbers, with room for the longest word of its heading."""
    return max(_LEAST_WIDTH, _MARGINS + _LETTER_WIDTH * max(map(len, heading.split())))


def _last_day(dataset: Dataset) -> date | None:
    """Return the latest date in the responses and their reviews."""
    days: list[date | None] = []
    for body in dataset.bodies:
        response = body.response
        days += [response.date, response.decision.date if response.decision else None]
        days += [text.judgement.reviewed_on for text in response.comments if text.judgement]
        days += [text.judgement.reviewed_on for text in response.sections if text.judgement]
    return max((day for day in days if day), default=None)


def _without_times(document: Document) -> bytes:
    """Return the file of a document, without the time at which it was saved."""
    saved, rewritten = BytesIO(), BytesIO()
    document.save(saved)
    with ZipFile(saved) as source, ZipFile(rewritten, "w", ZIP_DEFLATED) as target:
        for entry in source.infolist():
            target.writestr(ZipInfo(entry.filename, _ZIP_TIME), source.read(entry), ZIP_DEFLATED)
    return rewritten.getvalue()
