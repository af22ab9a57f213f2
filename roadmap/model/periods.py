"""The periods that figures are about: years, school years, half-years and quarters."""

import re
from dataclasses import dataclass, field, replace
from datetime import date

_YEAR, _HALF_YEAR, _QUARTER = 12, 6, 3  # months
_JULY = 6  # months after the turn of the year: a school year is told apart by its first half

_FOUR = r"((?:19|20)\d\d)"
_PLAIN_YEAR = re.compile(rf"(?:år\s+)?{_FOUR}")
_SCHOOL_YEAR = re.compile(rf"((?:läsår|skolår|lå)(?:et)?\s*)?{_FOUR}\s*([/–-])\s*(\d\d|\d{{4}})")
_PARTS = (
    (_HALF_YEAR, r"(?:h|halvår\s?)(?P<part>[12])"),
    (_HALF_YEAR, r"(?P<part>vt|vårterminen|första halvåret|ht|höstterminen|andra halvåret)"),
    (_QUARTER, r"(?:q|k|kv\.?\s?|kvartal\s?)(?P<part>[1-4])"),
)
_PART_OF_YEAR = tuple(
    (months, re.compile(form))
    for months, part in _PARTS
    for form in (rf"(?P<year>{_FOUR})[\s-]*{part}", rf"{part}[\s-]*(?P<year>{_FOUR})")
)
_SECOND_WORDS = ("ht", "höstterminen", "andra halvåret")
_WRITE = "Skriv fyra siffror (2018) eller ett läsår (2016/17)."

_DATE = (
    "Kalkylprogrammet kan ha gjort om perioden till ett datum. Skriv den som text, till exempel "
    "2011/12."
)


@dataclass(frozen=True, order=True)
class Period:
    """A period, as its source writes it. Two are the same if they begin and end together.

    `start` is its first month, counted from the turn of year 0; `months` is how many it has.
    """

    start: int
    months: int
    written: str = field(compare=False)

    @property
    def year(self) -> int:
        """The year in which it begins."""
        return self.start // _YEAR

    @property
    def kind(self) -> str:
        """The Swedish word for a period of this kind."""
        if self.months == _YEAR:
            return "läsår" if self.start % _YEAR else "år"
        return "halvår" if self.months == _HALF_YEAR else "kvartal"

    @property
    def short(self) -> str:
        """The period in few letters, for where there is little room."""
        year, month = divmod(self.start, _YEAR)
        match self.kind:
            case "år":
                return str(year)
            case "läsår":
                return f"{year}/{(year + 1) % 100:02}"
            case _:
                letter = "H" if self.kind == "halvår" else "K"
                return f"{year} {letter}{month // self.months + 1}"

    def later(self, months: int) -> "Period":
        """Return the period so many months later, in few letters."""
        period = Period(self.start + months, self.months, "")
        return replace(period, written=period.short)


def months_to(day: date) -> int:
    """Return the month of a day, counted as the start of a period is."""
    return day.year * _YEAR + day.month - 1


def calendar_year(year: int) -> Period:
    """Return a year from January to December."""
    return Period(year * _YEAR, _YEAR, str(year))


def read_period(text: str) -> Period:
    """Return the period. Raises ValueError with a message that says how to write it."""
    written = " ".join(text.split())
    folded = written.casefold()
    if found := _PLAIN_YEAR.fullmatch(folded):
        return Period(int(found[1]) * _YEAR, _YEAR, written)
    if found := _SCHOOL_YEAR.fullmatch(folded):
        return _school_year(found, written)
    for months, form in _PART_OF_YEAR:
        if found := form.fullmatch(folded):
            part = found["part"]
            number = int(part) if part.isdigit() else 1 + (part in _SECOND_WORDS)
            return Period(int(found["year"]) * _YEAR + (number - 1) * months, months, written)
    raise ValueError(_DATE if re.fullmatch(r"\d{4}-\d\d-\d\d", folded) else _WRITE)


def _school_year(found: re.Match[str], written: str) -> Period:
    word, first, sign, second = found.groups()
    school_year = f"{first}/{(int(first) + 1) % 100:02}"
    if int(second) not in (int(first) + 1, (int(first) + 1) % 100) or len(second) % 2:
        raise ValueError(f"Ett läsår är två år i följd, till exempel {school_year}.")
    if sign == "-" and not word and len(second) == 2 and 1 <= int(second) <= _YEAR:
        raise ValueError(f"Det kan vara ett läsår eller en månad. Skriv läsåret {school_year}.")
    return Period(int(first) * _YEAR + _JULY, _YEAR, written)
