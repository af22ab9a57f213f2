"""The views of the start page: the plan, the finding with its map, the areas, the plan's way."""

from dataclasses import dataclass

from markupsafe import Markup

from roadmap.model import OUTCOMES, UNKNOWN_OUTCOME, OutcomeValue
from roadmap.model.dataset import Dataset
from roadmap.presenters import answers, plan_status, urls, wording
from roadmap.presenters import finding as findings
from roadmap.presenters import process as plans_way
from roadmap.presenters.grammar import in_words, ngettext_in_words
from roadmap.presenters.judgements import counts
from roadmap.presenters.marks import Link, Mark, area_mark
from roadmap.presenters.messages import _
from roadmap.presenters.request_map import request_map
from roadmap.presenters.requests import outcome_tally
from roadmap.text.swedish import capitalised
from roadmap.views.templating import render

# More steps than this stand under each other in every window.
MOST_STEPS = 8


@dataclass(frozen=True)
class _Field:
    mark: Mark
    title: Link
    parts: tuple[tuple[str | None, tuple[tuple[str | None, Link], ...]], ...]


@dataclass(frozen=True)
class _Outcome:
    value: OutcomeValue
    word: str
    number: int


def opening(dataset: Dataset, here: str) -> Markup:
    """Return what the plan is, who has answered, and the search field."""
    only = dataset.received[0] if len(dataset.received) == 1 else None
    return render(
        "opening.html",
        plan=dataset.plan,
        status_line=plan_status.of_plan(dataset),
        received=in_words(len(dataset.received)) if dataset.received else None,
        speaker=Link(wording.speaker(only), urls.link(here, urls.response(only))) if only else None,
        is_draft=bool(only and only.speaks_for_administration),
        is_read=findings.is_read(dataset),
        responses=urls.link(here, urls.responses()),
        action=urls.link(here, urls.SEARCH),
        examples=wording.search_examples(dataset),
    )


def finding(dataset: Dataset, here: str) -> Markup:
    """Return the finding in a sentence, and the map of the requests that shows it."""
    found = findings.finding(dataset)
    before, asks, after = found.parts
    strategies = tuple(strategy.id for strategy in dataset.strategies)
    positions = [answer.position for strategy in strategies for answer in dataset.answers(strategy)]
    tally = outcome_tally(dataset)
    return render(
        "finding.html",
        before=before,
        asks=asks,
        after=after,
        who=findings.who(dataset),
        map=request_map(dataset, here) if findings.is_read(dataset) else None,
        many=len(dataset.received) > 1,
        total=sum(tally.values()),
        unknown=tally[UNKNOWN_OUTCOME],
        outcomes=[
            _Outcome(value, _outcome_word(dataset, value), tally[value])
            for value in reversed(OUTCOMES)
            if tally[value]
        ],
        stands=counts(positions),
        status=answers.status(dataset, strategies),
        links=(
            Link(_("Alla %(requests)s i text"), urls.link(here, urls.requests())),
            Link(_("Så tolkar vi"), urls.link(here, urls.METHOD)),
            Link(_("Hämta som tabell"), urls.link(here, urls.OPEN_DATA, "borja")),
        ),
    )


def _outcome_word(dataset: Dataset, value: OutcomeValue) -> str:
    """Return what came of a request, as the key of the map says it."""
    if value == "adopted":
        return _("%(Sender)s gjorde så", Sender=capitalised(wording.sender(dataset)))
    return wording.OUTCOME_WORDS[value]


def goal_areas(dataset: Dataset, here: str) -> Markup:
    """Return a field for each goal area, with its strategies' numbers and titles as links."""
    fields = [
        _Field(
            area_mark(dataset, area),
            Link(area.title, urls.link(here, urls.goal_area(dataset, area))),
            tuple(
                (
                    wording.heading_of(part.group) if part.group else None,
                    tuple(
                        (one.shown_number, Link(one.title, urls.link(here, urls.strategy(one))))
                        for one in part.strategies
                    ),
                )
                for part in area.parts
                if part.strategies
            ),
        )
        for area in dataset.goal_areas
    ]
    areas, strategies = len(dataset.goal_areas), len(dataset.strategies)
    return render(
        "goal_areas.html",
        fields=fields,
        sections=urls.link(here, urls.PLAN) if dataset.plan.sections else None,
        areas=ngettext_in_words("%(a_goal_area)s", "%(num)s %(goal_areas)s", areas),
        counted_strategies=ngettext_in_words(
            "%(a_strategy)s", "%(num)s %(strategies)s", strategies
        ),
    )


def process(dataset: Dataset, here: str) -> Markup:
    """Return the steps on the plan's way, as far as they are known; nothing if none are told."""
    steps = plans_way.steps(dataset, here)
    return render("process.html", steps=steps, wide=len(steps) <= MOST_STEPS)
