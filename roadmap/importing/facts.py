"""What a document says of itself: its date, number and kind, who speaks, what it proposes."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from roadmap.importing import closing, headings
from roadmap.importing.lines import Line, Manuscript
from roadmap.model import Speaker

_HEAD = 30  # the lines that a document presents itself in
_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
_DAY = rf"(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}} (?:{'|'.join(_MONTHS)}) \d{{4}})"
_DATED = re.compile(
    rf"(?:(?:\w*datum|\w+ (?:den)|den)[: ]*)?(?P<day>{_DAY})(?:\s*\(?\d* ?\(\d+\))?$", re.IGNORECASE
)
_LABELLED = re.compile(rf"\b\w*datum:? (?P<day>{_DAY})\b", re.IGNORECASE)
_CASE = re.compile(
    r"(?:dnr|diarienr|diarienummer|ärendenr|ärendenummer|vår beteckning|vårt dnr)[.:]*\s+"
    r"(?P<number>(?:[A-ZÅÄÖ]{1,6}[ -])?\d[\w./:–-]*)",
    re.IGNORECASE,
)
_KINDS: dict[str, Speaker | None] = {
    "Tjänsteutlåtande": "administration",
    "Tjänsteskrivelse": "administration",
    "Protokollsutdrag": "body",
    "Sammanträdesprotokoll": "body",
    "Remissyttrande": None,
    "Remissvar": None,
    "Yttrande": None,
    "Skrivelse": None,
}
_DECIDES = re.compile(
    r"\b(?:nämnden|styrelsen) (?:beslutade|beslutar|beslutar för egen del)\b", re.I
)
_BODY_SPEAKS = re.compile(r"^(?:nämndens|styrelsens) (?:beslut|yttrande|svar|synpunkter)\b", re.I)
_OFFICE_SPEAKS = re.compile(
    r"^(?:förvaltningens|kontorets|bolagets) (?:synpunkter|förslag|bedömning|ställningstagande)",
    re.I,
)

Name = Literal["date", "case_number", "document_kind", "speaker", "proposal"]


@dataclass(frozen=True)
class Fact:
    """Something that the document says of itself. `value` is None where its words are unclear."""

    name: Name
    words: str
    value: str | None


def facts_of(manuscript: Manuscript, lines: Sequence[Line]) -> list[Fact]:
    """Return the facts of a document, at most one of each name."""
    head = [*lines[:_HEAD], *(Line(text) for text, _ in manuscript.aside)]
    found = [_date(head), _case_number(head)]
    kind = _kind(head)
    found.extend([kind, _speaker(kind, lines), _proposal(lines)])
    return [fact for fact in found if fact]


def _date(head: Iterable[Line]) -> Fact | None:
    words: dict[str, str] = {}
    for line in head:
        match = _LABELLED.search(line.text) or _DATED.match(line.text)
        if match and len(line.text) <= 80 and (day := _day(match["day"])):
            words.setdefault(day, line.text)
    if not words:
        return None
    return Fact("date", _quoted(words.values()), next(iter(words)) if len(words) == 1 else None)


def _day(text: str) -> str | None:
    if match := re.fullmatch(r"(\d{1,2}) (\w+) (\d{4})", text):
        month = _MONTHS.index(match[2].casefold()) + 1
        text = f"{match[3]}-{month:02}-{int(match[1]):02}"
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None


def _case_number(head: Iterable[Line]) -> Fact | None:
    words = {
        match["number"].rstrip(".:"): line.text
        for line in head
        if (match := _CASE.search(line.text)) and len(line.text) <= 100
    }
    if not words:
        return None
    number = next(iter(words)) if len(words) == 1 else None
    return Fact("case_number", _quoted(words.values()), number)


def _kind(head: Iterable[Line]) -> Fact | None:
    words: dict[str, str] = {}
    for line in head:
        for kind in _KINDS:
            # Alone on its line, or in a head with a page number after it.
            if re.fullmatch(rf"{kind}(?:\s+(?:sid\w*)?\s*[\d ()]*)?", line.text, re.IGNORECASE):
                words.setdefault(kind, line.text)
    if not words:
        return None
    return Fact(
        "document_kind", _quoted(words.values()), next(iter(words)) if len(words) == 1 else None
    )


def _speaker(kind: Fact | None, lines: Sequence[Line]) -> Fact | None:
    """Return who speaks. It is certain only where the kind of document says it."""
    if kind and kind.value and (speaker := _KINDS[kind.value]):
        return Fact("speaker", kind.words, speaker)
    for line in lines:
        if len(line.text) <= 200 and (
            _OFFICE_SPEAKS.match(line.text)
            or _BODY_SPEAKS.match(line.text)
            or _DECIDES.search(line.text)
        ):
            return Fact("speaker", _quoted([line.text]), None)
    return None


def _proposal(lines: Sequence[Line]) -> Fact | None:
    """Return what is proposed to be decided: the text under a heading that says so."""
    for index, line in enumerate(lines[:-1]):
        if re.fullmatch(r"(?:förslag till beslut|beslutsförslag):?", line.text, re.IGNORECASE):
            text: list[str] = []
            for after in lines[index + 1 :]:
                ends = after.starts and (headings.section_of(after.text) or after.level)
                if ends or closing.kind_of(after):
                    break
                text.append(after.text)
                if sum(map(len, text)) > 150:
                    break
            if text:
                return Fact("proposal", _quoted([" ".join(text)]), None)
    return None


def _quoted(texts: Iterable[str]) -> str:
    return " och ".join(f"”{text}”" for text in dict.fromkeys(texts))
