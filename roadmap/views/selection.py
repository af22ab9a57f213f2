"""The selection on the overview: the form, and what its script fills in the answers with."""

from dataclasses import dataclass

from markupsafe import Markup

from roadmap.model.dataset import Dataset
from roadmap.presenters import answers, urls
from roadmap.presenters.answer_facets import Choice, facets
from roadmap.views.overview_table import ONE_BODY
from roadmap.views.templating import render

_LABELS = {
    "area": "Målområde",
    "position": "Ställningstagande",
    "ask": "Önskemål",
    "theme": "Tema",
    "body": "Remissinstans",
}
# How the answers can be sorted, and the facet that each way needs several values of.
_ORDERS = (
    (Choice("strategy", "Strategi"), None),
    (Choice("position", "Ställningstagande"), "position"),
    (Choice("body", "Remissinstans"), "body"),
)
_MANY_BODIES = ("Strategi", "Remissinstans", "Ställning", "Önskar")


@dataclass(frozen=True)
class _Field:
    """A list to choose from; hidden where there is nothing to choose, for its names are used."""

    name: str
    label: str
    choices: tuple[Choice, ...]

    @property
    def hidden(self) -> bool:
        return len(self.choices) < 2

    @property
    def fetched(self) -> bool:
        """Whether the script lists the choices: thousands of bodies would weigh down the page."""
        return self.name == "body"


def selection(dataset: Dataset, here: str) -> Markup:
    """Return the form that selects among the answers; nothing where there is no answer."""
    found = facets(dataset)
    several = {facet.name for facet in found if len(facet.choices) > 1}
    orders = [order for order, facet in _ORDERS if facet is None or facet in several]
    many = len(dataset.received) > 1
    return render(
        "selection.html",
        fields=[
            _Field(facet.name, _LABELS[facet.name], facet.choices)
            for facet in found
            if facet.choices
        ],
        orders=orders if len(orders) > 1 else [],
        any=bool(several),
        many=many,
        columns=_MANY_BODIES if many else ONE_BODY,
        positions={
            choice.id: choice.name
            for facet in found
            if facet.name == "position"
            for choice in facet.choices
        },
        status=answers.status(dataset, tuple(one.id for one in dataset.strategies)),
        answers=urls.link(here, urls.OVERVIEW_ANSWERS),
        root=urls.link(here, urls.START),
        themes=urls.link(here, urls.THEMES),
        method=urls.link(here, urls.METHOD),
    )
