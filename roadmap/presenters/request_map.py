"""The map of the requests: each once, by strategy and kind, with what came of it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from roadmap.model import (
    UNKNOWN_OUTCOME,
    Comment,
    OutcomeValue,
    PositionValue,
    Problem,
    Strategy,
)
from roadmap.model.dataset import Answer, Dataset
from roadmap.presenters import urls, wording
from roadmap.presenters.answers import are_read
from roadmap.presenters.grammar import listing
from roadmap.presenters.marks import Mark, area_mark
from roadmap.presenters.messages import _
from roadmap.presenters.requests import Request, by_kind, place, requests
from roadmap.text.swedish import capitalised

# Up to this many requests are marks of their own; of more there is one mark per strategy and kind.
MOST_SLIPS = 60
# What the stylesheet lays out as a map; larger plans keep to a list.
MOST_COLUMNS, MOST_ROWS, MOST_AREAS = 24, 24, 6
MOST_CHARACTERS = 6  # over a column
_WHOLE = ""  # the column of what is asked for the whole plan


Sign = Literal["slip", "wide", "joined", "same", "several", "problem"]


class Row(NamedTuple):
    """A kind of request, and how many there are."""

    name: str
    number: int


class Cell(NamedTuple):
    """What is asked for of one kind in one place, or the problems pointed at there.

    `sign` is a slip, or a wide one over this and the next column, which that one is `joined` to. It
    is `same` where the request stands under another strategy that is not beside this one, a number
    of several requests, or that of problems. `words` say what the sign does, `told` what is asked.
    """

    row: int
    sign: Sign
    kind: str
    words: str
    told: str
    href: str
    value: OutcomeValue = UNKNOWN_OUTCOME
    number: int = 1
    known: int = 0


class Column(NamedTuple):
    """A strategy, or the whole plan (without a name): how the answers stand, what they ask.

    `label` is the strategy's number or, if it has none, its title; `led` tells whether the noun
    stands before it. `name` is what sentences call the strategy, and `quiet` what stands there
    instead, if nothing is asked.
    """

    label: str | None
    name: str | None
    led: bool
    href: str | None
    position: PositionValue | None
    opposed: int | None
    stands: str
    cells: tuple[Cell, ...]
    quiet: str = ""


class Group(NamedTuple):
    """A goal area with its strategies; without a mark, the whole plan."""

    mark: Mark | None
    title: str
    columns: tuple[Column, ...]


class RequestMap(NamedTuple):
    """The map. `single`: each request has a mark of its own. `wide`: it has room to be a map."""

    rows: tuple[Row, ...]
    problems: int
    groups: tuple[Group, ...]
    single: bool

    @property
    def wide(self) -> bool:
        """Whether the plan is small enough to be laid out as a map."""
        columns = [column for group in self.groups for column in group.columns]
        few = len(columns) <= MOST_COLUMNS and len(self.groups) <= MOST_AREAS
        return few and not self.titled and len(self.rows) < MOST_ROWS

    @property
    def titled(self) -> bool:
        """Whether a strategy is called by more than a short number."""
        columns = [column for group in self.groups for column in group.columns]
        return any(len(column.label or "") > MOST_CHARACTERS for column in columns)

    @property
    def signs(self) -> frozenset[str]:
        """The signs that occur; `twice` is a slip that stands for two places."""
        cells = [cell for group in self.groups for column in group.columns for cell in column.cells]
        twice = any(cell.sign == "slip" and cell.number > 1 for cell in cells)
        return frozenset([cell.sign for cell in cells] + ["twice"] * twice)


def request_map(dataset: Dataset, here: str) -> RequestMap:
    """Return the map of all requests, with the problems that the answers point at."""
    asked = requests(dataset)
    kinds = [code.id for code, _group in by_kind(dataset)]
    by_column: dict[str, list[Request]] = {}
    for request in asked:
        for column in _columns(dataset, request):
            by_column.setdefault(column, []).append(request)
    single = len(asked) <= MOST_SLIPS
    pointed = _problems(dataset)
    maker = _Maker(dataset, here, kinds, single, by_column, pointed)
    groups = [
        Group(
            area_mark(dataset, area),
            area.title,
            tuple(maker.column(strategy) for strategy in area.strategies),
        )
        for area in dataset.goal_areas
    ]
    if whole := tuple(maker.cells(_WHOLE)):
        no_strategy = Column(None, None, False, None, None, None, "", whole)
        groups.insert(0, Group(None, _("Hela planen"), (no_strategy,)))
    return RequestMap(
        tuple(Row(code.name, len(group)) for code, group in by_kind(dataset)),
        len({id(found.problem) for column in pointed.values() for found in column}),
        tuple(groups),
        single,
    )


class _Pointed(NamedTuple):
    """A problem that an answer points at, and where."""

    problem: Problem
    url: str
    anchor: str


class _Maker(NamedTuple):
    """What every cell is made with."""

    dataset: Dataset
    here: str
    kinds: Sequence[str]
    single: bool
    asked: Mapping[str, Sequence[Request]]
    pointed: Mapping[str, Sequence[_Pointed]]

    def column(self, strategy: Strategy) -> Column:
        """Return the column of a strategy."""
        answers = self.dataset.answers(strategy.id)
        opposed = sum(answer.position == "opposes" for answer in answers)
        many = len(self.dataset.received) > 1
        if not answers:
            stands = _("inget svar")
        elif many:
            stands = _("%(count)s är emot", count=opposed) if opposed else _unopposed(answers)
        else:
            stands = wording.position(answers[0].position).casefold()
        name = wording.named(strategy)
        return Column(
            strategy.shown_number or strategy.title,
            name,
            name != strategy.label,
            urls.link(self.here, urls.strategy(strategy)),
            answers[0].position if answers and not many else None,
            opposed if many else None,
            stands,
            tuple(self.cells(strategy.id)),
            _quiet(answers, many=many),
        )

    def cells(self, column: str) -> Iterator[Cell]:
        """Yield the cells of a column: of each kind that is asked for there, then the problems."""
        for row, kind in enumerate(self.kinds, start=1):
            same_kind = [asked for asked in self.asked.get(column, ()) if asked.ask.kind == kind]
            if len(same_kind) == 1 and self.single:
                yield self.slip(row, column, same_kind[0])
            elif same_kind:
                yield self.several(row, column, same_kind)
        if pointed := self.pointed.get(column):
            yield self.problems(column, pointed)

    def slip(self, row: int, column: str, request: Request) -> Cell:
        """Return the cell of a single request."""
        dataset = self.dataset
        first, *others = _columns(dataset, request)
        value = request.ask.outcome_value
        url, anchor = place(dataset, request.body, request.text)
        wide = bool(first) and self.are_neighbours(first, others)
        sign: Sign = "wide" if wide else "slip"
        words = ""
        if column != first:
            where = dataset.label(first) if first else _("för hela planen")
            words = _("samma som %(where)s", where=where)
            sign = "joined" if wide else "same"
        elif others:
            words = _("även %(numbers)s", numbers=listing([*map(dataset.label, others)]))
        elif request.repeated_in:
            words = _("på %(count)s ställen", count=1 + len(request.repeated_in))
        return Cell(
            row,
            sign,
            dataset.ask_name(request.ask.kind),
            words,
            f"{asked_for(request)} {wording.OUTCOME_WORDS[value]}.",
            urls.link(self.here, url, anchor),
            value,
            1 if wide else max(1 + len(others), 1 + len(request.repeated_in)),
        )

    def several(self, row: int, column: str, asked: Sequence[Request]) -> Cell:
        """Return the cell that counts several requests of a kind."""
        known = sum(request.ask.outcome_value != UNKNOWN_OUTCOME for request in asked)
        url = urls.strategy(self.dataset.strategy(column)) if column else urls.requests()
        told = dict.fromkeys(map(asked_for, asked)) if self.single else {}
        outcome = _("besked om %(count)s", count=known) if known else _("inget besked")
        return Cell(
            row,
            "several",
            self.dataset.ask_name(asked[0].ask.kind),
            "",
            " ".join([*told, f"{capitalised(outcome)}."]),
            urls.link(self.here, url),
            number=len(asked),
            known=known,
        )

    def problems(self, column: str, pointed: Sequence[_Pointed]) -> Cell:
        """Return the cell of the problems that the answers point at."""
        first, *others = pointed
        target = urls.link(self.here, first.url, first.anchor)
        if others and column:
            target = urls.link(self.here, urls.strategy(self.dataset.strategy(column)))
        told = " ".join(found.problem.sentence for found in pointed) if self.single else ""
        row, kind = len(self.kinds) + 1, _("Pekar på problem")
        return Cell(row, "problem", kind, "", told, target, number=len(pointed))

    def are_neighbours(self, first: str, others: Sequence[str]) -> bool:
        """Whether a request is about two strategies that stand side by side in an area."""
        area = [strategy.id for strategy in self.dataset.area_of(first).strategies]
        return [first, *others] in ([*pair] for pair in pairwise(area))


def asked_for(request: Request) -> str:
    """Return what is asked for: in plain words, or in those of the answer."""
    return request.sentence or f"{wording.quoted(request.ask.quote)}."


def _columns(dataset: Dataset, request: Request) -> list[str]:
    """Return the ids of the strategies that a request stands under, its first place first."""
    columns: list[str] = []
    for text in (request.text, *request.repeated_in):
        if isinstance(text, Comment):
            columns += [item.id for item in dataset.strategies if item.id in text.strategies]
        else:
            columns.append(_WHOLE)
    return list(dict.fromkeys(columns))


def _problems(dataset: Dataset) -> dict[str, list[_Pointed]]:
    """Map the ids of strategies, and the whole plan, to the problems that are pointed at there."""
    pointed: dict[str, list[_Pointed]] = {}
    for strategy in dataset.strategies:
        for answer in dataset.answers(strategy.id):
            for problem in answer.judgement.problems if answer.judgement else ():
                found = _Pointed(problem, *urls.answer(answer))
                pointed.setdefault(strategy.id, []).append(found)
    for body in dataset.received:
        for section in body.response.sections:
            for problem in section.judgement.problems if section.judgement else ():
                found = _Pointed(problem, urls.response(body), str(section.id))
                pointed.setdefault(_WHOLE, []).append(found)
    return pointed


def _unopposed(answers: Sequence[Answer]) -> str:
    return _("ingen är emot") if are_read(answers) else wording.unclassified().casefold()


def _quiet(answers: Sequence[Answer], *, many: bool) -> str:
    """Return what is said of a strategy that nothing is asked for: only what is known."""
    if not answers:
        return _("Inget svar")
    if not are_read(answers):
        return wording.unclassified()
    return _("Ingen ber om något") if many else _("Ber inte om något")
