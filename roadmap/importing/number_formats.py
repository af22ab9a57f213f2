"""How a spreadsheet shows a number: its number formats, as far as figures need them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

# The formats that every workbook has without saying how they look (ECMA-376, 18.8.30).
_BUILT_IN: Mapping[int, str] = {
    **{0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%"},
    **{37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 49: "@"},
}
_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
# What a format shows beside the number: words, signs, spaces, colours and conditions.
_BESIDE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|[ \u00a0()+-]')
_PLAIN = re.compile(r"[#0?,]*[#0?](?:\.(?P<decimals>[#0?]*))?(?P<percent>%)?")
_LARGE = Context(prec=400)  # digits: more than any number of a spreadsheet has
_AS_IT_IS = ("", "General", "@")


@dataclass(frozen=True)
class Format:
    """A format: its decimals (None for as many as there are), and whether it shows per cent."""

    decimals: int | None = None
    is_percent: bool = False
    is_followed: bool = True

    def whole(self, value: Decimal) -> Decimal:
        """Return a number in the unit in which it is shown."""
        return value * 100 if self.is_percent else value

    def shown(self, value: Decimal) -> Decimal:
        """Return a number as it is shown."""
        shown = self.whole(value)
        if self.decimals is not None:
            shown = shown.quantize(Decimal(1).scaleb(-self.decimals), ROUND_HALF_UP, _LARGE)
        return shown if shown else abs(shown)


DATE, YEAR = Format(), Format()


def format_of(format_id: int, code: str | None) -> Format:
    """Return a format of a workbook; `DATE` or `YEAR` itself if it shows one."""
    if code is None:
        if format_id in _DATES:
            return DATE
        code = _BUILT_IN.get(format_id, "General")
    bare = _BESIDE.sub("", code).partition(";")[0]
    if bare in _AS_IT_IS:
        return Format()
    if found := _PLAIN.fullmatch(bare):
        return Format(len(found["decimals"] or ""), bool(found["percent"]))
    if re.fullmatch("y+", bare, re.IGNORECASE):
        return YEAR
    if re.search("[dmyhs]", bare, re.IGNORECASE):
        return DATE
    return Format(is_followed=False)
