"""The rule that published words are those of the source's corrected text, one by one.

It applies to each response whose corrected text is in a folder with the body's id in
`data/sources/`: to its words and those of the plan that come from it, in the order of the document,
each footnote at its mark. A word that has been changed since is listed under `corrections`.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from roadmap.datafiles.characters import Place, decode
from roadmap.datafiles.checks.scope import Scope, unread
from roadmap.datafiles.files import Stamp, bytes_of, stamp
from roadmap.datafiles.problems import DataError, Problem, quoted
from roadmap.datafiles.yaml_places import Key
from roadmap.datafiles.yaml_reader import Document
from roadmap.model import FROM_PLAN, Correction, GoalArea, Milestone, Strategy
from roadmap.model.dataset import Body
from roadmap.model.fields import REST
from roadmap.presenters import transcript
from roadmap.text import aligned, source_text, tables

_MAX_DIFFERENCES = 20  # that are reported for one response
_HINT = (
    "Om det är en rättelse: lägg till den under corrections med stood, stands och reason, och "
    "pages om dokumentet har sidor. Annars: skriv som i källan."
)


class _Word(NamedTuple):
    """A published word and its place: its number, from 0, among the words of a value."""

    text: str
    document: Document
    key: Key
    number: int


class _Entry(NamedTuple):
    """A correction and its place."""

    correction: aligned.Correction
    document: Document
    key: Key


def published_words_are_the_source(
    scope: Scope, body: Body, document: Document
) -> Iterator[Problem]:
    """Each published word is the same as in the source, or has a correction on record."""
    path = corrected_text(body)
    lines = _lines(scope.dataset.root, path) if path else None
    if path is None or lines is None or not _is_whole(scope, body):
        return
    words, footnotes = _published(scope, body)
    source = [word for line in lines for word in line]
    line_of = [number for number, line in enumerate(lines, 1) for _ in line]
    entries = [*_entries(scope, body)]
    corrections = [entry.correction for entry in entries]
    problems: list[Problem] = []

    def report(
        compared: Sequence[_Word], alignment: aligned.Alignment, numbers: Sequence[int]
    ) -> None:
        for difference in alignment.differences:
            in_source = " ".join(alignment.source[difference.source_start : difference.source_end])
            published = " ".join(word.text for word in compared[difference.start : difference.end])
            first_word = compared[min(difference.start, len(compared) - 1)]
            line = numbers[min(difference.source_start, len(numbers) - 1)]
            problems.append(
                _difference(first_word, in_source, published, f"data/sources/{path}, rad {line}")
            )

    for footnote in footnotes:
        start = _start_of_footnote(footnote[0].text, lines)
        if start is None:
            words = _with_footnote(words, footnote)
            continue
        end = start + len(footnote) + sum(len(correction.stood) for correction in corrections)
        alignment = aligned.align([word.text for word in footnote], source[start:end], corrections)
        report(footnote, alignment, line_of[start:end])
        del source[start : start + alignment.at], line_of[start : start + alignment.at]
    alignment = aligned.align([word.text for word in words], source, corrections)
    report(words, alignment, line_of)
    if alignment.at < len(source) and words:
        rest = " ".join(source[alignment.at :])
        place = f"data/sources/{path}, rad {line_of[alignment.at]}"
        problems.append(_difference(words[-1], rest, "", place))
    yield from problems[:_MAX_DIFFERENCES]
    if not problems:
        yield from _unused(scope, body, entries)


def _is_whole(scope: Scope, body: Body) -> bool:
    """Whether everything that the response is put together from exists and could be read.

    If not, that is reported already, and would be reported here again as missing words.
    """
    dataset, response = scope.dataset, body.response
    documents = [scope.document(body.id), *(scope.document(area.id) for area in dataset.goal_areas)]
    if any(document.damaged for document in documents) or [*unread(scope)]:
        return False
    strategy_ids = {
        strategy_id for comment in response.comments for strategy_id in comment.strategies
    }
    if response.unanswered != REST:
        strategy_ids.update(response.unanswered)
    source_ids = {source for area in dataset.goal_areas for source in _text_sources(area)}
    return strategy_ids <= {strategy.id for strategy in dataset.strategies} and source_ids <= {
        FROM_PLAN,
        *(body.id for body in dataset.bodies),
    }


def corrected_text(body: Body) -> str | None:
    """Return the path of a response's corrected text if it is in the body's own folder."""
    source = body.response.source
    path = source.corrected if source and body.response.status == "received" else None
    return path if path and path.startswith(f"{body.id}/") else None


def source_stamp(scope: Scope, body: Body) -> Stamp | None:
    """Return a stamp that changes with a response's corrected text; None if it has none."""
    path = corrected_text(body)
    return stamp(scope.dataset.root / "data" / "sources" / path) if path else None


def corrections_stand_in_the_texts(scope: Scope) -> Iterator[Problem]:
    """The new words of every correction occur in a text of the same file."""
    for area in scope.dataset.goal_areas:
        texts = [area.text, area.lead_milestones, area.lead_strategies]
        texts += [text for group in area.groups for text in (group.title, group.text)]
        texts += [milestone.text for milestone in area.milestones]
        texts += [text for strategy in area.strategies for text in (strategy.title, strategy.text)]
        yield from _missing(scope.document(area.id), area.corrections, texts)
    for body in scope.dataset.received:
        response = body.response
        texts = [text for part in response.sections for text in (part.heading, part.text)]
        texts += [text for part in response.comments for text in (part.heading, part.text)]
        texts += [heading.heading for heading in response.area_headings]
        texts += [footnote.text for footnote in response.footnotes]
        yield from _missing(scope.document(body.id), response.corrections, texts)


def _missing(
    document: Document, corrections: Sequence[Correction], texts: Sequence[str | None]
) -> Iterator[Problem]:
    if not corrections:
        return
    file_texts = [" ".join(source_text.words(text)) for text in texts if text]
    for index, correction in enumerate(corrections):
        if not any(correction.stands in text for text in file_texts):
            message = f"{quoted(correction.stands)} står inte i någon text i filen."
            hint = "Skriv orden så som de nu står i texten."
            yield document.problem(message, "corrections", index, "stands", hint=hint)


def _difference(word: _Word, source: str, published: str, place: str) -> Problem:
    if source and published:
        message = f"Här står {quoted(published)}, men källan har {quoted(source)} ({place})."
    elif published:
        message = f"Källan har inte orden {quoted(published)} här ({place})."
    else:
        message = f"Här saknas {quoted(source)}, som står i källan ({place})."
    return Problem(word.document.path, *_place(word), message, _HINT)


def _unused(scope: Scope, body: Body, entries: Sequence[_Entry]) -> Iterator[Problem]:
    """Yield a problem for each correction without a change in the text.

    An area's corrections are included only if all its texts come from this body.
    """
    own_document = scope.document(body.id)
    shared_documents = [
        scope.document(area.id)
        for area in scope.dataset.goal_areas
        if _text_sources(area) != {body.id}
    ]
    for correction, document, key in entries:
        if not correction.used and (document is own_document or document not in shared_documents):
            stood = quoted(" ".join(correction.stood))
            message = f"Rättelsen motsvarar ingen ändring: {stood} är inte utbytt i texten."
            hint = "Kontrollera stood och stands mot källan och texten, eller ta bort posten."
            yield document.problem(message, *key, hint=hint)


def _text_sources(area: GoalArea) -> set[str]:
    """Return the ids of the bodies, or "plan", that the texts of an area come from."""
    records: tuple[Milestone | Strategy, ...] = (*area.milestones, *area.strategies)
    return {area.text_from, *(record.text_from for record in records if record.text_from)}


def _entries(scope: Scope, body: Body) -> Iterator[_Entry]:
    files = [(scope.document(body.id), body.response.corrections)]
    files += [
        (scope.document(area.id), area.corrections)
        for area in scope.dataset.goal_areas
        if body.id in _text_sources(area)
    ]
    for document, corrections in files:
        for index, correction in enumerate(corrections):
            aligned_correction = aligned.Correction(
                correction.stood.split(), correction.stands.split()
            )
            yield _Entry(aligned_correction, document, ("corrections", index))


def _lines(root: Path, path: str) -> list[list[str]] | None:
    """Return the words of a text by line; None if it cannot be read, which other rules report."""
    file = root / "data" / "sources" / path
    try:
        text = decode(path, bytes_of(file, path))
    except (OSError, DataError):
        return None
    return [line.split() for line in text.split("\n")]


def _start_of_footnote(mark: str, lines: Sequence[Sequence[str]]) -> int | None:
    """Return the index of the source word that begins a line with a footnote's mark."""
    index = 0
    for line in lines:
        if line and line[0] == mark:
            return index
        index += len(line)
    return None


def _with_footnote(words: list[_Word], footnote: list[_Word]) -> list[_Word]:
    """Return the words with a footnote after the text that refers to it."""
    mark = footnote[0].text
    for index, word in enumerate(words):
        if word.text != mark and mark in word.text:
            end = next(
                (later for later in range(index, len(words)) if words[later].key != word.key),
                len(words),
            )
            return [*words[:end], *footnote, *words[end:]]
    return [*words, *footnote]


def _published(scope: Scope, body: Body) -> tuple[list[_Word], list[list[_Word]]]:
    """Return the words of a response in the order of its document, and those of its footnotes."""
    words: list[_Word] = []
    footnotes: list[list[_Word]] = []
    for block in transcript.blocks(scope.dataset, body):
        block_words: list[_Word] = []
        # Words of the document that are not in any value: Strategi, 1.1, -
        preceding: list[str] = []
        for document, key, texts in _values(scope, body, block):
            if key is None:
                preceding = texts
                continue
            block_words += [_Word(text, document, key, 0) for text in preceding]
            block_words += [_Word(text, document, key, number) for number, text in enumerate(texts)]
            preceding = []
        if isinstance(block, transcript.FootnoteBlock):
            footnotes.append(block_words)
        else:
            words += block_words
    return words, footnotes


def _values(
    scope: Scope, body: Body, block: transcript.Block
) -> Iterator[tuple[Document, Key | None, list[str]]]:
    """Yield the values that make up a block: the file, the key and the words."""
    response, own_document = body.response, scope.document(body.id)

    def value(
        document: Document, words: list[str], *key: str | int
    ) -> tuple[Document, Key | None, list[str]]:
        return document, key or None, words

    match block:
        case transcript.SectionBlock(section):
            index = response.sections.index(section)
            yield value(own_document, section.heading.split(), "sections", index, "heading")
            yield value(own_document, source_text.words(section.text), "sections", index, "text")
        case transcript.AreaBlock(area, heading, worded=True):
            index = [item.area for item in response.area_headings].index(area.id)
            yield value(own_document, heading.split(), "area_headings", index, "heading")
        case transcript.AreaTextBlock(area):
            yield value(scope.document(area.id), source_text.words(area.text or ""), "text")
        case transcript.LeadBlock(area, name, text):
            yield value(scope.document(area.id), text.split(), name.replace("-", "_"))
        case transcript.GroupBlock(group):
            area = next(area for area in scope.dataset.goal_areas if group in area.groups)
            document, index = scope.document(area.id), area.groups.index(group)
            if group.shown_number:
                yield value(document, group.shown_number.split())
            yield value(document, group.title.split(), "groups", index, "title")
            if group.text:
                yield value(document, source_text.words(group.text), "groups", index, "text")
        case transcript.MilestonesBlock(milestones):
            for milestone in milestones:
                area = scope.dataset.area_of(milestone.id)
                document = scope.document(area.id)
                index = area.milestones.index(milestone)
                yield value(document, ["-"])
                yield value(document, milestone.text.split(), "milestones", index, "text")
        case transcript.StrategyBlock(strategy, worded=True):
            area = scope.dataset.area_of(strategy.id)
            document, index = scope.document(area.id), area.strategies.index(strategy)
            yield value(document, transcript.leading_words(strategy))
            yield value(document, strategy.title.split(), "strategies", index, "title")
            yield value(document, source_text.words(strategy.text), "strategies", index, "text")
        case transcript.CommentBlock(comment):
            index = response.comments.index(comment)
            if comment.heading:
                yield value(own_document, comment.heading.split(), "comments", index, "heading")
            yield value(own_document, source_text.words(comment.text), "comments", index, "text")
        case transcript.FootnoteBlock(footnote):
            index = response.footnotes.index(footnote)
            yield value(own_document, [source_text.superscript(footnote.id)])
            yield value(own_document, footnote.text.split(), "footnotes", index, "text")


def _place(word: _Word) -> Place:
    """Return the line and the column of a word in its file."""
    line, column = word.document.at(*word.key)
    lines = word.document.text.split("\n")
    begin = column - 1
    if lines[line - 1][begin : begin + 1] in ("|", ">"):
        line, begin = line + 1, 0
    shown = tables.without_signs("\n".join(lines[line - 1 :])).split("\n")
    remaining = word.number
    for number, text in enumerate(shown, line):
        start = begin if number == line else 0
        words = text[start:].split()
        if remaining < len(words):
            for earlier_word in words[:remaining]:
                start = text.index(earlier_word, start) + len(earlier_word)
            return number, text.index(words[remaining], start) + 1
        remaining -= len(words)
    return line, column
