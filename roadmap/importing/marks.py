"""What is known of the lines before they are placed: evidence, repeated headings, odd parts."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from roadmap.importing import closing, contents, headings, numbers, titles
from roadmap.importing.evidence import IN_ORDER, PROPOSED, Evidence, Evidences
from roadmap.importing.layout import width
from roadmap.importing.lines import Line
from roadmap.importing.numbering import Numbering
from roadmap.model import Strategy

_CONTENTS = "Ur dokumentets innehållsförteckning."
_MAIL_HEAD = "Brevhuvud. Namn och adresser till privatpersoner får inte publiceras."
_SIGNATURE = "Underskrift. Namn på privatpersoner får inte publiceras."
_TWICE = 2
_LONGEST_HEADING = 100  # characters
_LONGEST_SENTENCE = 400


class Marks:
    """The marks of a document's lines, by the line's index."""

    PASSING = (_CONTENTS, _MAIL_HEAD, _SIGNATURE)
    SIGNATURE = _SIGNATURE

    def __init__(
        self,
        strategies: Sequence[Strategy],
        lines: Sequence[Line],
        plan: Numbering,
        other_plan: bool,
    ) -> None:
        self.lines = lines
        self.plan = plan
        self.places = {item.id: place for place, item in enumerate(strategies)}
        self.full = width(lines)
        self.contents = contents.rows(lines)
        self.mail_head = closing.mail_head(lines)
        self.signatures = closing.signatures(lines)
        self.headed: set[str] = set()  # the strategies that have a heading
        finder = Evidences(strategies, lines, plan, other_plan)
        self.evidence = self._evidence(finder)
        self.milestones = finder.milestones - self.evidence.keys()
        self.nothing = self._nothing_said()
        self.last = max((at for at, item in self.evidence.items() if item.sure), default=-1)
        self.repeated = self._repeated()

    def reason(self, index: int) -> str:
        """Return why a line is no part of the text, or "" if it is."""
        if index < self.mail_head:
            return _MAIL_HEAD
        if index in self.contents:
            return _CONTENTS
        return _SIGNATURE if index in self.signatures else ""

    def may_begin(self, index: int) -> bool:
        """Whether something new can begin at a line: with a paragraph, or after a sentence."""
        line = self.lines[index]
        before = self.lines[index - 1] if index else None
        if line.starts or before is None or before.ends:
            return True
        return len(before.text) < 0.75 * self.full and not line.text[:1].islower()

    def _nothing_said(self) -> dict[int, tuple[str, ...]]:
        """Return the lines that say there is nothing to say, each with the numbers in it."""
        return {
            index: tuple(found)
            for index, line in enumerate(self.lines)
            if index not in self.evidence
            and len(line.text) < _LONGEST_SENTENCE
            and (found := self.plan.numbers_in(line.text))
            and numbers.says_nothing(line.text)
        }

    def _evidence(self, finder: Evidences) -> dict[int, Evidence]:
        """Return the evidence at each line, of those forms that this document uses."""
        found: dict[int, Evidence] = {}
        next_line = self.mail_head
        for index, line in enumerate(self.lines):
            begins = index == next_line or self.may_begin(index)
            if index < next_line or index in self.contents or not begins:
                continue
            if evidence := finder.of_item(index) if line.bullet else finder.at(index):
                found[index] = evidence
                next_line = index + (evidence.lines if evidence.form == "heading" else 1)
        found = self._in_order(self._with_stacks(_without_lists(found)))
        self.headed = {
            strategy.id
            for item in found.values()
            if item.form == "heading" and item.sure
            for strategy in item.strategies
        }
        return self._in_use(found)

    def _in_order(self, found: dict[int, Evidence]) -> dict[int, Evidence]:
        """Make certain what stands where the plan has it, between its two neighbours."""
        heads = [at for at, item in sorted(found.items()) if item.form == "heading" and item.sure]
        ordered = dict(found)
        for before, after in pairwise(heads):
            between = [at for at in range(before + 1, after) if at in found]
            if len(between) != 1 or found[between[0]].sure:
                continue
            first, last = found[before].strategies[-1], found[after].strategies[0]
            item = found[between[0]]
            places = [self.places[strategy.id] for strategy in item.strategies]
            if self.places[first.id] == places[0] - 1 and self.places[last.id] == places[-1] + 1:
                why = f"{item.why}, i ordning mellan {first.label} och {last.label}"
                ordered[between[0]] = replace(item, score=item.score + IN_ORDER, why=why)
        return ordered

    def _in_use(self, found: dict[int, Evidence]) -> dict[int, Evidence]:
        """Leave out mere mentions of strategies that have headings of their own."""
        own_numbers = any(
            line.starts and index not in found and headings.own_numbered(line.text)
            for index, line in enumerate(self.lines)
            if len(line.text) < _LONGEST_HEADING and index not in self.contents
        )

        def in_use(item: Evidence) -> bool:
            if item.form == "heading":
                return True
            if {strategy.id for strategy in item.strategies} <= self.headed:
                return False
            return item.sure or not own_numbers

        return {index: item for index, item in found.items() if in_use(item)}

    def _with_stacks(self, found: dict[int, Evidence]) -> dict[int, Evidence]:
        """Make one uncertain place of headings one after the other, as in the head of a table.

        Where other strategies have their text right under them, such a heading is of a strategy
        that has no answer.
        """
        stacks = [run for run in _runs(found) if _number_of_strategies(found, run) > 1]
        stacked = {index for run in stacks for index in run}
        levels = any(headings.rank(self.lines[index]) < headings.PLAIN for index in stacked)
        alone = any(item.form == "heading" for index, item in found.items() if index not in stacked)
        if levels or alone:
            return found
        kept = {index: item for index, item in found.items() if index not in stacked}
        for run in stacks:
            kept[run[0]] = _stack(found, run)
        return kept

    def _repeated(self) -> set[str]:
        """Return the headings of answers that several strategies have."""
        shapes = Counter(
            titles.folded(line.text)
            for index, line in enumerate(self.lines)
            if len(line.text) < _LONGEST_HEADING
            and not line.bullet
            and index not in self.contents
            and self.may_begin(index)
            and headings.is_answer_heading(line.text)
        )
        return {shape for shape, count in shapes.items() if count >= _TWICE}


def _runs(found: dict[int, Evidence]) -> list[list[int]]:
    """Return the headings that stand one after the other, without a line between them."""
    runs: list[list[int]] = []
    end = -1
    for index, item in sorted(found.items()):
        if item.form != "heading":
            continue
        if index == end:
            runs[-1].append(index)
        else:
            runs.append([index])
        end = index + item.lines
    return [run for run in runs if len(run) > 1]


def _number_of_strategies(found: dict[int, Evidence], run: Sequence[int]) -> int:
    return len({strategy.id for index in run for strategy in found[index].strategies})


def _without_lists(found: dict[int, Evidence]) -> dict[int, Evidence]:
    """Leave out lists of strategies that all have a heading elsewhere.

    After a heading the first of a list may be one itself: then the place is uncertain.
    """
    headings_of = Counter(
        strategy.id
        for item in found.values()
        if item.form == "heading"
        for strategy in item.strategies
    )
    listed: set[int] = set()
    uncertain: dict[int, Evidence] = {}
    begins = min((index for index, item in found.items() if item.form == "heading"), default=0)
    for run in _runs(found):
        own = Counter(strategy.id for index in run for strategy in found[index].strategies)
        if len(own) > 1 and all(headings_of[item] > count for item, count in own.items()):
            listed.update(run)
            headings_of -= own
            if run[0] > begins:
                uncertain[run[0]] = _stack(found, run)
    kept = {index: item for index, item in found.items() if index not in listed}
    return dict(sorted((kept | uncertain).items()))


def _stack(found: dict[int, Evidence], run: Sequence[int]) -> Evidence:
    """Return the uncertain evidence of headings that stand one after the other."""
    strategies = tuple(dict.fromkeys(item for index in run for item in found[index].strategies))
    why = "flera rubriker står i följd, och det syns inte vilken texten gäller"
    return replace(found[run[0]], strategies=strategies, score=PROPOSED, why=why)
