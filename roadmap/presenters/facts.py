"""What is known about the plan, and the uncertain readings of its sources."""

from dataclasses import dataclass
from functools import lru_cache

from roadmap.model import Plan, Sourced, UncertainReading
from roadmap.model.dataset import Body, Dataset
from roadmap.presenters import urls
from roadmap.presenters.messages import _


@dataclass(frozen=True)
class Fact:
    """A fact about the plan; `seen_in` is its source if the plan's document does not state it."""

    label: str
    value: str
    seen_in: str | None = None
    url: str | None = None


def facts(plan: Plan) -> tuple[Fact, ...]:
    """Return the facts about the plan."""
    return (
        Fact(_("Titel"), plan.title),
        Fact(_("Kommun"), plan.municipality),
        Fact(_("Avsändare"), plan.issuer),
        _sourced(_("År"), plan.year),
        _sourced(_("Diarienummer"), plan.case_number),
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
