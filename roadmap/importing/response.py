"""From the blocks of a document to a response of the model."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from roadmap.importing import headings, naming
from roadmap.importing.blocks import Block, Placement
from roadmap.importing.facts import Fact, facts_of
from roadmap.importing.hyphens import with_whole_words
from roadmap.importing.law import check_layout, check_words, texts
from roadmap.importing.lines import Manuscript
from roadmap.importing.notes import with_footnotes
from roadmap.importing.numbering import Numbering
from roadmap.importing.numbers import refers
from roadmap.importing.other_plans import names_another
from roadmap.importing.running_heads import without_running_heads
from roadmap.importing.structure import structure
from roadmap.importing.titles import folded
from roadmap.model import (
    AreaHeading,
    Comment,
    Footnote,
    Response,
    Section,
    Source,
    Unplaced,
)
from roadmap.model.codes import CLOSING_SECTIONS, UNKNOWN_KIND
from roadmap.model.dataset import Dataset
from roadmap.model.fields import Pages
from roadmap.presenters.messages import to_editors
from roadmap.text import source_text
from roadmap.text.swedish import listing
from roadmap.text.tables import as_paragraphs

_NO_MARK = "Fotnot som ingen text hänvisar till."
_AREA_AGAIN = "%(The_goal_area)ss rubrik står en gång till."
_REFERENCE_WORDS = 14  # words; a longer text says more than where the answer is


@dataclass(frozen=True)
class Account:
    """What became of a document: what is written, and what its reader should know.

    `told` are Swedish sentences. `unsure` and `left` are what stands under `unplaced`.
    """

    response: Response
    private: bool
    placements: tuple[Placement, ...]
    unsure: tuple[Unplaced, ...]
    left: tuple[Unplaced, ...]
    facts: tuple[Fact, ...]
    told: tuple[str, ...]


@dataclass
class _Answer:
    """The parts of a comment, in the order of the document."""

    heading: str | None
    texts: list[str]
    pages: list[Pages]


@dataclass
class _Parts:
    sections: list[Section] = field(default_factory=list)
    area_headings: list[AreaHeading] = field(default_factory=list)
    answers: dict[tuple[str, ...], _Answer] = field(default_factory=dict)
    unsure: list[Unplaced] = field(default_factory=list)
    left: list[Unplaced] = field(default_factory=list)
    placements: list[Placement] = field(default_factory=list)
    answered: bool = False  # the answers have begun


def response_of(dataset: Dataset, body_id: str, manuscript: Manuscript) -> Response:
    """Return the response in a document. Raises UnreadableError if a word would be lost."""
    return account_of(dataset, body_id, manuscript).response


def account_of(dataset: Dataset, body_id: str, manuscript: Manuscript) -> Account:
    """Return the response in a document, and what became of its texts.

    The body's name and kind are set if the document has them; strategies that it says nothing
    about are listed as unanswered. Nothing in the document is left out: text without a place is
    under `unplaced`. Raises UnreadableError if a word would be lost, doubled or changed.
    """
    read = manuscript
    manuscript = with_whole_words(
        with_footnotes(without_running_heads(manuscript, dataset.goal_areas))
    )
    check_layout(read, manuscript)
    other_plan = names_another(dataset.plan.title, manuscript.lines)
    found = structure(
        dataset.goal_areas,
        manuscript.lines,
        Numbering.of(dataset.strategies, dataset.terms),
        other_plan is not None,
    )
    parts = _Parts()
    private = naming.private_kind(dataset, body_id)
    title = None if private else _title_block(found.blocks, manuscript.title)
    for block in found.blocks:
        if block is not title:
            _place(block, parts)
    parts.left.extend(_unplaced(as_paragraphs(text), why, None) for text, why in manuscript.aside)
    comments = _with_references(dataset, _comments(parts))
    footnotes = _footnotes(manuscript, parts, comments)
    answered = {strategy_id for comment in comments for strategy_id in comment.strategies}
    name, kind = naming.name_and_kind(dataset, body_id, manuscript.lines)
    facts = facts_of(manuscript, found.lines)
    certain = {fact.name: fact.value for fact in facts if fact.value}
    response = Response(
        note=_note(manuscript, private is not None),
        name=None if private else name,
        kind=private.id if private else kind or UNKNOWN_KIND,
        status="received",
        speaker=certain.get("speaker"),
        document_kind=certain.get("document_kind"),
        date=certain.get("date"),
        source=_source(manuscript, private.name if private else None),
        # Without answers there is nothing to stand before.
        sections=tuple(
            item if parts.answers else item.altered(place=None) for item in parts.sections
        ),
        area_headings=tuple(parts.area_headings),
        comments=comments,
        unanswered=tuple(
            strategy.id for strategy in dataset.strategies if strategy.id not in answered
        ),
        footnotes=footnotes,
        unplaced=(*parts.unsure, *parts.left),
    )
    left_out = [*found.plan_lines, *(title.lines if title else [])]
    check_words(manuscript, manuscript.lines, (line.text for line in left_out), texts(response))
    numbers = {dataset.strategy(strategy_id).shown_number for strategy_id in answered}
    told = [*manuscript.told]
    if title:
        told.append(f"Rubriken ”{title.text}” är dokumentets titel och står i source.title.")
    told.extend(
        f"Dokumentet säger: ”{words}” Inget svar är skrivet på {listing(missing)}, "
        f"som står under unanswered."
        for words, named in found.nothing_said
        if (missing := [number for number in named if number not in numbers])
    )
    told.extend(
        to_editors(
            "Avsnittet ”%(heading)s” står mellan svaren i dokumentet, men visas efter dem. Gäller "
            "det %(a_strategy)s är det %(a_comment)s: flytta det till comments.",
            heading=heading,
        )
        for heading in _between(found.blocks)
    )
    if other_plan:
        told.append(f"Dokumentet nämner en annan plan ({other_plan}). Gäller det planen?")
    if found.plan_lines:
        count = sum(len(line.text.split()) for line in found.plan_lines)
        told.append(f"{count} ord är planens egna (titlar och texter) och står inte i svaret.")
    return Account(
        response,
        private is not None,
        tuple(parts.placements),
        tuple(parts.unsure),
        tuple(parts.left),
        tuple(facts),
        tuple(told),
    )


def _title_block(blocks: Iterable[Block], title: str) -> Block | None:
    """Return the heading that is the document's title and has no text under it."""
    alone = (block for block in blocks if block.kind == "unplaced" and block.text == title)
    return next(alone, None)


def _between(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the headings of sections that stand between answers: a file has those after all."""
    answers = [at for at, block in enumerate(blocks) if block.kind in ("comment", "own")]
    for block in blocks[answers[0] : answers[-1]] if answers else ():
        if block.kind == "section" and block.heading:
            yield block.heading


def _note(manuscript: Manuscript, private: bool) -> str:
    # The file's name, or a name in it, may be a private person's.
    origin = "" if private else f" ur {manuscript.title}"
    return f"Inläst{origin}. Granska mot dokumentet."


def _source(manuscript: Manuscript, private: str | None) -> Source:
    pages = None if manuscript.pages is None else str(manuscript.pages)
    return Source(
        title=f"Svar från {private.lower()}" if private else manuscript.title, pages=pages
    )


def _place(block: Block, parts: _Parts) -> None:
    pages = _pages(block)
    if block.kind == "section" and block.heading:
        parts.sections.append(_section(block, pages, parts))
    elif block.kind == "area" and block.area and block.heading:
        _add_area(block, block.area, block.heading, parts)
    elif block.kind in ("comment", "own"):
        parts.answered = True
        _add_answer(block, pages, parts)
    else:
        item = _unplaced(block.text, block.reason, pages)
        (parts.unsure if block.proposed else parts.left).append(item)


def _section(block: Block, pages: Pages | None, parts: _Parts) -> Section:
    """Return a section with an id of its own, and its place if that is not the usual one."""
    assert block.heading
    taken = {section.id for section in parts.sections}
    name = block.section
    if not name or name in taken:
        name = headings.id_of(block.heading, taken)
    section = Section(id=name, heading=block.heading, text=block.text)
    usual = name in CLOSING_SECTIONS
    place = None if usual == parts.answered else "after" if parts.answered else "before"
    return section.altered(pages=pages, place=place)


def _add_area(block: Block, area: str, heading: str, parts: _Parts) -> None:
    parts.answered = True
    if any(area_heading.area == area for area_heading in parts.area_headings):
        page = Pages(block.first_page, block.first_page) if block.first_page else None
        parts.left.append(_unplaced(as_paragraphs(heading), to_editors(_AREA_AGAIN), page))
    else:
        page = Pages(block.first_page, block.first_page) if block.first_page else None
        parts.area_headings.append(
            AreaHeading(area=area, heading=heading, pages=None).altered(pages=page)
        )
    if block.lines:
        parts.left.append(_unplaced(block.text, block.reason, _pages(block, False)))


def _unplaced(text: str, reason: str, pages: Pages | None) -> Unplaced:
    return Unplaced(text=text, reason=reason).altered(pages=pages)


def _add_answer(block: Block, pages: Pages | None, parts: _Parts) -> None:
    """Add an answer, or continue the one on the same strategies."""
    answer = parts.answers.get(block.strategies)
    if answer is None:
        answer = parts.answers[block.strategies] = _Answer(block.heading, [], [])
    elif block.heading:
        answer.texts.append(as_paragraphs(block.heading))
    answer.texts.append(block.text)
    answer.pages.extend([pages] if pages else [])
    if block.placement:
        parts.placements.append(block.placement)


def _comments(parts: _Parts) -> list[Comment]:
    comments: list[Comment] = []
    for strategies, answer in parts.answers.items():
        text = "\n\n".join(answer.texts)
        comment = Comment(strategies=strategies, heading=answer.heading, text=text, pages=None)
        spans = answer.pages
        pages = Pages(spans[0].first, spans[-1].last) if spans else None
        comments.append(comment.altered(pages=pages))
    return comments


def _pages(block: Block, with_heading: bool = True) -> Pages | None:
    page_numbers = [line.page for line in block.lines if line.page]
    if with_heading and block.first_page:
        page_numbers.append(block.first_page)
    return Pages(min(page_numbers), max(page_numbers)) if page_numbers else None


def _with_references(dataset: Dataset, comments: Sequence[Comment]) -> tuple[Comment, ...]:
    """Return the comments by strategy; mere references are marked and added to their targets."""
    numbering = Numbering.of(dataset.strategies, dataset.terms)
    marked = list(comments)
    for index, comment in enumerate(marked):
        if len(comment.text) > 20 * _REFERENCE_WORDS:
            continue
        named = _named(dataset, numbering, comment.text)
        others = [strategy_id for strategy_id in named if strategy_id not in comment.strategies]
        short = len(comment.text.split()) <= _REFERENCE_WORDS
        if not short or len(others) != 1 or not refers(comment.text):
            continue
        target_id = others[0]
        for other, target in enumerate(marked):
            if other != index and target_id in target.strategies and not target.refers_to:
                marked[index] = comment.altered(refers_to=target_id)
                strategy_ids = {*target.strategies, *comment.strategies}
                order = tuple(item.id for item in dataset.strategies if item.id in strategy_ids)
                marked[other] = target.altered(strategies=order)
    place = {strategy.id: number for number, strategy in enumerate(dataset.strategies)}
    return tuple(sorted(marked, key=lambda item: (place[item.strategies[-1]], not item.refers_to)))


def _named(dataset: Dataset, numbering: Numbering, text: str) -> list[str]:
    """Return the ids of the strategies that a text names: by number, or by title if they lack it.

    A title that stands within another that is named says nothing of its own.
    """
    numbers = numbering.numbers_in(text)
    words = f" {folded(text)} "
    found = []
    for item in sorted(dataset.strategies, key=lambda item: -len(item.title)):
        title = f" {folded(item.title)} "
        if item.shown_number is None and title in words:
            words = words.replace(title, " ")
            found.append(item.id)
        elif item.shown_number in numbers:
            found.append(item.id)
    return found


def _footnotes(
    manuscript: Manuscript, parts: _Parts, comments: Iterable[Comment]
) -> tuple[Footnote, ...]:
    """Return the footnotes that a text refers to; the others become unplaced."""
    used = {
        reference
        for text in [*(item.text for item in parts.sections), *(item.text for item in comments)]
        for reference in source_text.references(text)
    }
    page_of = {
        reference: line.page
        for line in manuscript.lines
        for reference in source_text.references(line.text)
    }
    footnotes: list[Footnote] = []
    for number, text in manuscript.footnotes.items():
        page = page_of.get(number)
        pages = Pages(page, page) if page else None
        if number in used:
            footnote = Footnote(id=number, pages=None, text=text)
            footnotes.append(footnote.altered(pages=pages))
        else:
            parts.left.append(_unplaced(as_paragraphs(text), _NO_MARK, pages))
    return tuple(footnotes)
