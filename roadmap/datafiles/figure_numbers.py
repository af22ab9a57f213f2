"""Read the numbers of a table, whose comma and point may stand for decimals or for thousands.

"1,234" alone can be either. The other numbers of the table settle it; where they do not, the editor
is asked, for a number that is wrong by a factor of a thousand would look right.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from roadmap.datafiles.problems import quoted

# How statisticians write that a value is missing, or may not be told.
_MISSING = frozenset(
    ("", "-", "–", "—", "\u2212", ".", "..", "...", "…", ":", "x", "*", "**", "na", "n/a", "saknas")
)
_SPACES = re.compile(r"[ \u00a0\u2007\u2009\u202f]")
_NUMBER = re.compile(
    r"(?P<minus>[-–\u2212] ?)?"
    r"(?P<whole>\d[\d.,]*|\d{1,3}([ \u00a0\u2007\u2009\u202f]\d{3})+([.,]\d+)?)"
    r"[ \u00a0\u2007\u2009\u202f]?%?",
    re.ASCII,
)
_BY_THOUSANDS = re.compile(r"[1-9]\d{0,2}([.,]\d{3})+")
_NO_NUMBER = "Skriv till exempel 84,5."
_SIGNS = {",": "komma", ".": "punkt"}

_Role = Literal["decimal", "thousands", "either"]


@dataclass(frozen=True)
class _Written:
    """A number as written: its digits, and what its signs stand for."""

    minus: bool
    digits: str
    roles: Mapping[str, _Role]

    def read(self, decimal_sign: str | None) -> Decimal:
        digits = "".join(
            "." if sign == decimal_sign else sign
            for sign in self.digits
            if sign.isdigit() or sign == decimal_sign
        )
        return Decimal(f"{'-' if self.minus else ''}{digits}")


@dataclass
class Numbers:
    """The numbers of one table. `usual` is the decimal sign that its file's form goes with."""

    usual: str | None = None
    # The place where each sign was first seen in each role.
    _seen: dict[tuple[str, _Role], int] = field(default_factory=dict)

    def notice(self, text: str, line: int) -> None:
        """Learn from a number what the signs of the table stand for."""
        written = _written(text)
        for sign, role in written.roles.items() if written else ():
            self._seen.setdefault((sign, role), line)

    def read(self, text: str) -> Decimal:
        """Return a number, once all have been noticed. Raises ValueError: message and hint."""
        written = _written(text)
        if written is None:
            raise ValueError(f"{quoted(text)} är inget tal.", _NO_NUMBER)
        decimals = [sign for sign, role in written.roles.items() if role == "decimal"]
        unsure = [sign for sign, role in written.roles.items() if role == "either"]
        if unsure and self._means(unsure[0]) == "either":
            digits = re.sub(r"\D", "", text)
            sides = text.strip("-–\u2212 %").partition(unsure[0])
            message = (
                f"{quoted(text)} kan vara {' '.join(sides[::2])} eller {','.join(sides[::2])}."
            )
            hint = (
                f"Skriv {digits} om det är ett tusental, och {''.join(sides)}0 om det är ett "
                "decimaltal."
            )
            raise ValueError(message, hint)
        if unsure and self._means(unsure[0]) == "decimal":
            decimals = unsure
        return written.read(decimals[0] if decimals else None)

    def _means(self, sign: str) -> _Role:
        roles = {role for seen, role in self._seen if seen == sign and role != "either"}
        other = "." if sign == "," else ","
        if self._mixed() or len(roles) > 1:
            return "either"
        if roles:
            return roles.pop()
        is_usual = sign == self.usual and (other, "decimal") not in self._seen
        return "decimal" if is_usual else "either"

    def _mixed(self) -> bool:
        return all((sign, "decimal") in self._seen for sign in _SIGNS)

    def mixed(self) -> Iterator[tuple[int, str, str]]:
        """Yield line, message and hint where the table writes its numbers in two ways."""
        hint = "Se efter i källan, och skriv alla tal på samma sätt."
        for sign, name in _SIGNS.items():
            lines = [self._seen.get((sign, role)) for role in ("decimal", "thousands")]
            if lines[0] is not None and lines[1] is not None:
                message = (
                    f"Talen har {name} både före decimaler (rad {lines[0]}) och mellan tusental "
                    f"(rad {lines[1]})."
                )
                yield max(lines[0], lines[1]), message, hint
        comma, point = (self._seen.get((sign, "decimal")) for sign in _SIGNS)
        if comma is not None and point is not None:
            message = f"Talen har både decimalkomma (rad {comma}) och decimalpunkt (rad {point})."
            yield max(comma, point), message, hint


def is_missing(text: str) -> bool:
    """Whether a text says that a value is missing."""
    return text.casefold() in _MISSING


def is_percent(text: str) -> bool:
    """Whether a number is written with a percent sign."""
    return text.endswith("%")


def is_number(text: str) -> bool:
    """Whether a text is a number, whatever its signs stand for."""
    return _written(text) is not None


def _written(text: str) -> _Written | None:
    found = _NUMBER.fullmatch(text)
    if not found:
        return None
    digits = _SPACES.sub("", found["whole"])
    has_spaces = digits != found["whole"]
    minus = bool(found["minus"])
    signs = [sign for sign in digits if sign in _SIGNS]
    if not signs:
        return _Written(minus, digits, {})
    if not digits[-1].isdigit():
        return None
    whole = digits.rpartition(signs[-1])[0]
    if len(signs) == 1:
        either = bool(_BY_THOUSANDS.fullmatch(digits)) and not has_spaces
        return _Written(minus, digits, {signs[0]: "either" if either else "decimal"})
    if has_spaces:
        return None
    if len(set(signs)) == 1:
        by_thousands = _BY_THOUSANDS.fullmatch(digits)
        return _Written(minus, digits, {signs[0]: "thousands"}) if by_thousands else None
    if len(set(signs[:-1])) > 1 or signs[-1] in signs[:-1] or not _BY_THOUSANDS.fullmatch(whole):
        return None
    return _Written(minus, digits, {signs[0]: "thousands", signs[-1]: "decimal"})
