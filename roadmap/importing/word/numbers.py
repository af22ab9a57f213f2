"""The numbers and bullets of paragraphs that Word itself makes: counted and written as it does.

What no standard says of the counting is as others have measured it in Word: a level that is first
met without those above it counts them as met, and a text box counts by itself.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from roadmap.importing.word.package import is_on, name, number, value
from roadmap.importing.word.styles import NUMBER_ID, NUMBER_LEVEL, Style, Styles

_LEVELS = 9
_ABSTRACT, _ABSTRACT_ID = name("w:abstractNum"), name("w:abstractNumId")
_NUM, _LEVEL, _OVERRIDE = name("w:num"), name("w:lvl"), name("w:lvlOverride")
_START, _START_OVERRIDE, _FORMAT = name("w:start"), name("w:startOverride"), name("w:numFmt")
_TEXT, _RESTART, _LEGAL = name("w:lvlText"), name("w:lvlRestart"), name("w:isLgl")
_SUFFIX, _STYLE, _STYLE_LINK = name("w:suff"), name("w:pStyle"), name("w:numStyleLink")
_PICTURE = name("w:lvlPicBulletId")
BULLET = "- "


@dataclass(frozen=True)
class Level:
    """How a level of a list is numbered. `text` has %1 where the number of the first level is."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    glued: bool = False
    style: str | None = None


@dataclass(frozen=True)
class Numbering:
    """A list of a document: its counters are those of `abstract`, shared with other lists."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numberings:
    """The lists that the numbering part of a document defines."""

    def __init__(self, root: Any, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str | None, Any] = {}
        self._nums: dict[str | None, Any] = {}
        self._known: dict[str, Numbering | None] = {}
        if root is not None:
            self._abstract = {item.get(_ABSTRACT_ID): item for item in root.iter(_ABSTRACT)}
            self._nums = {item.get(NUMBER_ID): item for item in root.iter(_NUM)}

    def of(self, style: Style, properties: Any) -> tuple[str, Numbering, int] | None:
        """Return the list that a paragraph is in, with its id and level; None if in none.

        `properties` are the paragraph's own w:numPr, which goes before its style's.
        """
        number_id = value(properties, NUMBER_ID) or style.number_id
        if number_id is None or number_id.strip("0") == "":
            return None  # the number was taken away
        numbering = self._numbering(number_id)
        if numbering is None:
            return None
        level = number(value(properties, NUMBER_LEVEL))
        if level is None:
            by_style = {item.style: depth for depth, item in numbering.levels.items()}
            level = next((by_style[item] for item in style.ids if item in by_style), None)
        if level is None:
            level = style.number_level or 0
        return (number_id, numbering, level) if level in numbering.levels else None

    def _numbering(self, number_id: str) -> Numbering | None:
        if number_id not in self._known:
            self._known[number_id] = self._found(number_id)
        return self._known[number_id]

    def _found(self, number_id: str) -> Numbering | None:
        num = self._nums.get(number_id)
        abstract = self._abstract.get(value(num, _ABSTRACT_ID))
        for _ in range(_LEVELS):  # a style may have the levels, and that another style
            linked = value(abstract, _STYLE_LINK)
            if linked is None:
                break
            linked_num = self._nums.get(self._styles.style(linked).number_id)
            abstract = self._abstract.get(value(linked_num, _ABSTRACT_ID))
        if num is None or abstract is None:
            return None
        levels = {depth: _level(item) for depth, item in _by_depth(abstract, _LEVEL)}
        starts: dict[int, int] = {}
        for depth, override in _by_depth(num, _OVERRIDE):
            if (own := override.find(_LEVEL)) is not None:
                levels[depth] = _level(own)
            if (start := number(value(override, _START_OVERRIDE))) is not None:
                starts[depth] = start
        return Numbering(abstract.get(_ABSTRACT_ID) or "", levels, starts)


def _by_depth(parent: Any, child: str) -> list[tuple[int, Any]]:
    pairs = [(number(item.get(NUMBER_LEVEL)), item) for item in parent.iterchildren(child)]
    return [(depth, item) for depth, item in pairs if depth is not None and depth < _LEVELS]


def _level(element: Any) -> Level:
    start = number(value(element, _START))
    has_picture = element.find(_PICTURE) is not None
    return Level(
        1 if start is None else start,
        "bullet" if has_picture else value(element, _FORMAT) or "decimal",
        "•" if has_picture else value(element, _TEXT) or "",
        number(value(element, _RESTART)),
        bool(is_on(element, _LEGAL)),
        value(element, _SUFFIX) == "nothing",
        value(element, _STYLE),
    )


@dataclass
class Counter:
    """Counts the paragraphs of a story: the body, the text boxes, the notes."""

    _counts: dict[tuple[str, int], int] = field(default_factory=dict)
    _met: set[tuple[str, int]] = field(default_factory=set)
    _started: set[tuple[str, int]] = field(default_factory=set)

    def mark(self, number_id: str, numbering: Numbering, depth: int) -> str:
        """Count one more paragraph, and return what stands before it: "2.1 ", "- " or nothing."""
        self._count(number_id, numbering, depth)
        level = numbering.levels[depth]
        if level.format == "bullet":
            # A bullet may be a letter of a symbol font; a word is no bullet.
            return f"{level.text} " if len(level.text) > 2 else BULLET if level.text else ""
        shown = re.sub(
            "%([1-9])", lambda match: self._shown(numbering, level, depth, match[1]), level.text
        )
        if not any(letter.isalnum() or letter == "§" for letter in shown):
            return BULLET if shown.strip() else ""
        return shown if level.glued else f"{shown} "

    def _count(self, number_id: str, numbering: Numbering, depth: int) -> None:
        abstract = numbering.abstract
        if (abstract, depth) not in self._met:
            for above in range(depth - 1, -1, -1):
                if (abstract, above) in self._met:
                    break
                self._increase(number_id, numbering, above)
        self._increase(number_id, numbering, depth)
        for deeper, level in numbering.levels.items():
            restart = deeper if level.restart is None else level.restart
            if deeper > depth and depth < restart:
                self._counts.pop((abstract, deeper), None)

    def _increase(self, number_id: str, numbering: Numbering, depth: int) -> None:
        level = numbering.levels.get(depth, Level())
        key = (numbering.abstract, depth)
        self._met.add(key)
        if depth in numbering.starts and (number_id, depth) not in self._started:
            self._started.add((number_id, depth))
            self._counts[key] = numbering.starts[depth]
        else:
            self._counts[key] = self._counts.get(key, level.start - 1) + 1

    def _shown(self, numbering: Numbering, level: Level, depth: int, digit: str) -> str:
        at = int(digit) - 1
        other = numbering.levels.get(at, Level())
        count = self._counts.get((numbering.abstract, at), other.start)
        plain = level.legal and at != depth
        return _FORMATS.get("decimal" if plain else other.format, str)(count)


def _letters(count: int) -> str:
    # After z comes aa, then bb.
    return "abcdefghijklmnopqrstuvwxyz"[(count - 1) % 26] * min((count - 1) // 26 + 1, 30)


def _roman(count: int) -> str:
    if not 0 < count < 4000:
        return str(count)
    units = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    letters = ["m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"]
    text = ""
    for unit, letter in zip(units, letters, strict=True):
        text += letter * (count // unit)
        count %= unit
    return text


def _ordinal_letter(count: int) -> str:
    return "a" if count % 10 in (1, 2) and count % 100 not in (11, 12) else "e"


_FORMATS: dict[str, Callable[[int], str]] = {
    "lowerLetter": lambda count: _letters(count) if count > 0 else str(count),
    "upperLetter": lambda count: _letters(count).upper() if count > 0 else str(count),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "decimalZero": lambda count: f"{count:02}",
    "ordinal": lambda count: f"{count}:{_ordinal_letter(count)}",
    "none": lambda _: "",
}
