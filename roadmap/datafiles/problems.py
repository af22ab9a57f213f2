"""Problems in the data, described for the person who can correct them."""

import errno
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from roadmap.text.swedish import folded

# How hints call the program; who prints them says how it is called there.
ROADMAP = "python -m roadmap"
_LONGEST_QUOTE = 80
_REASONS = {
    errno.EACCES: "Behörighet saknas.",
    errno.EBUSY: "Mappen används, till exempel som monteringspunkt.",
    errno.EDQUOT: "Utrymmet är slut.",
    errno.EEXIST: "Det finns redan.",
    errno.EFBIG: "Filen får inte bli så stor.",
    errno.EIO: "Disken går inte att läsa eller skriva.",
    errno.EISDIR: "Det är en mapp, inte en fil.",
    errno.ELOOP: "Länkarna leder i en cirkel.",
    errno.EMFILE: "För många filer är öppna.",
    errno.ENAMETOOLONG: "Namnet är för långt.",
    errno.ENOENT: "Filen eller mappen finns inte.",
    errno.ENOMEM: "Minnet räcker inte.",
    errno.ENOSPC: "Disken är full.",
    errno.ENOTDIR: "En del av sökvägen är en fil, inte en mapp.",
    errno.EPERM: "Behörighet saknas.",
    errno.EROFS: "Disken är skrivskyddad.",
    errno.EXDEV: "Det ligger på en annan disk.",
}

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Problem:
    """One problem at one place. `line` and `column` count from 1; texts are Swedish."""

    file: str
    line: int
    column: int
    message: str
    hint: str | None = None
    severity: Severity = "error"

    @property
    def text(self) -> str:
        """Message and hint on one line."""
        text = f"{self.message} {self.hint}" if self.hint else self.message
        return " ".join(text.split())

    def __str__(self) -> str:
        prefix = "varning: " if self.severity == "warning" else ""
        return f"{' '.join(self.file.split())}:{self.line}:{self.column}: {prefix}{self.text}"


class DataError(Exception):
    """The data cannot be used. `problems` has every problem found, warnings included."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: list[Problem] = sorted(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def quoted(words: str) -> str:
    """Return the words of a file within quotation marks, cut short if they are many."""
    cut = words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE]}…"
    return f'"{cut}"'


def reason(error: OSError) -> str:
    """Return the Swedish sentence for an error of the operating system."""
    return _REASONS.get(error.errno or 0, f"Systemet säger: {error.strerror or error}.")


def obstacle(error: OSError) -> str:
    """Return the error after its path, if that is known: "/srv/site: Disken är full."."""
    where = error.filename2 or error.filename
    return f"{where}: {reason(error)}" if where else reason(error)


def did_you_mean(word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Return the hint "Menade du …?" with the known word nearest to `word`, or None.

    `cutoff` is how alike the words have to be, from 0 to 1.
    """
    by_folded = {folded(candidate): candidate for candidate in known}
    nearest = get_close_matches(folded(word), by_folded, n=1, cutoff=cutoff)
    return f'Menade du "{by_folded[nearest[0]]}"?' if nearest else None
