"""What a plan's things are called: one table of nouns, in the forms that Swedish sentences need."""

from typing import NamedTuple


class Term(NamedTuple):
    """A noun in its four forms, and its gender: `neuter` for *ett*, else *en*."""

    one: str
    the_one: str
    many: str
    the_many: str
    neuter: bool = False


class Terms(NamedTuple):
    """The nouns that the site's sentences are made with."""

    goal_area: Term = Term("målområde", "målområdet", "målområden", "målområdena", neuter=True)
    milestone: Term = Term("etappmål", "etappmålet", "etappmål", "etappmålen", neuter=True)
    strategy: Term = Term("strategi", "strategin", "strategier", "strategierna")
    response: Term = Term("remissvar", "remissvaret", "remissvar", "remissvaren", neuter=True)
    body: Term = Term("remissinstans", "remissinstansen", "remissinstanser", "remissinstanserna")
    comment: Term = Term("synpunkt", "synpunkten", "synpunkter", "synpunkterna")
    request: Term = Term("önskemål", "önskemålet", "önskemål", "önskemålen", neuter=True)


_PLURALS = {"goal_area": "goal_areas", "strategy": "strategies", "body": "bodies"}


def placeholders(terms: Terms) -> dict[str, str]:
    """Return the words that a message can name: `strategy`, `the_strategies`, `no_body` …

    `one_strategy` is the number alone, as in "en av 23". With a capital (`Strategy`,
    `The_strategies`) they begin a sentence.
    """
    words: dict[str, str] = {}
    for key, term in terms._asdict().items():
        plural = _PLURALS.get(key, f"{key}s")
        words |= {
            key: term.one,
            f"one_{key}": "ett" if term.neuter else "en",
            f"a_{key}": f"{'ett' if term.neuter else 'en'} {term.one}",
            f"no_{key}": f"{'inget' if term.neuter else 'ingen'} {term.one}",
            f"the_{key}": term.the_one,
            plural: term.many,
            f"the_{plural}": term.the_many,
        }
    return words | {
        name[:1].upper() + name[1:]: word[:1].upper() + word[1:] for name, word in words.items()
    }
