"""The view of what is not known of the plan and the answers to it."""

from markupsafe import Markup

from roadmap.datafiles.problems import listing
from roadmap.model.dataset import Dataset
from roadmap.text.swedish import capitalised, counted
from roadmap.views.bodies import FEW
from roadmap.views.templating import render


def unknowns(dataset: Dataset, here: str) -> Markup:
    """Return what is not known, as far as it follows from the data."""
    return render("unknowns.html", sentences=[*_unpublished(dataset), *unknown_facts(dataset)])


def _unpublished(dataset: Dataset) -> list[str]:
    """Return the sentence on the answers that came in but are not published here, if any."""
    received = dataset.received
    total = dataset.plan.responses_total
    published = capitalised(counted(len(received), "svar", "svar"))
    are = "är publicerat" if len(received) == 1 else "är publicerade"
    if total is None:
        if received:
            return [f"{published} {are} här; hur många som svarade är okänt."]
        return ["Inget svar är publicerat här; hur många som svarade är okänt."]
    if total > len(received):
        return [f"Av {total} inkomna svar {are} {len(received)} här."]
    return []


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
