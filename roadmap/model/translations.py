"""Translations of texts in the data: `data/translations/<language>/*.yml`."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, NamedTuple

from pydantic import Field

from roadmap.model.codes import PLACEHOLDER
from roadmap.model.fields import Line, Text
from roadmap.model.record import Record, Signed, record

_LETTERS = str.maketrans("0123456789", "ghijklmnop")


@record
class TextTranslation(Record):
    """What one text is in another language."""

    of: Line = Field(title="Av", description="Vilken text, till exempel M1/strategies/S1.1/title.")
    hash: Line = Field(
        title="Kontrollsumma",
        description="Visar vilken lydelse som är översatt. Verbet translate skriver den.",
    )
    text: Text = Field(title="Översättning", description="Samma stycken som i texten på svenska.")

    @property
    def left(self) -> bool:
        """Whether the translation is left to write."""
        return self.text.startswith(PLACEHOLDER)


@record
class Translations(Signed):
    """Translations of some texts, all made by the same: a file in `data/translations/en/`."""

    texts: tuple[TextTranslation, ...] = Field(title="Texter", min_length=1)


@record
class PageTranslation(Signed):
    """What a page of `docs/` says of its being a translation: the field `translation`."""

    of: Literal["data"] | None = Field(
        None,
        title="Av",
        description="data om sidan återger planen och svaren. Utelämna om den är en översättning "
        "av sidan med samma namn.",
    )
    hash: Line = Field(title="Kontrollsumma", description="Visar vilken lydelse som är översatt.")


class PageTranslated(NamedTuple):
    """Who made a page that is a translation, and whether what it is of has changed since.

    It `shows_data` if it shows words of the plan or the answers beside its own.
    """

    made: PageTranslation
    stale: bool
    shows_data: bool


@dataclass(frozen=True, slots=True)
class Translated:
    """A text in another language, who made it, and whether what it is of has changed since."""

    text: str
    made: Signed
    stale: bool


def text_hash(text: str) -> str:
    """Return what a text is recognised by, however its lines are broken: 12 letters.

    Digits could be taken for a number, or for that of a person.
    """
    digits = sha256(" ".join(text.split()).encode()).hexdigest()[:12]
    return digits.translate(_LETTERS)
