"""From a file to the records of a plan: all that is done to its document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rapidfuzz import fuzz

from roadmap.datafiles.area_files import NO_TEXT, NO_TITLE, no_area_title
from roadmap.datafiles.yaml_writer import dump
from roadmap.importing import headings
from roadmap.importing.document import check_length
from roadmap.importing.hyphens import with_whole_words
from roadmap.importing.law import check_layout, check_words, unmarked
from roadmap.importing.layout import paragraphs
from roadmap.importing.lines import Line, Manuscript, Progress, UnreadableError, no_progress
from roadmap.importing.notes import with_footnotes
from roadmap.importing.plan.drafts import AreaDraft, Draft, Item, Loose
from roadmap.importing.plan.kept_heads import kept_heads
from roadmap.importing.plan.marks import Marks
from roadmap.importing.plan.numbering import Name, Names, Numbering
from roadmap.importing.plan.outline import outline
from roadmap.importing.plan.units import Unit, is_part, units_of
from roadmap.importing.plan.walk import Walk
from roadmap.importing.plan.words import Words
from roadmap.importing.readers import read_manuscript
from roadmap.importing.running_heads import without_running_heads
from roadmap.importing.titles import folded
from roadmap.model import (
    FROM_PLAN,
    GoalArea,
    Group,
    ImportLimits,
    Milestone,
    PlanSection,
    Strategy,
    Terms,
    Unplaced,
)
from roadmap.model.codes import PLACEHOLDER
from roadmap.model.fields import Pages
from roadmap.presenters.messages import speaking, to_editors
from roadmap.text.source_text import FOOTNOTE_REFERENCE
from roadmap.text.swedish import listing
from roadmap.text.tables import as_paragraphs

_NEAR = 5  # words that show where a footnote belongs
_TOP = 12  # paragraphs that the plan's title is one of
_ALIKE = 90
_SIGNS = " .:)–—-"
_TITLE = "Dokumentets titel. Den är inte den som står i data/plan.yml."
_NOTE = "Fotnot, som planens texter inte kan ha."
_NOTHING = (
    "Inga %(goal_areas)s hittades. Inget är skrivet. Spara planen som Word-dokument, där "
    "%(the_goal_areas)s är rubriker (Rubrik 1) och %(the_strategies)s rubriker under dem "
    "(Rubrik 2), också det som står i en tabell eller en lista. Eller skriv vad rubrikerna är i "
    "dokumentet: %(Goal_area)s 1, %(Strategy)s 1.1."
)


@dataclass(frozen=True)
class PlanAccount:
    """What became of a plan's document: its goal areas, and what its reader should know.

    `title` is the one that the document has; None if that is the one already known. `sections` are
    the texts outside the goal areas, `unplaced` those of them whose place is not certain, `unsure`
    the doubts and `told` other things, in Swedish.
    """

    areas: tuple[GoalArea, ...]
    sections: tuple[PlanSection, ...]
    title: str | None
    unplaced: tuple[Unplaced, ...]
    unsure: tuple[str, ...]
    told: tuple[str, ...]


def read_plan(
    title: str,
    terms: Terms,
    path: Path,
    limits: ImportLimits | None = None,
    progress: Progress = no_progress,
) -> PlanAccount:
    """Return the plan in a document. `title` is the one that the site knows it by.

    Raises UnreadableError if it cannot be read, has no goal areas, or would lose a word.
    """
    manuscript = read_manuscript(path, limits, progress)
    check_length(sum(len(line.text.encode()) for line in manuscript.lines))
    with speaking(terms):
        account = plan_of(title, terms, manuscript)
    for area in account.areas:
        check_length(len(dump(area).encode()))
    return account


def plan_of(title: str, terms: Terms, manuscript: Manuscript) -> PlanAccount:
    """Return the plan in a manuscript; see `read_plan`."""
    read = manuscript
    marks = Marks(Words(terms))
    without_heads = without_running_heads(manuscript, is_kept=kept_heads(manuscript.lines, marks))
    manuscript = with_whole_words(with_footnotes(without_heads, raised=True))
    check_layout(read, manuscript)
    manuscript, notes = _without_notes(manuscript)
    units = units_of(manuscript.lines, marks)
    own_title = _title(units, title, manuscript.title)
    units = [unit for unit in units if unit is not own_title]
    draft = Walk(units, outline(units, marks.words), marks).draft()
    if not draft.areas:
        raise UnreadableError(to_editors(_NOTHING))
    for area in draft.areas:
        if not area.strategies:
            area.strategies.append(Item(None, "", None))  # to fill in
    numbering = Numbering(draft.areas, terms)
    areas = tuple(
        _area(area, place, names)
        for place, (area, names) in enumerate(zip(draft.areas, numbering.names, strict=True))
    )
    sections = tuple(_sections(draft))
    is_unknown = PLACEHOLDER in title
    is_new = own_title is not None and not is_unknown and own_title.text != title
    if own_title and is_new:
        draft.loose.insert(0, Loose(_TITLE, own_title.lines))
    unplaced = [
        *map(_unplaced, draft.loose),
        *(Unplaced(text=as_paragraphs(text), reason=why) for text, why in notes),
        *(Unplaced(text=as_paragraphs(text), reason=why) for text, why in manuscript.aside),
    ]
    left_out = [*draft.left_out, *([own_title.text] if own_title and not is_new else [])]
    check_words(manuscript, manuscript.lines, left_out, _texts(areas, sections, unplaced))
    return PlanAccount(
        areas,
        sections,
        own_title.text if own_title and is_unknown else None,
        tuple(unplaced),
        tuple(f"{area.title}: {doubt}" for area in areas for doubt in area.unsure),
        (*manuscript.told, *_told(draft, numbering, None if is_new else own_title)),
    )


def _title(units: Sequence[Unit], known: str, stored: str) -> Unit | None:
    """Return the paragraph near the top that is the plan's title."""
    for unit in units[:_TOP]:
        words = folded(unit.text)
        if (unit.mark is None and not is_part(unit.text)) and (
            words == folded(stored) or fuzz.ratio(words, folded(known)) >= _ALIKE
        ):
            return unit
    return None


def _without_notes(manuscript: Manuscript) -> tuple[Manuscript, list[tuple[str, str]]]:
    """Return a manuscript without marks of footnotes, and its footnotes with where they were."""
    places: dict[str, str] = {}
    lines = []
    for line in manuscript.lines:
        for found in FOOTNOTE_REFERENCE.finditer(line.text):
            before = FOOTNOTE_REFERENCE.sub("", line.text[: found.start()])
            places.setdefault(found[1], " ".join(before.split()[-_NEAR:]))
        lines.append(replace(line, text=FOOTNOTE_REFERENCE.sub("", line.text)))
    notes = {
        number: FOOTNOTE_REFERENCE.sub("", text) for number, text in manuscript.footnotes.items()
    }
    told = [
        (text, f"{_NOTE} Den hör till orden ”{places[number]}”." if places.get(number) else _NOTE)
        for number, text in notes.items()
    ]
    kept = tuple(line for line in lines if line.text.strip())
    return replace(manuscript, lines=kept, footnotes=notes), told


def _area(draft: AreaDraft, place: int, names: Names) -> GoalArea:
    groups = [_group(*pair) for pair in zip(draft.groups, names.groups, strict=True)]
    ids = {id(item): group.id for item, group in zip(draft.groups, groups, strict=True)}
    strategies = [
        _strategy(item, name).altered(group=ids.get(id(item.group)))
        for item, name in zip(draft.strategies, names.strategies, strict=True)
    ]
    milestones = [
        _milestone(item, name).altered(group=ids.get(id(item.group)))
        for item, name in zip(draft.milestones, names.milestones, strict=True)
    ]
    doubts = [
        *filter(None, (draft.doubt, draft.text_doubt)),
        *(
            f"{record.label}: {item.doubt}"
            for items, records in (
                (draft.milestones, milestones),
                (draft.strategies, strategies),
            )
            for item, record in zip(items, records, strict=False)
            if item.doubt
        ),
    ]
    return GoalArea(
        id=names.area.id,
        number=names.area.number,
        title=draft.title or no_area_title(place + 1),
        text_from=FROM_PLAN,
        text=paragraphs(draft.lines) or None,
        lead_milestones=draft.lead_milestones or None,
        lead_strategies=draft.lead_strategies or None,
        groups=tuple(groups),
        milestones=tuple(milestones),
        strategies=tuple(strategies),
        unplaced=tuple(map(_unplaced, draft.loose)),
        unsure=tuple(doubts),
    ).altered(pages=_pages(None, draft.lines))


def _sections(draft: Draft) -> Iterator[PlanSection]:
    taken: set[str] = set()
    for item in draft.sections:
        name = headings.id_of(item.title, taken)
        taken.add(name)
        text = paragraphs(item.lines) or None
        record = PlanSection(id=name, heading=item.title, text=text)
        yield record.altered(pages=_pages(item.page, item.lines))


def _group(item: Item, name: Name) -> Group:
    text = paragraphs(item.lines) or None
    record = Group(id=name.id, number=name.number, title=item.title, text=text)
    return record.altered(pages=_pages(item.page, item.lines))


def _strategy(item: Item, name: Name) -> Strategy:
    record = Strategy(
        id=name.id,
        number=name.number,
        title=item.title or NO_TITLE,
        text=paragraphs(item.lines) or NO_TEXT,
    )
    return record.altered(pages=_pages(item.page, item.lines))


def _milestone(item: Item, name: Name) -> Milestone:
    text = item.title or f"{PLACEHOLDER} texten"
    record = Milestone(id=name.id, number=name.number, text=text)
    return record.altered(pages=_pages(item.page, item.lines))


def _unplaced(loose: Loose) -> Unplaced:
    record = Unplaced(text=paragraphs(loose.lines), reason=to_editors(loose.reason))
    return record.altered(pages=_pages(None, loose.lines))


def _pages(first: int | None, lines: Sequence[Line]) -> Pages | None:
    numbers = [page for page in (first, *(line.page for line in lines)) if page]
    return Pages(min(numbers), max(numbers)) if numbers else None


def _texts(
    areas: Sequence[GoalArea], sections: Sequence[PlanSection], unplaced: Sequence[Unplaced]
) -> Iterator[str]:
    """Yield all words of the records that come from the document, but for those to fill in."""
    for area in areas:
        fields = [
            *(area.title, area.lead_milestones or "", area.lead_strategies or ""),
            *(group.title for group in area.groups),
            *(milestone.text for milestone in area.milestones),
            *(strategy.title for strategy in area.strategies),
        ]
        yield from (text for text in fields if PLACEHOLDER not in text)
        yield from (
            line
            for strategy in area.strategies
            if strategy.text != NO_TEXT
            for line in unmarked(strategy.text)
        )
        texts = (area.text, *(group.text for group in area.groups))
        yield from (line for text in texts for line in unmarked(text or ""))
        yield from (line for item in area.unplaced for line in unmarked(item.text))
    for section in sections:
        yield from (section.heading, *unmarked(section.text or ""))
    yield from (line for item in unplaced for line in unmarked(item.text))


def _told(draft: Draft, numbering: Numbering, title: Unit | None) -> Iterator[str]:
    """Yield what is told of the words that stand in no field, and of those that moved."""
    if title:
        yield f"Rubriken ”{title.text}” är planens titel."
    words = list(dict.fromkeys(text.strip(_SIGNS) for text in draft.left_out))
    if words:
        yield f"Står inte i texterna, utan säger vad rubrikerna är: {', '.join(words)}."
    if numbering.repeated:
        numbers = listing(list(dict.fromkeys(numbering.repeated)))
        yield f"Flera har samma nummer ({numbers}), så det står inte i number. Blir det rätt?"
    if draft.subheads:
        heads = listing([f"”{text}”" for text in dict.fromkeys(draft.subheads)])
        yield to_editors(
            "Underrubriker som står som stycken i %(the_strategies)ss texter: %(heads)s.",
            heads=heads,
        )
    if subheads := [text for area in draft.areas if area.lines for text in area.subheads]:
        heads = listing([f"”{text}”" for text in dict.fromkeys(subheads)])
        yield to_editors(
            "Underrubriker som står som stycken i %(the_goal_areas)ss egna texter: %(heads)s.",
            heads=heads,
        )
