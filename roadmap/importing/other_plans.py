"""Whether a document is about another plan, whose strategies may have the same numbers."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from roadmap.importing.lines import Line
from roadmap.importing.titles import ALIKE, folded

_HEAD = 12  # the lines that say what a document is about
_LONGEST = 120  # characters
_SAYS = re.compile(r"\b(?:remiss|yttrande|svar|synpunkter|förslag till)", re.IGNORECASE)
# "Trafikplan 2030", "remissvar på avfallsplanen", "Policy för mat".
_PLAN = re.compile(
    r"\b\w*(?:plan|program|strategi|policy|polic|vision)(?:en|et|n|met)?\b(?=\s+(?:för|om|20\d\d|$)|$|\W)",
    re.IGNORECASE,
)
_COMMON = re.compile(
    r"^(?:del)?(?:strategi|plan|program|policy|vision)(?:en|et|n|met)?$|^(?:etapp|hand)"
)
# "Program för ett tillgängligt Provstad"; "strategin om förskolan" is one of a plan's.
_ABOUT = re.compile(
    r"\b(?:(?:plan|program|policy|vision)(?:en|n|met)?|strategi) (?:för|om) (?P<what>[^.,:;]+)",
    re.IGNORECASE,
)


def names_another(plan: str, lines: Sequence[Line]) -> str | None:
    """Return the name of another plan if the head of a document has one, and not ours."""
    ours = folded(plan)
    head = [line.text for line in lines[:_HEAD] if len(line.text) <= _LONGEST]
    if any(ours in folded(text) for text in head):
        return None
    ours_first = ours.split()[0] if ours else ""
    for text in filter(_SAYS.search, head):
        if any(word.startswith(ours_first) for word in folded(text).split()):
            return None
        about = _ABOUT.search(text)
        if about and fuzz.partial_ratio(folded(about["what"]), ours) < ALIKE:
            return about[0]
        for match in _PLAN.finditer(text):
            if not _COMMON.match(folded(match[0])):
                return match[0]
    return None
