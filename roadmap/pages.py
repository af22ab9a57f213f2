"""The pages that follow from the data alone, and what is said of every data page in its head."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from roadmap import forge, urls, views
from roadmap.dataset import Dataset
from roadmap.model import Strategy
from roadmap.swedish import counted, month
from roadmap.views.about import readings_pages
from roadmap.views.compilation_pages import further_pages
from roadmap.views.compilation_words import WORDING
from roadmap.views.outcomes import requests_pages
from roadmap.views.themes import theme_pages
from roadmap.views.words import answers_range


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself outside its body. Plain text; the theme escapes it.

    `feed` is the URL of the feed of changes to what the page is about, or empty.
    """

    title: str
    description: str
    section: str
    feed: str = ""


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """A page without a file in `docs/`: its URL, and the view that is all its content."""

    url: str
    view: str
    arguments: tuple[str | int, ...]

    @property
    def source(self) -> str:
        """The name that the page's Markdown would have under `docs/`."""
        return f"{self.url.rstrip('/')}.md"

    @property
    def file(self) -> str:
        """The path of the finished page, relative to the site's root."""
        return f"{self.url}index.html"

    @property
    def markdown(self) -> str:
        """The page for an engine that has Markdown pages alone: the call of a macro."""
        arguments = ", ".join(json.dumps(argument) for argument in self.arguments)
        return f"{{{{ {self.view}({arguments}) }}}}\n"

    def content(self, dataset: Dataset) -> str:
        """Return the page's content as HTML."""
        html: str = getattr(views, self.view)(dataset, self.url, *self.arguments)
        return html.strip()


def generated_pages(dataset: Dataset) -> Iterator[GeneratedPage]:
    """Yield the pages that follow from the data: of records, overviews and their like."""
    for area in dataset.goal_areas:
        for page in range(1, urls.area_overview_pages(dataset) + 1):
            url = urls.area_overview(dataset, area, page)
            yield GeneratedPage(url, "who_thinks_what", (area.id, page))
    for page in range(1, requests_pages(dataset) + 1):
        yield GeneratedPage(urls.requests(page), "requests_page", (page,))
    for strategy in dataset.strategies:
        yield GeneratedPage(urls.strategy(strategy), "strategy", (strategy.id,))
        for page in _further_pages(dataset, strategy):
            yield GeneratedPage(
                urls.strategy(strategy, page), "strategy_answers", (strategy.id, page)
            )
    for page in range(2, urls.bodies_pages(dataset) + 1):
        yield GeneratedPage(urls.responses(page), "responses", (page,))
    for body in dataset.received:
        yield GeneratedPage(urls.response(body), "response", (body.id,))
    for page in range(2, readings_pages(dataset) + 1):
        yield GeneratedPage(urls.uncertain_readings(page), "uncertain_readings", (page,))
    for name, parts in dataset.history.months.items():
        for page in range(1, len(parts) + 1):
            yield GeneratedPage(urls.changes(name, page), "changes_in", (name, page))
    for url, theme, page in theme_pages(dataset):
        yield GeneratedPage(url, "theme", (theme.id, page))
    for url, about, page in further_pages(dataset):
        if about:
            yield GeneratedPage(url, "compilation_area", (about.id, page))
        else:
            yield GeneratedPage(url, "compilation_remarks", (page,))


def heads(dataset: Dataset) -> dict[str, Head]:
    """Map the URL of every page whose subject is in the data to its head."""
    plan = dataset.plan
    found = {urls.START: Head(plan.title, plan.summary, "", urls.feed())}
    for area in dataset.goal_areas:
        milestones = counted(len(area.milestones), "etappmål", "etappmål")
        strategies = counted(len(area.strategies), "strategi", "strategier", neuter=False)
        description = (
            f"Målområde {urls.number(area.id)} i {plan.title}: {milestones} och {strategies}, "
            "med remissvarens synpunkter ord för ord."
        )
        found[urls.goal_area(dataset, area)] = Head(
            area.title, description, "malomraden", urls.feed(urls.goal_area(dataset, area))
        )
        for page in range(1, urls.area_overview_pages(dataset) + 1):
            further = f", sida {page}" if page > 1 else ""
            found[urls.area_overview(dataset, area, page)] = Head(
                f"Vem tycker vad: {area.title}{further}",
                f"Varje remissinstans och vad den säger om strategierna i {area.title}{further}.",
                "oversikt",
            )
    for page in range(1, requests_pages(dataset) + 1):
        further = f", sida {page}" if page > 1 else ""
        found[urls.requests(page)] = Head(
            f"Vad hände sedan{further}",
            f"Alla önskemål i remissvaren om {plan.title} och vad som hände med dem{further}.",
            "oversikt",
        )
    for strategy in dataset.strategies:
        title = f"{urls.number(strategy.id)} {strategy.title}"
        found[urls.strategy(strategy)] = Head(title, _summary(strategy.text), "malomraden")
        total = len(dataset.answers(strategy.id))
        for page in _further_pages(dataset, strategy):
            shown = answers_range(page, total)
            found[urls.strategy(strategy, page)] = Head(
                f"{shown}: {title}",
                f"{shown} på strategi {urls.number(strategy.id)} i {plan.title}, ord för ord.",
                "malomraden",
            )
    for page in range(2, urls.bodies_pages(dataset) + 1):
        title = f"Remissvar, sida {page}"
        found[urls.responses(page)] = Head(title, f"{title} av listan.", "remissvar")
    for body in dataset.received:
        description = f"Remissvaret från {body.name} om {plan.title}, ord för ord."
        url = urls.response(body)
        found[url] = Head(body.name, description, "remissvar", urls.feed(url))
    for page in range(2, readings_pages(dataset) + 1):
        title = f"Osäkra läsningar, sida {page}"
        found[urls.uncertain_readings(page)] = Head(title, f"{title} av listan.", "om")
    for name, parts in dataset.history.months.items():
        when = month(name)
        for page in range(1, len(parts) + 1):
            further = f", sida {page}" if page > 1 else ""
            found[urls.changes(name, page)] = Head(
                f"Ändringar i {when}{further}",
                f"Det som har ändrats i {plan.title} och svaren på den, i {when}{further}.",
                "andringar",
                urls.feed(),
            )
    for url, about, page in further_pages(dataset):
        subject = about.title if about else WORDING.remarks
        title = f"Sammanställning: {subject}" + (f", sida {page}" if page > 1 else "")
        description = f"{title}. Remissvaren om {plan.title}, med orden, sidan och granskningen."
        found[url] = Head(title, description, "sammanstallning")
    for url, theme, page in theme_pages(dataset):
        title = f"Tema: {theme.name}" + (f", sida {page}" if page > 1 else "")
        description = f"{title}. Var remissvaren om {plan.title} tar upp temat, ord för ord."
        found[url] = Head(title, description, "teman")
    return found


def _further_pages(dataset: Dataset, strategy: Strategy) -> range:
    return range(2, urls.answer_pages(len(dataset.answers(strategy.id))) + 1)


def head_of(url: str, written: Mapping[str, object], known: Mapping[str, Head]) -> dict[str, str]:
    """Return the head of a page as its metadata: from the data, else from the page's own lines."""
    own = Head(
        str(written.get("title") or ""),
        str(written.get("description") or ""),
        url.split("/")[0],
        urls.feed() if url == urls.CHANGES else "",
    )
    return asdict(known.get(url, own))


def site_facts(dataset: Dataset) -> dict[str, Any]:
    """Return what the theme says on every page, as plain values."""
    settings = dataset.settings
    return {
        "address": dataset.address or "",
        "publisher": settings.publisher,
        "publisher_url": settings.publisher_url,
        "report": forge.report(settings),
        "areas": [
            {
                "number": urls.number(area.id),
                "title": area.title,
                "url": urls.goal_area(dataset, area),
            }
            for area in dataset.goal_areas
        ],
    }


def _summary(text: str, limit: int = 155) -> str:
    """Return the first words of a text, whole, in the length that search engines show."""
    words = " ".join(text.split())
    if len(words) <= limit:
        return words
    return words[:limit].rsplit(" ", 1)[0].rstrip(".,;:–- ") + " …"
