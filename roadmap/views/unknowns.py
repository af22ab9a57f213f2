"""The view of what is not known about the plan and the answers to it."""

from markupsafe import Markup

from roadmap.model.dataset import Dataset
from roadmap.presenters import unknowns as presenter
from roadmap.views.templating import render


def unknowns(dataset: Dataset, here: str) -> Markup:
    """Return what is not known, as far as the data shows, and whether anybody has looked."""
    return render("unknowns.html", unknowns=presenter.unknowns(dataset))
