"""The metadata in each page's head, and the facts that the theme shows on every page."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from roadmap.model import GoalArea
from roadmap.model.dataset import Dataset
from roadmap.presenters import edit_links, urls
from roadmap.presenters.compilation_words import WORDING
from roadmap.presenters.pages import GeneratedPage
from roadmap.presenters.wording import answers_range, heading_of
from roadmap.text import source_text
from roadmap.text.swedish import counted, month


@dataclass(frozen=True, slots=True)
class PageHead:
    """The metadata of a page. Plain text; the theme escapes it.

    `feed` is the URL of the feed of changes to the page's subject, or empty.
    """

    title: str
    description: str
    section: str
    feed: str = ""


class PageHeads:
    """The heads of all pages whose subject is in the data, each created when it is needed."""

    def __init__(self, dataset: Dataset, pages: Iterable[GeneratedPage]) -> None:
        self._dataset = dataset
        self._generated = {page.url: page for page in pages}
        self._areas = {urls.goal_area(dataset, area): area for area in dataset.goal_areas}

    def get(self, url: str) -> PageHead | None:
        """Return the head of the page at this URL, or None if the page's own metadata gives it."""
        if url == urls.START:
            return PageHead(self._dataset.plan.title, self._dataset.plan.summary, "", urls.feed())
        if area := self._areas.get(url):
            return _goal_area(self._dataset, area)
        if page := self._generated.get(url):
            return _BY_VIEW[page.view](self._dataset, *page.arguments)
        return None


def page_head(url: str, written: Mapping[str, object], known: PageHead | None) -> dict[str, str]:
    """Return the head of a page as a mapping: `known`, or else the page's own metadata."""
    own_head = PageHead(
        str(written.get("title") or ""),
        str(written.get("description") or ""),
        url.split("/")[0],
        urls.feed() if url == urls.CHANGES else "",
    )
    return asdict(known or own_head)


def site_facts(dataset: Dataset) -> dict[str, Any]:
    """Return the facts that the theme shows on every page, as plain values."""
    settings = dataset.settings
    return {
        "address": dataset.address or "",
        "publisher": settings.publisher,
        "publisher_url": settings.publisher_url,
        "report": edit_links.report(settings),
        "longest_search": urls.LONGEST_SEARCH,
        "areas": [
            {
                "number": area.shown_number,
                "title": area.title,
                "url": urls.goal_area(dataset, area),
            }
            for area in dataset.goal_areas
        ],
    }


def _goal_area(dataset: Dataset, area: GoalArea) -> PageHead:
    milestones = counted(len(area.milestones), "etappmål", "etappmål")
    strategies = counted(len(area.strategies), "strategi", "strategier", neuter=False)
    description = (
        f"Målområde {area.shown_number} i {dataset.plan.title}: {milestones} och {strategies}, "
        "med remissvarens synpunkter ord för ord."
    )
    feed = urls.feed(urls.goal_area(dataset, area))
    return PageHead(area.title, description, "malomraden", feed)


def _who_thinks_what(dataset: Dataset, area_id: str, page: int) -> PageHead:
    title = dataset.goal_area(area_id).title
    return PageHead(
        f"Vem tycker vad: {title}{_page_suffix(page)}",
        f"Varje remissinstans och vad den säger om strategierna i {title}{_page_suffix(page)}.",
        "oversikt",
    )


def _requests(dataset: Dataset, page: int) -> PageHead:
    about = f"Alla önskemål i remissvaren om {dataset.plan.title} och vad som hände med dem"
    return PageHead(
        f"Vad hände sedan{_page_suffix(page)}", f"{about}{_page_suffix(page)}.", "oversikt"
    )


def _strategy(dataset: Dataset, strategy_id: str) -> PageHead:
    strategy = dataset.strategy(strategy_id)
    title = heading_of(strategy)
    return PageHead(title, _summary(strategy.text), "malomraden")


def _strategy_answers(dataset: Dataset, strategy_id: str, page: int) -> PageHead:
    answers_shown = answers_range(page, len(dataset.answers(strategy_id)))
    number = dataset.number(strategy_id)
    return PageHead(
        f"{answers_shown}: {number} {dataset.strategy(strategy_id).title}",
        f"{answers_shown} på strategi {number} i {dataset.plan.title}, ord för ord.",
        "malomraden",
    )


def _responses(dataset: Dataset, page: int) -> PageHead:
    return _list("Remissvar", page, "remissvar")


def _response(dataset: Dataset, body_id: str) -> PageHead:
    body = dataset.body(body_id)
    description = f"Remissvaret från {body.name} om {dataset.plan.title}, ord för ord."
    return PageHead(body.name, description, "remissvar", urls.feed(urls.response(body)))


def _uncertain_readings(dataset: Dataset, page: int) -> PageHead:
    return _list("Osäkra läsningar", page, "om")


def _list(name: str, page: int, section: str) -> PageHead:
    title = f"{name}{_page_suffix(page)}"
    return PageHead(title, f"{title} av listan.", section)


def _changes(dataset: Dataset, name: str, page: int) -> PageHead:
    when = f"i {month(name)}{_page_suffix(page)}"
    return PageHead(
        f"Ändringar {when}",
        f"Det som har ändrats i {dataset.plan.title} och svaren på den, {when}.",
        "andringar",
        urls.feed(),
    )


def _compilation_area(dataset: Dataset, area_id: str, page: int) -> PageHead:
    return _compilation(dataset, dataset.goal_area(area_id).title, page)


def _compilation_remarks(dataset: Dataset, page: int) -> PageHead:
    return _compilation(dataset, WORDING.remarks, page)


def _compilation(dataset: Dataset, subject: str, page: int) -> PageHead:
    title = f"Sammanställning: {subject}{_page_suffix(page)}"
    about = f"Remissvaren om {dataset.plan.title}, med orden, sidan och granskningen."
    return PageHead(title, f"{title}. {about}", "sammanstallning")


def _theme(dataset: Dataset, theme_id: str, page: int) -> PageHead:
    title = f"Tema: {dataset.theme_name(theme_id)}{_page_suffix(page)}"
    about = f"Var remissvaren om {dataset.plan.title} tar upp temat, ord för ord."
    return PageHead(title, f"{title}. {about}", "teman")


# Each function takes the same arguments as the page's view.
_BY_VIEW: Mapping[str, Callable[..., PageHead]] = {
    "changes_in": _changes,
    "compilation_area": _compilation_area,
    "compilation_remarks": _compilation_remarks,
    "requests_page": _requests,
    "response": _response,
    "responses": _responses,
    "strategy": _strategy,
    "strategy_answers": _strategy_answers,
    "theme": _theme,
    "uncertain_readings": _uncertain_readings,
    "who_thinks_what": _who_thinks_what,
}


def _page_suffix(page: int) -> str:
    return f", sida {page}" if page > 1 else ""


def _summary(text: str, limit: int = 155) -> str:
    """Return the first whole words of a text, in the length that search engines show."""
    words = source_text.plain(text)
    if len(words) <= limit:
        return words
    return words[:limit].rsplit(" ", 1)[0].rstrip(".,;:–- ") + " …"
