"""The columns that tell what the goal areas themselves say."""

from collections.abc import Iterator
from dataclasses import replace

from roadmap.exports.open_data.common_fields import page_values
from roadmap.exports.open_data.definitions import Row, Table, TableSet, of, page_span
from roadmap.model import GoalArea
from roadmap.model.dataset import Dataset
from roadmap.text import source_text

_COLUMNS = (of(GoalArea, "text"), *page_span(GoalArea))


def with_area_texts(plan: TableSet) -> TableSet:
    """Return the plan's tables with the own texts of goal areas in the table of these."""
    tables = (_with_texts(table) if table.name == "malomraden" else table for table in plan.tables)
    return replace(plan, tables=tuple(tables))


def _with_texts(table: Table) -> Table:
    def rows(dataset: Dataset) -> Iterator[Row]:
        for row, area in zip(table.rows(dataset), dataset.goal_areas, strict=True):
            text = source_text.unwrapped(area.text) if area.text else None
            yield {**row, "text": text, **page_values(area.pages)}

    return replace(table, fields=(*table.fields, *_COLUMNS), rows=rows)
