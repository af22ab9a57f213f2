"""Turn the lines of a document into the records of a response.

The plan's own numbers and titles show where a strategy begins, the plan's own texts are recognised
if the document repeats them, and the rest is kept as unplaced.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from roadmap.importing import headings, titles
from roadmap.importing.layout import flowing, paragraphs, width
from roadmap.importing.lines import Line
from roadmap.model import GoalArea, SectionId, Strategy
from roadmap.text import source_text

_OWN_WORDS = "Står före rubriken till svaret och är inte planens text om strategin."
_ON_AREA = "Står under målområdets rubrik och gäller ingen av dess strategier."
_BEFORE = "Står före den första rubrik som känns igen."
_DEVIATES = "Rubriken avviker från strategins titel i planen."
_EMPTY = "Rubrik utan text under."
_MANY = 3  # a heading repeated this often belongs to the strategies


@dataclass
class Block:
    """A run of lines under one heading. `kind` is section, area, comment, own, or unplaced."""

    kind: str
    lines: list[Line] = field(default_factory=list)
    section: SectionId | None = None
    area: str | None = None
    strategies: tuple[str, ...] = ()
    heading: str | None = None
    reason: str = ""
    first_page: int | None = None

    @property
    def text(self) -> str:
        """The words under the heading, in the form of the data."""
        return paragraphs(self.lines)


def blocks(areas: Sequence[GoalArea], lines: Sequence[Line]) -> list[Block]:
    """Return the document in blocks, in its order.

    They have all words of the lines except the plan's own: titles and texts of strategies,
    milestones and lead-in sentences.
    """
    return list(_Walk(areas, flowing(lines)).blocks())


class _Walk:
    """One pass through the lines, which keeps track of the present area and strategy."""

    def __init__(self, areas: Sequence[GoalArea], lines: Sequence[Line]) -> None:
        self.areas = areas
        self.lines = lines
        self.strategies = {item.shown_number: item for area in areas for item in area.strategies}
        self.numbers = list(self.strategies)
        self.full = width(lines)
        self.area: GoalArea | None = None
        self.strategy: Strategy | None = None
        self.block = Block("unplaced", reason=_BEFORE)
        self.fresh = 0  # the line after the last recognised text: something new begins there
        self.deviating: list[Block] = []  # headings that differ from the plan's title
        self.repeated = {
            shape
            for shape, count in Counter(
                titles.folded(line.text)
                for number, line in enumerate(lines)
                if self._may_be_heading(number) and headings.is_answer_heading(line.text)
            ).items()
            if count >= _MANY
        }

    def blocks(self) -> Iterator[Block]:
        index = 0
        while index < len(self.lines):
            lines_taken, new_block = self._heading(index)
            if new_block:
                yield from self._finished()
                self.block = new_block
            if not lines_taken:
                lines_taken = self._plan_text(index)
            if lines_taken:
                self.fresh = index + lines_taken
            else:
                self.block.lines.append(self.lines[index])
                lines_taken = 1
            index += lines_taken
        yield from self._finished()
        yield from self.deviating

    def _finished(self) -> Iterator[Block]:
        """Yield the finished block; a heading without text under it is kept as unplaced."""
        block = self.block
        if block.lines or block.kind == "area":
            yield block
        elif block.heading:
            line = Line(block.heading, block.first_page, True)
            yield Block("unplaced", [line], reason=_EMPTY)

    def _heading(self, index: int) -> tuple[int, Block | None]:
        """Return the number of lines of the heading at this index, and the block that it begins."""
        line = self.lines[index]
        if not line.bullet and self._may_begin(index):
            for area in self.areas:
                if titles.is_area_heading(line, area.title):
                    self.area, self.strategy = area, None
                    return 1, self._started("area", line, area=area.id, heading=line.text)
            if heading := self._strategy(index):
                return heading
        if self._may_be_heading(index):
            return self._answer_or_section(index)
        return 0, None

    def _strategy(self, index: int) -> tuple[int, Block | None] | None:
        """Return the heading of a strategy, found by its title or else by its number."""
        line = self.lines[index]
        numbered = titles.number_before(line)
        skip = numbered[1] if numbered else ""
        spans = [
            (titles.span(self.lines, index, strategy.title, skip), strategy)
            for strategy in self.strategies.values()
            if numbered or line.starts
        ]
        best = max(spans, key=lambda pair: pair[0].score, default=None)
        if best and best[0].lines:
            span, strategy = best
            block = self._under([strategy], line)
            if not span.faithful:
                deviating = Block(
                    "unplaced", list(self.lines[index : index + span.lines]), reason=_DEVIATES
                )
                deviating.first_page = line.page
                self.deviating.append(deviating)
            return span.lines, block
        if titles.only_numbers(line.text) and line.starts:
            numbers = titles.numbers_in(line.text, self.numbers)
            if numbers:
                return 1, self._under([self.strategies[number] for number in numbers], line)
        if numbered and numbered[0] in self.strategies and line.starts:
            block = self._under([self.strategies[numbered[0]]], line)
            block.lines.append(Line(line.text[len(skip) :], line.page, True))
            return 1, block
        return None

    def _under(self, strategies: Sequence[Strategy], line: Line) -> Block:
        self.strategy = strategies[-1]
        self.area = next(area for area in self.areas if self.strategy in area.strategies)
        ids = tuple(strategy.id for strategy in strategies)
        return self._started("own", line, strategies=ids)

    def _answer_or_section(self, index: int) -> tuple[int, Block | None]:
        line = self.lines[index]
        numbers = titles.numbers_in(line.text, self.numbers)
        answers = headings.is_answer_heading(line.text)
        repeated = titles.folded(line.text) in self.repeated
        if answers and (numbers or (self.strategy and (repeated or not self._closes(line)))):
            if numbers:
                self.strategy = self.strategies[numbers[-1]]
                ids = tuple(self.strategies[number].id for number in numbers)
            elif self.block.kind in ("own", "comment"):
                ids = self.block.strategies
            else:
                assert self.strategy
                ids = (self.strategy.id,)
            if self.block.kind == "own" and self.block.lines:
                self.block.kind, self.block.reason = "unplaced", _OWN_WORDS
            return 1, self._started("comment", line, strategies=ids, heading=line.text)
        section = headings.section_of(line.text)
        if section and not (repeated and self.strategy):
            self.area = self.strategy = None
            return 1, self._started("section", line, section=section, heading=line.text)
        return 0, None

    def _closes(self, line: Line) -> bool:
        """Whether a heading ends the strategies; such a heading occurs only once in a document."""
        return headings.section_of(line.text) == "forslag"

    def _started(
        self,
        kind: str,
        line: Line,
        *,
        section: SectionId | None = None,
        area: str | None = None,
        strategies: tuple[str, ...] = (),
        heading: str | None = None,
    ) -> Block:
        reason = _ON_AREA if kind == "area" else ""
        block = Block(kind, [], section, area, strategies, heading, reason)
        block.first_page = line.page
        return block

    def _plan_text(self, index: int) -> int:
        """Return how many lines from this index repeat the plan's own text; 0 if none."""
        if not self._may_begin(index):
            return 0
        plan_texts: list[str] = []
        if self.strategy and self.block.kind == "own":
            plan_texts = _pieces(self.strategy.text)
        elif self.area and self.block.kind == "area":
            leads = (self.area.lead_milestones, self.area.lead_strategies)
            plan_texts = [text for text in leads if text]
            plan_texts.extend(milestone.text for milestone in self.area.milestones)
        for text in plan_texts:
            line = self.lines[index]
            skip = line.text[: len(line.text) - len(line.item)]
            if lines_taken := titles.span(self.lines, index, text, skip).lines:
                return lines_taken
        return 0

    def _may_begin(self, index: int) -> bool:
        """Whether something new can begin at a line: with a paragraph, or after a sentence."""
        line = self.lines[index]
        before = self.lines[index - 1] if index else None
        if line.starts or before is None or before.ends or index == self.fresh:
            return True
        return len(before.text) < 0.75 * self.full and line.text[:1].isupper()

    def _may_be_heading(self, index: int) -> bool:
        line = self.lines[index]
        if line.bullet or not self._may_begin(index):
            return False
        return line.starts or len(line.text) < 0.75 * self.full


def _pieces(text: str) -> list[str]:
    """Return a text of the plan as a whole, then its paragraphs and items."""
    pieces = [source_text.plain(text)]
    for block in source_text.blocks(text):
        pieces.extend([block.text] if isinstance(block, source_text.Paragraph) else block.items)
    return pieces
