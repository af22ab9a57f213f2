"""The result of every reader: the lines of a document in reading order."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from roadmap.datafiles.characters import DISGUISING
from roadmap.model import ImportLimits
from roadmap.text.swedish import composed

# Called after each page: how many are read, how many there are, whether this one was scanned.
Progress = Callable[[int, int, bool], None]

FAILED = "Programmet som läser dokument klarade inte filen"
SAVE_ANEW = "Om filen går att öppna: spara den på nytt, eller som ren text (.txt)."

_BULLET = re.compile(r"[-–•·▪●○*]\s+")
# Bullets that Word and PDF take from a symbol font, and letters that a font has drawn together.
_SYMBOLS = str.maketrans(
    {
        **dict(zip("\uf0b7\uf0a7\uf02d", "••-", strict=True)),
        **dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)),
    }
)


class UnreadableError(Exception):
    """The document cannot be read. The message is Swedish and says what to do."""


def too_much(what: str, setting: str) -> UnreadableError:
    """Return the error of a document that takes more than a setting allows."""
    hint = f"höj {setting} under import_limits i data/settings.yml."
    return UnreadableError(f"{what} Om dokumentet ska läsas ändå: {hint}")


def check_pages(pages: int, limits: ImportLimits) -> None:
    """Raise UnreadableError if a document has more pages than the limit."""
    if pages > limits.pages:
        count = f"{pages:,}".replace(",", " ")
        raise too_much(f"Dokumentet har {count} sidor, och högst {limits.pages} läses.", "pages")


def no_progress(done: int, total: int, scanned: bool) -> None:
    """Progress that nobody waits for."""


@dataclass(frozen=True)
class Cell:
    """A cell of a table: the table's number in its document, its row and its column, from 0.

    `head` if its row is the table's head.
    """

    table: int
    row: int
    column: int
    head: bool = False


@dataclass(frozen=True)
class Line:
    """A line. `page` counts from 1; `starts` if a paragraph begins with it.

    `follows` if the document itself says that it continues the paragraph of the line before.
    `level` is that of a heading, from 1, where the document itself says that it is one.
    `bold` if all of the paragraph is. `certain` if the document itself says whether a paragraph
    begins with the line. `body` if the document says that it is no running head. `cell` is where
    it stands in a table.
    """

    text: str
    page: int | None = None
    starts: bool = False
    follows: bool = False
    level: int | None = None
    bold: bool = False
    certain: bool = False
    body: bool = False
    cell: Cell | None = None

    @property
    def bullet(self) -> bool:
        """Whether the line is marked as an item of a list."""
        return bool(_BULLET.match(self.text))

    @property
    def item(self) -> str:
        """The text of the line without the mark of a list item."""
        return _BULLET.sub("", self.text, count=1)

    @property
    def ends(self) -> bool:
        """Whether a sentence ends with the line."""
        return bool(re.search(r"[.!?:;][\"”’')\]]*(\[\^\w+\])?[¹²³⁰-⁹]*$", self.text))


@dataclass(frozen=True)
class Manuscript:
    """A document as read: its lines, its footnotes by number, and texts outside the running text.

    `aside` pairs such texts with the reason, in Swedish, why they are outside. `told` are Swedish
    sentences about the document that whoever imports it should read. `explicit` if the document
    itself says what is a running head and what a footnote, so that neither has to be guessed.
    """

    title: str
    lines: tuple[Line, ...]
    pages: int | None = None
    footnotes: dict[str, str] = field(default_factory=dict)
    aside: tuple[tuple[str, str], ...] = ()
    told: tuple[str, ...] = ()
    explicit: bool = False


def clean(text: str) -> str:
    """Return a line in composed letters with single spaces and without invisible characters."""
    text = DISGUISING.sub("", text.replace("\t", " ").translate(_SYMBOLS))
    # Last, since an invisible character may have been between a letter and its accent.
    return composed(" ".join(text.split()))
