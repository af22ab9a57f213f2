"""The order in which the lines of a page are read: column by column, and tables cell by cell."""

from collections import Counter
from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from roadmap.importing.fragments import Fragment, Row, cells, merged

COLUMNS = "texten står i spalter, som är inlästa en i taget. Jämför med dokumentet."
TABLE = "texten står i en tabell, som är inläst rad för rad. Jämför med dokumentet."
MIXED = "text står bredvid annan text och kan ha blandats. Jämför med dokumentet."

_MANY_ROWS = 2000  # a page with more rows is no page that somebody has laid out
_EDGES = 5  # the most common left edges of text, which are tried
_ALIGNED = 3.0  # points between the left edges of lines in one column
_FEW = 3  # lines that make a column
_COLUMN = 10  # letters of an ordinary line of a column
_FULL = 0.7  # of the width of a column: a line of running text reaches so far
_LARGE = 1.15  # of the usual size of letters: those of a heading
_GAP = 1.3  # of the usual distance between lines: a wider one separates
_EMPTY = 1.8  # of that distance: so much of a column is left empty beside a longer cell

Rules = Callable[[], Sequence[float]]


@dataclass
class _Region:
    """Rows of a page, from `first` up to `last`, with text on both sides of an edge.

    From there up to `until` one side has text, and none crosses the edge.
    """

    first: int
    last: int
    until: int
    edge: float


@dataclass
class Reader:
    """Reads one page. `told` has what an editor should know of it.

    `rules` gives the heights of the lines that are drawn across the page.
    """

    rules: Rules = tuple
    told: dict[str, None] = field(default_factory=dict)

    def lines(self, rows: Sequence[Row]) -> Iterator[Fragment]:
        """Yield the lines of the page in the order in which they are read."""
        if len(rows) <= _MANY_ROWS:
            split = [[list(cell) for cell in cells(row)] for row in rows]
            yield from self._ordered([[merged(cell) for cell in row] for row in split])
        else:
            yield from map(merged, rows)

    def _ordered(self, rows: list[Row]) -> Iterator[Fragment]:
        while region := _region(rows):
            yield from map(merged, rows[: region.first])
            below = rows[region.last : region.until]
            in_left = yield from self._beside(rows[region.first : region.last], region.edge, below)
            rows = rows[region.until if in_left else region.last :]
        yield from map(merged, rows)

    def _beside(
        self, rows: list[Row], edge: float, below: list[Row]
    ) -> Generator[Fragment, None, bool]:
        """Yield the lines of rows with text on both sides of an edge.

        Return whether the rows that follow were in the left column as well, and are read with it.
        """
        left, right = _sides(rows, edge)
        rules = sorted(self.rules())
        restarts = _restarts(rows, edge)
        is_ruled = any(_is_between(above, below, rules) for above, below in pairwise(rows))
        bands = list(_bands(rows, rules, restarts))
        tails = sum(not all(_sides(band[-1:], edge)) for band in bands)
        are_cells = tails * 2 >= len(bands) > 1 and not _run_on(bands, edge)
        is_table = bool(restarts) or is_ruled or are_cells
        if not is_table and _is_prose(left) and _is_prose(right):
            self.told[COLUMNS] = None
            *above, rows = _parts(rows, bands, edge)
            if above:
                for part in above:
                    yield from self._ordered(part)
                return (yield from self._beside(rows, edge, below))
            in_left = _goes_on(left, below, edge)
            yield from self._ordered([*left, *below] if in_left else left)
            yield from self._ordered(right)
            return in_left
        if len(bands) > 1 and any(len(band) > 1 for band in bands):
            self.told[TABLE] = None
            for band in bands:
                for side in _sides(band, edge):
                    for number, line in enumerate(self._ordered(side)):
                        line.starts |= number == 0
                        yield line
        else:
            if any(len(band) > 1 for band in bands):
                self.told[MIXED] = None
            yield from map(merged, rows)
        return False


def _region(rows: Sequence[Row]) -> _Region | None:
    """Return the first rows that have text on both sides of one edge, if any have."""
    lefts = Counter(round(cell.left / _ALIGNED) for row in rows for cell in row)
    margin = min(lefts, default=0)
    edges = [edge for edge, count in lefts.most_common() if count >= _FEW and edge > margin + 10]
    found = [region for edge in edges[:_EDGES] for region in _regions(rows, (edge - 1) * _ALIGNED)]
    return min(found, key=lambda region: (region.first, -region.last), default=None)


def _regions(rows: Sequence[Row], edge: float) -> Iterator[_Region]:
    """Yield the runs of rows in which no text crosses an edge, and both sides have enough."""
    first = 0
    for index in range(len(rows) + 1):
        crosses = index < len(rows) and any(
            cell.left < edge and cell.right > edge for cell in rows[index]
        )
        if index < len(rows) and not crosses:
            continue
        if region := _trimmed(rows, first, index, edge):
            yield region
        first = index + 1


def _trimmed(rows: Sequence[Row], first: int, last: int, edge: float) -> _Region | None:
    """Return the rows from where both sides have text until one of them ends with a gap."""
    step = _step([row[0] for row in rows[first:last]])
    on_left = [index for index in range(first, last) if rows[index][0].left < edge]
    on_right = [index for index in range(first, last) if rows[index][-1].left >= edge]
    if len(on_left) < _FEW or len(on_right) < _FEW:
        return None
    first = max(on_left[0], on_right[0])
    # What is above on one side belongs there if it is as near as a line of the same text.
    while first > min(on_left[0], on_right[0]) and _near(rows[first - 1], rows[first], step):
        first -= 1
    end = min(on_left[-1], on_right[-1])
    while end < last - 1 and _near(rows[end], rows[end + 1], step):
        end += 1
    left, right = _sides(rows[first : end + 1], edge)
    if min(_usual_length(left), _usual_length(right)) < _COLUMN:
        return None
    if len(left) < _FEW or len(right) < _FEW:
        return None
    return _Region(first, end + 1, last, edge)


def _sides(rows: Sequence[Row], edge: float) -> tuple[list[Row], list[Row]]:
    """Return the rows left of an edge and those right of it."""
    left = [[cell for cell in row if cell.left < edge] for row in rows]
    right = [[cell for cell in row if cell.left >= edge] for row in rows]
    return [row for row in left if row], [row for row in right if row]


def _usual_length(rows: Sequence[Row]) -> int:
    lengths = sorted(len(cell.text) for row in rows for cell in row)
    return lengths[len(lengths) // 2] if lengths else 0


def _is_prose(rows: Sequence[Row]) -> bool:
    """Whether the lines of a column run on: most of them fill its width."""
    return _fill(rows, rows)


def _fill(rows: Sequence[Row], column: Sequence[Row]) -> bool:
    """Whether most of some rows fill the width of a column."""
    left, right = min(row[0].left for row in column), max(row[-1].right for row in column)
    full = sum(row[-1].right - left >= _FULL * (right - left) for row in rows)
    return full * 2 > len(rows)


def _parts(rows: list[Row], bands: Sequence[list[Row]], edge: float) -> list[list[Row]]:
    """Return rows in columns in parts, if headings over both columns stand between them.

    Such a heading has larger letters, a gap above and below it, and nothing beside it.
    """
    sizes = sorted(cell.size for row in rows for cell in row)
    usual = sizes[len(sizes) // 2]
    parts: list[list[Row]] = [[]]
    for band in bands:
        if all(row[-1].left < edge and row[0].size > _LARGE * usual for row in band):
            parts += [[*band], []]
        else:
            parts[-1].extend(band)
    columns = parts[::2]
    whole = all(len(side) >= _FEW for part in columns for side in _sides(part, edge))
    return parts if whole else [rows]


def _goes_on(column: Sequence[Row], below: Sequence[Row], edge: float) -> bool:
    """Whether a left column goes on below the end of the right one."""
    return _fill(below, column) and all(row[-1].left < edge for row in below)


def _step(column: Sequence[Fragment]) -> float:
    """Return the usual distance between lines."""
    steps = sorted(above.bottom - below.bottom for above, below in pairwise(column))
    downward = [step for step in steps if step > 0]
    # A low value, since a page of short paragraphs may have more gaps than usual distances.
    return downward[len(downward) // 4] if downward else 0.0


def _near(above: Row, below: Row, step: float) -> bool:
    return above[0].bottom - below[0].bottom < _GAP * step


def _restarts(rows: Sequence[Row], edge: float) -> set[int]:
    """Return the rows where a cell of a table begins beside another that begins: none in columns.

    One side is empty for a while and then begins again, and there the other begins anew.
    """
    found: set[int] = set()
    for here, there in ((0, 1), (1, 0)):
        sides = [_sides([row], edge) for row in rows]
        ours = [index for index, side in enumerate(sides) if side[here]]
        step = _step([sides[index][here][0][0] for index in ours])
        for above, below in pairwise(ours):
            first = sides[below][here][0][0]
            if sides[above][here][0][0].bottom - first.bottom < _EMPTY * step:
                continue
            before = [side[there][0][-1].text for side in sides[above:below] if side[there]]
            beside = sides[below][there]
            if not beside or not before or not _begins(before[-1], beside[0][0].text):
                return set()
            found.add(below)
    return found


def _begins(before: str, text: str) -> bool:
    """Whether a text begins anew after another, rather than continuing it."""
    return before.endswith((".", "!", "?", ":")) and not text[:1].islower()


def _bands(
    rows: Sequence[Row], rules: Sequence[float], restarts: Collection[int]
) -> Iterator[list[Row]]:
    """Yield the rows in groups: a gap or a drawn line is between them, or a cell begins."""
    step = _step([row[0] for row in rows])
    band: list[Row] = []
    for index, row in enumerate(rows):
        is_apart = band and (
            index in restarts or not _near(band[-1], row, step) or _is_between(band[-1], row, rules)
        )
        if is_apart:
            yield band
            band = []
        band.append(row)
    yield band


def _run_on(bands: Sequence[Sequence[Row]], edge: float) -> bool:
    """Whether a sentence goes on from one group of rows to the next: no cell ends within one."""
    for side in zip(*(_sides(band, edge) for band in bands), strict=True):
        texts = [(rows[0][0].text, rows[-1][-1].text) for rows in side if rows]
        for (_, before), (text, _) in pairwise(texts):
            if text[:1].islower() and before[-1:] not in ".!?:":
                return True
    return False


def _is_between(above: Row, below: Row, rules: Sequence[float]) -> bool:
    upper, lower = above[0].bottom + above[0].size / 2, below[0].bottom + below[0].size / 2
    return any(lower < rule < upper for rule in rules)
