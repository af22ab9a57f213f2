"""Where each field and list item of a YAML file stands: its line and column."""

from collections.abc import Iterator
from typing import Any

import yaml

from roadmap.datafiles.characters import Place
from roadmap.text.swedish import composed

# The way from the outermost field of a file to a value: names of fields and places in lists.
Key = tuple[str | int, ...]


def events(text: str) -> Iterator[Any]:
    """Yield the parser's events, straight from libyaml."""
    return iter(yaml.CLoader(text).get_event, None)


def lines_of_keys(text: str) -> dict[Key, int]:
    """Return the line of every field and list item of a file that can be parsed."""
    return {key: line for key, ((line, _), _) in places(text).items() if key}


def places(text: str) -> dict[Key, tuple[Place, Place]]:
    """Map each key to the places of its name and of its value."""
    found: dict[Key, tuple[Place, Place]] = {}
    path: list[str | int] = []
    kinds: list[str] = []
    key_place: Place = (1, 1)
    awaiting_key = False

    def enter(event: Any) -> None:
        nonlocal key_place
        if kinds and kinds[-1] == "sequence":
            path[-1] = int(path[-1]) + 1
            key_place = mark(event)
        found.setdefault(tuple(path), (key_place, mark(event)))

    def leave() -> None:
        nonlocal awaiting_key
        if kinds and kinds[-1] == "mapping":
            path.pop()
            awaiting_key = True

    for event in events(text):
        if isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
            if kinds and kinds[-1] == "mapping" and awaiting_key:
                path.append(_said(event) if isinstance(event, yaml.ScalarEvent) else "*")
                key_place = mark(event)
                awaiting_key = False
                continue
            enter(event)
            leave()
        elif isinstance(event, yaml.MappingStartEvent):
            enter(event)
            kinds.append("mapping")
            awaiting_key = True
        elif isinstance(event, yaml.SequenceStartEvent):
            enter(event)
            kinds.append("sequence")
            path.append(-1)
        elif isinstance(event, yaml.MappingEndEvent):
            kinds.pop()
            leave()
        elif isinstance(event, yaml.SequenceEndEvent):
            kinds.pop()
            path.pop()
            leave()
    return found


def mark(event: Any) -> Place:
    """Return where an event begins."""
    return event.start_mark.line + 1, event.start_mark.column + 1


def _said(scalar: Any) -> str:
    """Return what a scalar says: escapes may have put a letter together that the file has not."""
    return composed(scalar.value) if scalar.style == '"' else str(scalar.value)
