"""The search page: the form, what its script shows results with, and the list without a script."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from roadmap.model import OUTCOMES, GoalArea, Milestone, Signed, Strategy
from roadmap.model.dataset import Dataset
from roadmap.presenters import urls, wording
from roadmap.presenters.judgements import Count, counts
from roadmap.presenters.marks import Link, Mark, area_mark, strategy_mark
from roadmap.presenters.messages import _, ngettext
from roadmap.presenters.search_words import search_words
from roadmap.text.foreign import unmarked
from roadmap.views.templating import render


@dataclass(frozen=True)
class _Listed:
    """A goal area or a strategy in the list; `voice` says whose words its text is.

    `milestones` says the same for those of an area, by their anchors. A strategy has a link to the
    answers to it, the positions that they take and the number of requests in them.
    """

    id: str
    mark: Mark
    title: str
    href: str
    voice: str
    milestones: Mapping[str, str] = field(default_factory=dict)
    answers: Link | None = None
    counts: tuple[Count, ...] = ()
    asks: int = 0


@dataclass(frozen=True)
class _ListedArea:
    area: _Listed
    parts: tuple[tuple[str | None, tuple[_Listed, ...]], ...]


def search_page(dataset: Dataset, here: str) -> Markup:
    """Return the search page. Its script fills in results from the index of its language."""
    areas = []
    for area in dataset.goal_areas:
        href = urls.link(here, urls.goal_area(dataset, area))
        listed = _Listed(
            area.id,
            area_mark(dataset, area),
            area.title,
            href,
            _voice(dataset, area, _("%(The_goal_area)s")),
            {
                urls.milestone_anchor(milestone): _voice(dataset, milestone, _("%(The_milestone)s"))
                for milestone in area.milestones
            },
        )
        parts = tuple(
            (
                wording.heading_of(part.group) if part.group else None,
                tuple(_listed(dataset, here, strategy) for strategy in part.strategies),
            )
            for part in area.parts
            if part.strategies
        )
        areas.append(_ListedArea(listed, parts))
    judgements: list[Signed] = []
    for body in dataset.received:
        all_judgements = [comment.judgement for comment in body.response.comments]
        all_judgements += [section.judgement for section in body.response.sections]
        judgements.extend(
            judgement for judgement in all_judgements if judgement and judgement.position
        )
    return render(
        "search_page.html",
        areas=areas,
        index=urls.to_root(here) + urls.SEARCH_INDEX,
        root=urls.to_root(here),
        in_source=f"{urls.to_root(here)}../{urls.SEARCH}" if dataset.original else None,
        words=search_words(dataset),
        examples=wording.search_examples(dataset),
        positions=wording.POSITION_WORDS,
        outcomes=OUTCOMES,
        signatures=wording.signatures(judgements) if judgements else None,
        method=urls.link(here, urls.METHOD),
    )


def _voice(
    dataset: Dataset, record: GoalArea | Milestone | Strategy, what: str | None = None
) -> str:
    """Return whose words a result shows. They are read by a script, so no mark may be in them."""
    voice = unmarked(wording.retold_by(dataset.text_from(record), what))
    return _("%(voice)s, i översättning", voice=voice) if dataset.original else voice


def _listed(dataset: Dataset, here: str, strategy: Strategy) -> _Listed:
    answers = dataset.answers(strategy.id)
    asks = [answer.judgement.asks for answer in answers if answer.judgement]
    return _Listed(
        strategy.id,
        strategy_mark(dataset, strategy.id),
        strategy.title,
        urls.link(here, urls.strategy(strategy)),
        _voice(dataset, strategy),
        answers=(
            Link(
                ngettext("Svaret:", "%(num)s svar:", len(answers)),
                urls.link(here, *urls.answer(answers[0])),
            )
            if answers
            else None
        ),
        counts=counts(answer.position for answer in answers),
        asks=sum(map(len, asks)),
    )
