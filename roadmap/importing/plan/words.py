"""What plans call their parts: the site's own terms first, then what other plans write."""

import re
from typing import Literal

from roadmap.model import Terms
from roadmap.model.terms import Term
from roadmap.text.swedish import folded

Kind = Literal["area", "milestone", "strategy", "measure"]

_SINGULAR: dict[str, Kind] = {
    "målområde": "area",
    "område": "area",
    "etappmål": "milestone",
    "delmål": "milestone",
    "strategi": "strategy",
    "delstrategi": "strategy",
    "insats": "measure",
    "åtgärd": "measure",
    "aktivitet": "measure",
}
_PLURAL: dict[str, Kind] = {
    "målområden": "area",
    "områden": "area",
    "etappmål": "milestone",
    "delmål": "milestone",
    "strategier": "strategy",
    "delstrategier": "strategy",
    "insatser": "measure",
    "åtgärder": "measure",
    "aktiviteter": "measure",
}
# "Fokusområde", "insatsområden", "Strategiskt område".
_AREA_ENDINGS = ("område", "områden")
_BY_FIELD: dict[str, Kind] = {
    "goal_area": "area",
    "milestone": "milestone",
    "strategy": "strategy",
}
GOAL = "mål"  # a goal area in some plans, and a milestone in others
_GOALS = {"mal", "malen"}
_FEW = 3  # words: "Våra prioriterade strategier"
_LETTERS = r"[^\W\d_]"


class Words:
    """The nouns of a plan's headings: those of the site's terms, and the usual ones.

    A measure is what a strategy consists of in some plans, and a strategy itself in others.
    """

    def __init__(self, terms: Terms) -> None:
        self._one: dict[str, Kind] = {folded(word): kind for word, kind in _SINGULAR.items()}
        self._many: dict[str, Kind] = {folded(word): kind for word, kind in _PLURAL.items()}
        for name, kind in _BY_FIELD.items():
            term: Term = getattr(terms, name)
            for forms, table in (
                ((term.one, term.the_one), self._one),
                ((term.many, term.the_many), self._many),
            ):
                table.update((folded(form), kind) for form in forms)
        known = sorted({*self._one, *self._many, folded(GOAL)}, key=len, reverse=True)
        alternatives = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in known)
        which = rf"(?:{_LETTERS}{{5,}}(?:t|ande)\s+)?"
        self.pattern = rf"(?:{alternatives}|{which}{_LETTERS}*omraden?)"
        areas = [word for word, kind in _SINGULAR.items() if kind == "area"]
        areas += [terms.goal_area.one, terms.goal_area.the_one]
        area = "|".join(map(re.escape, areas))
        self._of_area = re.compile(
            rf"\s+(?:i|för|inom|under|till)\s+(?:(?i:{area})\s+)?(?:[A-ZÅÄÖ]|[IVXL]+|\d{{1,2}}):?$"
        )

    def kind(self, word: str, goal: Kind) -> Kind | None:
        """Return what a word in the singular stands for; `goal` is what "mål" does."""
        plain = " ".join(folded(word).split())
        if plain in self._one:
            return self._one[plain]
        if plain == folded(GOAL):
            return goal
        return "area" if plain.endswith(folded(_AREA_ENDINGS[0])) else None

    def lists(self, text: str) -> Kind | None:
        """Return what a heading of a plural alone announces: "Etappmål", "Våra strategier:".

        Of which goal area they are may follow: "Strategier i B".
        """
        words = re.findall(rf"{_LETTERS}+", folded(self._of_area.sub("", text)))
        if not words or len(words) > _FEW or len(self.names(text)) > 1:
            return None
        return self._many.get(words[-1]) or ("milestone" if words[-1] in _GOALS else None)

    def wraps(self, text: str) -> bool:
        """Whether a heading has only the plan's own plurals: "Mål och strategier"."""
        words = re.findall(rf"{_LETTERS}+", folded(text))
        own = [word for word in words if word not in ("och", "samt", "med", "vara")]
        return bool(own) and all(
            word in self._many or word in _GOALS or word.endswith("omraden") for word in own
        )

    def names(self, text: str, *, one: bool = False) -> set[Kind]:
        """Return the kinds that a text names several of: "Följande etappmål gäller:".

        With `one`, also a single milestone: "Här finns ett delmål."
        """
        words = re.findall(rf"{_LETTERS}+", folded(text))
        goals: dict[str, Kind] = dict.fromkeys(_GOALS, "milestone")
        single = {word: kind for word, kind in self._one.items() if one and kind == "milestone"}
        many = goals | single | self._many
        return {many[word] for word in words if word in many}
