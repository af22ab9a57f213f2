"""Read a PDF: the text layer of each page or, without one, its picture by OCR."""

import contextlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice, pairwise

import pypdfium2
from pypdfium2 import raw as pdfium

from roadmap.importing import pdf_forms
from roadmap.importing.columns import Reader
from roadmap.importing.fragments import Fragment, Row, merged, rows_of
from roadmap.importing.grids import Box, grids
from roadmap.importing.lines import Line, Manuscript, Progress, UnreadableError, check_pages, clean
from roadmap.importing.naming import UNUSED_TITLE, is_shown
from roadmap.importing.ocr import Reading, compared_picture, read_picture
from roadmap.importing.pdf_tables import Edges, Tables, with_tables
from roadmap.importing.text_layer import TextLayer, text_layer
from roadmap.model import ImportLimits

# A page with fewer letters than this has no usable text layer.
_FEW_LETTERS = 8
# One with fewer than this may be a scan with a line of text stamped on it.
_STAMPED_LETTERS = 400
_TOLD_MORE = 1.5  # times as many letters on the picture as in the text: the text is a stamp
_UNKNOWN = 0.3  # the share of letters that no font names: the text is none
_LETTERS_OF_NO_FONT = re.compile(r"[\ue000-\uf8ff\ufffd\u0000-\u001f]")
_SCAN = 0.5  # of the page: a picture this large is the page
_PICTURE = 0.2  # of the page: one this large may have words
_MANY_OBJECTS = 20_000
_RULE = 50.0  # points: the length of a line that may be drawn between the rows of a table
# The distance to the line above, relative to the usual one, that begins a paragraph, and the
# relative difference in size that shows another kind of text.
_GAP = 1.3
_OTHER_SIZE = 0.15
_ALIKE = 0.4  # the share of words that a scan and its hidden text have in common

_TOP = 12  # the lines that a title is one of
_INVISIBLE = "Osynlig, vit eller pytteliten text i PDF:en."
_LYING = "Dold text under den skannade sidan. Den stämmer inte med bilden."
_STAMPED = "Text ovanpå den skannade sidan."
_TOLD_INVISIBLE = "osynlig text är inte inläst som text."
_TOLD_LYING = "den dolda texten stämmer inte med den skannade bilden. Bilden är läst i stället."
_TOLD_SCANNED = "sidan är skannad, och texten är den som skannern har läst. Jämför med bilden."
_TOLD_UNKNOWN = "bokstäverna går inte att ta ut ur filen. Sidan är läst som en bild i stället."
_TOLD_PICTURE = "en bild är inte inläst. Har den text: skriv av den."
_TOLD_TABLE = "en ritad tabell är inläst cell för cell. Skriv |---| under dess rubriker."
_TOLD_TILTED = "text som ligger på sidan, upp och ner eller på snedden står sist på sidan."


def read(raw: bytes, name: str, limits: ImportLimits, progress: Progress) -> Manuscript:
    """Read the bytes of a .pdf. Raises UnreadableError if OCR fails, PdfiumError for the rest."""
    with contextlib.closing(pypdfium2.PdfDocument(raw)) as document:
        document.init_forms()
        count = len(document)
        check_pages(count, limits)
        told: dict[str, list[int]] = {}
        tables = Tables()
        lines: list[Line] = []
        aside: list[tuple[str, str]] = []
        for number in range(1, count + 1):
            with contextlib.closing(document[number - 1]) as page:
                content = _content(page, number)
            lines = tables.joined(lines, _lines(content, number), content.edges)
            aside.extend((text, f"{why} Sidan {number}.") for text, why in content.aside)
            for sentence in content.told:
                told.setdefault(sentence, []).append(number)
            progress(number, count, content.is_scanned)
        aside.extend(tables.aside)
        sentences = (f"{_pages(pages)}: {sentence}" for sentence, pages in told.items())
        title = _title(document)
        shown = is_shown(title, (line.text for line in lines[:_TOP]))
        unused = () if shown or not title else (f"{UNUSED_TITLE}: ”{title}”.",)
        return Manuscript(
            title if shown else name,
            tuple(lines),
            count,
            aside=tuple(aside),
            told=(*unused, *pdf_forms.told_of(document), *sentences),
        )


def _title(document: pypdfium2.PdfDocument) -> str:
    try:
        return clean(document.get_metadata_value("Title"))
    except UnicodeDecodeError:
        return ""


def _pages(numbers: Sequence[int]) -> str:
    """Return page numbers in words: "Sidan 3", "Sidorna 1–3 och 7"."""
    runs: list[list[int]] = []
    for number in dict.fromkeys(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    words = " och ".join([part for part in (", ".join(parts[:-1]), parts[-1]) if part])
    return f"Sidan {words}" if words.isdigit() else f"Sidorna {words}"


@dataclass
class _Content:
    """What a page has: its lines, texts outside them with why, and what to tell of it."""

    rows: list[Fragment] = field(default_factory=list)
    aside: list[tuple[str, str]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    is_scanned: bool = False
    edges: list[Edges] = field(default_factory=list)  # of the columns of each table


def _content(page: pypdfium2.PdfPage, number: int) -> _Content:
    with contextlib.closing(page.get_textpage()) as textpage:
        layer = text_layer(textpage)
    content = _Content()
    overlay = pdf_forms.overlay(page, layer.turn)
    content.aside.extend(overlay.aside)
    content.told.extend(dict.fromkeys(overlay.told))
    pictures = _pictures(page)
    reading = _reading(page, number, layer, pictures, content)
    reader = Reader(partial(_rules, page))
    if reading is None:
        upright = [*layer.upright, *overlay.fragments]
        drawn = [] if layer.turn else grids(_boxes(page), page.get_size())
        content.edges.extend(with_tables(reader, upright, drawn, content.rows))
        if content.edges:
            content.told.append(_TOLD_TABLE)
        for turn, items in layer.others:
            content.told.append(_TOLD_TILTED)
            rows = [[item] for item in items] if turn is None else rows_of(items)
            content.rows.extend(_apart(rows))
        if pictures >= _PICTURE and _TOLD_SCANNED not in content.told:
            content.told.append(_TOLD_PICTURE)
    else:
        content.is_scanned = True
        content.told.extend(reading.told)
        words = _on_page(page, reading.rows)
        if overlay.fragments:
            words = rows_of([*chain.from_iterable(words), *overlay.fragments])
        content.rows.extend(reader.lines(words))
    content.rows = [row for row in content.rows if row.text]
    content.told.extend(reader.told)
    return content


def _reading(
    page: pypdfium2.PdfPage, number: int, layer: TextLayer, pictures: float, content: _Content
) -> Reading | None:
    """Return what stands on the picture of a page; None if its text layer is what to read.

    What is left of the text layer goes aside.
    """
    shown = [*chain.from_iterable(layer.shown.values())]
    if layer.letters < _FEW_LETTERS and not (layer.invisible and pictures >= _SCAN):
        content.aside.extend(_aside(layer.invisible, _INVISIBLE))
        return read_picture(page, number)
    if _is_unknown(shown):
        content.told.append(_TOLD_UNKNOWN)
        return read_picture(page, number)
    if layer.invisible and pictures >= _SCAN:
        reading = compared_picture(page, number, partial(_agrees, layer.invisible))
        if reading is None:
            content.told.append(_TOLD_SCANNED)
            layer.show()
            return None
        content.told.append(_TOLD_LYING)
        content.aside.extend(_aside(layer.invisible, _LYING))
        content.aside.extend(_aside(shown, _STAMPED))
        return reading
    if layer.invisible:
        content.told.append(_TOLD_INVISIBLE)
        content.aside.extend(_aside(layer.invisible, _INVISIBLE))
    if pictures >= _SCAN and layer.letters < _STAMPED_LETTERS:
        with contextlib.suppress(UnreadableError):  # then the picture is told of
            reading = read_picture(page, number)
            if reading.letters > _TOLD_MORE * layer.letters:
                content.aside.extend(_aside(shown, _STAMPED))
                return reading
    return None


def _aside(fragments: Sequence[Fragment], why: str) -> Iterator[tuple[str, str]]:
    if text := " ".join(merged(row).text for row in rows_of(fragments)).strip():
        yield text, why


def _is_unknown(fragments: Iterable[Fragment]) -> bool:
    text = "".join(fragment.text for fragment in fragments)
    return len(_LETTERS_OF_NO_FONT.findall(text)) > _UNKNOWN * len(text)


def _agrees(fragments: Sequence[Fragment], reading: Reading) -> bool:
    """Whether the hidden text of a scan has the words of its picture."""
    ours = _long_words(merged(row).text for row in rows_of(fragments))
    theirs = _long_words(word.text for row in reading.rows for word in row)
    return len(ours & theirs) >= _ALIKE * max(min(len(ours), len(theirs)), 1)


def _long_words(texts: Iterable[str]) -> set[str]:
    return {word.casefold() for text in texts for word in re.findall(r"[^\W\d_]{4,}", text)}


def _pictures(page: pypdfium2.PdfPage) -> float:
    """Return the share of the page that its largest picture covers."""
    width, height = page.get_size()
    kinds = [pdfium.FPDF_PAGEOBJ_IMAGE]
    largest = 0.0
    for item in islice(page.get_objects(kinds, max_depth=3), _MANY_OBJECTS):
        left, bottom, right, top = item.get_bounds()
        largest = max(largest, abs((right - left) * (top - bottom)))
    return largest / (width * height) if width and height else 0.0


def _rules(page: pypdfium2.PdfPage) -> list[float]:
    """Return the heights of the lines that are drawn across a page, and of the edges of boxes."""
    wide = ((bottom, top) for left, bottom, right, top in _boxes(page) if right - left >= _RULE)
    return list({height for heights in wide for height in heights})


def _boxes(page: pypdfium2.PdfPage) -> Iterator[Box]:
    """Yield the places of the lines and boxes that are drawn on a page."""
    kinds = [pdfium.FPDF_PAGEOBJ_PATH]
    for item in islice(page.get_objects(kinds, max_depth=3), _MANY_OBJECTS):
        yield item.get_bounds()


def _on_page(page: pypdfium2.PdfPage, rows: Sequence[Row]) -> list[Row]:
    """Return rows that were read from the page's upper left corner where they stand on it."""
    left, bottom, _, _ = page.get_bbox()
    height = page.get_height()
    return [
        [
            Fragment(
                word.text,
                word.left + left,
                word.right + left,
                word.bottom + height + bottom,
                word.top + height + bottom,
            )
            for word in row
        ]
        for row in rows
    ]


def _apart(rows: Sequence[Row]) -> Iterator[Fragment]:
    for row in rows:
        line = merged(row)
        line.starts = True
        yield line


def _lines(content: _Content, number: int) -> Iterator[Line]:
    """Yield the lines of a page; a paragraph begins after a distance greater than usual."""
    rows = content.rows
    steps = sorted(above.bottom - below.bottom for above, below in pairwise(rows))
    downward = [step for step in steps if step > 0]
    # A low value, since a page of short paragraphs may have more gaps than usual distances.
    step = downward[len(downward) // 4] if downward else 0.0
    # What is read from a picture has no certain size.
    sizes = [] if content.is_scanned else sorted(row.size for row in rows)
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    before: Fragment | None = None
    for row in rows:
        if before is None:
            starts = number == 1  # else the page break may be inside a paragraph
        else:
            # The lines of a heading in large letters are further apart.
            larger = min(before.size, row.size) / usual if usual else 1
            gap = _GAP * step * (larger if larger > 1 + _OTHER_SIZE else 1)
            near = -1 < before.bottom - row.bottom < gap
            starts = not near or abs(before.size - row.size) > _OTHER_SIZE * row.size
        body = row.typed or row.cell is not None
        yield Line(row.text, number, starts or row.starts, body=body, cell=row.cell)
        before = row
