"""The paragraphs of a document, and which of them may be headings of the plan."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from roadmap.importing import contents, headings, titles
from roadmap.importing.layout import flowing, width
from roadmap.importing.lines import Line
from roadmap.importing.plan.marks import Mark, Marks

_SHORT = 0.75  # of a full line
_LONGEST = 160  # characters of a heading
_MOST_LINES = 3  # of a heading
_LONGEST_NAMED, _MOST_NAMED_LINES = 400, 8  # of one with its word and number
_FEWEST = 2
_SENTENCE = re.compile(r"[.!?][”\"’')]*\s+(?=[\"”“’'(]?[A-ZÅÄÖ0-9])")


@dataclass(eq=False)
class Unit:
    """A paragraph, a table or a list of contents: lines that stand together."""

    lines: list[Line]
    mark: Mark | None = None
    is_contents: bool = False
    rest: list[Line] = field(default_factory=list)  # of the paragraph, after its heading
    is_heading: bool = False
    run_in: bool = False  # it is not certain where the heading ends and its text begins

    @property
    def text(self) -> str:
        """The words of the paragraph, or of its heading."""
        return " ".join(line.text for line in self.lines)

    @property
    def title(self) -> str:
        """The words after the mark."""
        return self.mark.title if self.mark else self.text

    @property
    def level(self) -> int | None:
        """The level that the document gives the heading."""
        return self.lines[0].level

    @property
    def page(self) -> int | None:
        """The page that it begins on."""
        return self.lines[0].page

    @property
    def is_item(self) -> bool:
        """Whether it is marked as an item of a list."""
        return self.lines[0].bullet

    @property
    def in_table(self) -> bool:
        """Whether it is a table."""
        return self.lines[0].cell is not None


def units_of(lines: Sequence[Line], marks: Marks) -> list[Unit]:
    """Return the paragraphs of a document in their order, those that may be headings marked.

    Where the document itself says what is a heading, no other line is one but for a number after
    its word: "Strategi 1.1".
    """
    flow = flowing(lines)
    rows = contents.rows(flow)
    full = width(flow)
    pieces = [*_paragraphs(flow, rows, marks, full)]
    leveled = sum(1 for unit in pieces if unit.level and not unit.in_table) >= _FEWEST
    running = [unit for unit in pieces if not (unit.is_contents or unit.in_table or unit.is_item)]
    for unit in running:
        unit.mark = marks.of(unit.text)
    letters = {unit.mark.parts[0] for unit in running if unit.mark and len(unit.mark.parts) > 1}
    for unit in running:
        unit.mark = _sound(unit.mark, letters)
    first_lines = Counter(titles.folded(unit.lines[0].text) for unit in running)
    units: list[Unit] = []
    for at, unit in enumerate(pieces):
        if unit.is_contents or unit.in_table or unit.is_item:
            units.append(unit)
            continue
        unit.is_heading = _may_be_heading(unit, leveled, marks)
        if headed := _headed(unit, marks, leveled, full) or _parted(unit, leveled, first_lines):
            unit = headed
        elif unit.is_heading and not unit.level and _is_listed(pieces, at):
            unit.is_heading = False
        units.append(unit)
    return units


def may_be_title(unit: Unit) -> bool:
    """Whether a paragraph that is no heading has the words of a title, for what stands beside."""
    is_running = not (unit.is_contents or unit.in_table or unit.is_item)
    return is_running and headings.looks_like_heading(unit.text)


def item_of(unit: Unit, marks: Marks) -> tuple[Mark | None, str]:
    """Return the mark and the words of an item in a list, without the sign that makes it one."""
    first, *others = unit.lines
    text = " ".join([first.item, *(line.text for line in others)])
    mark = unit.mark or marks.of(text)
    if mark is None or not mark.label or not mark.title:
        return None, text
    if not mark.word and len(mark.parts) == 1 and unit.is_item:
        return None, text
    return mark, mark.title


def _paragraphs(flow: Sequence[Line], rows: set[int], marks: Marks, full: int) -> Iterator[Unit]:
    """Yield the units of a document, without their marks."""
    own: list[Line] = []
    kind: object = None
    for index, line in enumerate(flow):
        new_kind = "contents" if index in rows else line.cell.table if line.cell else None
        together = new_kind is not None and new_kind == kind
        if own and not together:
            apart = line.starts or new_kind != kind or line.level != own[-1].level
            if apart or _begins_anew(own, line, marks, full):
                yield Unit(own, is_contents=kind == "contents")
                own = []
        kind = new_kind
        own.append(line if own or line.cell else replace(line, starts=True))
    if own:
        yield Unit(own, is_contents=kind == "contents")


def _begins_anew(own: Sequence[Line], line: Line, marks: Marks, full: int) -> bool:
    """Whether something new stands right under a text, as in a PDF without a distance between.

    It is a heading, or what follows on the last item of a list.
    """
    before, mark = own[-1], marks.of(line.text)
    if line.certain and not line.follows:
        return False
    # "Målområde 1 …" and "Strategi 1.1 …" are never one heading, however long the first is.
    named = _is_named(mark) and len(own) < _MOST_LINES and _is_named(marks.of(own[0].text))
    if not (named or before.ends or len(before.text) < _SHORT * full):
        return False
    if is_answer(line.text) or is_answer(before.text):
        return True
    if own[0].bullet and line.text[:1].isupper():
        return True
    if before.ends and _names_part(line.text):
        return True
    if mark is None or not mark.label or (not mark.word and len(mark.parts) < _FEWEST):
        return False
    return not mark.title or mark.title[:1].isupper()


def _is_named(mark: Mark | None) -> bool:
    """Whether a mark has both its word and its number: "Strategi 1.1"."""
    return bool(mark and mark.word and mark.label)


def _sound(mark: Mark | None, letters: set[str]) -> Mark | None:
    """Return a mark, but for a letter that may be a word: "I Sverige".

    `letters` begin other numbers of the document: A is one where there is A.1.
    """
    if mark is None or mark.word:
        return mark
    if not mark.title or not (mark.title[0].isupper() or mark.title[0] in "\"”“’'"):
        return None
    is_sure = mark.separated or mark.label in letters or any(map(str.isdigit, mark.label))
    return mark if is_sure else None


def _may_be_heading(unit: Unit, leveled: bool, marks: Marks) -> bool:
    line, mark, text = unit.lines[0], unit.mark, unit.text
    if unit.level and is_part(text):
        return True  # "Bilaga 1. Statistik" ends no sentence
    named = _is_named(mark)
    longest, most = (_LONGEST_NAMED, _MOST_NAMED_LINES) if named else (_LONGEST, _MOST_LINES)
    if len(text) > longest or len(unit.lines) > most or _SENTENCE.search(unit.title):
        return False
    if unit.level or named:
        return True
    if line.starts and is_answer(text):
        return True
    if leveled:
        return False
    if mark and mark.word:
        return headings.looks_like_heading(text)
    if mark and len(mark.parts) >= _FEWEST:
        return True
    if mark:
        return headings.looks_like_heading(mark.title)
    if marks.words.lists(text) and not re.search(r"\d", text):
        return True
    bold_or_capitals = headings.rank(line) < headings.PLAIN and all(
        headings.rank(other) < headings.PLAIN for other in unit.lines
    )
    if bold_or_capitals:
        return headings.looks_like_heading(text)
    return line.starts and is_part(text)


def _headed(unit: Unit, marks: Marks, leveled: bool, full: int) -> Unit | None:
    """Return a paragraph as the heading that it begins with and the text after it, or None.

    The heading ends with a line before a capital, or with the first sentence after a number.
    """
    mark = unit.mark
    if mark is None or not mark.label or unit.level:
        return None
    if not mark.word and (leveled or len(mark.parts) < _FEWEST):
        return None
    for count, line in enumerate(unit.lines[:_MOST_LINES], start=1):
        following = unit.lines[count : count + 1]
        if not following:
            break
        broken = following[0].certain and following[0].follows
        is_short = broken or len(line.text) < _SHORT * full
        # What has its word, "Strategi 2.3", is a heading wherever its title ends.
        if (is_short or mark.word) and following[0].text[:1].isupper():
            head = Unit(unit.lines[:count], rest=unit.lines[count:], is_heading=True)
            head.mark, head.run_in = marks.of(head.text), not is_short
            return head if head.mark and head.mark.title else None
        if line.ends:
            break
    return None if unit.is_heading else _run_in(unit, marks)


def _parted(unit: Unit, leveled: bool, first_lines: Counter[str]) -> Unit | None:
    """Return a paragraph as the heading of a part, "Uppföljning", and the text right under it.

    None where that begins several paragraphs: each strategy may have a text on its "Ansvar".
    """
    first, *rest = unit.lines
    is_once = first_lines[titles.folded(first.text)] == 1
    if leveled or not (rest and is_once and _names_part(first.text)):
        return None
    return Unit([first], rest=rest, is_heading=True) if rest[0].text[:1].isupper() else None


def _run_in(unit: Unit, marks: Marks) -> Unit | None:
    """Return a paragraph divided after its first sentence."""
    end = 0
    for index, line in enumerate(unit.lines[:_MOST_LINES]):
        start = len(unit.mark.prefix) if unit.mark and not index else 0
        if found := _SENTENCE.search(line.text, start):
            first = replace(line, text=line.text[: found.end()].rstrip())
            second = replace(line, text=line.text[found.end() :], starts=True)
            lines = [*unit.lines[:index], first]
            head = Unit(
                lines, rest=[second, *unit.lines[index + 1 :]], is_heading=True, run_in=True
            )
            head.mark = marks.of(head.text)
            return head if len(head.text) <= _LONGEST and head.mark else None
        end += len(line.text)
        if end > _LONGEST:
            break
    return None


def _is_listed(units: Sequence[Unit], at: int) -> bool:
    """Whether a number of one part, "1." or "B.", is that of an item in a list: others follow."""
    mark = units[at].mark
    if mark is None or mark.word or len(mark.parts) != 1:
        return False
    beside = [units[other] for other in (at - 1, at + 1) if 0 <= other < len(units)]
    return any(
        other.mark and not other.level and _shape(other.mark) == _shape(mark) for other in beside
    )


def _shape(mark: Mark) -> tuple[str, int, str]:
    """Return what the marks of the items in a list have in common."""
    return mark.word, len(mark.parts), mark.prefix.removeprefix(mark.label)


_PARTS = (
    "inledning", "bakgrund", "syfte", "forord", "sammanfattning", "vision", "nulage", "omvarld",
    "uppdrag", "uppdraget", "uppfoljning", "uppfoljning och utvardering", "genomforande",
    "organisation", "ansvar", "ansvar och roller", "ordlista", "begrepp", "begreppslista",
    "referenser", "kallor", "kallforteckning", "litteratur", "bilaga", "bilagor", "innehall",
    "lasanvisning", "avgransning", "avgransningar", "metod", "arbetssatt", "nasta steg",
    "tidplan", "finansiering", "ekonomi", "ekonomiska konsekvenser", "revidering", "utmaningar",
    "styrdokument", "styrande dokument", "relaterade styrdokument", "kontakt", "noter",
    "konsekvenser", "konsekvenser for barn", "barnkonsekvensanalys", "definitioner", "inriktning",
)  # fmt: skip

_ANSWER = re.compile(
    r"(?:[a-z]+s )?(?:synpunkter|kommentarer|yttrande|remissvar|stallningstagande)"
    r"|[a-z]+s (?:bedomning|svar|overvaganden)"
)


def is_part(text: str) -> bool:
    """Whether a heading is that of a part that plans have beside their goals."""
    words = titles.folded(text)
    return words in _PARTS or words.partition(" ")[0] in ("bilaga", "innehallsforteckning")


def _names_part(text: str) -> bool:
    """Whether a line has nothing but the heading of such a part."""
    words = titles.folded(text).split()
    is_appendix = words[:1] == ["bilaga"] and len(words) == _FEWEST
    return text[:1].isupper() and (" ".join(words) in _PARTS or is_appendix)


def is_answer(text: str) -> bool:
    """Whether a heading stands over what somebody answers on the plan: "Nämndens synpunkter"."""
    return bool(_ANSWER.fullmatch(titles.folded(text)))
