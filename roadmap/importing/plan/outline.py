"""What each heading of a plan is: goal area, group, strategy, milestone, or something beside them.

The plan's own words say for certain. Without them the levels of the headings do, or the parts of
their numbers, and what was so inferred is told as a doubt.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Literal

from roadmap.importing import headings
from roadmap.importing.plan.marks import Mark
from roadmap.importing.plan.units import Unit, is_part
from roadmap.importing.plan.words import Kind, Words
from roadmap.importing.titles import folded

Role = Literal["area", "group", "strategy", "milestone", "list", "again", "other"]

_STEP = 10  # of height, between a heading and one a level below it
_BY_KIND: dict[Kind, int] = {"area": 10, "strategy": 30, "milestone": 30, "measure": 40}
_BETWEEN = 0.5
_OVER_STRATEGIES, _IN_STRATEGY = 15, 45
_FEWEST = 2
_BY_LEVEL = "Rubriken säger inte att det är ett målområde. Det följer av rubrikernas nivåer."
_BY_NUMBER = "Rubriken säger inte att det är ett målområde. Det följer av strategiernas nummer."
_BEFORE = "Rubriken står före strategierna, men säger inte att det är ett målområde."


@dataclass(eq=False)
class Head:
    """A heading: the unit's place, how high it stands (1 is the highest), and what it is.

    `kind` is what its own words say. `doubt` says, in Swedish, what is not certain of it.
    """

    at: int
    unit: Unit
    kind: Kind | None
    height: float
    role: Role = "other"
    lists: Kind | None = None
    doubt: str = ""
    parent: "Head | None" = field(default=None, repr=False)
    children: list["Head"] = field(default_factory=list, repr=False)

    @property
    def mark(self) -> Mark | None:
        """What stands before its title."""
        return self.unit.mark

    @property
    def label(self) -> str:
        """Its number, "" if it has none."""
        return self.mark.label if self.mark else ""

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of its number."""
        return self.mark.parts if self.mark else ()


def outline(units: Sequence[Unit], words: Words) -> dict[int, Head]:
    """Return the headings of a document by the place of their unit, each with its role."""
    heads = _heads(units, words)
    _nest(heads)
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


def _heads(units: Sequence[Unit], words: Words) -> list[Head]:
    marked = [(at, unit, unit.mark) for at, unit in enumerate(units) if unit.is_heading]
    named = [mark for _, _, mark in marked if mark and mark.word and (mark.label or mark.title)]
    # "Mål" is a goal area where nothing else is.
    has_areas = any(words.kind(mark.word, "milestone") == "area" for mark in named)
    goal: Kind = "milestone" if has_areas else "area"
    kinds = {words.kind(mark.word, goal) for mark in named}
    heads = []
    for at, unit, mark in marked:
        kind = words.kind(mark.word, goal) if mark and mark.word else None
        head = Head(at, unit, _in_use(kind, kinds), 0)
        if kind is None or not (mark and (mark.label or mark.title)):
            _announce(head, words, kinds)
        head.height = _height(head)
        heads.append(head)
    _lower_by_number(heads)
    return heads


def _lower_by_number(heads: Sequence[Head]) -> None:
    """Let 1.1 stand below 1, also where the document gives both the same level."""
    by_label: dict[str, Head] = {}
    for head in heads:
        above = by_label.get(head.label.rpartition(".")[0]) if head.label else None
        if above and head.height <= above.height:
            head.height = above.height + _BETWEEN
        if head.label and head.kind in (None, "area"):
            by_label[head.label] = head


def _in_use(kind: Kind | None, kinds: set[Kind | None]) -> Kind | None:
    """Return what a word stands for in a plan that has these kinds: a measure may be a strategy."""
    if kind == "measure" and "strategy" not in kinds:
        return "strategy"
    if {"measure", "strategy"} <= kinds and "area" not in kinds:
        # Strategies that consist of measures, and stand under nothing else.
        return "area" if kind == "strategy" else "strategy" if kind == "measure" else kind
    return kind


def _announce(head: Head, words: Words, kinds: set[Kind | None]) -> None:
    """See whether a heading only says what follows: "Etappmål", "Mål och strategier"."""
    title = head.unit.title or head.unit.text
    head.lists = _in_use(words.lists(title), kinds)
    if head.lists or words.wraps(title):
        head.role, head.kind = "list", None


def _height(head: Head) -> float:
    if head.unit.level:
        return head.unit.level
    if head.role == "list":
        return _OVER_STRATEGIES if head.lists != "measure" else _IN_STRATEGY
    return _BY_KIND[head.kind] if head.kind else max(len(head.parts), 1) * _STEP


def _nest(heads: Sequence[Head]) -> None:
    """Give each heading the one it stands under. Those that only announce hold nothing."""
    above: list[Head] = []
    for head in heads:
        while above and above[-1].height >= head.height:
            above.pop()
        if above:
            head.parent = above[-1]
            above[-1].children.append(head)
        if head.role != "list":
            above.append(head)


def _infer_areas(heads: Sequence[Head]) -> None:
    """Find the goal areas of a plan that does not call them anything."""
    named = [head for head in heads if head.kind == "strategy" and head.role == "other"]
    nodes = {above for head in named for above in _above(head)} if named else _nodes(heads)
    nodes -= {head for head in nodes if is_part(head.unit.title) or head.role == "list"}
    holding = nodes if named else {head for head in nodes if _inner(head, nodes)}
    tops = [head for head in heads if head in holding and not holding & {*_above(head)}]
    while True:
        inner = {head: [item for item in _inner(head, nodes) if item in holding] for head in tops}
        # A heading over all of the plan is that of a chapter, or the plan's title.
        if len(tops) != 1 or len(inner[tops[0]]) < _FEWEST:
            break
        tops = inner[tops[0]]
    for head in tops:
        head.role = "area"
        head.doubt = "" if named and _numbers_agree(head, named) else _BY_LEVEL


def _above(head: Head) -> Iterator[Head]:
    """Yield the headings that one stands under, the nearest first."""
    above = head.parent
    while above:
        yield above
        above = above.parent


def _numbers_agree(head: Head, strategies: Sequence[Head]) -> bool:
    """Whether a heading has a number, and the strategies under it begin with it."""
    return bool(head.label) and all(
        item.label.startswith(head.label) for item in strategies if head in _above(item)
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
        and beside.isdisjoint(_above(head))
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
        between = [*takewhile(lambda above: above.role != "area", _above(head))]
        if any(above.role == "area" for above in _above(head)):
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
        if group != before and unit and head.at - 1 not in known and _may_name_area(unit):
            heads.append(Head(head.at - 1, unit, None, _STEP // 2, "area", doubt=_BEFORE))
        before = group
    heads.sort(key=lambda head: head.at)


def _area_label(head: Head) -> str:
    if head.mark and head.mark.of:
        return head.mark.of
    return head.parts[0] if len(head.parts) >= _FEWEST else ""


def _may_name_area(unit: Unit) -> bool:
    return (
        not (unit.is_contents or unit.in_table or unit.is_item)
        and len(unit.lines) == 1
        and headings.looks_like_heading(unit.text)
    )


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
