"""What every reader makes of a document: its lines, in the order they are read."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from roadmap.datafiles.characters import DISGUISING
from roadmap.text.swedish import composed

# Told after each page: how many are read, and how many there are.
Progress = Callable[[int, int], None]

_BULLET = re.compile(r"[-–•·▪●○*]\s+")
# Bullets that Word and PDF take from a font of symbols.
_SYMBOLS = str.maketrans("\uf0b7\uf0a7\uf02d", "••-")


class UnreadableError(Exception):
    """The document cannot be read. The message is Swedish and says what to do."""


@dataclass(frozen=True)
class Line:
    """One line. `page` counts from 1; `starts` tells that a paragraph begins with it.

    `follows`: the document itself says that it goes on with the paragraph of the line before.
    """

    text: str
    page: int | None = None
    starts: bool = False
    follows: bool = False

    @property
    def bullet(self) -> bool:
        """Whether the line is marked as an item of a list."""
        return bool(_BULLET.match(self.text))

    @property
    def item(self) -> str:
        """The line without the mark of a list item."""
        return _BULLET.sub("", self.text, count=1)

    @property
    def ends(self) -> bool:
        """Whether a sentence ends with the line."""
        return bool(re.search(r"[.!?:;][\"”’')\]]*(\[\^\w+\])?[¹²³⁰-⁹]*$", self.text))


@dataclass(frozen=True)
class Manuscript:
    """A document as read: its lines, its footnotes by number, and what stands beside the text.

    `aside` pairs words with a Swedish reason why they are no part of the running text.
    """

    title: str
    lines: tuple[Line, ...]
    pages: int | None = None
    footnotes: dict[str, str] = field(default_factory=dict)
    aside: tuple[tuple[str, str], ...] = ()


def clean(text: str) -> str:
    """Return a line in composed letters, without invisible signs, single spaces between words."""
    text = DISGUISING.sub("", text.replace("\t", " ").translate(_SYMBOLS))
    # Last, for an invisible sign may have stood between a letter and its accent.
    return composed(" ".join(text.split()))
