"""From the blocks of a document to a response of the model."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from roadmap.importing import titles
from roadmap.importing.hyphens import with_whole_words
from roadmap.importing.lines import Line, Manuscript
from roadmap.importing.notes import with_footnotes
from roadmap.importing.running_heads import without_running_heads
from roadmap.importing.structure import Block, blocks
from roadmap.model import AreaHeading, Comment, Footnote, Response, Section, Source, Unplaced
from roadmap.model.dataset import Dataset
from roadmap.model.fields import Pages
from roadmap.text import source_text
from roadmap.text.swedish import slug

_TWICE = "Det finns redan ett avsnitt av det slaget."
_NO_MARK = "Fotnot som ingen text hänvisar till."
_REFERENCE_WORDS = 14  # words; a longer text says more than where the answer is
_REFERENCE = re.compile(r"\b(se|jfr|jämför|hänvis\w*|samma svar|svar\w* under)\b", re.IGNORECASE)
UNKNOWN_KIND = "okand"


@dataclass
class _Parts:
    sections: list[Section]
    area_headings: list[AreaHeading]
    comments: list[Comment]
    unplaced: list[Unplaced]


def response_of(dataset: Dataset, body_id: str, manuscript: Manuscript) -> Response:
    """Return the response in a document.

    The body's name and kind are set if the document has them; strategies that it says nothing
    about are listed as unanswered. Nothing in the document is left out: text without a place is
    under `unplaced`.
    """
    manuscript = with_whole_words(
        with_footnotes(without_running_heads(manuscript, dataset.goal_areas))
    )
    parts = _Parts([], [], [], [])
    for block in blocks(dataset.goal_areas, manuscript.lines):
        _place(block, parts)
    parts.unplaced.extend(Unplaced(text=text, reason=why) for text, why in manuscript.aside)
    comments = _with_references(dataset, parts.comments)
    footnotes = _footnotes(manuscript, parts, comments)
    answered = {strategy_id for comment in comments for strategy_id in comment.strategies}
    name, kind = _name_and_kind(dataset, body_id, manuscript.lines)
    return Response(
        note=f"Inläst ur {manuscript.title}. Granska mot dokumentet.",
        name=name,
        kind=kind or UNKNOWN_KIND,
        status="received",
        source=_source(manuscript),
        sections=tuple(parts.sections),
        area_headings=tuple(parts.area_headings),
        comments=comments,
        unanswered=tuple(
            strategy.id for strategy in dataset.strategies if strategy.id not in answered
        ),
        footnotes=footnotes,
        unplaced=tuple(parts.unplaced),
    )


def _source(manuscript: Manuscript) -> Source:
    pages = None if manuscript.pages is None else str(manuscript.pages)
    return Source(title=manuscript.title, pages=pages)


def _place(block: Block, parts: _Parts) -> None:
    pages = _pages(block)
    if block.kind == "section" and block.section and block.heading:
        if all(section.id != block.section for section in parts.sections):
            section = Section(id=block.section, heading=block.heading, pages=None, text=block.text)
            parts.sections.append(section.altered(pages=pages))
        else:
            text = f"{block.heading}\n\n{block.text}"
            parts.unplaced.append(_unplaced(text, _TWICE, pages))
    elif block.kind == "area" and block.area and block.heading:
        if all(area_heading.area != block.area for area_heading in parts.area_headings):
            heading = AreaHeading(area=block.area, heading=block.heading, pages=None)
            first = block.first_page
            page = Pages(first, first) if first else None
            parts.area_headings.append(heading.altered(pages=page))
        if block.lines:
            parts.unplaced.append(_unplaced(block.text, block.reason, _pages(block, False)))
    elif block.kind in ("comment", "own"):
        _add_comment(block, pages, parts.comments)
    else:
        parts.unplaced.append(_unplaced(block.text, block.reason, pages))


def _unplaced(text: str, reason: str, pages: Pages | None) -> Unplaced:
    return Unplaced(text=text, reason=reason).altered(pages=pages)


def _add_comment(block: Block, pages: Pages | None, comments: list[Comment]) -> None:
    """Add a comment, or continue the existing one on the same strategies."""
    for index, comment in enumerate(comments):
        if comment.strategies == block.strategies:
            words = [comment.text, block.heading or "", block.text]
            text = "\n\n".join(part for part in words if part)
            spans = [span for span in (comment.pages, pages) if span]
            pages = Pages(spans[0].first, spans[-1].last) if spans else None
            comments[index] = comment.altered(text=text, pages=pages)
            return
    comment = Comment(
        strategies=block.strategies, heading=block.heading, text=block.text, pages=None
    )
    comments.append(comment.altered(pages=pages))


def _pages(block: Block, with_heading: bool = True) -> Pages | None:
    page_numbers = [line.page for line in block.lines if line.page]
    if with_heading and block.first_page:
        page_numbers.append(block.first_page)
    return Pages(min(page_numbers), max(page_numbers)) if page_numbers else None


def _with_references(dataset: Dataset, comments: Sequence[Comment]) -> tuple[Comment, ...]:
    """Return the comments by strategy; mere references are marked and added to their targets."""
    ids = {strategy.shown_number: strategy.id for strategy in dataset.strategies}
    marked = list(comments)
    for index, comment in enumerate(marked):
        numbers = titles.numbers_in(comment.text, [*ids])
        own_numbers = {dataset.number(strategy_id) for strategy_id in comment.strategies}
        short = len(comment.text.split()) <= _REFERENCE_WORDS
        if (
            not short
            or len(numbers) != 1
            or numbers[0] in own_numbers
            or not _REFERENCE.search(comment.text)
        ):
            continue
        target_id = ids[numbers[0]]
        for other, target in enumerate(marked):
            if other != index and target_id in target.strategies and not target.refers_to:
                marked[index] = comment.altered(refers_to=target_id)
                strategy_ids = {*target.strategies, *comment.strategies}
                order = tuple(item.id for item in dataset.strategies if item.id in strategy_ids)
                marked[other] = target.altered(strategies=order)
    place = {strategy.id: number for number, strategy in enumerate(dataset.strategies)}
    return tuple(sorted(marked, key=lambda item: (place[item.strategies[-1]], not item.refers_to)))


def _footnotes(
    manuscript: Manuscript, parts: _Parts, comments: Iterable[Comment]
) -> tuple[Footnote, ...]:
    """Return the footnotes that a text refers to; the others become unplaced."""
    used = [
        reference
        for text in [*(item.text for item in parts.sections), *(item.text for item in comments)]
        for reference in source_text.references(text)
    ]
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
            parts.unplaced.append(_unplaced(text, _NO_MARK, pages))
    return tuple(footnotes)


def _name_and_kind(
    dataset: Dataset, body_id: str, lines: Sequence[Line]
) -> tuple[str | None, str | None]:
    """Return the body's name and kind in the document: the words that make up its id.

    A kind word after them belongs to the name: "Enskede-Årsta-Vantörs stadsdelsnämnd".
    """
    words = [re.sub(r"[^\w-]+$", "", word) for line in lines for word in line.text.split()]
    found_name: str | None = None
    longest = body_id.count("-") + 1
    for start in range(len(words)):
        for end in range(start + 1, min(start + longest, len(words)) + 1):
            name = " ".join(words[start:end])
            if slug(name).removesuffix("s") != body_id.removesuffix("s"):
                continue
            following = titles.folded(words[end]) if end < len(words) else ""
            for kind in dataset.plan.body_kinds:
                if kind.private:
                    continue
                if fuzz.ratio(following, titles.folded(kind.name)) >= titles.ALIKE:
                    return f"{name} {words[end]}", kind.id
            found_name = found_name or (name if slug(name) == body_id else None)
    return found_name, None
