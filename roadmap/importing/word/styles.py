"""What the styles of a Word document say: levels of headings, numbers, hidden and struck text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from roadmap.importing.word.package import is_on, name, number, value
from roadmap.importing.word.shading import has_colour

_PROPERTIES, _RUN = name("w:pPr"), name("w:rPr")
_ID, _TYPE, _DEFAULT = name("w:styleId"), name("w:type"), name("w:default")
_STYLE, _NAME, _BASED_ON = name("w:style"), name("w:name"), name("w:basedOn")
_LEVEL = name("w:outlineLvl")
NUMBER, NUMBER_ID, NUMBER_LEVEL = name("w:numPr"), name("w:numId"), name("w:ilvl")
_HIDDEN, _BOLD = name("w:vanish"), name("w:b")
_COLOUR, _SIZE = name("w:color"), name("w:sz")
_WHITE = "FFFFFF"
_TINY = 4  # half points, the size of text that nobody can read
_STRUCK, _STRUCK_TWICE = name("w:strike"), name("w:dstrike")
_PARAGRAPH_STYLE, _RUN_STYLE = name("w:pStyle"), name("w:rStyle")
_LONGEST_CHAIN = 50
# Word itself writes "heading 1" in every language; other programs write what they show.
_HEADING = re.compile(
    r"(?:heading|rubrik|überschrift|otsikko|overskrift|titre|kop)\s*([1-9])\b", re.IGNORECASE
)
_TITLES = ("title", "titel", "rubrik")
_CONTENTS = re.compile(
    r"(toc|innehåll)\s*(\d|heading)|table of figures|innehållsförteckning", re.IGNORECASE
)

_Said = TypeVar("_Said")


@dataclass(frozen=True)
class Style:
    """What a style says, with what it has from the styles that it is based on.

    `ids` are its own id and theirs. What it does not say is None.
    """

    ids: tuple[str, ...] = ()
    hidden: bool | None = None
    struck: bool | None = None
    bold: bool | None = None
    white: bool | None = None
    tiny: bool | None = None
    level: int | None = None
    number_id: str | None = None
    number_level: int | None = None
    title: bool = False
    contents: bool = False


@dataclass(frozen=True)
class Look:
    """How a run of text looks."""

    hidden: bool
    struck: bool
    bold: bool
    white: bool = False
    tiny: bool = False


class Styles:
    """The styles of a document, each worked out once."""

    def __init__(self, root: Any = None) -> None:
        self._elements: dict[str | None, Any] = {}
        self._default_id: str | None = None
        self._styles: dict[str | None, Style] = {}
        self._looks: dict[tuple[tuple[str, ...], str | None], Look] = {}
        for element in [] if root is None else root.iter(_STYLE):
            self._elements.setdefault(element.get(_ID), element)
            default = element.get(_DEFAULT) in ("1", "true", "on")
            if default and element.get(_TYPE) == "paragraph":
                self._default_id = element.get(_ID)

    def of_paragraph(self, properties: Any) -> Style:
        """Return the style of a paragraph with these properties."""
        return self.style(self._id(properties))

    def style(self, style_id: str | None) -> Style:
        """Return a style by its id; one that is not there says nothing."""
        if style_id not in self._styles:
            self._styles[style_id] = _style(list(self._chain(style_id)))
        return self._styles[style_id]

    def look(self, style: Style, run: Any) -> Look:
        """Return how a run looks, from the style of its paragraph and its own properties."""
        run_style_id = value(run, _RUN_STYLE)
        key = (style.ids, run_style_id)
        if key not in self._looks:
            run_style = self.style(run_style_id) if run_style_id else Style()
            # These turn over what the paragraph's style says: bold in bold is plain.
            self._looks[key] = Look(
                bool(style.hidden) != bool(run_style.hidden),
                bool(style.struck) != bool(run_style.struck),
                bool(style.bold) != bool(run_style.bold),
                bool(style.white if run_style.white is None else run_style.white),
                bool(style.tiny if run_style.tiny is None else run_style.tiny),
            )
        look = self._looks[key]
        return look if run is None or not len(run) else _with_own(look, run)

    def _id(self, properties: Any) -> str | None:
        style_id = value(properties, _PARAGRAPH_STYLE)
        return style_id if style_id in self._elements else self._default_id

    def _chain(self, style_id: str | None) -> Iterator[Any]:
        """Yield a style and those that it is based on."""
        for _ in range(_LONGEST_CHAIN):
            element = self._elements.get(style_id)
            if element is None:
                return
            yield element
            style_id = value(element, _BASED_ON)


def _with_own(look: Look, run: Any) -> Look:
    said = {
        "hidden": is_on(run, _HIDDEN),
        "struck": _struck(run),
        "bold": is_on(run, _BOLD),
        "white": _white(run),
        "tiny": _tiny(run),
    }
    own = {key: found for key, found in said.items() if found is not None}
    return replace(look, **own) if own else look


def _white(run: Any) -> bool | None:
    said = value(run, _COLOUR)
    return None if said is None else said.upper() == _WHITE


def _tiny(run: Any) -> bool | None:
    said = number(value(run, _SIZE))
    return None if said is None else said <= _TINY


def _struck(run: Any) -> bool | None:
    said = [is_on(run, _STRUCK), is_on(run, _STRUCK_TWICE)]
    return None if said == [None, None] else True in said


def _style(chain: list[Any]) -> Style:
    names = [value(element, _NAME) or "" for element in chain]
    runs = [element.find(_RUN) for element in chain]
    numbers = [
        None if properties is None else properties.find(NUMBER)
        for properties in (element.find(_PROPERTIES) for element in chain)
    ]
    return Style(
        ids=tuple(element.get(_ID) or "" for element in chain),
        hidden=_first(is_on(run, _HIDDEN) for run in runs),
        struck=_first(_struck(run) for run in runs),
        bold=_first(is_on(run, _BOLD) for run in runs),
        white=_first(_white(run) for run in runs) and not any(map(has_colour, chain)),
        tiny=_first(_tiny(run) for run in runs),
        level=_level(chain, names),
        number_id=_first(value(item, NUMBER_ID) for item in numbers),
        number_level=_first(number(value(item, NUMBER_LEVEL)) for item in numbers),
        title=any(item.casefold() in _TITLES for item in names),
        contents=any(_CONTENTS.match(item) for item in names),
    )


def _level(chain: list[Any], names: list[str]) -> int | None:
    for element, style_name in zip(chain, names, strict=True):
        level = own_level(element.find(_PROPERTIES))
        if level is not None:
            return level or None
        if match := _HEADING.match(style_name):
            return int(match[1])
        if style_name.casefold() in _TITLES:
            return 1
    return None


def own_level(properties: Any) -> int | None:
    """Return the level of a heading that properties set, from 1; 0 if they set running text."""
    level = number(value(properties, _LEVEL))
    return None if level is None else 0 if level > 8 else level + 1


def _first(items: Iterator[_Said | None]) -> _Said | None:
    return next((item for item in items if item is not None), None)
