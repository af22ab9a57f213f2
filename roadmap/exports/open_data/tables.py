"""Every table of the open data, in sets that each have their own terms of use."""

from roadmap.exports.open_data.definitions import Table, TableSet
from roadmap.exports.open_data.judgement_tables import JUDGEMENTS
from roadmap.exports.open_data.plan_tables import FIGURES, PLAN
from roadmap.exports.open_data.response_tables import RESPONSES

SETS: tuple[TableSet, ...] = (PLAN, RESPONSES, JUDGEMENTS, FIGURES)
TABLES: tuple[Table, ...] = tuple(table for table_set in SETS for table in table_set.tables)
