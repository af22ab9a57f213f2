"""What is not known about the plan and the answers to it, and whether anybody has looked."""

from collections.abc import Sequence
from typing import NamedTuple

from roadmap.model import Search
from roadmap.model.codes import PlanUnknown, ResponseUnknown
from roadmap.model.dataset import Body, Dataset
from roadmap.presenters import wording
from roadmap.presenters.grammar import listing, long_date
from roadmap.presenters.messages import _, ngettext


class Unknown(NamedTuple):
    """Something that is not known: its name, what is known instead, and whether one has looked."""

    title: str
    sentence: str
    looked: str | None = None

    @property
    def whole(self) -> str:
        """All of it as running text."""
        return " ".join(filter(None, (f"{self.title}.", self.sentence, self.looked)))


def unknowns(dataset: Dataset) -> tuple[Unknown, ...]:
    """Return everything that is not known, each thing once."""
    return tuple(
        unknown
        for unknown in (
            _how_many(dataset),
            *_decisions(dataset),
            _plan_itself(dataset),
            _adopted(dataset),
            *_undated(dataset),
        )
        if unknown
    )


def looked_for_plan(dataset: Dataset, what: PlanUnknown) -> str:
    """Return the sentence on whether anybody has looked for something about the plan."""
    return looked([search for search in dataset.plan.searches if search.what == what])


def looked_for_response(body: Body, what: ResponseUnknown) -> str:
    """Return the sentence on whether anybody has looked for something about a response."""
    return looked([search for search in body.response.searches if search.what == what])


def looked(searches: Sequence[Search]) -> str:
    """Return the sentence on whether anybody has looked, when and where."""
    if not searches:
        return _("Vi har inte letat än.")
    places = listing(
        [
            _("%(place)s den %(date)s", place=search.where, date=long_date(search.on))
            for search in searches
        ]
    )
    return _("Vi har letat men inte hittat det: %(places)s.", places=places)


def _how_many(dataset: Dataset) -> Unknown | None:
    received, total = len(dataset.received), dataset.plan.responses_total
    if total is not None and total <= received:
        return None
    ours = (
        ngettext("Vi har ett svar.", "Vi har %(num)s svar.", received)
        if received
        else _("Vi har inget svar än.")
    )
    if total is not None:
        title = _("Vad alla svarade")
        missing = ngettext("Ett svar saknas här.", "%(num)s svar saknas här.", total - received)
        return Unknown(title, f"{ours} {missing}")
    return Unknown(_("Hur många som svarade"), ours, looked_for_plan(dataset, "responses"))


def _decisions(dataset: Dataset) -> list[Unknown]:
    undecided = [
        body
        for body in dataset.received
        if body.speaks_for_administration and body.response.decision is None
    ]
    if not undecided:
        return []
    title = ngettext("Vad nämnden beslutade", "Vad nämnderna beslutade", len(undecided))
    if len(undecided) == 1:
        sentence = _("Texten är förvaltningens förslag till svar.")
        return [Unknown(title, sentence, looked_for_response(undecided[0], "decision"))]
    who = (
        listing([body.name for body in undecided])
        if len(undecided) <= wording.FEW
        else _("%(count)s nämnder", count=len(undecided))
    )
    sentence = _("Svaren från %(who)s är förvaltningarnas förslag.", who=who)
    return [Unknown(title, sentence)]


def _plan_itself(dataset: Dataset) -> Unknown | None:
    retellers = _retellers(dataset)
    if dataset.plan.document is not None or not retellers:
        return None
    sentence = _(
        "%(The_goal_areas)s och %(the_strategies)s är hämtade ur svaret från %(who)s, "
        "som återger dem.",
        who=listing(retellers),
    )
    return Unknown(_("Hur planen själv ser ut"), sentence, looked_for_plan(dataset, "document"))


def _adopted(dataset: Dataset) -> Unknown | None:
    if dataset.plan.decision is not None:
        return None
    sentence = _("Det vi återger är ett förslag.")
    return Unknown(_("Om planen antogs"), sentence, looked_for_plan(dataset, "decision"))


def _undated(dataset: Dataset) -> list[Unknown]:
    undated = [body for body in dataset.received if body.response.date is None]
    if not undated:
        return []
    title = ngettext("När svaret skrevs", "När svaren skrevs", len(undated))
    if len(undated) == 1:
        sentence = _("Svaret från %(who)s är odaterat.", who=wording.speaker(undated[0]))
        return [Unknown(title, sentence)]
    if len(undated) > wording.FEW:
        return [Unknown(title, _("%(count)s av svaren är odaterade.", count=len(undated)))]
    who = listing([wording.speaker(body) for body in undated])
    return [Unknown(title, _("Svaren från %(who)s är odaterade.", who=who))]


def _retellers(dataset: Dataset) -> list[str]:
    """Return the names of those whose documents retell the plan's texts, each once."""
    sources = [dataset.text_from(area) for area in dataset.goal_areas]
    sources += [dataset.text_from(strategy) for strategy in dataset.strategies]
    sources += [dataset.text_from(milestone) for milestone in dataset.milestones]
    return list(dict.fromkeys(wording.speaker(body) for body in sources if body))
