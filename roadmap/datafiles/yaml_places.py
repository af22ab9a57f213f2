"""The places in a YAML file: of each field, list item and `#` comment.

A second pass over a file that has been read, made only when a place has to be reported.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from roadmap.datafiles.characters import Place
from roadmap.text.swedish import composed

# How deep lists and fields may be nested.
MAX_DEPTH = 20

# The path from the outermost field of a file to a value: field names and list indexes.
Key = tuple[str | int, ...]


class _Item(NamedTuple):
    """A field or a list item: the parser's events for its name and the start of its value.

    A list item has no name; the start of its value is used for both.
    """

    key: Key
    name: Any
    value: Any


@dataclass(frozen=True)
class YamlComment:
    """A comment. `line` and `column` count from 1; `text` begins with #.

    `cuts` if it follows a value and so may be part of a text that it cuts off.
    """

    line: int
    column: int
    text: str
    cuts: bool


def events(text: str) -> Iterator[Any]:
    """Yield the parser's events, straight from libyaml."""
    return iter(yaml.CLoader(text).get_event, None)


def mark(event: Any) -> Place:
    """Return the line and column, from 1, where an event begins."""
    return event.start_mark.line + 1, event.start_mark.column + 1


def lines_of_keys(text: str) -> dict[Key, int]:
    """Return the line of every field and list item of a file that can be parsed."""
    return {key: line for key, ((line, _), _) in places(text).items() if key}


def places(text: str) -> dict[Key, tuple[Place, Place]]:
    """Map each key to the places of its name and of its value. Raises yaml.YAMLError."""
    places_by_key: dict[Key, tuple[Place, Place]] = {}
    for item in _items(text):
        name = (1, 1) if item.name is None else mark(item.name)
        places_by_key.setdefault(item.key, (name, mark(item.value)))
    return places_by_key


def repeated_fields(text: str) -> Iterator[tuple[Key, Place]]:
    """Yield each field that stands where another of its name does, with its place, in order."""
    first: dict[Key, Any] = {}
    repeated: set[Key] = set()
    for item in _items(text):
        if first.setdefault(item.key, item.name) is item.name:
            continue
        if not any(item.key[:length] in repeated for length in range(len(item.key))):
            repeated.add(item.key)
            yield item.key, mark(item.name)


def comments(text: str) -> Iterator[YamlComment]:
    """Yield the comments of a file; none if it cannot be parsed."""
    if "#" not in text:
        return
    inside: set[int] = set()  # lines that belong to a text from their first column on
    starts: dict[int, int] = {}  # where the last value of a line ends
    values: set[int] = set()  # lines whose last scalar is followed by nothing but space
    lines = text.split("\n")
    try:
        for item in _items(text):
            if len(item.key) > MAX_DEPTH:  # the parser could take minutes on such a file
                return
            for event in (item.name, item.value):
                if not isinstance(event, yaml.ScalarEvent):
                    continue
                start, end = event.start_mark, event.end_mark
                assert start is not None
                assert end is not None
                inside.update(range(start.line + 1, end.line))
                if event.style in ("|", ">"):
                    starts[start.line] = start.column + 1
                    continue
                starts[end.line] = end.column
                rest = lines[end.line][end.column :] if end.line < len(lines) else ""
                if re.match(r"\s+#", rest):
                    values.add(end.line)
    except yaml.YAMLError:
        return
    for number, line in enumerate(lines):
        if number in inside:
            continue
        match = re.compile(r"(?:^|(?<=\s))#").search(line, starts.get(number, 0))
        if match:
            column = match.start()
            yield YamlComment(number + 1, column + 1, line[column:].rstrip(), number in values)


def _items(text: str) -> Iterator[_Item]:
    """Yield every field and list item of a file in its order. Raises yaml.YAMLError."""
    path: list[str | int] = []
    is_list: list[bool] = []  # for each list or mapping that is open
    name: Any = None  # of the field whose value comes next
    in_name = 0  # how many lists and mappings are open in a name, where they do not belong

    for event in events(text):
        begins = isinstance(event, yaml.CollectionStartEvent)
        ends = isinstance(event, yaml.CollectionEndEvent)
        if in_name:
            in_name += begins - ends
            continue
        if ends:
            if is_list.pop():
                path.pop()
            if is_list and not is_list[-1]:
                path.pop()
            name = None
            continue
        if not begins and not isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
            continue
        if is_list and is_list[-1]:
            path[-1] = int(path[-1]) + 1
            name = event
        elif is_list and name is None:
            path.append(_field_name(event))
            name = event
            in_name += begins
            continue
        yield _Item(tuple(path), name, event)
        name = None
        if begins:
            is_list.append(isinstance(event, yaml.SequenceStartEvent))
            if is_list[-1]:
                path.append(-1)
        elif is_list and not is_list[-1]:
            path.pop()


def _field_name(event: Any) -> str:
    """Return the name of a field; escapes may have made letters that need to be composed."""
    if not isinstance(event, yaml.ScalarEvent):
        return "*"
    return composed(event.value) if event.style == '"' else event.value
