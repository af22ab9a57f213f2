"""What speaks for that a text is about a strategy, and how much.

A bare number says nothing: it may be a sum, a date, a chapter or the document's own numbering.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from roadmap.importing import headings, numbers
from roadmap.importing.lines import Line
from roadmap.importing.numbering import Numbering
from roadmap.importing.numbers import Beginning
from roadmap.importing.titles import Titles, span
from roadmap.model import Strategy
from roadmap.presenters.messages import to_editors
from roadmap.text import source_text

# What each trace is worth. From SURE on a text is an answer; from PROPOSED on it is proposed.
_NUMBER = 1
_LEAD = 3  # "Strategi 1.1"
_ABOUT = 2  # "Ang. 1.1"
_TITLE = 4
_MISREAD_TITLE = 2
_SHARED_WORDS = 2  # of the title
_SHARED_WORD = 1
_HEADING = 2  # the document says that the number is a heading
_SEVERAL = 2  # "1.1 och 1.3" alone on a line
_ALONE = 1
_COLUMN = 2
_ANSWER = 3  # "Synpunkter på 1.1"
_PLAN_TEXT = 4
IN_ORDER = 1  # between the plan's neighbours of the number
_OTHER_NUMBER = -1
_OTHER_TITLE = -2
_NO_VERB = -1
_OTHER_PLAN = -2
SURE = 3
PROPOSED = 2

COLUMN_HEADS = {"strategi", "strategier", "strategi nr", "punkt", "nr strategi"}
_COLUMN_REACH = 400  # lines
_QUOTED = "planens text är citerad"
_LAST_COLUMN = "%(the_strategies)s står i en kolumn efter texterna"
_FEW_WORDS = 8  # of the plan's text; fewer may be anybody's

Form = Literal["heading", "lead", "sentence", "several"]


@dataclass(frozen=True)
class Evidence:
    """That a text which begins at a line is about strategies: why, and how sure.

    A `heading` is a line of its own, `lines` long. A `lead` ("Strategi 1.1: …") and a `sentence`
    ("I fråga om 1.1 …") belong to the text, and so do `several` answers in one paragraph.
    """

    strategies: tuple[Strategy, ...]
    score: int
    why: str  # Swedish
    form: Form
    lines: int = 1
    faithful: bool = True  # the heading has nothing but the plan's own words

    @property
    def sure(self) -> bool:
        """Whether the text is placed; else it is only proposed where it may belong."""
        return self.score >= SURE

    @property
    def labels(self) -> tuple[str, ...]:
        """What the strategies are called: 1.1, or ”the title” of one without a number."""
        return tuple(strategy.label for strategy in self.strategies)


class Evidences:
    """Finds evidence in the lines of a document."""

    def __init__(
        self,
        strategies: Sequence[Strategy],
        lines: Sequence[Line],
        plan: Numbering,
        other_plan: bool,
    ) -> None:
        self.lines = lines
        self.titles = Titles(strategies)
        self.by_number = {item.shown_number: item for item in strategies if item.shown_number}
        self.plan = plan
        self.other_plan = other_plan
        self.column_ends = -1
        self.column: tuple[int, int] | None = None  # where the document says so
        self.shifted = False
        self.over_milestones: Line | None = None  # the heading, while what is under it goes on
        self.milestones: set[int] = set()  # the lines that begin something on a milestone
        self.quotes: dict[str, list[tuple[str, Strategy]]] = {}
        for strategy in strategies:
            for piece in pieces(strategy.text):
                if len(piece.split()) >= _FEW_WORDS:
                    self.quotes.setdefault(_first_word(piece), []).append((piece, strategy))

    def at(self, index: int) -> Evidence | None:
        """Return the strongest evidence at a line that begins something, or None."""
        line = self.lines[index]
        if line.text.casefold().rstrip(":") in COLUMN_HEADS:
            self.column_ends = index + _COLUMN_REACH
            self.column = _column(line)
            # The texts stand before their strategies.
            self.shifted = index > 0 and headings.is_answer_heading(self.lines[index - 1].text)
        begun = self.plan.beginning(line.text)
        self._look_for_milestones(index)
        for found in (
            self._title(index, begun),
            self._numbered(index, begun) if begun and begun.numbers else None,
            self._answer(line),
            self._quote(index),
            None if begun or self.over_milestones else self._named(line),
        ):
            if found and found.score >= PROPOSED:
                if found.sure:
                    self.over_milestones = None
                if self.shifted:
                    return replace(found, score=PROPOSED, why=to_editors(_LAST_COLUMN))
                return self._with_further(index, found)
        return None

    def of_item(self, index: int) -> Evidence | None:
        """Return the evidence at an item of a list, such as "• Strategi 1.1: ja"."""
        begun = self.plan.beginning(self.lines[index].text)
        if not begun or not begun.names_strategy or not begun.separated or not begun.rest:
            return None
        return self._numbered(index, begun)

    def _with_further(self, index: int, found: Evidence) -> Evidence:
        """Make a paragraph uncertain that goes on to other strategies than it begins with."""
        if found.form == "heading":
            return found
        end = index + 1
        while end < len(self.lines) and not self.lines[end].starts:
            end += 1
        text = " ".join(line.text for line in self.lines[index:end])
        others = tuple(self.by_number[number] for number in self.plan.further(text))
        if {*others} <= {*found.strategies}:
            return found
        strategies = tuple(dict.fromkeys((*found.strategies, *others)))
        why = to_editors("stycket svarar på flera %(strategies)s")
        return Evidence(strategies, PROPOSED, why, "several")

    def _look_for_milestones(self, index: int) -> None:
        """Note whether a line is the heading over what is said on milestones, or ends that."""
        line, over = self.lines[index], self.over_milestones
        if headings.is_over_milestones(line.text):
            self.over_milestones = line
            self.milestones.add(index)
        elif headings.is_over_strategies(line.text) or (
            over and over.level and line.level and line.level <= over.level
        ):
            self.over_milestones = None

    def _title(self, index: int, begun: Beginning | None) -> Evidence | None:
        line = self.lines[index]
        number, skip = (None, begun.skip) if begun else self.plan.before_title(line.text)
        # "Se svar under Bygg lagom." names the title of another strategy.
        refers = not skip and line.ends and numbers.refers(line.text)
        if refers or not (skip or line.starts):
            return None
        found = self.titles.at(self.lines, index, skip)
        if not found:
            return None
        title, strategy = found
        score = _TITLE if title.faithful else _MISREAD_TITLE
        why = "planens titel" if title.faithful else "nästan planens titel"
        if strategy.shown_number in ((begun.numbers if begun else None) or [number or ""]):
            score, why = score + _NUMBER, f"planens nummer och {why.removeprefix('planens ')}"
        elif begun:
            score, why = score + _OTHER_NUMBER, f"{why}, men med ett annat nummer"
        if title.own and self.titles.begins(line.text[len(skip) :], strategy):
            return Evidence((strategy,), score + _TITLE - _MISREAD_TITLE, why, "lead")
        return Evidence((strategy,), score, why, "heading", title.lines, title.faithful)

    def _numbered(self, index: int, begun: Beginning) -> Evidence | None:
        line = self.lines[index]
        strategies = tuple(self.by_number[number] for number in begun.numbers)
        # "Strategi 1.2" may stand first on a page, after a whole sentence.
        new_sentence = not index or self.lines[index - 1].ends
        if not (line.starts or (begun.names_strategy and new_sentence)) or begun.is_elsewhere:
            return None
        if self.over_milestones and not begun.names_strategy:
            self.milestones.add(index)
            return None
        score, why = self._lead(begun)
        if not begun.known:
            score -= 1
        if self.other_plan:
            score += _OTHER_PLAN
        if not begun.rest:
            return self._alone(index, begun, Evidence(strategies, score, why, "heading"))
        if len(strategies) == 1 and self.titles.begins(begun.rest, strategies[0]):
            return Evidence(strategies, score + _TITLE, "planens nummer och titel", "lead")
        if headings.is_answer_heading(begun.rest) and line.text[-1:] != ".":
            if begun.names_strategy or len(strategies) > 1:
                return Evidence(strategies, score + _ANSWER, why, "heading", 1, False)
            return None
        if headings.looks_like_heading(begun.rest) and not begun.has_verb:
            return self._other_title(begun, Evidence(strategies, score, why, "heading", 1, False))
        if not begun.lead:
            if begun.is_measure or begun.rest[:1].islower():
                return None
            return Evidence(strategies, PROPOSED, why, "lead") if score else None
        if begun.separated:
            return Evidence(strategies, score, why, "lead")
        if not begun.names_strategy and not begun.has_verb:
            score = 0 if begun.is_measure else score + _NO_VERB
        return Evidence(strategies, score, why, "sentence")

    def _lead(self, begun: Beginning) -> tuple[int, str]:
        if begun.names_strategy:
            return _NUMBER + _LEAD, f"”{begun.lead}” före numret"
        if begun.lead:
            return _NUMBER + _ABOUT, f"”{begun.lead}” före numret"
        return _NUMBER, "bara planens nummer"

    def _alone(self, index: int, begun: Beginning, found: Evidence) -> Evidence:
        """Return the evidence of numbers that stand alone on a line."""
        if begun.lead:
            return found
        if headings.rank(self.lines[index]) < headings.PLAIN:
            return replace(found, score=found.score + _HEADING, why="numret är en rubrik")
        if index < self.column_ends and self.column == _column(self.lines[index]):
            why = to_editors("numret står i en kolumn med %(strategies)s")
            return replace(found, score=found.score + _COLUMN, why=why)
        if len(begun.numbers) > 1:
            return replace(found, score=found.score + _SEVERAL, why="numren står som rubrik")
        return replace(found, score=found.score + _ALONE, why="numret står ensamt på sin rad")

    def _other_title(self, begun: Beginning, found: Evidence) -> Evidence | None:
        """Return the evidence of a heading that has a number, and not all of the plan's title."""
        shares = [self.titles.shared(begun.rest, strategy) for strategy in found.strategies]
        shared, share = max(shares)
        if shared >= 2 and share >= 0.75:
            return replace(
                found, score=found.score + _SHARED_WORDS, why="planens nummer och ord ur titeln"
            )
        if shared:
            return replace(
                found, score=found.score + _SHARED_WORD, why="planens nummer och ett ord ur titeln"
            )
        why = f"{found.why}, men en annan titel"
        return replace(found, score=found.score + _OTHER_TITLE, why=why)

    def _answer(self, line: Line) -> Evidence | None:
        """Return the evidence of a heading such as "Synpunkter på 1.1 och 1.3"."""
        known = self.plan.numbers_in(line.text)
        if not known or not headings.is_answer_heading(self.plan.plain(line.text)):
            return None
        if self.plan.beginning(line.text):
            return None
        strategies = tuple(self.by_number[number] for number in known)
        score = _NUMBER + _ANSWER + (_OTHER_PLAN if self.other_plan else 0)
        return Evidence(strategies, score, "rubrik på ett svar", "heading", 1, False)

    def _named(self, line: Line) -> Evidence | None:
        """Return the evidence of a heading that has words of a title, or a number in brackets."""
        if not line.starts or line.bullet or line.text[-1:] in ".,;!?":
            return None
        if found := self.plan.in_brackets(line.text):
            number, names_strategy = found
            strategy = self.by_number[number]
            score = _NUMBER + (_LEAD if names_strategy else 0)
            score += min(self.titles.shared(line.text, strategy)[0], _SHARED_WORDS)
            return Evidence((strategy,), score, "numret inom parentes", "heading", 1, False)
        strategies = self.titles.with_words_of(line.text)
        if len(strategies) != 1:
            return None
        return Evidence(strategies, PROPOSED, "ord ur planens titel", "heading", 1, False)

    def _quote(self, index: int) -> Evidence | None:
        line = self.lines[index]
        if not line.starts:
            return None
        for piece, strategy in self.quotes.get(_first_word(line.text), ()):
            if (found := span(self.lines, index, piece)).lines:
                form: Form = "lead" if found.own else "heading"
                return Evidence((strategy,), _PLAN_TEXT, _QUOTED, form, found.lines)
        return None


def pieces(text: str) -> list[str]:
    """Return a text of the plan as a whole, then its paragraphs and items."""
    found = [source_text.plain(text)]
    for block in source_text.blocks(text):
        found.extend(source_text.lines(block))
    return found


def _column(line: Line) -> tuple[int, int] | None:
    """Return the table and the column that a line stands in."""
    return (line.cell.table, line.cell.column) if line.cell else None


def _first_word(text: str) -> str:
    return text.split(maxsplit=1)[0].strip("”\"'“»«").casefold() if text.split() else ""
