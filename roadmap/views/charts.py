"""A series as a chart: the position of each line, mark and label. The template draws it.

Horizontal positions are percentages, so that the chart fits any screen while its letters keep their
size; vertical ones are px, so that the labels beside the chart are level with their lines.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise

from roadmap.model import MilestoneLevel, Series
from roadmap.model.figures import SEXES, Figure, Sex
from roadmap.model.periods import Period
from roadmap.presenters import wording
from roadmap.presenters.grammar import decimal
from roadmap.presenters.messages import _
from roadmap.text.swedish import capitalised

HEIGHT = 260
_TOP, _BOTTOM = 16, 228  # of the highest and the lowest value
_LEFT, _RIGHT = 5, 95  # of the first and the last period, in per cent
_LABEL = 20  # from one label to the next
_MAX_STEPS = 4
_MAX_PERIODS = 4
_SHORT = 4  # letters: a longer name of a period takes more room, and is kept within the edges
_MARK = 2.3  # em, for the mark before a label
_LETTER = 0.6  # em, the widest that a letter may be


@dataclass(frozen=True)
class Segment:
    """A piece of a line between two successive periods."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True)
class Point:
    """The value of a period."""

    x: float
    y: float


@dataclass(frozen=True)
class Curve:
    """The figures of women, of men or of all. The line is broken where values are missing."""

    sex: Sex
    segments: tuple[Segment, ...]
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Tick:
    """A mark on an axis: its position, its text and how that lies at the position (SVG)."""

    place: float
    text: str
    anchor: str = "middle"


@dataclass(frozen=True)
class Label:
    """The name of a line, beside its end: at `y`, with a thin line to it from `y_of_line`."""

    kind: str
    text: str
    y: float
    y_of_line: float


@dataclass(frozen=True)
class Chart:
    """A chart of a series. `told` describes it in words; `broken` says that it begins above 0.

    `axis` and `names` are the widths, in em, of the numbers before it and the labels after it.
    """

    title: str
    told: str
    height: int
    curves: tuple[Curve, ...]
    levels: tuple[tuple[str, float], ...]
    steps: tuple[Tick, ...]
    periods: tuple[Tick, ...]
    labels: tuple[Label, ...]
    axis: float
    names: float
    broken: str | None


def missing_periods(figures: Sequence[Figure]) -> list[tuple[Period, tuple[str, ...]]]:
    """Return the periods with missing figures and the groups that lack them; none if all do.

    Expected periods follow the intervals of the series, which may have one value every second year.
    """
    missing: list[tuple[Period, tuple[str, ...]]] = []
    found = {figure.sex for figure in figures if figure.value is not None}
    words = wording.sex_words(figures)
    for period in _expected(figures):
        known_sexes = {
            figure.sex for figure in figures if figure.period == period and figure.value is not None
        }
        lacking = tuple(words[sex] for sex in SEXES if sex in found - known_sexes)
        if lacking:
            missing.append((period, lacking if known_sexes else ()))
    return missing


def chart(
    series: Series, figures: Sequence[Figure], levels: dict[str, MilestoneLevel]
) -> Chart | None:
    """Return the chart of a series; None if fewer than two periods have values."""
    known_figures = [figure for figure in figures if figure.value is not None]
    periods = sorted({figure.period for figure in known_figures})
    if len(periods) < 2:
        return None
    begin, end = periods[0].start, periods[-1].start
    values = [figure.value for figure in known_figures if figure.value is not None]
    steps = _steps([*values, *(level.value for level in levels.values())])

    def x(period: Period) -> float:
        return round(_LEFT + (_RIGHT - _LEFT) * (period.start - begin) / (end - begin), 2)

    def y(value: Decimal) -> float:
        share = float((value - steps[0]) / (steps[-1] - steps[0]))
        return round(_BOTTOM - (_BOTTOM - _TOP) * share, 1)

    curves: list[Curve] = []
    ends: list[tuple[float, str, str]] = []
    sentences: list[str] = []
    expected = _expected(figures)
    words = wording.sex_words(figures)
    for sex in SEXES:
        by_period = {
            figure.period: figure.value
            for figure in known_figures
            if figure.sex == sex and figure.value is not None
        }
        if not by_period:
            continue
        points = {period: Point(x(period), y(by_period[period])) for period in sorted(by_period)}
        curves.append(
            Curve(
                sex,
                tuple(
                    Segment(points[earlier].x, points[earlier].y, points[later].x, points[later].y)
                    for earlier, later in pairwise(expected)
                    if earlier in by_period and later in by_period
                ),
                tuple(points.values()),
            )
        )
        first, last = min(by_period), max(by_period)
        name = capitalised(words[sex])
        ends.append((points[last].y, sex, f"{name} {decimal(by_period[last])}"))
        sentences.append(
            _(
                "%(name)s: %(first)s %(begin)s, %(last)s %(end)s.",
                name=name,
                first=decimal(by_period[first]),
                begin=wording.period(first),
                last=decimal(by_period[last]),
                end=wording.period(last),
            )
        )
    for name, level in levels.items():
        value, year = decimal(level.value), str(level.year)
        if name == "target":
            ends.append((y(level.value), name, _("Mål %(year)s", year=year)))
            sentences.append(_("Mål: %(value)s år %(year)s.", value=value, year=year))
        else:
            ends.append((y(level.value), name, _("Utgångsläge")))
            sentences.append(_("Utgångsläge: %(value)s år %(year)s.", value=value, year=year))
    ticks = tuple(Tick(y(step), decimal(step)) for step in steps)
    labels = _labels(ends)
    return Chart(
        title=f"{series.title}, {series.unit}, {periods[0].short}–{periods[-1].short}",
        told=" ".join(sentences),
        height=HEIGHT,
        curves=tuple(curves),
        levels=tuple((name, y(level.value)) for name, level in levels.items()),
        steps=ticks,
        periods=_named_periods(expected, x),
        labels=labels,
        axis=_width(tick.text for tick in ticks),
        names=_width(label.text for label in labels) + _MARK,
        broken=_("Skalan börjar på %(value)s, inte på noll.", value=decimal(steps[0]))
        if steps[0] > 0
        else None,
    )


def _expected(figures: Iterable[Figure]) -> list[Period]:
    """Return the periods from first to last, at the shortest interval of the series."""
    periods = sorted({figure.period for figure in figures})
    if not periods:
        return []
    first, last = periods[0], periods[-1]
    step = min((after.start - before.start for before, after in pairwise(periods)), default=1)
    between = {first.later(months) for months in range(0, last.start - first.start, step)}
    return sorted({*periods, *between})


def _steps(values: Sequence[Decimal]) -> list[Decimal]:
    """Return a few even values that cover the range from the lowest to the highest."""
    low, high = min(values), max(values)
    size = Decimal(1).scaleb((high - low or Decimal(1)).adjusted() - 1)
    for factor in (1, 2, 5, 10, 20, 50, 100):
        step = size * factor
        first = (low / step).to_integral_value(ROUND_FLOOR)
        last = (high / step).to_integral_value(ROUND_CEILING)
        last += first == last
        if last - first <= _MAX_STEPS:
            break
    steps = ((first + number) * step for number in range(int(last - first) + 1))
    return [Decimal(f"{value.normalize():f}") for value in steps]


def _named_periods(periods: Sequence[Period], x: Callable[[Period], float]) -> tuple[Tick, ...]:
    """Return the first and the last period, and as many between them as fit on a phone."""
    first, last = periods[0], periods[-1]
    if len(first.short) > _SHORT:
        return Tick(0, first.short, "start"), Tick(100, last.short, "end")
    months = last.start - first.start
    step = -(-months // (first.months * (_MAX_PERIODS - 1))) * first.months
    shown = (*(first.later(passed) for passed in range(0, months - step + 1, step)), last)
    return tuple(Tick(x(period), period.short) for period in shown)


def _width(texts: Iterable[str]) -> float:
    return round(max(map(len, texts)) * _LETTER + _LETTER, 1)


def _labels(ends: Sequence[tuple[float, str, str]]) -> tuple[Label, ...]:
    """Return the labels, moved apart if their lines end close to each other."""
    ordered = sorted(ends)
    places: list[float] = []
    for y, *_line in ordered:
        places.append(max(y, places[-1] + _LABEL) if places else y)
    lowest = float(HEIGHT - 8)
    for index in range(len(places) - 1, -1, -1):
        places[index] = min(places[index], lowest)
        lowest = places[index] - _LABEL
    return tuple(
        Label(kind, text, place, y) for (y, kind, text), place in zip(ordered, places, strict=True)
    )
