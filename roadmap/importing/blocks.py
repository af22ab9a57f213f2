"""A document in blocks, each under one heading, with why it stands where it does."""

from dataclasses import dataclass, field

from roadmap.importing.layout import paragraphs
from roadmap.importing.lines import Line


@dataclass
class Block:
    """A run of lines under one heading. `kind` is section, area, comment, own, or unplaced.

    `own` is an answer right under the strategy; `section` is the id, "" for one of the heading's
    own. `proposed` are the numbers of the strategies that an unplaced text may be about.
    """

    kind: str
    lines: list[Line] = field(default_factory=list)
    section: str = ""
    area: str | None = None
    strategies: tuple[str, ...] = ()
    heading: str | None = None
    reason: str = ""
    first_page: int | None = None
    proposed: bool = False
    placement: "Placement | None" = None

    @property
    def text(self) -> str:
        """The words under the heading, in the form of the data."""
        return paragraphs(self.lines)


@dataclass(frozen=True)
class Placement:
    """Why a text stands under strategies: the document's words, and what they are evidence of.

    `labels` are the strategies' numbers, or the titles of those without.
    """

    labels: tuple[str, ...]
    words: str
    page: int | None
    why: str


@dataclass(frozen=True)
class Structure:
    """A document in blocks, in its order, and the lines that only repeat the plan's own words."""

    blocks: tuple[Block, ...]
    plan_lines: tuple[Line, ...]
    lines: tuple[Line, ...]
    nothing_said: tuple[tuple[str, tuple[str, ...]], ...]
