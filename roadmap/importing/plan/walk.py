"""One pass through a plan's document, which puts every line in one place."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile

from roadmap.importing.lines import Line
from roadmap.importing.plan import doubts
from roadmap.importing.plan.drafts import AreaDraft, Draft, Item, Loose
from roadmap.importing.plan.groups import let_groups_hold
from roadmap.importing.plan.heads import Head, may_name, with_strategies
from roadmap.importing.plan.marks import Marks
from roadmap.importing.plan.milestones import SEVERAL_ITEMS, milestone_of, milestones_under
from roadmap.importing.plan.texts import take_opening, take_sections
from roadmap.importing.plan.units import Unit, item_of, may_be_title
from roadmap.importing.plan.words import Kind
from roadmap.presenters.messages import to_editors

_BEFORE = "Står före planens första %(goal_area)s."
_BESIDE = "Står under en rubrik som inte hör till %(any_goal_area)s."
_ANSWER = "Ser ut som ett svar på planen, inte planens egna ord."
_CONTENTS = "Ur dokumentets innehållsförteckning."
_AGAIN = "Rubriken står en gång till, där det är mer text under den."
_UNDER_AREA = "Står under %(the_goal_area)ss rubrik och hör inte till %(any_strategy)s."
_UNDER_MILESTONE = "Står under %(a_milestone)s, som bara har en text."
_OTHER_PART = "Står under en rubrik i %(the_goal_area)s som inte är %(a_strategy)s."
_OVERVIEW = "Räknar upp %(the_strategies)s, som har egna rubriker."
_AFTER_LIST = "Står efter en uppräkning i %(the_goal_area)s."
_PARAGRAPH = "Står som ett eget stycke, inte som en punkt i en lista."
_LONG = "Titeln är lång. Är en del av den %(the_strategy)ss text?"
_RUN_IN = "Titeln och texten står i samma stycke. Slutar titeln rätt?"
_NO_AREA = "%(The_strategies)s har ingen rubrik över sig som säger var de hör hemma."
_LONGEST_LEAD = 250  # characters
_LONGEST_TITLE = 160


class Walk:
    """Puts the units of a document where the outline says that they belong."""

    def __init__(self, units: Sequence[Unit], heads: dict[int, Head], marks: Marks) -> None:
        self._units = units
        self._heads = heads
        self._marks = marks
        self._draft = Draft()
        self._area: AreaDraft | None = None
        self._area_head: Head | None = None
        self._strategy: Item | None = None
        self._strategy_head: Head | None = None
        self._group: Item | None = None
        self._group_head: Head | None = None
        self._list: Kind | None = None  # what the paragraphs that follow are items of
        self._listed = 0  # items so far
        self._loose_in: list[Loose] = self._draft.loose
        self._reason = _BEFORE
        self._is_new = True  # the next loose line begins a text of its own
        self._opens = False  # nothing but its heading has come of the goal area
        self._headed = {id(area) for area in with_strategies([*heads.values()])}

    def draft(self) -> Draft:
        """Return the plan with every line in one place."""
        at = 0
        while at < len(self._units):
            unit, head = self._units[at], self._heads.get(at)
            taken = 1
            if head:
                taken = self._begin(head, at)
            elif unit.is_contents:
                rows = [replace(line, starts=True) for line in unit.lines]
                self._draft.loose.append(Loose(_CONTENTS, rows))
                self._end_opening()
            else:
                self._paragraph(unit, at)
            self._rest(unit)
            at += taken
        for area in self._draft.areas:
            let_groups_hold(area)
            take_opening(area)
        take_sections(self._draft, [*self._heads.values()])
        leveled = any(head.unit.level for head in self._heads.values())
        doubts.tell_headings(self._draft, leveled=leveled)
        return self._draft

    def _rest(self, unit: Unit) -> None:
        """Place what follows a heading in its own paragraph."""
        if unit.rest:
            first, *others = unit.rest
            self._paragraph(Unit([replace(first, starts=True), *others]), len(self._units))

    def _begin(self, head: Head, at: int) -> int:
        """Begin what a heading is of; return how many units its title takes."""
        begin: dict[str, Callable[[Head, int], int]] = {
            "area": self._begin_area,
            "strategy": self._begin_strategy,
            "milestone": self._begin_milestone,
            "group": self._begin_group,
            "list": self._begin_list,
            "again": self._begin_again,
            "answer": self._begin_answer,
            "other": self._begin_other,
        }
        if head.role not in ("other", "again"):
            self._end_opening()
        return begin[head.role](head, at)

    def _begin_area(self, head: Head, at: int) -> int:
        title, taken = self._title(head, at)
        unit = head.unit
        is_doubtful = unit.run_in or (unit.rest and not unit.rest[-1].ends)
        doubt = head.doubt or (_RUN_IN if is_doubtful else "")
        self._open_area(AreaDraft(head.mark, title, unit.page, doubt), head)
        self._opens = True
        return taken

    def _open_area(self, area: AreaDraft, head: Head | None) -> None:
        self._area, self._area_head = area, head
        self._draft.areas.append(area)
        self._strategy, self._group, self._list = None, None, None
        self._loose(area.loose, _UNDER_AREA)

    def _title(self, head: Head, at: int) -> tuple[str, int]:
        """Return the title of a heading, and how many units it takes: it may be the next one."""
        unit = head.unit
        if head.mark:
            self._draft.left_out.append(head.mark.prefix)
        if unit.title or unit.rest:
            return unit.title, 1
        following = self._below(at)
        next_head = self._heads.get(at + 1)
        is_other = next_head and (next_head.mark or not may_name(next_head, head))
        if following is None or following.rest or is_other or not may_be_title(following):
            return "", 1
        return following.text, 2

    def _begin_strategy(self, head: Head, at: int) -> int:
        self._reopen(head)
        self._leave_group(head)
        title, taken = self._title(head, at)
        doubt = head.doubt or (_RUN_IN if head.unit.run_in else "")
        self._add_strategy(Item(head.mark, title, head.unit.page, doubt), head)
        return taken

    def _reopen(self, head: Head) -> None:
        """Go to the goal area that a strategy belongs to, which a part beside it may have ended."""
        number = head.mark.of if head.mark and head.mark.of else ""
        if not number and self._area is None:
            number = ".".join(head.parts[:-1])
        for area in self._draft.areas:
            if number and area.label and f"{number}.".startswith(f"{area.label}."):
                self._return_to(area)
                return
        if self._area is None and self._draft.areas:
            self._return_to(self._draft.areas[-1])
        outer = head.parts[0] if len(head.parts) > 1 else ""
        if self._area is None or (self._area_head is None and outer != self._area.number):
            self._open_area(AreaDraft(None, "", head.unit.page, to_editors(_NO_AREA)), None)

    def _return_to(self, area: AreaDraft) -> None:
        if self._area is not area:
            self._area, self._group = area, None
            self._strategy = None

    def _add_strategy(self, item: Item, head: Head | None) -> None:
        assert self._area
        if len(item.title) > _LONGEST_TITLE and not item.doubt:
            item.doubt = to_editors(_LONG)
        item.group = item.group or self._group
        self._area.strategies.append(item)
        self._strategy, self._strategy_head = item, head
        self._list = None if head else self._list

    def _begin_milestone(self, head: Head, at: int) -> int:
        if self._area is None:
            return self._begin_other(head, at)
        if self._strategy_head and self._strategy and head.height > self._strategy_head.height:
            return self._begin_other(head, at)
        self._leave_group(head)
        title, taken = self._title(head, at)
        if title or head.unit.rest:
            items = [milestone_of(head, title)]
        else:
            items = milestones_under(head, self._plain_from(at + taken), self._marks)
            taken += sum(bool(item.title) for item in items)
        for item in items:
            item.group = self._group
            if item.mark and item.mark is not head.mark:
                self._draft.left_out.append(item.mark.prefix)
            if len(items) > 1 and head.label != self._area.label:
                item.doubt = to_editors(SEVERAL_ITEMS, heading=head.unit.text)
        self._area.milestones.extend(items)
        self._strategy = None
        self._loose(self._area.loose, _UNDER_MILESTONE)
        return taken

    def _plain_from(self, at: int) -> list[Unit]:
        """Return the paragraphs and items from a place on, until a heading or a table."""
        places = takewhile(lambda place: place not in self._heads, range(at, len(self._units)))
        units = (self._units[place] for place in places)
        return [*takewhile(lambda unit: not (unit.in_table or unit.is_contents), units)]

    def _begin_group(self, head: Head, at: int) -> int:
        if self._area is None:
            return self._begin_other(head, at)
        title, taken = self._title(head, at)
        if not title:
            self._draft.left_out.pop()
            return self._begin_other(head, at)
        self._group, self._group_head = Item(head.mark, title, head.unit.page), head
        self._area.groups.append(self._group)
        self._strategy, self._list = None, None
        return taken

    def _leave_group(self, head: Head) -> None:
        """Leave the present group, if a heading stands as high as that of the group."""
        if self._group_head and head.height <= self._group_head.height:
            self._group = None

    def _begin_list(self, head: Head, at: int) -> int:
        inside = self._strategy and self._strategy_head
        deeper = inside and head.height > self._strategy_head.height  # type: ignore[union-attr]
        if self._area is None or head.lists == "measure" or deeper:
            return self._begin_other(head, at)
        self._announce(self._area, head.unit.text, head.lists)
        return 1

    def _announce(self, area: AreaDraft, text: str, kind: Kind | None) -> None:
        """Let what follows be items of a list, of which a heading or a paragraph only says so."""
        self._draft.left_out.append(text)
        self._strategy = None
        self._list, self._listed = kind, 0
        self._loose(area.loose, _UNDER_AREA)

    def _begin_again(self, head: Head, _at: int) -> int:
        target = self._area.loose if self._area else self._draft.loose
        again = next((item for item in target if item.reason == _AGAIN), Loose(_AGAIN))
        if again not in target:
            target.append(again)
        again.lines.extend(head.unit.lines)
        self._is_new = True
        same = self._area_head and head.label == self._area_head.label
        if not same:  # else it is printed again on a new page, and its text goes on
            self._end_opening()
            self._strategy = None
            self._loose(target, _AGAIN)
        return 1

    def _begin_answer(self, head: Head, _at: int) -> int:
        """Keep what somebody answers on the plan apart from the plan's own words."""
        self._strategy, self._list = None, None
        self._loose(self._area.loose if self._area else self._draft.loose, _ANSWER)
        self._keep([replace(line, starts=not at) for at, line in enumerate(head.unit.lines)])
        return 1

    def _begin_other(self, head: Head, _at: int) -> int:
        lines = [replace(line, starts=not index) for index, line in enumerate(head.unit.lines)]
        below_area = self._area_head is None or head.height > self._area_head.height
        strategy = self._strategy_head if self._strategy else None
        self._list = None
        self._leave_group(head)
        if self._strategy and strategy and head.height > strategy.height:
            self._strategy.lines.extend(lines)
            self._draft.subheads.append(head.unit.text)
            return 1
        self._strategy = None
        if self._area and below_area:
            if self._opens:
                self._area.subheads.append(head.unit.text)
            self._loose(self._area.loose, _OTHER_PART)
        else:
            self._end_opening()
            self._area = self._area_head = None
            self._loose(self._draft.loose, _BESIDE if self._draft.areas else _BEFORE)
        self._keep(lines)
        if self._area is None and head.role == "other" and head.kind is None:
            begun = self._loose_in[-1]
            begun.head, begun.before = head, self._draft.size
        return 1

    def _paragraph(self, unit: Unit, at: int) -> None:
        words = self._marks.words
        kind = words.lists(unit.text)
        if kind == "measure" and not self._headed:
            kind = "strategy"  # no heading is a strategy: the measures are
        if kind or words.wraps(unit.text):
            self._end_opening()  # it announces what follows
        if unit.in_table or self._area is None:
            self._text(unit)
            return
        is_over_items = self._is_over_list(unit, at) or self._is_over_numbers(at)
        if kind in ("milestone", "strategy") and not self._strategy and is_over_items:
            self._announce(self._area, unit.text, kind)
            return
        if self._may_lead(unit) and self._leads(unit, at):
            return
        if self._list and self._as_item(unit):
            return
        self._text(unit)

    def _may_lead(self, unit: Unit) -> bool:
        return not (self._strategy or unit.is_item or unit.mark or len(unit.text) > _LONGEST_LEAD)

    def _below(self, at: int) -> Unit | None:
        """Return what stands right under a heading or a paragraph; None under the last one."""
        return self._units[at + 1] if at + 1 < len(self._units) else None

    def _is_over_list(self, unit: Unit, at: int) -> bool:
        """Whether the items of a list stand right under a paragraph that is none itself."""
        below = self._below(at)
        return not unit.is_item and below is not None and below.is_item

    def _is_over_numbers(self, at: int) -> bool:
        """Whether a paragraph with a number, which is no heading, stands right under another."""
        below = self._below(at)
        return at + 1 not in self._heads and bool(below and below.mark and below.mark.label)

    def _leads(self, unit: Unit, at: int) -> bool:
        """Take a paragraph that leads over to what follows: it ends so, or they are next."""
        head = self._heads.get(at + 1)
        is_listed = self._is_over_list(unit, at)
        found = self._marks.words.names(unit.text, one=is_listed)
        if not (unit.text.endswith(":") or is_listed):
            # What stands last under "Etappmål" is one, unless it names the strategies that follow.
            is_item = self._list == "milestone" and not found
            if is_item or not (head and head.role == "strategy"):
                return False
        return self._lead(unit.text, found)

    def _lead(self, text: str, found: set[Kind]) -> bool:
        """Take a text that leads over to the milestones or the strategies of its area."""
        assert self._area
        kind = self._list if self._list and not self._listed else None
        if "milestone" in found or kind == "milestone":
            if self._area.lead_milestones or self._area.milestones:
                return False
            self._area.lead_milestones = text
            self._list, self._listed = "milestone", 0
        elif "strategy" in found or "measure" in found or kind == "strategy":
            if self._area.lead_strategies or self._area.strategies:
                return False
            self._area.lead_strategies = text
            self._list, self._listed = "strategy", 0
        else:
            return False
        self._end_opening()
        return True

    def _as_item(self, unit: Unit) -> bool:
        """Take a paragraph as an item of the present list, if it is one."""
        assert self._area
        marked = unit.is_item or (unit.mark is not None and bool(unit.mark.label))
        if not marked and self._listed:
            self._list = None
            self._strategy = None
            self._loose(self._area.loose, _AFTER_LIST)
            return False
        if self._list == "strategy" and id(self._area_head) in self._headed:
            self._loose(self._area.loose, _OVERVIEW)
            self._keep(unit.lines)
            return True
        mark, text = item_of(unit, self._marks)
        if mark:
            self._draft.left_out.append(mark.prefix)
        item = Item(mark, text, unit.page, "" if marked else _PARAGRAPH, self._group)
        if self._list == "milestone":
            item.doubt = doubts.joined(item.doubt, "" if marked else doubts.of_lines(unit.lines))
            self._area.milestones.append(item)
        else:
            self._add_strategy(item, None)
        self._listed += marked
        return True

    def _text(self, unit: Unit) -> None:
        if self._strategy and (self._strategy_head or not self._list):
            self._strategy.lines.extend(unit.lines)
        elif self._group and self._area and not self._has_begun(self._group):
            self._group.lines.extend(unit.lines)
        else:
            self._keep(unit.lines)

    def _has_begun(self, group: Item) -> bool:
        """Whether something stands in a group, so that its own text is over."""
        assert self._area
        return any(item.group is group for item in (*self._area.milestones, *self._area.strategies))

    def _loose(self, target: list[Loose], reason: str) -> None:
        """Let lines that no field holds be kept in `target`, with this reason."""
        self._loose_in, self._reason, self._is_new = target, reason, True

    def _keep(self, lines: Sequence[Line]) -> None:
        if self._is_new or not self._loose_in or self._loose_in[-1].reason != self._reason:
            self._loose_in.append(Loose(self._reason, opens=self._opens))
        self._loose_in[-1].lines.extend(lines)
        self._is_new = False

    def _end_opening(self) -> None:
        """Let what follows no longer be the goal area's own text."""
        if self._opens:
            self._opens, self._is_new = False, True
