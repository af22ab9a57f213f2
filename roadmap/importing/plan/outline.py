"""What each heading of a plan is: goal area, group, strategy, milestone, or something beside them.

The plan's own words say for certain. Without them the levels of the headings do, or the parts of
their numbers, and what was so inferred is told as a doubt.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import takewhile

from roadmap.importing.plan.heads import STEP, Head, all_above, heads_of
from roadmap.importing.plan.units import Unit, is_part, may_be_title
from roadmap.importing.plan.words import Words
from roadmap.importing.titles import folded
from roadmap.presenters.messages import to_editors

_FEWEST = 2
_BY_LEVEL = "Rubriken säger inte att det är %(a_goal_area)s. Det följer av rubrikernas nivåer."
_BEFORE = "Rubriken står före %(the_strategies)s, men säger inte att det är %(a_goal_area)s."


def outline(units: Sequence[Unit], words: Words) -> dict[int, Head]:
    """Return the headings of a document by the place of their unit, each with its role."""
    heads = heads_of(units, words)
    areas = [head for head in heads if head.kind == "area" and head.role == "other"]
    if areas:
        for head in areas:
            head.role = "area"
    else:
        _infer_areas(heads)
    _strategies(heads)
    _adopt(heads, units)
    _once(heads, units)
    return {head.at: head for head in heads}


def _infer_areas(heads: Sequence[Head]) -> None:
    """Find the goal areas of a plan that does not call them anything."""
    named = [head for head in heads if head.kind == "strategy" and head.role == "other"]
    nodes = {above for head in named for above in all_above(head)} if named else _nodes(heads)
    nodes -= {head for head in nodes if is_part(head.unit.title) or head.role == "list"}
    holding = nodes if named else {head for head in nodes if _inner(head, nodes)}
    tops = [head for head in heads if head in holding and not holding & {*all_above(head)}]
    while True:
        inner = {head: [item for item in _inner(head, nodes) if item in holding] for head in tops}
        # A heading over all of the plan is that of a chapter, or the plan's title.
        if len(tops) != 1 or len(inner[tops[0]]) < _FEWEST:
            break
        tops = inner[tops[0]]
    for head in tops:
        head.role = "area"
        head.doubt = "" if named and _numbers_agree(head, named) else to_editors(_BY_LEVEL)


def _numbers_agree(head: Head, strategies: Sequence[Head]) -> bool:
    """Whether a heading has a number, and the strategies under it begin with it."""
    return bool(head.label) and all(
        item.label.startswith(head.label) for item in strategies if head in all_above(item)
    )


def _nodes(heads: Sequence[Head]) -> set[Head]:
    """Return the headings that may be of the plan's goals: numbered ones, if any are."""
    beside = {head for head in heads if is_part(head.unit.title)}
    own = [
        head
        for head in heads
        if head.role == "other"
        and head.kind is None
        and head not in beside
        and beside.isdisjoint(all_above(head))
    ]
    numbered = [head for head in own if head.label]
    by_number = any(len(head.parts) >= _FEWEST for head in numbered)
    return set(numbered if by_number else own) - _repeated(own)


def _repeated(heads: Sequence[Head]) -> set[Head]:
    """Return the headings that several others have under them: "Så gör vi"."""
    parents: dict[str, set[Head | None]] = defaultdict(set)
    for head in heads:
        if not head.label:
            parents[folded(head.unit.title)].add(head.parent)
    return {
        head
        for head in heads
        if not head.label and len(parents[folded(head.unit.title)]) >= _FEWEST
    }


def _inner(head: Head, nodes: set[Head]) -> list[Head]:
    """Return the headings among `nodes` that stand right under one."""
    found: list[Head] = []
    for child in head.children:
        found.extend([child] if child in nodes else _inner(child, nodes))
    return found


def _strategies(heads: Sequence[Head]) -> None:
    """Find the strategies, and the groups between them and their goal areas."""
    named = [head for head in heads if head.kind == "strategy" and head.role == "other"]
    for head in heads:
        if head.kind == "milestone" and head.role == "other":
            head.role = "milestone"
    if named:
        for head in named:
            head.role = "strategy"
    else:
        _infer_strategies(heads)
    for head in heads:
        if head.role != "strategy":
            continue
        between = [*takewhile(lambda above: above.role != "area", all_above(head))]
        if any(above.role == "area" for above in all_above(head)):
            for above in between:
                if above.role == "other" and not is_part(above.unit.title):
                    above.role = "group"


def _infer_strategies(heads: Sequence[Head]) -> None:
    nodes = _nodes([*_in_areas(heads)])
    for head in nodes:
        if not _inner(head, nodes):
            head.role = "strategy"


def _in_areas(heads: Sequence[Head]) -> Iterator[Head]:
    """Yield the headings that stand after a goal area, and lower than it."""
    last: Head | None = None
    for head in heads:
        if head.role == "area":
            last = head
        elif last and head.height <= last.height:
            last = None
        elif last and head.role == "other":
            yield head


def _adopt(heads: list[Head], units: Sequence[Unit]) -> None:
    """Find goal areas for strategies that have none: by the paragraph right before the first."""
    if not any(head.role == "strategy" for head in heads) and not any(
        head.role == "area" for head in heads
    ):
        for head in heads:
            if head.role == "other" and len(head.parts) >= _FEWEST and head.kind is None:
                head.role = "strategy"
    if any(head.role == "area" for head in heads):
        return
    known = {head.at for head in heads}
    before = ""
    for head in [head for head in heads if head.role == "strategy"]:
        group = _area_label(head)
        unit = units[head.at - 1] if head.at else None
        if (
            group != before
            and unit
            and head.at - 1 not in known
            and len(unit.lines) == 1
            and may_be_title(unit)
        ):
            doubt = to_editors(_BEFORE)
            heads.append(Head(head.at - 1, unit, None, STEP // 2, "area", doubt=doubt))
        before = group
    heads.sort(key=lambda head: head.at)


def _area_label(head: Head) -> str:
    if head.mark and head.mark.of:
        return head.mark.of
    return head.parts[0] if len(head.parts) >= _FEWEST else ""


def _once(heads: Sequence[Head], units: Sequence[Unit]) -> None:
    """Let of the headings that stand twice only the one with the most under it be one."""
    alike: dict[str, list[Head]] = defaultdict(list)
    area = ""
    for head in heads:
        name = f"{head.role} {head.label} {folded(head.unit.title)}"
        if head.role == "area":
            area = name
        if head.role in ("area", "strategy"):
            # "Insats 1" may stand in every goal area.
            alike[name if len(head.parts) > 1 or head.role == "area" else name + area].append(head)
    for own in alike.values():
        best = max(own, key=lambda head: _weight(head, heads, units)) if len(own) > 1 else own[0]
        for head in own:
            if head is not best:
                head.role = "again"


def _weight(head: Head, heads: Sequence[Head], units: Sequence[Unit]) -> int:
    """Return how many words stand under a heading."""
    ends = [other.at for other in heads if other.at > head.at and other.role in ("area", head.role)]
    inside = units[head.at : min(ends, default=len(units))]
    return sum(len(line.text.split()) for unit in inside for line in (*unit.lines, *unit.rest))
