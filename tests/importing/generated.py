"""Documents made at random, of which it is known what each of their words is about."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import product
from string import ascii_lowercase

from hypothesis import strategies as st

from roadmap.importing.lines import Cell, Line, Manuscript
from roadmap.model import Strategy

# Words that occur once in a document, and in no other text.
_WORDS = ["x" + "".join(letters) + "q" for letters in product(ascii_lowercase, repeat=3)]
_SECTIONS = ["Bakgrund", "Ärendet", "Sammanfattning", "Förvaltningens förslag", "Bilaga"]
_CLOSING = [
    "Övriga synpunkter",
    "Samlad bedömning",
    "Konsekvenser för barn",
    "Ekonomiska konsekvenser",
    "2.1 Ekonomiska konsekvenser",
    "Beslutsgång",
]
_MINORITY = ["Reservation", "Särskilt yttrande (M)", "Reservation från två ledamöter"]
# Figures that are no strategy, though they begin as one; {} is a word of its own.
_FIGURES = [
    "{} kostar 3.2 miljoner kronor.",
    "3.2 miljoner kronor behövs för {}.",
    "1.1 procent av alla {} räcker.",
    "4.4.2018 beslutade nämnden om {}.",
    "2.1-118/2018 är numret på {}.",
    "Kapitel 1.3 i skollagen gäller {}.",
    "Version 1.2 av {} är från i våras.",
    "Etappmål 1.1 bör gälla {}.",
    "Det gäller även {} i 2.1.",
]


@dataclass
class Written:
    """A document that is made up: its lines, its footnotes and the page that it has come to."""

    lines: list[Line] = field(default_factory=list)
    footnotes: dict[str, str] = field(default_factory=dict)
    page: int = 1

    def manuscript(self) -> Manuscript:
        """Return the document as a reader that is certain of everything would."""
        notes = dict(self.footnotes)
        return Manuscript("dokument", tuple(self.lines), self.page, notes, explicit=True)

    def text(self) -> str:
        """Return the document as a text file: a paragraph to a block, a form feed to a page."""
        out, page = "", 1
        for line in self.lines:
            out += "" if not out else "\n\n" if line.starts else "\n"
            out += "\f" if line.page != page else ""
            page = line.page or page
            out += line.text
        return out


@dataclass
class Made(Written):
    """A document, and the strategies that each of its words of its own may stand under."""

    about: dict[str, frozenset[str]] = field(default_factory=dict)


def documents(plan: list[Strategy], levels: bool) -> st.SearchStrategy[Made]:
    """Return documents that answer a plan, with or without levels for their headings."""

    @st.composite
    def document(draw: Callable[..., object]) -> Made:
        return _Writer(draw, plan, levels).written()

    return document()


class _Writer:
    def __init__(self, draw: Callable[..., object], plan: list[Strategy], levels: bool) -> None:
        self.draw = draw
        self.plan = plan
        self.levels = levels
        self.made = Made()
        self.words = iter(_WORDS)
        self.tables = 0
        self.style = self.choose(["{n} {t}", "Strategi {n}", "Strategi {n} {t}", "{t}"])
        self.answer_heading = self.choose(["", "", "Förvaltningens synpunkter"])

    def choose(self, items: list[str]) -> str:
        chosen = self.draw(st.sampled_from(items))
        assert isinstance(chosen, str)
        return chosen

    def some(self, items: list[str]) -> list[str]:
        first = self.number(0, len(items) - 1)
        return items[first : first + self.number(0, 2)]

    def number(self, least: int, most: int) -> int:
        chosen = self.draw(st.integers(least, most))
        assert isinstance(chosen, int)
        return chosen

    def written(self) -> Made:
        nothing: frozenset[str] = frozenset()
        for heading in self.some(_SECTIONS):
            self.heading(heading, 1)
            self.prose(nothing)
        first = self.number(0, len(self.plan))
        answered = self.plan[first : first + self.number(0, 4)]
        if self.levels and len(answered) > 1 and self.number(0, 3) == 0:
            self.answers(answered)
            self.prose(nothing)
            answered = []
        for strategy in answered:
            self.answer(strategy)
        # Each once: what comes again last on a page is a running foot.
        for heading in self.some(_CLOSING):
            self.heading(heading, 1)
            self.prose(nothing)
        if self.number(0, 2) == 0:
            self.heading(self.choose(_MINORITY), 1)
            self.prose(nothing)
            strategy = self.plan[self.number(0, len(self.plan) - 1)]
            self.heading(f"{strategy.shown_number} {strategy.title}", 2)
            self.prose(nothing)
        if not self.made.lines:
            self.prose(nothing)
        return self.made

    def answer(self, strategy: Strategy) -> None:
        about = frozenset({strategy.id})
        style = self.style.format(n=strategy.shown_number, t=strategy.title)
        self.heading(style, 2)
        repeats = self.number(0, 5)
        if repeats == 0:
            self.add(strategy.text, starts=True)
        elif repeats == 1:
            self.add(f"{strategy.text.strip()} Nej, {self.word(about)}.", starts=True)
        if self.answer_heading:
            self.heading(self.answer_heading, 3)
        self.prose(about)
        if self.levels and self.number(0, 3) == 0:
            self.heading(f"Mer om {self.word(about)}", 4)
            self.prose(about)

    def answers(self, strategies: list[Strategy]) -> None:
        """Write answers in a table: a row or a column for each strategy, in any order."""
        named = [(f"{item.shown_number} {item.title}", frozenset({item.id})) for item in strategies]
        rows = [[(name, about, 0), ("", about, self.number(1, 2))] for name, about in named]
        if self.number(0, 2) == 0:
            self.table([[row[column] for row in rows] for column in range(2)])
            return
        rows.insert(0, [("Strategi", frozenset(), 0), ("Yttrande", frozenset(), 0)])
        if self.number(0, 1) == 0:
            for row in rows:
                row.append(("", row[0][1], self.number(0, 1)))
        last = self.number(0, 1) == 0
        self.table([row[::-1] if last else row for row in rows])

    def table(self, rows: list[list[tuple[str, frozenset[str], int]]]) -> None:
        """Write a table. A cell is its text, and how many paragraphs it has about what."""
        self.tables += 1
        for row, cells in enumerate(rows):
            for column, (text, about, paragraphs) in enumerate(cells):
                words = [f"| {self.word(about)} \\ | behövs.<br>" for _ in range(paragraphs)]
                for paragraph in [text, *words] if text else words:
                    cell = Cell(self.tables, row, column, row == 0)
                    self.made.lines.append(
                        Line(paragraph, self.made.page, True, certain=True, cell=cell)
                    )

    def heading(self, text: str, level: int) -> None:
        self.turn_page(8)
        bold = self.levels and self.number(0, 1) == 0
        self.add(text, starts=True, level=level if self.levels else None, bold=bold)

    def prose(self, about: frozenset[str]) -> None:
        """Write a few paragraphs, one of which may have figures, a quotation or a footnote."""
        for _ in range(self.number(1, 3)):
            self.turn_page(6)
            kind = self.number(0, 6)
            if kind == 0:
                self.add(self.choose(_FIGURES).format(self.word(about)), starts=True)
            elif kind == 1:
                self.wrapped(about)
            elif kind == 2:
                number = str(len(self.made.footnotes) + 1)
                self.made.footnotes[number] = f"Se boken {self.word(frozenset('*'))}."
                self.add(f"Vi har läst {self.word(about)}.[^{number}]", starts=True)
            elif kind == 4:
                texts = [
                    self.choose(["", "1.1", "2.1 Budget", "Bakgrund", "Yttrande"]) for _ in "ab"
                ]
                self.table([[(text, about, self.number(0, 2)) for text in texts] for _ in "ab"])
                self.add(f"Tabellen gäller {self.word(about)}.", starts=True)
            elif kind == 3:
                self.add(f"- en punkt om {self.word(about)}", starts=True)
            else:
                self.add(f"Nämnden anser att {self.word(about)} är viktigt.", starts=True)

    def wrapped(self, about: frozenset[str]) -> None:
        """Write a paragraph on several lines, with a divided word and perhaps two pages."""
        self.add(f"Nämnden ser gärna att {self.word(about)} får mer samver-", starts=True)
        self.turn_page(3)
        self.add(f"kan med dem som arbetar med {self.word(about)} i hela staden,", starts=False)
        self.add(f"liksom {self.word(about)}.", starts=False)

    def turn_page(self, seldom: int) -> None:
        self.made.page += self.number(0, seldom) == 0

    def word(self, about: frozenset[str]) -> str:
        word = next(self.words)
        self.made.about[word] = about
        return word

    def add(self, text: str, *, starts: bool, level: int | None = None, bold: bool = False) -> None:
        line = Line(text, self.made.page, starts, not starts, level, bold, True)
        self.made.lines.append(line)
