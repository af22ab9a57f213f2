"""A ready letter with which a reader asks the city for what is not known about a strategy."""

from typing import NamedTuple

from roadmap.model import UNKNOWN_OUTCOME, Strategy
from roadmap.model.dataset import Dataset
from roadmap.presenters import wording
from roadmap.presenters.grammar import genitive
from roadmap.presenters.messages import _
from roadmap.presenters.requests import asks_of
from roadmap.text.swedish import decapitalised


class Enquiry(NamedTuple):
    """How one asks: the heading, what to do, and the letter to copy."""

    heading: str
    advice: str
    letter: str


def enquiry(dataset: Dataset, strategy: Strategy) -> Enquiry | None:
    """Return the letter about a strategy; None if the plan's end and every outcome are known."""
    plan = dataset.plan
    wanted = []
    if plan.decision is None:
        wanted.append(
            _("Jag vill ta del av alla beslut om %(plan)s.", plan=_plan_and_number(dataset))
        )
    who = _unanswered(dataset, strategy)
    if who and wanted:
        wanted.append(
            _(
                "Jag vill särskilt se hur ni svarade på det som %(who)s skrev om %(name)s.",
                who=who,
                name=wording.named(strategy),
            )
        )
    elif who:
        wanted.append(
            _(
                "Jag vill se hur ni svarade på det som %(who)s skrev om %(name)s i %(plan)s.",
                who=who,
                name=wording.named(strategy),
                plan=_plan_and_number(dataset),
            )
        )
    if not wanted:
        return None
    advice = [
        _("Alla har rätt att begära ut handlingar."),
        _(
            "Kopiera texten och mejla den till %(issuer)s registrator.",
            issuer=genitive(_in_a_sentence(plan.issuer)),
        ),
    ]
    if plan.case_number is None:
        advice.append(_("Fråga efter ärendet om %(plan)s.", plan=plan.title))
    return Enquiry(
        heading=_("Fråga %(sender)s", sender=wording.sender(dataset)),
        advice=" ".join(advice),
        letter=" ".join((_("Hej!"), *wanted)),
    )


def link_text(dataset: Dataset) -> str:
    """Return the words of a link to the letter."""
    return _("Fråga %(sender)s: färdig text att mejla", sender=wording.sender(dataset))


def _plan_and_number(dataset: Dataset) -> str:
    plan, name = dataset.plan, wording.plan_name(dataset)
    if plan.case_number is None:
        return name
    return _("%(plan)s, dnr %(number)s", plan=name, number=plan.case_number.value)


def _unanswered(dataset: Dataset, strategy: Strategy) -> str | None:
    """Return who has asked for something without a known outcome, or said anything at all.

    None if nobody has said anything, or every outcome is known.
    """
    strategy_answers = dataset.answers(strategy.id)
    asks = asks_of(strategy_answers)
    if not strategy_answers:
        return None
    if asks and all(ask.outcome_value != UNKNOWN_OUTCOME for ask in asks):
        return None
    if not asks and dataset.plan.decision:
        return None
    if len(strategy_answers) == 1:
        return wording.speaker(strategy_answers[0].body)
    return _("%(the_bodies)s")


def _in_a_sentence(issuer: str) -> str:
    """Return a name as it stands within a sentence: a word for a board has no capital there."""
    return issuer if " " in issuer else decapitalised(issuer)
