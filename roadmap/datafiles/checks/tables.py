"""Rules about the tables in texts: each row has a cell for each column, and a table has words."""

import re
from collections.abc import Iterable, Iterator, Sequence

from roadmap.datafiles.checks.scope import Scope
from roadmap.datafiles.problems import Problem
from roadmap.datafiles.yaml_places import Key
from roadmap.datafiles.yaml_reader import Document
from roadmap.model.dataset import Body
from roadmap.text import tables
from roadmap.text.source_text import blocks
from roadmap.text.swedish import counted
from roadmap.text.tables import Table

_ROW = re.compile(r"\s*\|.*\|\s*")
_CELLS = "Skriv lika många: en tom cell som | |, och ett lodstreck i en cell som \\|."

Fault = tuple[int, str, str]  # the line of the text, from 0, the message and what to do


def tables_in_the_plan_are_whole(scope: Scope) -> Iterator[Problem]:
    """The tables in the plan's texts are whole, also in those that are not placed yet."""
    for index, section in enumerate(scope.dataset.plan.sections):
        yield from _problems(scope.plan, ("sections", index, "text"), section.text or "")
    for index, item in enumerate(scope.dataset.plan.unplaced):
        yield from _problems(scope.plan, ("unplaced", index, "text"), item.text)
    for area in scope.dataset.goal_areas:
        document = scope.document(area.id)
        yield from _problems(document, ("text",), area.text or "")
        for index, group in enumerate(area.groups):
            yield from _problems(document, ("groups", index, "text"), group.text or "")
        for index, strategy in enumerate(area.strategies):
            yield from _problems(document, ("strategies", index, "text"), strategy.text)
        for index, item in enumerate(area.unplaced):
            yield from _problems(document, ("unplaced", index, "text"), item.text)


def tables_in_responses_are_whole(
    _scope: Scope, body: Body, document: Document
) -> Iterator[Problem]:
    """The tables in the texts of a response are whole."""
    for name in ("sections", "comments", "unplaced"):
        for index, record in enumerate(getattr(body.response, name)):
            yield from _problems(document, (name, index, "text"), record.text)


def _problems(document: Document, key: Key, text: str) -> Iterator[Problem]:
    if "|" not in text:
        return
    line, column = document.at(*key)
    lines = document.text.split("\n")
    if not lines[line - 1][column - 1 :].startswith("|"):
        if any(isinstance(block, Table) for block in blocks(text)):
            message = "Tabellens rader flyter ihop när texten inte börjar med ett lodstreck."
            hint = "Skriv text: | och tabellen på raderna under, en rad i taget."
            yield document.problem(message, *key, hint=hint)
        return
    for number, message, hint in _faults(_literal(lines[line:])):
        row = lines[line + number]
        start = len(row) - len(row.lstrip())
        yield Problem(document.path, line + number + 1, start + 1, message, hint)


def _literal(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a text that begins with the first of them."""
    indent = ""
    for line in lines:
        indent = indent or line[: len(line) - len(line.lstrip())]
        if line.strip() and not (indent and line.startswith(indent)):
            return
        yield line


def _faults(lines: Iterable[str]) -> Iterator[Fault]:
    chunk: list[str] = []
    for number, line in enumerate([*lines, ""]):
        if line.strip():
            chunk.append(line)
        elif chunk:
            first = number - len(chunk)
            found = _table("\n".join(chunk)) if tables.is_table(chunk[0]) else _stray(chunk)
            yield from ((first + row, message, hint) for row, message, hint in found)
            chunk = []


def _stray(chunk: list[str]) -> Iterator[Fault]:
    """Yield the first row of a table that has running text right above it."""
    row = next((index for index, line in enumerate(chunk) if _ROW.fullmatch(line)), None)
    if row is not None:
        yield row, "Tabellen läses som löpande text.", "Skriv en tom rad före tabellen."


def _table(chunk: str) -> Iterator[Fault]:
    rows = tables.written_rows(chunk)
    if not any(cell for row in tables.parse(chunk).rows for cell in row):
        yield 0, "Tabellen är tom.", "Skriv ord i dess celler, eller ta bort den."
        return
    width = len(rows[0].cells)
    for index, row in enumerate(rows):
        if not row.is_closed:
            message = "Tabellens rad slutar inte med ett lodstreck."
            hint = "Skriv | efter den sista cellen, och en tom rad mellan tabellen och annan text."
            yield row.line, message, hint
        elif len(row.cells) != width:
            cells = counted(len(row.cells), "cell", "celler", neuter=False)
            message = f"Raden har {cells}, men tabellens första rad har {width}."
            yield row.line, message, _CELLS
        elif row.is_dashes and index != 1:
            message = "Raden med bindestreck står inte under tabellens första rad."
            hint = "Flytta den dit om den första raden är tabellens huvud; ta annars bort den."
            yield row.line, message, hint
