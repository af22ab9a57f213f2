"""What the answers say on a goal area: one line for each strategy, and a sentence for them all."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from roadmap.model import GoalArea, OutcomeValue, Strategy
from roadmap.model.dataset import Answer, Dataset
from roadmap.presenters import answers, urls, wording
from roadmap.presenters.grammar import listing
from roadmap.presenters.judgements import Count
from roadmap.presenters.marks import Mark, strategy_mark
from roadmap.presenters.messages import _, ngettext
from roadmap.presenters.requests import asks_of, first_ask
from roadmap.text.swedish import capitalised


class Row(NamedTuple):
    """A strategy in the list: its title, and what the answers say in a line.

    `slips` are the outcomes of the requests while they are few; `requests` says how many there are.
    """

    mark: Mark
    title: str
    href: str
    line: str
    counts: tuple[Count, ...]
    slips: tuple[OutcomeValue, ...]
    requests: str | None


def rows(dataset: Dataset, strategies: Sequence[Strategy]) -> tuple[Row, ...]:
    """Return the line of each strategy. The links lead to the strategies on the same page."""
    return tuple(_row(dataset, strategy) for strategy in strategies)


def finding(dataset: Dataset, area: GoalArea) -> str | None:
    """Return what the only response says on the area; None if there are more, or it is not read."""
    if len(dataset.received) != 1 or len(area.strategies) == 1:
        return None
    body = dataset.received[0]
    found = [dataset.answer(body, strategy.id) for strategy in area.strategies]
    read = [answer for answer in found if answer and answer.judgement]
    phrases = _phrases(read, len(area.strategies))
    return f"{wording.speaker(body)} {listing(phrases)}" if phrases else None


def _phrases(read: list[Answer], total: int) -> list[str]:
    """Return what is supported, opposed and asked for; the first phrase says of how many."""
    phrases: list[str] = []

    def of_all(count: int) -> str | int:
        if phrases:
            return count
        return _("%(count)s av %(total)s %(strategies)s", count=count, total=total)

    tally = Counter(answer.position for answer in read)
    if count := tally["supports"]:
        phrases.append(_("stöder %(number)s helt", number=of_all(count)))
    if count := tally["supports_in_part"]:
        phrases.append(
            _("%(number)s delvis", number=count)
            if phrases
            else _("stöder %(number)s delvis", number=of_all(count))
        )
    if count := tally["opposes"]:
        phrases.append(_("är emot %(number)s", number=of_all(count)))
    if count := sum(bool(answers.asks(answer)) for answer in read):
        phrases.append(_("ber om något i %(number)s", number=of_all(count)))
    return phrases


def _row(dataset: Dataset, strategy: Strategy) -> Row:
    strategy_answers = dataset.answers(strategy.id)
    asks = asks_of(strategy_answers)
    many = len(strategy_answers) > answers.FEW_ANSWERS
    return Row(
        mark=strategy_mark(dataset, strategy.id),
        title=strategy.title,
        href=f"#{urls.strategy_anchor(strategy.id)}",
        line=_line(dataset, strategy, strategy_answers),
        counts=() if many else answers.tally(dataset, strategy.id),
        slips=() if many else tuple(ask.outcome_value for ask in asks),
        requests=ngettext("%(num)s %(request)s", "%(num)s %(requests)s", len(asks))
        if asks
        else None,
    )


def _line(dataset: Dataset, strategy: Strategy, strategy_answers: tuple[Answer, ...]) -> str:
    """Return what the only answer says, in sentences, or how several answers went."""
    if not strategy_answers:
        return _("Inget svar här tar upp %(the_strategy)s.")
    if len(strategy_answers) > 1:
        told = answers.result(answers.tally(dataset, strategy.id))
        return capitalised(told or _("%(count)s svar", count=len(strategy_answers)))
    answer = strategy_answers[0]
    judgement = answer.judgement
    if judgement is None:
        return ""
    sentences = [first_ask(answer.body, ask).sentence for ask in judgement.asks]
    sentences += [problem.sentence for problem in judgement.problems]
    # What is asked for and what is a problem; only where there is neither, why the position is so.
    return (
        " ".join(filter(None, sentences))
        or (judgement.position and judgement.position.reason)
        or ""
    )
