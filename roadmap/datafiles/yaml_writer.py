"""Write a record of the model as YAML in the canonical form.

Keys are in the model's order, unset fields are left out, lists are block lists, no line is longer
than 72 characters if a space allows a break. A running text (`Text`) is a `|` block
whose paragraphs are wrapped; a long line is a `>-` block. Reading it gives the same record.
"""

import re
import textwrap
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, get_args, get_type_hints

import yaml

from roadmap.model import Record, fields_of
from roadmap.model.fields import Pages, Text
from roadmap.text import source_text

WIDTH = 72
# Other YAML tools would read these as true or false, not as words.
_TRUTH_WORDS = {"y", "n", "yes", "no", "on", "off", "true", "false"}
_EMPTY_WORDS = {"~", "null"}
# Keeps at the end of a line what means something else first on one: a dash begins an item, a stroke
# a table's row, and the others are marks of git. The character is one that data may not have.
_GLUE = "\ue000"
_NOT_FIRST = re.compile(r" (?=(?:-|<{7}|={7}|>{7})(?: |$)|\|)")


def dump(record: Record) -> str:
    """Return the record as a YAML file in the canonical form."""
    return "\n".join([*_mapping(record, 0), ""])


def line_of(name: str, value: str) -> str:
    """Return a field outside a record, such as one of `mkdocs.yml`, without the final newline."""
    return "\n".join(_scalar(f"{name}:", value, 2))


def wrapped(text: str, width: int) -> list[str]:
    """Return a text's paragraphs, lists and tables wrapped at `width`, blank lines between them."""
    lines: list[str] = []
    for block in source_text.blocks(text):
        lines.extend([""] if lines else [])
        hanging = "" if isinstance(block, source_text.Paragraph) else "  "
        for line in source_text.written(block):
            lines.extend(_wrap(line.rstrip(), width, hanging))
    return lines


def _mapping(record: Record, indent: int) -> Iterator[str]:
    hints = get_type_hints(type(record), include_extras=True)
    for name, info in fields_of(type(record)).items():
        value = getattr(record, name)
        if value is None or value == () or (not info.is_required() and value == info.default):
            continue
        yield from _field(name, value, Text in (hints[name], *get_args(hints[name])), indent)


def _field(name: str, value: Any, is_text: bool, indent: int) -> Iterator[str]:
    head = f"{' ' * indent}{name}:"
    if isinstance(value, Record):
        yield head
        yield from _mapping(value, indent + 2)
    elif isinstance(value, tuple) and not isinstance(value, Pages):
        yield head
        for item in value:
            yield from _item(item, indent + 2)
    elif is_text:
        yield f"{head} |"
        margin = " " * (indent + 2)
        for line in wrapped(value, WIDTH - len(margin)):
            yield (margin + line).rstrip()
    else:
        yield from _scalar(head, value, indent + 2)


def _item(value: Any, indent: int) -> Iterator[str]:
    if isinstance(value, Record):
        for index, line in enumerate(_mapping(value, indent + 2)):
            yield line if index else f"{' ' * indent}- {line[indent + 2 :]}"
    else:
        yield from _scalar(f"{' ' * indent}-", value, indent + 2)


def _scalar(head: str, value: Any, indent: int) -> Iterator[str]:
    """Yield the lines of a value after `head`; the lines that follow are indented."""
    if isinstance(value, bool):
        yield f"{head} {'true' if value else 'false'}"
        return
    if isinstance(value, Pages):
        first, last = value
        value = str(first) if first == last else f"{first}-{last}"
    elif isinstance(value, int | date):
        value = str(value)
    elif isinstance(value, Decimal):
        value = f"{value:f}".replace(".", ",")
    inline = value if _is_plain(value) else "'" + value.replace("'", "''") + "'"
    if len(head) + 1 + len(inline) <= WIDTH or " " not in value:
        yield f"{head} {inline}"
    else:
        yield f"{head} >-"
        margin = " " * indent
        yield from (margin + line for line in _wrap(value, WIDTH - indent))


def _is_plain(value: str) -> bool:
    """Whether every tool reads the value without quotes as the same text."""
    if value.casefold() in _TRUTH_WORDS | _EMPTY_WORDS:
        return False
    try:
        events = list(yaml.parse(f"k: {value}", Loader=yaml.CLoader))
    except yaml.YAMLError:
        return False
    scalars = [event for event in events if isinstance(event, yaml.ScalarEvent)]
    return (
        len(events) == 8
        and len(scalars) == 2
        and scalars[1].value == value
        and not scalars[1].style
    )


def _wrap(text: str, width: int, hanging: str = "") -> list[str]:
    """Break a line at single spaces; only the first may begin with a sign of YAML or git."""
    prefix = text[: len(hanging)]
    lines = textwrap.wrap(
        prefix + _NOT_FIRST.sub(_GLUE, text[len(prefix) :]),
        width,
        subsequent_indent=hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace(_GLUE, " ") for line in lines]
