"""The metadata in each page's head, and the facts that the theme shows on every page."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from roadmap.model import GoalArea
from roadmap.model.codes import SOURCE_LANGUAGE
from roadmap.model.dataset import Dataset
from roadmap.presenters import edit_links, plan_status, urls
from roadmap.presenters.grammar import listing, month
from roadmap.presenters.messages import N_, Message, _, ngettext, said
from roadmap.presenters.pages import GeneratedPage, address_of, has_page, telling
from roadmap.presenters.translated import in_every_language, told_text
from roadmap.presenters.wording import answers_range, heading_of, speaker, titled
from roadmap.text import source_text
from roadmap.text.foreign import unmarked


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
            plan = self._dataset.plan
            description = f"{plan_status.of_plan(self._dataset).sentence} {plan.summary}"
            return PageHead(plan.title, description, "", urls.feed())
        if area := self._areas.get(url):
            return _goal_area(self._dataset, area)
        if page := self._generated.get(url):
            return _BY_VIEW[page.view](self._dataset, *page.arguments)
        return None


def _section_of(url: str) -> str:
    """Return where in the menu a page belongs: its folder, or the one that it is shown with."""
    folder = url.split("/")[0]
    elsewhere = {urls.responses(): "oversikt", urls.COMPILATION: "oppna-data"}
    return elsewhere.get(f"{folder}/", folder)


def _menu() -> Iterator[tuple[str, str, Message]]:
    """Yield each section of the menu, the URL that it leads to and its title."""
    yield "strategier", urls.strategies(), N_("%(Strategies)s")
    yield "oversikt", urls.OVERVIEW, N_("Svaren")
    yield "onskemal", urls.requests(), N_("%(Requests)s")
    yield "teman", urls.THEMES, N_("Teman")
    yield "om", urls.ABOUT, N_("Om")
    yield "oppna-data", urls.OPEN_DATA, N_("Ladda ned")


def _footer() -> Iterator[tuple[str, Message]]:
    """Yield the URL of each page that the footer leads to, and its title there."""
    yield urls.ABOUT, N_("Om webbplatsen")
    yield urls.METHOD, N_("Så tolkar vi svaren")
    yield urls.CORRECTION, N_("Så har texten rättats")
    yield urls.responses(), N_("Alla %(responses)s")
    yield urls.OPEN_DATA, N_("Ladda ned")
    yield urls.COMPILATION, N_("Svaren i Word")
    yield urls.CHANGES, N_("Nytt på webbplatsen")
    yield urls.GLOSSARY, N_("Ordlista")
    yield urls.EASY, N_("Lättläst")
    yield urls.PERSONAL_DATA, N_("Personuppgifter")
    yield urls.ACCESSIBILITY, N_("Tillgänglighet")


def in_frame() -> frozenset[str]:
    """Return the URLs of the pages that the frame of every page leads to, where they exist."""
    menu = (url for _section, url, _title in _menu())
    return frozenset((urls.START, urls.SEARCH, *menu, *(url for url, _title in _footer())))


def page_head(url: str, written: Mapping[str, object], known: PageHead | None) -> dict[str, str]:
    """Return the head of a page as a mapping: `known`, or else the page's own metadata."""
    own_head = PageHead(
        str(written.get("title") or ""),
        str(written.get("description") or ""),
        _section_of(url),
        urls.feed() if url == urls.CHANGES else "",
    )
    return asdict(known or own_head)


def site_facts(dataset: Dataset, site_name: str) -> dict[str, Any]:
    """Return the facts that the theme shows on every page, as plain values.

    Those in another language than the source's stand by its code under `languages`.
    """
    own, *others = in_every_language(dataset)
    return {
        "address": dataset.address or "",
        **_facts(own, site_name),
        "languages": {told.language: _facts(told, site_name) for told in others},
    }


def _facts(dataset: Dataset, site_name: str) -> dict[str, Any]:
    settings = dataset.settings
    named = told_text(dataset, site_name) if dataset.original else ""
    with telling(dataset):
        return {
            "name": named or site_name,
            "name_language": dataset.language if named else SOURCE_LANGUAGE,
            # Translators: a language and a country, as the Open Graph protocol names them.
            "locale": _("sv_SE"),
            "publisher": settings.publisher,
            "publisher_url": settings.publisher_url,
            "report": edit_links.report(settings),
            "reportable": bool(settings.contact or settings.repository),
            "home": urls.address(urls.START, dataset.language),
            # For the page that is shown instead of one that does not exist, in every language.
            "start": _("Startsidan"),
            "not_found": _("Sidan finns inte"),
            "search": address_of(dataset, urls.SEARCH),
            "accessibility": address_of(dataset, urls.ACCESSIBILITY),
            "menu": [
                {"section": section, "url": address_of(dataset, url), "title": said(title)}
                for section, url, title in _menu()
                if has_page(dataset, url)
            ],
            "footer": [
                {
                    "url": address_of(dataset, url),
                    "title": said(title),
                    "language": "" if has_page(dataset, url) else SOURCE_LANGUAGE,
                }
                for url, title in _footer()
                if _written(dataset, url)
            ],
            "longest_search": urls.LONGEST_SEARCH,
            "areas": [
                {
                    "title": unmarked(titled(area)),
                    "url": address_of(dataset, urls.goal_area(dataset, area)),
                }
                for area in dataset.goal_areas
            ],
        }


def _written(dataset: Dataset, url: str) -> bool:
    """Whether the site has written the page, in this language or the source's."""
    return any(url in dataset.written.get(code, ()) for code in (dataset.language, SOURCE_LANGUAGE))


def _goal_area(dataset: Dataset, area: GoalArea) -> PageHead:
    about = ngettext(
        "%(The_strategy)s och vad svaren säger om %(the_strategy)s, ord för ord.",
        "%(num)s %(strategies)s och vad svaren säger om dem, ord för ord.",
        len(area.strategies),
    )
    feed = urls.feed(urls.goal_area(dataset, area))
    description = f"{plan_status.of_goal_area(dataset, area).sentence} {about}"
    return PageHead(area.title, description, "strategier", feed)


def _who_thinks_what(dataset: Dataset, area_id: str, page: int) -> PageHead:
    title = dataset.goal_area(area_id).title
    about = _(
        "Varje %(body)s och vad %(it_body)s säger om %(the_strategies)s i %(area)s.", area=title
    )
    return _numbered(_("Vem tycker vad: %(area)s", area=title), about, "oversikt", page)


def _requests(dataset: Dataset, page: int) -> PageHead:
    about = _(
        "Alla %(requests)s i svaren på %(plan)s och vad som hände med dem.", plan=dataset.plan.title
    )
    return _numbered(_("%(Requests)s"), about, "onskemal", page)


def _strategy(dataset: Dataset, strategy_id: str) -> PageHead:
    strategy = dataset.strategy(strategy_id)
    status = plan_status.of_strategy(dataset, strategy).sentence
    return PageHead(
        heading_of(strategy),
        _summary(f"{status} {told_text(dataset, strategy.text)}"),
        "strategier",
    )


def _strategy_answers(dataset: Dataset, strategy_id: str, page: int) -> PageHead:
    strategy = dataset.strategy(strategy_id)
    shown = answers_range(page, len(dataset.answers(strategy_id)))
    status = plan_status.of_strategy(dataset, strategy).sentence
    return PageHead(f"{shown}: {heading_of(strategy)}", f"{shown}. {status}", "strategier")


def _strategy_list(dataset: Dataset) -> PageHead:
    status = plan_status.of_plan(dataset).sentence
    about = _("%(status)s Alla %(strategies)s, efter %(goal_area)s.", status=status)
    return PageHead(_("%(Strategies)s"), about, "strategier")


def _plan_sections(dataset: Dataset) -> PageHead:
    about = _(
        "%(status)s Det här står i planen utanför %(the_goal_areas)s: %(headings)s.",
        status=plan_status.of_plan(dataset).sentence,
        headings=listing([section.heading for section in dataset.plan.sections]),
    )
    return PageHead(_("Planens övriga avsnitt"), _summary(about), "strategier")


def _responses(dataset: Dataset, page: int) -> PageHead:
    about = _("Alla %(bodies)s och deras svar på %(plan)s.", plan=dataset.plan.title)
    return _numbered(_("%(Responses)s"), about, "oversikt", page)


def _response(dataset: Dataset, body_id: str) -> PageHead:
    body = dataset.body(body_id)
    status = plan_status.of_response(dataset, body).sentence
    title = _("Svar från %(speaker)s", speaker=speaker(body))
    description = _("%(status)s Hela texten, ord för ord.", status=status)
    return PageHead(title, description, "oversikt", urls.feed(urls.response(body)))


def _uncertain_readings(dataset: Dataset, page: int) -> PageHead:
    return _numbered(_("Osäkra läsningar"), _("Ord som inte går att läsa säkert."), "om", page)


def _changes(dataset: Dataset, name: str, page: int) -> PageHead:
    when = month(name)
    about = _(
        "Det som ändrades i %(plan)s och svaren här i %(month)s.",
        plan=dataset.plan.title,
        month=when,
    )
    title = _("Ändringar i %(month)s", month=when)
    return _numbered(title, about, "andringar", page, urls.feed())


def _theme(dataset: Dataset, theme_id: str, page: int) -> PageHead:
    about = _("Var %(plan)s och svaren tar upp temat, ord för ord.", plan=dataset.plan.title)
    title = _("Tema: %(theme)s", theme=dataset.theme_name(theme_id))
    return _numbered(title, about, "teman", page)


def _numbered(title: str, about: str, section: str, page: int, feed: str = "") -> PageHead:
    """Return the head of a page of a list: the further ones say which page they are."""
    if page == 1:
        return PageHead(title, about, section, feed)
    further = _("%(title)s, sida %(page)s", title=title, page=page)
    return PageHead(further, f"{further}. {about}", section, feed)


# Each function takes the same arguments as the page's view.
_BY_VIEW: Mapping[str, Callable[..., PageHead]] = {
    "changes_in": _changes,
    "plan_sections": _plan_sections,
    "requests_page": _requests,
    "response": _response,
    "responses": _responses,
    "strategy": _strategy,
    "strategy_answers": _strategy_answers,
    "strategy_list": _strategy_list,
    "theme": _theme,
    "uncertain_readings": _uncertain_readings,
    "who_thinks_what": _who_thinks_what,
}


def _summary(text: str, limit: int = 250) -> str:
    """Return the first whole words of a text, in the length that search engines show."""
    words = source_text.plain(text)
    if len(words) <= limit:
        return words
    return words[:limit].rsplit(" ", 1)[0].rstrip(".,;:–- ") + " …"
