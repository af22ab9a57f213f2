"""What a plan's things are called: one table of nouns, in the forms that Swedish sentences need."""

from collections.abc import Iterator, Mapping

from pydantic import Field

from roadmap.model.fields import Bool, Noun
from roadmap.model.record import Record, record
from roadmap.text.swedish import counted


@record
class Term(Record):
    """A noun in its four forms, and its gender: `neuter` for *ett*, else *en*."""

    one: Noun = Field(title="Ental", description="Till exempel insats.")
    the_one: Noun = Field(title="Bestämt ental", description="Till exempel insatsen.")
    many: Noun = Field(title="Flertal", description="Till exempel insatser.")
    the_many: Noun = Field(title="Bestämt flertal", description="Till exempel insatserna.")
    neuter: Bool = Field(
        False, title="Ett-ord", description="true om det heter ett före ordet: ett delmål."
    )

    @property
    def forms(self) -> tuple[str, str, str, str]:
        """The four forms."""
        return self.one, self.the_one, self.many, self.the_many

    def counted(self, count: int) -> str:
        """Return for example "en insats" or "40 insatser"."""
        return counted(count, self.one, self.many, neuter=self.neuter)


def term(one: str, the_one: str, many: str, the_many: str, *, neuter: bool = False) -> Term:
    """Return a noun of its forms."""
    written = "true" if neuter else "false"
    return Term(one=one, the_one=the_one, many=many, the_many=the_many, neuter=written)


@record
class Terms(Record):
    """The nouns that the site's sentences are made with: `data/terms.yml`.

    Each may be left out: then the site says what stands here.
    """

    goal_area: Term = Field(
        term("målområde", "målområdet", "målområden", "målområdena", neuter=True),
        title="Målområde",
        description="En av planens delar.",
    )
    milestone: Term = Field(
        term("etappmål", "etappmålet", "etappmål", "etappmålen", neuter=True),
        title="Etappmål",
        description="Det som ska vara nått på vägen.",
    )
    strategy: Term = Field(
        term("strategi", "strategin", "strategier", "strategierna"),
        title="Strategi",
        description="Det som planen säger ska göras.",
    )
    response: Term = Field(
        term("remissvar", "remissvaret", "remissvar", "remissvaren", neuter=True),
        title="Remissvar",
        description="Ett helt svar på planen.",
    )
    body: Term = Field(
        term("remissinstans", "remissinstansen", "remissinstanser", "remissinstanserna"),
        title="Remissinstans",
        description="Den som svarar.",
    )
    comment: Term = Field(
        term("synpunkt", "synpunkten", "synpunkter", "synpunkterna"),
        title="Synpunkt",
        description="Det som ett svar säger om en sak.",
    )
    request: Term = Field(
        term("önskemål", "önskemålet", "önskemål", "önskemålen", neuter=True),
        title="Önskemål",
        description="Det som en synpunkt ber om.",
    )

    addresses: Bool = Field(
        False,
        title="Också i adresserna",
        description="true om adresserna ska säga samma ord: insatser/1-1/. Bestäm det innan "
        "webbplatsen publiceras, för då byter sidor adress. Byt också namn på mapparna malomraden "
        "och remissvar i docs/.",
    )

    def by_name(self) -> Iterator[tuple[str, Term]]:
        """Yield each term with the name of its field."""
        for name in _PLURALS:
            yield name, getattr(self, name)


# The names of the fields, and what several such things are called in a placeholder.
_PLURALS = {
    "goal_area": "goal_areas",
    "milestone": "milestones",
    "strategy": "strategies",
    "response": "responses",
    "body": "bodies",
    "comment": "comments",
    "request": "requests",
}


# The words before a noun, and instead of it, by whether it is neuter: the number ("en av 23"), the
# article, none, some, and the pronoun.
Determiners = Mapping[bool, tuple[str, ...]]
SWEDISH: Determiners = {
    False: ("en", "en", "ingen", "någon", "den"),
    True: ("ett", "ett", "inget", "något", "det"),
}
# The words of a site that chooses none.
USUAL = Terms()


def placeholders(terms: Terms, determiners: Determiners = SWEDISH) -> Mapping[str, str]:
    """Return the words that a message can name: `strategy`, `the_strategies`, `any_body` …

    `one_strategy` is the number alone, as in "en av 23", and `it_strategy` the pronoun. With a
    capital (`Strategy`, `The_strategies`) they begin a sentence.
    """
    words: dict[str, str] = {}
    for name, noun in terms.by_name():
        plural = _PLURALS[name]
        one, a, no, some, it = determiners[noun.neuter]
        words |= {
            name: noun.one,
            f"one_{name}": one,
            f"a_{name}": f"{a} {noun.one}",
            f"no_{name}": f"{no} {noun.one}",
            f"any_{name}": f"{some} {noun.one}",
            f"it_{name}": it,
            f"the_{name}": noun.the_one,
            plural: noun.many,
            f"the_{plural}": noun.the_many,
        }
    return words | {
        name[:1].upper() + name[1:]: word[:1].upper() + word[1:] for name, word in words.items()
    }
