"""Turn the lines of a document into blocks: answers, sections, and what has no certain place.

A text is an answer on a strategy only where there is evidence (see `marks`). A closing part, or a
heading as high as that of the answer, ends it.
"""

from collections.abc import Iterator, Sequence

from roadmap.importing import closing, headings, numbers, tables, titles
from roadmap.importing.blocks import Block, Placement, Structure
from roadmap.importing.evidence import Evidence, pieces
from roadmap.importing.layout import flowing
from roadmap.importing.lines import Line
from roadmap.importing.marks import Marks
from roadmap.importing.numbering import Numbering
from roadmap.model import GoalArea, Group, Strategy
from roadmap.presenters.messages import to_editors
from roadmap.text.swedish import listing

_OWN_WORDS = "Står före rubriken till svaret och är inte planens text om %(the_strategy)s."
_ON_AREA = "Står under %(the_goal_area)ss rubrik och gäller ingen av dess %(strategies)s."
_NO_HEADING = "Står utan rubrik."
_BEFORE = "Står före den första rubrik som känns igen."
_EMPTY = "Rubrik utan text under."
_QUOTED = "Citat ur ett annat brev, kanske inte instansens egna ord."
_MINORITY = "Enskilda ledamöters mening. Den är inte instansens svar."
_MILESTONE = "Gäller %(a_milestone)s, som inte är %(a_strategy)s."
_ON_NOTHING = "Säger att inget finns att säga om andra %(strategies)s."
_ON_OTHERS = "Nämner andra %(strategies)s än %(it_strategy)s som svaret före gäller."
_AFTER = "Står efter ett stycke om %(a_strategy)s, men det syns inte om det hör dit."
_ON_GROUP = "Gäller en grupp av %(strategies)s, inte bara %(one_strategy)s."
_HEAD = "Rubriker i en tabell med svar."
_AFTER_TABLE = "Står efter en tabell med svar, och hör kanske inte till det sista av dem."
_AFTER_HEADING = "Står under en okänd rubrik efter det sista svaret, och hör kanske inte dit."


def structure(
    areas: Sequence[GoalArea], lines: Sequence[Line], plan: Numbering, other_plan: bool
) -> Structure:
    """Return the blocks of a document. They have all words of its lines except the plan's own."""
    strategies = [item for area in areas for item in area.strategies]
    titles_by_number = {item.shown_number: item.title for item in strategies if item.shown_number}
    flow = tables.by_strategy(flowing(lines), tables.Plan(plan, titles_by_number))
    marks = Marks(strategies, flow, plan, other_plan)
    walk = _Walk(areas, flow, marks)
    blocks = tuple(walk.blocks())
    nothing_said = tuple((flow[index].text, found) for index, found in marks.nothing.items())
    return Structure(blocks, tuple(walk.plan_lines), tuple(flow), nothing_said)


class _Walk:
    """One pass through the lines, which keeps track of the present area and strategy."""

    def __init__(self, areas: Sequence[GoalArea], lines: Sequence[Line], marks: Marks) -> None:
        self.areas = areas
        self.lines = lines
        self.marks = marks
        self.area: GoalArea | None = None
        self.strategy: Strategy | None = None
        self.group: Group | None = None  # whose heading came last
        self.rank = headings.PLAIN  # of the heading of the present strategy
        self.seal: Line | None = None  # the heading of others' words
        self.direct = False  # some answer stood under its strategy without a heading of its own
        self.block = Block("unplaced", reason=_BEFORE)
        self.form = ""  # of the evidence that began the block
        self.fresh = 0  # the line after the last recognised text: something new begins there
        self.plan_lines: list[Line] = []
        self.lumps = tables.lumps(lines, marks)
        self.after_tables = tables.answering(lines, marks)

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks of the document in its order."""
        index = 0
        while index < len(self.lines):
            taken, new_block = self._begun(index)
            if new_block:
                yield from self._finished()
                self.block = new_block
            elif taken := self._plan_text(index):
                self.plan_lines.extend(self.lines[index : index + taken])
            if taken:
                self.fresh = index + taken
            else:
                taken = self.lumps[index].lines if index in self.lumps else 1
                self.block.lines.extend(self.lines[index : index + taken])
            index += taken
        yield from self._finished()

    def _finished(self) -> Iterator[Block]:
        """Yield the finished block; a heading without text under it is kept as unplaced."""
        block = self.block
        if block.lines or block.kind == "area":
            self.direct = self.direct or block.kind == "own"
            yield block
        elif block.heading:
            line = Line(block.heading, block.first_page, True)
            yield Block("unplaced", [line], reason=_EMPTY)

    def _begun(self, index: int) -> tuple[int, Block | None]:
        """Return the number of lines of the heading at this index, and the block that it begins."""
        line = self.lines[index]
        if lump := self.lumps.get(index):
            return 0, self._loose(line, _HEAD) if lump.is_head else self._after_special(index)
        may_be_heading = self._may_be_heading(index)
        closes = closing.kind_of(line) if may_be_heading else None
        reason = self.marks.reason(index)
        if reason == self.marks.SIGNATURE:
            return 0, None if self.block.reason == reason else self._loose(line, reason)
        if self.seal and not self._is_released(line, closes, may_be_heading, index):
            return 0, None
        if self.seal and closes == "minority" and not closing.is_heading(line):
            return 0, None
        self.seal = None
        if closes in ("minority", "quoted"):
            self.seal = line
            return 0, self._loose(line, _MINORITY if closes == "minority" else _QUOTED)
        if reason:
            return 0, None if self.block.reason == reason else self._loose(line, reason)
        new_block = self._after_special(index)
        evidence = self.marks.evidence.get(index)
        if evidence and not self._is_mention(line, evidence):
            return self._under(index, evidence)
        if not line.bullet and self._may_begin(index):
            for area in self.areas:
                if titles.is_area_heading(line, area.title):
                    self.area, self.strategy = area, None
                    return 1, self._started("area", line, area=area.id, heading=line.text)
            if group := self._group(line):
                self.plan_lines.append(line)
                self.strategy = None
                block = self._started("unplaced", line)
                block.reason, self.group = to_editors(_ON_GROUP), group
                return 1, block
        if may_be_heading:
            on_milestone = headings.is_about_milestone(line.text) or index in self.marks.milestones
            if on_milestone and not self._plan_text(index):
                return 0, self._loose(line, _MILESTONE)
            if self.block.reason == to_editors(_MILESTONE) and headings.is_over_strategies(
                line.text
            ):
                return 0, self._loose(line, _EMPTY)
            taken, begun = self._answer_or_section(index, closes)
            if begun:
                return taken, begun
        return 0, new_block or self._after_lead(index) or self._on_others(index)

    def _group(self, line: Line) -> Group | None:
        """Return the group of the plan that a line is the heading of."""
        groups = (group for area in self.areas for group in area.groups)
        return next((one for one in groups if titles.is_area_heading(line, one.title)), None)

    def _is_released(
        self, line: Line, closes: closing.Kind | None, may_be_heading: bool, index: int
    ) -> bool:
        """Whether a heading ends others' words. A strategy never does: they may be about it."""
        assert self.seal
        if closes == "minority":
            return True
        if not may_be_heading or closing.kind_of(self.seal) == "quoted":
            return False
        if index in self.marks.evidence:
            return False
        if self.seal.level and line.level:
            return line.level <= self.seal.level
        return closing.releases(line)

    def _is_mention(self, line: Line, found: Evidence) -> bool:
        """Whether a text mentions a strategy, and is about the present one."""
        if found.form == "heading" and not found.sure and self.strategy:
            deeper = self.rank < headings.rank(line) < headings.PLAIN
            return deeper or self.strategy in found.strategies
        # Running text, in a document that has headings for the strategies.
        mere = found.form == "sentence" or (found.form == "lead" and not found.sure)
        elsewhere = self.strategy is None and not self.block.proposed
        return mere and bool(self.marks.headed) and elsewhere

    def _after_special(self, index: int) -> Block | None:
        """Return the block of what follows on contents, names or the answers in a table."""
        if self.block.reason in self.marks.PASSING:
            return self._loose(self.lines[index], _NO_HEADING)
        if index in self.after_tables and self.block.kind in ("own", "comment"):
            return self._loose(self.lines[index], _AFTER_TABLE)
        return None

    def _after_lead(self, index: int) -> Block | None:
        """Return the block of a paragraph after one about a strategy, where the answer may end."""
        line, lines = self.lines[index], self.block.lines
        if self.block.kind != "own" or not lines or not line.starts:
            return None
        if line.bullet and not lines[0].bullet:
            return None
        ends = (
            self.form == "sentence"
            or (self.form == "lead" and index > self.marks.last)
            or line.bullet
        )
        if not ends or lines[-1].text.endswith(":"):
            return None
        labels = self.block.placement.labels if self.block.placement else ()
        return self._loose(line, _AFTER, labels)

    def _on_others(self, index: int) -> Block | None:
        """Return the block of a paragraph in an answer that is about other strategies.

        It says that there is nothing to say on them. Or it names them where no strategy has a
        heading: there a paragraph is an answer.
        """
        line, found, reason = self.lines[index], self.marks.nothing.get(index, ()), _ON_NOTHING
        if not found and self.form == "lead" and not self.marks.headed:
            found, reason = tuple(self.marks.plan.named(line.text)), _ON_OTHERS
        if self.block.kind not in ("own", "comment") or not self.block.lines or not line.starts:
            return None
        strategies = (item for area in self.areas for item in area.strategies)
        present = {item.shown_number for item in strategies if item.id in self.block.strategies}
        if not found or present & {*found} or numbers.refers(line.text):
            return None
        return self._loose(line, reason, found)

    def _under(self, index: int, found: Evidence) -> tuple[int, Block]:
        """Begin the answer that there is evidence of, or the text that may be one."""
        line = self.lines[index]
        self.form = found.form
        mentioned = found.form == "sentence" and self.marks.headed
        if not found.sure or mentioned:
            return 0, self._loose(line, "", found.labels, found.why)
        self.strategy = found.strategies[-1]
        self.area = next(area for area in self.areas if self.strategy in area.strategies)
        self.rank = headings.rank(line) if found.form == "heading" else headings.PLAIN
        taken = found.lines if found.form == "heading" else 0
        lines = self.lines[index : index + max(taken, 1)]
        words = " ".join(item.text for item in lines)
        block = self._started("own", line, strategies=tuple(item.id for item in found.strategies))
        block.placement = Placement(found.labels, words, line.page, found.why)
        if not taken:
            return 0, block
        if found.faithful:
            self.plan_lines.extend(lines)
        else:
            block.heading = words
        return taken, block

    def _answer_or_section(
        self, index: int, closes: closing.Kind | None
    ) -> tuple[int, Block | None]:
        line = self.lines[index]
        text = line.text
        rank = headings.rank(line)
        deeper = bool(self.strategy) and self.rank < rank < headings.PLAIN
        repeated = titles.folded(text) in self.marks.repeated
        if closes == "part" and not (deeper and repeated):
            return 1, self._section(line, "")
        answers = headings.is_answer_heading(text)
        if answers and self.strategy and self._takes(text, deeper, repeated):
            return 1, self._answer(line)
        if answers and self.block.proposed and repeated:
            return 0, None
        if deeper:
            return 0, None
        if section := headings.section_of(text):
            return 1, self._section(line, section)
        if self._may_close(index):
            labels = self.block.placement.labels if self.block.placement else ()
            return 0, self._loose(line, _AFTER_HEADING, labels)
        own = headings.own_numbered(text) or (
            rank < headings.PLAIN and headings.looks_like_heading(text)
        )
        if own or line.level:
            return 1, self._section(line, "")
        return 0, None

    def _may_close(self, index: int) -> bool:
        """Whether a heading of an unknown kind may end the last answer: no other one follows."""
        line = self.lines[index]
        following = self.lines[index + 1 : index + 2]
        return (
            self.block.kind in ("own", "comment")
            and bool(self.block.lines)
            and index > self.marks.last
            and line.starts
            and headings.rank(line) == self.rank == headings.PLAIN
            and headings.looks_like_heading(line.text)
            and not self.block.lines[-1].text.endswith(":")
            and bool(following)
            and following[0].ends
        )

    def _takes(self, text: str, deeper: bool, repeated: bool) -> bool:
        """Whether the heading of an answer belongs to the present strategy."""
        if deeper:
            return True
        if self.block.kind == "comment":
            # "Synpunkter" and then "Förslag", under every strategy.
            return repeated and titles.folded(text) != titles.folded(self.block.heading or "")
        if self.block.kind != "own":
            return False
        if headings.section_of(text) == "forslag" and not repeated:
            return False
        return repeated or not self.block.lines or not self.direct

    def _answer(self, line: Line) -> Block:
        before = self.block
        block = self._started("comment", line, strategies=before.strategies, heading=line.text)
        block.placement = before.placement
        if before.kind == "own" and (before.lines or before.heading):
            before.kind, before.reason = "unplaced", to_editors(_OWN_WORDS)
            if before.heading:
                before.lines.insert(0, Line(before.heading, before.first_page, True))
        return block

    def _section(self, line: Line, section: str) -> Block:
        self.area = self.strategy = None
        return self._started("section", line, section=section, heading=line.text)

    def _loose(self, line: Line, reason: str, proposed: Sequence[str] = (), why: str = "") -> Block:
        """Return a block of text that an editor places; `proposed` is where it may belong."""
        self.area = self.strategy = None
        reason = to_editors(reason)
        if proposed:
            because = reason or f"Osäkert: {why}."
            reason = f"{because} Förslag: svar på {listing(proposed)}."
        block = self._started("unplaced", line)
        block.reason, block.proposed = reason, bool(proposed)
        return block

    def _started(
        self,
        kind: str,
        line: Line,
        *,
        section: str = "",
        area: str | None = None,
        strategies: tuple[str, ...] = (),
        heading: str | None = None,
    ) -> Block:
        reason = to_editors(_ON_AREA) if kind == "area" else ""
        return Block(kind, [], section, area, strategies, heading, reason, line.page)

    def _plan_text(self, index: int) -> int:
        """Return how many lines from this index repeat the plan's own text; 0 if none."""
        if not self._may_begin(index) or self.seal or index in self.lumps:
            return 0
        texts: list[str] = []
        if self.strategy and self.block.kind == "own":
            texts = pieces(self.strategy.text)
        elif self.group and self.group.text and self.block.reason == to_editors(_ON_GROUP):
            texts = pieces(self.group.text)
        elif self.area and self.block.kind == "area":
            leads = (self.area.lead_milestones, self.area.lead_strategies)
            texts = [*pieces(self.area.text or ""), *filter(None, leads)]
            if taken := self._milestone(index):
                return taken
        return headings.repeats(self.lines, index, texts)

    def _milestone(self, index: int) -> int:
        """Return how many lines from this index repeat a milestone of the present area."""
        milestones = self.area.milestones if self.area else ()
        return headings.repeats(self.lines, index, [item.text for item in milestones])

    def _may_begin(self, index: int) -> bool:
        return index == self.fresh or self.marks.may_begin(index)

    def _may_be_heading(self, index: int) -> bool:
        line = self.lines[index]
        if line.bullet or not self._may_begin(index):
            return False
        return line.starts or len(line.text) < 0.75 * self.marks.full
