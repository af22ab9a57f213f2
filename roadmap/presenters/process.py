"""The steps on the plan's way, as pages show them: what is known, and what is not."""

from typing import NamedTuple

from roadmap.model import FROM_PLAN, ProcessStep, Reference
from roadmap.model.dataset import Dataset
from roadmap.presenters import unknowns, urls
from roadmap.presenters.grammar import long_date
from roadmap.presenters.marks import Link
from roadmap.presenters.messages import _


class StepView(NamedTuple):
    """A step. `looked` says, of an unknown one, whether anybody has looked for it.

    `link` leads to what it rests on, and `seen_in` says so where there is nothing to lead to.
    """

    name: str
    known: bool
    when: str | None = None
    what: str | None = None
    link: Link | None = None
    seen_in: str | None = None
    looked: str | None = None


def steps(dataset: Dataset, here: str) -> tuple[StepView, ...]:
    """Return the steps in order, those of `data/plan.yml`."""
    return tuple(_view(dataset, here, step) for step in dataset.plan.process)


def _view(dataset: Dataset, here: str, step: ProcessStep) -> StepView:
    if step.decision_of == FROM_PLAN:
        return _decision_on_plan(dataset, here, step)
    if step.decision_of:
        return _decision_of_body(dataset, here, step, step.decision_of)
    if not step.rests_on_something:
        return StepView(step.name, known=False, looked=unknowns.looked(step.searches))
    link = _source(here, step.source) if step.source else None
    if found := step.section and dataset.section(step.section):
        body, section = found
        address = urls.link(here, urls.response(body), str(section.id))
        link = Link(_("Läs det i %(the_response)s"), address)
    return StepView(
        step.name,
        known=True,
        when=step.when,
        what=step.what,
        link=link,
        seen_in=None if link else step.seen_in,
    )


def _decision_on_plan(dataset: Dataset, here: str, step: ProcessStep) -> StepView:
    decision = dataset.plan.decision
    if decision is None:
        looked = unknowns.looked_for_plan(dataset, "decision")
        return StepView(step.name, known=False, what=step.what, looked=looked)
    told = (
        _("%(by)s antog planen.", by=decision.by)
        if decision.value == "adopted"
        else _("%(by)s antog inte planen.", by=decision.by)
    )
    when, link = long_date(decision.date), _source(here, decision.source)
    return StepView(step.name, known=True, when=when, what=step.what or told, link=link)


def _decision_of_body(dataset: Dataset, here: str, step: ProcessStep, body_id: str) -> StepView:
    body = dataset.body(body_id)
    decision = body.response.decision
    if decision is None:
        looked = unknowns.looked_for_response(body, "decision")
        return StepView(step.name, known=False, what=step.what, looked=looked)
    link = Link(_("Läs %(the_response)s"), urls.link(here, urls.response(body)))
    when, what = long_date(decision.date), step.what or decision.text
    return StepView(step.name, known=True, when=when, what=what, link=link)


def _source(here: str, source: Reference) -> Link:
    """Return the link to a source; without an address if it is nowhere to be read."""
    file = urls.link(here, urls.source_file(source.file)) if source.file else ""
    return Link(source.title, source.url or file)
