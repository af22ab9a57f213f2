"""The plan's numbers in a text, and what is like one: dates, chapters, case numbers."""

import re
from collections.abc import Iterable, Sequence
from typing import Self

from roadmap.importing.numbers import Beginning
from roadmap.model import Strategy, Terms
from roadmap.model.terms import USUAL

# No date, law or case number: "4.4.2018", "1.1-118/2018".
_ENDS = r"(?!\d|[.,:]\d|[-–/]\s?\d+(?!\d*\.\d))"
_JOIN = r"\s*(?:,|och|samt|respektive|resp\.?|till|[-–&/])\s*"
_NOUNS = r"(?:del)?strategi(?:n|er|erna)?|str(?:at)?\.|punkt(?:en|er|erna)?"
# A word that a number of a single part has before it, and a space: "strategi 7".
_BEFORE_LONE = ("strategi", "strategin", "punkt", "punkten", "nr", "nummer")
_NOTHING_AT_ALL = "(?!)"
_ABOUT = (
    r"(?:ang(?:ående|\.)?|avseende|avs\.|beträffande|betr\.|gällande|rörande|i fråga om"
    r"|när det gäller|vad gäller|vad avser|med anledning av|i anslutning till)"
)
_PREPOSITION = r"(?:på|till|under|om|för|kring|i)"
# "Målområde 1, strategi 2" and "strategi 2 i målområde 1"
_IN_AREA = re.compile(
    r"\bmålområde\s+(?P<area>\d+)\W+strategi\s+(?P<place>\d+)\b(?!\.\d)"
    r"|\bstrategi\s+(?P<first>\d+)\s+(?:i|under)\s+målområde\s+(?P<after>\d+)",
    re.IGNORECASE,
)
_SOON = 80  # characters
_PARTS = re.compile(r"\d+|[^\W\d_]+")
_SIGN_AND_PART = re.compile(r"([\W_]*)(\d+|[^\W\d_]+)")


class Numbering:
    """How a plan numbers its strategies: 1.1, A.1, 1.1.2, Mål 2 – Insats 4, or not at all.

    `numbers` are those that it has, in its order. A document may write them in other letters and
    with other signs between their parts, so numbers of the same form are looked for, and those that
    the plan has are known.
    """

    def __init__(
        self, numbers: Iterable[str], nouns: Iterable[str] = (), *, complete: bool = True
    ) -> None:
        self._complete = complete  # every strategy has a number
        self.numbers = tuple(dict.fromkeys(numbers))
        self._known = {_key(number): number for number in self.numbers}
        self._place = {number: place for place, number in enumerate(self.numbers)}
        nouns = tuple(nouns)
        shapes = {_shape(number, nouns) for number in self.numbers}
        number = "|".join(sorted(shapes, key=lambda shape: (-len(shape), shape)))
        number = f"(?:{number or _NOTHING_AT_ALL})"
        self._usual = shapes <= {_shape("1.1", ())}
        self._compile(number, "|".join([_NOUNS, *map(re.escape, nouns)]))

    @classmethod
    def of(cls, strategies: Sequence[Strategy], terms: Terms = USUAL) -> Self:
        """Return the numbering of a plan, whose own word for a strategy may lead to a number."""
        nouns = terms.strategy.forms if terms.strategy != USUAL.strategy else ()
        numbers = [item.shown_number for item in strategies if item.shown_number]
        return cls(numbers, nouns, complete=len(numbers) == len(strategies))

    def _compile(self, number: str, nouns: str) -> None:
        strategy = rf"(?:{nouns})(?:\s+(?:nr|nummer)\.?)?"
        strategy = rf"(?:{strategy})"
        first = r"\d" if self._usual else number
        one = rf"[Ss]?({number}){_ENDS}"
        several = rf"{one}(?:{_JOIN}{one})*"
        # What may stand before the word in a list: "a) Strategi 1.1", "• Strategi 1.1".
        mark = (
            r"(?:[-–•·▪●○*☒☐☑]\s+|\(?(?:[a-zåäö]|\d{1,2})[.)]\s+|[”\"“'])"
            rf"(?=(?:{strategy}\s*|S)\(?{first})"
        )
        self._one = re.compile(number, re.IGNORECASE)
        self._beginning = re.compile(
            rf"(?:{mark})?(?P<lead>(?:(?:{_ABOUT}|{_PREPOSITION})\s+)?{strategy}[:\s]*|{_ABOUT}[:\s]+|S[.\s-]*(?=\d))?"
            rf"(?:{_PREPOSITION}\s+(?={number}\s*:))?\(?"
            rf"(?P<numbers>{several})(?P<separator>[.:)”\"]*\s*[-–:]?)\s*(?P<rest>.*)",
            re.IGNORECASE | re.DOTALL,
        )
        self._names = re.compile(rf"{strategy}:?$|^S[.-]?$", re.IGNORECASE)
        # "Strategi 2:4" and "Strategi 2,4", but not "Strategi 2,4 och 5".
        self._other_point = re.compile(
            rf"({strategy}\s*\(?\d{{1,2}})(?::(?=\d{{1,2}}\b)|,(?=\d{{1,2}}\b(?!\s*(?:,|och|[-–])\s*\d+(?![.:,]\d))))",
            re.IGNORECASE,
        )
        # "1.1: ja; strategi 1.2: nej"
        self._further = re.compile(
            rf";\s+(?:och\s+)?(?:{strategy}\s*)?(?P<listed>{several})"
            rf"|[.;,]\s+(?:och\s+)?{strategy}\s*(?P<led>{several})\s*[:–]",
            re.IGNORECASE,
        )
        self._named = re.compile(rf"\b(?:{strategy}\s*\(?|S)(?P<numbers>{several})", re.IGNORECASE)
        self._in_brackets = re.compile(
            rf"\((?P<lead>{strategy}\s*|S)?(?P<number>{number})\)$", re.IGNORECASE
        )
        self._found = re.compile(
            rf"(?<![\d.])\b{one}(?:\s*(?:[-–]|till)\s*{one})?",
            re.NOFLAG if self._usual else re.IGNORECASE,
        )
        self._led = re.compile(
            rf"(?:(?:{_ABOUT}|{_PREPOSITION})\s+)?{strategy}[:\s–-]+[”\"]?\s*", re.IGNORECASE
        )

    def beginning(self, text: str) -> Beginning | None:
        """Return the numbers that a text begins with, after words such as "Strategi" or "Ang."."""
        if self._other_point.match(text):
            text = self._other_point.sub(r"\1.", text, count=1)
        match = self._beginning.match(text)
        if not match:
            return None
        written = [one[0] for one in self._one.finditer(text, *match.span("numbers"))]
        lead = (match["lead"] or "").strip()
        return Beginning(
            lead,
            tuple(self._numbers_of(match, "numbers")),
            all(_key(number) in self._known for number in written),
            bool(match["separator"].strip()),
            match["rest"],
            text[: match.start("rest")],
            bool(self._names.search(lead)) or any(map(_has_words, written)),
        )

    def before_title(self, text: str) -> tuple[str | None, str]:
        """Return the number of a single part that a text begins with, and what is before the rest.

        Such a number, as 7 or A, says nothing unless the strategy's title follows. Before the title
        of a strategy without a number may stand the word alone: "Insats: Bättre skola".
        """
        if not self._complete and (found := self._led.match(text)):
            return None, found[0]
        found = re.match(r"([^\W_]{1,4})[.):]?\s+", text)
        number = self._known.get(_key(found[1])) if found else None
        return (number, found[0]) if found and number else (None, "")

    def in_brackets(self, text: str) -> tuple[str, bool] | None:
        """Return the known number that ends a heading in brackets, and if the word is before it."""
        match = self._in_brackets.search(text)
        number = self._known.get(_key(match["number"])) if match else None
        return (number, bool(match["lead"])) if match and number else None

    def numbers_in(self, text: str) -> list[str]:
        """Return the known numbers in a text, with ranges ("3.1–3.3") filled in."""
        if self._usual and "." not in text:
            return []
        found: set[str] = set()
        for match in self._found.finditer(text):
            first, last = (self._known.get(_key(one or "")) for one in (match[1], match[2]))
            if first and last and self._place[first] <= self._place[last]:
                found.update(self.numbers[self._place[first] : self._place[last] + 1])
            else:
                found.update(filter(None, (first, last)))
        return [number for number in self.numbers if number in found]

    def further(self, text: str) -> list[str]:
        """Return the numbers that a paragraph goes on to: "1.1: ja; strategi 1.2: nej"."""
        found = (match["listed"] or match["led"] for match in self._further.finditer(text))
        return self.numbers_in(" ".join(found))

    def named(self, text: str) -> list[str]:
        """Return the numbers of the strategies that a text soon names as such."""
        soon = text[:_SOON]
        found = [
            number
            for match in self._named.finditer(soon)
            for number in self._numbers_of(match, "numbers")
        ]
        for match in _IN_AREA.finditer(soon):
            area, place, first, after = match.groups()
            found += self.numbers_in(f"{area or after}.{place or first}")
        return [number for number in self.numbers if number in found]

    def _numbers_of(self, match: re.Match[str], group: str) -> list[str]:
        """Return the numbers in a part of a text; what is before it may say that they are such."""
        if found := self.numbers_in(match[group]):
            return found
        written = self._one.finditer(match.string, *match.span(group))
        keys = [_key(one[0]) for one in written]
        return [self._known[key] for key in keys if key in self._known]

    def plain(self, text: str) -> str:
        """Return a text with each number as 1.1: the headings that hold numbers know that form."""
        return text if self._usual else self._one.sub("1.1", text)


def _key(number: str) -> str:
    """Return a number without the signs between its parts: A.1 and a1 are the same."""
    return ".".join(_PARTS.findall(number.casefold()))


def _has_words(number: str) -> bool:
    return any(len(part) > 2 and part.isalpha() for part in _PARTS.findall(number))


def _shape(number: str, nouns: Sequence[str]) -> str:
    """Return the pattern of all numbers of the same form.

    One of a single part, as 7 or A, is a number only after a word that says so.
    """
    parts = _SIGN_AND_PART.findall(number)
    if len(parts) == 1:
        led = "|".join(rf"(?<={re.escape(word)}\s)" for word in (*_BEFORE_LONE, *nouns))
        return rf"(?:{led}){_part(number)}\b"
    shape, before = "", ""
    for sign, part in parts:
        shape += f"{_sign(sign, before, part) if before else ''}{_part(part)}"
        before = part
    return shape


def _part(part: str) -> str:
    if part.isdigit():
        return rf"\d{{1,{max(2, len(part))}}}"
    return "(?-i:[A-ZÅÄÖ])" if len(part) == 1 else re.escape(part)


def _sign(sign: str, before: str, after: str) -> str:
    """Return the pattern of what may stand between two parts of a number."""
    if before.isdigit() and after.isdigit() and sign == ".":
        return r"\."
    if not sign.strip():
        return r"\s+" if sign else r"[.:–-]?"
    return r"\s*[-–—:,.]?\s*" if " " in sign else r"[.:–-]?" if len(before) == 1 else r"[.:–-]"
