"""The answers to a strategy: their number, requests and positions, and who gives none."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from roadmap.model import Ask, Comment, PositionValue, Strategy
from roadmap.model.dataset import Answer, Body, Dataset
from roadmap.presenters import wording
from roadmap.presenters.grammar import in_words, listing, ngettext_in_words
from roadmap.presenters.judgements import Count, counts
from roadmap.presenters.messages import _
from roadmap.text.swedish import capitalised

# Up to this many answers to a strategy are shown one by one; more are counted first, then listed.
FEW_ANSWERS = 5
# Up to this many answers to a goal area's strategies together stand in full on its page too.
FULL_ON_AREA = 8
# In bars opposition begins at the one edge and support ends at the other: both can be compared.
IN_BARS: tuple[PositionValue | None, ...] = (
    "opposes",
    "none_stated",
    None,
    "neutral",
    "supports_in_part",
    "supports",
)


def in_full(dataset: Dataset, strategy: Strategy) -> tuple[Answer, ...]:
    """Return the answers shown in full on the goal area's page: none if the area has many.

    One to each strategy is never too many.
    """
    strategies = dataset.area_of(strategy.id).strategies
    total = sum(len(dataset.answers(one.id)) for one in strategies)
    few = total <= max(FULL_ON_AREA, len(strategies))
    return dataset.answers(strategy.id) if few else ()


@lru_cache(maxsize=64)
def status(dataset: Dataset, strategy_ids: tuple[str, ...]) -> str | None:
    """Return who made the judgements of the strategies' answers and whether they are reviewed."""
    judgements = {
        id(judgement): judgement
        for strategy_id in strategy_ids
        for answer in dataset.answers(strategy_id)
        if (judgement := answer.judgement)
    }
    return wording.signatures(list(judgements.values())) if judgements else None


def asks(answer: Answer) -> tuple[Ask, ...]:
    """Return what an answer asks for."""
    return answer.judgement.asks if answer.judgement else ()


@lru_cache(maxsize=64)
def tally(dataset: Dataset, strategy_id: str) -> tuple[Count, ...]:
    """Return how many answers to the strategy take each position, from opposition to support."""
    unordered = counts(answer.position for answer in dataset.answers(strategy_id))
    return tuple(sorted(unordered, key=lambda count: IN_BARS.index(count.position)))


def result(tally: tuple[Count, ...]) -> str | None:
    """Return in a few words how several answers went, opposition first; None if nobody knows."""
    total = sum(count.number for count in tally)
    numbers = {count.position: count.number for count in tally}
    against, support = numbers.get("opposes", 0), numbers.get("supports", 0)
    if against == total:
        return _("båda är emot") if total == 2 else _("alla %(total)s är emot", total=total)
    if against:
        return _("%(count)s av %(total)s är emot", count=against, total=total)
    if support == total:
        if total == 2:
            return _("båda stöder %(the_strategy)s")
        return _("alla %(total)s stöder %(the_strategy)s", total=total)
    told = [] if None in numbers else [_("ingen är emot")]
    if support:
        told.append(_("%(count)s av %(total)s stöder helt", count=support, total=total))
    return ", ".join(told) or None


def are_read(found: Iterable[Answer]) -> bool:
    """Whether every answer is classified: only then is it known what none of them says."""
    return all(answer.judgement is not None for answer in found if answer.comment)


@lru_cache(maxsize=64)
def silent(dataset: Dataset, strategy_id: str) -> tuple[str, ...]:
    """Return the names of the bodies that give no answer on the strategy."""
    return tuple(body.name for body in dataset.received if strategy_id in dataset.unanswered(body))


def key(body: Body, comment: Comment) -> str:
    """Return the `data-text` of a comment."""
    return f"{body.id}/{'+'.join(comment.strategies)}"


def silence(silent: tuple[str, ...], *, whole: bool = False) -> str | None:
    """Return the sentence on the bodies that give no answer; many are named only if `whole`."""
    if not silent:
        return None
    if len(silent) > FEW_ANSWERS and not whole:
        return _(
            "%(count)s %(bodies)s yttrar sig inte om %(the_strategy)s.",
            count=len(silent),
        )
    return _("%(who)s yttrar sig inte om %(the_strategy)s.", who=listing(silent))


def summary(dataset: Dataset, tally: tuple[Count, ...]) -> str:
    """Return a summary of the answers; `tally` counts the answers to all strategies."""
    numbers = {count.position: count.number for count in tally}
    strategies = len(dataset.strategies)
    if len(dataset.received) == 1:
        (body,) = dataset.received
        published = _("%(A_response)s är publicerat: %(name)s.", name=wording.speaker(body))
        if body.speaks_for_administration:
            published = f"{published} {wording.speaks(body)}."
        return " ".join([published, *_summary_of_one_body(numbers, strategies)])
    answered = sum(count.number for count in tally)
    positions = listing([_position_phrase(count) for count in tally])
    return _(
        "%(count)s %(responses)s är publicerade. "
        "Tillsammans har de %(answered)s svar på enskilda %(strategies)s: %(positions)s.",
        count=capitalised(in_words(len(dataset.received))),
        answered=answered,
        positions=positions,
    )


def _summary_of_one_body(
    numbers: dict[PositionValue | None, int], strategies: int
) -> Iterator[str]:
    phrases: list[str] = []
    if supports := numbers.get("supports"):
        phrases.append(_("stöder svaret %(count)s helt", count=supports))
    if partly := numbers.get("supports_in_part"):
        phrases.append(
            _("%(count)s delvis", count=partly)
            if supports
            else _("stöder svaret %(count)s delvis", count=partly)
        )
    if neutral := numbers.get("neutral"):
        phrases.append(
            _("är neutralt till %(count)s", count=neutral)
            if phrases
            else _("är svaret neutralt till %(count)s", count=neutral)
        )
    if opposes := numbers.get("opposes"):
        phrases.append(
            _("är emot %(count)s", count=opposes)
            if phrases
            else _("är svaret emot %(count)s", count=opposes)
        )
    if phrases:
        yield _(
            "Av %(total)s %(strategies)s %(positions)s.",
            total=strategies,
            positions=listing(phrases),
        )
    if unstated := numbers.get("none_stated"):
        yield _("För %(count)s framgår det inte av orden.", count=unstated)
    if unclassified := numbers.get(None):
        yield ngettext_in_words(
            "Svaret på %(a_strategy)s är inte tolkat än.",
            "Svaret på %(num)s %(strategies)s är inte tolkat än.",
            unclassified,
        )


def _position_phrase(count: Count) -> str:
    return {
        "supports": _("%(count)s stöder", count=count.number),
        "supports_in_part": _("%(count)s stöder delvis", count=count.number),
        "neutral": _("%(count)s är neutrala", count=count.number),
        "opposes": _("%(count)s är emot", count=count.number),
        "none_stated": _("i %(count)s framgår det inte", count=count.number),
        None: _("%(count)s är inte tolkade än", count=count.number),
    }[count.position]
