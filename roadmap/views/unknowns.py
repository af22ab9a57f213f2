"""The view of what is not known about the plan and the answers to it."""

from markupsafe import Markup

from roadmap.model.dataset import Dataset
from roadmap.presenters.facts import unknown_facts
from roadmap.text.swedish import capitalised, counted
from roadmap.views.templating import render


def unknowns(dataset: Dataset, here: str) -> Markup:
    """Return what is not known, as far as the data shows."""
    return render("unknowns.html", sentences=[*_unpublished(dataset), *unknown_facts(dataset)])


def _unpublished(dataset: Dataset) -> list[str]:
    """Return the sentence on responses that are not published here, if there are any."""
    received = dataset.received
    total = dataset.plan.responses_total
    published = capitalised(counted(len(received), "svar", "svar"))
    verb = "är publicerat" if len(received) == 1 else "är publicerade"
    if total is None:
        if received:
            return [f"{published} {verb} här; hur många som svarade är okänt."]
        return ["Inget svar är publicerat här; hur många som svarade är okänt."]
    if total > len(received):
        return [f"Av {total} inkomna svar {verb} {len(received)} här."]
    return []
