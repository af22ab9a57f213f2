"""The compilation of the responses (remissammanställning): what its pages and its Word file show.

A structure of words and numbers, without HTML. Everything attributed to a body comes with the
words that show it, their place, and whether a person has reviewed the judgement.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from roadmap.model import Comment, GoalArea, Group, Milestone, Section, Strategy
from roadmap.model.dataset import Answer, Body, Dataset
from roadmap.model.fields import Pages
from roadmap.presenters import answers, urls, wording
from roadmap.presenters.grammar import listing, ngettext_in_words
from roadmap.presenters.judgements import Count, JudgementBox, judgement_box
from roadmap.presenters.messages import _
from roadmap.text.swedish import capitalised


class SourcePlace(NamedTuple):
    """The source of words: whose they are, in which document, on which page.

    `url`, relative to the site's root, and `anchor` lead to them on the site.
    """

    name: str
    document: str
    page: str | None
    url: str
    anchor: str


class Entry(NamedTuple):
    """What one body says in one text, as the editors read it; `joint` names all its strategies."""

    source: SourcePlace
    box: JudgementBox
    joint: str | None = None


@dataclass(frozen=True)
class PlanText:
    """A text of the plan, word for word, and whose document it is from."""

    key: str
    text: str
    label: str
    source: SourcePlace | None


@dataclass(frozen=True)
class Subject:
    """A strategy, and what the bodies say on it: all bodies, or those on one page.

    `total`, `counts`, `asks` and `silent` always cover all bodies.
    """

    strategy: Strategy
    plan: PlanText
    total: int
    counts: tuple[Count, ...]
    asks: tuple[tuple[str, int], ...]
    silent: tuple[str, ...]
    entries: tuple[Entry, ...]


def subject(
    dataset: Dataset, here: str, strategy: Strategy, shown: Sequence[Answer] | None = None
) -> Subject:
    """Return a strategy with the answers to it: all of them, or only those in `shown`.

    Links to files of the site, as sources of outcomes, are relative to the page `here`.
    """
    all_answers = dataset.answers(strategy.id)
    source = dataset.text_from(strategy)
    return Subject(
        strategy=strategy,
        plan=PlanText(
            strategy.id,
            strategy.text,
            wording.retold_by(source),
            _plan_source(source, strategy.pages, urls.strategy_anchor(strategy.id)),
        ),
        total=len(all_answers),
        counts=answers.tally(dataset, strategy.id),
        asks=_ask_counts(dataset, strategy.id),
        silent=answers.silent(dataset, strategy.id),
        entries=tuple(
            _entry(dataset, here, answer) for answer in (all_answers if shown is None else shown)
        ),
    )


# Cached, since every page with some of the answers needs it.
@lru_cache(maxsize=64)
def _ask_counts(dataset: Dataset, strategy_id: str) -> tuple[tuple[str, int], ...]:
    """Return how often the answers to a strategy make each kind of request, most often first."""
    times = Counter(
        dataset.ask_name(ask.kind)
        for answer in dataset.answers(strategy_id)
        for ask in answers.asks(answer)
    )
    return tuple(times.most_common())


def milestones(dataset: Dataset, shown: Iterable[Milestone]) -> tuple[PlanText, ...]:
    """Return the texts of milestones."""
    return tuple(_milestone(dataset, milestone) for milestone in shown)


def area_text(dataset: Dataset, area: GoalArea) -> PlanText | None:
    """Return the own text of a goal area, if it has one."""
    if area.text is None:
        return None
    source = dataset.text_from(area)
    return PlanText(
        f"{area.id}/text",
        area.text,
        wording.text_retold_by(source, _("%(The_goal_area)ss text")),
        _plan_source(source, area.pages, urls.area_anchor(area)),
    )


def group_text(dataset: Dataset, area: GoalArea, group: Group) -> PlanText | None:
    """Return the text of a group, if it has one."""
    if group.text is None:
        return None
    source = dataset.text_from(area)
    return PlanText(
        group.id,
        group.text,
        wording.text_retold_by(source, _("Gruppens text")),
        _plan_source(source, group.pages, urls.group_anchor(group)),
    )


def remarks(dataset: Dataset, here: str) -> tuple[Entry, ...]:
    """Return what the bodies say apart from single strategies, in order of the bodies' names.

    That is what the editors found in the sections of the responses.
    """
    return tuple(
        _remark(dataset, here, body, section) for body, section in judged_sections(dataset)
    )


def tally_lines(subject: Subject) -> tuple[tuple[str, str], ...]:
    """Return the totals of a strategy's answers as labels and texts; none for a single answer."""
    if subject.total < 2:
        return ()
    lines = [
        (
            capitalised(ngettext_in_words("ett svar", "%(num)s svar", subject.total)),
            listing([f"{count.word.lower()} {count.number}" for count in subject.counts]),
        )
    ]
    if subject.asks:
        asked_for = listing([f"{name.lower()} {times}" for name, times in subject.asks])
        lines.append((_("%(Requests)s"), asked_for))
    return tuple(lines)


def _entry(dataset: Dataset, here: str, answer: Answer) -> Entry:
    comment = answer.comment or answer.comments[0]
    box = judgement_box(dataset, here, answer.body, comment.judgement)
    assert box is not None
    return Entry(_source(answer.body, comment), box, wording.joint(dataset, comment))


def _remark(dataset: Dataset, here: str, body: Body, section: Section) -> Entry:
    box = judgement_box(dataset, here, body, section.judgement, takes_position=False)
    assert box is not None
    source = SourcePlace(
        name=wording.speaker(body),
        document=_(
            "%(document)s, avsnittet %(heading)s",
            document=wording.document(body),
            heading=section.heading,
        ),
        page=wording.page(section.pages) if section.pages else None,
        url=urls.response(body),
        anchor=section.id,
    )
    return Entry(source, box)


def judged_sections(dataset: Dataset) -> list[tuple[Body, Section]]:
    """Return the sections that the editors have judged, in order of the bodies' names."""
    return [
        (body, section)
        for body in dataset.received
        for section in body.response.sections
        if section.judgement
    ]


def _source(body: Body, comment: Comment) -> SourcePlace:
    return SourcePlace(
        name=wording.speaker(body),
        document=wording.document(body),
        page=wording.page(comment.pages) if comment.pages else None,
        url=urls.response(body),
        anchor=urls.comment_anchor(comment),
    )


def _milestone(dataset: Dataset, milestone: Milestone) -> PlanText:
    source = dataset.text_from(milestone)
    return PlanText(
        milestone.id,
        milestone.text,
        wording.retold_by(source, _("%(The_milestone)s")),
        _plan_source(source, milestone.pages, urls.milestone_anchor(milestone)),
    )


def _plan_source(source: Body | None, pages: Pages | None, anchor: str) -> SourcePlace | None:
    if source is None:
        return None
    page = wording.page(pages) if pages else None
    return SourcePlace(source.name, wording.document(source), page, urls.response(source), anchor)
