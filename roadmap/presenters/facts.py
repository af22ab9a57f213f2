"""What is known about the plan and the answers to it, and what is not."""

from dataclasses import dataclass
from functools import lru_cache

from roadmap.model import Plan, Sourced, UncertainReading
from roadmap.model.dataset import Body, Dataset
from roadmap.presenters import urls
from roadmap.presenters.answers import FEW
from roadmap.text.swedish import listing


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
        Fact("Titel", plan.title),
        Fact("Kommun", plan.municipality),
        Fact("Avsändare", plan.issuer),
        _sourced("År", plan.year),
        _sourced("Diarienummer", plan.case_number),
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
        return Fact(label, "Inte känt")
    return Fact(label, fact.value, fact.seen_in, fact.url)


def unknown_facts(dataset: Dataset) -> list[str]:
    """Return a sentence for each thing that is not known about the answers and the plan."""
    plan, received = dataset.plan, dataset.received
    undecided = [
        body.name
        for body in received
        if body.speaks_for_administration and body.response.decision is None
    ]
    sentences = [
        f"Vad {name} beslutade är inte känt. "
        "Det som står här är förvaltningens ord, inte nämndens beslut."
        for name in (undecided if len(undecided) <= FEW else [f"{len(undecided)} nämnder"])
    ]
    retellers = _retellers(dataset)
    if plan.document is None and retellers:
        sentences.append(
            "Planen själv finns inte här. Målområden, etappmål och strategier står så som de "
            f"återges av {listing(retellers)}."
        )
    undated = [body.name for body in received if body.response.date is None]
    if len(undated) == 1:
        sentences.append(f"När svaret från {undated[0]} skrevs framgår inte av dokumentet.")
    elif len(undated) > FEW:
        sentences.append(f"När {len(undated)} av svaren skrevs framgår inte av dokumenten.")
    elif undated:
        sentences.append(f"När svaren från {listing(undated)} skrevs framgår inte av dokumenten.")
    return sentences


def _retellers(dataset: Dataset) -> list[str]:
    """Return the names of those whose documents retell the plan's texts, each once."""
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
