"""What is known of the plan and the answers to it, and what is not."""

from dataclasses import dataclass
from functools import lru_cache

from roadmap.model import Plan, Sourced, UncertainReading
from roadmap.model.dataset import Body, Dataset
from roadmap.presenters import urls
from roadmap.presenters.answers import FEW
from roadmap.text.swedish import listing


@dataclass(frozen=True)
class Fact:
    """A fact of the plan; one that its document does not state says where it was seen."""

    label: str
    value: str
    seen_in: str | None = None
    url: str | None = None


def facts(plan: Plan) -> tuple[Fact, ...]:
    """Return what is known of the plan."""
    return (
        Fact("Titel", plan.title),
        Fact("Kommun", plan.municipality),
        Fact("Avsändare", plan.issuer),
        _sourced("År", plan.year),
        _sourced("Diarienummer", plan.case_number),
    )


def readings_pages(dataset: Dataset) -> int:
    """Return over how many pages the list of uncertain readings goes; 0 where there are none."""
    return -(-len(readings(dataset)) // urls.READINGS_PER_PAGE)


@lru_cache(maxsize=4)
def readings(dataset: Dataset) -> tuple[tuple[Body, UncertainReading], ...]:
    """Return every word that a text as received does not settle, with the body it is of."""
    return tuple(
        (body, reading)
        for body in dataset.received
        if body.response.source
        for reading in body.response.source.uncertain
    )


def _sourced(label: str, fact: Sourced | None) -> Fact:
    if fact is None:
        return Fact(label, "Inte känt")
    return Fact(label, fact.value, fact.seen_in, fact.url)


def unknown_facts(dataset: Dataset) -> list[str]:
    """Return a sentence for each thing that is not known of the published answers and the plan."""
    plan, received = dataset.plan, dataset.received
    undecided = [
        body.name
        for body in received
        if body.speaks_for_administration and body.response.decision is None
    ]
    told = [
        f"Vad {name} beslutade är inte känt. "
        "Det som står här är förvaltningens ord, inte nämndens beslut."
        for name in (undecided if len(undecided) <= FEW else [f"{len(undecided)} nämnder"])
    ]
    tellers = _tellers(dataset)
    if plan.document is None and tellers:
        told.append(
            "Planen själv finns inte här. Målområden, etappmål och strategier står så som de "
            f"återges av {listing(tellers)}."
        )
    undated = [body.name for body in received if body.response.date is None]
    if len(undated) == 1:
        told.append(f"När svaret från {undated[0]} skrevs framgår inte av dokumentet.")
    elif len(undated) > FEW:
        told.append(f"När {len(undated)} av svaren skrevs framgår inte av dokumenten.")
    elif undated:
        told.append(f"När svaren från {listing(undated)} skrevs framgår inte av dokumenten.")
    return told


def _tellers(dataset: Dataset) -> list[str]:
    """Return who retells the plan's texts, each once."""
    sources = [dataset.text_from(area) for area in dataset.goal_areas]
    sources += [dataset.text_from(strategy) for strategy in dataset.strategies]
    sources += [dataset.text_from(milestone) for milestone in dataset.milestones]
    return list(
        dict.fromkeys(
            f"förvaltningen i svaret från {body.name}"
            if body.speaks_for_administration
            else body.name
            for body in sources
            if body
        )
    )
