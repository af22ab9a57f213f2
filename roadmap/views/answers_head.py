"""The head of the three pages about the answers: status, title, what is known, and the tabs."""

from dataclasses import dataclass

from markupsafe import Markup

from roadmap.model.dataset import Dataset
from roadmap.presenters import plan_status, urls
from roadmap.presenters.answers_lead import lead
from roadmap.presenters.marks import crumbs
from roadmap.presenters.messages import _
from roadmap.presenters.requests import requests
from roadmap.views.templating import render


@dataclass(frozen=True)
class _Tab:
    anchor: str
    name: str
    number: int
    href: str
    current: bool


def answers_head(dataset: Dataset, here: str, page: int = 1, pages: int = 1) -> Markup:
    """Return the head; the tab of the page `here` is the current one."""
    found = (
        (_("%(Strategies)s"), len(dataset.strategies), urls.OVERVIEW),
        (_("%(Requests)s"), len(requests(dataset)), urls.requests()),
        (_("Teman"), len(dataset.plan.themes), urls.THEMES),
    )
    tabs = [
        _Tab(
            url.rstrip("/"),
            name,
            number,
            "./" if url == here else urls.link(here, url),
            here.startswith(url),
        )
        for name, number, url in found
    ]
    return render(
        "answers_head.html",
        crumbs=crumbs(here),
        status_line=plan_status.of_answers(dataset),
        title=next((tab.name for tab in tabs[1:] if tab.current), _("Svaren")),
        lead=lead(dataset) if page == 1 else None,
        tabs=tabs,
        page=page,
        pages=pages,
    )
