"""A series as a chart: where each line, mark and label stands. The template draws it.

Across, places are percentages, so that the chart fits any screen while its letters keep their
size; down, they are px, so that the labels beside the chart stand at their lines.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise

from roadmap.model import MilestoneLevel, Series
from roadmap.model.figures import SEXES, Figure, Sex
from roadmap.text.swedish import capitalised, decimal

HEIGHT = 260
_TOP, _BOTTOM = 16, 228  # where the highest and the lowest value stand
_LEFT, _RIGHT = 5, 95  # where the first and the last year stand, in per cent
_LABEL = 20  # from one label to the next
_MOST_STEPS = 4
_MOST_YEARS = 4
_KEY = 2.3  # em that the mark before a label takes
_LETTER = 0.6  # of its height, as wide as a letter may be


@dataclass(frozen=True)
class Segment:
    """A piece of a line, between two years that follow each other."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True)
class Point:
    """The value of a year."""

    x: float
    y: float


@dataclass(frozen=True)
class Curve:
    """The figures of women, of men or of all. Where values are missing it is broken."""

    sex: Sex
    segments: tuple[Segment, ...]
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Tick:
    """A mark on an axis: where, and what it says."""

    place: float
    text: str


@dataclass(frozen=True)
class Label:
    """The name of a line, beside its end: at `y`, led to by a thin line from `y_of_line`."""

    kind: str
    text: str
    y: float
    y_of_line: float


@dataclass(frozen=True)
class Chart:
    """A chart of a series. `told` says in words what it shows, `broken` that it begins above 0.

    `axis` and `names` are how wide, in em, the numbers before it and the labels after it are.
    """

    title: str
    told: str
    height: int
    curves: tuple[Curve, ...]
    levels: tuple[tuple[str, float], ...]
    steps: tuple[Tick, ...]
    years: tuple[Tick, ...]
    labels: tuple[Label, ...]
    axis: float
    names: float
    broken: str | None


def missing_years(figures: Sequence[Figure]) -> list[tuple[int, tuple[Sex, ...]]]:
    """Return the years of which figures are missing, and for whom; nobody named where for all.

    Years are missing where the series otherwise has a value, be it every second year.
    """
    found: list[tuple[int, tuple[Sex, ...]]] = []
    sexes = [sex for sex in SEXES if any(one.sex == sex and one.value for one in figures)]
    for year in _expected(figures):
        there = {one.sex for one in figures if one.year == year and one.value is not None}
        gone = tuple(sex for sex in sexes if sex not in there)
        if gone:
            found.append((year, gone if there else ()))
    return found


def chart(
    series: Series, figures: Sequence[Figure], levels: dict[str, MilestoneLevel]
) -> Chart | None:
    """Return the chart of a series; None where fewer than two years have values."""
    known = [one for one in figures if one.value is not None]
    years = sorted({one.year for one in known})
    if len(years) < 2:
        return None
    values = [one.value for one in known if one.value is not None]
    steps = _steps([*values, *(level.value for level in levels.values())])

    def x(year: int) -> float:
        return round(_LEFT + (_RIGHT - _LEFT) * (year - years[0]) / (years[-1] - years[0]), 2)

    def y(value: Decimal) -> float:
        part = float((value - steps[0]) / (steps[-1] - steps[0]))
        return round(_BOTTOM - (_BOTTOM - _TOP) * part, 1)

    curves: list[Curve] = []
    ends: list[tuple[float, str, str]] = []
    told: list[str] = []
    expected = _expected(figures)
    for sex in SEXES:
        own = {one.year: one.value for one in known if one.sex == sex and one.value is not None}
        if not own:
            continue
        points = {year: Point(x(year), y(own[year])) for year in sorted(own)}
        curves.append(
            Curve(
                sex,
                tuple(
                    Segment(points[a].x, points[a].y, points[b].x, points[b].y)
                    for a, b in pairwise(expected)
                    if a in own and b in own
                ),
                tuple(points.values()),
            )
        )
        first, last = min(own), max(own)
        ends.append((points[last].y, sex, f"{capitalised(sex)} {decimal(own[last])}"))
        told.append(
            f"{capitalised(sex)}: {decimal(own[first])} år {first}, {decimal(own[last])} år {last}."
        )
    for name, level in levels.items():
        target = name == "target"
        ends.append((y(level.value), name, f"Mål {level.year}" if target else "Utgångsläge"))
        what = "Mål" if target else "Utgångsläge"
        told.append(f"{what}: {decimal(level.value)} år {level.year}.")
    ticks = tuple(Tick(y(step), decimal(step)) for step in steps)
    labels = _labels(ends)
    return Chart(
        title=f"{series.title}, {series.unit}, {years[0]}–{years[-1]}",
        told=" ".join(told),
        height=HEIGHT,
        curves=tuple(curves),
        levels=tuple((name, y(level.value)) for name, level in levels.items()),
        steps=ticks,
        years=_years(years, x),
        labels=labels,
        axis=_width(tick.text for tick in ticks),
        names=_width(label.text for label in labels) + _KEY,
        broken=f"Skalan börjar på {decimal(steps[0])}, inte på noll." if steps[0] > 0 else None,
    )


def _expected(figures: Iterable[Figure]) -> list[int]:
    """Return the years from first to last, in the steps that the series has them."""
    years = sorted({one.year for one in figures})
    step = min((b - a for a, b in pairwise(years)), default=1)
    return sorted({*years, *range(years[0], years[-1] + 1, step)}) if years else []


def _steps(values: Sequence[Decimal]) -> list[Decimal]:
    """Return even values, a few, from at or below the lowest to at or above the highest."""
    low, high = min(values), max(values)
    size = Decimal(1).scaleb((high - low or Decimal(1)).adjusted() - 1)
    for factor in (1, 2, 5, 10, 20, 50, 100):
        step = size * factor
        first = (low / step).to_integral_value(ROUND_FLOOR)
        last = (high / step).to_integral_value(ROUND_CEILING)
        last += first == last
        if last - first <= _MOST_STEPS:
            break
    steps = ((first + number) * step for number in range(int(last - first) + 1))
    return [Decimal(f"{value.normalize():f}") for value in steps]


def _years(years: Sequence[int], x: Callable[[int], float]) -> tuple[Tick, ...]:
    """Return the first and the last year, and as many between them as have room on a phone."""
    first, last = years[0], years[-1]
    step = -(-(last - first) // (_MOST_YEARS - 1))
    shown = (*range(first, last - step + 1, step), last)
    return tuple(Tick(x(year), str(year)) for year in shown)


def _width(texts: Iterable[str]) -> float:
    return round(max(map(len, texts)) * _LETTER + _LETTER, 1)


def _labels(ends: Sequence[tuple[float, str, str]]) -> tuple[Label, ...]:
    """Return the labels, moved apart where their lines end close to each other."""
    ordered = sorted(ends)
    places: list[float] = []
    for y, _, _ in ordered:
        places.append(max(y, places[-1] + _LABEL) if places else y)
    lowest = float(HEIGHT - 8)
    for number in range(len(places) - 1, -1, -1):
        places[number] = min(places[number], lowest)
        lowest = places[number] - _LABEL
    return tuple(
        Label(kind, text, place, y) for (y, kind, text), place in zip(ordered, places, strict=True)
    )
