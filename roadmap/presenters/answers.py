"""The answers to a strategy: how many, what they ask for, what they add up to, who is silent."""

from functools import lru_cache

from roadmap.model import Ask, Comment, PositionValue, Strategy
from roadmap.model.dataset import Answer, Body, Dataset
from roadmap.presenters import wording
from roadmap.presenters.judgements import Count, counts
from roadmap.text.swedish import capitalised, counted, listing, number

# Up to this many answers to one strategy stand in full on the page of its goal area.
FEW_ANSWERS = 5


def in_full(dataset: Dataset, strategy: Strategy) -> tuple[Answer, ...]:
    """Return the answers that stand in full on the page of the goal area: all, or none if many."""
    found = dataset.answers(strategy.id)
    return found if len(found) <= FEW_ANSWERS else ()


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
    """Return how many answers to the strategy take each position."""
    return counts(answer.position for answer in dataset.answers(strategy_id))


@lru_cache(maxsize=64)
def silent(dataset: Dataset, strategy_id: str) -> tuple[str, ...]:
    """Return the names of the bodies that say they have nothing to say on the strategy."""
    return tuple(body.name for body in dataset.received if strategy_id in dataset.unanswered(body))


def key(body: Body, comment: Comment) -> str:
    """Return the `data-text` of a comment."""
    return f"{body.id}/{'+'.join(comment.strategies)}"


def silence(silent: tuple[str, ...], *, whole: bool = False) -> str | None:
    """Return the sentence that names the bodies with nothing to say; many only if `whole`."""
    if not silent:
        return None
    many = len(silent) > FEW_ANSWERS and not whole
    told = f"{len(silent)} instanser" if many else listing(silent)
    return f"{told} yttrar sig inte om strategin."


# Up to this many bodies are named one by one where they are not what the page is about.
FEW = 10


def summary(dataset: Dataset, tally: tuple[Count, ...]) -> str:
    """Return what the answers add up to; `tally` counts the answers to all strategies."""
    found = {count.position: count.number for count in tally}
    whole = len(dataset.strategies)
    only = dataset.received[0].name if len(dataset.received) == 1 else None
    if only:
        return f"Ett remissvar är publicerat: {only}. {_one_body(found, whole)}"
    answered = sum(count.number for count in tally)
    parts = listing([_told(count) for count in tally])
    bodies = counted(len(dataset.received), "remissvar", "remissvar")
    return (
        f"{capitalised(bodies)} är publicerade. "
        f"Tillsammans har de {answered} svar på enskilda strategier: {parts}."
    )


def _one_body(found: dict[PositionValue | None, int], whole: int) -> str:
    told: list[str] = []
    if supports := found.get("supports"):
        told.append(f"stöder svaret {supports} helt")
    if partly := found.get("supports_in_part"):
        told.append(f"{partly} delvis" if supports else f"stöder svaret {partly} delvis")
    if neutral := found.get("neutral"):
        told.append(f"är neutralt till {neutral}" if told else f"är svaret neutralt till {neutral}")
    if opposes := found.get("opposes"):
        told.append(f"är emot {opposes}" if told else f"är svaret emot {opposes}")
    text = f"Av {whole} strategier {listing(told)}" if told else ""
    if unstated := found.get("none_stated"):
        text = f"{text}. " if text else ""
        text += f"För {unstated} framgår det inte av orden"
    text = f"{text}." if text else ""
    if unclassified := found.get(None):
        count = number(unclassified, neuter=False)
        text += f" Svaret på {count} {wording.strategies_word(unclassified)} är inte klassificerat."
    return text


def _told(count: Count) -> str:
    return {
        "supports": f"{count.number} stöder",
        "supports_in_part": f"{count.number} stöder delvis",
        "neutral": f"{count.number} är neutrala",
        "opposes": f"{count.number} är emot",
        "none_stated": f"i {count.number} framgår det inte",
        None: f"{count.number} är inte klassificerade",
    }[count.position]
