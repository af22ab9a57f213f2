"""A response as its document reads, from top to bottom.

The data keeps a response in parts: sections, comments, footnotes and, if they are from this
document, the goal areas' texts. Here they are put together again, block by block. `source_words`
returns the words of the blocks, which equal those of the document.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from roadmap.model import (
    Comment,
    Footnote,
    GoalArea,
    Group,
    Milestone,
    Section,
    Strategy,
)
from roadmap.model.dataset import Body, Dataset
from roadmap.model.fields import Pages
from roadmap.model.numbered import has_words
from roadmap.presenters.messages import _
from roadmap.text import source_text


@dataclass(frozen=True)
class SectionBlock:
    """A section: its heading and its text."""

    section: Section

    @property
    def pages(self) -> Pages | None:
        return self.section.pages

    @property
    def words(self) -> list[str]:
        return [*self.section.heading.split(), *source_text.words(self.section.text)]


@dataclass(frozen=True)
class AreaBlock:
    """The heading of a goal area. `worded` is False if the words are the site's own."""

    area: GoalArea
    heading: str
    worded: bool
    pages: Pages | None

    @property
    def words(self) -> list[str]:
        return self.heading.split() if self.worded else []


@dataclass(frozen=True)
class AreaTextBlock:
    """The own text of a goal area, which this document retells."""

    area: GoalArea

    @property
    def pages(self) -> Pages | None:
        return self.area.pages

    @property
    def words(self) -> list[str]:
        return source_text.words(self.area.text or "")


@dataclass(frozen=True)
class LeadBlock:
    """A lead-in sentence of a goal area; `name` is `lead-milestones` or `lead-strategies`."""

    area: GoalArea
    name: str
    text: str
    pages: Pages | None = None

    @property
    def words(self) -> list[str]:
        return self.text.split()


@dataclass(frozen=True)
class MilestonesBlock:
    """The milestones of a goal area, a list in the document."""

    milestones: tuple[Milestone, ...]

    @property
    def pages(self) -> Pages | None:
        return self.milestones[0].pages

    @property
    def words(self) -> list[str]:
        return [word for item in self.milestones for word in ["-", *item.text.split()]]


@dataclass(frozen=True)
class GroupBlock:
    """The heading and the text of a group, which this document retells."""

    group: Group

    @property
    def pages(self) -> Pages | None:
        return self.group.pages

    @property
    def words(self) -> list[str]:
        number = (self.group.shown_number or "").split()
        return [*number, *self.group.title.split(), *source_text.words(self.group.text or "")]


def leading_words(strategy: Strategy) -> list[str]:
    """Return what documents that retell a strategy write before its title; nothing, if no number.

    They are held to it word by word, so it stands as they have it, whatever the site's own terms.
    """
    number = strategy.shown_number
    if number is None:
        return []
    return number.split() if has_words(number) else ["Strategi", *number.split()]


@dataclass(frozen=True)
class StrategyBlock:
    """A strategy. `worded` if title and text are from this document; else it is only a heading."""

    strategy: Strategy
    worded: bool

    @property
    def pages(self) -> Pages | None:
        return self.strategy.pages if self.worded else None

    @property
    def words(self) -> list[str]:
        if not self.worded:
            return []
        title = [*leading_words(self.strategy), *self.strategy.title.split()]
        return [*title, *source_text.words(self.strategy.text)]


@dataclass(frozen=True)
class CommentBlock:
    """A comment with its heading."""

    comment: Comment

    @property
    def pages(self) -> Pages | None:
        return self.comment.pages

    @property
    def words(self) -> list[str]:
        return [*(self.comment.heading or "").split(), *source_text.words(self.comment.text)]


@dataclass(frozen=True)
class FootnoteBlock:
    """A footnote, after the block that first refers to it."""

    footnote: Footnote

    @property
    def pages(self) -> Pages | None:
        return self.footnote.pages

    @property
    def words(self) -> list[str]:
        return [source_text.superscript(self.footnote.id), *self.footnote.text.split()]


@dataclass(frozen=True)
class UnansweredBlock:
    """The strategies that the body says nothing about: the site's own words."""

    strategies: tuple[Strategy, ...]
    pages: Pages | None = None

    @property
    def words(self) -> list[str]:
        return []


Block = (
    SectionBlock
    | AreaBlock
    | AreaTextBlock
    | GroupBlock
    | LeadBlock
    | MilestonesBlock
    | StrategyBlock
    | CommentBlock
    | FootnoteBlock
    | UnansweredBlock
)


def blocks(dataset: Dataset, body: Body) -> tuple[Block, ...]:
    """Return the blocks of the body's response in the order of its document."""
    footnotes = {footnote.id: footnote for footnote in body.response.footnotes}
    ordered: list[Block] = []
    for block in _without_footnotes(dataset, body):
        ordered.append(block)
        for footnote_id in source_text.references(_text(block)):
            if footnote_id in footnotes:
                ordered.append(FootnoteBlock(footnotes.pop(footnote_id)))
    ordered.extend(FootnoteBlock(footnote) for footnote in footnotes.values())
    return tuple(ordered)


def source_words(dataset: Dataset, body: Body) -> list[str]:
    """Return the words of the body's document, token for token.

    A list item begins with "-", and the text of footnote 1 with ¹. A reference to the footnote is a
    ¹ attached to the preceding word. The site's own words are left out.
    """
    return [word for block in blocks(dataset, body) for word in block.words]


def home(dataset: Dataset, comment: Comment, among: tuple[Strategy, ...] | None = None) -> str:
    """Return the id of the strategy that a comment is shown under: the last one it is about.

    With `among`, the last one of those. Raises IndexError if the comment is about none of them.
    """
    strategies = dataset.strategies if among is None else among
    return [item.id for item in strategies if item.id in comment.strategies][-1]


def _text(block: Block) -> str:
    match block:
        case SectionBlock():
            return block.section.text
        case CommentBlock():
            return block.comment.text
        case StrategyBlock(worded=True):
            return block.strategy.text
    return ""


def _without_footnotes(dataset: Dataset, body: Body) -> Iterator[Block]:
    opening = [item for item in body.response.sections if not item.closes]
    closing = [item for item in body.response.sections if item.closes]
    yield from map(SectionBlock, opening)
    for area in dataset.goal_areas:
        yield from _area(dataset, body, area)
    yield from map(SectionBlock, closing)
    if unanswered := dataset.unanswered(body):
        yield UnansweredBlock(tuple(map(dataset.strategy, unanswered)))


def _area(dataset: Dataset, body: Body, area: GoalArea) -> Iterator[Block]:
    is_source = dataset.text_from(area) is body
    heading = next((item for item in body.response.area_headings if item.area == area.id), None)
    parts = [*_parts(dataset, body, area)]
    if not (heading or is_source or any(map(any, parts))):
        return
    if heading:
        yield AreaBlock(area, heading.heading, True, heading.pages)
    else:
        yield AreaBlock(area, _("%(Goal_area)s: %(title)s", title=area.title), False, None)
    if is_source and area.text:
        yield AreaTextBlock(area)
    if is_source and area.lead_milestones:
        yield LeadBlock(area, "lead-milestones", area.lead_milestones)
    first, *others = parts or [_Blocks()]
    yield from (*first.group, *first.milestones)
    if is_source and area.lead_strategies:
        yield LeadBlock(area, "lead-strategies", area.lead_strategies)
    yield from first.strategies
    for part in others:
        yield from (*part.group, *part.milestones, *part.strategies)


class _Blocks(NamedTuple):
    """The blocks of a part of a goal area."""

    group: tuple[Block, ...] = ()
    milestones: tuple[Block, ...] = ()
    strategies: tuple[Block, ...] = ()


def _parts(dataset: Dataset, body: Body, area: GoalArea) -> Iterator[_Blocks]:
    """Yield the parts of an area: what stands in no group, and each group."""
    is_source = dataset.text_from(area) is body
    for group, all_milestones, strategies in area.parts:
        milestones = tuple(item for item in all_milestones if dataset.text_from(item) is body)
        yield _Blocks(
            (GroupBlock(group),) if group and is_source else (),
            (MilestonesBlock(milestones),) if milestones else (),
            tuple(block for one in strategies for block in _strategy(dataset, body, one)),
        )


def _strategy(dataset: Dataset, body: Body, strategy: Strategy) -> Iterator[Block]:
    is_source = dataset.text_from(strategy) is body
    comments = [
        comment
        for comment in body.response.comments
        if strategy.id in comment.strategies and home(dataset, comment) == strategy.id
    ]
    if is_source or comments:
        yield StrategyBlock(strategy, is_source)
    yield from map(CommentBlock, comments)
