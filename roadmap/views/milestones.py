"""The milestones of a goal area: their aims, what they count, and their figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from roadmap.model import Milestone, MilestoneJudgement, MilestoneLevel, Series
from roadmap.model.dataset import Dataset
from roadmap.model.figures import SEXES, Figure
from roadmap.presenters import urls, wording
from roadmap.presenters.edit_links import EditLinks
from roadmap.presenters.grammar import decimal, listing
from roadmap.presenters.marks import Link, shape
from roadmap.presenters.messages import _
from roadmap.presenters.wording import heading_of
from roadmap.text.swedish import capitalised
from roadmap.views import charts
from roadmap.views.charts import Chart
from roadmap.views.plan_texts import TextSource, provenance
from roadmap.views.templating import render
from roadmap.views.translation import Translation, translation

_NO_VALUE = "–"


@dataclass(frozen=True)
class _Figures:
    """The figures of a milestone: a row per period, a column per group. `times` heads the rows."""

    series: Series
    times: str
    groups: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    chart: Chart | None


@dataclass(frozen=True)
class _Level:
    """A baseline or a target that is known."""

    label: str
    value: str
    level: MilestoneLevel


@dataclass(frozen=True)
class _Milestone:
    milestone: Milestone
    heading: str | None
    name: str
    anchor: str
    chart_anchor: str
    source: TextSource
    direction: str | None
    levels: tuple[_Level, ...]
    told: str
    figures: _Figures | None
    label: str | None
    status: str | None
    translation: Translation | None


def milestones(dataset: Dataset, here: str, area_id: str) -> Markup:
    """Return the area's milestones, the editors' judgements of them, and their figures."""
    area = dataset.goal_area(area_id)
    return render(
        "milestones.html",
        area=area,
        shape=shape(dataset, area),
        lead=area.lead_milestones,
        lead_translation=translation(dataset, area.lead_milestones or ""),
        edit=EditLinks(dataset),
        parts=[
            (
                Link(heading_of(group), f"#{urls.group_anchor(group)}") if group else None,
                [_milestone(dataset, here, milestone) for milestone in members],
            )
            for group, members, _strategies in area.parts
            if members
        ],
    )


def _milestone(dataset: Dataset, here: str, milestone: Milestone) -> _Milestone:
    source = dataset.text_from(milestone)
    anchor = urls.milestone_anchor(milestone)
    judgement = milestone.judgement
    label = wording.retold_by(source, _("%(The_milestone)s"))
    figures = dataset.figures.get(milestone.id, ()) if milestone.series else ()
    return _Milestone(
        milestone=milestone,
        heading=wording.announced(milestone),
        name=wording.milestone_named(dataset, milestone),
        chart_anchor=urls.chart_anchor(milestone),
        anchor=anchor,
        source=provenance(here, source, milestone.pages, anchor, label),
        direction=wording.DIRECTION_WORDS[judgement.direction.value] if judgement else None,
        levels=tuple(_levels(judgement)) if judgement else (),
        told=" ".join((*_unsaid(judgement), *_missing(milestone, figures))),
        figures=_figures(milestone, figures),
        label=wording.reading(judgement) if judgement else None,
        status=wording.signature(judgement) if judgement else None,
        translation=translation(dataset, milestone.text),
    )


def _levels(judgement: MilestoneJudgement) -> Iterator[_Level]:
    for label, level in (
        (_("Utgångsläge"), judgement.baseline),
        (_("Målnivå"), judgement.target),
    ):
        if level:
            value = _(
                "%(value)s %(unit)s år %(year)s",
                value=decimal(level.value),
                unit=level.unit,
                year=str(level.year),
            )
            yield _Level(label, value, level)


def _unsaid(judgement: MilestoneJudgement | None) -> list[str]:
    """Return the sentence on what the milestone does not say of its baseline and target."""
    if judgement is None:
        return []
    if not judgement.levels:
        return [_("Texten anger varken utgångsläge eller målnivå.")]
    if judgement.baseline is None:
        return [_("Utgångsläget vet vi inte.")]
    return [] if judgement.target else [_("Målnivån vet vi inte.")]


def _missing(milestone: Milestone, figures: Sequence[Figure]) -> list[str]:
    """Return a sentence for each thing that is missing in the figures."""
    individuals = bool(milestone.judgement and milestone.judgement.counted.individuals)
    sexes = {figure.sex for figure in figures if figure.value is not None}
    if not sexes:
        return [_nothing_by_sex() if individuals else _("Vi har inte lagt in någon statistik.")]
    sentences = []
    if individuals and not {"kvinnor", "män"} <= sexes:
        sentences.append(_nothing_by_sex())
    gaps = [
        f"{period.written} ({listing(groups)})" if groups else period.written
        for period, groups in charts.missing_periods(figures)
    ]
    if gaps:
        sentences.append(_("Siffror saknas för %(periods)s.", periods=listing(gaps)))
    if marks := sorted({f"”{figure.mark}”" for figure in figures if figure.mark}):
        sentences.append(
            _("Källan skriver %(marks)s där den inte har något värde.", marks=listing(marks))
        )
    return sentences


def _nothing_by_sex() -> str:
    return _("Vi har inte lagt in någon könsuppdelad statistik.")


def _figures(milestone: Milestone, figures: Sequence[Figure]) -> _Figures | None:
    if not milestone.series or not figures:
        return None
    cells = {(figure.period, figure.sex): _value(figure) for figure in figures}
    present = {figure.sex for figure in figures}
    sexes = [sex for sex in SEXES if sex in present]
    words = wording.sex_words(figures)
    levels = milestone.judgement.levels if milestone.judgement else {}
    return _Figures(
        series=milestone.series,
        times=wording.period_kind(figures[0].period),
        groups=tuple(capitalised(words[sex]) for sex in sexes),
        rows=tuple(
            (period.written, tuple(cells.get((period, sex), _NO_VALUE) for sex in sexes))
            for period in sorted({figure.period for figure in figures})
        ),
        chart=charts.chart(milestone.series, figures, levels),
    )


def _value(figure: Figure) -> str:
    return (figure.mark or _NO_VALUE) if figure.value is None else decimal(figure.value)
