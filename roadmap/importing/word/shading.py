"""Whether text stands on a colour, so that white letters can be seen."""

from typing import Any

from roadmap.importing.word.package import name, value

_SHADING, _FILL = name("w:shd"), name("w:fill")
_HIGHLIGHT, _TABLE_STYLE = name("w:highlight"), name("w:tblStyle")
_PROPERTIES = tuple(map(name, ("w:rPr", "w:pPr", "w:tcPr", "w:tblPr", "w:tblPrEx")))
_SHAPE = name("w:txbxContent")
_NONE = ("auto", "FFFFFF", None)


def is_on_colour(run: Any) -> bool:
    """Whether a run, or what it is in, has a colour, or may have one by a table's style."""
    return any(
        element.tag == _SHAPE or has_colour(element) for element in (run, *run.iterancestors())
    )


def has_colour(element: Any) -> bool:
    """Whether a style or a part of a document says that it has a colour."""
    for properties in map(element.find, _PROPERTIES):
        coloured = value(properties, _SHADING, _FILL) not in _NONE
        if coloured or value(properties, _HIGHLIGHT) or value(properties, _TABLE_STYLE):
            return True
    return False
