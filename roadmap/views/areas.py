"""The views of a goal area's page: its band, milestones and strategies."""

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from roadmap import urls
from roadmap.dataset import Body, Dataset
from roadmap.fields import Pages
from roadmap.figures import SEXES
from roadmap.forge import EditLinks
from roadmap.model import Ask, GoalArea, Milestone, Series, Strategy
from roadmap.templating import render
from roadmap.views import answers, outcomes, words
from roadmap.views.parts import (
    FootnoteView,
    Link,
    Mark,
    area_mark,
    crumbs,
    shape,
    source_text,
    strategy_mark,
)


@dataclass(frozen=True)
class _Source:
    """Whose account a text is, and a link to where it stands."""

    label: str
    page: Link | None


@dataclass(frozen=True)
class _Figures:
    """The figures of a milestone: a row per year, a column per sex."""

    series: Series
    sexes: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True)
class _Milestone:
    milestone: Milestone
    number: str
    anchor: str
    source: _Source
    direction: str | None
    missing: str | None
    figures: _Figures | None
    status: str | None


@dataclass(frozen=True)
class _Block:
    strategy: Strategy
    mark: Mark
    anchor: str
    html: Markup
    footnotes: tuple[FootnoteView, ...]
    source: _Source
    href: str
    moved: str | None
    answers: answers.Answers
    silence: str | None


def area_band(dataset: Dataset, here: str, area_id: str) -> Markup:
    """Return the field at the top of the page, with the area's title as its h1."""
    area = dataset.goal_area(area_id)
    return render(
        "area_band.html",
        crumbs=(*crumbs(here), Link("Målområden", urls.link(here, urls.START, "malomraden"))),
        mark=area_mark(dataset, area),
        prefix=f"Målområde {urls.number(area.id)}",
        title=area.title,
        title_key=None,
        anchor=None,
    )


def milestones(dataset: Dataset, here: str, area_id: str) -> Markup:
    """Return the area's milestones, what the editors say of them, and their figures."""
    area = dataset.goal_area(area_id)
    return render(
        "milestones.html",
        area=area,
        shape=shape(dataset, area),
        lead=area.lead_milestones,
        edit=EditLinks(dataset),
        milestones=[_milestone(dataset, here, item) for item in area.milestones],
    )


def strategies(dataset: Dataset, here: str, area_id: str) -> Markup:
    """Return every strategy of the area with the answers to it: in full, or counted if many."""
    area = dataset.goal_area(area_id)
    blocks = [_block(dataset, here, strategy) for strategy in area.strategies]
    return render(
        "strategies.html",
        area=area,
        lead=area.lead_strategies,
        blocks=blocks,
        edit=EditLinks(dataset),
        untold=outcomes.untold(_asks_in_full(dataset, area)),
        outcomes=urls.link(here, urls.requests()),
        method=urls.link(here, urls.METHOD),
    )


def _asks_in_full(dataset: Dataset, area: GoalArea) -> list[Ask]:
    """Return the requests that stand on an area's page, each once."""
    found = {
        id(ask): ask
        for strategy in area.strategies
        for answer in answers.in_full(dataset, strategy)
        for ask in answers.asks(answer)
    }
    return list(found.values())


def provenance(here: str, source: Body | None, pages: Pages | None, anchor: str) -> _Source:
    """Return whose account a text of the plan is, with a link to it in its document."""
    label = words.retold_by(source)
    if source is None:
        return _Source(label, None)
    text = words.page(pages) if pages else "i sitt sammanhang"
    return _Source(label, Link(text, urls.link(here, urls.response(source), anchor)))


def _block(dataset: Dataset, here: str, strategy: Strategy) -> _Block:
    source = dataset.text_from(strategy)
    anchor = urls.strategy_anchor(strategy.id)
    html, footnotes = source_text(strategy.text, source, anchor)
    found = answers.on_area_page(dataset, here, strategy)
    return _Block(
        strategy=strategy,
        mark=strategy_mark(dataset, strategy.id),
        anchor=anchor,
        html=html,
        footnotes=footnotes,
        source=provenance(here, source, strategy.pages, anchor),
        href=urls.link(here, urls.strategy(strategy)),
        moved=urls.answer_anchor_start(strategy.id) if found.total and not found.views else None,
        answers=found,
        silence=answers.silence(found.silent),
    )


def _milestone(dataset: Dataset, here: str, milestone: Milestone) -> _Milestone:
    source = dataset.text_from(milestone)
    anchor = urls.milestone_anchor(milestone)
    judgement = milestone.judgement
    told = provenance(here, source, milestone.pages, anchor)
    return _Milestone(
        milestone=milestone,
        number=urls.number(milestone.id),
        anchor=anchor,
        source=_Source(told.label.replace("strategin", "etappmålet"), told.page),
        direction=words.DIRECTION_WORDS[judgement.direction.value] if judgement else None,
        missing=_missing(dataset, milestone),
        figures=_figures(dataset, milestone),
        status=words.signature(judgement) if judgement else None,
    )


def _missing(dataset: Dataset, milestone: Milestone) -> str | None:
    """Return the sentence about figures that are not there, or None."""
    individuals = milestone.judgement and milestone.judgement.counted.individuals
    figures = dataset.figures.get(milestone.id, ())
    if not milestone.series or not figures:
        if individuals:
            return "Ingen könsuppdelad statistik har publicerats"
        return "Ingen statistik har publicerats"
    if individuals and not {"kvinnor", "män"} <= {figure.sex for figure in figures}:
        return "Statistiken är inte uppdelad på kön"
    return None


def _figures(dataset: Dataset, milestone: Milestone) -> _Figures | None:
    figures = dataset.figures.get(milestone.id, ())
    if not milestone.series or not figures:
        return None
    cells = {(figure.year, figure.sex): figure.value for figure in figures}
    sexes = tuple(sex for sex in SEXES if any(figure.sex == sex for figure in figures))
    return _Figures(
        series=milestone.series,
        sexes=sexes,
        rows=tuple(
            (year, tuple(_value(cells.get((year, sex))) for sex in sexes))
            for year in sorted({figure.year for figure in figures})
        ),
    )


def _value(value: Decimal | None) -> str:
    return "–" if value is None else str(value).replace(".", ",").replace("-", "−")


def heading_of(area: GoalArea) -> str:
    """Return an area's number and title, as crumbs and tables name it."""
    return f"{urls.number(area.id)} {area.title}"
