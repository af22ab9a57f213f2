"""The columns that tell which group each milestone and strategy stands in."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from roadmap.exports.open_data.definitions import Row, Table, TableSet, of, own
from roadmap.model import Group, Milestone, Strategy
from roadmap.model.dataset import Dataset
from roadmap.presenters.messages import N_
from roadmap.text import source_text

_COLUMNS = (
    own("group", N_("Grupp"), N_("Gruppens id. Tomt om den inte hör till någon."), required=False),
    of(Group, "number", "group_number", heading=N_("Gruppens nummer")),
    of(Group, "title", "group_title", heading=N_("Gruppens titel"), required=False),
    of(Group, "text", "group_text", heading=N_("Gruppens text")),
)


def with_groups(plan: TableSet) -> TableSet:
    """Return the plan's tables with the columns of groups in those of what stands in them."""
    by_id: dict[str, Callable[[Dataset], tuple[Milestone | Strategy, ...]]] = {
        "etappmal": lambda dataset: dataset.milestones,
        "strategier": lambda dataset: dataset.strategies,
    }
    tables = (
        _with_groups(table, by_id[table.name]) if table.name in by_id else table
        for table in plan.tables
    )
    return replace(plan, tables=tuple(tables))


def _with_groups(
    table: Table, records_of: Callable[[Dataset], tuple[Milestone | Strategy, ...]]
) -> Table:
    def rows(dataset: Dataset) -> Iterator[Row]:
        for row, record in zip(table.rows(dataset), records_of(dataset), strict=True):
            yield {**row, **_group_values(dataset.group_of(record))}

    return replace(table, fields=(*table.fields, *_COLUMNS), rows=rows)


def _group_values(group: Group | None) -> Row:
    if group is None:
        return {column.name: None for column in _COLUMNS}
    return {
        "group": group.id,
        "group_number": group.shown_number,
        "group_title": group.title,
        "group_text": source_text.unwrapped(group.text) if group.text else None,
    }
