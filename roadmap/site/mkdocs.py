"""."""

from typing import Any

from roadmap.model.dataset import Dataset
from roadmap.presenters import edit_links, urls


def site_facts(dataset: Dataset) -> dict[str, Any]:
    """Return what the theme says on every page, as plain values."""
    settings = dataset.settings
    return {
        "address": dataset.address or "",
        "publisher": settings.publisher,
        "publisher_url": settings.publisher_url,
        "report": edit_links.report(settings),
        "areas": [
            {
                "number": urls.number(area.id),
                "title": area.title,
                "url": urls.goal_area(dataset, area),
            }
            for area in dataset.goal_areas
        ],
    }
