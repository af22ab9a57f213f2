"""The law of published words: they are the words of the source's corrected text, one by one.

It holds of each response whose corrected text lies in a folder of its own name in `data/sources/`:
its words and those that it lends the plan, in the order of the document, a footnote at its mark.
A word that has been changed since is written down under `corrections`.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from roadmap.datafiles.characters import Place, decode
from roadmap.datafiles.checks.scope import Scope, unread
from roadmap.datafiles.problems import DataError, Problem, quoted
from roadmap.datafiles.yaml_places import Key
from roadmap.datafiles.yaml_reader import Document
from roadmap.model import FROM_PLAN, Correction, GoalArea, Milestone, Strategy
from roadmap.model.dataset import Body
from roadmap.model.fields import REST
from roadmap.presenters import transcript
from roadmap.text import aligned, source_text

_MOST = 20  # differences that are told of one response
_HINT = (
    "Är det en rättelse, lägg till den under corrections med pages, stood, stands och reason. "
    "Annars, skriv som i källan."
)


class _Word(NamedTuple):
    """A published word, and where it is written: the how manieth word of which value."""

    text: str
    document: Document
    key: Key
    number: int


class _Entry(NamedTuple):
    """A correction, and where it is written."""

    correction: aligned.Correction
    document: Document
    key: Key


def published_words_are_the_source(
    scope: Scope, body: Body, document: Document
) -> Iterator[Problem]:
    """Each published word is the source's, or its correction is written down."""
    path = corrected_text(body)
    lines = _lines(scope.dataset.root, path) if path else None
    if path is None or lines is None or not _is_whole(scope, body):
        return
    words, notes = _published(scope, body)
    source = [word for line in lines for word in line]
    line_of = [number for number, line in enumerate(lines, 1) for _ in line]
    entries = [*_entries(scope, body)]
    corrections = [entry.correction for entry in entries]
    problems: list[Problem] = []

    def tell(written: Sequence[_Word], way: aligned.Alignment, numbers: Sequence[int]) -> None:
        for found in way.differences:
            was = " ".join(way.source[found.source_start : found.source_end])
            now = " ".join(word.text for word in written[found.start : found.end])
            at = written[min(found.start, len(written) - 1)]
            line = numbers[min(found.source_start, len(numbers) - 1)]
            problems.append(_difference(at, was, now, f"data/sources/{path}, rad {line}"))

    for note in notes:
        start = _start_of_note(note[0].text, lines)
        if start is None:
            words = _with_note(words, note)
            continue
        end = start + len(note) + sum(len(one.stood) for one in corrections)
        way = aligned.align([word.text for word in note], source[start:end], corrections)
        tell(note, way, line_of[start:end])
        del source[start : start + way.at], line_of[start : start + way.at]
    way = aligned.align([word.text for word in words], source, corrections)
    tell(words, way, line_of)
    if way.at < len(source) and words:
        left = " ".join(source[way.at :])
        where = f"data/sources/{path}, rad {line_of[way.at]}"
        problems.append(_difference(words[-1], left, "", where))
    yield from problems[:_MOST]
    if not problems:
        yield from _unused(scope, body, entries)


def _is_whole(scope: Scope, body: Body) -> bool:
    """Whether all that the response is put together from could be read and is there.

    What is not has been told, and would be told here once more as words that are missing.
    """
    dataset, response = scope.dataset, body.response
    documents = [scope.document(body.id), *(scope.document(area.id) for area in dataset.goal_areas)]
    if any(document.damaged for document in documents) or [*unread(scope)]:
        return False
    named = {strategy_id for comment in response.comments for strategy_id in comment.strategies}
    if response.unanswered != REST:
        named.update(response.unanswered)
    tellers = {teller for area in dataset.goal_areas for teller in _tellers(area)}
    return named <= {strategy.id for strategy in dataset.strategies} and tellers <= {
        FROM_PLAN,
        *(known.id for known in dataset.bodies),
    }


def corrected_text(body: Body) -> str | None:
    """Return the path of a response's corrected text, where that is its own."""
    source = body.response.source
    path = source.corrected if source and body.response.status == "received" else None
    return path if path and path.startswith(f"{body.id}/") else None


def source_stamp(scope: Scope, body: Body) -> tuple[int, int] | None:
    """Return what changes with the corrected text of a response; None where it has none."""
    path = corrected_text(body)
    try:
        status = (scope.dataset.root / "data" / "sources" / path).stat() if path else None
    except OSError:
        return None
    return (status.st_mtime_ns, status.st_size) if status else None


def corrections_stand_in_the_texts(scope: Scope) -> Iterator[Problem]:
    """What a correction says that a text now says stands in the file that it is written in."""
    for area in scope.dataset.goal_areas:
        texts = [area.lead_milestones, area.lead_strategies]
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
    told = [" ".join(source_text.words(text)) for text in texts if text]
    for index, correction in enumerate(corrections):
        if not any(correction.stands in text for text in told):
            message = f"{quoted(correction.stands)} står inte i någon text i filen."
            hint = "Skriv orden så som de nu står i texten."
            yield document.problem(message, "corrections", index, "stands", hint=hint)


def _difference(at: _Word, was: str, now: str, where: str) -> Problem:
    if was and now:
        message = f"Här står {quoted(now)}, men källan har {quoted(was)} ({where})."
    elif now:
        message = f"Källan har inte orden {quoted(now)} här ({where})."
    else:
        message = f"Här saknas {quoted(was)}, som står i källan ({where})."
    return Problem(at.document.path, *_place(at), message, _HINT)


def _unused(scope: Scope, body: Body, entries: Sequence[_Entry]) -> Iterator[Problem]:
    """Yield the corrections of words that nobody has changed; those of an area only if none but
    this body lends it words."""
    own = scope.document(body.id)
    shared = [
        scope.document(area.id) for area in scope.dataset.goal_areas if _tellers(area) != {body.id}
    ]
    for correction, document, key in entries:
        if not correction.used and (document is own or document not in shared):
            stood = quoted(" ".join(correction.stood))
            message = f"Rättelsen motsvarar ingen ändring: {stood} är inte utbytt i texten."
            hint = "Kontrollera stood och stands mot källan och texten, eller ta bort posten."
            yield document.problem(message, *key, hint=hint)


def _tellers(area: GoalArea) -> set[str]:
    """Return the ids of the bodies whose documents word the texts of an area, or of the plan."""
    records: tuple[Milestone | Strategy, ...] = (*area.milestones, *area.strategies)
    return {area.text_from, *(record.text_from for record in records if record.text_from)}


def _entries(scope: Scope, body: Body) -> Iterator[_Entry]:
    files = [(scope.document(body.id), body.response.corrections)]
    files += [
        (scope.document(area.id), area.corrections)
        for area in scope.dataset.goal_areas
        if body.id in _tellers(area)
    ]
    for document, corrections in files:
        for index, one in enumerate(corrections):
            told = aligned.Correction(one.stood.split(), one.stands.split())
            yield _Entry(told, document, ("corrections", index))


def _lines(root: Path, path: str) -> list[list[str]] | None:
    """Return the words of a text line by line; None where it cannot be read, which others tell."""
    file = root / "data" / "sources" / path
    try:
        text = decode(path, file.read_bytes())
    except (OSError, DataError):
        return None
    return [line.split() for line in text.split("\n")]


def _start_of_note(mark: str, lines: Sequence[Sequence[str]]) -> int | None:
    """Return at which word of the source a footnote begins: at a line that begins with its mark."""
    at = 0
    for line in lines:
        if line and line[0] == mark:
            return at
        at += len(line)
    return None


def _with_note(words: list[_Word], note: list[_Word]) -> list[_Word]:
    """Return the words with a footnote after the text that refers to it."""
    mark = note[0].text
    for index, word in enumerate(words):
        if word.text != mark and mark in word.text:
            end = next(
                (later for later in range(index, len(words)) if words[later].key != word.key),
                len(words),
            )
            return [*words[:end], *note, *words[end:]]
    return [*words, *note]


def _published(scope: Scope, body: Body) -> tuple[list[_Word], list[list[_Word]]]:
    """Return the words of a response in the order of its document, and those of its footnotes."""
    words: list[_Word] = []
    notes: list[list[_Word]] = []
    for block in transcript.blocks(scope.dataset, body):
        found: list[_Word] = []
        ahead: list[str] = []  # the document's own words that no value holds: Strategi, 1.1, -
        for document, key, texts in _values(scope, body, block):
            if key is None:
                ahead = texts
                continue
            found += [_Word(text, document, key, 0) for text in ahead]
            found += [_Word(text, document, key, number) for number, text in enumerate(texts)]
            ahead = []
        if isinstance(block, transcript.FootnoteBlock):
            notes.append(found)
        else:
            words += found
    return words, notes


def _values(
    scope: Scope, body: Body, block: transcript.Block
) -> Iterator[tuple[Document, Key | None, list[str]]]:
    """Yield the values that a block is made of: the file, the key, and the words."""
    response, own = body.response, scope.document(body.id)

    def value(
        document: Document, words: list[str], *key: str | int
    ) -> tuple[Document, Key | None, list[str]]:
        return document, key or None, words

    match block:
        case transcript.SectionBlock(section):
            at = response.sections.index(section)
            yield value(own, section.heading.split(), "sections", at, "heading")
            yield value(own, source_text.words(section.text), "sections", at, "text")
        case transcript.AreaBlock(area, heading, worded=True):
            at = [item.area for item in response.area_headings].index(area.id)
            yield value(own, heading.split(), "area_headings", at, "heading")
        case transcript.LeadBlock(area, name, text):
            yield value(scope.document(area.id), text.split(), name.replace("-", "_"))
        case transcript.MilestonesBlock(milestones):
            for milestone in milestones:
                area = scope.dataset.area_of(milestone.id)
                document = scope.document(area.id)
                at = area.milestones.index(milestone)
                yield value(document, ["-"])
                yield value(document, milestone.text.split(), "milestones", at, "text")
        case transcript.StrategyBlock(strategy, worded=True):
            area = scope.dataset.area_of(strategy.id)
            document, at = scope.document(area.id), area.strategies.index(strategy)
            yield value(document, ["Strategi", strategy.shown_number])
            yield value(document, strategy.title.split(), "strategies", at, "title")
            yield value(document, source_text.words(strategy.text), "strategies", at, "text")
        case transcript.CommentBlock(comment):
            at = response.comments.index(comment)
            if comment.heading:
                yield value(own, comment.heading.split(), "comments", at, "heading")
            yield value(own, source_text.words(comment.text), "comments", at, "text")
        case transcript.FootnoteBlock(footnote):
            at = response.footnotes.index(footnote)
            yield value(own, [source_text.superscript(footnote.id)])
            yield value(own, footnote.text.split(), "footnotes", at, "text")


def _place(word: _Word) -> Place:
    """Return the line and the column of a word in its file."""
    line, column = word.document.at(*word.key)
    lines = word.document.text.split("\n")
    begin = column - 1
    if lines[line - 1][begin : begin + 1] in ("|", ">"):
        line, begin = line + 1, 0
    left = word.number
    for number in range(line, len(lines) + 1):
        text = lines[number - 1]
        start = begin if number == line else 0
        words = text[start:].split()
        if left < len(words):
            for one in words[:left]:
                start = text.index(one, start) + len(one)
            return number, text.index(words[left], start) + 1
        left -= len(words)
    return line, column
