"""Rules about what the data points at: pages, files and figures."""

from collections.abc import Iterator

from roadmap.checks.outcomes import outcomes
from roadmap.checks.scope import Scope, unknown
from roadmap.fields import Pages
from roadmap.figures import SEXES
from roadmap.model import Comment, Footnote, Milestone, Section
from roadmap.problems import Problem, did_you_mean, listing
from roadmap.swedish import capitalised, counted
from roadmap.yamlio import Document, Key


def pages_exist(scope: Scope) -> Iterator[Problem]:
    """No text stands on a page that its document does not have."""
    dataset = scope.dataset
    for body in dataset.bodies:
        source = body.response.source
        if source is None or source.pages is None:
            continue
        document = scope.document(body.id)
        spans: list[tuple[Key, Pages | None]] = []
        for name in ("sections", "area_headings", "comments", "footnotes"):
            records: tuple[Section | Comment | Footnote, ...] = getattr(body.response, name)
            spans.extend(((name, index, "pages"), r.pages) for index, r in enumerate(records))
        spans.extend(
            (("source", "uncertain", index, "pages"), reading.pages)
            for index, reading in enumerate(source.uncertain)
        )
        yield from _pages_beyond(document, spans, source.pages)
    bodies = {body.id: body for body in dataset.bodies}
    for area in dataset.goal_areas:
        document = scope.document(area.id)
        for name in ("milestones", "strategies"):
            for index, record in enumerate(getattr(area, name)):
                teller = bodies.get(record.text_from or area.text_from)
                if teller and teller.response.source and teller.response.source.pages:
                    key: Key = (name, index, "pages")
                    last = teller.response.source.pages
                    yield from _pages_beyond(document, [(key, record.pages)], last)


def _pages_beyond(
    document: Document, spans: list[tuple[Key, Pages | None]], last: int
) -> Iterator[Problem]:
    for key, pages in spans:
        if pages and pages.last > last:
            message = f"Sida {pages.last} finns inte; dokumentet har {last} sidor."
            yield document.problem(message, *key)


def everything_has_its_place(scope: Scope) -> Iterator[Problem]:
    """What `import` could not place waits for an editor."""
    for body in scope.dataset.bodies:
        document = scope.document(body.id)
        for index, item in enumerate(body.response.unplaced):
            message = f"Text ur dokumentet är inte placerad och publiceras inte. {item.reason}"
            hint = "Flytta texten dit den hör och ta bort posten."
            place = document.at("unplaced", index, "text")
            yield Problem(document.path, *place, message, hint, "warning")


def doubts_are_settled(scope: Scope) -> Iterator[Problem]:
    """What `repair` was unsure of waits for an editor."""
    for body in scope.dataset.bodies:
        if body.response.doubts:
            document = scope.document(body.id)
            count = sum(len(doubt.near) for doubt in body.response.doubts)
            words = counted(count, "läsning är", "läsningar är", neuter=False)
            hint = "Pröva dem mot dokumentet, rätta i texten och ta bort posterna under doubts."
            message = f"{capitalised(words)} inte {'avgjord' if count == 1 else 'avgjorda'}."
            place = document.at_key("doubts")
            yield Problem(document.path, *place, message, hint, "warning")


def source_files_exist(scope: Scope) -> Iterator[Problem]:
    """The documents that the data names lie in `data/sources/`."""
    sources = scope.dataset.root / "data" / "sources"
    found = [path.relative_to(sources).as_posix() for path in sources.rglob("*") if path.is_file()]
    named: list[tuple[Document, Key, str]] = []
    for body in scope.dataset.bodies:
        if body.response.source:
            for name in ("received", "corrected"):
                path = getattr(body.response.source, name)
                if path:
                    named.append((scope.document(body.id), ("source", name), path))
        for key, outcome in outcomes(body):
            if outcome.source.file:
                place: Key = (*key, "source", "file")
                named.append((scope.document(body.id), place, outcome.source.file))
    plan_document = scope.dataset.plan.document
    if plan_document and plan_document.file:
        named.append((scope.plan, ("document", "file"), plan_document.file))
    for document, key, path in named:
        if path not in found:
            yield unknown(document, key, path, "filerna i data/sources/", found)


def series_belong_to_milestones(scope: Scope) -> Iterator[Problem]:
    """A milestone with a series has its figures, and every file of figures has its milestone."""
    milestones = {milestone.id: milestone for milestone in scope.dataset.milestones}
    folder = scope.dataset.root / "data" / "series"
    present = {path.stem for path in folder.glob("*.csv")}
    for area in scope.dataset.goal_areas:
        for index, milestone in enumerate(area.milestones):
            if milestone.series and milestone.id not in present:
                document = scope.document(area.id)
                message = f"Filen data/series/{milestone.id}.csv saknas."
                yield document.problem(message, "milestones", index, "series")
    for stem in sorted(present):
        path = f"data/series/{stem}.csv"
        if stem not in milestones:
            if stem not in scope.ids:
                hint = did_you_mean(stem, milestones)
                message = f'Det finns inget etappmål med id "{stem}".'
                yield Problem(path, 1, 1, message, hint)
        elif milestones[stem].series is None:
            hint = "Lägg till series med titel, enhet och källa under etappmålet."
            yield Problem(
                path, 1, 1, f'Etappmålet "{stem}" säger inte varifrån siffrorna är.', hint
            )


def series_are_complete(scope: Scope) -> Iterator[Problem]:
    """Figures on people are split by sex every year; no value stands twice."""
    milestones = {milestone.id: milestone for milestone in scope.dataset.milestones}
    for stem, figures in scope.dataset.figures.items():
        path = f"data/series/{stem}.csv"
        seen: dict[tuple[int, str], int] = {}
        for figure in figures:
            key = (figure.year, figure.sex)
            if key in seen:
                message = f"Värdet för {figure.year}, {figure.sex} står redan på rad {seen[key]}."
                yield Problem(path, figure.line, 1, message)
            seen.setdefault(key, figure.line)
        if not figures:
            yield Problem(path, 1, 1, "Filen har inga siffror.", "Fyll i dem eller ta bort den.")
        wanted = SEXES if _counts_individuals(milestones.get(stem)) else ("totalt",)
        for year in sorted({figure.year for figure in figures}):
            missing = [sex for sex in wanted if (year, sex) not in seen]
            if missing:
                line = min(line for (its_year, _), line in seen.items() if its_year == year)
                message = f"För {year} saknas {listing(missing)}."
                hint = "Siffror om människor ska delas upp på kön." if len(wanted) > 1 else None
                yield Problem(path, line, 1, message, hint)


def _counts_individuals(milestone: Milestone | None) -> bool:
    return bool(milestone and milestone.judgement and milestone.judgement.counted.individuals)
