"""Plans made at random, of which it is known where each of their words belongs."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import product
from string import ascii_lowercase

from hypothesis import strategies as st

from roadmap.importing.lines import Cell, Line
from tests.importing.generated import Written

# Words that occur once in a document, and in no other text.
_WORDS = ["X" + "".join(letters) + "q" for letters in product(ascii_lowercase, repeat=3)]
_AREA_STYLES = ["Målområde {a}: {t}", "Målområde {a} {t}", "Fokusområde {t}", "{a} {t}", "{a}. {t}"]
_STRATEGY_STYLES = [
    "Strategi {a}.{s} {t}",
    "Strategi {a}.{s}: {t}",
    "{a}.{s} {t}",
    "Insats {s} – {t}",
]
_PARTS = ["Förord", "Inledning", "Bakgrund", "Uppföljning", "Ordlista", "Bilaga 1"]
# Figures and words that begin no part of a plan; {} is a word of its own.
_TEXTS = [
    "Kommunen ska se till att {} får mer stöd.",
    "3.2 miljoner kronor går till {}.",
    "1.1 procent av alla {} räcker.",
    "Strategi 1.1 handlar också om {}.",
    "Målområde 1 och 2 gäller {}.",
    "I {} finns fler exempel.",
    "4.4.2018 beslutade nämnden om {}.",
    "- en punkt om {}",
    "1. Först kommer {}",
]


@dataclass
class Made(Written):
    """A plan, and the place that each of its words of its own belongs in.

    A place is "M1" (the goal area's title or its own text), "G1.1", "S1.2" or "E1.1", "P" for the
    plan's sections, or "" for what no field holds.
    """

    places: dict[str, str] = field(default_factory=dict)
    levels: bool = True


def plans(levels: bool) -> st.SearchStrategy[Made]:
    """Return plans, with or without levels for their headings."""

    @st.composite
    def plan(draw: Callable[..., object]) -> Made:
        return _Writer(draw, levels).written()

    return plan()


class _Writer:
    def __init__(self, draw: Callable[..., object], levels: bool) -> None:
        self.draw = draw
        self.levels = levels
        self.made = Made(levels=levels)
        self.words = iter(_WORDS)
        self.tables = 0
        self.area_style = self.choose(_AREA_STYLES)
        self.strategy_style = self.choose(_STRATEGY_STYLES)
        self.has_groups = levels and self.number(0, 2) == 0

    def choose(self, items: list[str]) -> str:
        chosen = self.draw(st.sampled_from(items))
        assert isinstance(chosen, str)
        return chosen

    def number(self, least: int, most: int) -> int:
        chosen = self.draw(st.integers(least, most))
        assert isinstance(chosen, int)
        return chosen

    def written(self) -> Made:
        # Each part once: what comes again first on a page is a running head.
        first, last = self.number(0, 2), self.number(0, 1)
        for part in _PARTS[:first]:
            self.part(part)
        for area in range(1, self.number(2, 3) + 1):
            self.area(area)
        if last:
            self.part(self.choose(_PARTS[2:]))
        return self.made

    def part(self, heading: str) -> None:
        self.heading(heading, 1)
        if self.number(0, 1):  # right under its heading, where no level says that it is one
            self.add(f"Planen gäller {self.word('P')}.", starts=self.levels)
        self.prose("P")

    def area(self, number: int) -> None:
        title = f"{self.word(f'M{number}')} och livet"
        self.heading(self.area_style.format(a=number, t=title), 1)
        if self.number(0, 1):
            self.prose(f"M{number}")
        if self.levels and self.number(0, 3) == 0:
            self.heading(f"Nuläget för {self.word(f'M{number}')}", 2)
            self.prose(f"M{number}")
        if self.number(0, 1):
            self.milestones(number)
        if self.number(0, 1):
            self.heading("Strategier", 2)
        level = 2
        for strategy in range(1, self.number(2, 3) + 1):
            if self.has_groups and strategy < 3:
                self.heading(f"{self.word(f'G{number}.{strategy}')} som grupp", 2)
                if self.number(0, 1):
                    self.prose(f"G{number}.{strategy}")
                level = 3
            place = f"S{number}.{strategy}"
            title = f"{self.word(place)} och mer"
            text = self.strategy_style.format(a=number, s=strategy, t=title)
            self.heading(text, level)
            self.prose(place)

    def milestones(self, area: int) -> None:
        over = self.number(0, 2)
        if over:
            self.heading("Etappmål" if over == 1 else f"Etappmål {area}", 2)
        else:
            self.add("Inom området finns följande etappmål:", starts=True)
        for number in range(1, self.number(1, 3) + 1):
            self.add(f"- Andelen {self.word(f'E{area}.{number}')} ökar.", starts=True)

    def prose(self, place: str) -> None:
        """Write a few paragraphs, one of which may have a table, a footnote or several lines."""
        for _ in range(self.number(1, 3)):
            self.made.page += self.number(0, 6) == 0
            kind = self.number(0, 5)
            if kind == 0:
                self.add(f"Kommunen vill att {self.word(place)} får mer samver-", starts=True)
                self.add(f"kan med dem som arbetar med {self.word(place)} i dag.", starts=False)
            elif kind == 1 and self.levels:
                number = str(len(self.made.footnotes) + 1)
                self.made.footnotes[number] = f"Se boken {self.word('')}."
                self.add(f"Vi har läst {self.word(place)}.[^{number}]", starts=True)
            elif kind == 2 and self.levels:
                self.table(place)
                self.add(f"Tabellen gäller {self.word(place)}.", starts=True)
            else:
                text = self.choose(_TEXTS)
                if text.startswith("1. ") and not self.levels:
                    text = _TEXTS[0]  # else it and "2. Skola" after it are a list
                self.add(text.format(self.word(place)), starts=True)

    def table(self, place: str) -> None:
        self.tables += 1
        for row in range(2):
            for column in range(2):
                cell = Cell(self.tables, row, column, row == 0)
                text = f"{self.choose(['1.1', 'Insats', ''])} {self.word(place)}".strip()
                self.made.lines.append(Line(text, self.made.page, True, certain=True, cell=cell))

    def heading(self, text: str, level: int) -> None:
        self.made.page += self.number(0, 8) == 0
        self.add(text, starts=True, level=level if self.levels else None)

    def word(self, place: str) -> str:
        word = next(self.words)
        self.made.places[word] = place
        return word

    def add(self, text: str, *, starts: bool, level: int | None = None) -> None:
        self.made.lines.append(Line(text, self.made.page, starts, not starts, level, certain=True))
