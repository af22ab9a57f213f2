"""What came of a strategy and of the requests in the answers to it: the third of its states."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from roadmap.model import OUTCOMES, UNKNOWN_OUTCOME, OutcomeValue, Strategy
from roadmap.model.dataset import Answer, Dataset
from roadmap.presenters import requests, urls
from roadmap.presenters.answers import are_read
from roadmap.presenters.grammar import long_date
from roadmap.presenters.judgements import AskView
from roadmap.presenters.marks import Link
from roadmap.presenters.messages import _, ngettext
from roadmap.presenters.unknowns import looked_for_plan
from roadmap.presenters.wording import OUTCOME_WORDS


class Group(NamedTuple):
    """The requests of one comment; `speaker` is whose it is."""

    speaker: str
    asks: tuple[AskView, ...]


class Decision(NamedTuple):
    """How the plan ended, and where that is told; `href` is None if there is no link."""

    sentence: str
    source: str
    href: str | None


class Outcomes(NamedTuple):
    """What came of a strategy. `known`: nothing of it is missing.

    The requests are in `groups` one by one or, if they are many, counted in `counts`.
    """

    known: bool
    decision: Decision | None
    sentences: tuple[str, ...]
    groups: tuple[Group, ...] = ()
    counts: tuple[tuple[OutcomeValue, str, int], ...] = ()
    all_requests: Link | None = None


def outcomes(
    dataset: Dataset,
    here: str,
    strategy: Strategy,
    groups: Sequence[Group] | None,
    *,
    says_unknown: bool = True,
) -> Outcomes:
    """Return what came of a strategy. `groups` are the requests; None if they are to be counted.

    A page with many strategies says once for all of them what is not known; then `says_unknown` is
    False.
    """
    strategy_answers = dataset.answers(strategy.id)
    asks = requests.asks_of(strategy_answers)
    tally = Counter(ask.outcome_value for ask in asks)
    decision = _decision(dataset, here)
    sentences = [] if asks else _nothing_asked(strategy_answers)
    if asks and groups is not None and not groups:
        sentences.append(_elsewhere(len(asks)))
    if says_unknown:
        if told := requests.untold(dataset, asks):
            sentences.append(told)
        elif not asks and decision is None:
            sentences.append(_("Vi vet inte om %(the_strategy)s genomfördes."))
        if (asks or decision is None) and all(ask.outcome is None for ask in asks):
            sentences.append(looked_for_plan(dataset, "outcomes"))
    counts = ((value, OUTCOME_WORDS[value], tally[value]) for value in OUTCOMES if tally[value])
    return Outcomes(
        known=not tally[UNKNOWN_OUTCOME] and bool(asks or decision),
        decision=decision,
        sentences=tuple(sentences),
        groups=tuple(groups or ()),
        counts=tuple(counts) if groups is None else (),
        all_requests=Link(_("Alla %(requests)s"), urls.link(here, urls.requests()))
        if groups is None and asks
        else None,
    )


def administration_or_body(answer: Answer) -> str:
    """Return the short word for who speaks: an administration, or the body by its name."""
    return _("Förvaltningen") if answer.body.speaks_for_administration else answer.body.name


def _nothing_asked(strategy_answers: Sequence[Answer]) -> list[str]:
    """Return the sentence on answers without requests; none while there are no answers.

    That a lone answer is not interpreted is said where it stands.
    """
    several = len(strategy_answers) > 1
    if not are_read(strategy_answers):
        return [_("Vi har inte tolkat alla svar än.")] if several else []
    if not strategy_answers:
        return []
    if several:
        return [_("Ingen ber om något här.")]
    return [_("%(who)s ber inte om något här.", who=administration_or_body(strategy_answers[0]))]


def _elsewhere(count: int) -> str:
    """Return where the requests of a joint comment are that is shown under another strategy."""
    return ngettext(
        "%(The_request)s står där %(the_comment)s står i sin helhet.",
        "%(The_requests)s står där %(the_comment)s står i sin helhet.",
        count,
    )


def _decision(dataset: Dataset, here: str) -> Decision | None:
    decision = dataset.plan.decision
    if decision is None:
        return None
    by, date = decision.by, long_date(decision.date)
    sentence = (
        _("%(by)s antog planen den %(date)s.", by=by, date=date)
        if decision.value == "adopted"
        else _("%(by)s antog inte planen. Det beslutades den %(date)s.", by=by, date=date)
    )
    source = decision.source
    file = urls.link(here, urls.source_file(source.file)) if source.file else None
    return Decision(sentence, source.title, source.url or file)
