"""The pages of the compilation: the summary, a page or more per goal area, and the remarks."""

from dataclasses import dataclass

from markupsafe import Markup

from roadmap.model import Strategy
from roadmap.model.dataset import Answer, Dataset
from roadmap.presenters import answers, compilation, urls, wording
from roadmap.presenters.compilation import (
    LISTED,
    PlanText,
    SourcePlace,
    Subject,
    area_pages,
    remarks_pages,
)
from roadmap.presenters.compilation_summary import front
from roadmap.presenters.compilation_words import READING, WORDING
from roadmap.presenters.edit_links import EditLinks
from roadmap.presenters.marks import Link, crumbs, shape
from roadmap.presenters.pager import pager
from roadmap.presenters.wording import heading_of
from roadmap.text import source_text
from roadmap.views.templating import render


@dataclass(frozen=True)
class _PlanView:
    plan: PlanText
    html: Markup
    href: str | None


@dataclass(frozen=True)
class _SubjectView:
    """A strategy on a page; `begins` if its first entry is there."""

    subject: Subject
    plan: _PlanView
    anchor: str
    begins: bool
    lines: tuple[tuple[str, str], ...]
    silence: str | None


def compilation_summary(dataset: Dataset, here: str) -> Markup:
    """Return the first page: the summary, the counts, links to the chapters, and the bodies."""
    opening = front(dataset)
    url_by_strategy = _first_pages(dataset)
    bodies_shown = opening.bodies if len(opening.bodies) <= LISTED else ()
    return render(
        "compilation_summary.html",
        front=opening,
        reading=READING,
        wording=WORDING,
        word=wording.position,
        hrefs={
            strategy_id: urls.link(here, url, urls.strategy_anchor(strategy_id))
            for strategy_id, url in url_by_strategy.items()
        },
        areas={
            area.id: urls.link(here, urls.compiled_area(dataset, area))
            for area in dataset.goal_areas
        },
        shapes={area.id: shape(dataset, area) for area in dataset.goal_areas},
        remarks=urls.link(here, urls.compiled_remarks()),
        listed=bodies_shown,
        bodies=urls.link(here, urls.RESPONSES),
        method=urls.link(here, urls.METHOD),
    )


def compilation_download(dataset: Dataset, here: str, published: bool) -> Markup:
    """Return the link to the compilation as a Word file, which only a published site has."""
    href = urls.link(here, urls.COMPILATION_FILE) if published else None
    return render("compilation_download.html", href=href)


def compilation_area(dataset: Dataset, here: str, area_id: str, page: int = 1) -> Markup:
    """Return a page of a goal area's strategies, with what the bodies say on each."""
    area = dataset.goal_area(area_id)
    pages = area_pages(dataset, area)
    return render(
        "compilation_area.html",
        wording=WORDING,
        crumbs=_crumbs(here),
        title=heading_of(area),
        page=page,
        pages=len(pages),
        milestones=[_plan(here, item) for item in compilation.milestones(dataset, area)]
        if page == 1
        else [],
        subjects=[_subject(dataset, here, *part) for part in pages[page - 1]],
        shape=shape(dataset, area),
        pager=pager(
            here, page, len(pages), lambda number: urls.compiled_area(dataset, area, number)
        ),
        href=lambda source: _href(here, source),
        edit=EditLinks(dataset),
    )


def compilation_remarks(dataset: Dataset, here: str, page: int = 1) -> Markup:
    """Return a page of what the bodies say apart from single strategies."""
    size = urls.ENTRIES_PER_PAGE
    pages = remarks_pages(dataset)
    return render(
        "compilation_remarks.html",
        wording=WORDING,
        crumbs=_crumbs(here),
        page=page,
        pages=pages,
        entries=compilation.remarks(dataset, here)[(page - 1) * size : page * size],
        pager=pager(here, page, pages, urls.compiled_remarks),
        href=lambda source: _href(here, source),
    )


def _first_pages(dataset: Dataset) -> dict[str, str]:
    """Map each strategy to the URL of the page where its part begins."""
    return {
        strategy.id: urls.compiled_area(dataset, area, page)
        for area in dataset.goal_areas
        for page, page_parts in enumerate(area_pages(dataset, area), 1)
        for strategy, _, is_first in page_parts
        if is_first
    }


def _subject(
    dataset: Dataset,
    here: str,
    strategy: Strategy,
    page_answers: tuple[Answer, ...],
    is_first: bool,
) -> _SubjectView:
    subject = compilation.subject(dataset, here, strategy, page_answers)
    return _SubjectView(
        subject=subject,
        plan=_plan(here, subject.plan),
        anchor=urls.strategy_anchor(strategy.id),
        begins=is_first,
        lines=compilation.tally_lines(subject),
        silence=answers.silence(subject.silent),
    )


def _plan(here: str, plan: PlanText) -> _PlanView:
    return _PlanView(
        plan, source_text.to_html(plan.text), _href(here, plan.source) if plan.source else None
    )


def _href(here: str, source: SourcePlace) -> str:
    return urls.link(here, source.url, source.anchor)


def _crumbs(here: str) -> tuple[Link, ...]:
    return crumbs(here, ("Sammanställning", urls.COMPILATION))
