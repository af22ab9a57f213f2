"""The plan's numbers in a text, and what is like one: sums, dates, chapters, case numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

# No date, law or case number: "4.4.2018", "1.1-118/2018".
_ENDS = r"(?!\d|[.,:]\d|[-–/]\s?\d+(?!\d*\.\d))"
_NUMBER = rf"[Ss]?(\d{{1,2}}\.\d{{1,2}}){_ENDS}"
_JOIN = r"\s*(?:,|och|samt|respektive|resp\.?|till|[-–&/])\s*"
_SEVERAL = rf"{_NUMBER}(?:{_JOIN}{_NUMBER})*"
_STRATEGY = (
    r"(?:(?:del)?strategi(?:n|er|erna)?|str(?:at)?\.|punkt(?:en|er|erna)?)(?:\s+(?:nr|nummer)\.?)?"
)
_ABOUT = (
    r"(?:ang(?:ående|\.)?|avseende|avs\.|beträffande|betr\.|gällande|rörande|i fråga om"
    r"|när det gäller|vad gäller|vad avser|med anledning av|i anslutning till)"
)
_PREPOSITION = r"(?:på|till|under|om|för|kring|i)"
# What may stand before the word in a list: "a) Strategi 1.1", "• Strategi 1.1".
_MARK = (
    r"(?:[-–•·▪●○*☒☐☑]\s+|\(?(?:[a-zåäö]|\d{1,2})[.)]\s+|[”\"“'])"
    rf"(?=(?:{_STRATEGY}\s*|S)\(?\d)"
)
_BEGINNING = re.compile(
    rf"(?:{_MARK})?(?P<lead>(?:(?:{_ABOUT}|{_PREPOSITION})\s+)?{_STRATEGY}[:\s]*|{_ABOUT}[:\s]+|S[.\s-]*(?=\d))?"
    rf"(?:{_PREPOSITION}\s+(?=\d+\.\d+\s*:))?\(?"
    rf"(?P<numbers>{_SEVERAL})(?P<separator>[.:)”\"]*\s*[-–:]?)\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
# "Strategi 2:4" and "Strategi 2,4", but not "Strategi 2,4 och 5".
_OTHER_POINT = re.compile(
    rf"({_STRATEGY}\s*\(?\d{{1,2}})(?::(?=\d{{1,2}}\b)|,(?=\d{{1,2}}\b(?!\s*(?:,|och|[-–])\s*\d+(?![.:,]\d))))",
    re.IGNORECASE,
)
# "1.1: ja; strategi 1.2: nej"
_FURTHER = re.compile(
    rf";\s+(?:och\s+)?(?:{_STRATEGY}\s*)?(?P<listed>{_SEVERAL})"
    rf"|[.;,]\s+(?:och\s+)?{_STRATEGY}\s*(?P<led>{_SEVERAL})\s*[:–]",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"\b(?:{_STRATEGY}\s*\(?|S)(?P<numbers>{_SEVERAL})", re.IGNORECASE)
# "Målområde 1, strategi 2" and "strategi 2 i målområde 1"
_IN_AREA = re.compile(
    r"\bmålområde\s+(?P<area>\d+)\W+strategi\s+(?P<place>\d+)\b(?!\.\d)"
    r"|\bstrategi\s+(?P<first>\d+)\s+(?:i|under)\s+målområde\s+(?P<after>\d+)",
    re.IGNORECASE,
)
_SOON = 80  # characters
_IN_BRACKETS = re.compile(
    rf"\((?P<lead>{_STRATEGY}\s*|S)?(?P<number>\d{{1,2}}\.\d{{1,2}})\)$", re.IGNORECASE
)
_FOUND = re.compile(rf"(?<![\d.])\b{_NUMBER}(?:\s*(?:[-–]|till)\s*{_NUMBER})?")
_RANGE = re.compile(r"\s*(?:[-–]|till)\s*")
# What a number is of, if it is a sum or a measure.
_UNIT = re.compile(
    r"(?:%|procent|promille|milj|miljard|mnkr|mkr|tkr|kr\b|kronor|euro|meter|m[²2]?\b|km|hektar|ha\b"
    r"|kvadrat|liter|kilo|ton\b|grader|timm|minut|dagar|veckor|månad|år\b|års|gånger|ggr|poäng)",
    re.IGNORECASE,
)
# What comes after a number that a sentence is about: Swedish has its verb there.
_VERB = re.compile(
    r"(?:\(|(?:vill|anser|är|var|har|hade|bör|ska|skall|kan|måste|behöver|behövs|saknas|saknar|ser"
    r"|tycker|föreslår|föreslås|framhåller|instämmer|stöder|stödjer|tillstyrker|avstyrker|avstår"
    r"|finns|menar|önskar|vi|nämnden|styrelsen|förvaltningen|föreningen|bolaget|det|delar|håller"
    r"|lyfter|noterar|konstaterar|understryker|betonar|välkomnar|efterfrågar|rekommenderar|ser)\b)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"(?:i|ur|enligt|av)\s+(?!planen|färdplanen|remiss|förslag)\w+", re.IGNORECASE
)
_NOTHING = re.compile(
    r"\b(?:inga|ingen|inget|inte några|avstår|ej)\b.{0,60}"
    r"\b(?:synpunkt|kommentar|erinr|invändning|yttra|svara|att tillägga|att anföra)",
    re.IGNORECASE | re.DOTALL,
)

_REFERENCE = re.compile(r"\b(se|jfr|jämför|hänvis\w*|samma svar|svar\w* under)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Beginning:
    """What a line begins with: words that lead to numbers, the numbers, and what comes after."""

    lead: str
    numbers: tuple[str, ...]
    known: bool  # the plan has all of the numbers
    separated: bool  # a colon, a full stop or a dash parts them from the rest
    rest: str
    skip: str  # everything before the rest

    @property
    def names_strategy(self) -> bool:
        """Whether "Strategi", "Punkt" or "S" stands before the numbers."""
        return bool(re.search(rf"{_STRATEGY}:?$|^S[.-]?$", self.lead, re.IGNORECASE))

    @property
    def is_measure(self) -> bool:
        """Whether the number is one of something: money, per cent, metres."""
        return bool(_UNIT.match(self.rest))

    @property
    def has_verb(self) -> bool:
        """Whether the number is what the sentence is about."""
        return bool(_VERB.match(self.rest))

    @property
    def is_elsewhere(self) -> bool:
        """Whether the number is one of another document: "punkt 1.1 i avtalet"."""
        return bool(_ELSEWHERE.match(self.rest))


def beginning(text: str, known: Sequence[str]) -> Beginning | None:
    """Return the numbers that a text begins with, after words such as "Strategi" or "Ang."."""
    text = _OTHER_POINT.sub(r"\1.", text, count=1) if _OTHER_POINT.match(text) else text
    match = _BEGINNING.match(text)
    if not match:
        return None
    all_numbers = re.findall(r"\d{1,2}\.\d{1,2}", match["numbers"])
    return Beginning(
        (match["lead"] or "").strip(),
        tuple(numbers_in(match["numbers"], known)),
        all(number in known for number in all_numbers),
        bool(match["separator"].strip()),
        match["rest"],
        text[: match.start("rest")],
    )


def in_brackets(text: str, known: Sequence[str]) -> tuple[str, bool] | None:
    """Return the known number that ends a heading in brackets, and if "strategi" is before it."""
    match = _IN_BRACKETS.search(text)
    return (match["number"], bool(match["lead"])) if match and match["number"] in known else None


def numbers_in(text: str, known: Sequence[str]) -> list[str]:
    """Return the known strategy numbers in a text, with ranges ("3.1–3.3") filled in."""
    if "." not in text:
        return []
    numbers: list[str] = []
    for match in _FOUND.finditer(text):
        first, last = match[1], match[2] or match[1]
        if first in known and last in known and known.index(first) <= known.index(last):
            numbers.extend(known[known.index(first) : known.index(last) + 1])
        else:
            numbers.extend(number for number in (first, last) if number in known)
    return [number for number in known if number in numbers]


def further(text: str, known: Sequence[str]) -> list[str]:
    """Return the numbers that a paragraph goes on to: "1.1: ja; strategi 1.2: nej"."""
    found = (match["listed"] or match["led"] for match in _FURTHER.finditer(text))
    return numbers_in(" ".join(found), known)


def named(text: str, known: Sequence[str]) -> list[str]:
    """Return the numbers of the strategies that a text soon names as such."""
    soon = text[:_SOON]
    found = [match["numbers"] for match in _NAMED.finditer(soon)]
    for match in _IN_AREA.finditer(soon):
        area, place, first, after = match.groups()
        found.append(f"{area or after}.{place or first}")
    return numbers_in(" ".join(found), known)


def refers(text: str) -> bool:
    """Whether a text says where else an answer is."""
    return bool(_REFERENCE.search(text))


def says_nothing(text: str) -> bool:
    """Whether a text says that there is nothing to say."""
    return bool(_NOTHING.search(text))
