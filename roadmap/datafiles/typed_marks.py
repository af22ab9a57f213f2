"""Warn about marks that people type, and that a page shows in another way than they expect."""

import re
from collections.abc import Iterator

from roadmap.datafiles.characters import place
from roadmap.datafiles.problems import Problem, quoted

# Every pattern begins with a few known characters, which are found fast.
_BULLETS = "•·▪●○◦‣*"
_BULLET = re.compile(rf"[{_BULLETS}] (?=\S)")
_NUMBERED = re.compile(r"\n *(\d{1,2})[.)] +\S")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
# A whole value within quotation marks that are no part of YAML's own writing.
_QUOTED = re.compile(
    r": +(?:['\"]?([”“„»«][^”“„»«\"'\n]+[”“»«])['\"]?|'(\"[^\"\n]+\")'|\"('[^'\n]+')\") *(?:\n|$)"
)
_NAMED_FIELDS = ("name", "title", "heading", "issuer", "municipality", "publisher")
_NAME = r"[A-ZÅÄÖÉ][a-zåäöéü]+(?:-[A-ZÅÄÖÉ][a-zåäöéü]+)?"
_QUOTED_NAME = re.compile(rf"[”“„»«\"]({_NAME}(?: {_NAME}){{1,2}})[”“»«\"]")
_WRITTEN_BY_YAML = re.compile(r"(- *)?(\w+:)?")


def typed_marks(path: str, text: str) -> Iterator[Problem]:
    """Warn about list marks that become running text, and about quotation marks round names."""
    for match in _BULLET.finditer(text) if any(mark in text for mark in _BULLETS) else ():
        if not _before(text, match.start()).strip("- "):
            message = f'Raden börjar med "{match[0][0]}" och blir löpande text.'
            hint = 'Skriv "- " i stället, så blir det en punkt i en lista.'
            yield _warning(path, text, match.start(), message, hint)
    if _NUMBERED.search(text):
        yield from _numbered_lists(path, text)
    for match in _QUOTED.finditer(text):
        if _before(text, match.start()).strip("- ") in _NAMED_FIELDS:
            which = match.lastindex or 0
            message = f"Citattecknen kring {match[which]} visas på webbplatsen."
            hint = "Ta bort dem om källan inte har dem."
            yield _warning(path, text, match.start(which), message, hint)
    for match in _QUOTED_NAME.finditer(text):
        before = _before(text, match.start()).strip()
        is_yaml = match[0][0] == '"' and _WRITTEN_BY_YAML.fullmatch(before)
        if not is_yaml:
            message = f"{quoted(match[1])} står inom citattecken. Är det en privatpersons namn?"
            hint = "Ta i så fall bort det. Privatpersoners namn publiceras inte."
            yield _warning(path, text, match.start(1), message, hint)


def _before(text: str, offset: int) -> str:
    """Return what stands before an offset on its line."""
    return text[text.rfind("\n", 0, offset) + 1 : offset]


def _numbered_lists(path: str, text: str) -> Iterator[Problem]:
    """Warn where numbered lines follow each other in one paragraph, which joins them."""
    start = 0
    for blank in [*_BLANK_LINE.finditer(text), None]:
        end = blank.start() if blank else len(text)
        items = list(_NUMBERED.finditer(text, max(start - 1, 0), end))
        numbers = [int(item[1]) for item in items]
        if len(items) > 1 and numbers == list(range(numbers[0], numbers[0] + len(items))):
            message = f"Punkterna {numbers[0]} till {numbers[-1]} blir ett enda stycke."
            hint = "Sätt en tom rad mellan dem, så blir var och en ett eget stycke."
            yield _warning(path, text, items[0].start(1), message, hint)
        start = blank.end() if blank else end


def _warning(path: str, text: str, offset: int, message: str, hint: str) -> Problem:
    return Problem(path, *place(text, offset), message, hint, "warning")
