"""Find the `#` comments of a YAML file: the parser passes over them, and tools lose them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

# How deep lists and fields may lie in each other.
MAX_DEPTH = 20


@dataclass(frozen=True)
class YamlComment:
    """A comment. `line` and `column` count from 1; `text` begins with #.

    `cuts`: it stands after a value, and may be part of a text that the writer meant whole.
    """

    line: int
    column: int
    text: str
    cuts: bool


def comments(text: str) -> Iterator[YamlComment]:
    """Yield the comments of a file that can be parsed; of any other, none."""
    if "#" not in text:
        return
    depth = 0
    inside: set[int] = set()  # lines that belong to a text from their first column on
    starts: dict[int, int] = {}  # where the last value of a line ends
    values: set[int] = set()  # lines whose last scalar is followed by nothing but space
    lines = text.split("\n")
    try:
        for event in yaml.parse(text, Loader=yaml.CLoader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH:  # the parser would take minutes on an absurd file
                    return
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if not isinstance(event, yaml.ScalarEvent):
                continue
            start, end = event.start_mark, event.end_mark
            assert start is not None
            assert end is not None
            if event.style in ("|", ">"):
                inside.update(range(start.line + 1, end.line))
                starts[start.line] = start.column + 1
                continue
            inside.update(range(start.line + 1, end.line))
            starts[end.line] = end.column
            rest = lines[end.line][end.column :] if end.line < len(lines) else ""
            if re.match(r"\s+#", rest):
                values.add(end.line)
    except yaml.YAMLError:
        return
    for number, line in enumerate(lines):
        if number in inside:
            continue
        found = re.compile(r"(?:^|(?<=\s))#").search(line, starts.get(number, 0))
        if found:
            column = found.start()
            yield YamlComment(number + 1, column + 1, line[column:].rstrip(), number in values)
