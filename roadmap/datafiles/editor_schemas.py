"""JSON Schemas of the data files: a text editor completes, explains and underlines by them.

They follow from the models, whose Swedish titles and descriptions are the help texts, and from
the plan, whose ids and code lists are the words that may stand in the fields that refer to them.
The ids of bodies are left open: a new response must not make the schemas stale.
"""

import json
from typing import Any

from roadmap.datafiles.records import RECORD_FILES
from roadmap.model import Record, reader_of
from roadmap.model.dataset import Dataset
from roadmap.model.fields import REST

FOLDER = "schemas"
COMMAND = "python -m roadmap schemas"
_TITLES = {
    "Plan": "Planen",
    "Settings": "Webbplatsens uppgifter",
    "GoalArea": "Målområde",
    "Response": "Remissvar",
}

# An id or a code, and what it means.
_Known = list[tuple[str, str]]


def file_name(model: type[Record]) -> str:
    """Return the schema's file name, for example `response.json`."""
    letters = "".join(f"-{letter}" if letter.isupper() else letter for letter in model.__name__)
    return f"{letters.lower().strip('-')}.json"


def schemas(dataset: Dataset) -> dict[str, str]:
    """Return each schema's text by its path relative to the root."""
    return {
        f"{FOLDER}/{file_name(model)}": json.dumps(
            _schema(model, dataset), ensure_ascii=False, indent=2
        )
        + "\n"
        for model in RECORD_FILES.values()
    }


def _schema(model: type[Record], dataset: Dataset) -> dict[str, Any]:
    schema = reader_of(model).json_schema()
    records = {model.__name__: schema, **schema.get("$defs", {})}
    for name, record in records.items():
        # The names and docstrings of classes are for developers.
        record.pop("description", None)
        record.pop("title", None)
        for field, rule in record.get("properties", {}).items():
            record["properties"][field] = _readable(rule)
        for (owner, field), known in _references(dataset).items():
            if owner == name:
                _allow(record["properties"][field], known)
        if name == "Response":
            # The list just described, or the one word that stands for it.
            listed = record["properties"]["unanswered"]
            told = {key: listed.pop(key) for key in ("title", "description")}
            record["properties"]["unanswered"] = {**told, "anyOf": [listed, {"const": REST}]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": f"Gjord av {COMMAND}. Ändra inte för hand.",
        "title": _TITLES[model.__name__],
        **schema,
    }


def _references(dataset: Dataset) -> dict[tuple[str, str], _Known]:
    """Return what may stand in the fields that refer to the plan."""
    strategies = [(item.id, f"{item.shown_number} {item.title}") for item in dataset.strategies]
    areas = [(area.id, area.title) for area in dataset.goal_areas]
    plan = dataset.plan
    return {
        ("Response", "unanswered"): strategies,
        ("Comment", "strategies"): strategies,
        ("Comment", "refers_to"): strategies,
        ("AreaHeading", "area"): areas,
        ("Response", "kind"): [(code.id, code.name) for code in plan.body_kinds],
        ("Ask", "kind"): [(code.id, code.name) for code in plan.asks],
        ("ThemeMark", "theme"): [(code.id, code.name) for code in plan.themes],
    }


def _allow(rule: dict[str, Any], known: _Known) -> None:
    """Let a field, or the items of its list, be one of the known words."""
    target = rule.get("items", rule)
    optional = "null" in target["type"]
    target.pop("pattern", None)
    target["type"] = ["string", "null"] if optional else "string"
    target["enum"] = [word for word, _ in known] + [None] * optional
    target["enumDescriptions"] = [meaning for _, meaning in known] + [""] * optional
    target["errorMessage"] = "Det finns inte i planen. Tryck Ctrl+mellanslag för att välja."


def _readable(rule: dict[str, Any]) -> dict[str, Any]:
    """Return a field's rule as a YAML editor needs it.

    A value may be left out after its colon, and a text such as 2018 is a number to YAML.
    """
    choices = rule.pop("anyOf", None)
    optional = bool(choices)
    if choices:
        (rest,) = [choice for choice in choices if choice != {"type": "null"}]
        if "$ref" in rest:
            return {**rule, "anyOf": choices}
        rule = {**rule, **rest}
    if rule.get("default", ()) is None or rule.get("default") == []:
        del rule["default"]
    target = rule.get("items", rule)
    if "$ref" in target:
        return rule
    kinds = [target["type"]]
    if kinds == ["string"] and "enum" not in target and "\\d{4}" not in target.get("pattern", ""):
        kinds.append("number")
    if optional and target is rule:
        kinds.append("null")
        if "enum" in target:
            target["enum"] = [*target["enum"], None]
    target["type"] = kinds if len(kinds) > 1 else kinds[0]
    return rule
