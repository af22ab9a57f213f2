"""The views of the pages about the site: the plan's facts, the sources, and the publisher."""

from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from roadmap.model import Conformance
from roadmap.model.dataset import Dataset
from roadmap.presenters import edit_links, urls, wording
from roadmap.presenters.facts import facts, readings, readings_pages
from roadmap.presenters.marks import Link, crumbs
from roadmap.presenters.messages import _
from roadmap.presenters.pager import pager
from roadmap.presenters.wording import FEW, area_line, speaker
from roadmap.views.response_facts import downloads
from roadmap.views.templating import render


@dataclass(frozen=True)
class _SourceFiles:
    speaker: str
    title: str
    pages: int | None
    files: tuple[Link, ...]


def plan_facts(dataset: Dataset, here: str) -> Markup:
    """Return the facts about the plan, with the source of those from elsewhere."""
    plan = dataset.plan
    background = dataset.background()
    document = plan.document
    file = document.file if document else None
    return render(
        "plan_facts.html",
        facts=facts(dataset),
        sections=urls.link(here, urls.PLAN) if plan.sections else None,
        document=document,
        file=urls.link(here, urls.source_file(file)) if file else None,
        background=(
            Link(
                _(
                    "%(heading)s i svaret från %(who)s",
                    heading=background[1].heading,
                    who=speaker(background[0]),
                ),
                urls.link(here, urls.response(background[0]), background[1].id),
            )
            if background
            else None
        ),
    )


def source_files(dataset: Dataset, here: str) -> Markup:
    """Return the documents that the texts were taken from, for downloading."""
    sources = [
        _SourceFiles(speaker(body), source.title, source.pages, tuple(downloads(here, body)))
        for body in dataset.received
        if (source := body.response.source)
    ]
    many = len(sources) > FEW
    return render(
        "source_files.html",
        sources=sources[:0] if many else sources,
        total=len(sources),
        list=urls.link(here, urls.responses()),
    )


def uncertain_readings(dataset: Dataset, here: str, page: int = 1) -> Markup:
    """Return a page of the uncertain readings, in a table per response."""
    first = (page - 1) * urls.READINGS_PER_PAGE
    page_readings = readings(dataset)[first : first + urls.READINGS_PER_PAGE]
    pages = readings_pages(dataset)
    return render(
        "uncertain_readings.html",
        tables=[
            (dataset.body(body_id), [reading for _, reading in group])
            for body_id, group in groupby(page_readings, key=lambda item: item[0].id)
        ],
        page=page,
        crumbs=crumbs(here, (_("Så har texten rättats"), urls.CORRECTION)),
        pager=pager(here, page, pages, urls.uncertain_readings) if pages > 1 else None,
    )


def corrections(dataset: Dataset, here: str) -> Markup:
    """Return the words that were corrected after the texts were imported, by source.

    A document without pages has none to tell.
    """
    groups = [
        (name, records, any(record.pages for record in records))
        for name, records in (
            *((body.name, body.response.corrections) for body in dataset.received),
            *((area_line(area), area.corrections) for area in dataset.goal_areas),
        )
        if records
    ]
    total = sum(len(records) for _, records, _ in groups)
    return render(
        "corrections.html",
        groups=groups,
        total=total,
        many=total > urls.READINGS_PER_PAGE,
        table=urls.link(here, urls.OPEN_DATA, "rattelser"),
    )


def about_publisher(dataset: Dataset, here: str) -> Markup:
    """Return who runs the site and how to reach them, or that this is not stated."""
    return render(
        "about_publisher.html",
        settings=dataset.settings,
        publisher=wording.of_source(dataset.settings.publisher or ""),
    )


def accessibility_facts(dataset: Dataset, here: str) -> Markup:
    """Return the publisher, how accessible the site is, and when that was assessed."""
    statement = dataset.settings.accessibility
    return render(
        "accessibility_facts.html",
        settings=dataset.settings,
        service=dataset.plan.title,
        statement=statement,
        status=_conformance(statement.status) if statement else None,
    )


def _conformance(status: Conformance) -> str:
    return {
        "full": _("Helt förenlig med lagen om tillgänglighet till digital offentlig service"),
        "partial": _("Delvis förenlig med lagen om tillgänglighet till digital offentlig service"),
        "none": _("Inte förenlig med lagen om tillgänglighet till digital offentlig service"),
    }[status]


def accessibility_shortcomings(dataset: Dataset, here: str) -> Markup:
    """Return the known shortcomings of the site's accessibility, each with its reason."""
    return render("accessibility_shortcomings.html", statement=dataset.settings.accessibility)


def report_faults(dataset: Dataset, here: str) -> Markup:
    """Return how to report faults to those who run the site, or that this is not stated."""
    settings = dataset.settings
    return render("report_faults.html", settings=settings, form=edit_links.report(settings))
