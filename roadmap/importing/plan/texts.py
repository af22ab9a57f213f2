"""The texts of a plan that belong to no milestone and no strategy, where their place is certain."""

import re
from collections import Counter
from collections.abc import Sequence

from roadmap.importing.closing import signatures
from roadmap.importing.lines import Line
from roadmap.importing.plan.drafts import AreaDraft, Draft, Item, Loose
from roadmap.importing.plan.heads import Head, all_above
from roadmap.importing.plan.units import is_part
from roadmap.importing.titles import folded
from roadmap.presenters.messages import to_editors

_LISTED = (
    "%(The_goal_area)ss text har en lista, och inga %(milestones)s är funna. Är punkterna "
    "%(milestones)s?"
)
_SIGNED = "Ser ut som en underskrift eller en kontakt. Ska namnet stå på webbplatsen?"
_CONTENTS = "innehall"
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s+[A-ZÅÄÖ]")
# What is of the whole plan, also where a heading in its last strategy would look the same.
_CLOSING = (
    "uppfoljning", "uppfoljning och utvardering", "revidering", "ordlista", "begreppslista",
    "definitioner", "referenser", "kallor", "kallforteckning", "litteratur", "bilaga", "bilagor",
)  # fmt: skip


def take_opening(area: AreaDraft) -> None:
    """Let what stands between a goal area's heading and all else in it be its own text.

    It waits with what no field holds if the area has no title, or nothing that ends the text.
    """
    if not area.title or not (area.milestones or area.strategies):
        return
    area.lines = [line for loose in area.loose if loose.opens for line in loose.lines]
    area.loose = [loose for loose in area.loose if not loose.opens]
    if not area.milestones and any(line.bullet and not line.cell for line in area.lines):
        area.text_doubt = to_editors(_LISTED)


def take_sections(draft: Draft, heads: Sequence[Head]) -> None:
    """Let the parts of the document before and after all goal areas be sections of the plan.

    The others wait with what no field holds, and so do signatures.
    """
    areas = [head for head in heads if head.role == "area"]
    above_areas = {above for area in areas for above in all_above(area)}
    times = Counter(folded(head.unit.title) for head in heads)
    numbered = _in_sequence(heads)

    def is_certain(loose: Loose) -> bool:
        head = loose.head
        if head is None or folded(head.unit.title).startswith(_CONTENTS):
            return False
        if head in above_areas and head is heads[0] and not head.label:
            return False  # the plan's own title
        if not head.unit.level and _hides_heading(loose.lines[len(head.unit.lines) :]):
            return False
        words = folded(head.unit.title)
        is_alone = times[words] == 1
        if loose.before == 0:
            named = is_part(head.unit.title) and is_alone
            return bool(head.unit.level) or named or head in numbered
        if loose.before != draft.size:
            return False
        if head.unit.level and all(area.unit.level for area in areas):
            return True
        named = is_alone and (words in _CLOSING or words.startswith("bilaga "))
        return named or head in numbered

    kept: list[Loose] = []
    sections: list[Item] = []
    following: Loose | None = None  # which the section that comes next is made of
    for loose in reversed(draft.loose):
        section = _section(loose, following) if is_certain(loose) else None
        if section:
            item, signed = section
            sections.append(item)
            kept.extend(signed)
        else:
            kept.append(loose)
        following = loose if section else None
    draft.sections, draft.loose = sections[::-1], kept[::-1]


def _hides_heading(lines: Sequence[Line]) -> bool:
    """Whether a paragraph may be the heading of a further part, which is not known for one."""
    paragraphs = (line.text for line in lines if line.starts and not (line.bullet or line.cell))
    return any(_NUMBERED.match(text) or is_part(text) for text in paragraphs)


def _in_sequence(heads: Sequence[Head]) -> set[Head]:
    """Return the headings that the document itself numbers, each with the number that is next."""
    found: set[Head] = set()
    last: tuple[int, ...] = (0,)
    for head in heads:
        of_document = head.kind is None or head.unit.text[:1].isdigit()
        if not (of_document and head.parts and all(map(str.isdecimal, head.parts))):
            continue
        parts = tuple(map(int, head.parts))
        higher = (last[:place] for place in range(len(last)))
        if parts in ((*last, 1), *((*part, last[len(part)] + 1) for part in higher)):
            found.add(head)
            last = parts
    return found


def _section(loose: Loose, following: Loose | None) -> tuple[Item, list[Loose]] | None:
    """Return a section and its signatures, which end it.

    None if there is neither a text nor a section in it.
    """
    head = loose.head
    assert head
    inner = following.head if following and following.before == loose.before else None
    lines = loose.lines[len(head.unit.lines) :]
    signed = signatures(lines)
    text = [line for index, line in enumerate(lines) if index not in signed]
    if signed and min(signed) < len(text):
        return None  # they are no signatures, or not known to be
    if not text and (inner is None or inner.height <= head.height):
        return None
    item = Item(head.mark, head.unit.text, head.unit.page, lines=text)
    return item, [Loose(_SIGNED, lines[len(text) :])] if signed else []
