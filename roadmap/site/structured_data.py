"""What search engines and other sites' programs are told: addresses, and what a page is about."""

import json
from collections.abc import Mapping
from typing import Any

from roadmap.exports.open_data import files
from roadmap.exports.open_data.tables import SETS
from roadmap.model import GoalArea, Strategy
from roadmap.model.dataset import Body, Dataset
from roadmap.presenters import urls

ROBOTS = "robots.txt"
SITEMAP = "sitemap.xml"


def robots(site_url: str) -> str:
    """Return the file that lets every crawler in, and shows it the sitemap if there is one."""
    told = f"Sitemap: {site_url}{SITEMAP}\n" if site_url else ""
    return f"User-agent: *\nAllow: /\n{told}"


class Subjects:
    """What the pages about something in the data are about, for schema.org.

    Each is told when it is asked for: there may be thousands.
    """

    def __init__(self, dataset: Dataset, site_url: str) -> None:
        self._dataset = dataset
        self._site_url = site_url
        self._areas = {urls.goal_area(dataset, area): area for area in dataset.goal_areas}
        self._strategies = {urls.strategy(strategy): strategy for strategy in dataset.strategies}
        self._bodies = {urls.response(body): body for body in dataset.received}

    def get(self, url: str) -> dict[str, Any] | None:
        """Return what the page at this URL is about, or None where that is nothing in the data."""
        plan = {"@type": "CreativeWork", "name": self._dataset.plan.title}
        if url == urls.START:
            return plan | _plan(self._dataset)
        if url == urls.OPEN_DATA:
            return _open_data(self._dataset, self._site_url)
        if part := self._areas.get(url) or self._strategies.get(url):
            return _part(plan, part)
        if body := self._bodies.get(url):
            return _response(body, plan)
        return None


def structured_data(
    head: Mapping[str, str], url: str, site_name: str, site_url: str, subject: dict[str, Any] | None
) -> str:
    """Return what schema.org's readers are told of a page: JSON-LD, safe inside a <script>.

    `head` is the page's metadata, as `heads.head_of` gives it.
    """
    site = {"@type": "WebSite", "name": site_name}
    page: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": head["title"],
        "description": head["description"],
        "inLanguage": "sv",
    }
    if site_url:
        page["url"] = site_url + url
        site["url"] = site_url
    page["isPartOf"] = site
    if subject:
        page["mainEntity"] = subject
    # No "<" may stand in it, or a text could end the element it stands in.
    return json.dumps(page, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _plan(dataset: Dataset) -> dict[str, Any]:
    plan = dataset.plan
    return {
        "abstract": plan.summary,
        "creator": {"@type": "Organization", "name": f"{plan.issuer}, {plan.municipality}"},
    }


def _part(plan: dict[str, Any], part: GoalArea | Strategy) -> dict[str, Any]:
    return {
        "@type": "CreativeWork",
        "name": part.title,
        "position": part.shown_number,
        "isPartOf": plan,
    }


def _response(body: Body, plan: dict[str, Any]) -> dict[str, Any]:
    source = body.response.source
    found: dict[str, Any] = {
        "@type": "CreativeWork",
        "name": source.title if source else f"Remissvar från {body.name}",
        "about": plan,
    }
    if not (body.kind and body.kind.private):
        name = f"{body.name}, förvaltningen" if body.speaks_for_administration else body.name
        found["author"] = {"@type": "Organization", "name": name}
    if body.response.date:
        found["dateCreated"] = body.response.date.isoformat()
    return found


def _open_data(dataset: Dataset, site_url: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "@type": "Dataset",
        "name": f"Öppna data: {dataset.plan.title}",
        "description": f"Planen, remissvaren och bedömningarna. {dataset.plan.summary}",
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
        found["publisher"] = {"@type": "Organization", "name": dataset.settings.publisher}
    for each in SETS:
        part = {"@type": "Dataset", "name": each.title, "description": each.description}
        licence = files.licence(dataset, each)
        if licence and licence.url:
            part["license"] = licence.url
        found["hasPart"].append(part)
    return found
