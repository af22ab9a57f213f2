"""Every table of the open data, in sets that each have their own terms of use."""

from roadmap.exports.open_data.area_texts import with_area_texts
from roadmap.exports.open_data.definitions import Table, TableSet
from roadmap.exports.open_data.group_columns import with_groups
from roadmap.exports.open_data.judgement_tables import JUDGEMENTS
from roadmap.exports.open_data.plan_tables import FIGURES, PLAN
from roadmap.exports.open_data.response_tables import RESPONSES
from roadmap.exports.open_data.section_table import with_sections
from roadmap.model.dataset import Dataset

# The tables of a plan with neither groups, sections nor texts of its goal areas.
SETS: tuple[TableSet, ...] = (PLAN, RESPONSES, JUDGEMENTS, FIGURES)
TABLES: tuple[Table, ...] = tuple(table for table_set in SETS for table in table_set.tables)


def sets_of(dataset: Dataset) -> tuple[TableSet, ...]:
    """Return the sets of a plan: what only some plans have is told in columns of theirs, last."""
    plan = PLAN
    if dataset.groups:
        plan = with_groups(plan)
    if any(area.text for area in dataset.goal_areas):
        plan = with_area_texts(plan)
    if dataset.plan.sections:
        plan = with_sections(plan)
    return (plan, *SETS[1:])


def tables_of(dataset: Dataset) -> tuple[Table, ...]:
    """Return the tables of these sets."""
    return tuple(table for table_set in sets_of(dataset) for table in table_set.tables)
