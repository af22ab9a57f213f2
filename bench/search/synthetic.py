"""Plainly fictional bodies, the same ones every time, in words from the real texts.

A comment on a strategy is put together from pieces of what the plan and the real responses say on
that strategy, so what is right to find for a query does not change with the number of bodies.
"""

import random
from collections.abc import Sequence
from dataclasses import replace

from roadmap.dataset import Body, Dataset
from roadmap.model import Comment, Section

_SYLLABLES = ("lill", "stor", "väst", "öst", "norr", "söd", "gran", "björk", "al", "ek")
_PLACES = ("måla", "vik", "torp", "hult", "köpa", "sta", "näs", "byn", "red", "sjö")
_WORDS_PER_COMMENT = 100


def with_bodies(dataset: Dataset, count: int) -> Dataset:
    """Return the data set with as many responses as `count`: the real one and fictional ones."""
    real = dataset.received[0]
    bodies = [real, *(_body(dataset, real, number) for number in range(1, count))]
    return replace(dataset, bodies=tuple(bodies))


def _body(dataset: Dataset, real: Body, number: int) -> Body:
    rng = random.Random(number)
    place = rng.choice(_SYLLABLES) + rng.choice(_PLACES)
    name = f"Påhittade {place}nämnden {number}"
    comments = tuple(_comment(dataset, comment, rng) for comment in real.response.comments)
    sections = tuple(_section(section, rng) for section in real.response.sections)
    response = real.response.model_copy(
        update={"name": name, "comments": comments, "sections": sections}
    )
    return Body(f"pahittade-{number}", name, real.kind, response)


def _comment(dataset: Dataset, comment: Comment, rng: random.Random) -> Comment:
    texts = [comment.text]
    for strategy_id in comment.strategies:
        strategy = dataset.strategy(strategy_id)
        texts += [strategy.title, strategy.text]
    words = " ".join(texts).replace("[^1]", "").split()
    return comment.model_copy(update={"text": _mix(words, rng, _WORDS_PER_COMMENT)})


def _section(section: Section, rng: random.Random) -> Section:
    words = section.text.replace("\n- ", " ").split()
    return section.model_copy(update={"text": _mix(words, rng, min(len(words), 150))})


def _mix(words: Sequence[str], rng: random.Random, length: int) -> str:
    """Return about `length` words: pieces of three to seven words in a row, in random order."""
    found: list[str] = []
    while len(found) < length:
        start = rng.randrange(len(words))
        found += words[start : start + rng.randint(3, 7)]
    return " ".join(found)
