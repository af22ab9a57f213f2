"""What ends the answers of a document: closing parts, others' words, signatures, letters."""

import re
from collections.abc import Sequence
from typing import Literal

from rapidfuzz import fuzz, process

from roadmap.importing.headings import looks_like_heading
from roadmap.importing.lines import Line
from roadmap.importing.titles import folded

Kind = Literal["part", "minority", "quoted"]


def _folded(*phrases: str) -> tuple[str, ...]:
    return tuple(map(folded, phrases))


_ALIKE = 88
_SAME = 92

# A part of the document that is about no strategy.
_PARTS = _folded(
    "övriga synpunkter", "övrigt", "övrigt om planen", "allmänt om planen", "planen som helhet",
    "planen i sin helhet", "synpunkter på planen som helhet", "till sist",
    "övriga kommentarer", "övriga frågor", "övriga förslag",
    "andra synpunkter", "allmänna synpunkter", "generella synpunkter", "synpunkter i övrigt",
    "övergripande synpunkter", "avslutande synpunkter", "avslutande kommentar", "avslutning",
    "avslutande ord", "avslutningsvis", "sammanfattningsvis", "slutord", "slutsats", "slutsatser",
    "samlad bedömning", "samlade synpunkter", "helhetsbedömning", "sammanvägd bedömning",
    "sammanfattande synpunkter", "sammanfattande kommentar", "konsekvenser", "konsekvensanalys",
    "konsekvenser för barn", "barnkonsekvenser", "barnkonsekvensanalys", "barnperspektiv",
    "barnrättsperspektiv", "barnets bästa", "prövning av barnets bästa", "ekonomi",
    "ekonomiska konsekvenser", "kostnader", "finansiering", "budget", "jämställdhetsanalys",
    "jämställdhet", "konsekvenser för jämställdheten", "miljökonsekvenser", "klimatkonsekvenser",
    "tidplan", "uppföljning", "genomförande", "fortsatt arbete", "medbestämmande",
    "facklig samverkan", "samråd", "beslutsgång", "yrkanden", "votering", "omröstning",
    "propositionsordning", "deltagande i beslutet", "jäv", "närvarande", "beslutsunderlag",
    "handlingar i ärendet",
    "underlag för beslut", "expediering", "expedieras till", "skickas till", "sändlista",
    "beslutet skickas till", "kopia till", "delges", "justering", "paragrafen är justerad",
    "omedelbar justering", "referenser", "källor", "källförteckning", "litteratur", "noter",
)  # fmt: skip
# What only some members say.
_MINORITY = _folded(
    "reservation", "reservationer", "särskilt yttrande", "särskilda yttranden",
    "särskilt uttalande", "särskilda uttalanden", "ersättaryttrande", "ersättaryttranden",
    "avvikande mening", "avvikande meningar", "skiljaktig mening", "protokollsanteckning",
    "anteckning till protokollet", "protokollsanteckningar", "röstförklaring", "motförslag",
)  # fmt: skip
# What the body itself says again after them.
_RELEASING = _folded(
    "ärendet", "beslutsgång", "yrkanden", "handlingar i ärendet", "justering", "bilaga", "bilagor",
    "underskrift", "underskrifter", "tjänsteutlåtande", "förvaltningens synpunkter",
    "förvaltningens bedömning", "nämndens beslut", "nämndens yttrande", "nämndens synpunkter",
)  # fmt: skip
_GREETING = re.compile(
    r"(?:med\s+)?(?:vänliga?|bästa|hjärtliga?|många)\s+hälsning(?:ar)?\b|hälsningar\b|vänligen$|mvh\b"
    r"|underskrifte?r?$|underskrift\b.{0,20}$|namnteckning|namnförtydligande|ort och datum"
    r"|enligt uppdrag$|på (?:\w+\s){0,2}vägnar|vid protokollet|justera[st]\b|för \w+(?:en|et)$"
    r"|-{2}$|undertecknat av|digitalt signerat|signerat av",
    re.IGNORECASE,
)
# What a protocol says of those who do not agree, without a heading.
_DISSENT = re.compile(
    r"^(?:reservation|särskilt (?:yttrande|uttalande))\s*[:(]"
    r"|\breserver(?:ar|ade) sig\b|\banmäl(?:er|de) (?:en )?reservation"
    r"|\b(?:lämna|anmäl|avg)\w*(?: ett)? särskilt (?:yttrande|uttalande)",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"-{2,}\s*(?:ursprungligt|vidarebefordrat|original|forwarded)"
    r"|(?:den|on) .{5,60}(?:skrev|wrote):?$",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"^(?:\w+\s)?(?:\w*chef|\w*direktör|(?:vice |förste )?ordförande|\w*sekreterare|\w*handläggare"
    r"|\w*strateg|\w*utredare|\w*ledare|vd|verkställande direktör|\w*ansvarig|\w*ombud|kassör"
    r"|ledamot|\w*samordnare|\w*koordinator|\w*jurist|justerare)\b.{0,60}$",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"^[A-ZÅÄÖÉ][\w’'-]+(?:\s(?:[A-ZÅÄÖÉ][\w’'-]+|[A-ZÅÄÖÉ]\.?|af|von|de))+(?:\s\([A-ZÅÄÖ]{1,3}\))?,?$"
)
_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+\.\w+|^(?:tel(?:efon)?|mobil|e-post|mejl)\b|^[+0][\d\s()/-]{6,}$",
    re.IGNORECASE,
)
_MAIL_HEAD = re.compile(
    r"(?:från|till|kopia|skickat|ämne|datum|from|to|cc|sent|subject|date):\s", re.IGNORECASE
)
_LONGEST_HEADING = 100
_LONGEST_SENTENCE = 400
_TAIL = 25  # the last lines of a document, where it is signed
_LONGEST_NAME = 60
_MAIL_LINES = 3
_GREETING_WORDS = 8
_CONTACT_WORDS = 5
_LAST = 3


def kind_of(line: Line) -> Kind | None:
    """Return what a line that may be a heading closes the answers with, or None."""
    text = line.text
    if line.starts and len(text) <= _LONGEST_SENTENCE and _DISSENT.search(text):
        return "minority"
    if len(text) > _LONGEST_HEADING:
        return None
    if _QUOTED.match(text):
        return "quoted"
    if not is_heading(line):
        return None
    words = folded(re.sub(r"^[\d.\s)]+", "", text))
    words = re.sub(r"^(?:bilaga \d+ )", "", words)
    if _is_one_of(words, _MINORITY) or words.startswith(tuple(f"{item} " for item in _MINORITY)):
        return "minority"
    return "part" if _is_one_of(words, _PARTS) else None


def is_heading(line: Line) -> bool:
    """Whether a line is a heading, or has the words of one."""
    return bool(line.level) or looks_like_heading(line.text)


def releases(line: Line) -> bool:
    """Whether a heading without a level ends the words of a minority."""
    return looks_like_heading(line.text) and _is_one_of(folded(line.text), _RELEASING)


def _is_one_of(words: str, phrases: Sequence[str]) -> bool:
    if process.extractOne(words, phrases, scorer=fuzz.ratio, score_cutoff=_ALIKE):
        return True
    # One more word may precede: "Nämndens samlade bedömning".
    rest = words.partition(" ")[2]
    return bool(process.extractOne(rest, phrases, scorer=fuzz.ratio, score_cutoff=_SAME))


def signatures(lines: Sequence[Line]) -> set[int]:
    """Return the lines of a signature: a greeting and what follows, or names with their roles."""
    start = max(0, len(lines) - _TAIL)
    for index in range(start, len(lines)):
        text = lines[index].text
        if _GREETING.match(text) and len(text.split()) <= _GREETING_WORDS:
            return set(range(index, len(lines)))
    found: set[int] = set()
    for index in range(start, len(lines)):
        text = lines[index].text
        if len(text) > _LONGEST_NAME:
            continue
        beside = [lines[other].text for other in (index - 1, index + 1) if 0 <= other < len(lines)]
        if _NAME.match(text) and not text.isupper() and not lines[index].level:
            last = index >= len(lines) - _LAST and not any(line.ends for line in lines[index:])
            names = last or any(map(_ROLE.match, beside))
        elif _ROLE.match(text):
            names = any(map(_NAME.match, beside))
        else:
            names = bool(_CONTACT.search(text)) and len(text.split()) <= _CONTACT_WORDS
        if names:
            found.add(index)
    return found


def mail_head(lines: Sequence[Line]) -> int:
    """Return how many lines of an e-mail's head the document begins with."""
    count = 0
    while count < len(lines) and _MAIL_HEAD.match(lines[count].text):
        count += 1
    return count if count >= _MAIL_LINES else 0
