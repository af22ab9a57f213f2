"""Rules about what the data refers to: pages and files."""

from collections.abc import Iterator, Sequence

from roadmap.datafiles.checks.outcomes import outcomes
from roadmap.datafiles.checks.scope import Scope, unknown
from roadmap.datafiles.files import files_below
from roadmap.datafiles.problems import Problem
from roadmap.datafiles.yaml_places import Key
from roadmap.datafiles.yaml_reader import Document
from roadmap.model import (
    Comment,
    Correction,
    Footnote,
    GoalArea,
    Milestone,
    Plan,
    Reference,
    Response,
    Section,
    Strategy,
    Unplaced,
)
from roadmap.model.dataset import Body
from roadmap.model.fields import Pages
from roadmap.text.swedish import capitalised, counted


def pages_exist(scope: Scope) -> Iterator[Problem]:
    """No text has a page number that its document does not have."""
    dataset = scope.dataset
    for body in dataset.bodies:
        source = body.response.source
        if source is None or source.pages is None:
            continue
        document = scope.document(body.id)
        spans = [*_pages_of_response(body.response)]
        spans.extend(
            (("source", "uncertain", index, "pages"), reading.pages)
            for index, reading in enumerate(source.uncertain)
        )
        spans.extend(
            (("corrections", index, "pages"), correction.pages)
            for index, correction in enumerate(body.response.corrections)
        )
        yield from _pages_beyond(document, spans, source.pages)
    bodies = {body.id: body for body in dataset.bodies}
    for area in dataset.goal_areas:
        document = scope.document(area.id)
        for key, text_from, pages in _pages_of(area):
            body_source = bodies[text_from].response.source if text_from in bodies else None
            if body_source and body_source.pages:
                yield from _pages_beyond(document, [(key, pages)], body_source.pages)


def corrections_tell_their_pages(scope: Scope) -> Iterator[Problem]:
    """A correction says on which page it is, if its document has pages that something tells."""
    for body in scope.dataset.bodies:
        source, texts = body.response.source, _pages_of_response(body.response)
        has_pages = bool(source and source.pages) or any(pages for _, pages in texts)
        document = scope.document(body.id)
        yield from _without_page(document, body.response.corrections, has_pages=has_pages)
    for area in scope.dataset.goal_areas:
        has_pages = any(pages for _, _, pages in _pages_of(area))
        yield from _without_page(scope.document(area.id), area.corrections, has_pages=has_pages)


def _without_page(
    document: Document, corrections: Sequence[Correction], *, has_pages: bool
) -> Iterator[Problem]:
    has_pages = has_pages or any(correction.pages for correction in corrections)
    for index, correction in enumerate(corrections):
        if has_pages and correction.pages is None:
            message = "Rättelsen säger inte vilken sida den gäller."
            hint = "Skriv pages: sidan i dokumentet."
            yield document.problem(message, "corrections", index, hint=hint)


def _pages_of_response(response: Response) -> Iterator[tuple[Key, Pages | None]]:
    """Yield the pages of each text of a response, with where they stand."""
    for name in ("sections", "area_headings", "comments", "footnotes"):
        records: tuple[Section | Comment | Footnote, ...] = getattr(response, name)
        for index, record in enumerate(records):
            yield (name, index, "pages"), record.pages


def _pages_of(area: GoalArea) -> Iterator[tuple[Key, str, Pages | None]]:
    """Yield the pages of each text of a goal area, with where it is from."""
    yield ("pages",), area.text_from, area.pages
    for index, group in enumerate(area.groups):
        yield ("groups", index, "pages"), area.text_from, group.pages
    for name in ("milestones", "strategies"):
        records: Sequence[Milestone | Strategy] = getattr(area, name)
        for index, record in enumerate(records):
            yield (name, index, "pages"), record.text_from or area.text_from, record.pages


def _pages_beyond(
    document: Document, spans: list[tuple[Key, Pages | None]], last: int
) -> Iterator[Problem]:
    for key, pages in spans:
        if pages and pages.last > last:
            extent = f"{last} {'sida' if last == 1 else 'sidor'}"
            message = f"Sida {pages.last} finns inte; dokumentet har {extent}."
            yield document.problem(message, *key)


def everything_has_its_place(scope: Scope, body: Body, document: Document) -> Iterator[Problem]:
    """Warn about text of a response that `import` could not place."""
    yield from _without_place(document, body.response.unplaced)


def the_plan_has_its_place(scope: Scope) -> Iterator[Problem]:
    """Warn about text of the plan that `import` could not place, and of what it was unsure of."""
    yield from _without_place(scope.plan, scope.dataset.plan.unplaced)
    for area in scope.dataset.goal_areas:
        document = scope.document(area.id)
        yield from _without_place(document, area.unplaced)
        for index, doubt in enumerate(area.unsure):
            hint = "Jämför med dokumentet, rätta vid behov och ta bort raden."
            place = document.at("unsure", index)
            yield Problem(document.path, *place, f"Osäkert: {doubt}", hint, "warning")


def _without_place(document: Document, texts: Sequence[Unplaced]) -> Iterator[Problem]:
    for index, item in enumerate(texts):
        message = f"Text ur dokumentet är inte placerad och publiceras inte. {item.reason}"
        hint = "Flytta texten dit den hör och ta bort posten."
        place = document.at("unplaced", index, "text")
        yield Problem(document.path, *place, message, hint, "warning")


def doubts_are_settled(scope: Scope, body: Body, document: Document) -> Iterator[Problem]:
    """Warn about readings that `repair` was not sure of."""
    if body.response.doubts:
        count = sum(len(doubt.near) for doubt in body.response.doubts)
        words = counted(count, "läsning är", "läsningar är", neuter=False)
        hint = "Pröva dem mot dokumentet, rätta i texten och ta bort posterna under doubts."
        message = f"{capitalised(words)} inte {'avgjord' if count == 1 else 'avgjorda'}."
        place = document.at_key("doubts")
        yield Problem(document.path, *place, message, hint, "warning")


def source_files_exist(scope: Scope) -> Iterator[Problem]:
    """The files that the data names are in `data/sources/`."""
    sources = scope.dataset.root / "data" / "sources"
    files = [path.relative_to(sources).as_posix() for path in files_below(sources)]
    references: list[tuple[Document, Key, str]] = []
    for body in scope.dataset.bodies:
        if body.response.source:
            for name in ("received", "corrected"):
                path = getattr(body.response.source, name)
                if path:
                    references.append((scope.document(body.id), ("source", name), path))
        for key, outcome in outcomes(body):
            if outcome.source.file:
                place: Key = (*key, "source", "file")
                references.append((scope.document(body.id), place, outcome.source.file))
    for place, source in _plan_sources(scope.dataset.plan):
        if source.file:
            references.append((scope.plan, (*place, "file"), source.file))
    for document, key, path in references:
        if path not in files:
            yield unknown(document, key, path, "filerna i data/sources/", files)


def _plan_sources(plan: Plan) -> Iterator[tuple[Key, Reference]]:
    if plan.document:
        yield ("document",), plan.document
    if plan.decision:
        yield ("decision", "source"), plan.decision.source
    for index, step in enumerate(plan.process):
        if step.source:
            yield ("process", index, "source"), step.source
