"""The selection on the overview: the form, and what its script needs to show the answers."""

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
# The ways to sort the answers, each with the facet that must have several values.
_ORDERS = (
    (Choice("strategy", "Strategi"), None),
    (Choice("position", "Ställningstagande"), "position"),
    (Choice("body", "Remissinstans"), "body"),
)
_MANY_BODIES = ("Strategi", "Remissinstans", "Ställning", "Önskar")


@dataclass(frozen=True)
class _Field:
    """A list to choose from; hidden if there is no choice, since the script uses its names."""

    name: str
    label: str
    choices: tuple[Choice, ...]

    @property
    def hidden(self) -> bool:
        return len(self.choices) < 2

    @property
    def fetched(self) -> bool:
        """Whether the script fetches the choices: thousands of bodies would make the page heavy."""
        return self.name == "body"


def selection(dataset: Dataset, here: str) -> Markup:
    """Return the form that selects among the answers; nothing if there are no answers."""
    all_facets = facets(dataset)
    facets_with_choice = {facet.name for facet in all_facets if len(facet.choices) > 1}
    orders = [order for order, facet in _ORDERS if facet is None or facet in facets_with_choice]
    many = len(dataset.received) > 1
    return render(
        "selection.html",
        fields=[
            _Field(facet.name, _LABELS[facet.name], facet.choices)
            for facet in all_facets
            if facet.choices
        ],
        orders=orders if len(orders) > 1 else [],
        any=bool(facets_with_choice),
        many=many,
        columns=_MANY_BODIES if many else ONE_BODY,
        positions={
            choice.id: choice.name
            for facet in all_facets
            if facet.name == "position"
            for choice in facet.choices
        },
        status=answers.status(dataset, tuple(strategy.id for strategy in dataset.strategies)),
        answers=urls.link(here, urls.OVERVIEW_ANSWERS),
        root=urls.link(here, urls.START),
        themes=urls.link(here, urls.THEMES),
        method=urls.link(here, urls.METHOD),
    )
