"""Whether a document is about another plan, whose strategies may have the same numbers."""

import re
from collections.abc import Sequence

from roadmap.importing.lines import Line
from roadmap.importing.titles import folded

_HEAD = 12  # the lines that say what a document is about
_LONGEST = 120  # characters
# "Trafikplan 2030", "remissvar på avfallsplanen", "Policy för mat".
_PLAN = re.compile(
    r"\b\w*(?:plan|program|strategi|policy|polic|vision)(?:en|et|n|met)?\b(?=\s+(?:för|om|20\d\d|$)|$|\W)",
    re.IGNORECASE,
)
_COMMON = re.compile(
    r"^(?:del)?(?:strategi|plan|program|policy|vision)(?:en|et|n|met)?$|^(?:etapp|hand)"
)


def names_another(plan: str, lines: Sequence[Line]) -> str | None:
    """Return the name of another plan if the head of a document has one, and not ours."""
    ours = folded(plan)
    head = [line.text for line in lines[:_HEAD] if len(line.text) <= _LONGEST]
    if any(ours in folded(text) for text in head):
        return None
    ours_first = ours.split()[0] if ours else ""
    for text in head:
        if not re.search(
            r"\b(?:remiss|yttrande|svar|synpunkter|förslag till)", text, re.IGNORECASE
        ):
            continue
        for match in _PLAN.finditer(text):
            word = folded(match[0])
            if not _COMMON.match(word) and not word.startswith(ours_first):
                return match[0]
    return None
