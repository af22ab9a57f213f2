"""What a plan's texts themselves give reason to doubt: lines that may be of something else."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from roadmap.importing import headings
from roadmap.importing.lines import Line
from roadmap.importing.plan.drafts import Draft
from roadmap.importing.titles import folded
from roadmap.presenters.messages import to_editors
from roadmap.text.swedish import listing

_LINES = "Flera rader slutar var för sig med punkt. Är var och en av dem %(a_milestone)s?"
_ONE = "”{}” står på en egen rad i texten. Rubrik eller text?"
_MANY = "{} står på egna rader i texten. Rubriker eller text?"
_LEAD = "”{}” står i lead_strategies. Rubrik eller text?"


def joined(*doubts: str) -> str:
    """Return several doubts, some of which may be "", as one."""
    return " ".join(filter(None, doubts))


def of_lines(lines: Sequence[Line]) -> str:
    """Return the doubt whether a milestone is several, one to a line; "" if there is none."""
    are_several = any(before.ends and after.text[:1].isupper() for before, after in pairwise(lines))
    return to_editors(_LINES) if are_several else ""


def tell_headings(draft: Draft, *, leveled: bool) -> None:
    """Add to the strategies the doubts on lines in their texts that may be headings of something.

    What begins several paragraphs is none, and if the document has levels (`leveled`), only what
    is bold may be one that was not given its level.
    """
    strategies = [item for area in draft.areas for item in area.strategies]
    texts = [[*_paragraphs(item.lines)] for item in strategies]
    times = Counter(folded(own[0].text) for text in texts for own in text)
    known = {folded(text) for text in draft.subheads}

    def may_be_heading(own: Sequence[Line]) -> bool:
        first = own[0]
        words = folded(first.text)
        is_apart = len(own) == 1 or own[1].text[:1].isupper()
        is_new = times[words] == 1 and words not in known
        return is_apart and is_new and _looks_so(first.text) and (first.bold or not leveled)

    for item, text in zip(strategies, texts, strict=True):
        plain = [own for own in text if not (own[0].bullet or own[0].cell)]
        found = [own[0].text for own in plain if may_be_heading(own)]
        if len(found) == 1:
            item.doubt = joined(item.doubt, _ONE.format(found[0]))
        elif found:
            quoted = listing([f"”{heading}”" for heading in found])
            item.doubt = joined(item.doubt, _MANY.format(quoted))
    for area in draft.areas:
        if not leveled and _looks_so(area.lead_strategies):
            area.text_doubt = joined(area.text_doubt, _LEAD.format(area.lead_strategies))


def _looks_so(text: str) -> bool:
    """Whether a line has the words of a heading; "Ansvarig: nämnden" has those of a field."""
    return text[:1].isalpha() and ":" not in text and headings.looks_like_heading(text)


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    own: list[Line] = []
    for line in lines:
        if own and line.starts:
            yield own
            own = []
        own.append(line)
    if own:
        yield own
