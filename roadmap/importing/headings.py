"""The headings that Swedish public bodies use over the parts of an answer."""

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from roadmap.importing.lines import Line
from roadmap.importing.titles import folded, span
from roadmap.model import is_section_id
from roadmap.text.swedish import slug

_ALIKE = 84
_MAX_WORDS = 6
_LONGEST = 160  # characters
_LONGEST_ID = 60

# How high a heading stands: 1 is the highest. What is no heading stands lowest.
_BOLD = 20
_CAPITALS = 21
PLAIN = 30

# The words that end the heading of each section: "Förvaltningens synpunkter".
_SECTIONS: dict[str, tuple[str, ...]] = {
    "sammanfattning": ("sammanfattning", "sammanfattande bedömning"),
    "bakgrund": ("bakgrund", "bakgrund och syfte", "inledning"),
    "beredning": ("ärendets beredning", "beredning"),
    "arendet": ("ärendet", "ärendebeskrivning", "remissen", "remissens innehåll", "uppdraget"),
    "synpunkter": (
        "synpunkter",
        "kommentarer",
        "bedömning",
        "överväganden",
        "ställningstagande",
        "yttrande",
        "remissvar",
        "svar",
    ),
    "forslag": ("förslag", "förslag till beslut", "beslut", "beslutsförslag"),
    "bilaga": ("bilaga", "bilagor"),
}
# Words that lead over to the strategy in the heading of an answer.
_LEADING_OVER = (
    "strategi",
    "avseende",
    "angaende",
    "gallande",
    "rorande",
    "punkt",
    "till",
    "under",
)
_LEADING_NUMBERS = re.compile(r"^[\d.\s–,&:-]+(och\s+[\d.\s:]+)?(?=\w)")
_OWN_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.):]?|[IVX]{1,4}[.)])\s+(?=[^\W\d_])")
_LIST_NUMBER = re.compile(r"\d{1,2}[.)]\s")
_ANSWERS = (*_SECTIONS["synpunkter"], "synpunkt", "kommentar", "förslag")
_DENIED = re.compile(r"\b(?:inga|ingen|inget|inte|ej)\b", re.IGNORECASE)
_MILESTONES = r"(?:etappmål|delmål|mål(?=\s+\w?\d+\.\d))"
_MILESTONE = re.compile(rf"\b{_MILESTONES}", re.IGNORECASE)
# A number of an area or a milestone: 1.1, A, A.1 or A1.
_NUMBER = r"(?:\w?\d|(?-i:[A-ZÅÄÖ])(?:\.?\d|\b))"
_ON = r"(?:\w+\s+(?:på|om|till|kring)\s+)?"
_OF = r"\s+(?:i|för|inom|under|till)\s+"
_OF_AREA = rf"(?:{_OF}(?:målområde\s+)?{_NUMBER}[\d.]*)?"
_GOALS = r"(?:mål(?:en)?(?:\s+och\s+))?(?:mål|delmål|etappmål)(?:en)?"
# "Mål" and "strategier" are words of titles too; "etappmål" is hardly.
_ON_MILESTONES = re.compile(rf"{_ON}{_GOALS}{_OF_AREA}:?$", re.IGNORECASE)
_ON_SOME_MILESTONES = re.compile(rf"{_ON}(?:delmål|etappmål)(?:en)?{_OF}", re.IGNORECASE)
_ON_STRATEGIES = re.compile(rf"{_ON}strategier(?:na)?{_OF_AREA}:?$", re.IGNORECASE)


def section_of(text: str) -> str | None:
    """Return the section that a line is the heading of, or None if it is not one."""
    words = _heading_words(text)
    if not words:
        return None
    best: tuple[float, int, str] | None = None
    for section, phrases in _SECTIONS.items():
        for phrase in map(folded, phrases):
            length = len(phrase.split())
            score = fuzz.ratio(" ".join(words[-length:]), phrase)
            # Few other words precede these: "Inledande bakgrund", not a sentence that ends so.
            if score >= _ALIKE and len(words) - length <= 2:
                best = max(best or (0, 0, section), (score, length, section))
    return best[2] if best else None


@lru_cache(maxsize=1000)
def is_answer_heading(text: str) -> bool:
    """Whether a line is the heading of an answer, with or without the strategies it is on."""
    if len(text) > _LONGEST or _DENIED.search(text) or _MILESTONE.search(text):
        return False
    words = _heading_words(_LEADING_NUMBERS.sub("", text))
    if "1" in words:
        words = words[: words.index("1")]
        # "synpunkter på strategi 3.1": remove the words that lead over to the number.
        while len(words) > 1 and (len(words[-1]) <= 3 or words[-1].startswith(_LEADING_OVER)):
            words.pop()
    return any(
        fuzz.ratio(word, folded(answer)) >= _ALIKE for word in words[-1:] for answer in _ANSWERS
    )


def is_about_milestone(text: str) -> bool:
    """Whether a line is the heading of what is said on a milestone, not on a strategy."""
    found = re.match(rf"(?:\w+\s){{0,3}}?{_MILESTONES}\w*\s+{_NUMBER}", text, re.IGNORECASE)
    return bool(found) and (looks_like_heading(text) or ":" in text[:40])


def is_over_milestones(text: str) -> bool:
    """Whether a line is the heading over what is said on milestones: "Synpunkter på målen"."""
    if _ON_MILESTONES.match(text):
        return True
    return bool(_ON_SOME_MILESTONES.match(text)) and looks_like_heading(text)


def is_over_strategies(text: str) -> bool:
    """Whether a line is the heading over what is said on strategies."""
    return bool(_ON_STRATEGIES.match(text))


def milestone_number(text: str) -> str:
    """Return the word and the number before a milestone's text: "Etappmål 4.1: "."""
    found = re.match(rf"{_MILESTONES}\w*\s+{_NUMBER}[\d.]*[.:)]?\s*[-–:]?\s*", text, re.IGNORECASE)
    return found[0] if found else ""


def rank(line: Line) -> int:
    """Return how high a heading a line is: its level, or less if it is only bold or in capitals."""
    if line.level:
        return line.level
    if line.bold:
        return _BOLD
    letters = [letter for letter in line.text if letter.isalpha()]
    if len(letters) > 3 and all(letter.isupper() for letter in letters):
        return _CAPITALS
    return PLAIN


def looks_like_heading(text: str) -> bool:
    """Whether a line may be a heading by its words: short, and no sentence."""
    return bool(_heading_words(_OWN_NUMBER.sub("", text)))


def own_numbered(text: str) -> bool:
    """Whether a line is a heading with a number of the document's own: "2.1 Bakgrund".

    "1. Fler kuratorer" is rather an item of a list.
    """
    match = _OWN_NUMBER.match(text)
    if not match or _LIST_NUMBER.match(text) or not text[match.end()].isupper():
        return False
    return looks_like_heading(text)


def id_of(heading: str, taken: set[str]) -> str:
    """Return the id of a section with a heading of its own, unlike those that are taken."""
    name = slug(_OWN_NUMBER.sub("", heading))
    while len(name) > _LONGEST_ID:
        name = name[:_LONGEST_ID].rpartition("-")[0] or name[:_LONGEST_ID].strip("-")
    if not is_section_id(name):
        name = f"avsnitt-{name}".strip("-")
    return unlike(name, taken)


def unlike(name: str, taken: set[str]) -> str:
    """Return an id with a number after it if it is taken: `bakgrund-2`."""
    number = 1
    while (candidate := name if number == 1 else f"{name}-{number}") in taken:
        number += 1
    return candidate


def repeats(lines: Sequence[Line], index: int, texts: Sequence[str]) -> int:
    """Return how many lines from this index repeat one of the plan's texts; 0 if none.

    What may stand before it is the mark of a list item or the number of a milestone.
    """
    line = lines[index]
    skips = {line.text[: len(line.text) - len(line.item)], milestone_number(line.text)}
    for text in texts:
        for skip in skips:
            found = span(lines, index, text, skip)
            if found.lines and not found.own:
                return found.lines
    return 0


@lru_cache(maxsize=1000)
def _heading_words(text: str) -> list[str]:
    """Return the folded words of a line that may be a heading; none if it is running text."""
    if len(text) > _LONGEST or text[-1:] in ".,;!?" or not text[:1].isalnum() or text[:1].islower():
        return []
    words = folded(re.sub(r"\d+\.\d+", "1", text)).split()
    return words if len(words) <= _MAX_WORDS + 2 else []
