"""What the walk through a plan's document gathers: its parts, each with its lines."""

from dataclasses import dataclass, field

from roadmap.importing.lines import Line
from roadmap.importing.plan.heads import Head
from roadmap.importing.plan.marks import Mark


@dataclass
class Loose:
    """Lines that no field holds, and why, in Swedish.

    `opens` if they stand right under the heading of a goal area, before all else in it. `head` is
    the heading that they begin with outside the goal areas, and `before` counts what stood before
    it of these and of what is in them.
    """

    reason: str
    lines: list[Line] = field(default_factory=list)
    opens: bool = False
    head: Head | None = None
    before: int = 0


@dataclass
class Item:
    """A goal area, a group, a milestone or a strategy: what it is called, and its lines.

    `mark` is what stood before the title. `doubt` says, in Swedish, what is not certain.
    """

    mark: Mark | None
    title: str
    page: int | None
    doubt: str = ""
    group: "Item | None" = None
    lines: list[Line] = field(default_factory=list)

    @property
    def label(self) -> str:
        """Its number in the document, "" if it has none."""
        return self.mark.label if self.mark else ""


@dataclass
class AreaDraft(Item):
    """A goal area with all that is under it.

    `subheads` are the headings that stand as paragraphs in its own text, and `text_doubt` says, in
    Swedish, what is not certain of that and of what leads over to its strategies.
    """

    text_doubt: str = ""
    subheads: list[str] = field(default_factory=list)
    lead_milestones: str = ""
    lead_strategies: str = ""
    groups: list[Item] = field(default_factory=list)
    milestones: list[Item] = field(default_factory=list)
    strategies: list[Item] = field(default_factory=list)
    loose: list[Loose] = field(default_factory=list)

    @property
    def number(self) -> str:
        """The number that those of its strategies begin with, "" if they differ."""
        parts = [item.mark.parts if item.mark else () for item in self.strategies]
        firsts = {found[0] if len(found) > 1 else "" for found in parts}
        return firsts.pop() if len(firsts) == 1 else ""


@dataclass
class Draft:
    """A plan as its document has it. `sections` are its texts outside the goal areas.

    `left_out` are the words that stand in no field: before the titles, and over the lists.
    `subheads` are the headings that stand as paragraphs in the texts of strategies.
    """

    areas: list[AreaDraft] = field(default_factory=list)
    sections: list[Item] = field(default_factory=list)
    loose: list[Loose] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    subheads: list[str] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How many goal areas it has, with all that is in them."""
        inside = (len((*it.groups, *it.milestones, *it.strategies)) for it in self.areas)
        return len(self.areas) + sum(inside)
