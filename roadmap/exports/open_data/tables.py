"""Every table of the open data, in sets that each have their own terms of use."""

from roadmap.exports.open_data.definitions import Table, TableSet
from roadmap.exports.open_data.group_columns import with_groups
from roadmap.exports.open_data.judgement_tables import JUDGEMENTS
from roadmap.exports.open_data.plan_tables import FIGURES, PLAN
from roadmap.exports.open_data.response_tables import RESPONSES
from roadmap.model.dataset import Dataset

# The tables of a plan without groups.
SETS: tuple[TableSet, ...] = (PLAN, RESPONSES, JUDGEMENTS, FIGURES)
TABLES: tuple[Table, ...] = tuple(table for table_set in SETS for table in table_set.tables)


def sets_of(dataset: Dataset) -> tuple[TableSet, ...]:
    """Return the sets of a plan: one with groups has columns that tell of them, last."""
    return (with_groups(PLAN), *SETS[1:]) if dataset.groups else SETS


def tables_of(dataset: Dataset) -> tuple[Table, ...]:
    """Return the tables of these sets."""
    return tuple(table for table_set in sets_of(dataset) for table in table_set.tables)
