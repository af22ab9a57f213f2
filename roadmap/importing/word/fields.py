"""Fields of a Word document: what is shown of them, and what was chosen in those of a form."""

import re
from dataclasses import dataclass
from typing import Any

from roadmap.importing.word.package import VALUE, is_on, name, number, value
from roadmap.importing.word.symbols import CHECKED, UNCHECKED, symbol

FIELD_MARK, _KIND = name("w:fldChar"), name("w:fldCharType")
FORM = name("w:ffData")
_CHECK_BOX, _CHECKED, _DEFAULT = name("w:checkBox"), name("w:checked"), name("w:default")
_LIST, _RESULT, _ENTRY = name("w:ddList"), name("w:result"), name("w:listEntry")
_TEXT_INPUT = name("w:textInput")
_BUTTON = re.compile(r"MACROBUTTON\s+\S+\s+(.*)", re.DOTALL | re.IGNORECASE)
_SYMBOL = re.compile(r'SYMBOL\s+(\S+)(?:.*\\f\s+"?([^"\\]+))?', re.DOTALL | re.IGNORECASE)
_CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*(LISTNUM|AUTONUM\w*)\b", re.IGNORECASE)
_EQUATION = re.compile(r"\s*EQ\s+(.*)", re.DOTALL | re.IGNORECASE)


@dataclass
class Field:
    """A field that has begun. `begun` is where its result begins, once it has."""

    form: Any = None
    code: str = ""
    in_result: bool = False
    begun: tuple[object, int] | None = None

    @property
    def is_contents(self) -> bool:
        """Whether its result is a contents list."""
        return self.in_result and bool(_CONTENTS.match(self.code))

    @property
    def is_numbered(self) -> bool:
        """Whether it is a number that Word shows but does not store."""
        return bool(_NUMBERED.match(self.code))

    @property
    def chosen(self) -> str:
        """What it shows where no result is stored: a box, the chosen entry, a symbol."""
        if match := _SYMBOL.search(self.code):
            code = number(match[1]) or (int(match[1], 16) if _is_hexadecimal(match[1]) else 0)
            return symbol(code, match[2]) or ""
        if self.form is None:
            return ""
        if (box := self.form.find(_CHECK_BOX)) is not None:
            checked = is_on(box, _CHECKED)
            return CHECKED if (is_on(box, _DEFAULT) if checked is None else checked) else UNCHECKED
        if (choices := self.form.find(_LIST)) is not None:
            entries = [entry.get(VALUE) or "" for entry in choices.iterchildren(_ENTRY)]
            index = number(value(choices, _RESULT) or value(choices, _DEFAULT)) or 0
            return entries[index] if index < len(entries) else ""
        return ""

    @property
    def formula(self) -> str:
        """The code of a formula, which Word shows as one."""
        match = _EQUATION.match(self.code)
        return match[1] if match else ""

    @property
    def prompt(self) -> str:
        """What it asks for, where that is all that it shows."""
        match = _BUTTON.search(self.code)
        return match[1] if match else ""

    @property
    def preset(self) -> str:
        """The text that a form had in the field before anyone wrote there."""
        text = None if self.form is None else self.form.find(_TEXT_INPUT)
        return value(text, _DEFAULT) or ""


def _is_hexadecimal(text: str) -> bool:
    return bool(re.fullmatch(r"0[xX][0-9a-fA-F]{1,5}", text))


def paired(root: Any) -> set[Any]:
    """Return the marks of fields that have both a beginning and an end.

    A field that never ends would take the rest of the document with it.
    """
    open_marks: list[Any] = []
    pairs: set[Any] = set()
    for mark in root.iter(FIELD_MARK):
        kind = mark.get(_KIND)
        if kind == "begin":
            open_marks.append(mark)
        elif kind == "end" and open_marks:
            pairs |= {open_marks.pop(), mark}
    return pairs


def kind_of(mark: Any) -> str:
    """Return what a mark of a field does: begin, separate or end."""
    return mark.get(_KIND) or ""
