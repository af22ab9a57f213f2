"""Data for search engines and other sites' programs: addresses, and the subjects of pages."""

import json
from collections.abc import Mapping
from typing import Any

from roadmap.exports.open_data import files
from roadmap.exports.open_data.tables import SETS
from roadmap.model import GoalArea, Strategy
from roadmap.model.dataset import Body, Dataset
from roadmap.presenters import plan_status, urls, wording
from roadmap.presenters.messages import _
from roadmap.text.foreign import unmarked

ROBOTS = "robots.txt"
SITEMAP = "sitemap.xml"


def robots(site_url: str) -> str:
    """Return the file that allows every crawler, with the sitemap's address if there is one."""
    sitemap_line = f"Sitemap: {site_url}{SITEMAP}\n" if site_url else ""
    return f"User-agent: *\nAllow: /\n{sitemap_line}"


class Subjects:
    """The subjects of pages about something in the data, for schema.org.

    Each is created when it is needed: there may be thousands.
    """

    def __init__(self, dataset: Dataset, site_url: str) -> None:
        self._dataset = dataset
        self._site_url = site_url
        self._areas = {urls.goal_area(dataset, area): area for area in dataset.goal_areas}
        self._strategies = {urls.strategy(strategy): strategy for strategy in dataset.strategies}
        self._bodies = {urls.response(body): body for body in dataset.received}

    def get(self, url: str) -> dict[str, Any] | None:
        """Return the subject of the page at this URL, or None if it is nothing in the data."""
        plan = {"@type": "CreativeWork", "name": self._dataset.plan.title}
        if url == urls.START:
            return plan | _plan(self._dataset)
        if url == urls.OPEN_DATA:
            return _open_data(self._dataset, self._site_url)
        if part := self._areas.get(url) or self._strategies.get(url):
            return _status(self._dataset) | _part(plan, part)
        if body := self._bodies.get(url):
            return _response(self._dataset, body, plan)
        return None


def structured_data(
    head: Mapping[str, str],
    url: str,
    language: str,
    site_name: str,
    site_url: str,
    subject: dict[str, Any] | None,
) -> str:
    """Return the description of a page for schema.org: JSON-LD, safe inside a <script>.

    `head` is the page's metadata from `page_heads.page_head`, and `url` relative to the site's
    root.
    """
    site = {"@type": "WebSite", "name": site_name}
    page: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": head["title"],
        "description": head["description"],
        "inLanguage": language,
    }
    if site_url:
        page["url"] = site_url + url
        site["url"] = site_url
    page["isPartOf"] = site
    if subject:
        page["mainEntity"] = subject
    # Without "<", or a text could end the element that it is in.
    text = unmarked(json.dumps(page, ensure_ascii=False, separators=(",", ":")))
    return text.replace("<", "\\u003c")


def _status(dataset: Dataset) -> dict[str, Any]:
    """Return whether a text of the plan is a proposal or decided, and of when."""
    plan, status = dataset.plan, plan_status.of_plan(dataset)
    known: dict[str, Any] = {"creativeWorkStatus": status.stamp}
    if plan.year:
        known["dateCreated"] = plan.year.value
    return known


def _plan(dataset: Dataset) -> dict[str, Any]:
    plan = dataset.plan
    return _status(dataset) | {
        "abstract": plan.summary,
        "creator": {"@type": "Organization", "name": f"{plan.issuer}, {plan.municipality}"},
    }


def _part(plan: dict[str, Any], part: GoalArea | Strategy) -> dict[str, Any]:
    numbered = {"position": part.shown_number} if part.shown_number else {}
    return {"@type": "CreativeWork", "name": part.title, **numbered, "isPartOf": plan}


def _response(dataset: Dataset, body: Body, plan: dict[str, Any]) -> dict[str, Any]:
    source = body.response.source
    description: dict[str, Any] = {
        "@type": "CreativeWork",
        "name": source.title if source else _("%(Response)s från %(name)s", name=body.name),
        "about": plan,
        "creativeWorkStatus": plan_status.of_response(dataset, body).stamp,
    }
    if not (body.kind and body.kind.private):
        description["author"] = {"@type": "Organization", "name": wording.speaker(body)}
    if body.response.date:
        description["dateCreated"] = body.response.date.isoformat()
    return description


def _open_data(dataset: Dataset, site_url: str) -> dict[str, Any]:
    contents = _("Planen, %(the_responses)s och bedömningarna.")
    description: dict[str, Any] = {
        "@type": "Dataset",
        "name": _("Öppna data: %(plan)s", plan=dataset.plan.title),
        "description": f"{contents} {dataset.plan.summary}",
        "isAccessibleForFree": True,
        "inLanguage": "sv",
        "distribution": {
            "@type": "DataDownload",
            "encodingFormat": "application/zip",
            "contentUrl": site_url + files.ARCHIVE
            if site_url
            else urls.link(urls.OPEN_DATA, files.ARCHIVE),
        },
        "hasPart": [],
    }
    if dataset.settings.publisher:
        description["publisher"] = {"@type": "Organization", "name": dataset.settings.publisher}
    for table_set in SETS:
        part = {"@type": "Dataset", "name": table_set.title, "description": table_set.description}
        licence = files.licence(dataset, table_set)
        if licence and licence.url:
            part["license"] = licence.url
        description["hasPart"].append(part)
    return description
