"""Translations of texts in the data: `data/translations/<language>/*.yml`."""

from dataclasses import dataclass
from hashlib import sha256

from pydantic import Field

from roadmap.model.codes import PLACEHOLDER
from roadmap.model.fields import Line, Text
from roadmap.model.record import Record, Signed, record


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


@dataclass(frozen=True, slots=True)
class Translated:
    """A text in another language, who made it, and whether what it is of has changed since."""

    text: str
    made: Signed
    stale: bool


def text_hash(text: str) -> str:
    """Return what a text is recognised by, however its lines are broken: 12 hexadecimal digits."""
    return sha256(" ".join(text.split()).encode()).hexdigest()[:12]
