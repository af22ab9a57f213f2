"""What came in is what stands: no word of a document is lost, doubled or changed."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from unicodedata import normalize

from roadmap.importing.lines import Line, Manuscript, UnreadableError
from roadmap.model import Response
from roadmap.text import source_text
from roadmap.text.swedish import composed, listing

_MARK = re.compile(r"[-–•·▪●○*]")
_ACCENTS = re.compile("[\u0300-\u036f]+")
_LETTERS = re.compile(r"[^\W\d_⁰¹²³⁴-⁹]+")
_SHOWN = 8  # words
_ADVICE = (
    "Inget är skrivet. Det är ett fel i programmet: skicka dokumentet till den som sköter det."
)


def check_words(
    manuscript: Manuscript, lines: Sequence[Line], told: Iterable[str], kept: Iterable[str]
) -> None:
    """Raise UnreadableError unless the kept texts have each word of the lines as often as they do.

    `told` are the words that are left out and told of, such as those that only repeat the plan.
    Words that are divided at the end of a line may be whole.
    """
    expected = Counter(word for line in lines for word in _words(line.text))
    expected.update(word for text in manuscript.footnotes.values() for word in _words(text))
    expected.update(word for text, _ in manuscript.aside for word in _words(text))
    expected.subtract(word for text in told for word in _words(text))
    found = Counter(word for text in kept for word in _words(text))
    if found == expected:
        return
    for joined, parts in _joins(lines):
        if found[joined] > expected[joined] and all(expected[part] > found[part] for part in parts):
            expected.subtract(parts)
            expected[joined] += 1
    _stop(expected - found, found - expected)


def check_layout(before: Manuscript, after: Manuscript) -> None:
    """Raise UnreadableError unless undoing the layout has kept every word.

    Running heads stand once for each of their wordings, marks of footnotes are gone, and words
    that lines had divided may be whole.
    """
    heads = {_shape(text) for text, _ in after.aside[len(before.aside) :]}
    text = [line for line in before.lines if _shape(line.text) not in heads]
    least = Counter(word for line in text for word in _letters(line.text))
    found = Counter(word for line in after.lines for word in _letters(line.text))
    found.update(word for note in after.footnotes.values() for word in _letters(note))
    found.subtract(word for note in before.footnotes.values() for word in _letters(note))
    for one, other in pairwise(_letters(line.text) for line in text):
        if one and other and found[one[-1] + other[0]] > least[one[-1] + other[0]]:
            least.subtract([one[-1], other[0]])
            least[one[-1] + other[0]] += 1
    most = Counter(least)
    for line in before.lines:
        if _shape(line.text) in heads:
            most.update(_letters(line.text))
    _stop(+(least - found), +(found - most))


def texts(response: Response) -> Iterator[str]:
    """Yield all lines of a response that come from its document, without the signs of tables."""
    for section in response.sections:
        yield from (section.heading, *unmarked(section.text))
    for comment in response.comments:
        yield from (comment.heading or "", *unmarked(comment.text))
    yield from (heading.heading for heading in response.area_headings)
    yield from (footnote.text for footnote in response.footnotes)
    yield from (line for item in response.unplaced for line in unmarked(item.text))


def unmarked(text: str) -> Iterator[str]:
    """Return the lines of a text of the data, without the signs of its tables and lists."""
    return (line for block in source_text.blocks(text) for line in source_text.lines(block))


def _words(text: str) -> list[str]:
    """Return the words of a text, without the marks of list items."""
    return [word for word in text.split() if not _MARK.fullmatch(word)]


def _joins(lines: Sequence[Line]) -> Iterator[tuple[str, list[str]]]:
    """Yield each word that the ends of lines may have divided, and its parts."""
    parts: list[str] = []
    for line in lines:
        words = _words(line.text)
        if not words:
            continue
        if parts:
            parts.append(words[0])
            yield from ((joined, parts) for joined in _joined(parts))
        if len(words) > 1 or not parts:
            parts = []
        parts = (
            (parts if len(words) == 1 and parts else [words[-1]]) if words[-1][-1:] == "-" else []
        )


def _joined(parts: Sequence[str]) -> set[str]:
    """Return the words that parts may be of, with or without the hyphens between them."""
    wholes = {parts[0]}
    for part in parts[1:]:
        wholes = {composed(f"{start}{part}") for whole in wholes for start in (whole, whole[:-1])}
    return wholes


def _letters(text: str) -> list[str]:
    """Return the words of a text without figures, accents and marks."""
    return _LETTERS.findall(_ACCENTS.sub("", normalize("NFD", text)))


def _shape(text: str) -> str:
    return " ".join(_letters(text.casefold()))


def _stop(lost: Counter[str], added: Counter[str]) -> None:
    faults = [(lost, "gå förlorade"), (added, "läggas till eller dubbleras")]
    what = [f"{_shown(words)} skulle {fate}" for words, fate in faults if words]
    if what:
        raise UnreadableError(f"Inläsningen skulle ändra dokumentet: {listing(what)}. {_ADVICE}")


def _shown(words: Counter[str]) -> str:
    shown = [f"”{word}”" for word in list(words.elements())[:_SHOWN]]
    more = sum(words.values()) - len(shown)
    return listing(shown) + (f" (och {more} till)" if more else "")
