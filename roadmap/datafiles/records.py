"""Turn the content of a file into a record of the model, and report what does not fit."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, get_args

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from roadmap.datafiles.problems import Problem, did_you_mean, quoted
from roadmap.datafiles.yaml_places import Key
from roadmap.datafiles.yaml_reader import Document
from roadmap.model import (
    GoalArea,
    Plan,
    Record,
    RecordT,
    Response,
    Settings,
    Terms,
    fields_of,
    reader_of,
)
from roadmap.model.codes import UNKNOWN_KIND
from roadmap.model.dataset import SETTINGS, TERMS, TRANSLATIONS
from roadmap.model.fields import PLAN_ID, SLUG
from roadmap.model.translations import Translations
from roadmap.presenters.messages import field_text, said
from roadmap.text.swedish import decapitalised, listing, slug

# The kind of record in a file, by its path relative to the root.
RECORD_FILES: dict[str, type[Record]] = {
    "data/plan.yml": Plan,
    SETTINGS: Settings,
    TERMS: Terms,
    "data/goal-areas/*.yml": GoalArea,
    "data/responses/*.yml": Response,
    f"{TRANSLATIONS}/*/terms.yml": Terms,
    f"{TRANSLATIONS}/*/*.yml": Translations,
}

# Values that replace faulty ones in required fields, so that the rest of the file can be checked.
# Never published: the file has a problem, and problems stop the build.
_STAND_INS = {
    "status": "received",
    "kind": UNKNOWN_KIND,
    "text_from": "plan",
    "title": "–",
    "summary": "–",
    "municipality": "–",
    "issuer": "–",
}

_SLUG_HINT = "Använd små bokstäver a–z, siffror och bindestreck."
_PATTERN_HINTS = {
    PLAN_ID: "Skriv till exempel S1.1, A.1 eller battre-skola.",
    r"^[1-9]\d*$": "Skriv till exempel 1.",
    r"^[0-9a-f]{7,64}$": "Skriv minst sju tecken, till exempel 1a2b3c4.",
}


def read_record(document: Document, model: type[RecordT]) -> tuple[RecordT | None, list[Problem]]:
    """Validate a document against a model.

    Returns the record and no problems, or every problem and the sound part of the record: faulty
    parts are dropped so that checks across records can go on. The record is None if nothing can
    be kept.
    """
    problems: dict[tuple[int, int, str], Problem] = {}
    while True:
        try:
            return reader_of(model).validate_python(document.data), list(problems.values())
        except ValidationError as error:
            details = error.errors(include_url=False)
        for detail in details:
            problem = _problem(document, model, detail)
            problems.setdefault((problem.line, problem.column, problem.message), problem)
        if not _drop_faulty(document, model, details):
            return None, list(problems.values())


def _drop_faulty(document: Document, model: type[Record], details: list[ErrorDetails]) -> bool:
    """Drop the faulty parts; return False if the whole record has to be dropped."""
    keys = set()
    for detail in details:
        key = _droppable(model, detail)
        if key:
            keys.add(key)
        elif len(detail["loc"]) == 1 and detail["loc"][0] in _STAND_INS:
            name = str(detail["loc"][0])
            document.damaged.add(name)
            document.data[name] = _STAND_INS[name]
        else:
            return False
    # From the end, so that list items yet to be dropped keep their numbers.
    for key in sorted(
        keys, key=lambda key: [(isinstance(part, int), part) for part in key], reverse=True
    ):
        if not any(key[:length] in keys for length in range(1, len(key))):
            document.drop(*key)
    return True


def _droppable(model: type[Record], detail: ErrorDetails) -> Key:
    """Return the key of the smallest part with the fault that the record can do without."""
    key: Key = tuple(detail["loc"])
    if detail["type"] == "missing":
        key = key[:-1]
    elif detail["type"] == "unexpected_keyword_argument":
        return key
    while key:
        if isinstance(key[-1], int):
            return key
        owner = model_at(model, key[:-1])
        if owner and key[-1] in fields_of(owner) and not fields_of(owner)[key[-1]].is_required():
            return key
        key = key[:-1]
    return ()


def model_at(model: type[Record], key: Key) -> type[Record] | None:
    """Return the model of the value at `key` in a record, list items included; None for text."""
    current: Any = model
    for part in key:
        if isinstance(part, str):
            info = fields_of(current).get(part)
            current = next(_models_in(info.annotation), None) if info else None
        if current is None:
            return None
    return current if isinstance(current, type) else None


def _models_in(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


def _problem(document: Document, model: type[Record], detail: ErrorDetails) -> Problem:
    key: Key = tuple(detail["loc"])
    name = str(next((part for part in reversed(key) if isinstance(part, str)), ""))
    kind = detail["type"]
    value = detail["input"]
    context = detail.get("ctx", {})
    owner = model_at(model, key[:-1])
    info = fields_of(owner).get(name) if owner else None
    help_text = _help(info)
    if kind == "missing":
        message = f'Fältet "{name}" saknas.'
        return document.problem(message, *key[:-1], hint=f"Lägg till det{help_text}")
    if kind == "unexpected_keyword_argument":
        known = list(fields_of(owner)) if owner else []
        nearest = did_you_mean(name, known) or f"Här får stå: {listing(known)}."
        place = document.at_key(*key)
        return Problem(document.path, *place, f"Fältet {quoted(name)} finns inte här.", nearest)
    if value is None or kind in ("string_too_short", "too_short"):
        required = info is not None and info.is_required()
        fill_in = f"Fyll i det{help_text}" if required else "Fyll i det eller ta bort raden."
        return document.problem(f'Fältet "{name}" är tomt.', *key, hint=fill_in)
    message, hint = _value_fault(kind, name, value, context)
    if kind == "literal_error" and info and info.description and hint and "Välj" in hint:
        hint = f"Välj {decapitalised(said(field_text(info.description)))}"
    return document.problem(message, *key, hint=hint)


def _help(info: FieldInfo | None) -> str:
    """Return the purpose of a field as the end of a sentence: ": Källa." or ". Sida: …"."""
    if info is None or not info.title:
        return "."
    title = said(field_text(info.title))
    if info.description is None:
        return f": {title}."
    return f". {title}: {decapitalised(said(field_text(info.description)))}"


def _value_fault(
    kind: str, name: str, value: Any, context: dict[str, Any]
) -> tuple[str, str | None]:
    """Return the message and the hint for a value of the wrong kind or form."""
    unusable = f'Fältet "{name}" har ett värde som inte går att använda.'
    match kind:
        case "value_error":
            return unusable, str(context["error"])
        case "literal_error":
            known = _literals(context["expected"])
            near = did_you_mean(str(value), known, cutoff=0.8)
            nearest = near or f"Välj {listing(known, 'eller')}."
            return f'{quoted(str(value))} är inget av de värden som "{name}" kan ha.', nearest
        case "string_pattern_mismatch":
            form = _form_hint(context["pattern"], str(value))
            return f'{quoted(str(value))} har inte den form som "{name}" ska ha.', form
        case "tuple_type":
            hint = "Skriv en punkt per rad, med bindestreck framför."
            return f'Fältet "{name}" ska vara en lista.', hint
        case "string_type":
            if isinstance(value, list):
                hint = "Ta bort bindestrecket eller klamrarna, eller sätt texten inom citattecken."
                return f'Fältet "{name}" ska vara en text, inte en lista.', hint
            hint = "Börjar texten med klammer eller har kolon, sätt den inom citattecken."
            return f'Fältet "{name}" ska vara en text.', hint
        case "dataclass_type":
            if not name:
                return "Filen ska bestå av fält.", "Skriv fältnamn: värde, ett per rad."
            message = f'Fältet "{name}" ska ha egna fält under sig.'
            return message, "Skriv fältnamn: värde, indraget, ett per rad."
        case _:
            return unusable, None


def _form_hint(pattern: str, value: str) -> str | None:
    """Return a hint with an example of this form, if possible made from the given value."""
    if pattern == SLUG:
        word = slug(value)
        known_form = re.fullmatch(SLUG, word)
        return f'{_SLUG_HINT} Till exempel "{word}".' if known_form else _SLUG_HINT
    numbers = re.findall(r"\b[A-Za-z]?\d+(?:\.\d+)*", value) if pattern == PLAN_ID else []
    if len(numbers) > 1:
        return f"Skriv ett id per rad: - {numbers[0].upper()}."
    if numbers:
        return f'Menade du "{numbers[0].upper()}"?'
    return _PATTERN_HINTS.get(pattern)


def _literals(expected: str) -> list[str]:
    return [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]


def known_ids(document: Document, *lists: str) -> Iterable[str]:
    """Yield the ids of the records in the named lists, sound or not."""
    data = document.data if isinstance(document.data, dict) else {}
    for name in lists:
        for record in data.get(name) or []:
            if isinstance(record, dict) and isinstance(record.get("id"), str):
                yield record["id"]
