r"""Tables in a source text: rows of cells between upright strokes.

A paragraph that begins with "|" is a table. A line that begins with "|" is a row, and any other
line continues the row above; every row ends with "|". A second row of dashes, `|---|---|`, says
that the first row is a head. In a cell `<br>` ends a line, and `\|`, `\\`, `\<` and `\-` are the
signs themselves. A paragraph that only looks like a table begins with `\|`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# A cell is its lines, each with single spaces; an empty cell has none.
Cell = tuple[str, ...]
Row = tuple[Cell, ...]

_BREAK = re.compile(r"<br ?/?>")
_SIGN = re.compile(r"\\([\\|<-])|<br ?/?>")
_TO_ESCAPE = re.compile(r"[\\|]|<(?=br)")
_STROKE = re.compile(r"\\.|\|", re.DOTALL)
_DASHES = re.compile(r"\s*:?-{3,}:?\s*")
_LOOKS_ALIKE = re.compile(r"\\*\|")


@dataclass(frozen=True)
class Table:
    """Rows of cells. The first is a head if `has_head`."""

    rows: tuple[Row, ...]
    has_head: bool = False


@dataclass(frozen=True)
class WrittenRow:
    """A row as it is written: its first line, from 0, and its cells as they stand.

    `is_closed` if it ends with a stroke.
    """

    line: int
    cells: tuple[str, ...]
    is_closed: bool

    @property
    def is_dashes(self) -> bool:
        """Whether the row is of the kind that stands under a head."""
        return all(_DASHES.fullmatch(cell) for cell in self.cells)


def is_table(chunk: str) -> bool:
    """Whether a paragraph, as it is written, is a table."""
    return chunk.lstrip().startswith("|")


def parse(chunk: str) -> Table:
    """Return the table that a paragraph is."""
    rows = written_rows(chunk)
    has_head = len(rows) > 1 and rows[1].is_dashes
    kept = [rows[0], *rows[2:]] if has_head else rows
    return Table(tuple(tuple(map(_read, row.cells)) for row in kept), has_head)


def written_rows(chunk: str) -> list[WrittenRow]:
    """Return the rows of a table as they are written."""
    rows: list[list[str]] = []
    firsts: list[int] = []
    for number, line in enumerate(chunk.split("\n")):
        if line.lstrip().startswith("|"):
            rows.append([])
            firsts.append(number)
        if rows:
            rows[-1].append(line)
    return [_written(first, " ".join(row)) for first, row in zip(firsts, rows, strict=True)]


def lines(table: Table) -> Iterator[str]:
    """Yield the rows of a table as they are written, each on one line."""
    for number, row in enumerate(table.rows):
        cells = ["<br>".join(map(_escaped, cell)) for cell in row]
        if number == 1 and not table.has_head and all(map(_DASHES.fullmatch, cells)):
            cells = [cell.replace("-", "\\-", 1) for cell in cells]
        yield "|" + "".join(f" {cell} |" if cell else " |" for cell in cells)
        if number == 0 and table.has_head:
            yield "|" + "---|" * len(row)


def cell_of(paragraphs: Iterable[str]) -> Cell:
    """Return the cell with these lines, without empty ones."""
    return tuple(line for line in (" ".join(text.split()) for text in paragraphs) if line)


def in_words(line: str) -> str:
    """Return a paragraph, or a row on one line, without what says that it is or is no table.

    Points stand between the cells of a row. Of the dashes under a head nothing is left.
    """
    if not is_table(line):
        return from_paragraph(line)
    row = _written(0, line.strip())
    return "" if row.is_dashes else " · ".join(" ".join(_read(cell)) for cell in row.cells).strip()


def without_signs(text: str) -> str:
    """Return a text as it is written with a space for each sign of a table: its words stay put."""
    chunks = re.split(r"(\n[ \t]*\n)", text)
    return "".join(_blanked(chunk) if is_table(chunk) else chunk for chunk in chunks)


def as_paragraph(text: str) -> str:
    """Return a paragraph as it is written, so that it is not taken for a table."""
    return f"\\{text}" if _LOOKS_ALIKE.match(text) else text


def as_paragraphs(text: str) -> str:
    """Return paragraphs with blank lines between them as they are written."""
    return "\n\n".join(map(as_paragraph, text.split("\n\n")))


def from_paragraph(text: str) -> str:
    """Return the paragraph that is written so."""
    return text[1:] if text.startswith("\\") and _LOOKS_ALIKE.match(text) else text


def _written(line: int, row: str) -> WrittenRow:
    strokes = [match.start() for match in _STROKE.finditer(row) if match[0] == "|"]
    ends = [*strokes[1:], len(row)]
    cells = [row[start + 1 : end] for start, end in zip(strokes, ends, strict=True)]
    is_closed = len(cells) > 1 and not cells[-1].strip()
    return WrittenRow(line, tuple(cells[:-1] if is_closed else cells), is_closed)


def _read(cell: str) -> Cell:
    return cell_of(_SIGN.sub(lambda match: match[1] or "\n", cell).split("\n"))


def _escaped(line: str) -> str:
    return _TO_ESCAPE.sub(r"\\\g<0>", line)


def _blanked(chunk: str) -> str:
    dashes = [row.line for row in written_rows(chunk)[1:2] if row.is_dashes]
    return "\n".join(
        " " * len(line) if number in dashes else _BREAK.sub(_spaces, _STROKE.sub(_kept, line))
        for number, line in enumerate(chunk.split("\n"))
    )


def _kept(match: re.Match[str]) -> str:
    return " " if match[0] == "|" else match[0] if match[0][1].isspace() else "··"


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match[0])
