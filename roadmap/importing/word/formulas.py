"""Formulas on one line, as one would type them: x=25, (a+b)/2, √(x), x^2."""

from typing import Any

from roadmap.importing.word.package import name, value

_PLAIN = {name("m:t"), name("w:t")}
_ASIDE = {name("m:rPr"), name("m:ctrlPr"), name("w:rPr"), name("w:del"), name("w:moveFrom")}
_FRACTION, _ROOT, _NARY, _DELIMITED = (name(f"m:{tag}") for tag in ("f", "rad", "nary", "d"))
_PROPERTIES = {name(f"m:{tag}Pr") for tag in ("f", "rad", "nary", "d", "sSup", "sSub", "sSubSup")}
_ABOVE, _BELOW, _BASE, _DEGREE = (name(f"m:{tag}") for tag in ("sup", "sub", "e", "deg"))
_NUMERATOR, _DENOMINATOR = name("m:num"), name("m:den")
_ROW, _CELL_ROWS = name("m:mr"), {name("m:m"), name("m:eqArr")}
_CHARACTER = name("m:chr")
_OPENS, _CLOSES, _BETWEEN = (name(f"m:{tag}") for tag in ("begChr", "endChr", "sepChr"))


def linear(element: Any) -> str:
    """Return the text of a formula or a part of it, with all its words in their order."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _ASIDE or tag in _PROPERTIES:
        return ""
    if tag in _PLAIN:
        return element.text or ""
    if tag == _FRACTION:
        above, below = _part(element, _NUMERATOR), _part(element, _DENOMINATOR)
        return f"{_grouped(above)}/{_grouped(below)}"
    if tag == _ROOT:
        return f"{_part(element, _DEGREE)}√{_grouped(_part(element, _BASE))}"
    if tag == _DELIMITED:
        return _delimited(element)
    if tag == _NARY:
        sign = _said(element.find(name("m:naryPr")), _CHARACTER, "∫")
        return sign + "".join(map(linear, element))
    if tag in _CELL_ROWS:
        return "; ".join(linear(row) for row in element if linear(row))
    if tag == _ROW:
        return ", ".join(map(linear, element))
    text = "".join(map(linear, element))
    if tag in (_ABOVE, _BELOW) and text:
        return ("^" if tag == _ABOVE else "_") + _grouped(text)
    return text


def _part(element: Any, tag: str) -> str:
    found = element.find(tag)
    return "" if found is None else "".join(map(linear, found))


def _grouped(text: str) -> str:
    return text if text.replace(",", "").replace(".", "").isalnum() else f"({text})"


def _delimited(element: Any) -> str:
    properties = element.find(name("m:dPr"))
    between = _said(properties, _BETWEEN, "|")
    inner = between.join(linear(item) for item in element.iterchildren(_BASE))
    return _said(properties, _OPENS, "(") + inner + _said(properties, _CLOSES, ")")


def _said(properties: Any, child: str, usual: str) -> str:
    said = value(properties, child, name("m:val"))
    return usual if said is None else said
