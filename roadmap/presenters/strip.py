"""An answer as one picture: its pages in small, each sentence a bar as long as it is."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from roadmap.model import Judgement
from roadmap.model.dataset import Body, Dataset
from roadmap.model.fields import Pages
from roadmap.presenters import transcript, urls
from roadmap.presenters.messages import _, ngettext
from roadmap.text.told_sentences import Told, told_sentences

# Whose words they are and, of the body's own, what they say; in the order that the key has.
StripKind = Literal["plan", "own", "yes", "no", "ask", "problem"]
KINDS: tuple[StripKind, ...] = ("plan", "own", "yes", "no", "ask", "problem")
MARKED: tuple[StripKind, ...] = ("yes", "no", "ask", "problem")
SIGNS = 64  # to a line
# A document that has no page numbers is cut into parts of so many lines.
_LINES_OF_PART = 46


class Segment(NamedTuple):
    """A piece of a sentence on one line, in signs from its beginning."""

    kind: StripKind
    line: int
    start: int
    length: int


@dataclass
class StripPage:
    """A page of the document, or a part of one without page numbers: 0 if it is the only one.

    `anchor` is where it begins. `marks` are the lines where something begins that the body says.
    """

    number: int
    anchor: str
    paged: bool
    lines: int = 0
    segments: list[Segment] = field(default_factory=list)
    marks: list[tuple[StripKind, int]] = field(default_factory=list)

    @property
    def label(self) -> str:
        """What the page is called: "Sida 4"."""
        if self.number == 0:
            return _("Svaret")
        if self.paged:
            return _("Sida %(number)s", number=self.number)
        return _("Del %(number)s", number=self.number)

    @property
    def told(self) -> str:
        """What is told on the page: "3 önskemål, 1 ja"; empty if nothing is."""
        count = Counter(kind for kind, _line in self.marks)
        asks, yes, no, problems = count["ask"], count["yes"], count["no"], count["problem"]
        told = (
            asks and ngettext("%(num)s %(request)s", "%(num)s %(requests)s", asks),
            yes and _("%(count)s ja", count=yes),
            no and _("%(count)s nej", count=no),
            problems and _("%(count)s problem", count=problems),
        )
        return ", ".join(words for words in told if words)


class _Text(NamedTuple):
    """A text of the document, paragraph by paragraph, as bars."""

    anchor: str
    pages: Pages | None
    paragraphs: list[list["_Bar"]]


class _Bar(NamedTuple):
    kind: StripKind
    length: int
    marks: tuple[StripKind, ...] = ()


def strip(dataset: Dataset, body: Body) -> tuple[StripPage, ...]:
    """Return the pages of a response that have words, in small.

    Where a page ends within a text is not known: its sentences are spread over its pages by length.
    """
    texts = [text for block in transcript.blocks(dataset, body) for text in _texts(block)]
    paged = any(text.pages for text in texts)
    pages: list[StripPage] = []
    for text in texts:
        total = sum(bar.length for paragraph in text.paragraphs for bar in paragraph) or 1
        before = 0
        for paragraph in text.paragraphs:
            column = 0
            for bar in paragraph:
                number = _number(text.pages, before + bar.length / 2, total, pages)
                before += bar.length
                full = not paged and pages and pages[-1].lines >= _LINES_OF_PART and not column
                if not pages or number > pages[-1].number or full:
                    at = number if paged else len(pages) + 1
                    pages.append(StripPage(at, text.anchor, paged))
                    column = 0
                column = _flow(pages[-1], bar, column)
    if len(pages) == 1 and not paged:
        pages[0].number = 0
    return tuple(pages)


def _number(pages: Pages | None, place: float, total: int, before: Sequence[StripPage]) -> int:
    """Return the page that a place in a text is on; a text without pages stands where one is."""
    if pages is None:
        return before[-1].number if before else 1
    count = pages.last - pages.first + 1
    return pages.first + int(place * count / total)


def _flow(page: StripPage, bar: _Bar, column: int) -> int:
    """Put a bar on a page, after the last if `column` is not 0; return where the next begins."""
    if column == 0 or column > SIGNS - 2:
        page.lines += 1
        column = 0
    page.marks += [(kind, page.lines - 1) for kind in bar.marks]
    left = bar.length
    while True:
        length = min(left, SIGNS - column)
        page.segments.append(Segment(bar.kind, page.lines - 1, column, length))
        left -= length
        if not left:
            return column + length + 1
        page.lines += 1
        column = 0


def _texts(block: transcript.Block) -> Iterator[_Text]:
    match block:
        case transcript.SectionBlock(section):
            heading = _plain(section.heading, "own")
            paragraphs = [heading, *_read(section.text, section.judgement)]
            yield _Text(section.id, section.pages, paragraphs)
        case transcript.AreaBlock(area, title, True):
            yield _Text(urls.area_anchor(area), block.pages, [_plain(title, "plan")])
        case transcript.AreaTextBlock(area):
            yield _Text(urls.area_anchor(area), block.pages, _read(area.text or "", None, "plan"))
        case transcript.GroupBlock(group):
            paragraphs = [_plain(group.title, "plan"), *_read(group.text or "", None, "plan")]
            yield _Text(urls.group_anchor(group), block.pages, paragraphs)
        case transcript.LeadBlock(area, _name, lead):
            yield _Text(urls.area_anchor(area), block.pages, [_plain(lead, "plan")])
        case transcript.MilestonesBlock(milestones):
            for item in milestones:
                yield _Text(urls.milestone_anchor(item), item.pages, [_plain(item.text, "plan")])
        case transcript.StrategyBlock(strategy, True):
            paragraphs = [_plain(strategy.title, "plan"), *_read(strategy.text, None, "plan")]
            yield _Text(urls.strategy_anchor(strategy.id), strategy.pages, paragraphs)
        case transcript.CommentBlock(comment):
            paragraphs = _read(comment.text, comment.judgement)
            if comment.heading:
                paragraphs.insert(0, _plain(comment.heading, "own"))
            yield _Text(urls.comment_anchor(comment), comment.pages, paragraphs)
        case transcript.FootnoteBlock(footnote):
            anchor = urls.footnote_anchor(footnote.id)
            yield _Text(anchor, footnote.pages, [_plain(footnote.text, "own")])


def _plain(line: str, kind: StripKind) -> list[_Bar]:
    return [_Bar(kind, len(line))]


def _read(text: str, judgement: Judgement | None, kind: StripKind = "own") -> list[list[_Bar]]:
    """Return a text as bars, by how it is read."""
    quotes = _quotes(judgement)
    kinds = [kind for kind, _quote in quotes]
    paragraphs = told_sentences(text, [quote for _kind, quote in quotes])
    return [[bar for told in line for bar in _bars(told, kinds, kind)] for line in paragraphs]


def _quotes(judgement: Judgement | None) -> list[tuple[StripKind, str]]:
    if judgement is None:
        return []
    quotes: list[tuple[StripKind, str]] = []
    position = judgement.position
    if position and position.quote and position.value in _POSITIONS:
        quotes.append((_POSITIONS[position.value], position.quote))
    quotes += [("ask", ask.quote) for ask in judgement.asks]
    quotes += [("problem", problem.quote) for problem in judgement.problems]
    return quotes


_POSITIONS: dict[str, StripKind] = {"supports": "yes", "supports_in_part": "yes", "opposes": "no"}


def _bars(told: Told, kinds: Sequence[StripKind], otherwise: StripKind) -> Iterator[_Bar]:
    """Yield a sentence as one bar or, if it says several things, as equal parts in fixed order."""
    said = {kinds[place] for place in told.quotes}
    begun = [kinds[place] for place in told.begun]
    parts = [kind for kind in MARKED if kind in said] or [otherwise]
    ends = [told.length * place // len(parts) for place in range(len(parts) + 1)]
    for place, kind in enumerate(parts):
        marks = tuple(one for one in begun if one == kind)
        yield _Bar(kind, ends[place + 1] - ends[place], marks)
