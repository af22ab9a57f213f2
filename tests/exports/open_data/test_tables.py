"""The tables: everything in the data is in them, once, and each row can be told apart."""

from dataclasses import replace
from types import UnionType
from typing import Any, get_args, get_origin

import pytest

from roadmap import model
from roadmap.exports.open_data.definitions import Field
from roadmap.exports.open_data.tables import SETS, TABLES, tables_of
from roadmap.model import Doubt, Record, Unplaced, fields_of
from roadmap.model.dataset import Dataset
from tests.projects import LABELS, MINI, dataset_of

# Shown by a field or table that the exports name themselves, since it is made of more than one
# field of the data, or is told by which row it is.
SHOWN = {
    "BodyKind.id": "kodlistor.id",
    "BodyKind.name": "kodlistor.name",
    "BodyKind.description": "kodlistor.description",
    "Code.id": "kodlistor.id",
    "Comment.strategies": "synpunkternas-strategier.strategy",
    "Footnote.id": "fotnoter.number",
    "GoalArea.text_from": "malomraden.text_from",
    "Milestone.text_from": "etappmal.text_from",
    "Strategy.text_from": "strategier.text_from",
    "Response.name": "remissinstanser.name",
    "Response.unanswered": "strategier-utan-svar.strategy",
    "Sourced.value": "planen.year",
    "AreaHeading.area": "malomradenas-rubriker.goal_area",
    "PlanSearch.what": "letat-efter.what",
    "ResponseSearch.what": "letat-efter.what",
    "SectionRef.response": "planen.background",
    "SectionRef.section": "planen.background",
    "Milestone.group": "etappmal.group",
    "Strategy.group": "strategier.group",
    "Group.id": "strategier.group",
}
# For the editors' own machinery: whether names of a kind are private, and what an import or a
# repair left for a person to settle.
NOT_PUBLISHED = {
    "BodyKind.private",
    *(f"Doubt.{name}" for name in fields_of(Doubt)),
    *(f"Unplaced.{name}" for name in fields_of(Unplaced)),
    "GoalArea.unsure",
    # The page is told of the texts that stand in the group.
    "Group.pages",
}


def records_within(annotation: Any) -> set[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return {annotation}
    if get_origin(annotation) in (tuple, UnionType):
        return {found for each in get_args(annotation) for found in records_within(each)}
    return set()


def leaves(record: type[Record]) -> set[str]:
    """Return the fields of a record and of those in it, but for records themselves and notes."""
    found: set[str] = set()
    for name, info in fields_of(record).items():
        inner = records_within(info.annotation)
        for each in inner:
            found |= leaves(each)
        if not inner and name != "note":
            found.add(f"{record.__name__}.{name}")
    return found


def origin(field: Field) -> set[str]:
    """Return the names of the record's field that a column shows, also as inherited."""
    if not field.origin:
        return set()
    shown, name = field.origin
    classes = [each for each in vars(model).values() if isinstance(each, type)]
    return {f"{each.__name__}.{name}" for each in classes if issubclass(each, shown)}


def test_every_field_of_the_data_is_in_a_table() -> None:
    tables = tables_of(dataset_of(LABELS))
    columns = {f"{table.name}.{field.name}" for table in tables for field in table.fields}
    assert set(SHOWN.values()) <= columns
    told = {name for table in tables for field in table.fields for name in origin(field)}
    for file in (model.Plan, model.GoalArea, model.Response):
        assert leaves(file) - told - set(SHOWN) - NOT_PUBLISHED == set()


def test_a_row_has_the_fields_of_its_table(dataset: Dataset) -> None:
    for table in TABLES:
        for row in table.rows(dataset):
            assert list(row) == [field.name for field in table.fields], table.name
            for field in table.fields:
                assert row[field.name] is not None or not field.required, (table.name, field.name)


def test_keys_tell_rows_apart_and_references_lead_somewhere(dataset: Dataset) -> None:
    ids = {
        table.name: {row["id"] for row in table.rows(dataset)}
        for table in TABLES
        if "id" in [field.name for field in table.fields]
    }
    for table in TABLES:
        rows = [*table.rows(dataset)]
        assert len({tuple(row[name] for name in table.key) for row in rows}) == len(rows)
        for field in table.fields:
            if field.refers:
                found = {row[field.name] for row in rows} - {None}
                assert found <= ids[field.refers], f"{table.name}.{field.name}"


def test_codes_have_their_words(dataset: Dataset) -> None:
    codes: dict[str, set[object]] = {}
    tables = {table.name: [*table.rows(dataset)] for table in TABLES}
    for row in tables["kodlistor"]:
        codes.setdefault(str(row["list"]), set()).add(row["id"])
    for table, field, name in (
        ("remissinstanser", "kind", "body_kinds"),
        ("remissinstanser", "status", "statuses"),
        ("remissinstanser", "speaker", "speakers"),
        ("svar", "position", "positions"),
        ("bedomningar", "position", "positions"),
        ("onskemal", "kind", "asks"),
        ("teman", "theme", "themes"),
        ("etappmalens-bedomningar", "direction", "directions"),
    ):
        assert {row[field] for row in tables[table]} - {None} <= codes.get(name, set()), table


def test_two_bare_references_to_the_same_strategy_have_ids_of_their_own(real: Dataset) -> None:
    (body,) = real.received
    joint = next(item for item in body.response.comments if len(item.strategies) > 1)
    reference = joint.altered(refers_to=joint.strategies[0])
    comments = (*body.response.comments, reference)
    again = replace(body, response=body.response.altered(comments=comments))
    (table,) = [table for table in TABLES if table.name == "synpunkter"]
    ids = [row["id"] for row in table.rows(replace(real, bodies=(again,)))]
    assert len(set(ids)) == len(ids) == len(comments)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_names_are_fit_for_addresses_and_programs(table: Any) -> None:
    assert table.name.isascii()
    assert table.name.replace("-", "").isalpha()
    assert table.title
    assert table.description
    for field in table.fields:
        assert field.name.isidentifier()
        assert field.title


def test_tables_have_names_of_their_own() -> None:
    assert len({table.name for table in TABLES}) == len(TABLES)
    assert len({each.id for each in SETS}) == len(SETS)


def test_a_table_in_a_text_keeps_its_rows() -> None:
    (comments,) = [table for table in TABLES if table.name == "synpunkter"]
    (text,) = [row["text"] for row in comments.rows(dataset_of(MINI)) if "Bok" in str(row["text"])]
    assert str(text).split("\n")[2:5] == [
        "| Bok | Provskolebiblioteket | Provstadsbiblioteket | Provbokbussen |",
        "|---|---|---|---|",
        "| Provboken | 2 | 3 | |",
    ]
    (field,) = [field for field in comments.fields if field.name == "text"]
    assert "tabell" in field.description
