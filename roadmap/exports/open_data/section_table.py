"""The table of what the plan says outside its goal areas."""

from collections.abc import Iterator
from dataclasses import replace

from roadmap.exports.open_data.common_fields import ADDRESS, address, page_values
from roadmap.exports.open_data.definitions import Row, Table, TableSet, of, page_span
from roadmap.model import PlanSection
from roadmap.model.dataset import Dataset
from roadmap.presenters import urls
from roadmap.presenters.messages import N_
from roadmap.text import source_text


def _sections(dataset: Dataset) -> Iterator[Row]:
    for section in dataset.plan.sections:
        yield {
            "id": section.id,
            "heading": section.heading,
            "text": source_text.unwrapped(section.text) if section.text else None,
            **page_values(section.pages),
            "address": address(urls.PLAN, section.id),
        }


_TABLE = Table(
    "planens-avsnitt",
    N_("Planens övriga avsnitt"),
    N_("Det som står i planen utanför %(the_goal_areas)s, ett avsnitt per rad, i planens ordning."),
    ("id",),
    (
        of(PlanSection, "id"),
        of(PlanSection, "heading"),
        of(PlanSection, "text"),
        *page_span(PlanSection),
        ADDRESS,
    ),
    _sections,
)


def with_sections(plan: TableSet) -> TableSet:
    """Return the plan's tables with that of its sections, last."""
    return replace(plan, tables=(*plan.tables, _TABLE))
