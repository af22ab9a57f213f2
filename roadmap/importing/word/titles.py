"""The title of a Word document: what it says of itself, if it does say so where people read."""

from collections.abc import Sequence
from itertools import islice

from roadmap.importing.headings import section_of
from roadmap.importing.naming import UNUSED_TITLE, is_shown
from roadmap.importing.word.kept import Kept
from roadmap.importing.word.paragraphs import Paragraph

_TOP = 12  # a title stands this near the top


def title_of(stored: str, file_name: str, paragraphs: Sequence[Paragraph], kept: Kept) -> str:
    """Return the title that stands in the document, or else the name of the file.

    The stored title is often that of the template. It counts if it stands near the top too.
    """
    with_words = ((item, row.text) for item in paragraphs for row in list(item.rows())[:1])
    top = [
        (item, text) for item, text in islice(with_words, _TOP) if not text.startswith("Innehåll")
    ]
    if stored and is_shown(stored, (text for _, text in top)):
        return stored
    if stored:
        kept.tell(UNUSED_TITLE, f"«{stored}»")
    for item, text in top:
        if item.style.title:
            return text
    for item, text in top[:1]:
        if item.level and not section_of(text) and not text[:1].isdigit():
            return text
    return file_name
