"""The headings that Swedish public bodies put over the parts of an answer."""

import re

from rapidfuzz import fuzz

from roadmap.importing.titles import folded
from roadmap.model import SectionId

_ALIKE = 84
_MAX_WORDS = 6

# By the words that end a heading: "Förvaltningens synpunkter", "Nämndens förslag till beslut".
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
# Over what a body says on one strategy the same words stand, and these.
_LEADING_OVER = ("strategi", "avseende", "angaende", "gallande", "rorande", "punkt")
_LEADING_NUMBERS = re.compile(r"^[\d.\s–,&:-]+(och\s+[\d.\s:]+)?(?=\w)")
_ANSWERS = (*_SECTIONS["synpunkter"], "synpunkt", "kommentar", "förslag")


def section_of(text: str) -> SectionId | None:
    """Return the section that a line is the heading of, or None where it is none."""
    words = _heading_words(text)
    if not words:
        return None
    best: tuple[float, int, SectionId] | None = None
    for section, phrases in _SECTIONS.items():
        for phrase in map(folded, phrases):
            length = len(phrase.split())
            score = fuzz.ratio(" ".join(words[-length:]), phrase)
            # A section's own words are few: "Inledande bakgrund", not a sentence that ends so.
            if score >= _ALIKE and len(words) - length <= 2:
                best = max(best or (0, 0, section), (score, length, section))
    return best[2] if best else None


def is_answer_heading(text: str) -> bool:
    """Whether a line is a heading over a body's answer, perhaps with the strategies it is on."""
    words = _heading_words(_LEADING_NUMBERS.sub("", text))
    if "1" in words:
        words = words[: words.index("1")]
        # "synpunkter på strategi 3.1": what leads over to the number is no part of the kind.
        while len(words) > 1 and (len(words[-1]) <= 3 or words[-1].startswith(_LEADING_OVER)):
            words.pop()
    return any(
        fuzz.ratio(word, folded(answer)) >= _ALIKE for word in words[-1:] for answer in _ANSWERS
    )


def _heading_words(text: str) -> list[str]:
    """Return the folded words of a line that may be a heading; none where it is running text."""
    if text[-1:] in ".,;" or not (text[:1].isupper() or text[:1].isdigit()):
        return []
    words = folded(re.sub(r"\d+\.\d+", "1", text)).split()
    return words if len(words) <= _MAX_WORDS + 2 else []
