"""The tables of the Word file. A cell is given as a function that fills it."""

from collections.abc import Callable, Iterator, Sequence
from urllib.parse import urljoin

from docx.document import Document
from docx.shared import Length
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from roadmap.exports.word import markup, styles
from roadmap.presenters.compilation import Entry
from roadmap.presenters.compilation_words import WORDING
from roadmap.presenters.judgements import OutcomeView
from roadmap.text import source_text
from roadmap.text.tables import Table as SourceTable

_HEADER_FILL = "E6EAEE"

Filled = Callable[[_Cell], None]


def add_table(
    document: Document,
    name: str,
    columns: Sequence[str],
    widths: Sequence[Length | int],
    rows: Sequence[Sequence[Filled]],
) -> None:
    """Add a table at the end of the file: its columns' headings and widths, and its rows."""
    table = document.add_table(len(rows) + 1, len(columns), "Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Length(width)
    for row, fillers in zip(table.rows, [[*map(bold, columns)], *rows], strict=True):
        for cell, fill, width in zip(row.cells, fillers, widths, strict=True):
            cell.width = Length(width)
            fill(cell)
    _set_head(table)
    markup.name_table(table, name)


def add_source_table(document: Document, source: SourceTable, width: Length) -> None:
    """Add a table of a source text at the end of the file, as wide as the text."""
    columns = max(map(len, source.rows))
    table = document.add_table(len(source.rows), columns, "Table Grid")
    for row, source_row in zip(table.rows, source.rows, strict=True):
        for cell, source_cell in zip(row.cells, source_row, strict=False):
            for block in source_text.cell_blocks(source_cell):
                for line in shown_lines(block):
                    line_of(cell).add_run(line)
    for cell in (cell for row in table.rows for cell in row.cells):
        cell.width = Length(width // columns)
    if source.has_head:
        _set_head(table)
        markup.repeat_head(table)


def shown_lines(block: source_text.Running) -> Iterator[str]:
    """Yield a paragraph, or the items of a list with their dashes."""
    mark = "– " if isinstance(block, source_text.Items) else ""
    yield from (f"{mark}{line}" for line in source_text.lines(block))


def _set_head(table: Table) -> None:
    """Shade the first row, and keep it on the same page as the next one."""
    for cell in table.rows[0].cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = True
        shade = markup.element("w:shd", val="clear", color="auto", fill=_HEADER_FILL)
        cell._tc.get_or_add_tcPr().append(shade)


def stand(entry: Entry) -> Filled:
    """Return a cell with the position, its quote and its reason."""

    def fill(cell: _Cell) -> None:
        box = entry.box
        line = line_of(cell)
        line.add_run(box.word or "–").bold = bool(box.word)
        if box.quote:
            line.add_run(" ")
            _quote(line, box.quote)
        if box.reason:
            line_of(cell).add_run(box.reason)

    return fill


def asks(entry: Entry, site_url: str | None) -> Filled:
    """Return a cell with the requests, the problems and the themes, each with its quote."""

    def fill(cell: _Cell) -> None:
        for ask in entry.box.asks:
            _finding(cell, ask.sentence or ask.kind, ask.quote)
            if ask.outcome:
                _outcome(cell, ask.outcome, site_url)
        for problem in entry.box.problems:
            _finding(cell, problem.sentence, problem.quote)
        if not (entry.box.asks or entry.box.problems):
            line_of(cell).add_run("–")
        if entry.box.themes:
            line_of(cell).add_run(f"{WORDING['themes']}:")
        for theme in entry.box.themes:
            _finding(cell, theme.name, theme.quote)

    return fill


def _finding(cell: _Cell, name: str, quote: str) -> None:
    line = line_of(cell)
    line.add_run(f"{name} ").bold = True
    _quote(line, quote)


def _outcome(cell: _Cell, outcome: OutcomeView, site_url: str | None) -> None:
    """Add the outcome of a request with its source; a link to the site needs `site_url`."""
    line = line_of(cell)
    line.add_run(outcome.opening)
    line.add_run(outcome.word).bold = True
    line.add_run(outcome.told)
    if outcome.quote:
        _quote(line, outcome.quote)
        line.add_run(". ")
    line.add_run(outcome.closing)
    href = outcome.href and urljoin(site_url or "", outcome.href)
    if href and "://" in href:
        markup.add_link(line, outcome.source, href, styles.LINK)
    else:
        line.add_run(outcome.source)
    page = f", {outcome.page}" if outcome.page else ""
    line.add_run(f"{page}. {outcome.status}")


def _quote(line: Paragraph, quote: str) -> None:
    markup.set_style(line.add_run(f"”{quote}”"), styles.QUOTE)


def said(text: str) -> Filled:
    """Return a cell with a text."""

    def fill(cell: _Cell) -> None:
        line_of(cell).add_run(text)

    return fill


def bold(text: str) -> Filled:
    """Return a cell with a text in bold."""

    def fill(cell: _Cell) -> None:
        line_of(cell).add_run(text).bold = True

    return fill


def line_of(cell: _Cell) -> Paragraph:
    """Return a new line of a cell: first the empty one that every cell begins with."""
    lines = cell._tc.p_lst
    line = Paragraph(lines[0], cell) if len(lines) == 1 and not len(lines[0]) else None
    if line is None:
        line = cell.add_paragraph()
    markup.set_style(line, styles.CELL)
    return line
