"""What readers call a part of the plan by: a number as the plan writes it, or its title."""

import re
from typing import TYPE_CHECKING

from pydantic import Field

from roadmap.model.fields import NUMBER_ID

_ROMAN = re.compile(r"[ivxlcdm]+")


def has_words(number: str) -> bool:
    """Whether a number says itself what it is a number of: "Mål 2 – Insats 4"."""
    words = re.findall(r"[^\W\d_]{3,}", number)
    return not all(word.isupper() or _ROMAN.fullmatch(word) for word in words)


def label_in_id(entity_id: str) -> str:
    """Return what to call a record of which only the id is known: 1.1, or ”battre-skola”."""
    return number_in_id(entity_id) or f"”{entity_id}”"


def number_in_id(entity_id: str) -> str | None:
    """Return the number that follows from an id: S1.1 → 1.1, A.1 → A.1; None if it is a word."""
    match = re.fullmatch(rf"[MES](?=\d)({NUMBER_ID})|({NUMBER_ID})", entity_id)
    return match[1] or match[2] if match else None


NUMBER = Field(
    None,
    title="Nummer",
    description="Numret som läsare känner den under, som det står i planen: A.1, 1.1.2 eller Mål 2 "
    "– Insats 4. Utelämna om det följer av id: S1.1 har nummer 1.1, A.1 har A.1, och battre-skola "
    "har inget.",
)


class Numbered:
    """A record that readers know by a number: its own, the one that follows from its id, or none.

    The id is permanent and makes the addresses; the number is a label.
    """

    __slots__ = ()
    if TYPE_CHECKING:
        id: str
        number: str | None
        title: str

    @property
    def shown_number(self) -> str | None:
        """The number that readers know it by, if it has one."""
        return self.number or number_in_id(self.id)

    @property
    def name(self) -> str:
        """What it is called where it has no number."""
        return self.title

    @property
    def label(self) -> str:
        """What sentences call it: 1.1, or ”its title” where it has no number."""
        return self.shown_number or f"”{self.name}”"
