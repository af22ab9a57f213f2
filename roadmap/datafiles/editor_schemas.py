"""JSON Schemas of the data files, for completion, help and error marks in text editors.

They are generated from the models, whose Swedish titles and descriptions are the help texts, and
from the plan, whose ids and codes are the values allowed in the fields that refer to them. The ids
of bodies are not restricted: a new response must not make the schemas stale.
"""

import json
from typing import Any

from roadmap.datafiles.files import has_text
from roadmap.datafiles.problems import ROADMAP
from roadmap.datafiles.records import RECORD_FILES
from roadmap.model import Record, reader_of
from roadmap.model.dataset import Dataset
from roadmap.model.fields import REST
from roadmap.presenters.messages import field_text, said, speaking, to_editors
from roadmap.presenters.wording import heading_of

FOLDER = "schemas"
COMMAND = f"{ROADMAP} schemas"
_TITLES = {
    "Plan": "Planen",
    "Settings": "Webbplatsens uppgifter",
    "Terms": "Webbplatsens ord för planens delar och svaren",
    "GoalArea": "%(Goal_area)s",
    "Response": "%(Response)s",
    "Translations": "Översättningar",
}

# Ids or codes, each with its meaning.
_Choices = list[tuple[str, str]]


def file_name(model: type[Record]) -> str:
    """Return the schema's file name, for example `response.json`."""
    letters = "".join(f"-{letter}" if letter.isupper() else letter for letter in model.__name__)
    return f"{letters.lower().strip('-')}.json"


def outdated(dataset: Dataset) -> list[str]:
    """Return the names of the schemas in the project's folder that no longer follow its plan.

    A project without such a folder does not use them.
    """
    root = dataset.root
    if not (root / FOLDER).is_dir():
        return []
    made = schemas(dataset).items()
    return [name for name, text in made if not has_text(root / name, text)]


def schemas(dataset: Dataset) -> dict[str, str]:
    """Return each schema's text by its path relative to the root."""
    with speaking(dataset.terms):
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
            record["properties"][field] = _readable(_in_words(rule))
        for (owner, field), choices in _references(dataset).items():
            if owner == name:
                _allow(record["properties"][field], choices)
        if name == "Response":
            # Either the list, or the one word that replaces it.
            list_rule = record["properties"]["unanswered"]
            labels = {key: list_rule.pop(key) for key in ("title", "description")}
            record["properties"]["unanswered"] = {**labels, "anyOf": [list_rule, {"const": REST}]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": f"Gjord av {COMMAND}. Ändra inte för hand.",
        "title": to_editors(_TITLES[model.__name__]),
        **schema,
    }


def _references(dataset: Dataset) -> dict[tuple[str, str], _Choices]:
    """Return the values allowed in the fields that refer to the plan."""
    strategies = [(item.id, heading_of(item)) for item in dataset.strategies]
    areas = [(area.id, area.title) for area in dataset.goal_areas]
    groups = [(group.id, heading_of(group)) for group in dataset.groups]
    # Without a group there is nothing to choose from.
    grouped = {("Milestone", "group"): groups, ("Strategy", "group"): groups} if groups else {}
    plan = dataset.plan
    return {
        **grouped,
        ("Response", "unanswered"): strategies,
        ("Comment", "strategies"): strategies,
        ("Comment", "refers_to"): strategies,
        ("AreaHeading", "area"): areas,
        ("Response", "kind"): [(code.id, code.name) for code in plan.body_kinds],
        ("Ask", "kind"): [(code.id, code.name) for code in plan.asks],
        ("ThemeMark", "theme"): [(code.id, code.name) for code in plan.themes],
    }


def _allow(rule: dict[str, Any], choices: _Choices) -> None:
    """Restrict a field, or the items of its list, to the choices."""
    target = rule.get("items", rule)
    optional = "null" in target["type"]
    target.pop("pattern", None)
    target["type"] = ["string", "null"] if optional else "string"
    target["enum"] = [word for word, _ in choices] + [None] * optional
    target["enumDescriptions"] = [meaning for _, meaning in choices] + [""] * optional
    target["errorMessage"] = "Det finns inte i planen. Tryck Ctrl+mellanslag för att välja."


def _in_words(rule: dict[str, Any]) -> dict[str, Any]:
    """Return a field's rule with the site's own nouns in what it says."""
    return {
        key: said(field_text(value)) if key in ("title", "description") else value
        for key, value in rule.items()
    }


def _readable(rule: dict[str, Any]) -> dict[str, Any]:
    """Return a field's rule as YAML editors need it.

    A value may be left out after its colon, and YAML reads a text such as 2018 as a number.
    """
    choices = rule.pop("anyOf", None)
    optional = bool(choices)
    if choices:
        (choice_rule,) = [choice for choice in choices if choice != {"type": "null"}]
        if "$ref" in choice_rule:
            return {**rule, "anyOf": choices}
        rule = {**rule, **choice_rule}
    if rule.get("default", ()) is None or rule.get("default") == []:
        del rule["default"]
    target = rule.get("items", rule)
    if "$ref" in target:
        return rule
    types = [target["type"]]
    if types == ["string"] and "enum" not in target and "\\d{4}" not in target.get("pattern", ""):
        types.append("number")
    if optional and target is rule:
        types.append("null")
        if "enum" in target:
            target["enum"] = [*target["enum"], None]
    target["type"] = types if len(types) > 1 else types[0]
    return rule
