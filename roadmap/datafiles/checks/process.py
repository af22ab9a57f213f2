"""Rules about the steps on the plan's way: what is told of them has a source."""

from collections.abc import Iterator

from roadmap.datafiles.checks.dates import odd_date
from roadmap.datafiles.checks.judgements import missing_quotes
from roadmap.datafiles.checks.scope import Scope, is_unread, unknown
from roadmap.datafiles.problems import Problem
from roadmap.datafiles.yaml_places import Key
from roadmap.model import FROM_PLAN, ProcessStep, SectionRef
from roadmap.presenters.messages import to_editors

# What a step that is a decision has from the decision itself.
_FROM_THE_DECISION = ("when", "section", "source", "seen_in", "searches")


def steps_rest_on_something(scope: Scope) -> Iterator[Problem]:
    """What is told of a step rests on words, a source or something seen; an unknown one is bare."""
    for index, step in enumerate(scope.dataset.plan.process):
        key: Key = ("process", index)
        if step.decision_of:
            yield from _decisions_tell_it_themselves(scope, key, step)
        elif not step.rests_on_something and (step.when or step.what):
            message = f'Det framgår inte hur man vet något om steget "{step.name}".'
            hint = "Lägg till section och quote, source eller seen_in, eller ta bort when och what."
            yield scope.plan.problem(message, *key, "name", hint=hint)
        if step.rests_on_something and step.searches:
            message = f'Steget "{step.name}" är känt, men någon sägs ha letat efter det.'
            hint = "Ta bort searches: det är till för det som inte har hittats."
            yield scope.plan.problem(message, *key, "searches", hint=hint)
        for number, search in enumerate(step.searches):
            yield from odd_date(scope, scope.plan, (*key, "searches", number, "on"), search.on)


def _decisions_tell_it_themselves(scope: Scope, key: Key, step: ProcessStep) -> Iterator[Problem]:
    whose = step.decision_of
    known = [FROM_PLAN, *(body.id for body in scope.dataset.received)]
    if whose not in known and not is_unread(scope, str(whose)):
        what = to_editors("plan och de %(bodies)s som har svarat")
        yield unknown(scope.plan, (*key, "decision_of"), str(whose), what, known)
    for name in _FROM_THE_DECISION:
        if getattr(step, name):
            message = f"Steget hämtar {name} från beslutet som decision_of pekar på."
            yield scope.plan.problem(message, *key, name, hint=f"Ta bort {name} här.")


def quotes_of_steps_are_found(scope: Scope) -> Iterator[Problem]:
    """A step that a response tells of quotes it, letter for letter."""
    for index, step in enumerate(scope.dataset.plan.process):
        key: Key = ("process", index)
        if step.quote and not step.section:
            message = "Det framgår inte var de citerade orden står."
            hint = "Lägg till section med response och section."
            yield scope.plan.problem(message, *key, "quote", hint=hint)
        elif step.section and not step.quote:
            message = f'Steget "{step.name}" saknar de ord som det bygger på.'
            hint = "Lägg till quote med ord ur avsnittet."
            yield scope.plan.problem(message, *key, "section", hint=hint)
        if step.section:
            yield from section_exists(scope, (*key, "section"), step.section)
            found = scope.dataset.section(step.section)
            if found and step.quote:
                _, section = found
                quotes: list[tuple[Key, str | None]] = [((*key, "quote"), step.quote)]
                yield from missing_quotes(scope.plan, section.text, quotes, "avsnittet")


def section_exists(scope: Scope, key: Key, reference: SectionRef) -> Iterator[Problem]:
    """The section of a response that the plan points at exists."""
    bodies = {body.id: body for body in scope.dataset.bodies}
    body = bodies.get(reference.response)
    if body is None:
        if not is_unread(scope, reference.response):
            place: Key = (*key, "response")
            yield unknown(
                scope.plan, place, reference.response, to_editors("%(the_bodies)s"), bodies
            )
    elif not scope.dataset.section(reference) and not scope.document(body.id).is_damaged(
        "sections"
    ):
        message = to_editors(
            'Avsnittet "%(section)s" finns inte i %(the_response)s "%(id)s".',
            section=reference.section,
            id=body.id,
        )
        yield scope.plan.problem(message, *key, "section")
