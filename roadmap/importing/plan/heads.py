"""The headings of a plan: what their own words say, and how high each stands."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from roadmap.importing.plan.marks import Mark
from roadmap.importing.plan.units import Unit, is_answer, is_part
from roadmap.importing.plan.words import Kind, Words
from roadmap.importing.titles import folded

Role = Literal["area", "group", "strategy", "milestone", "list", "again", "answer", "other"]

STEP = 10  # of height, between a heading and one a level below it
_BY_KIND: dict[Kind, int] = {"area": 10, "strategy": 30, "milestone": 30, "measure": 40}
_BETWEEN = 0.5
_OVER_STRATEGIES, _IN_STRATEGY = 15, 45
_DEEPEST_AREA = 2  # parts of its number, as in 3.1


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


def heads_of(units: Sequence[Unit], words: Words) -> list[Head]:
    """Return the headings of a document in their order, each under the one that it stands under."""
    marked = [(at, unit, unit.mark) for at, unit in enumerate(units) if unit.is_heading]
    named = [mark for _, _, mark in marked if mark and mark.word and (mark.label or mark.title)]
    goal = _goal(named, words)
    kinds = {words.kind(mark.word, goal) for mark in named}
    heads = []
    for at, unit, mark in marked:
        kind = words.kind(mark.word, goal) if mark and mark.word else None
        head = Head(at, unit, _in_use(kind, kinds), 0)
        if kind is None or not (mark and (mark.label or mark.title)):
            _announce(head, words, kinds)
        if head.kind is None and not head.label and is_answer(unit.text):
            head.role = "answer"
        head.height = _height(head)
        heads.append(head)
    _lower_repeated(heads)
    _lower_by_number(heads)
    _nest(heads)
    return heads


def _goal(named: Sequence[Mark], words: Words) -> Kind:
    """Return what "mål" is: a goal area where nothing else is, and no strategy has its number."""
    labels: dict[Kind | None, set[str]] = defaultdict(set)
    for mark in named:
        labels[words.kind(mark.word, "milestone")].add(mark.label if len(mark.parts) > 1 else "")
    shared = labels["milestone"] & (labels["strategy"] | labels["measure"])
    return "milestone" if labels["area"] or shared - {""} else "area"


def all_above(head: Head) -> Iterator[Head]:
    """Yield the headings that one stands under, the nearest first."""
    above = head.parent
    while above:
        yield above
        above = above.parent


def with_strategies(heads: Sequence[Head]) -> Iterator[Head]:
    """Yield the goal areas, of headings in their order, that have strategies with headings."""
    area: Head | None = None
    for head in heads:
        if head.role == "area":
            area = head
        elif head.role == "strategy" and area:
            yield area
            area = None


def may_name(inner: Head, head: Head) -> bool:
    """Whether a heading may be the title of the one right above: it is no group among others."""
    groups = [child for child in head.children if child.role == "group"]
    return inner.role == "other" or groups == [inner]


def _lower_repeated(heads: Sequence[Head]) -> None:
    """Let a part that comes in several goal areas, "Nuläge", stand in them and over nothing."""
    plain = [head for head in heads if not (head.unit.level or head.kind)]
    first = next((head.at for head in plain if head.label), None)
    times = Counter(folded(head.unit.title) for head in plain if not head.label)
    before = {folded(head.unit.title) for head in plain if first is None or head.at < first}
    named = any(head.kind == "strategy" for head in heads)
    deepest = max((len(head.parts) for head in plain), default=1)
    if not named:
        deepest -= 1  # the deepest numbers are those of the strategies
    for head in plain:
        words = folded(head.unit.title)
        is_inside = not head.label and times[words] > 1 and words not in before
        if is_inside and is_part(head.unit.title):
            head.height = min(max(deepest, 1), _DEEPEST_AREA) * STEP + STEP / 2


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
    return _BY_KIND[head.kind] if head.kind else max(len(head.parts), 1) * STEP


def _is_of_other(head: Head, above: Head) -> bool:
    """Whether a number says that a heading is not under one before it: 3.1 is not under 2."""
    ours, theirs = head.parts, above.parts
    if head.unit.level or head.kind or above.kind or not 0 < len(theirs) < len(ours):
        return False
    return all(map(str.isdecimal, theirs + ours)) and ours[: len(theirs)] != theirs


def _nest(heads: Sequence[Head]) -> None:
    """Give each heading the one it stands under. Those that only announce hold nothing."""
    above: list[Head] = []
    for head in heads:
        while above and (above[-1].height >= head.height or _is_of_other(head, above[-1])):
            above.pop()
        if above:
            head.parent = above[-1]
            above[-1].children.append(head)
        if head.role not in ("list", "answer"):
            above.append(head)
