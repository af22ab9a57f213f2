"""What is known about the plan, and the uncertain readings of its sources."""

from dataclasses import dataclass
from functools import lru_cache

from roadmap.model import Sourced, UncertainReading
from roadmap.model.dataset import Body, Dataset
from roadmap.presenters import urls, wording
from roadmap.presenters.grammar import long_date
from roadmap.presenters.messages import _
from roadmap.presenters.unknowns import looked_for_plan
from roadmap.text.swedish import capitalised


@dataclass(frozen=True)
class Fact:
    """A fact about the plan; `seen_in` is its source if the plan's document does not state it."""

    label: str
    value: str
    seen_in: str | None = None
    url: str | None = None


def facts(dataset: Dataset) -> tuple[Fact, ...]:
    """Return the facts about the plan."""
    plan = dataset.plan
    return (
        Fact(_("Titel"), wording.plan_name(dataset)),
        Fact(_("Kommun"), capitalised(plan.municipality)),
        Fact(_("Avsändare"), capitalised(plan.issuer)),
        _sourced(_("År"), plan.year),
        _sourced(_("Diarienummer"), plan.case_number),
        _end(dataset),
    )


def readings_pages(dataset: Dataset) -> int:
    """Return the number of pages of the list of uncertain readings; 0 if there are none."""
    return urls.page_count(len(readings(dataset)), urls.READINGS_PER_PAGE)


@lru_cache(maxsize=4)
def readings(dataset: Dataset) -> tuple[tuple[Body, UncertainReading], ...]:
    """Return every uncertain reading in the texts as received, with its body."""
    return tuple(
        (body, reading)
        for body in dataset.received
        if body.response.source
        for reading in body.response.source.uncertain
    )


def _sourced(label: str, fact: Sourced | None) -> Fact:
    if fact is None:
        return Fact(label, _("Vet vi inte"))
    return Fact(label, fact.value, fact.seen_in, fact.url)


def _end(dataset: Dataset) -> Fact:
    label, decision = _("Antogs den?"), dataset.plan.decision
    if decision is None:
        return Fact(label, _("Vet vi inte"), looked_for_plan(dataset, "decision"))
    who_and_when = {"by": decision.by, "date": long_date(decision.date)}
    value = (
        _("Ja, av %(by)s den %(date)s", **who_and_when)
        if decision.value == "adopted"
        else _("Nej, %(by)s sade nej den %(date)s", **who_and_when)
    )
    return Fact(label, value, decision.source.title, decision.source.url)
