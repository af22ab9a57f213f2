"""Every table of the open data, in sets that may each be used on terms of their own."""

from roadmap.exports.open_data.judgement_tables import JUDGEMENTS
from roadmap.exports.open_data.plan_tables import FIGURES, PLAN
from roadmap.exports.open_data.response_tables import RESPONSES
from roadmap.exports.open_data.schema import Table, TableSet

SETS: tuple[TableSet, ...] = (PLAN, RESPONSES, JUDGEMENTS, FIGURES)
TABLES: tuple[Table, ...] = tuple(table for each in SETS for table in each.tables)
