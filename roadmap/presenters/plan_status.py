"""The line under each page's crumbs: what one reads, of which year, whose words, how official."""

from typing import NamedTuple

from roadmap.model import GoalArea, Strategy
from roadmap.model.dataset import Body, Dataset
from roadmap.presenters import wording
from roadmap.presenters.grammar import long_date
from roadmap.presenters.messages import _
from roadmap.text.swedish import decapitalised


class StatusLine(NamedTuple):
    """A stamp ("Förslag 2018") and what else is known of it. `decided`: it is no longer a proposal.

    As one sentence it stands in descriptions and references too.
    """

    stamp: str
    decided: bool
    facts: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """The stamp and the facts as running text: "Förslag 2018, från Provköpings kommun."."""
        return f"{', '.join((self.stamp, *self.facts))}."


def of_plan(dataset: Dataset) -> StatusLine:
    """Return the status of the plan as a whole."""
    return _of_plan(dataset, None)


def of_goal_area(dataset: Dataset, area: GoalArea) -> StatusLine:
    """Return the status of the plan, and which goal area this is."""
    total = len(dataset.goal_areas)
    place = dataset.goal_areas.index(area) + 1
    if area.shown_number is None:
        which = _("%(one_goal_area)s av %(total)s %(goal_areas)s", total=total)
    elif area.shown_number == str(place):
        which = _("%(name)s av %(total)s", name=wording.named(area), total=total)
    else:
        which = _("%(name)s, %(one_goal_area)s av %(total)s", name=wording.named(area), total=total)
    return _of_plan(dataset, which)


def of_strategy(dataset: Dataset, strategy: Strategy) -> StatusLine:
    """Return the status of the plan, and which strategy this is."""
    total = len(dataset.strategies)
    if strategy.shown_number is None:
        which = _("%(one_strategy)s av %(total)s %(strategies)s", total=total)
    else:
        which = _(
            "%(name)s, %(one_strategy)s av %(total)s", name=wording.named(strategy), total=total
        )
    return _of_plan(dataset, which)


def of_response(dataset: Dataset, body: Body) -> StatusLine:
    """Return what kind of answer a response is, by whom, when, and on what."""
    response = body.response
    when = long_date(response.date) if response.date else _("odaterat")
    facts = [_("av %(speaker)s", speaker=wording.speaker(body)), when, _on_proposal(dataset)]
    if not body.speaks_for_administration:
        return StatusLine(_("Svar"), True, (*facts, *_official(dataset)))
    if response.decision:
        on = long_date(response.decision.date)
        facts.append(_("beslutat den %(date)s", date=on))
    else:
        facts.append(_("inte nämndens beslut"))
    return StatusLine(_("Förslag till svar"), False, (*facts, *_official(dataset)))


def of_answers(dataset: Dataset) -> StatusLine:
    """Return what all the answers together are: of one its own status, of several how many."""
    received = dataset.received
    if len(received) == 1:
        return of_response(dataset, received[0])
    if not received:
        return of_plan(dataset)
    plan = of_plan(dataset)
    outcome = decapitalised(plan.stamp) if plan.decided else _("om det antogs vet vi inte")
    stamp = _("%(count)s svar", count=len(received))
    return StatusLine(stamp, False, (_on_proposal(dataset), outcome, *_official(dataset)))


def _on_proposal(dataset: Dataset) -> str:
    year, sender = dataset.plan.year, wording.sender(dataset)
    if year:
        return _("på %(sender)ss förslag från %(year)s", sender=sender, year=year.value)
    return _("på %(sender)ss förslag", sender=sender)


def _of_plan(dataset: Dataset, about: str | None) -> StatusLine:
    plan = dataset.plan
    sender = _("från %(municipality)s", municipality=plan.municipality)
    which = (about,) if about else (_("skickat på remiss"),)
    official = _official(dataset)
    if plan.decision is None:
        year = plan.year.value if plan.year else None
        stamp = _("Förslag %(year)s", year=year) if year else _("Förslag")
        facts = (sender, *which, _("om det antogs vet vi inte"), *official)
        return StatusLine(stamp, False, facts)
    decided = str(plan.decision.date.year)
    adopted = plan.decision.value == "adopted"
    stamp = (
        _("Beslutad %(year)s", year=decided) if adopted else _("Antogs inte %(year)s", year=decided)
    )
    return StatusLine(stamp, True, (sender, *which, *official))


def _official(dataset: Dataset) -> tuple[str, ...]:
    return () if dataset.settings.publisher else (_("inte en officiell webbplats"),)
