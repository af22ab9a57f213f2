"""The filter of the answers: the form, its short cuts, and what its script needs to show them."""

from dataclasses import dataclass

from markupsafe import Markup

from roadmap.model.dataset import Dataset
from roadmap.presenters import answers, urls
from roadmap.presenters.answer_facets import ANY, Choice, facets, tally
from roadmap.presenters.messages import _
from roadmap.views.templating import render

# The ways to sort the answers, each with the facet that must have several values.
_ORDERS = (("strategy", None), ("position", "position"), ("body", "body"))


@dataclass(frozen=True)
class _Field:
    """A list to choose from; hidden if there is no choice, since the script uses its names."""

    name: str
    label: str
    choices: tuple[Choice, ...]

    @property
    def hidden(self) -> bool:
        return len(self.choices) < 2 and self.name != "problem"

    @property
    def fetched(self) -> bool:
        """Whether the script fetches the choices: thousands of bodies would make the page heavy."""
        return self.name == "body"


@dataclass(frozen=True)
class _Chip:
    """A choice of one value as a link: `facet` and `id` also choose its mark."""

    facet: str
    id: str
    name: str
    number: int


def selection(dataset: Dataset, here: str) -> Markup:
    """Return the form that filters the answers; nothing if there are no answers."""
    all_facets = facets(dataset)
    facets_with_choice = {facet.name for facet in all_facets if len(facet.choices) > 1}
    labels = _labels()
    orders = [
        Choice(name, labels[name])
        for name, facet in _ORDERS
        if facet is None or facet in facets_with_choice
    ]
    many = len(dataset.received) > 1
    return render(
        "selection.html",
        fields=[
            _Field(facet.name, labels[facet.name], facet.choices)
            for facet in all_facets
            if facet.choices
        ],
        orders=orders if len(orders) > 1 else [],
        any=bool(facets_with_choice),
        many=many,
        chips=[] if many else _chips(dataset),
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
        words=_words(),
    )


def _words() -> dict[str, str]:
    """Return the sentences of the script, with {names} for what it puts into them."""
    return {
        "asks": _("Ber om: {asks}"),
        "answers": _("{count} svar"),
        "unknown": _("Valet ”{value}” i adressen finns inte och räknas inte."),
        "of": _("av {total}: {names}."),
        "general": _("{count} av dem gäller hela planen."),
        "none": _("Inget svar passar urvalet."),
        "fewer": _("Ta bort flera av valen."),
        "without": _("Prova att ta bort ett val:"),
        "then": _("(då {answers})"),
        "waiting": _("Hämtar svaren …"),
        "failed": _("Svaren kan inte visas just nu."),
    }


def _labels() -> dict[str, str]:
    return {
        "strategy": _("%(Strategy)s"),
        "area": _("%(Goal_area)s"),
        "position": _("Ställningstagande"),
        "ask": _("%(Requests)s"),
        "problem": _("Problem"),
        "theme": _("Tema"),
        "body": _("%(Body)s"),
    }


def _chips(dataset: Dataset) -> list[_Chip]:
    numbers = tally(dataset)
    return [
        _Chip(facet.name, choice.id, choice.name, numbers[facet.name, choice.id])
        for facet in facets(dataset)
        for choice in facet.choices
        if facet.name == "position" or choice.id == ANY
    ]
