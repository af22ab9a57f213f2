"""The headings that Swedish public bodies use over the parts of an answer."""

import re

from rapidfuzz import fuzz

from roadmap.importing.titles import folded
from roadmap.model import SectionId

_ALIKE = 84
_MAX_WORDS = 6

# The words that end the heading of each section: "Förvaltningens synpunkter".
_SECTIONS: dict[SectionId, tuple[str, ...]] = {
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
_LEADING_OVER = ("strategi", "avseende", "angaende", "gallande", "rorande", "punkt")
_LEADING_NUMBERS = re.compile(r"^[\d.\s–,&:-]+(och\s+[\d.\s:]+)?(?=\w)")
_ANSWERS = (*_SECTIONS["synpunkter"], "synpunkt", "kommentar", "förslag")


def section_of(text: str) -> SectionId | None:
    """Return the section that a line is the heading of, or None if it is not one."""
    words = _heading_words(text)
    if not words:
        return None
    best: tuple[float, int, SectionId] | None = None
    for section, phrases in _SECTIONS.items():
        for phrase in map(folded, phrases):
            length = len(phrase.split())
            score = fuzz.ratio(" ".join(words[-length:]), phrase)
            # Few other words precede these: "Inledande bakgrund", not a sentence that ends so.
            if score >= _ALIKE and len(words) - length <= 2:
                best = max(best or (0, 0, section), (score, length, section))
    return best[2] if best else None


def is_answer_heading(text: str) -> bool:
    """Whether a line is the heading of an answer, with or without the strategies it is on."""
    words = _heading_words(_LEADING_NUMBERS.sub("", text))
    if "1" in words:
        words = words[: words.index("1")]
        # "synpunkter på strategi 3.1": remove the words that lead over to the number.
        while len(words) > 1 and (len(words[-1]) <= 3 or words[-1].startswith(_LEADING_OVER)):
            words.pop()
    return any(
        fuzz.ratio(word, folded(answer)) >= _ALIKE for word in words[-1:] for answer in _ANSWERS
    )


def _heading_words(text: str) -> list[str]:
    """Return the folded words of a line that may be a heading; none if it is running text."""
    if text[-1:] in ".,;" or not (text[:1].isupper() or text[:1].isdigit()):
        return []
    words = folded(re.sub(r"\d+\.\d+", "1", text)).split()
    return words if len(words) <= _MAX_WORDS + 2 else []
