"""Swedish words for numbers, dates and names: those of the data, and what editors are told.

What readers are told goes by `roadmap.presenters.grammar`.
"""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date

from roadmap.text.foreign import first_letter

# fmt: off
NUMBERS = (
    "noll", "en", "ett", "två", "tre", "fyra", "fem", "sex",
    "sju", "åtta", "nio", "tio", "elva", "tolv",
)
_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)
# fmt: on
# Accented letters, and the plain ones that replace them in addresses and comparisons.
ACCENTED = "åäæáàâãöøóòôõéèêëüúùûíìîïñçý"
PLAIN = "aaaaaaaoooooo" + "eeee" + "uuuu" + "iiii" + "ncy"
_FOLD = str.maketrans(ACCENTED, PLAIN)
_LAST = str.maketrans("åäæöø", "{||}}")


def in_words(count: int, words: Sequence[str] = NUMBERS, *, neuter: bool = True) -> str:
    """Return the number in words up to twelve ("ett" when neuter), then in digits.

    `words` are those for none, one before a noun of each gender, two and so on.
    """
    place = count + (count > 1 or (count == 1 and neuter))
    return words[place] if place < len(words) else str(count)


def counted(count: int, one: str, many: str, *, neuter: bool = True) -> str:
    """Return for example "ett svar" or "40 svar"."""
    return f"{in_words(count, neuter=neuter)} {one if count == 1 else many}"


def capitalised(text: str) -> str:
    """Return the text with its first letter in upper case and the rest as it is."""
    first = first_letter(text)
    return text[: first + 1].upper() + text[first + 1 :]


def decapitalised(text: str) -> str:
    """Return the text with its first letter in lower case and the rest as it is."""
    first = first_letter(text)
    return text[: first + 1].lower() + text[first + 1 :]


def long_date(day: date) -> str:
    """Return for example "20 september 2018"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def folded(text: str) -> str:
    """Return the text in lower case and plain letters: "Förskola" → "forskola"."""
    return composed(text).casefold().translate(_FOLD)


def slug(text: str) -> str:
    """Return the text as a lower-case ASCII address part: "Inget svar" → "inget-svar"."""
    return re.sub(r"[^a-z0-9]+", "-", folded(text)).strip("-")


def sort_key(text: str) -> tuple[tuple[int, str], ...]:
    """Return a key that sorts as a Swedish dictionary does (å, ä, ö last), and 2 before 10."""
    parts = re.findall(r"[0-9]+|[^0-9]+", text.casefold())
    return tuple(
        # Of two numbers the longer is the greater.
        (len(digits), digits) if (digits := _digits(part)) else (10**9, _in_order(part))
        for part in parts
    )


def _digits(part: str) -> str:
    """Return a number without zeros before it, "0" alone excepted; "" for other words."""
    return (part.lstrip("0") or "0") if part[0] in "0123456789" else ""


def _in_order(part: str) -> str:
    """Return letters that sort by their code points as a dictionary sorts these."""
    return part.translate(_LAST).translate(_FOLD)


def beginning(text: str, most: int) -> str:
    """Return the first whole words of a text, at most so many letters, with … if more follow."""
    if len(text) <= most:
        return text
    return f"{text[: most + 1].rpartition(' ')[0].rstrip(',;:–- ') or text[:most]} …"


def listing(words: Sequence[str], conjunction: str = "och") -> str:
    """Join words as Swedish prose does: "a, b och c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"


def composed(text: str) -> str:
    """Return the text in Unicode form NFC, where each letter is one code point.

    Some programs write å as an a and a ring (NFD): it looks the same but has other bytes.
    """
    return unicodedata.normalize("NFC", text)
