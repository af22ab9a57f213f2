"""The compilation of the responses (remissammanställning): what its pages and its Word file show.

A structure of words and numbers, without HTML. Each thing a body is said to say stands with the
words that carry it, where they stand, and whether a person has reviewed the judgement.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from roadmap.model import Comment, GoalArea, Milestone, Section, Strategy
from roadmap.model.dataset import Answer, Body, Dataset
from roadmap.model.fields import Pages
from roadmap.presenters import answers, urls, wording
from roadmap.presenters.judgements import Count, JudgementBox, judgement_box
from roadmap.text.swedish import capitalised, counted, listing


class Source(NamedTuple):
    """Where words stand: whose, in which document, on which page.

    `url` and `anchor` lead to them on the site, `url` relative to its root.
    """

    name: str
    document: str
    page: str | None
    url: str
    anchor: str


class Entry(NamedTuple):
    """What one body says in one text, as the editors read it. `joint` is set for a joint one."""

    source: Source
    box: JudgementBox
    joint: str | None = None


@dataclass(frozen=True)
class PlanText:
    """A text of the plan, word for word, and whose account of it that is."""

    key: str
    number: str
    text: str
    label: str
    source: Source | None


@dataclass(frozen=True)
class Subject:
    """A strategy, and what the bodies say on it: all of them, or those on one page.

    `counts`, `asks` and `silent` are always those of all bodies.
    """

    strategy: Strategy
    number: str
    plan: PlanText
    total: int
    counts: tuple[Count, ...]
    asks: tuple[tuple[str, int], ...]
    silent: tuple[str, ...]
    entries: tuple[Entry, ...]


def subject(
    dataset: Dataset, here: str, strategy: Strategy, shown: Sequence[Answer] | None = None
) -> Subject:
    """Return a strategy with the answers to it: all of them, or those given.

    The sources of outcomes that are files of the site are linked to from the page `here`.
    """
    found = dataset.answers(strategy.id)
    source = dataset.text_from(strategy)
    return Subject(
        strategy=strategy,
        number=strategy.shown_number,
        plan=PlanText(
            strategy.id,
            strategy.shown_number,
            strategy.text,
            wording.retold_by(source),
            _plan_source(source, strategy.pages, urls.strategy_anchor(strategy.id)),
        ),
        total=len(found),
        counts=answers.tally(dataset, strategy.id),
        asks=_asked(dataset, strategy.id),
        silent=answers.silent(dataset, strategy.id),
        entries=tuple(
            _entry(dataset, here, answer) for answer in (found if shown is None else shown)
        ),
    )


# Asked for by each page that shows some of the answers.
@lru_cache(maxsize=64)
def _asked(dataset: Dataset, strategy_id: str) -> tuple[tuple[str, int], ...]:
    """Return how many times the answers to a strategy ask for each thing, the most first."""
    found = Counter(
        dataset.ask_name(ask.kind)
        for answer in dataset.answers(strategy_id)
        for ask in answers.asks(answer)
    )
    return tuple(found.most_common())


def milestones(dataset: Dataset, area: GoalArea) -> tuple[PlanText, ...]:
    """Return the milestones of a goal area."""
    return tuple(_milestone(dataset, milestone) for milestone in area.milestones)


def remarks(dataset: Dataset, here: str) -> tuple[Entry, ...]:
    """Return what the bodies say in general, apart from single strategies, by the bodies' names.

    That is what the editors found in the sections of the responses.
    """
    return tuple(
        _remark(dataset, here, body, section) for body, section in judged_sections(dataset)
    )


def tally_lines(subject: Subject) -> tuple[tuple[str, str], ...]:
    """Return what the answers to a strategy add up to, a label and a text; nothing for one."""
    if subject.total < 2:
        return ()
    found = [
        (
            capitalised(counted(subject.total, "svar", "svar")),
            listing([f"{count.word.lower()} {count.number}" for count in subject.counts]),
        )
    ]
    if subject.asks:
        found.append(
            ("Önskemål", listing([f"{name.lower()} {number}" for name, number in subject.asks]))
        )
    return tuple(found)


def _entry(dataset: Dataset, here: str, answer: Answer) -> Entry:
    comment = answer.comment or answer.comments[0]
    box = judgement_box(dataset, here, comment.judgement)
    assert box is not None
    return Entry(_source(answer.body, comment), box, wording.joint(dataset, comment))


def _remark(dataset: Dataset, here: str, body: Body, section: Section) -> Entry:
    box = judgement_box(dataset, here, section.judgement, takes_position=False)
    assert box is not None
    source = Source(
        name=body.name,
        document=f"{wording.document(body)}, avsnittet {section.heading}",
        page=wording.page(section.pages) if section.pages else None,
        url=urls.response(body),
        anchor=section.id,
    )
    return Entry(source, box)


def judged_sections(dataset: Dataset) -> list[tuple[Body, Section]]:
    """Return the sections in which the editors found something, by the bodies' names."""
    return [
        (body, section)
        for body in dataset.received
        for section in body.response.sections
        if section.judgement
    ]


def _source(body: Body, comment: Comment) -> Source:
    return Source(
        name=body.name,
        document=wording.document(body),
        page=wording.page(comment.pages) if comment.pages else None,
        url=urls.response(body),
        anchor=urls.comment_anchor(comment),
    )


def _milestone(dataset: Dataset, milestone: Milestone) -> PlanText:
    source = dataset.text_from(milestone)
    return PlanText(
        milestone.id,
        milestone.shown_number,
        milestone.text,
        wording.retold_by(source, "etappmålet"),
        _plan_source(source, milestone.pages, urls.milestone_anchor(milestone)),
    )


def _plan_source(source: Body | None, pages: Pages | None, anchor: str) -> Source | None:
    if source is None:
        return None
    page = wording.page(pages) if pages else None
    return Source(source.name, wording.document(source), page, urls.response(source), anchor)


# Up to this many bodies are listed on the first page; the list of responses has them all.
LISTED = 100


Part = tuple[Strategy, tuple[Answer, ...], bool]


def remarks_pages(dataset: Dataset) -> int:
    """Return over how many pages the general remarks go; 0 where there are none."""
    return -(-len(judged_sections(dataset)) // urls.ENTRIES_PER_PAGE)


def parts(dataset: Dataset, area: GoalArea) -> tuple[tuple[Part, ...], ...]:
    """Return what stands on each page of a goal area: strategies, some of the answers to each.

    A page has at most `urls.ENTRIES_PER_PAGE` answers. The last of a part says whether it is the
    strategy's first.
    """
    pages: list[list[Part]] = [[]]
    room = urls.ENTRIES_PER_PAGE
    for strategy in area.strategies:
        left = dataset.answers(strategy.id)
        begins = True
        while begins or left:
            if not room:
                pages.append([])
                room = urls.ENTRIES_PER_PAGE
            shown, left = left[:room], left[room:]
            pages[-1].append((strategy, shown, begins))
            room -= len(shown)
            begins = False
    return tuple(map(tuple, pages))


def further_pages(dataset: Dataset) -> Iterator[tuple[str, GoalArea | None, int]]:
    """Yield every page but the first: its URL, its area (None: remarks) and its number."""
    for area in dataset.goal_areas:
        for page in range(1, len(parts(dataset, area)) + 1):
            yield urls.compiled_area(dataset, area, page), area, page
    for page in range(1, remarks_pages(dataset) + 1):
        yield urls.compiled_remarks(page), None, page
